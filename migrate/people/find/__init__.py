"""Find the user's Twitter contacts on the fediverse: in the archive first, elsewhere only on request.

book       the contacts of an archive, by id and by handle
gather     an archive to contacts, and to the addresses that its texts name
online     requests to sources outside, and the answers that are kept
ownserver  the user's own server, searched for people of the same name
finders    the files of other finders
sources    the answers of all sources, joined to the contacts
matches    claims and the servers' answers to matches
decisions  the user's decisions, kept for later runs
coverage   counts of contacts by how much is known about them
earlier    the tables of earlier runs, read back
tables     the tables that are written, and Mastodon's import files
"""
