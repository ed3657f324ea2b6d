"""Lists of people as tables: every finder's and every server's file in, Mastodon's file and a report out.

address  a cell to the addresses that it names, or why it names none
text     bytes to text, whatever the encoding
cells    text to a table, whatever the separator
columns  which column is what
reading  rows to people; nothing is dropped in silence
writing  people to the files that servers and spreadsheets take
"""

from migrate.accountcsv.address import Why
from migrate.accountcsv.reading import Reading, Unread, choose, read_people
from migrate.accountcsv.text import open_table
from migrate.accountcsv.writing import following_table, write_following, write_outcomes

__all__ = [
    "Reading",
    "Unread",
    "Why",
    "choose",
    "following_table",
    "open_table",
    "read_people",
    "write_following",
    "write_outcomes",
]
