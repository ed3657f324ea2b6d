"""From a text, a link, a cell or a typed word to an address on the fediverse: the one reader of them. Pure.

A text is prose, and only what is plainly an address is taken from it; a cell of a list of
people is an address unless it is proven to be none. That is all in which they differ: what
an address looks like, and what a host is, is the same for both (see Form.DOUBTFUL).

hostlists  the names of hosts that are known for something
hosts      the kind of a host, by its name
grammar    the form of the name and the host of an address
lexicon    the words of many languages, from tables, and patterns of them
candidate  the result of reading an address: the address, or why there is none
links      a web address to the person whose profile it shows
forms      a word that stands alone to the address that it is
disguises  what hides an address in a text, taken off
hints      what the words around a place say: an address, mail, another network
spelled    addresses that are spelled out
apart      names and hosts that stand apart
reading    a text with the places of the addresses in it
text       a text to the addresses that it names
cells      a cell to the addresses that it names, or why it names none
servers    a word typed at `migrate login` to a server
"""
