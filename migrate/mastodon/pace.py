"""When the next request may go. Pure: times are seconds since the epoch, by the server's clock.

A server counts requests in windows, one budget a family: so many posts in three
hours, so many uploads in half an hour. `Pace` keeps the same books. They are
corrected by what the server says in its headers, and stored, so that a restart
doesn't forget them.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace


class Family(StrEnum):
    """What a budget is for."""

    REQUESTS = "requests"
    PAGES = "pages"
    POSTS = "posts"
    UPLOADS = "uploads"
    DELETES = "deletes"
    FOLLOWS = "follows"
    UNFOLLOWS = "unfollows"
    CHOSEN = "chosen"
    """The person's own limit on posts."""


class Budget(Struct, frozen=True):
    """So many requests of a family in so many seconds.

    `aligned` windows begin at multiples of the period since the epoch (Mastodon:
    app/lib/rate_limiter.rb, and rack-attack's cache.rb); others with the first
    request after the last window. Where only what was done counts (`deeds`), a
    refused request costs nothing.
    """

    family: Family
    limit: int
    seconds: int
    aligned: bool = True
    deeds: bool = False


class Spent(Struct, frozen=True):
    """What a family has used: the window's first second, the requests in it, and a ban until `not_before`."""

    start: float = 0.0
    used: int = 0
    not_before: float = 0.0


class RateHeaders(Struct, frozen=True):
    """What an answer says about one budget, without naming it."""

    limit: int
    remaining: int
    reset: float


class Pace(Struct, frozen=True):
    """The budgets of one account on one server, and what is used of them."""

    budgets: Mapping[Family, Budget]
    spent: Mapping[Family, Spent] = {}

    def free_at(self, families: Iterable[Family], now: float) -> tuple[float, Family | None]:
        """When a request of these families may go, and which one is in its way."""
        at, blocking = now, None
        for family in families:
            free = self._family_free_at(family, now)
            if free > at:
                at, blocking = free, family
        return at, blocking

    def after(self, families: Iterable[Family], now: float) -> "Pace":
        """The books after one request of these families."""
        spent = dict(self.spent)
        for family in families:
            if family in self.budgets:
                current = self._current(family, now)
                spent[family] = replace(current, used=current.used + 1)
        return replace(self, spent=spent)

    def last_at(self, requests: Iterable[Iterable[Family]], now: float) -> float:
        """When the last of these requests may go, one after the other."""
        pace = self
        for families in requests:
            now, _ = pace.free_at(families, now)
            pace = pace.after(families, now)
        return now

    def given_back(self, families: Iterable[Family], now: float) -> "Pace":
        """The books after a request of these families was refused: what counts deeds alone has it back."""
        pace = self
        for family in families:
            budget, current = self.budgets.get(family), self._current(family, now)
            if budget and budget.deeds and current.used:
                pace = pace._with(family, replace(current, used=current.used - 1))
        return pace

    def corrected(self, families: Iterable[Family], headers: RateHeaders, now: float) -> "Pace":
        """The books after the server has said how much is left.

        One triple of headers speaks for one budget that it doesn't name. It is taken
        for the one with the same limit whose window ends when it says.
        """
        for family in families:
            budget = self.budgets.get(family)
            if budget and budget.limit == headers.limit and self._ends_at(budget, headers.reset, now):
                start = headers.reset - budget.seconds
                if budget.aligned:
                    start = now - now % budget.seconds
                current = self._current(family, now)
                said = headers.limit - headers.remaining
                used = max(current.used, said) if budget.aligned else said
                return self._with(family, replace(current, start=start, used=used))
        return self

    def banned(self, families: Iterable[Family], until: float) -> "Pace":
        """The books after the server said "not now" to a request of these families."""
        pace = self
        for family in families:
            current = pace.spent.get(family, Spent())
            pace = pace._with(family, replace(current, not_before=until))
        return pace

    def with_budget(self, budget: Budget) -> "Pace":
        """The same books with one budget more, or another one for its family."""
        return replace(self, budgets={**self.budgets, budget.family: budget})

    def books(self) -> dict[str, tuple[float, int, float]]:
        """What is used, as plain rows that can be stored."""
        return {family.value: (s.start, s.used, s.not_before) for family, s in self.spent.items()}

    def with_books(self, books: Mapping[str, tuple[float, int, float]]) -> "Pace":
        """The books with what earlier runs have used in windows that are still open added to them."""
        pace = self
        for name, row in books.items():
            family, before = Family(name), Spent(*row)
            budget, now = self.budgets.get(family), self.spent.get(family)
            if budget and now and now.start < before.start + budget.seconds:
                before = replace(before, used=before.used + now.used)
            elif now:
                before = replace(now, not_before=before.not_before)
            pace = pace._with(family, before)
        return pace

    def _family_free_at(self, family: Family, now: float) -> float:
        budget = self.budgets.get(family)
        current = self._current(family, now)
        free = max(now, current.not_before)
        if budget and current.used >= budget.limit:
            free = max(free, current.start + budget.seconds)
        return free

    def _current(self, family: Family, now: float) -> Spent:
        """What is used in the window that `now` falls in."""
        spent = self.spent.get(family, Spent())
        budget = self.budgets.get(family)
        if budget is None or spent.start <= now < spent.start + budget.seconds:
            return spent
        start = now - now % budget.seconds if budget.aligned else now
        return Spent(start=start, not_before=spent.not_before)

    def _ends_at(self, budget: Budget, reset: float, now: float) -> bool:
        if not budget.aligned:
            return now < reset <= now + budget.seconds + 1
        end = now - now % budget.seconds + budget.seconds
        return abs(reset - end) < min(5.0, budget.seconds / 2)

    def _with(self, family: Family, spent: Spent) -> "Pace":
        return replace(self, spent={**self.spent, family: spent})


def read_rate_headers(headers: Mapping[str, str]) -> RateHeaders | None:
    """The three headers, if they are there.

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
