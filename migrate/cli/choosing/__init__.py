"""What is imported, the same for every command: from switches to a policy.

options       the switches, and what they ask for
rules         the same choices, from a file
known_people  people who are named by their new address
"""
