"""The choice of tweets to import, the same for every command: from switches to a policy.

options       the switches, and the policy they ask for
rules         the same choices, from a file
earlier       the choices of the last import, used again
calendar      the author's time zone, and the dates that people type
effects       what the choices have done, and what is in doubt
descriptions  descriptions of pictures, from a file
known_people  people who are named by their new address
"""
