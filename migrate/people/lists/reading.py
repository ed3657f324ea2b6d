"""Rows become people. Nothing is dropped in silence: a row without an address is reported with its line."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from migrate.errors import UsageError
from migrate.model import Action, Person
from migrate.people.addresses.candidate import Why
from migrate.people.addresses.cells import listed_addresses, why_none
from migrate.people.decisions import Decision, expect_in_place, read_decision
from migrate.people.evidence.match import SURE, Tier
from migrate.people.lists.columns import Columns, find_columns
from migrate.people.lists.kinds import expect_people, without_comments
from migrate.sheets import Row, Table, UnclearCell, YesNo, read_yes_no, unshield

SHOWN = 100
BLOCKS = re.compile(r"blocks|blocked_accounts")
MUTES = re.compile(r"mutes|muted_accounts")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
"""A language as Mastodon's export writes it: `zh-TW` and `nan-TW` have their region."""

RELATIONS = {Action.FOLLOW: "following", Action.BLOCK: "blocked", Action.MUTE: "muted"}
"""The relation that an action needs, in a file that has relations."""

YES_OR_NO = ("boosts", "notify", "hide_notifications")
"""The columns that hold yes or no."""

TIERS = {
    Action.FOLLOW: SURE,
    Action.BLOCK: frozenset({Tier.CONFIRMED}),
    Action.MUTE: frozenset({Tier.CONFIRMED}),
}
"""The tiers of matches.csv that need no yes of the user; a wrong block hurts a stranger."""


class Unread(Struct, frozen=True):
    """A row without an address."""

    line: int
    text: str
    why: Why


class PeopleList(Struct, frozen=True):
    """Everything that a file says, and how it was read.

    `meant` is what the file itself is for, where it says so. `again` counts the rows
    whose address came before, `rejected` those that the user has struck out. `unclear` are
    words where yes or no belongs, and that are neither; they change nothing.
    """

    people: tuple[Person, ...]
    unread: tuple[Unread, ...]
    unclear: tuple[UnclearCell, ...]
    meant: Action | None
    again: int
    rejected: int
    encoding: str
    guessed: bool
    separator: str
    columns: tuple[str, ...]
    has_header: bool
    has_lists: bool


def read_people(table: Table) -> PeopleList:
    """Read a list of people, whoever wrote it. Raises UsageError where that can't be done."""
    if not table.rows:
        raise UsageError(f"{table.name} is empty.")
    expect_people(table)
    table = without_comments(table)
    columns = find_columns(table)
    rows = table.rows[columns.above :]
    if "state" in columns.others:
        expect_in_place(table, rows, len(table.rows[columns.above - 1].cells))
    people: dict[str, Person] = {}
    unread: list[Unread] = []
    unclear: list[UnclearCell] = []
    again = rejected = 0
    for row in rows:
        unclear += _unclear(row, columns)
        if read_decision(_cell(row, columns, "state")) is Decision.REJECTED:
            rejected += 1
            continue
        named = _people_in(row, columns)
        if not named:
            unread.append(_unread(row, columns))
        again += sum(not _add(people, person) for person in named)
    return PeopleList(
        people=tuple(people.values()),
        unread=tuple(unread),
        unclear=tuple(unclear),
        meant=_meant(table.name, columns),
        again=again,
        rejected=rejected,
        encoding=table.encoding,
        guessed=table.guessed,
        separator=table.separator,
        columns=columns.names,
        has_header=columns.above > 0,
        has_lists="list" in columns.others,
    )


def choose(people: Iterable[Person], action: Action, tiers: frozenset[str]) -> list[Person]:
    """Choose the people whom the action is meant for: sure enough, and related to the user as it needs.

    People who were blocked on Twitter are not followed, and followers are not yet people
    who were followed. Where a file doesn't say what people are, it is meant for all of them.
    A match has to be of these tiers, those of TIERS where none are named, or the user has
    said yes to it, at any tier.
    """
    sure = tiers or TIERS[action]
    wanted = RELATIONS[action]
    fit = (person for person in people if not person.relation or wanted in person.relation)
    return [
        person
        for person in fit
        if person.accepted or person.tier.upper() in sure or not (person.tier or tiers)
    ]


def _people_in(row: Row, columns: Columns) -> list[Person]:
    addresses = [address for place in columns.addresses for address in listed_addresses(row.at(place))]
    title = _cell(row, columns, "list")
    relation = re.split(r"[,;|/]", _cell(row, columns, "relation").lower())
    return [
        Person(
            address=address,
            line=row.line,
            boosts=_is_yes(_cell(row, columns, "boosts"), otherwise=True),
            notify=_is_yes(_cell(row, columns, "notify"), otherwise=False),
            languages=tuple(LANGUAGE.findall(_cell(row, columns, "languages"))),
            hide_notifications=_is_yes(_cell(row, columns, "hide_notifications"), otherwise=True),
            lists=(title,) if title else (),
            relation=frozenset(word.strip() for word in relation if word.strip()),
            tier=_cell(row, columns, "tier"),
            accepted=read_decision(_cell(row, columns, "state")) is Decision.ACCEPTED,
        )
        for address in dict.fromkeys(addresses)
    ]


def _unclear(row: Row, columns: Columns) -> Iterator[UnclearCell]:
    for column in YES_OR_NO:
        cell = _cell(row, columns, column)
        if read_yes_no(cell) is YesNo.UNKNOWN:
            yield UnclearCell(row.number, column, cell)
    state = _cell(row, columns, "state")
    if read_decision(state) is None:
        yield UnclearCell(row.number, "state", state)


def _add(people: dict[str, Person], person: Person) -> bool:
    """Add a person, and tell whether the person is new, or belongs on one more list.

    Of two rows the one with the user's yes counts; where both are alike, the first.
    """
    known = people.setdefault(person.address, person)
    if known is person:
        return True
    lists = tuple(dict.fromkeys(known.lists + person.lists))
    if person.accepted and not known.accepted:
        people[person.address] = replace(person, lists=lists)
    else:
        people[person.address] = replace(known, lists=lists, relation=known.relation | person.relation)
    return lists != known.lists


def _unread(row: Row, columns: Columns) -> Unread:
    cells = [row.at(place) for place in columns.addresses] if columns.addresses else row.cells
    cell = " ".join(cells)
    why = why_none(cell) if cell.strip() else Why.EMPTY
    return Unread(row.line, " ".join(row.cells)[:SHOWN], why)


def _meant(file_name: str, columns: Columns) -> Action | None:
    """Read what a file is for, by its name first: Debirdify's blocked people have the header for follows."""
    if BLOCKS.search(file_name.lower()):
        return Action.BLOCK
    if MUTES.search(file_name.lower()) or "hide_notifications" in columns.others:
        return Action.MUTE
    return None


def _cell(row: Row, columns: Columns, name: str) -> str:
    return unshield(row.at(columns.others.get(name)))


def _is_yes(cell: str, *, otherwise: bool) -> bool:
    said = read_yes_no(cell)
    return otherwise if said in {YesNo.EMPTY, YesNo.UNKNOWN} else said is YesNo.YES
