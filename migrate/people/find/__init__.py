"""Who of the people on Twitter is on the fediverse: asks the archive first, and others only when told to.

book       the contacts of an archive, by id and by handle
gather     an archive to contacts, and to the addresses that its texts name
online     what the sources outside are asked for, and what is kept of it
ownserver  one's own server, searched for people of the same name
finders    the files of other finders
sources    what each source told, joined to the contacts
matches    claims and the servers' answers to matches
decisions  what a person decided, kept for later runs
coverage   of how many people how much is known
earlier    the tables of earlier runs, read back
tables     what is written down, and Mastodon's import files
"""
