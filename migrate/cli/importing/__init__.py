"""`migrate import`: the tweets are posted.

command  the command and its switches
before   facts for the user before the question
offline  `--dry-run` without a server
run      one import: its plan, its account, and its progress
fixing   edits of what was posted
pace     the user's own limit
tally    the outcome, counted
result   the outcome, printed
"""
