"""`migrate follow`: the people of a list are followed, blocked or muted.

command   the command and its switches
before    what a person should know before saying yes
run       one run over a list
progress  what happens, as a bar or as JSON
result    what became of everybody
words     the sentences for it
"""
