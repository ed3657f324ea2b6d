"""The second wing: who is on the fediverse, and following them. It knows nothing of the first wing, `posts`.

contacts   the values about people on Twitter: who they are, and what they say about themselves
decisions  what the user said about a match: one meaning of the column state
addresses  a text, a link, a cell or a typed word to an address; pure
evidence   whose address it is, and how sure that is; pure
sources    what the outside world says about people
find       archive + sources -> matches
lists      every finder's list in, Mastodon's out
follow     list + server + ledger -> events
"""
