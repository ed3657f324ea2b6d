"""Read tweets.csv, the one file of the classic archive that many people kept.

It has the text and no entities, so names, tags and links are found in the text. The
addresses behind t.co links stand in a column of their own, in the order of the text;
they are only used where there are as many of them as there are links.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from migrate.archive.containers import BROKEN, Container
from migrate.archive.dates import moment
from migrate.archive.layout import base_of
from migrate.archive.problems import FileReport, Problems
from migrate.archive.salvage import saved
from migrate.archive.saved_again import lines_of
from migrate.archive.wire import WireTweet
from migrate.model import Origin

_LONGEST_LINE = 1 << 20
_BETWEEN = ",;\t"
"""Spreadsheets put a semicolon or a tab between the cells, by the country and the kind of file."""

_NAME = re.compile(r"(?<![\w@/])@(\w{1,15})")
_TAG = re.compile(r"(?<![\w&/#])#(\w*[^\W\d]\w*)")
_LINK = re.compile(r"https?://t\.co/\w+")


class TweetsCsv:
    """The rows of a tweets.csv as tweets of the classic archive. `seen` counts the unreadable ones too."""

    def __init__(self, container: Container, name: str, problems: Problems) -> None:
        self.seen = 0
        self.base = base_of(name)
        self._container = container
        self._name = name
        self.report = FileReport(self.base, Origin.TWEETS, problems)

    def __iter__(self) -> Iterator[WireTweet]:
        try:
            with self._container.open(self._name) as stream:
                lines = lines_of(stream, _LONGEST_LINE)
                header = next(lines, "")
                sign = max(_BETWEEN, key=header.count)
                for row in csv.DictReader(chain([header], lines), delimiter=sign):
                    self.seen += 1
                    yield from self._tweet_of(row)
        except (*BROKEN, csv.Error) as error:
            self.report.breaks_off(f"it can't be read to its end ({error})")
        self.report.finish(self.seen)

    def _tweet_of(self, row: Mapping[str, str]) -> Iterator[WireTweet]:
        if None in row.values():
            self.report.unreadable(self.seen, "the row ends too early")
            return
        try:
            tweet, lost = saved(_as_classic(row), WireTweet, tweet=True)
        except KeyError:
            self.report.unreadable(self.seen, "it has no text")
        except ValueError:
            self.report.unreadable(self.seen, "it is damaged", moment(row.get("timestamp") or ""))
        else:
            if lost:
                self.report.lost(self.seen, lost)
            yield tweet


def _as_classic(row: Mapping[str, str]) -> dict[str, Any]:
    """Write the row as an item of the classic archive; people delete columns, so most may be missing."""
    text = row["text"]
    answered = re.match(r"@(\w+)", text) if row.get("in_reply_to_user_id") else None
    return {
        "id_str": row.get("tweet_id"),
        "created_at": row.get("timestamp", ""),
        "text": text,
        "source": row.get("source") or "",
        "entities": _entities(text, row.get("expanded_urls", "")),
        "in_reply_to_status_id_str": row.get("in_reply_to_status_id") or None,
        "in_reply_to_user_id_str": row.get("in_reply_to_user_id") or None,
        "in_reply_to_screen_name": answered[1] if answered else None,
        "retweeted_status": _original(row),
    }


def _entities(text: str, addresses: str) -> dict[str, Any]:
    links = list(_LINK.finditer(text))
    targets: list[str | None] = [*addresses.split(",")]
    if len(targets) != len(links):
        targets = [None] * len(links)
    return {
        "user_mentions": [{"screen_name": name[1], "indices": name.span()} for name in _NAME.finditer(text)],
        "hashtags": [{"text": tag[1], "indices": tag.span()} for tag in _TAG.finditer(text)],
        "urls": [
            {"url": link[0], "indices": link.span(), "expanded_url": target}
            for link, target in zip(links, targets, strict=True)
        ],
    }


def _original(row: Mapping[str, str]) -> dict[str, Any] | None:
    """Tell whom a retweet repeats; the handle stands in the text only."""
    if not row.get("retweeted_status_id"):
        return None
    author = {"id_str": row.get("retweeted_status_user_id") or None}
    return {"id_str": row["retweeted_status_id"], "user": author}
