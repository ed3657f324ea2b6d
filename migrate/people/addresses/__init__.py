"""From a text, a link, a cell or a typed word to an address on the fediverse. Pure.

hostlists  the names of hosts that are known for something
candidate  the value that reading an address gives
hosts      what a host is, by its name
forms      what an address looks like in an address line, a path, a text
text       a text to the addresses that it names
cells      a cell to the addresses that it names, or why it names none
"""
