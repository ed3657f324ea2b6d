"""Cells that a spreadsheet neither runs nor rewrites, and that come back as they were."""

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migrate.sheets import read_table, read_text, shield, shield_text, unshield, unshield_text

PIECES = st.text("=+-@\t\r;,' \na1(|!\u3000")
RUN = re.compile(r"\s*[=+\-@]|[\t\r]")
"""What a spreadsheet runs, in a cell of its own."""


@given(PIECES)
def test_what_is_shielded_comes_back(cell: str) -> None:
    """Letter for letter."""
    assert unshield(shield(cell)) == cell
    assert unshield_text(shield_text(cell)) == cell


@given(PIECES)
def test_nothing_is_run_whatever_a_reader_strips(cell: str) -> None:
    """Not with the space in front taken away, either."""
    for shielded in (shield(cell), shield_text(cell)):
        assert not RUN.match(shielded)


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        " =1+1",
        "@SUM(A1)",
        "-cmd|'/C calc'!A0",
        "hi;=HYPERLINK(A1)",
        "hi; =1",
        "hi\t@SUM(A1)",
        "hi\";-cmd|'/C calc'!A0",
        ";+SUM(1)",
        "'=1",
    ],
)
def test_no_separator_makes_a_formula_of_it(cell: str, sign: str) -> None:
    """Half of Europe's spreadsheets cut our commas at semicolons."""
    file = io.StringIO()
    csv.writer(file).writerow(["a", shield(cell), "b"])

    for one in csv.reader(io.StringIO(file.getvalue()), delimiter=sign):
        assert not any(RUN.match(piece) for piece in one)


@pytest.mark.parametrize(
    "text", ["see you ;-)", "tired ;-D and glad!", "a; b", "well - yes", "me@home", "1-2"]
)
def test_what_is_harmless_inside_stays(text: str) -> None:
    """A smile is no formula."""
    assert shield(text) == text


def test_a_shielded_cell_through_a_file() -> None:
    """Read with the one reader."""
    cell = shield(" ;=1")
    table = read_table(
        read_text("a.csv", f"name,note\nada,{cell}\n".encode()), lambda row: "note" in row.plain_names
    )

    assert unshield(table.rows[0]["note"]) == ";=1"
