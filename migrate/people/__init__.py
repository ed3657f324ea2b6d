"""The second wing: find people on the fediverse, and follow them. It knows nothing of the first, `posts`.

contacts   the values about people on Twitter: contacts of the user, and profiles
decisions  the user's decision about a match: one meaning of the column state
addresses  a text, a link, a cell or a typed word to an address; pure
evidence   the owner of an address, and how sure that is; pure
sources    the sources about people outside the archive
find       archive + sources -> matches
lists      every finder's list in, Mastodon's out
follow     list + server + ledger -> events
"""
