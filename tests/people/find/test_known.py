"""Whom a table of matches lets be named by their address."""

from collections.abc import Callable
from pathlib import Path

import pytest

from migrate.errors import UsageError
from migrate.people.find.earlier import COLUMNS, known_in, read_earlier, read_matches


def read_known(path: Path) -> dict[str, str]:
    """Who may be named, by a file."""
    return known_in(read_matches(path), path.name)


def table(folder: Path, *rows: tuple[str, str, str, str], separator: str = ",") -> Path:
    """Rows of number, address, tier and state, as they may be found in a file."""
    path = folder / "matches.csv"
    cells = [dict(zip(("x_id", "fediverse_acct", "tier", "state"), row, strict=True)) for row in rows]
    lines = [separator.join(row.get(column, "") for column in COLUMNS) for row in cells]
    path.write_text("\n".join([separator.join(COLUMNS), *lines, ""]), encoding="utf-8-sig")
    return path


@pytest.mark.parametrize(
    ("tier", "state", "named"),
    [
        ("A", "open", True),
        ("B", "", True),
        ("C", "open", False),
        ("D", "", False),
        ("C", "accepted", True),
        ("D", "yes", True),
        ("A", "rejected", False),
        ("B", "no", False),
        ("R", "accepted", True),
        ("R", "", False),
    ],
)
def test_who_is_sure_enough(tier: str, state: str, named: bool, tmp_path: Path) -> None:
    """By the tier, unless a person has said something, at any tier."""
    path = table(tmp_path, ("'501", "Bob@Social.Example", tier, state))

    assert read_known(path) == ({"501": "bob@social.example"} if named else {})


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("-ann@social.example", "-ann@social.example"),
        ("_ann_@social.example", "_ann_@social.example"),
        ("ann@faß.example", "ann@xn--fa-hia.example"),
        ("ann@social.example:8443", "ann@social.example:8443"),
    ],
)
def test_an_address_is_read_as_everywhere(written: str, read: str, tmp_path: Path) -> None:
    """By the one reader of addresses, which knows what belongs to a name."""
    assert read_known(table(tmp_path, ("501", written, "A", ""))) == {"501": read}


def test_the_accepted_comes_before_the_surest(tmp_path: Path) -> None:
    """A person knows better, wherever in the file they say so."""
    path = table(tmp_path, ("501", "a@one.example", "A", ""), ("501", "b@two.example", "C", "yes"))

    assert read_known(path) == {"501": "b@two.example"}


def test_a_spreadsheets_semicolons(tmp_path: Path) -> None:
    """As many countries' spreadsheets save it."""
    path = table(tmp_path, ("501", "'@bob@social.example", "A", ""), separator=";")

    assert read_known(path) == {"501": "bob@social.example"}


@pytest.mark.parametrize(
    ("cell", "address"),
    [
        ("-bob-@social.example", "-bob-@social.example"),
        ("bob@social.example:8443", "bob@social.example:8443"),
        ("bob@faß.example", "bob@xn--fa-hia.example"),
        ("https://social.example/@bob", "bob@social.example"),
    ],
)
def test_every_address_that_a_table_holds_is_one(cell: str, address: str, tmp_path: Path) -> None:
    """As `find` writes it, and as people type it in their place."""
    assert read_known(table(tmp_path, ("501", cell, "C", "yes"))) == {"501": address}


@pytest.mark.parametrize(
    "address", ["", "bob", "bob@localhost", "bob@social.example/x", "b ob@social.example", "bob@gmail.com"]
)
def test_what_is_no_address_is_told(address: str, tmp_path: Path) -> None:
    """It would stand in somebody's posts."""
    with pytest.raises(UsageError, match=r"name@server\.example"):
        read_known(table(tmp_path, ("501", address, "A", "")))


@pytest.mark.parametrize(
    ("read", "advice"), [(read_known, "migrate find YOUR-ARCHIVE"), (read_earlier, "another folder with -o")]
)
def test_another_table_is_refused_with_advice_that_fits(
    read: Callable[[Path], object], advice: str, tmp_path: Path
) -> None:
    """Whoever gave a wrong file has nothing to move away."""
    path = tmp_path / "people.csv"
    path.write_text("Account address\nada@one.example\n")

    with pytest.raises(UsageError, match=advice):
        read(path)
