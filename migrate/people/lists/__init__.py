"""Lists of people as tables: every finder's and every server's file in, Mastodon's file and a report out.

columns  the meaning of each column
kinds    tables and rows that are no people
reading  rows to people; nothing is dropped in silence
writing  people to the files that servers and spreadsheets take
"""

from migrate.people.addresses.candidate import Why
from migrate.people.lists.reading import PeopleList, Unread, choose, read_people
from migrate.people.lists.writing import following_table, write_following, write_outcomes

__all__ = [
    "PeopleList",
    "Unread",
    "Why",
    "choose",
    "following_table",
    "read_people",
    "write_following",
    "write_outcomes",
]
