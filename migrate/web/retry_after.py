"""The moment when a host that said "not now" may be asked again, however it gives it."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from math import isfinite

_NAMES = ("retry-after", "x-ratelimit-reset", "x-rate-limit-reset")
"""HTTP's own header (RFC 9110, section 10.2.3), then those of Mastodon and X."""

_EPOCH_SINCE = 1_000_000_000
"""A larger number is a moment and no length of time: X writes its reset that way."""

_LONGEST = 24 * 3600.0
"""The longest window of any host, in seconds: that of follows on Mastodon (app/lib/rate_limiter.rb)."""

_INSTEAD = 3600.0
"""The seconds to wait where more than that was named: a year 9999 is a fault."""


def free_again_at(headers: Mapping[str, str], now: float) -> float | None:
    """Read the moment that a host names, in seconds since the epoch; None where it names none."""
    told = next((headers[name] for name in _NAMES if headers.get(name)), "")
    moment = _read_moment(told, now)
    if moment is None:
        return None
    return moment if moment <= now + _LONGEST else now + _INSTEAD


def seconds_to_wait(headers: Mapping[str, str], now: float) -> float:
    """Return the seconds for which a host wants to be left alone: one at least, also where it doesn't say."""
    moment = free_again_at(headers, now)
    return 1.0 if moment is None else max(moment - now, 1.0)


def _read_moment(told: str, now: float) -> float | None:
    try:
        number = float(told)
    except ValueError:
        return read_date(told)
    if not isfinite(number):
        return None
    return number if number > _EPOCH_SINCE else now + number


def read_date(text: str) -> float | None:
    """Read a date as ISO 8601 or HTTP writes it, in seconds since the epoch; None for all else."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(text)
        except (ValueError, TypeError, OverflowError, IndexError):
            continue
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    return None
