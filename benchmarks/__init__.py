"""How fast, in how much memory: against the parent commit, and next to other programs.

__main__    what a change costs, in pairs of runs: `make bench`
cases       the command lines that are measured
measuring   one run of a program, the median of several, an archive to run it on
peers       reading archives next to other programs: `make bench-peers` runs this and the next three
posting     posting next to a bare loop of requests
verifying   asking many hosts next to the ideal for so many connections
browsing    the preview in Chromium
memory      how much memory a very long replay takes: `make simulate`
read_ours   read an archive, and do nothing with it
read_ijson  the same with ijson
"""
