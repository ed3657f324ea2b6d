"""`migrate find`: the archive's people who are on the fediverse.

command     the command and its switches
options     the user's wishes, and the question before any request to others
sources     the sources that are asked, and the words about what each learns and costs
own_server  the search on the user's own server
x_login     `migrate login x`, and the key for X
show        the results, in the terminal
"""
