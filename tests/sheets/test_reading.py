"""Text to rows: separators, headers, titles, quotation marks, and the number of each row."""

import pytest

from migrate.sheets import Row, Table, read_table, read_text


def read(text: str) -> Table:
    """A table with the columns `name` and `state`."""
    return read_table(read_text("a.csv", text.encode()), lambda row: {"name", "state"} <= {*row.plain_names})


def told(table: Table) -> list[tuple[int, str, str]]:
    """The number of each row, and its two cells."""
    return [(row.number, row["name"], row["state"]) for row in table.rows]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("header", ["name{}state", "Name{} STATE", '"NAME"{}"State"', "'name{}s t_a-t.e"])
def test_however_separator_and_header_are_written(sign: str, header: str) -> None:
    """The same two cells."""
    table = read(f"{header.format(sign)}\nAda{sign}yes\n")

    assert told(table) == [(2, "Ada", "yes")]
    assert table.separator == sign


@pytest.mark.parametrize("said", ["sep=;", '"sep=;"', "SEP=;", "sep=,"])
def test_excels_note_to_itself(said: str) -> None:
    """It is no row, and where it is wrong the header knows better."""
    table = read(f"{said}\nname;state\nAda, Countess;yes\n")

    assert told(table) == [(2, "Ada, Countess", "yes")]
    assert [row.line for row in table.rows] == [3]


@pytest.mark.parametrize(
    "above", ["People of 2026\n\n", "Exported by me, on a Sunday\n", "Table 1\n\n\n", "a\nb\nc\n"]
)
def test_a_title_above_the_header(above: str) -> None:
    """It is passed over, and the rows keep their numbers."""
    assert told(read(f"{above}name,state\nAda,no\n")) == [(above.count("\n") + 2, "Ada", "no")]


def test_a_header_that_is_not_there() -> None:
    """The table says so: whoever wanted it has a sentence for that."""
    assert read("a,b\n1,2\n").header is None
    assert read("").header is None


def test_the_separator_of_the_header_counts() -> None:
    """Not that of the texts below, of which there may be more."""
    rows = "".join(f'"{n}, a, b, c, d";yes\n' for n in range(9))

    assert told(read(f"name;state\n{rows}"))[8] == (10, "8, a, b, c, d", "yes")


def test_cells_of_several_lines() -> None:
    """They count as one row and as several lines, whatever the ends of the lines are."""
    table = read('name,state\r\n"Ada\r\n\r\nCountess @ada",yes\r\nBo,no\r\n')

    assert told(table) == [(2, "Ada\n\nCountess @ada", "yes"), (3, "Bo", "no")]
    assert [row.line for row in table.rows] == [2, 5]


def test_a_quotation_mark_that_is_never_closed() -> None:
    """The rows after it are there, and the table says after which row it went wrong."""
    table = read('name,state\nAda,yes\n"Bo,no\n@cy,yes\n@dee,yes\n')

    assert [row["name"] for row in table.rows] == ["Ada", '"Bo', "@cy", "@dee"]
    assert table.broken_after == 2


def test_a_row_that_is_longer_than_the_header() -> None:
    """Something stands where no column is; empty cells don't count."""
    rows = read("name,state\nAda,yes,,\nBo,no,what\n").rows

    assert [row.is_longer_than_header for row in rows] == [False, True]


def test_short_rows_and_unknown_columns_are_empty() -> None:
    """A spreadsheet leaves the last cells away."""
    (row,) = read("name,state\nAda\n").rows

    assert (row["state"], row["tier"], Row(1, 1, ("a",))["name"]) == ("", "", "")


def test_very_long_lines_are_read_to_the_end() -> None:
    """Nothing is dropped in silence."""
    table = read("name,state\n" + f"{'x' * 200_000},yes\n" + ",".join("abc" * 200) + "\n")

    assert len(table.rows[0]["name"]) == 200_000
    assert len(table.rows[1].cells) == 600
