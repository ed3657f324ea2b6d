"""Time as an argument: a clock that a test moves, clocks that go wrong, and the real one."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import cycle
from math import floor

MINUTE, HOUR, DAY = 60, 3600, 86400


class FakeClock:
    """Stands still until someone sleeps on it. It starts inside a rate-limit window, not on its edge."""

    def __init__(self, start: datetime = datetime(2026, 3, 2, 9, 40, 17, 250_000, tzinfo=UTC)) -> None:
        self._now = start
        self.slept: list[float] = []

    def now(self) -> datetime:
        return self._now

    def elapsed(self) -> float:
        """Seconds by a clock that nobody sets."""
        return self.now().timestamp() - 1_700_000_000

    def sleep(self, seconds: float) -> None:
        """What the program under test calls; each call is kept in `slept`."""
        self.slept.append(seconds)
        self.advance(max(0.0, seconds))

    def advance(self, seconds: float) -> None:
        """Time that passes without anyone having asked for it."""
        self._now += timedelta(seconds=seconds)


class SystemClock(FakeClock):
    """The machine's own clock, for a fake that is spoken to by another process."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def elapsed(self) -> float:
        return time.monotonic()

    def advance(self, seconds: float) -> None:
        time.sleep(seconds)


class OwnClock(FakeClock):
    """The clocks of the computer on which the program runs. The server's is right, and another.

    What this computer shows is `off` by so many seconds, by the next of them after each few readings. Both
    its clocks may have `whole` seconds only, each sleep may be longer by `oversleeps`, and the computer is
    `suspended` for so long in every tenth: then the clock that nobody sets stands still.
    """

    def __init__(
        self,
        server: FakeClock,
        *,
        off: tuple[float, ...] = (0,),
        whole: bool = False,
        oversleeps: float = 0.0,
        suspended: float = 0.0,
    ) -> None:
        super().__init__()
        self.off = off[0]
        self._server = server
        self._offs = cycle(off) if len(off) > 1 else None
        self._whole = whole
        self._oversleeps = oversleeps
        self._suspended = suspended
        self._stood_still = 0.0
        self._readings = 0

    def set(self, off: float) -> None:
        """Somebody puts what is shown forward or back."""
        self.off = off

    def now(self) -> datetime:
        self._readings += 1
        if self._offs and self._readings % 7 == 0:
            self.off = next(self._offs)
        shown = self._server.now() + timedelta(seconds=self.off)
        return shown.replace(microsecond=0) if self._whole else shown

    def elapsed(self) -> float:
        seconds = self._server.elapsed() - self._stood_still
        return floor(seconds) if self._whole else seconds

    def advance(self, seconds: float) -> None:
        self._server.advance(seconds + self._oversleeps)
        if self._suspended and len(self.slept) % 10 == 0:
            self._server.advance(self._suspended)
            self._stood_still += self._suspended


CLOCKS: dict[str, Callable[[FakeClock], FakeClock]] = {
    "right": lambda server: server,
    "a day ahead": lambda server: OwnClock(server, off=(DAY,)),
    "ten minutes behind": lambda server: OwnClock(server, off=(-10 * MINUTE,)),
    "set again and again": lambda server: OwnClock(server, off=(0, 600, -600, 0.7, DAY, -DAY, -0.7)),
    "steps back": lambda server: OwnClock(server, off=(0.9, 0.4, 0, -0.4)),
    "whole seconds": lambda server: OwnClock(server, whole=True),
    "oversleeps": lambda server: OwnClock(server, oversleeps=0.013),
    "of a laptop": lambda server: OwnClock(server, suspended=2 * HOUR),
}
"""What a computer's clocks may do while the program runs."""

DATES: dict[str, Callable[[datetime], datetime | None]] = {
    "right": lambda now: now,
    "none": lambda _: None,
    "ten minutes ahead": lambda now: now + timedelta(minutes=10),
    "ten minutes behind": lambda now: now - timedelta(minutes=10),
    "a day ahead": lambda now: now + timedelta(days=1),
    "a day behind": lambda now: now - timedelta(days=1),
    "of one proxy and of another": lambda now: now - timedelta(minutes=7 * (now.second % 3 == 0)),
}
"""What the `Date` of the answers may be, which a proxy writes."""
