"""Long numbers in cells. Spreadsheets keep 15 digits of a number and round the rest away.

(https://learn.microsoft.com/office/troubleshoot/excel/last-digits-changed-to-zeros.) An id of
19 digits comes back as 1.23457E+18, or with zeros at its end: then it is another account's.
"""

import re

from msgspec import Struct

from migrate.sheets.shield import bare

EXACT = 15
"""The digits of a number that a spreadsheet keeps."""

_LONG = 18
"""The length from which zeros alone after the fifteenth digit are no coincidence."""

_ROUNDED = re.compile(r"\d(?:[.,]\d+)?E\+?\d+", re.IGNORECASE | re.ASCII)
_NUMBER = re.compile(r"(\d+)([.,]0+)?", re.ASCII)


class Damaged(Struct, frozen=True):
    """A number that a spreadsheet has rounded; the original is lost."""

    cell: str


def read_id(cell: str) -> str | Damaged:
    """Read an id; empty for an empty cell."""
    word = bare(cell)
    if _ROUNDED.fullmatch(word):
        return Damaged(word)
    found = _NUMBER.fullmatch(word)
    if found is None:
        return ""
    digits = found[1]
    rounded = len(digits) > EXACT and found[2]
    zeros = len(digits) >= _LONG and not digits[EXACT:].strip("0")
    return Damaged(word) if rounded or zeros else digits
