"""The plan as a CSV that people read, and change, in a spreadsheet.

cells     what stands in the cells, and what it means again after a spreadsheet had it
writing   a plan to a file
table     a file to rows: encoding, separator, header
reading   rows, and the plan of the archive they belong to, to the plan that is carried out
"""

from migrate.posts.planfile.reading import read_plan
from migrate.posts.planfile.writing import write_plan

__all__ = ["read_plan", "write_plan"]
