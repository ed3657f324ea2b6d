"""What the outside world says about people. Nothing here is asked unless a person named it.

web         the one door to the web, and the rules for addresses that stood in somebody's text
wire        the shapes of the answers
fediverse   an address to the account behind it: WebFinger, NodeInfo, the profile, every move
checking    many addresses at once, one request a host at a time
cache       what was answered lately
wikidata    the addresses that Wikidata knows, all at once or by X ids
xfiles      profiles of X accounts in a file: CSV, JSON, the X API's own answers
xapi        one's own followings, blocks and mutes, asked of X
"""
