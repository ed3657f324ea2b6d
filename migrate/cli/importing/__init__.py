"""`migrate import`: the tweets are posted.

command  the command and its switches
before   what a person should know before saying yes
dry_run  everything that is shown before an import, and no import
run      one import: a plan, where it goes, and how far it has come
pace     the person's own limit
fixing   edits of what was posted
result   what came of it
"""
