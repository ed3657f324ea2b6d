"""`migrate import`: the tweets are posted.

command  the command and its switches
before   what the user should know before saying yes
offline  `--dry-run` without a server
run      one import: a plan, where it goes, and how far it has come
fixing   edits of what was posted
pace     the user's own limit
result   what came of it
"""
