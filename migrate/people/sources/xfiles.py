"""Profiles of X accounts in a file, however they came there: a table, JSON, JSON lines, a page, X's answers.

Only the account, its texts and its links are read; it is told what was read and what was not.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from msgspec import Struct, structs

from migrate.errors import UsageError
from migrate.people.contacts import Relation, XProfile
from migrate.people.sources.xjson import accounts_in
from migrate.people.sources.xpages import is_page, people_on
from migrate.people.sources.xtables import read_row, table_of_people
from migrate.sheets import TextFile, open_text

_MOST_BYTES = 1 << 30
_SHORTENER = "https://t.co/"


class XFile(Struct, frozen=True):
    """The profiles of a file, each account once, and what of it was not read.

    `read` and `unread` are the names of columns, where it is a table. `nameless` counts the rows
    and lines that name no account, `rounded` those whose id a spreadsheet has rounded.
    """

    name: str
    profiles: tuple[XProfile, ...] = ()
    read: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    nameless: int = 0
    rounded: int = 0

    @property
    def with_text(self) -> int:
        """The number of accounts of which there is more than a name."""
        return sum(any(text != one.name for text in one.texts) for one in self.profiles)

    @property
    def shortened(self) -> int:
        """The number of accounts with a link that only X could follow (t.co)."""
        return sum(any(_SHORTENER in text for text in one.texts) for one in self.profiles)


def read_profiles(path: Path) -> XFile:
    """Read every account of a file. Raises UsageError where none can be made out."""
    file = open_text(path, _MOST_BYTES, pages=True)
    at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    found = profiles_of(structs.replace(file, name=path.name), at)
    if not found.profiles:
        raise UsageError(
            f"There are no profiles in {path}. It should have a column for the handle or the id "
            "(x_handle, x_id) and one for the text (bio). Ids that a spreadsheet has rounded say nothing."
        )
    return found


def profiles_in(text: str, at: datetime, relations: frozenset[Relation] = frozenset()) -> Iterator[XProfile]:
    """Read every account of a text; `at` is when the profiles said so."""
    yield from profiles_of(TextFile("profiles", text, "utf-8"), at, relations).profiles


def profiles_of(file: TextFile, at: datetime, relations: frozenset[Relation] = frozenset()) -> XFile:
    """Read every account of a file that is open."""
    if is_page(file.text):
        found = XFile(file.name, tuple(people_on(file.text)))
    elif file.text.lstrip()[:1] in {"{", "["}:
        found = _in_json(file)
    else:
        found = _in_table(file)
    profiles = tuple(structs.replace(one, at=at, relations=relations) for one in _once_each(found.profiles))
    return structs.replace(found, profiles=profiles)


def _in_json(file: TextFile) -> XFile:
    """Read one value, or one a line."""
    try:
        values, broken = [msgspec.json.decode(file.text)], 0
    except (msgspec.DecodeError, RecursionError):
        lines = [line for line in file.text.splitlines() if line.strip()]
        values = [value for line in lines if (value := _line(line)) is not None]
        broken = len(lines) - len(values)
    return XFile(file.name, tuple(accounts_in(values)), nameless=broken)


def _line(line: str) -> object:
    try:
        return msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError):
        return None


def _in_table(file: TextFile) -> XFile:
    columns, rows = table_of_people(file)
    told = [read_row(columns, row) for row in rows] if columns.parts else []
    return XFile(
        file.name,
        tuple(profile for profile, _ in told if profile),
        columns.read,
        columns.unread,
        nameless=sum(profile is None for profile, _ in told),
        rounded=sum(is_rounded for _, is_rounded in told),
    )


def _once_each(profiles: Iterable[XProfile]) -> list[XProfile]:
    """Join what is said of one account in several places: by its id, else by its handle."""
    known: dict[str, XProfile] = {}
    for one in profiles:
        key = one.x_id or f"@{one.handle.casefold()}"
        known[key] = _joined(known[key], one) if key in known else one
    return list(known.values())


def _joined(first: XProfile, second: XProfile) -> XProfile:
    return structs.replace(
        first,
        handle=first.handle or second.handle,
        name=first.name or second.name,
        texts=tuple(dict.fromkeys((*first.texts, *second.texts))),
    )
