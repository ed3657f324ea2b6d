"""Rows to people. Nothing is dropped in silence: what names nobody is told with its line."""

import re
from collections.abc import Iterable
from itertools import zip_longest

import pandas as pd
from msgspec import Struct
from msgspec.structs import replace

from migrate.model import Deed, Person
from migrate.people.addresses.candidate import Why
from migrate.people.addresses.cells import listed_addresses, why_none
from migrate.people.lists.columns import Columns, find_columns
from migrate.sheets.cells import Row, split_cells
from migrate.sheets.text import Table

SHOWN = 100
BLOCKS = re.compile(r"blocks|blocked_accounts")
MUTES = re.compile(r"mutes|muted_accounts")
RELATIONS = {Deed.FOLLOW: "following", Deed.BLOCK: "blocked", Deed.MUTE: "muted"}
"""What a contact has to be for a deed, in a file that says what they are."""

REJECTED = "R"
"""The tier of mirrors and other accounts that are not the person's."""

SURE = {Deed.FOLLOW: frozenset("AB"), Deed.BLOCK: frozenset("A"), Deed.MUTE: frozenset("A")}
"""The tiers of matches.csv that need no yes of a person."""


class Unread(Struct, frozen=True):
    """A row that names nobody."""

    line: int
    text: str
    why: Why


class Reading(Struct, frozen=True):
    """Everything that a file says, and how it was read.

    `meant` is what the file itself is for, where it says so. `again` counts the rows
    that name somebody once more, `rejected` those that a person has struck out.
    """

    people: tuple[Person, ...]
    unread: tuple[Unread, ...]
    meant: Deed | None
    again: int
    rejected: int
    encoding: str
    guessed: bool
    separator: str
    columns: tuple[str, ...]
    has_header: bool
    has_lists: bool


def read_people(table: Table) -> Reading:
    """Read a list of people, whoever wrote it."""
    cells = split_cells(table.text)
    columns_of_cells = zip_longest(*(row.cells for row in cells.rows), fillvalue="")
    frame = pd.DataFrame(dict(enumerate(columns_of_cells)), dtype=object)
    columns = find_columns(frame, table.name) if cells.rows else Columns()
    people: dict[str, Person] = {}
    unread: list[Unread] = []
    again = rejected = 0
    for row in cells.rows[1 if columns.header else 0 :]:
        if _cell(row, columns.others.get("state")).lower() == "rejected":
            rejected += 1
            continue
        named = _people_in(row, columns)
        if not named:
            unread.append(_unread(row, columns))
        again += sum(not _add(people, person) for person in named)
    return Reading(
        people=tuple(people.values()),
        unread=tuple(unread),
        meant=_meant(table.name, columns),
        again=again,
        rejected=rejected,
        encoding=table.encoding,
        guessed=table.guessed,
        separator=cells.separator,
        columns=columns.names,
        has_header=columns.header,
        has_lists="list" in columns.others,
    )


def choose(people: Iterable[Person], deed: Deed, tiers: frozenset[str]) -> list[Person]:
    """Those for whom the deed is meant: sure enough, and what a contact has to be for it.

    Whoever was blocked on Twitter is not followed, and a follower is not yet somebody who
    was followed. Where a file doesn't say what people are, it is meant for all of them.
    A match has to be of these tiers, A and B where none are named, or one that the person
    has said yes to; a wrong block hurts a stranger, so that only A is sure enough for it.
    """
    sure = tiers or SURE[deed]
    wanted = RELATIONS[deed]
    fit = (person for person in people if not person.relation or wanted in person.relation)
    return [person for person in fit if _is_sure(person, sure) or not (person.tier or tiers)]


def _is_sure(person: Person, tiers: frozenset[str]) -> bool:
    tier = person.tier.upper()
    return tier in tiers or (person.accepted and tier != REJECTED)


def _people_in(row: Row, columns: Columns) -> list[Person]:
    addresses = [address for place in columns.addresses for address in listed_addresses(_cell(row, place))]
    places = columns.others
    title = _cell(row, places.get("list"))
    relation = re.split(r"[,;|/]", _cell(row, places.get("relation")).lower())
    return [
        Person(
            address=address,
            line=row.line,
            boosts=_is_yes(_cell(row, places.get("boosts")), otherwise=True),
            notify=_is_yes(_cell(row, places.get("notify")), otherwise=False),
            languages=tuple(re.findall(r"[A-Za-z]{2,3}", _cell(row, places.get("languages")))),
            hide_notifications=_is_yes(_cell(row, places.get("hide_notifications")), otherwise=True),
            lists=(title,) if title else (),
            relation=frozenset(word.strip() for word in relation if word.strip()),
            tier=_cell(row, places.get("tier")),
            accepted=_cell(row, places.get("state")).lower() == "accepted",
        )
        for address in dict.fromkeys(addresses)
    ]


def _add(people: dict[str, Person], person: Person) -> bool:
    """Whether this is somebody new, or somebody for one more list."""
    known = people.setdefault(person.address, person)
    if known is person:
        return True
    lists = tuple(dict.fromkeys(known.lists + person.lists))
    people[person.address] = replace(known, lists=lists, relation=known.relation | person.relation)
    return lists != known.lists


def _unread(row: Row, columns: Columns) -> Unread:
    cell = (
        " ".join(_cell(row, place) for place in columns.addresses)
        if columns.addresses
        else " ".join(row.cells)
    )
    why = why_none(cell) if cell.strip() else Why.EMPTY
    return Unread(row.line, " ".join(row.cells)[:SHOWN], why)


def _meant(file_name: str, columns: Columns) -> Deed | None:
    """The name of the file goes first: Debirdify's file of blocked people has the header for follows."""
    if BLOCKS.search(file_name.lower()):
        return Deed.BLOCK
    if MUTES.search(file_name.lower()) or "hide_notifications" in columns.others:
        return Deed.MUTE
    return None


def _cell(row: Row, place: int | None) -> str:
    return row.cells[place] if place is not None and place < len(row.cells) else ""


def _is_yes(cell: str, *, otherwise: bool) -> bool:
    return cell.lower() in {"true", "1", "yes", "t", "y"} if cell else otherwise
