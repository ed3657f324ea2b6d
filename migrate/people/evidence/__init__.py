"""The owner of an address, and how sure that is. Pure: no one is asked here.

claims       the evidence for an address, and its contact
checked      the answer of an address's own server
match        a contact and an address, with a tier
whose        whose an address is, by the words around it
attribution  the owner of an address in a text
backlinks    which Twitter accounts a profile on the fediverse names; which profiles are mirrors
tiers        evidence to a tier
"""
