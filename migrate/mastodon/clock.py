"""The time by which a server is spoken to. It never steps back, and no clock is believed alone.

Three clocks tell how much time has passed: one of this computer that nobody sets, the one that it shows,
and the server's, in the `Date` of its answers. The first may stop while the computer sleeps, the second
may be set at any moment, the third may be that of any proxy. A `Date` is believed where one of the other
two agrees with it; until one comes, time goes on by the first. So one clock that is wrong changes nothing.

It begins with the server's first `Date`. That has whole seconds: what the later ones tell better is no
time that has passed, so it is kept beside it (`ahead`), and the windows of the server are found with it.
"""

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from migrate.web.retry_after import read_date

APART = 60.0
"""Seconds by which clocks that agree may differ: one that is never corrected loses that in a week or two."""

_STEADY = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))


def steady() -> float:
    """Count seconds by the clock that nobody sets, and that goes on while the computer sleeps.

    `time.monotonic` stops then on Linux and macOS, but not on Windows (docs.python.org/3/library/time.html;
    CLOCK_MONOTONIC in macOS's clock_gettime(3)).
    """
    return time.monotonic() if _STEADY is None else time.clock_gettime(_STEADY)


class ServerClock:
    """The time since the server was met, in seconds since the epoch; its own clock is `ahead` of that.

    `now` reads the clock that this computer shows, `elapsed` the one that nobody sets. Where only `now` is
    given, it is believed to be steady.
    """

    def __init__(
        self, now: Callable[[], datetime] | None = None, elapsed: Callable[[], float] | None = None
    ) -> None:
        self._shown = now or _now
        self._elapsed = elapsed or (steady if now is None else self._wall)
        self._begun = self._wall() - self._elapsed()
        self.ahead = 0.0
        self._agreed: tuple[float, float] | None = None
        """The time, and what this computer showed, when they were last compared."""

    def now(self) -> float:
        """Tell the time: never less than before."""
        return self._begun + self._elapsed()

    def elapsed(self) -> float:
        """Count seconds from nowhere, to measure how long an answer takes."""
        return self._elapsed()

    def shown_here(self, moment: float) -> float:
        """Tell what the clock of this computer will show at a moment."""
        return self._wall() + moment - self.now()

    def learn(self, date: float, took: float) -> None:
        """Take note of an answer's `Date`. It has whole seconds; the answer took that long."""
        now, by_wall, its = self.now(), self._by_wall(), date - self.ahead
        if self._agreed is None:
            self._begun += date - now
        elif _agree(now, its, took):
            self.ahead = min(max(self.ahead, date - now), date + 1 + took - now)
        elif now < its and _agree(by_wall, its, took):
            self._begun += its - now
        else:
            return
        self._agreed = self.now(), self._wall()

    def may_have_passed(self, moment: float) -> bool:
        """Tell whether a moment is over by the clock that this computer shows alone: it may have slept.

        The server's next `Date` tells.
        """
        return self._agreed is not None and self._by_wall() > max(moment, self.now() + APART)

    def _wall(self) -> float:
        return self._shown().timestamp()

    def _by_wall(self) -> float:
        """Tell the time by what has passed on the clock that this computer shows."""
        then, shown = self._agreed or (self.now(), self._wall())
        return then + self._wall() - shown


def date_of(headers: Mapping[str, str]) -> float | None:
    """Read when an answer was sent; one from a cache says how old it is (RFC 9111, section 5.1)."""
    made, age = read_date(headers.get("date", "")), headers.get("age", "")
    is_old = made is not None and age.isascii() and age.isdecimal() and len(age) < 10
    return made + int(age) if made is not None and is_old else made


def _agree(moment: float, date: float, took: float) -> bool:
    return date - APART <= moment <= date + 1 + took + APART


def _now() -> datetime:
    return datetime.now(UTC)
