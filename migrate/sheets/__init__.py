"""The one reader and the one writer of tables that people edit, whatever a spreadsheet does to them.

text      a file to text, whatever the encoding
rows      text to rows, whatever the separator
reading   a file to a table, with its header found
yesno     yes and no, in every language and as spreadsheets write them
ids       long numbers, and those that a spreadsheet has rounded
shield    cells that no spreadsheet runs or rewrites, and back
writing   a table to a file; an edited one is kept beside it
beside    a file written beside its place, and renamed when it is whole
edits     the last content of each table, so that an edited one is noticed
"""

from migrate.sheets.beside import written_beside
from migrate.sheets.edits import Edits
from migrate.sheets.ids import Damaged, read_id
from migrate.sheets.reading import (
    Header,
    Row,
    Table,
    UnclearCell,
    open_table,
    plain_name,
    read_table,
    wrong_quotes,
)
from migrate.sheets.shield import bare, shield, shield_text, unshield, unshield_text
from migrate.sheets.text import TextFile, open_text, read_text
from migrate.sheets.writing import WrittenTable, csv_bytes, put_away, write_table
from migrate.sheets.yesno import YesNo, plain_word, read_yes_no

__all__ = [
    "Damaged",
    "Edits",
    "Header",
    "Row",
    "Table",
    "TextFile",
    "UnclearCell",
    "WrittenTable",
    "YesNo",
    "bare",
    "csv_bytes",
    "open_table",
    "open_text",
    "plain_name",
    "plain_word",
    "put_away",
    "read_id",
    "read_table",
    "read_text",
    "read_yes_no",
    "shield",
    "shield_text",
    "unshield",
    "unshield_text",
    "write_table",
    "written_beside",
    "wrong_quotes",
]
