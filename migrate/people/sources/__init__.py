"""What the outside world says about people. Nothing here is asked unless the user named it.

wire       what the answers about an account hold
profiles   what a profile says
fediverse  an address to the account behind it: WebFinger, NodeInfo, the profile, every move
checking   many addresses at once, one request a host at a time
cache      what was answered lately
wikidata   the addresses that Wikidata knows, all at once or by X ids
xfiles     profiles of X accounts in a file: CSV, JSON, the X API's own answers
xapi       the user's own followings, blocks and mutes, asked of X
"""
