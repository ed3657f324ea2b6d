"""The sources about people outside the archive. None is asked unless the user named it.

wire       the answers about an account
profiles   the facts in a profile
fediverse  an address to the account behind it: WebFinger, NodeInfo, the profile, every move
checking   many addresses at once, one request a host at a time
cache      recent answers
wikidata   the addresses that Wikidata knows, all at once or by X ids
xfiles     profiles of X accounts in a file: CSV, JSON, the X API's own answers
xapi       the user's own followings, blocks and mutes, asked of X
"""
