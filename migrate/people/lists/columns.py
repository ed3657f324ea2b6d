"""Which column is what: by its name where it has one that is known, else by what stands in it."""

import re

import pandas as pd
from msgspec import Struct

from migrate.people.addresses.cells import listed_addresses

ADDRESS_NAMES = (
    *("accountaddress", "fediverseacct", "fediverseids", "fediverseid", "fediverseaddress"),
    *("mastodonhandle", "mastodonaddress", "mastodonaccount", "mastodonid", "mastodonids", "mastodonurl"),
    *("mastodonlink", "mastodonprofile", "mastodon", "fediversehandle", "fediverse", "handles"),
    *("possibleaccounts", "webfinger", "acct", "address", "account", "handle", "profile", "profileurl"),
)
"""From the plainest to the vaguest."""

OTHER_NAMES = {
    "showboosts": "boosts",
    "notifyonnewposts": "notify",
    "languages": "languages",
    "hidenotifications": "hide_notifications",
    "listname": "list",
    "listtitle": "list",
    "tier": "tier",
    "relation": "relation",
    "state": "state",
}
NOT_PEOPLE = ("mail", "bluesky", "bsky", "twitter", "threads", "evidence")
"""Words in the names of columns whose addresses are something else."""

OPTIONS = ("boosts", "notify", "languages")
YES_OR_NO = frozenset({"", "true", "false", "0", "1", "yes", "no", "t", "f", "y", "n"})


class Columns(Struct, frozen=True):
    """The places of what is read: `addresses` in the order in which they count, the others by name."""

    addresses: tuple[int, ...] = ()
    others: dict[str, int] = {}
    header: bool = False
    names: tuple[str, ...] = ()


def find_columns(frame: pd.DataFrame, file_name: str) -> Columns:
    """What a table's columns are. The frame has every row, also the one that may be a header."""
    first = [_plain(cell) for cell in frame.iloc[0]]
    names_people = frame.map(lambda cell: bool(listed_addresses(cell)))
    known = any(name in ADDRESS_NAMES or name in OTHER_NAMES for name in first)
    header = not names_people.iloc[0].any() and (
        known or (frame.shape[1] > 1 and bool(names_people.any(axis=None)))
    )
    if header:
        counts = [int(count) for count in names_people.iloc[1:].sum()]
        return _by_header(first, [str(cell) for cell in frame.iloc[0]], counts)
    return _by_content(frame, names_people, file_name)


def _by_header(plain: list[str], names: list[str], counts: list[int]) -> Columns:
    others = {
        OTHER_NAMES[name]: place for place, name in reversed(list(enumerate(plain))) if name in OTHER_NAMES
    }
    places = [place for place, name in enumerate(plain) if not any(word in name for word in NOT_PEOPLE)]
    places = [place for place in places if place not in others.values()]
    named = sorted(
        (ADDRESS_NAMES.index(plain[place]), place) for place in places if plain[place] in ADDRESS_NAMES
    )
    filled = [place for _, place in named if counts[place]]
    if not filled:
        filled = sorted((place for place in places if counts[place]), key=lambda place: -counts[place])
    best = (filled or [place for _, place in named])[:1]
    # what stands beyond the last name goes on with the same (Debirdify and twote write ragged rows)
    more = [place for place in places if not plain[place] and counts[place] and best and place > best[0]]
    chosen = (*best, *more)
    return Columns(chosen, others, header=True, names=tuple(names[place] for place in best))


def _by_content(frame: pd.DataFrame, names_people: pd.DataFrame, file_name: str) -> Columns:
    """A table without names: Mastodon's lists, blocks and mutes, older exports, and what people write."""
    places = tuple(place for place, any_ in enumerate(names_people.any()) if any_)
    others: dict[str, int] = {}
    if places == (0,) and frame.shape[1] > 1:
        others = _options(frame, file_name)
    elif places == (1,) and frame.shape[1] == 2 and _are_lists(frame[0], file_name):  # noqa: PLR2004 - a pair
        others = {"list": 0}
    return Columns(places, others)


def _options(frame: pd.DataFrame, file_name: str) -> dict[str, int]:
    """Yes and no behind an address are Mastodon's options, in its order."""
    if not frame[1].str.lower().isin(YES_OR_NO).all():
        return {}
    if "mute" in file_name.lower():
        return {"hide_notifications": 1}
    return {name: place for place, name in enumerate(OPTIONS, start=1) if place < frame.shape[1]}


def _are_lists(column: "pd.Series[str]", file_name: str) -> bool:
    """Names of lists come again and again; names of people don't."""
    return file_name.lower().startswith("lists") or bool(column.nunique() < len(column))


def _plain(name: object) -> str:
    return re.sub(r"[^a-z0-9]", "", str(name).lower())
