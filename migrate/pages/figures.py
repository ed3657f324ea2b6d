"""Count an archive into tables to draw, to print, or to compute with. Pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, tzinfo

import pandas as pd

from migrate.model import Kind, Owner, Tweet, on_calendar

MOST = 10
_KINDS = [kind.value for kind in Kind]


@dataclass(frozen=True)
class Figures:
    """Tables with their labels in the index and numbers of tweets in the columns.

    `years` has a column for each kind, from the first year to the last. `hours` (0 to 23)
    and `weekdays` (0 is Monday) are of the time zone that was asked for, and without
    tweets of which only the day is known. `hashtags` are those that the owner wrote, `people`
    those whom they replied to most, `media` how many files are there and how many are missing.
    """

    years: pd.DataFrame
    hours: pd.DataFrame
    weekdays: pd.DataFrame
    hashtags: pd.DataFrame
    people: pd.DataFrame
    media: pd.DataFrame

    def tables(self) -> dict[str, pd.DataFrame]:
        """Return all tables by their names."""
        return dict(vars(self))


def make_figures(tweets: Iterable[Tweet], owner: Owner, zone: tzinfo = UTC) -> Figures:
    """Make the tables, in one pass over the tweets."""
    moments: list[tuple[int, str, int, int, bool]] = []
    hashtags, people, media = _Spellings(), _Spellings(), Counter[tuple[str, bool]]()
    for tweet in tweets:
        local = on_calendar(tweet.created_at, zone, has_time=tweet.has_time)
        moments.append((local.year, tweet.kind.value, local.hour, local.weekday(), tweet.has_time))
        if tweet.kind is not Kind.RETWEET:
            for tag in {
                tag.text.lstrip("#＃") for tag in (tweet.note or tweet).tags or () if tag.text[0] in "#＃"
            }:
                hashtags.add(tag.casefold(), f"#{tag}")
            media.update((item.kind.value, item.file is not None) for item in tweet.media)
        if tweet.kind is Kind.REPLY and tweet.reply_to_handle and tweet.reply_to_user != owner.id:
            people.add(tweet.reply_to_user or tweet.reply_to_handle.lower(), f"@{tweet.reply_to_handle}")
    table = pd.DataFrame(moments, columns=["year", "kind", "hour", "weekday", "has_time"])
    timed = table[table["has_time"].astype(bool)]
    return Figures(
        years=_years(table),
        hours=_counted(timed["hour"], 24),
        weekdays=_counted(timed["weekday"], 7),
        hashtags=hashtags.most(),
        people=people.most(),
        media=_media(media),
    )


class _Spellings:
    """Counts of things that have several spellings, each shown in the one that was used most."""

    def __init__(self) -> None:
        self._spellings: dict[str, Counter[str]] = {}

    def add(self, key: str, spelling: str) -> None:
        """Count a thing, in this spelling."""
        self._spellings.setdefault(key, Counter())[spelling] += 1

    def most(self) -> pd.DataFrame:
        """List the most frequent things, most frequent first."""
        counts = Counter({key: spellings.total() for key, spellings in self._spellings.items()})
        top = counts.most_common(MOST)
        names = [self._spellings[key].most_common(1)[0][0] for key, _ in top]
        return pd.DataFrame({"tweets": [count for _, count in top]}, index=pd.Index(names, dtype=object))


def _years(table: pd.DataFrame) -> pd.DataFrame:
    if table.empty:
        return pd.DataFrame(columns=_KINDS, dtype=int)
    counted = pd.crosstab(table["year"], table["kind"])
    every_year = range(int(table["year"].min()), int(table["year"].max()) + 1)
    return counted.reindex(index=every_year, columns=_KINDS, fill_value=0)


def _counted(column: "pd.Series[int]", size: int) -> pd.DataFrame:
    return column.value_counts().reindex(range(size), fill_value=0).to_frame("tweets")


def _media(counted: Counter[tuple[str, bool]]) -> pd.DataFrame:
    kinds = sorted({kind for kind, _ in counted})
    return pd.DataFrame(
        {
            "there": [counted[kind, True] for kind in kinds],
            "missing": [counted[kind, False] for kind in kinds],
        },
        index=pd.Index(kinds, dtype=object),
    )
