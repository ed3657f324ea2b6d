"""How long a host asks to wait, in each of the ways in which hosts say it."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_EPOCH_SINCE = 1_000_000_000
"""A larger number is a moment and no length of time: X writes its reset that way."""


def seconds_to_wait(headers: Mapping[str, str], now: float) -> float:
    """Seconds, a moment as a number or a date: in `Retry-After`, else in the headers of Mastodon and X."""
    names = ("retry-after", "x-ratelimit-reset", "x-rate-limit-reset")
    told = next((headers[name] for name in names if headers.get(name)), "")
    try:
        number = float(told)
    except ValueError:
        return max(_moment(told) - now, 1.0)
    return max(number - now if number > _EPOCH_SINCE else number, 1.0)


def _moment(told: str) -> float:
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(told)
        except (ValueError, TypeError):
            continue
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    return 0.0
