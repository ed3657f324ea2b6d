"""The meaning of each column: by its name where that is known, else by its cells."""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from migrate.people.addresses.cells import listed_addresses
from migrate.sheets import Row, Table, YesNo, plain_name, read_yes_no
from migrate.sheets.reading import ABOVE

ADDRESS_NAMES = (
    *("accountaddress", "fediverseacct", "fediverseids", "fediverseid", "fediverseaddress"),
    *("mastodonhandle", "mastodonaddress", "mastodonaccount", "mastodonid", "mastodonids", "mastodonurl"),
    *("mastodonlink", "mastodonprofile", "mastodon", "fediversehandle", "fediverse", "handles"),
    *("possibleaccounts", "webfinger", "acct", "address", "account", "handle", "profile", "profileurl"),
)
"""Names of columns with addresses, from the plainest to the vaguest."""

OTHER_NAMES = {
    "showboosts": "boosts",
    "notifyonnewposts": "notify",
    "languages": "languages",
    "hidenotifications": "hide_notifications",
    "list": "list",
    "listname": "list",
    "listtitle": "list",
    "tier": "tier",
    "relation": "relation",
    "state": "state",
}
NOT_PEOPLE = ("mail", "bluesky", "bsky", "twitter", "threads", "evidence")
"""Words in the names of columns whose addresses are something else."""

FORMER = ("old", "former", "previous", "ancien", "antigu", "vecchi", "alteadresse", "alteskonto", "oud")
"""The beginnings of the names of columns with accounts that people have left."""

OPTIONS = ("boosts", "notify", "languages")
_PAIR = 2
_LANGUAGES = re.compile(r"(?:[A-Za-z]{2,3}(?:[-_]\w+)?(?:[,; ]+|$))*")


class Columns(Struct, frozen=True):
    """The places of the columns: `addresses` in the order in which they count, the others by name.

    `above` counts the rows before the first of a person: the header, and the title above it.
    """

    addresses: tuple[int, ...] = ()
    others: dict[str, int] = {}
    above: int = 0
    names: tuple[str, ...] = ()


def find_columns(table: Table) -> Columns:
    """Find out what the columns of a table mean."""
    names_people = [[bool(listed_addresses(cell)) for cell in row.cells] for row in table.rows]
    header = _find_header(table.rows, names_people)
    if header is None:
        return _by_content(table, names_people)
    below = names_people[header + 1 :]
    row = table.rows[header]
    width = max(map(len, (row.cells, *below)))
    counts = [sum(place < len(one) and one[place] for one in below) for place in range(width)]
    names = [row.at(place) for place in range(width)]
    columns = _by_header(names, counts, header + 1)
    if columns.others or not _is_export(table.rows[header + 1 :], columns):
        return columns
    return replace(columns, others={name: place for place, name in enumerate(OPTIONS, start=1)})


def _is_export(rows: Sequence[Row], columns: Columns) -> bool:
    """Tell whether these are Mastodon's four columns, whose header was translated by hand."""
    if columns.addresses != (0,) or any(len(row.cells) != len(OPTIONS) + 1 for row in rows):
        return False
    said = {read_yes_no(row.at(place)) for row in rows for place in (1, 2)}
    return said <= {YesNo.YES, YesNo.NO} and all(_LANGUAGES.fullmatch(row.at(3)) for row in rows)


def _find_header(rows: Sequence[Row], names_people: Sequence[Sequence[bool]]) -> int | None:
    """Find the first row whose names are known, or a row without an address above the people."""
    for place, row in enumerate(rows[: ABOVE + 1]):
        if any(names_people[place]):
            if _is_example(rows, names_people, place):
                return place
            if not _is_title(row):
                break
        elif _is_known(row) and (place == 0 or _filled(row) > 1 or len(rows[0].cells) == 1):
            return place
    if not rows or any(names_people[0]):
        return None
    wide = max(len(row.cells) for row in rows) > 1
    if not wide or not any(map(any, names_people)):
        return None
    first = next((place for place, row in enumerate(rows[: ABOVE + 1]) if _filled(row) > 1), 0)
    return 0 if any(map(any, names_people[: first + 1])) else first


def _is_known(row: Row) -> bool:
    return any(plain_name(cell) in ADDRESS_NAMES or plain_name(cell) in OTHER_NAMES for cell in row.cells)


def _is_title(row: Row) -> bool:
    """Tell whether a row has an address only in passing: "Exported for ada@one.example"."""
    return _filled(row) == 1 and len("".join(row.cells).split()) > 1


def _is_example(rows: Sequence[Row], names_people: Sequence[Sequence[bool]], place: int) -> bool:
    """Tell whether a header shows how an address looks: "Mastodon (e.g. @you@one.example)"."""
    if any(map(_is_known, rows[place + 1 : ABOVE + 1])):
        return False
    columns = [column for column, is_one in enumerate(names_people[place]) if is_one]
    below = [
        row.at(column).split()
        for row, people in zip(rows[place + 1 :], names_people[place + 1 :], strict=True)
        for column in columns
        if column < len(people) and people[column]
    ]
    in_words = all(len(rows[place].at(column).split()) > 1 for column in columns)
    return in_words and bool(below) and all(len(words) == 1 for words in below)


def _filled(row: Row) -> int:
    return sum(map(bool, row.cells))


def _by_header(names: Sequence[str], counts: Sequence[int], above: int) -> Columns:
    plain = [plain_name(name) for name in names]
    others = {
        OTHER_NAMES[name]: place for place, name in reversed(list(enumerate(plain))) if name in OTHER_NAMES
    }
    places = [place for place, name in enumerate(plain) if not any(word in name for word in NOT_PEOPLE)]
    places = [place for place in places if place not in others.values()]
    current = [place for place in places if not plain[place].startswith(FORMER)]
    places = current if any(counts[place] for place in current) else places
    named = sorted(
        (ADDRESS_NAMES.index(plain[place]), place) for place in places if plain[place] in ADDRESS_NAMES
    )
    filled = [place for _, place in named if counts[place]]
    if not filled:
        filled = sorted((place for place in places if counts[place]), key=lambda place: -counts[place])
    best = (filled or [place for _, place in named])[:1]
    # what stands beyond the last name goes on with the same (Debirdify and twote write ragged rows)
    more = [place for place in places if not plain[place] and counts[place] and best and place > best[0]]
    return Columns((*best, *more), others, above, names=tuple(names[place] for place in best))


def _by_content(table: Table, names_people: Sequence[Sequence[bool]]) -> Columns:
    """Read the columns of a table without a header, as Mastodon's lists, blocks and mutes are."""
    width = max((len(row.cells) for row in table.rows), default=0)
    places = tuple(
        place for place in range(width) if any(place < len(one) and one[place] for one in names_people)
    )
    if width == _PAIR and _are_lists(table, places, names_people):
        return Columns((1,), {"list": 0})
    return Columns(places, _options(table, width) if places == (0,) and width > 1 else {})


def _options(table: Table, width: int) -> dict[str, int]:
    """Read Mastodon's options, in its order, from columns of yes and no; most cells have to be one."""
    said = [read_yes_no(row.at(1)) for row in table.rows]
    if 2 * said.count(YesNo.UNKNOWN) > len(said) - said.count(YesNo.EMPTY):
        return {}
    if "mute" in table.name.lower():
        return {"hide_notifications": 1}
    return {name: place for place, name in enumerate(OPTIONS, start=1) if place < width}


def _are_lists(table: Table, places: tuple[int, ...], names_people: Sequence[Sequence[bool]]) -> bool:
    """Tell names of lists, which are repeated, from names of people, which aren't and may hold an address."""
    if table.name.lower().startswith("lists"):
        return all(len(one) > 1 and one[1] for one in names_people)
    first = [row.at(0) for row in table.rows]
    return places == (1,) and len(set(first)) < len(first)
