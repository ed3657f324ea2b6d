"""What is imported, the same for every command: from switches to a policy.

switches      the switches
rules         the same, from a file
known_people  people who are named by their new address
"""
