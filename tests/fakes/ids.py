"""The ids that servers give to statuses and files; all of them sort as they are listed."""

import random
from collections.abc import Callable
from datetime import datetime
from hashlib import md5

from tests.fakes.dialect import Ids

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


class IdMaker:
    """Makes the ids of one server, in order of arrival."""

    def __init__(self) -> None:
        self._arrivals = 0
        self._chance = random.Random(20221116)

    def __call__(self, kind: Ids, moment: datetime, now: datetime) -> str:
        """An id for a status of that date, or for a file."""
        self._arrivals += 1
        return _MAKERS[kind](self, moment, now)

    def _snowflake(self, _moment: datetime, now: datetime) -> str:
        return str((_milliseconds(now) << 16) + self._arrivals)

    def _ulid(self, moment: datetime, _now: datetime) -> str:
        chance = self._chance.choices(_CROCKFORD, k=16)
        return _digits(_milliseconds(moment), _CROCKFORD, 10) + "".join(chance)

    def _flake(self, _moment: datetime, now: datetime) -> str:
        return "A" + _digits((_milliseconds(now) << 32) + self._arrivals, _BASE62, 17)

    def _ctime_md5(self, _moment: datetime, now: datetime) -> str:
        # The real server lists by arrival, whatever the digest; here a counter stands before it.
        digest = md5(str(self._arrivals).encode(), usedforsecurity=False).hexdigest()
        return f"{int(now.timestamp()):10d}{self._arrivals:08x}{digest[:24]}"

    def _number(self, _moment: datetime, _now: datetime) -> str:
        return str(41_000 + self._arrivals * 3)


_MAKERS: dict[Ids, Callable[[IdMaker, datetime, datetime], str]] = {
    Ids.SNOWFLAKE: IdMaker._snowflake,
    Ids.ULID: IdMaker._ulid,
    Ids.FLAKE: IdMaker._flake,
    Ids.CTIME_MD5: IdMaker._ctime_md5,
    Ids.NUMBER: IdMaker._number,
}


def place(status_id: str) -> tuple[int, str]:
    """Where a status stands among the others: numbers by size, texts by their letters."""
    return len(status_id), status_id


def _milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def _digits(number: int, alphabet: str, width: int) -> str:
    digits = ""
    for _ in range(width):
        number, last = divmod(number, len(alphabet))
        digits = alphabet[last] + digits
    return digits
