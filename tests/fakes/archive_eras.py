"""The archives of 2018 to today: which files there are, what they are called, how they are written.

Each file is `window.YTD.<name>.part<n> = [ ... ]`, without a line break or semicolon at the end.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import islice
from typing import Any, NamedTuple

from migrate.model import Owner
from tests.fakes.archive_entities import Json
from tests.fakes.archive_json import inline_list, pretty, pretty_list
from tests.fakes.archive_packing import Member


class Era(NamedTuple):
    """How archives were made for some time."""

    stem: str = "tweets"
    root: str = "data/"
    wrapped: bool = True
    one_line: bool = False
    edits: bool = True
    host: str = "twitter.com"


ERAS = {
    "2018": Era(stem="tweet", root="", wrapped=False, one_line=True, edits=False),
    "2020-02": Era(stem="tweet", root="", one_line=True, edits=False),
    "2020": Era(stem="tweet", one_line=True, edits=False),
    "2021": Era(stem="tweet", edits=False),
    "2022": Era(),
    "2025": Era(host="x.com"),
}
"""By the time from which such archives are known."""


class Contents(NamedTuple):
    """What goes into an archive.

    `tweets` and `media` may be streams; `records` are the items of all other files,
    by the file's stem.
    """

    account: Owner
    tweets: Iterable[Json]
    total: int
    parts: int
    records: Mapping[str, list[Json]]
    media: Iterable[tuple[str, bytes]]


class _Listed(NamedTuple):
    """A file that the manifest names."""

    stem: str
    name: str
    part: int
    total: int


_WRAPPERS = {
    "ad-engagements": "ad",
    "block": "blocking",
    "community-tweet": "tweet",
    "deleted-tweet-headers": "tweet",
    "deleted-tweets": "tweet",
    "direct-messages": "dmConversation",
    "direct-messages-group": "dmConversation",
    "lists-created": "userListInfo",
    "lists-member": "userListInfo",
    "lists-subscribed": "userListInfo",
    "mute": "muting",
    "tweet-headers": "tweet",
    "tweetdeck": "deck",
    "twitter-circle-tweet": "tweet",
}
"""The key around each item, where it is not the file's own name."""

_MEDIA_FOLDERS = {
    "community-tweet": "community_tweet_media",
    "deleted-tweets": "deleted_tweets_media",
    "direct-messages": "direct_messages_media",
    "profile": "profile_media",
    "tweet": "tweet_media",
    "tweets": "tweets_media",
}


def files(contents: Contents, era: Era) -> Iterator[Member]:
    """Every file of the archive, as name and stream of bytes."""
    listed: list[_Listed] = []
    for stem, items in contents.records.items():
        if stem == "note-tweet" and not era.edits:
            continue  # notes came later than edits
        listed.append(_Listed(stem, f"{era.root}{stem}.js", 0, len(items)))
        yield listed[-1].name, _file(stem, 0, _wrapped(items, stem, era), era)
    yield from _tweet_files(contents, era, listed)
    for name, content in contents.media:
        yield era.root + (name if "/" in name else f"{_MEDIA_FOLDERS[era.stem]}/{name}"), [content]
    if era.root:
        yield "data/manifest.js", [b"window.__THAR_CONFIG = ", pretty(_manifest(contents.account, listed))]
        yield "data/README.txt", [b"This archive was made up.\n"]
        yield "Your archive.html", [b"<!doctype html>\n<title>Your archive</title>\n<p>Made up.</p>\n"]


def _tweet_files(contents: Contents, era: Era, listed: list[_Listed]) -> Iterator[Member]:
    tweets = iter(contents.tweets)
    size = -(-contents.total // contents.parts)
    for part in range(contents.parts):
        name = f"{era.root}{era.stem}{f'-part{part}' if part else ''}.js"
        listed.append(_Listed(era.stem, name, part, max(0, min(size, contents.total - part * size))))
        items = (_of_its_time(tweet, era) for tweet in islice(tweets, size))
        yield name, (_host(chunk, era) for chunk in _file(era.stem, part, items, era))


def _file(stem: str, part: int, items: Iterable[Any], era: Era) -> Iterator[bytes]:
    yield f"window.{_global_name(stem, part)} = ".encode()
    yield from inline_list(items) if era.one_line else pretty_list(items)


def _global_name(stem: str, part: int) -> str:
    return f"YTD.{stem.replace('-', '_')}.part{part}"


def _of_its_time(tweet: Json, era: Era) -> Json:
    unknown = {"retweeted_status"} if era.edits else {"retweeted_status", "edit_info"}
    known = {key: value for key, value in tweet.items() if key not in unknown}
    return {"tweet": known} if era.wrapped else known


def _host(chunk: bytes, era: Era) -> bytes:
    """Since early 2025 the addresses inside entities say x.com, for old tweets as well."""
    return re.sub(rb'"((?:https?://|pic\.)?)twitter\.com/', rf'"\1{era.host}/'.encode(), chunk)


def _wrapped(items: list[Json], stem: str, era: Era) -> Iterator[Json]:
    wrapper = _WRAPPERS.get(stem, _camel(stem))
    return ({wrapper: _of_2018(item) if era == ERAS["2018"] else item} for item in items)


def _of_2018(item: Json) -> Json:
    """Until summer 2018 there were no links to people, and dates were milliseconds."""
    return {key: _in_millis(value) for key, value in item.items() if key != "userLink"}


def _in_millis(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+Z", value):
        return str(round(datetime.fromisoformat(value).timestamp() * 1000))
    return value


def _manifest(account: Owner, listed: list[_Listed]) -> Json:
    data_types: dict[str, Json] = {}
    for stem, name, part, total in sorted(listed):
        folder = _MEDIA_FOLDERS.get(stem)
        kind = data_types.setdefault(_camel(stem), {"mediaDirectory": f"data/{folder}"} if folder else {})
        made = {"fileName": name, "globalName": _global_name(stem, part), "count": str(total)}
        kind.setdefault("files", []).append(made)
    return {
        "userInfo": {"accountId": account.id, "userName": account.handle, "displayName": account.name},
        "archiveInfo": {
            "sizeBytes": "1048576",
            "generationDate": "2024-05-06T12:00:00.000Z",
            "isPartialArchive": False,
            "maxPartSizeBytes": "53687091200",
        },
        "readmeInfo": {"fileName": "data/README.txt", "directory": "data/", "name": "README.txt"},
        "dataTypes": data_types,
    }


def _camel(stem: str) -> str:
    first, *rest = stem.split("-")
    return first + "".join(word.title() for word in rest)
