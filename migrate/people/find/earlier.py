"""The tables of matches of earlier runs, read back: what a person wrote into them, and who was in them."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from migrate.errors import UsageError
from migrate.people.addresses.candidate import Candidate
from migrate.people.addresses.forms import read_address
from migrate.people.decisions import Decision, expect_in_place, forgets, read_decision
from migrate.people.evidence.match import Tier
from migrate.people.find.tables import COLUMNS
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

_SURE = frozenset({Tier.CONFIRMED, Tier.STATED})
_TO_BE_READ = frozenset(map(plain_name, ("x_id", "x_handle", "fediverse_acct", "tier", "state")))
"""The other columns tell people what they look at."""

_MADE_BY = "It is made by: migrate find YOUR-ARCHIVE.zip"


class EarlierMatch(Struct, frozen=True):
    """A row of such a table, as a person left it. `state` is the cell that holds their decision."""

    row: int
    x_id: str | Damaged
    handle: str
    address: str
    tier: str
    state: str

    @property
    def pair(self) -> tuple[str, str]:
        """The contact's key and the address. A number that a spreadsheet rounded says nothing."""
        known = self.x_id if isinstance(self.x_id, str) else ""
        return known or f"@{self.handle}", self.address


def read_earlier(path: Path) -> Sequence[EarlierMatch]:
    """The rows of an earlier table; none where there is no file. Raises UsageError for another table."""
    another = "Move it away, or choose another folder with -o."
    return read_matches(path, another) if path.exists() else ()


def read_matches(path: Path, instead: str = _MADE_BY) -> Sequence[EarlierMatch]:
    """The rows of a table of matches; `instead` says what to do where it is none. Raises UsageError."""
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
        unshield(row["state"]),
    )


def _address_in(cell: str) -> str:
    """The address as `find` writes it, whatever a person made of the cell; else what stands there."""
    found = read_address(cell)
    return found.address if isinstance(found, Candidate) else cell.lstrip("@")


def decisions_in(matches: Iterable[EarlierMatch]) -> Iterator[tuple[tuple[str, str], Decision]]:
    """What a person decided, by the contact's key and the address; OPEN where they took it back."""
    for match in matches:
        decision = read_decision(match.state)
        if decision and (decision is not Decision.OPEN or forgets(match.state)):
            yield match.pair, decision


def undecided_words(matches: Iterable[EarlierMatch]) -> dict[tuple[str, str], str]:
    """What stands in the column of decisions and is none, by the same key and address."""
    return {match.pair: match.state for match in matches if read_decision(match.state) is None}


def unclear_in(matches: Iterable[EarlierMatch]) -> Iterator[UnclearCell]:
    """The words that are no decision, and the numbers that a spreadsheet has rounded."""
    for match in matches:
        if read_decision(match.state) is None:
            yield UnclearCell(match.row, "state", match.state)
        if isinstance(match.x_id, Damaged):
            yield UnclearCell(match.row, "x_id", match.x_id.cell, is_rounded=True)


def tiers_in(matches: Iterable[EarlierMatch]) -> dict[str, str]:
    """The addresses of an earlier table, each with its tier then."""
    return {match.address: match.tier for match in matches}


def known_in(matches: Iterable[EarlierMatch], name: str) -> dict[str, str]:
    """Who may be named by their address: a number on Twitter, and the address. Raises UsageError.

    Those whom a person accepted come before those who are sure enough by themselves.
    """
    known: dict[str, str] = {}
    accepted: set[str] = set()
    for match in matches:
        x_id, decision = match.x_id, read_decision(match.state) or Decision.OPEN
        sure = decision is Decision.ACCEPTED or (decision is Decision.OPEN and match.tier in _SURE)
        if not (sure and isinstance(x_id, str) and x_id) or match.tier == Tier.REJECTED or x_id in accepted:
            continue
        if not isinstance(read_address(match.address), Candidate):
            raise UsageError(
                f"{name}, row {match.row}: {match.address!r} is not an address. "
                "Write it like name@server.example."
            )
        if decision is Decision.ACCEPTED:
            accepted.add(x_id)
            known[x_id] = match.address
        known.setdefault(x_id, match.address)
    return known
