"""`migrate find`: who of the archive's people is on the fediverse.

command  the command and its switches
sources  what is asked of whom, and what that costs
show     what was found, in the terminal
"""
