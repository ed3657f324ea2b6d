"""The tables of matches of earlier runs, read back: the people in them, and the user's decisions."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from migrate.errors import UsageError
from migrate.people.addresses.candidate import Candidate
from migrate.people.addresses.forms import from_address, read_address
from migrate.people.decisions import Decision, expect_in_place, forgets, read_decision
from migrate.people.evidence.match import IMPOSSIBLE, SURE
from migrate.people.find.book import Book
from migrate.sheets import (
    Damaged,
    Row,
    UnclearCell,
    bare,
    open_table,
    plain_name,
    read_id,
    unshield,
)
from migrate.sheets.text import OWN_BIGGEST

COLUMNS = (
    "x_id",
    "x_handle",
    "x_name",
    "relation",
    "fediverse_acct",
    "tier",
    "evidence",
    "evidence_url",
    "checked_at",
    "state",
)
"""The columns of a table of matches, in this order."""

_TO_BE_READ = frozenset(map(plain_name, ("x_id", "x_handle", "fediverse_acct", "tier", "state")))
"""The other columns tell people what they look at."""

_MADE_BY = "It is made by: migrate find YOUR-ARCHIVE.zip"


class EarlierMatch(Struct, frozen=True):
    """A row of such a table, as the user left it.

    `state` is the cell that holds the decision, `doubt` the word before the evidence, if there is one.
    """

    row: int
    x_id: str | Damaged
    handle: str
    address: str
    tier: str
    doubt: str
    state: str

    @property
    def pair(self) -> tuple[str, str]:
        """The contact's key and the address; the key is the handle where a spreadsheet rounded the number."""
        known = self.x_id if isinstance(self.x_id, str) else ""
        return known or f"@{self.handle}", self.address


def read_earlier(path: Path) -> Sequence[EarlierMatch]:
    """Read the rows of an earlier table; none where there is no file. Raises UsageError for another table."""
    another = "Move it away, or choose another folder with -o."
    return read_matches(path, another) if path.exists() else ()


def read_matches(path: Path, instead: str = _MADE_BY) -> Sequence[EarlierMatch]:
    """Read the rows of a table of matches; `instead` is the advice where it is none. Raises UsageError."""
    if not path.is_file():
        raise UsageError(f"There is no file {path}. {_MADE_BY}")
    table = open_table(path, lambda row: _TO_BE_READ.issubset(row.plain_names), OWN_BIGGEST)
    if table.header is None:
        raise UsageError(
            f"{path} is no table of matches: its first line should be {','.join(COLUMNS)}. {instead}"
        )
    expect_in_place(table, table.rows, len(table.header.names))
    return [_match_in(row) for row in table.rows]


def _match_in(row: Row) -> EarlierMatch:
    return EarlierMatch(
        row.number,
        read_id(row["x_id"]),
        bare(row["x_handle"]).lstrip("@").casefold(),
        _address_in(bare(row["fediverse_acct"]).lower()),
        bare(row["tier"]),
        bare(row["evidence"]).partition(":")[0],
        unshield(row["state"]),
    )


def _address_in(cell: str) -> str:
    """Read the address as `find` writes it, whatever the user made of the cell; else the cell itself."""
    found = read_address(cell) if "://" in cell else from_address(cell)
    return found.address if isinstance(found, Candidate) else cell.lstrip("@")


def are_of(matches: Sequence[EarlierMatch], book: Book) -> bool | None:
    """Tell whether earlier matches are about the contacts of this archive; None where there are none."""
    found = (book.find(match.x_id if isinstance(match.x_id, str) else "", match.handle) for match in matches)
    return any(found) if matches else None


def decisions_in(matches: Iterable[EarlierMatch]) -> Iterator[tuple[tuple[str, str], Decision]]:
    """Read the user's decisions, by the contact's key and the address; OPEN where one was taken back."""
    for match in matches:
        decision = read_decision(match.state)
        if decision and (decision is not Decision.OPEN or forgets(match.state)):
            yield match.pair, decision


def undecided_words(matches: Iterable[EarlierMatch]) -> dict[tuple[str, str], str]:
    """Collect the words in the column of decisions that are none, by the same key and address."""
    return {match.pair: match.state for match in matches if read_decision(match.state) is None}


def unclear_in(matches: Iterable[EarlierMatch]) -> Iterator[UnclearCell]:
    """Collect the words that are no decision, and the numbers that a spreadsheet has rounded."""
    for match in matches:
        if read_decision(match.state) is None:
            yield UnclearCell(match.row, "state", match.state)
        if isinstance(match.x_id, Damaged):
            yield UnclearCell(match.row, "x_id", match.x_id.cell, is_rounded=True)


def tiers_in(matches: Iterable[EarlierMatch]) -> dict[str, str]:
    """List the addresses of an earlier table, each with its tier then."""
    return {match.address: match.tier for match in matches}


def known_in(matches: Iterable[EarlierMatch], name: str) -> dict[str, str]:
    """Find the people who may be named by their address: a number on Twitter, and the address.

    Those whom the user accepted come before those who are sure enough by themselves.
    Raises UsageError.
    """
    known: dict[str, str] = {}
    accepted: set[str] = set()
    for match in matches:
        x_id, decision = match.x_id, read_decision(match.state) or Decision.OPEN
        if not (isinstance(x_id, str) and x_id and _is_sure(match, decision)) or x_id in accepted:
            continue
        address = _readable_address(match, name)
        if decision is Decision.ACCEPTED:
            accepted.add(x_id)
            known[x_id] = address
        known.setdefault(x_id, address)
    return known


def _is_sure(match: EarlierMatch, decision: Decision) -> bool:
    if match.doubt in IMPOSSIBLE:
        return False
    return decision is Decision.ACCEPTED or (decision is Decision.OPEN and match.tier in SURE)


def _readable_address(match: EarlierMatch, name: str) -> str:
    candidate = from_address(match.address)
    if candidate is None:
        raise UsageError(
            f"{name}, row {match.row}: {match.address!r} is not an address. "
            "Write it like name@server.example."
        )
    return candidate.address
