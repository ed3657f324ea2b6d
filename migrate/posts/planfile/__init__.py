"""The plan as a CSV that people read, and change, in a spreadsheet.

cells     the columns, and the words for toots
writing   a plan to a file
table     a file to rows, if it is a plan
toots     a row that says yes, to the toots that it asks for
reading   rows, and the plan of the archive they belong to, to the plan that is carried out
"""

from migrate.posts.planfile.reading import read_plan
from migrate.posts.planfile.writing import write_plan

__all__ = ["read_plan", "write_plan"]
