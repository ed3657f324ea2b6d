"""The accounts in a table of whatever origin: the meaning of each column, by its name, else by its cells."""

from collections.abc import Collection, Iterator, Mapping, Sequence

import msgspec
from msgspec import Struct

from migrate.people.addresses.text import addresses_in
from migrate.people.contacts import XProfile
from migrate.people.decisions import Decision, expect_in_place, read_decision
from migrate.people.sources.xjson import strings_in
from migrate.people.sources.xnames import Part, part_of, rank_of
from migrate.people.sources.xparts import Parts, handle_in
from migrate.sheets import Row, Table, TextFile, read_table, unshield

_AUTHORS = ("author.", "user.")
"""What stands before the names of columns about the author, in a table of tweets (twarc, twarc-csv)."""

_OF_TWEETS = frozenset({"tweetid", "fulltext", "tweettext", "retweetcount", "conversationid", "authorid"})
_TWEETS_OWN = frozenset({"id", "idstr", "text", "fulltext", "url", "urls", "link", "links"})
_LOOKED_AT = 200


class XColumns(Struct, frozen=True):
    """The part that each column holds, by its place, and the names of all columns."""

    parts: Mapping[int, Part]
    names: tuple[str, ...] = ()

    @property
    def read(self) -> tuple[str, ...]:
        """The names of the columns whose texts are read."""
        told = (Part.TEXT, Part.ADDRESS, Part.USER, Part.SERVER)
        return tuple(name for place, name in enumerate(self.names) if name and self.parts.get(place) in told)

    @property
    def unread(self) -> tuple[str, ...]:
        """The names of the columns of which nobody knows what they hold."""
        return tuple(name for place, name in enumerate(self.names) if name and place not in self.parts)


def table_of_people(file: TextFile) -> tuple[XColumns, Sequence[Row]]:
    """Find the columns of a table, and the rows below its header. Raises UsageError for shifted rows."""
    table = read_table(file, _is_header)
    if table.header is None:
        return _by_cells(table)
    if {"fediverseacct", "state"} <= table.header.places.keys():
        expect_in_place(table, table.rows, len(table.header.names))
    rows = [row for row in table.rows if not (_is_struck_out(row) or _is_rule(row))]
    return _columns(table.header.names, rows), rows


def read_row(columns: XColumns, row: Row) -> tuple[XProfile | None, bool]:
    """Read the account of a row, and whether a spreadsheet has rounded its id."""
    parts = Parts()
    for place, part in sorted(columns.parts.items(), key=lambda one: _rank(columns, one[0])):
        cell = unshield(row.at(place))
        for text in _texts(cell) if part is Part.TEXT else [cell]:
            parts.add(part, text)
    return parts.profile(), parts.is_rounded


def _rank(columns: XColumns, place: int) -> int:
    return rank_of(_bare_name(columns.names[place])) if place < len(columns.names) else 0


def _is_header(row: Row) -> bool:
    """Tell whether a column says whose profile it is; a name before an address is one of a list of people."""
    parts = {part_of(_bare_name(cell)) for cell in row.cells}
    return bool(parts & {Part.ID, Part.HANDLE}) and "@" not in "".join(row.cells)


def _is_struck_out(row: Row) -> bool:
    """Tell whether it is a row of a table of matches to which the user said no."""
    return row["fediverse_acct"] != "" and read_decision(row["state"]) is Decision.REJECTED


def _is_rule(row: Row) -> bool:
    """Tell whether it is the line below the header of a table in Markdown."""
    return not "".join(row.cells).strip("-: ")


def _bare_name(name: str) -> str:
    lower = name.lower()
    return next((name[len(start) :] for start in _AUTHORS if lower.startswith(start)), name)


def _columns(names: Sequence[str], rows: Sequence[Row]) -> XColumns:
    about_authors = any(name.lower().startswith(_AUTHORS) for name in names)
    of_tweets = about_authors or any(_letters(name) in _OF_TWEETS for name in names)
    parts: dict[int, Part] = {}
    for place, name in enumerate(names):
        if of_tweets and _is_about_tweets(name, about_authors=about_authors):
            parts[place] = Part.NONE
        elif part := part_of(_bare_name(name)):
            parts[place] = part
        elif _holds_addresses(rows, place):
            parts[place] = Part.TEXT
    return XColumns(_with_handles(parts, rows), tuple(names))


def _with_handles(parts: dict[int, Part], rows: Sequence[Row]) -> dict[int, Part]:
    """Look for the handles in the cells where no column of that name has one."""
    named = [place for place, part in parts.items() if part is Part.HANDLE]
    if any(handle_in(row.at(place)) for row in rows for place in named):
        return parts
    others = {place for place, part in parts.items() if part in {Part.ID, Part.NAME, Part.ADDRESS}}
    found = _column_of_handles(rows, others)
    return parts if found is None else {**parts, found: Part.HANDLE}


def _is_about_tweets(name: str, *, about_authors: bool) -> bool:
    """Tell whether a column of a table of tweets is about the tweet: its number, its text, its links."""
    if name.lower().startswith(_AUTHORS) or _letters(name) in {"authorid", "userid"}:
        return False
    return about_authors or _letters(name) in _TWEETS_OWN


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.lower()))


def _by_cells(table: Table) -> tuple[XColumns, Sequence[Row]]:
    """Find the columns of a table whose header is not known, or that has none."""
    place = _column_of_handles(table.rows, ())
    if place is None:
        return XColumns({}), table.rows
    first, rows = table.rows[0], table.rows
    names = first.cells if not handle_in(first.at(place), said=False) else ()
    if names:
        rows = rows[1:]
    width = max((len(row.cells) for row in rows), default=0)
    texts = {at: Part.TEXT for at in range(width) if at != place and _holds_addresses(rows, at)}
    return XColumns({place: Part.HANDLE, **texts}, names), rows


def _column_of_handles(rows: Sequence[Row], taken: Collection[int]) -> int | None:
    """Find the column most of whose cells are links to X, or handles behind an @."""
    sample = rows[:_LOOKED_AT]
    counts: dict[int, int] = {}
    for row in sample:
        for place, cell in enumerate(row.cells):
            if place not in taken and handle_in(cell, said=False):
                counts[place] = counts.get(place, 0) + 1
    best = max(counts, key=lambda place: counts[place], default=None)
    return best if best is not None and 2 * counts[best] > len(sample) - 1 else None


def _holds_addresses(rows: Sequence[Row], place: int) -> bool:
    return any(addresses_in(row.at(place)) for row in rows if "@" in row.at(place) or "/" in row.at(place))


def _texts(cell: str) -> Iterator[str]:
    """List the texts in a cell: what a program has written there as JSON, or with `\\n` in two letters.

    (twitter-web-exporter, src/utils/exporter.ts; twarc-csv.)
    """
    if cell[:1] in {"[", "{", '"'}:
        try:
            yield from strings_in(msgspec.json.decode(cell))
        except msgspec.DecodeError:
            pass
        else:
            return
    yield cell if "\n" in cell else cell.replace("\\r", "").replace("\\n", "\n")
