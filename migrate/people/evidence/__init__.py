"""Whose address it is, and how sure that is. Pure: nothing here asks anybody.

claims       what speaks for an address, and of whom
checked      what an address's own server says about it
match        a contact and an address, with a tier
attribution  whose address it is that stands in a tweet
backlinks    which Twitter accounts a profile on the fediverse names; which profiles are mirrors
tiers        evidence to a tier
"""
