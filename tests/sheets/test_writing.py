"""A table is written whole or not at all, and never over what somebody has edited."""

import os
import re
from pathlib import Path

import pytest

from migrate.errors import UsageError
from migrate.sheets import Edits, WrittenTable, open_table, put_away, write_table, written_beside

KEPT = re.compile(r"t \(before \d{4}-\d\d-\d\d \d\d\.\d\d(, \d)?\)\.csv")


@pytest.fixture
def edits(tmp_path: Path) -> Edits:
    """What is remembered, outside the folder of the tables."""
    return Edits(tmp_path / "home" / "tables.json")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the table is."""
    (tmp_path / "out").mkdir()
    return tmp_path / "out" / "t.csv"


def write(path: Path, edits: Edits, *cells: str, mark: bool = True) -> WrittenTable:
    """A table of one column."""
    return write_table(path, ("a",), [(cell,) for cell in cells], edits, mark=mark)


def test_a_mark_for_spreadsheets_and_none_for_servers(path: Path, edits: Edits) -> None:
    """Mastodon would take its header for an account."""
    assert write(path, edits, "x", "y") == WrittenTable(path, 2)
    assert path.read_bytes() == b"\xef\xbb\xbfa\r\nx\r\ny\r\n"

    write(path, edits, "x", mark=False)
    assert path.read_bytes() == b"a\nx\n"


def test_every_line_end_in_a_cell_comes_back(path: Path, edits: Edits) -> None:
    """A lone return, too, which would cut the row."""
    write(path, edits, "one\rtwo\nthree\r\nfour")

    (row,) = open_table(path, lambda row: "a" in row.plain_names).rows
    assert row["a"] == "one\ntwo\nthree\nfour"


def test_what_nobody_edited_is_replaced(path: Path, edits: Edits) -> None:
    """It would only fill the folder."""
    write(path, edits, "x")

    assert write(path, edits, "y").kept is None
    assert [one.name for one in path.parent.iterdir()] == ["t.csv"]


def test_what_somebody_edited_is_kept(path: Path, edits: Edits) -> None:
    """Beside the new one, under a name that says so; each time."""
    kept = []
    for cell in ("x", "y", "z"):
        kept.append(write(path, edits, cell).kept)
        path.write_text(f"a\n{cell}, edited\n")

    assert kept[0] is None
    assert [one.read_text() for one in kept[1:] if one] == ["a\nx, edited\n", "a\ny, edited\n"]
    assert all(KEPT.fullmatch(one.name) for one in kept[1:] if one)


@pytest.mark.parametrize("store", [None, "broken", "other"])
def test_in_doubt_it_was_edited(store: str | None, path: Path, tmp_path: Path) -> None:
    """Where nothing is remembered, or nothing of this table."""
    memory = tmp_path / "store.json"
    if store:
        memory.write_text("{" if store == "broken" else '{"/elsewhere": "1"}')
    write(path, Edits(), "x")

    assert write(path, Edits(memory if store else None), "y").kept is not None


def test_the_same_again_is_nothing_to_keep(path: Path) -> None:
    """Nothing is lost."""
    write(path, Edits(), "x")

    assert write(path, Edits(), "x").kept is None


def test_a_table_that_is_no_longer_true(path: Path, edits: Edits) -> None:
    """It goes, and what was edited stays under another name."""
    write(path, edits, "x")
    assert put_away(path, edits) == WrittenTable(path, 0)
    path.write_text("mine")
    kept = put_away(path, edits).kept

    assert kept
    assert [one.name for one in path.parent.iterdir()] == [kept.name]


def test_a_table_that_cannot_be_finished(path: Path, edits: Edits) -> None:
    """The old one stays, and nothing else."""
    path.write_text("hours of work")
    with pytest.raises(UnicodeEncodeError):
        write(path, edits, "\ud800")

    assert [(one.name, one.read_text()) for one in path.parent.iterdir()] == [("t.csv", "hours of work")]


def test_a_table_that_windows_holds(path: Path, edits: Edits, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence says how to go on; the old table stays, and no copy of it."""

    def refuse(unfinished: Path, place: Path) -> Path:
        raise PermissionError(13, "Access is denied", str(unfinished), 5, str(place))

    path.write_text("open in Excel")
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(UsageError, match="close it in your spreadsheet program, then run the same"):
        write(path, edits, "x")

    assert [(one.name, one.read_text()) for one in path.parent.iterdir()] == [("t.csv", "open in Excel")]


def test_a_place_that_is_none(path: Path, edits: Edits) -> None:
    """Another sentence: there is nothing to close."""
    with pytest.raises(UsageError, match="Choose another place"):
        write(path / "below", edits, "x")


def test_a_memory_that_cannot_be_kept(path: Path, tmp_path: Path) -> None:
    """The table is written all the same, and counts as edited the next time."""
    (tmp_path / "file").write_text("")
    edits = Edits(tmp_path / "file" / "tables.json")
    write(path, edits, "x")

    assert write(path, edits, "y").kept


def test_two_runs_at_once_write_one_after_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is in its place is whole at any time, and neither run fails."""
    path = tmp_path / "table.csv"
    with written_beside(path) as ours:
        ours.write_text("ours, and longer")
        monkeypatch.setattr(os, "getpid", lambda: 0)
        with written_beside(path) as theirs:
            theirs.write_text("theirs")
        assert path.read_text() == "theirs"

    assert path.read_text() == "ours, and longer"
    assert list(tmp_path.iterdir()) == [path]
