"""Whose address it is, and how sure that is. Pure: nothing here asks anybody.

attribution  whose address it is that stands in a tweet
backlinks    which Twitter accounts a profile on the fediverse names; which profiles are mirrors
tiers        evidence to a tier
"""
