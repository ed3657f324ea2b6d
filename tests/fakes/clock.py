"""Time as an argument: a clock that a test moves, and the real one for real processes."""

import time
from datetime import UTC, datetime, timedelta


class FakeClock:
    """Stands still until someone sleeps on it. It starts inside a rate-limit window, not on its edge."""

    def __init__(self, start: datetime = datetime(2026, 3, 2, 9, 40, 17, 250_000, tzinfo=UTC)) -> None:
        self._now = start
        self.slept: list[float] = []

    def now(self) -> datetime:
        return self._now

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

    def advance(self, seconds: float) -> None:
        time.sleep(seconds)
