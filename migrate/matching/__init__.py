"""From words to addresses, and from evidence to how sure we are. Pure: nothing here asks anybody.

hostlists    the names of hosts that are known for something
hosts        what a host is, by its name
forms        what an address looks like in an address line, a path, a text
text         a text to the addresses that it names
attribution  whose address it is that stands in a tweet
backlinks    which Twitter accounts a profile on the fediverse names; which profiles are mirrors
tiers        evidence to a tier
"""
