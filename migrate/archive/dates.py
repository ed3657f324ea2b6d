"""The ways in which archives write a moment, and which of two to believe.

`strptime` would take half the time of a whole read, so Twitter's usual form is cut by position.
"""

from datetime import UTC, datetime, timedelta
from functools import lru_cache

from migrate.model import TWITTER_EPOCH_MS, moment_of

FIRST_TWEET = datetime(2006, 3, 21, tzinfo=UTC)
"""Nothing on Twitter is older; exports of 2025 hold tweets of 1997 and 2003 (github.com/karlicoss/HPI)."""

_LAST_MS = int(datetime(9999, 1, 1, tzinfo=UTC).timestamp() * 1000)
_APART_MS = 5000
"""Ids and stated dates agree to 1.5 seconds in real archives."""

_MONTHS = {"JanFebMarAprMayJunJulAugSepOctNovDec"[3 * n : 3 * n + 3]: n + 1 for n in range(12)}
_MINUTES = {f"{n // 60:02}:{n % 60:02}": n * 60_000 for n in range(24 * 60)}
_SECONDS = {f":{n:02}": n * 1000 for n in range(61)}


def usual_moment(tweet_id: int, stated: str) -> datetime | None:
    """The millisecond that the id holds, where the date in Twitter's usual form agrees; else None.

    It stands for itself because nearly every tweet takes this way, and it takes half the time.
    """
    try:
        told = _usual_milliseconds(stated)
    except (ValueError, KeyError, OverflowError):
        return None
    by_id = (tweet_id >> 22) + TWITTER_EPOCH_MS
    return _at(by_id) if -_APART_MS <= by_id - told <= _APART_MS else None


def likely_moment(tweet_id: int, stated: str) -> tuple[datetime | None, bool]:
    """When a tweet was written, in the other cases, and whether something is odd about it.

    Where date and id differ the date is believed, if Twitter existed then.
    """
    told, by_id = moment(stated), moment_of(tweet_id)
    if told is None or by_id is None:
        return told or by_id, told is None or told < FIRST_TWEET
    if abs(told - by_id) <= timedelta(milliseconds=_APART_MS):
        return by_id, False
    return (by_id if told < FIRST_TWEET else told), True


def moment(stated: str) -> datetime | None:
    """`Wed Oct 10 20:19:24 +0000 2018`, ISO 8601, or milliseconds since 1970; None for anything else."""
    told = _milliseconds(stated)
    return None if told is None else _at(told)


def _at(milliseconds: int) -> datetime:
    return datetime.fromtimestamp(milliseconds / 1000, UTC)


def _milliseconds(stated: str) -> int | None:
    try:
        if stated[19:26] == " +0000 ":
            return _usual_milliseconds(stated)
        told = int(stated) if stated.isdecimal() else _of_iso(stated)
    except (ValueError, KeyError, OverflowError):
        return None
    return told if 0 <= told < _LAST_MS else None


def _usual_milliseconds(stated: str) -> int:
    return _midnight(stated[4:11] + stated[26:]) + _MINUTES[stated[11:16]] + _SECONDS[stated[16:19]]


@lru_cache(maxsize=10_000)
def _midnight(day: str) -> int:
    """Milliseconds to the beginning of `Oct 10 2018`; an archive has few days and many tweets."""
    month, number, year = day.split()
    return int(datetime(int(year), _MONTHS[month], int(number), tzinfo=UTC).timestamp()) * 1000


def _of_iso(stated: str) -> int:
    told = datetime.fromisoformat(stated.replace(" +", "+"))
    return round((told if told.tzinfo else told.replace(tzinfo=UTC)).timestamp() * 1000)
