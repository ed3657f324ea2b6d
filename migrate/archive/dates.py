"""Read the moments in an archive, in all the ways in which they are written.

`strptime` would take half the time of a whole read, so Twitter's usual form is cut by position,
and what the parts stand for is looked up in tables that are small enough to stay at hand.
"""

from calendar import isleap
from datetime import UTC, datetime, timedelta

from migrate.model import TWITTER_EPOCH_MS, moment_of

FIRST_TWEET = datetime(2006, 3, 21, tzinfo=UTC)
"""Nothing on Twitter is older; exports of 2025 hold tweets of 1997 and 2003 (github.com/karlicoss/HPI)."""

LATEST = max(datetime.now(UTC), datetime(2026, 1, 1, tzinfo=UTC)) + timedelta(days=1)
"""Nothing is newer than today, and a day for clocks that are wrong. GoToSocial would hold such a post back
until its date has come (internal/processing/status/create.go, `scheduled_at`)."""

_LATEST_MS = int(LATEST.timestamp() * 1000)
_LAST_MS = int(datetime(9999, 1, 1, tzinfo=UTC).timestamp() * 1000)
_MINUTE_MS = 60_000
_APART_MS = 5000
"""Ids and stated dates agree to 1.5 seconds in real archives."""

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def _days_of(year: int) -> dict[str, int]:
    """Count the milliseconds from the beginning of the year to each of its days, `Oct 10`."""
    first = datetime(year, 1, 1, tzinfo=UTC)
    days = (first + timedelta(days=n) for n in range(366))
    return {
        f"{_MONTHS[day.month - 1]} {day.day:02}": round((day - first).total_seconds() * 1000)
        for day in days
        if day.year == year
    }


_LEAP, _USUAL = _days_of(2000), _days_of(2001)
_YEARS = {
    str(year): (round(datetime(year, 1, 1, tzinfo=UTC).timestamp() * 1000), _LEAP if isleap(year) else _USUAL)
    for year in range(1970, 2100)
}
_MINUTES = {f"{n // 60:02}:{n % 60:02}": n * 60_000 for n in range(24 * 60)}
_SECONDS = {f":{n:02}": n * 1000 for n in range(61)}


def usual_moment(tweet_id: int, stated: str) -> datetime | None:
    """Read the millisecond that the id holds, where the date in Twitter's usual form agrees; else None.

    It stands for itself because nearly every tweet takes this way, and it takes half the time;
    the seconds are not looked at.
    """
    try:
        year, days = _YEARS[stated[26:]]
        minute = year + days[stated[4:10]] + _MINUTES[stated[11:16]]
    except KeyError:
        return None
    by_id = (tweet_id >> 22) + TWITTER_EPOCH_MS
    agree = -_APART_MS <= by_id - minute <= _APART_MS + _MINUTE_MS
    return datetime.fromtimestamp(by_id / 1000, UTC) if agree and by_id <= _LATEST_MS else None


def likely_moment(tweet_id: int, stated: str) -> tuple[datetime | None, bool]:
    """Tell when a tweet was written, in the other cases, and whether something is odd about it.

    Where date and id differ the date is believed, if Twitter existed then. No date that is yet to come is.
    """
    by_date, by_id = _past(moment(stated)), _past(moment_of(tweet_id))
    if by_date is None or by_id is None:
        return by_date or by_id, by_date is None or by_date < FIRST_TWEET
    if abs(by_date - by_id) <= timedelta(milliseconds=_APART_MS):
        return by_id, False
    return (by_id if by_date < FIRST_TWEET else by_date), True


def moment(stated: str) -> datetime | None:
    """Read `Wed Oct 10 20:19:24 +0000 2018`, ISO 8601, or milliseconds since 1970; None for all else."""
    milliseconds = _milliseconds(stated)
    return None if milliseconds is None else _at(milliseconds)


def _past(moment: datetime | None) -> datetime | None:
    return moment if moment is not None and moment <= LATEST else None


def _at(milliseconds: int) -> datetime:
    return datetime.fromtimestamp(milliseconds / 1000, UTC)


def _milliseconds(stated: str) -> int | None:
    try:
        if stated[19:26] == " +0000 ":
            return _usual_milliseconds(stated)
        milliseconds = int(stated) if stated.isdecimal() else _of_iso(stated)
    except (ValueError, KeyError, OverflowError):
        return None
    return milliseconds if 0 <= milliseconds < _LAST_MS else None


def _usual_milliseconds(stated: str) -> int:
    year, days = _YEARS[stated[26:]]
    return year + days[stated[4:10]] + _MINUTES[stated[11:16]] + _SECONDS[stated[16:19]]


def _of_iso(stated: str) -> int:
    moment = datetime.fromisoformat(stated.replace(" +", "+"))
    return round((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1000)
