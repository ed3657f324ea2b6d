"""The moment when the next request may go. Pure: times are seconds since the epoch (see clock.py).

A server counts requests in windows, one budget a quota: so many posts in three
hours, so many uploads in half an hour. `Pace` counts in the same way. It is
corrected by the server's headers, and stored, so that a restart doesn't forget it.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

SLACK = 5.0
"""Seconds by which the end of a window may differ from what our clock makes of it."""

LONGEST_BAN = 86400.0
"""Seconds that a "not now" is believed at most: no window of any server is longer."""


class Quota(StrEnum):
    """The kind of requests that a budget counts. The values stand in every ledger."""

    REQUESTS = "requests"
    PAGES = "pages"
    POSTS = "posts"
    UPLOADS = "uploads"
    DELETES = "deletes"
    FOLLOWS = "follows"
    UNFOLLOWS = "unfollows"
    USER_LIMIT = "chosen"
    """The user's own limit on posts."""


class Budget(Struct, frozen=True):
    """A number of requests of a quota in a number of seconds.

    `aligned` windows begin at multiples of the period since the epoch (Mastodon:
    app/lib/rate_limiter.rb, and rack-attack's cache.rb); others with the first
    request after the last window. With `counts_only_successes`, a refused
    request costs nothing. `ours` are those that begin with the request itself, not with its arrival.
    """

    quota: Quota
    limit: int
    seconds: float
    aligned: bool = True
    counts_only_successes: bool = False
    ours: bool = False


def one_every(seconds: float, quota: Quota) -> Budget:
    """Make a pace of our own: one request, and the next so many seconds later."""
    return Budget(quota, 1, seconds, aligned=False, ours=True)


class Usage(Struct, frozen=True):
    """The use of a quota: the window's first second, the requests in it, and a ban until `not_before`."""

    start: float = 0.0
    used: int = 0
    not_before: float = 0.0


UsageRow = tuple[float, int, float]
"""A usage as it is stored, in this order."""


class RateHeaders(Struct, frozen=True):
    """The state of one budget by an answer's headers, which don't name it."""

    limit: int
    remaining: int
    reset: float


class Pace(Struct, frozen=True):
    """The budgets of one account on one server, and their use."""

    budgets: Mapping[Quota, Budget]
    spent: Mapping[Quota, Usage] = {}
    ahead: float = 0.0
    """Seconds by which the server's clock, which its windows go by, is ahead of the times here."""

    def free_at(self, quotas: Iterable[Quota], now: float) -> tuple[float, Quota | None]:
        """Tell when a request of these quotas may go, and which quota is in its way."""
        at, blocking = now, None
        for quota in quotas:
            free = self._quota_free_at(quota, now)
            if free > at:
                at, blocking = free, quota
        return at, blocking

    def after(self, quotas: Iterable[Quota], now: float) -> "Pace":
        """Count one request of these quotas."""
        spent = dict(self.spent)
        for quota in quotas:
            if quota in self.budgets:
                current = self._current(quota, now)
                spent[quota] = replace(current, used=current.used + 1)
        return replace(self, spent=spent)

    def answered(self, quotas: Iterable[Quota], now: float) -> "Pace":
        """Note that a request has its answer.

        The server counted it at some moment before: where a window has ended meanwhile, it may be in
        the next one, and a window that it has opened began no later than now.
        """
        pace = self
        for quota in quotas:
            budget, current = self.budgets.get(quota), self._current(quota, now)
            if budget and not budget.ours and current.used <= 1:
                start = current.start if budget.aligned else now
                pace = pace._with(quota, replace(current, start=start, used=1))
        return pace

    def last_at(self, requests: Iterable[Iterable[Quota]], now: float) -> float:
        """Foretell when the last of these requests may go, one after the other."""
        pace = self
        for quotas in requests:
            now, _ = pace.free_at(quotas, now)
            pace = pace.after(quotas, now)
        return now

    def refunded(self, quotas: Iterable[Quota], now: float) -> "Pace":
        """Take back a request of these quotas that was refused, where only successes count."""
        pace = self
        for quota in quotas:
            budget, current = self.budgets.get(quota), self._current(quota, now)
            if budget and budget.counts_only_successes and current.used:
                pace = pace._with(quota, replace(current, used=current.used - 1))
        return pace

    def corrected(self, quotas: Iterable[Quota], headers: RateHeaders, now: float) -> "Pace":
        """Correct a budget by the server's headers.

        One triple of headers speaks for one budget that it doesn't name. It is taken
        for the one with the same limit whose window ends when it says.
        """
        for quota in quotas:
            budget = self.budgets.get(quota)
            if budget and self._is_told_by(budget, headers, now):
                current, said = self._current(quota, now), headers.limit - headers.remaining
                if budget.aligned:
                    return self._with(quota, replace(current, used=max(current.used, said)))
                # GoToSocial cuts off the fraction (github.com/ulule/limiter, GetContextFromState)
                start = headers.reset - self.ahead - budget.seconds
                start = min(max(current.start, start), start + 1)
                return self._with(quota, replace(current, start=start, used=said))
        return self

    def meant_by(self, quotas: Iterable[Quota], headers: RateHeaders | None, now: float) -> tuple[Quota, ...]:
        """Tell which of a request's quotas are used up when it was one too many.

        Mastodon's headers are then those of the full window (recorded on 4.5.15). Where the limit is
        none that is known, it is one whose windows are long enough; without a word it may be any but
        the user's own.
        """
        own = tuple(quota for quota in quotas if quota is not Quota.USER_LIMIT)
        if headers is None or headers.remaining > 0:
            return own
        budgets = [self.budgets[quota] for quota in own if quota in self.budgets]
        named = [budget for budget in budgets if self._is_told_by(budget, headers, now)]
        long_enough = [
            budget for budget in budgets if now + budget.seconds + SLACK >= headers.reset - self.ahead
        ]
        return tuple(budget.quota for budget in named or long_enough) or own

    def blocked_until(self, quotas: Iterable[Quota], moment: float) -> "Pace":
        """Send nothing of these quotas until then: the server said "not now"."""
        pace = self
        for quota in quotas:
            current = pace.spent.get(quota, Usage())
            pace = pace._with(quota, replace(current, not_before=moment))
        return pace

    def with_budget(self, budget: Budget) -> "Pace":
        """Add a budget, or put another one in the place of its quota's."""
        return replace(self, budgets={**self.budgets, budget.quota: budget})

    def usage(self) -> dict[str, UsageRow]:
        """Return the use of the budgets, as plain rows that can be stored."""
        return {quota.value: (s.start, s.used, s.not_before) for quota, s in self.spent.items()}

    def with_usage(self, rows: Mapping[str, UsageRow], now: float) -> "Pace":
        """Add the use by earlier runs in windows that are still open.

        What lies in the future was written down by a clock that was wrong: it counts from now on.
        """
        pace = self
        for name, row in rows.items():
            quota, before = Quota(name), Usage(*row)
            budget, own = self.budgets.get(quota), self.spent.get(quota)
            latest = self._window_start(budget, now) if budget else now
            start, until = min(before.start, latest), min(before.not_before, now + LONGEST_BAN)
            before = replace(before, start=start, not_before=until)
            if budget and own and own.start < before.start + budget.seconds:
                before = replace(before, used=before.used + own.used)
            elif own:
                before = replace(own, not_before=before.not_before)
            pace = pace._with(quota, before)
        return pace

    def _quota_free_at(self, quota: Quota, now: float) -> float:
        budget = self.budgets.get(quota)
        current = self._current(quota, now)
        free = max(now, current.not_before)
        if budget and current.used >= budget.limit:
            free = max(free, current.start + budget.seconds)
        return free

    def _current(self, quota: Quota, now: float) -> Usage:
        """Return the use in the window that `now` falls in; before its first second it is open, too."""
        spent = self.spent.get(quota, Usage())
        budget = self.budgets.get(quota)
        if budget is None or now < spent.start + budget.seconds:
            return spent
        return Usage(start=self._window_start(budget, now), not_before=spent.not_before)

    def _window_start(self, budget: Budget, now: float) -> float:
        """Tell when the window began that `now` falls in, if no request has opened one before."""
        return now - (now + self.ahead) % budget.seconds if budget.aligned else now

    def _is_told_by(self, budget: Budget, headers: RateHeaders, now: float) -> bool:
        """Tell whether the headers have this budget's limit, and the end of its window."""
        if budget.limit != headers.limit:
            return False
        reset, end = headers.reset - self.ahead, self._window_start(budget, now) + budget.seconds
        if budget.aligned:
            return abs(reset - end) < min(SLACK, budget.seconds / 2)
        return now < reset <= end + 1

    def _with(self, quota: Quota, spent: Usage) -> "Pace":
        return replace(self, spent={**self.spent, quota: spent})


def read_rate_headers(headers: Mapping[str, str]) -> RateHeaders | None:
    """Read the three headers, if they are there.

    `X-RateLimit-Reset` is a date (app/controllers/concerns/api/rate_limit_headers.rb);
    older GoToSocials sent seconds since the epoch.
    """
    try:
        reset = headers["x-ratelimit-reset"]
        seconds = float(reset) if reset.isdecimal() else datetime.fromisoformat(reset).timestamp()
        limit, remaining = int(headers["x-ratelimit-limit"]), int(headers["x-ratelimit-remaining"])
    except (KeyError, ValueError):
        return None
    return RateHeaders(limit=limit, remaining=remaining, reset=seconds)
