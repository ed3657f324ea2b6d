"""`migrate follow`: the people of a list are followed, blocked or muted.

command  the command and its switches
before   facts for the user before the question
run      one run over a list
undo     taking back such runs
result   the outcome for each person
words    the sentences for it
"""
