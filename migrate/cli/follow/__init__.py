"""`migrate follow`: the people of a list are followed, blocked or muted.

command  the command and its switches
before   what the user should know before saying yes
run      one run over a list
undo     what such runs did is taken back
result   what became of everybody
words    the sentences for it
"""
