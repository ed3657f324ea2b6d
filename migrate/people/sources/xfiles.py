"""Profiles of X accounts in a file, however they came there: table, JSON, JSON lines, answers of the X API.

Columns are known by the names that people and programs give them. Only the account, its
texts and its links are read.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from migrate.errors import UsageError
from migrate.people.contacts import Relation, XProfile
from migrate.people.decisions import Decision, expect_in_place, read_decision
from migrate.sheets import Row, TextFile, bare, open_text, read_id, read_table, unshield

_IDS = ("xid", "twitteruserid", "twitterid", "userid", "accountid", "restid", "idstr", "id")
_HANDLES = (
    "xhandle",
    "twitterhandle",
    "twitterusername",
    "screenname",
    "username",
    "handle",
    "login",
    "user",
    "twitter",
)
_NAMES = ("xname", "twitterdisplayname", "displayname", "fullname", "name")
_TEXTS = frozenset(
    (
        *("bio", "description", "about", "summary", "profile", "text", "location", "place"),
        *("url", "urls", "website", "link", "links", "homepage", "pinned", "pinnedtweet", "pinnedtweettext"),
    )
)
_ADDRESSES = frozenset(
    (
        *("accountaddress", "fediverseids", "fediverseid", "fediverseacct", "fediverse", "handles"),
        *("mastodon", "mastodonhandle", "mastodonids", "mastodonaddress", "mastodonurl", "possibleaccounts"),
    )
)
"""The columns in which Fedifinder, Debirdify, twote and others have the addresses that they found."""

_EXPANDED = frozenset({"expandedurl", "unwoundurl"})
_HANDLE = re.compile(r"(?:https?://)?(?:(?:www\.|mobile\.)?(?:twitter|x)\.com/)?@?(\w{1,15})/?(?:\?.*)?")
_MOST_BYTES = 1 << 30


def read_profiles(path: Path) -> list[XProfile]:
    """Read every account of a file. Raises UsageError where none can be made out."""
    file = open_text(path, _MOST_BYTES)
    found = list(profiles_of(file, datetime.fromtimestamp(path.stat().st_mtime, UTC)))
    if not found:
        raise UsageError(
            f"There are no profiles in {path}. It should have a column for the handle or the id "
            "(x_handle, x_id) and one for the text (bio). Ids that a spreadsheet has rounded say nothing."
        )
    return found


def profiles_in(text: str, at: datetime, relations: frozenset[Relation] = frozenset()) -> Iterator[XProfile]:
    """Read every account of a text; `at` is when the profiles said so."""
    return profiles_of(TextFile("profiles", text, "utf-8"), at, relations)


def profiles_of(
    file: TextFile, at: datetime, relations: frozenset[Relation] = frozenset()
) -> Iterator[XProfile]:
    """Read every account of a file that is open."""
    rows = _json_rows(file.text) if file.text.lstrip()[:1] in {"{", "["} else _table_rows(file)
    for row in rows:
        profile = _profile(row, at, relations)
        if profile.x_id or profile.handle:
            yield profile


def _table_rows(file: TextFile) -> Iterator[Mapping[str, object]]:
    table = read_table(file, _is_header)
    if table.header:
        if {"fediverseacct", "state"} <= table.header.places.keys():
            expect_in_place(table, table.rows, len(table.header.names))
        for row in table.rows:
            if not _is_struck_out(row):
                yield dict(zip(table.header.names, map(unshield, row.cells), strict=False))


def _is_struck_out(row: Row) -> bool:
    """Tell whether it is a row of a table of matches to which the user said no."""
    return row["fediverse_acct"] != "" and read_decision(row["state"]) is Decision.REJECTED


def _is_header(row: Row) -> bool:
    """Tell whether a column says whose profile it is; a name before an address is one of a list of people."""
    letters = (re.sub(r"[^a-z]", "", name) for name in row.plain_names)
    return any(name in _IDS or name in _HANDLES for name in letters) and "@" not in "".join(row.cells)


def _json_rows(text: str) -> Iterator[Mapping[str, object]]:
    """Read one value, or one a line; an answer of the X API stands for the accounts in it."""
    try:
        values = [msgspec.json.decode(text)]
    except msgspec.DecodeError:
        values = [_line(line) for line in text.splitlines() if line.strip()]
    for value in values:
        yield from _accounts(value)


def _line(line: str) -> object:
    try:
        return msgspec.json.decode(line)
    except msgspec.DecodeError:
        return None


def _accounts(value: object) -> Iterator[Mapping[str, object]]:
    if isinstance(value, list):
        for one in value:
            yield from _accounts(one)
    elif isinstance(value, dict) and isinstance(value.get("data"), list | dict):
        pinned = _pinned(value)
        for one in _accounts(value["data"]):
            yield {**one, "pinned": pinned.get(str(one.get("pinned_tweet_id")), "")}
    elif isinstance(value, dict):
        yield value


def _pinned(answer: Mapping[str, object]) -> dict[str, object]:
    includes = answer.get("includes")
    tweets = includes.get("tweets") if isinstance(includes, dict) else None
    known = [one for one in tweets if isinstance(one, dict)] if isinstance(tweets, list) else []
    return {str(one.get("id")): one for one in known}


def _profile(row: Mapping[str, object], at: datetime, relations: frozenset[Relation]) -> XProfile:
    plain = {re.sub(r"[^a-z]", "", str(name).lower()): value for name, value in row.items() if value}
    x_id = read_id(str(_first(plain, _IDS)))
    handle = _HANDLE.fullmatch(bare(str(_first(plain, _HANDLES))))
    name = str(_first(plain, _NAMES))
    texts = [text for key, value in plain.items() if key in _TEXTS for text in _strings(value)]
    texts += [one for key, value in plain.items() if key in _ADDRESSES for one in _addresses(value)]
    texts += _links(row)
    return XProfile(
        x_id if isinstance(x_id, str) else "",
        handle[1] if handle else "",
        name,
        tuple(dict.fromkeys(text for text in (name, *texts) if text)),
        at,
        relations,
    )


def _first(row: Mapping[str, object], names: Iterable[str]) -> object:
    return next((row[name] for name in names if name in row), "")


def _strings(value: object) -> Iterator[str]:
    """List the texts in a value; of a tweet, its text."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, dict):
        yield from _strings(value.get("text") or value.get("full_text") or "")


def _addresses(value: object) -> Iterator[str]:
    """List each address by itself, with an @ before it, so that it is not taken for mail."""
    for text in _strings(value):
        for one in re.split(r"[\s,;]+", text):
            yield re.sub(r"^(?=[\w.-]+@[\w.-]+$)", "@", one)


def _links(value: object) -> Iterator[str]:
    """List the real addresses behind t.co links, wherever they stand."""
    if isinstance(value, list):
        for one in value:
            yield from _links(one)
    elif isinstance(value, dict):
        for name, inner in value.items():
            if isinstance(inner, str) and name.replace("_", "") in _EXPANDED:
                yield inner
            else:
                yield from _links(inner)
