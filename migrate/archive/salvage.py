"""Save a record whose fields are not as they should be: what can't be used is taken out, the rest is read.

A tweet is its text, its date and its number. Links, names, pictures and counts are
decoration: a null, an empty value or one of another type costs that field alone.
"""

import re
import zlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple, TypeVar

import msgspec

from migrate.archive.dates import FIRST_TWEET, moment
from migrate.model import FIRST_SNOWFLAKE, TWITTER_EPOCH_MS

T = TypeVar("T")

_PATH = re.compile(r" - at `\$(.*)`\Z")
_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+|\.\.\.)\]")
_MOST = 200
_PATIENCE = 20
"""So many fields of a record are taken out one by one, then those around them as a whole."""

_IDS = ("id_str", "id", "tweet_id", "tweetId", "rest_id")
_LAST_ID = (1 << 63) - 1

Step = str | int


class Saved(NamedTuple):
    """A record that was saved, and the names of the fields that it lost."""

    record: Any
    lost: Sequence[str]


def saved(record: object, shape: type, *, tweet: bool = False) -> Saved:
    """Read what is left of a record as this shape; ValueError where what it needs is not there."""
    lost = {"id": None} if tweet and _give_id(record) else {}
    for tries in range(_MOST):
        try:
            return Saved(msgspec.convert(record, shape, strict=False), list(lost))
        except msgspec.ValidationError as error:
            steps = _steps_to(str(error), record)
            steps = steps[: max(1, len(steps) - tries // _PATIENCE)]
            _take_out(record, steps)
            lost[_name_of(steps)] = None
    raise ValueError("too much of it is damaged")


def _give_id(record: object) -> bool:
    """Give a tweet the number that it has under another name, or else make one of its date; True for that.

    Deleted tweets have `id` alone (2023). A number that is made is the same in each read, as it
    comes from the tweet alone.
    """
    tweet = record.get("tweet", record) if isinstance(record, dict) else None
    if not isinstance(tweet, dict):
        return False
    known = next((found for name in _IDS if (found := _as_id(tweet.get(name)))), None)
    tweet["id_str"] = known or _id_by_date(tweet)
    return known is None


def _as_id(value: object) -> str | None:
    text = str(value) if isinstance(value, int | str) and not isinstance(value, bool) else ""
    return text if text.isdecimal() and 1 <= int(text) <= _LAST_ID else None


def _id_by_date(tweet: dict[str, Any]) -> str | None:
    written = moment(str(tweet.get("created_at")))
    if written is None or written < FIRST_TWEET:
        return None
    mark = zlib.crc32(str(tweet.get("full_text", tweet.get("text"))).encode(errors="replace"))
    return str(_snowflake(written, mark) if _has_snowflakes(written) else _early_id(written, mark))


def _snowflake(written: datetime, mark: int) -> int:
    return (int(written.timestamp() * 1000) - TWITTER_EPOCH_MS << 22) + mark % (1 << 22)


def _has_snowflakes(written: datetime) -> bool:
    return _snowflake(written, 0) >= FIRST_SNOWFLAKE


def _early_id(written: datetime, mark: int) -> int:
    """Make a number that is in order of time among those before 4 November 2010."""
    return 1 + int((written - FIRST_TWEET).total_seconds()) * 200 + mark % 200


def _steps_to(message: str, record: object) -> list[Step]:
    """Read in msgspec's message where the fault is; ValueError where it is the record as a whole."""
    path = _PATH.search(message)
    steps: list[Step] = []
    for name, index in _STEP.findall(path[1] if path else ""):
        if index == "...":  # any value of a dict
            steps.append(_only_key(_at(record, steps)))
        else:
            steps.append(name or int(index))
    if not steps or (len(steps) == 1 and message.startswith("Object missing required")):
        raise ValueError(message)
    return steps


def _only_key(wrapper: object) -> str:
    if isinstance(wrapper, dict) and len(wrapper) == 1:
        return str(next(iter(wrapper)))
    raise ValueError("it can't be told which part is damaged")


def _at(record: Any, steps: Sequence[Step]) -> Any:
    for step in steps:
        record = record[step]
    return record


def _take_out(record: object, steps: Sequence[Step]) -> None:
    try:
        del _at(record, steps[:-1])[steps[-1]]
    except (LookupError, TypeError) as error:
        raise ValueError("it is damaged") from error


def _name_of(steps: Sequence[Step]) -> str:
    """Name what is lost by the nearest name around it that says what it is."""
    names = [step for step in steps if isinstance(step, str) and step not in {"tweet", "entities", "indices"}]
    return next((name for name in names if name != "extended_entities"), "")
