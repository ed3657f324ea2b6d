"""The sources about people outside the archive. None is asked unless the user named it.

wire       the answers about an account
profiles   the facts in a profile
fediverse  an address to the account behind it: WebFinger, NodeInfo, the profile, every move
checking   many addresses at once, one request a host at a time
cache      recent answers
wikidata   the addresses that Wikidata knows, all at once or by X ids
xnames     the names of the parts of a profile, in every language
xparts     the parts of one profile, made into the profile
xjson      the accounts in JSON: exports, answers of X's API and of its pages
xtables    the accounts in a table, whatever its header
xpages     the accounts on a page of X that was saved from the browser
xfiles     profiles of X accounts in a file, and what of it was not read
linked     the pages that people name, and the accounts that these link to
xlogin     the user's consent at X, kept and renewed
xapi       the user's own followings, blocks and mutes, asked of X
"""
