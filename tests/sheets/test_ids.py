"""Long numbers, as spreadsheets leave them."""

import pytest

from migrate.sheets import Damaged, read_id


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1234567890123456789", "1234567890123456789"),
        ("'1234567890123456789", "1234567890123456789"),
        (" ''42 ", "42"),
        ("42.0", "42"),
        ("42,00", "42"),
        ("1000000", "1000000"),
        ("", ""),
        ("ada", ""),
    ],
)
def test_whole_ids(cell: str, number: str) -> None:
    """With an apostrophe in front, or with the nought of a program that calculates."""
    assert read_id(cell) == number


@pytest.mark.parametrize(
    "cell",
    ["1.23E+18", "1,23457E+18", "1E18", "'1.2e+18", "1234567890123450000", "1234567890123456789.0"],
)
def test_rounded_ids(cell: str) -> None:
    """It is told that they were rounded: they would be somebody else's."""
    assert isinstance(read_id(cell), Damaged)
