"""The tables of earlier runs, read back: what a person wrote into them, and who was in them.

A spreadsheet may have saved them since: with other separators, in other letters.
"""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from migrate.errors import UsageError
from migrate.people.contacts import State
from migrate.people.evidence.match import Tier
from migrate.people.find.tables import COLUMNS

_ADDRESS = re.compile(r"[a-z0-9_][a-z0-9_.-]*@(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]+")
_SURE = frozenset({Tier.CONFIRMED, Tier.STATED})
_WORDS = {
    "accepted": State.ACCEPTED,
    "yes": State.ACCEPTED,
    "rejected": State.REJECTED,
    "no": State.REJECTED,
    "forget": State.OPEN,
}
"""What people write into the column `state`. `open` is what we write where nothing was decided."""


def read_decisions(path: Path) -> Iterator[tuple[tuple[str, str], State]]:
    """What a person wrote into the column `state` of such a table, by the contact's key and the address."""
    for row in _rows_of(path):
        x_id, handle = row["x_id"].lstrip("'"), row["x_handle"].lstrip("'@").casefold()
        address = row["fediverse_acct"].lstrip("'@").lower()
        if state := _WORDS.get(row["state"].casefold()):
            yield (x_id if x_id.isdigit() else f"@{handle}", address), state


def read_tiers(path: Path) -> dict[str, str]:
    """The addresses of an earlier table, each with its tier then."""
    return {row["fediverse_acct"].lstrip("'@").lower(): row["tier"] for row in _rows_of(path)}


def read_known(path: Path) -> dict[str, str]:
    """Who may be named by their address: a number on Twitter, and the address. Raises UsageError.

    Those whom a person accepted come before those who are sure enough by themselves.
    """
    if not path.is_file():
        raise UsageError(f"There is no file {path}. It is made by: migrate find YOUR-ARCHIVE.zip")
    known: dict[str, str] = {}
    accepted: set[str] = set()
    for row in _rows_of(path):
        x_id, state = row["x_id"].lstrip("'"), _WORDS.get(row["state"].casefold(), State.OPEN)
        sure = state is State.ACCEPTED or (state is State.OPEN and row["tier"] in _SURE)
        if not sure or not x_id.isdigit() or row["tier"] == Tier.REJECTED or x_id in accepted:
            continue
        address = row["fediverse_acct"].lstrip("'@").lower()
        if not _ADDRESS.fullmatch(address):
            raise UsageError(f"{path}: {address!r} is not an address. Write it like name@server.example.")
        if state is State.ACCEPTED:
            accepted.add(x_id)
            known[x_id] = address
        known.setdefault(x_id, address)
    return known


def read_addresses(path: Path) -> Iterator[str]:
    """The first column of a list of accounts, such as Mastodon's own. Raises UsageError."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            cells = [row[0].strip().lstrip("@").lower() for row in csv.reader(file) if row]
    except (OSError, UnicodeError, csv.Error) as e:
        raise UsageError(f"{path} can't be read as a list of accounts ({e}).") from e
    yield from (cell for cell in cells if "@" in cell)


def _rows_of(path: Path) -> Iterator[dict[str, str]]:
    """An earlier table, as a spreadsheet may have saved it: in many countries with semicolons."""
    if not path.exists():
        return
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        text = path.read_text(encoding="cp1252", errors="replace")
    head = text.partition("\n")[0]
    rows = csv.DictReader(text.splitlines(keepends=True), delimiter=max(",;\t", key=head.count))
    if not set(COLUMNS) <= set(rows.fieldnames or ()):
        raise UsageError(
            f"{path} is there, and is no table of matches any more: its first line should be "
            f"{','.join(COLUMNS)}. Move it away, or choose another folder with -o."
        )
    for row in rows:
        yield {column: (row[column] or "").strip() for column in COLUMNS}
