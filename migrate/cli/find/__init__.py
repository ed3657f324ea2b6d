"""`migrate find`: who of the archive's people is on the fediverse.

command     the command and its switches
options     what the user asked for, and the one way to ask before others are asked
sources     the sources that are asked, and what each is told and costs
own_server  the search on the user's own server
show        what was found, in the terminal
"""
