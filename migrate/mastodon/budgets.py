"""The use of the server's budgets: counted, corrected, and stored with every change.

Every request through a server is counted here, and callers have nothing to remember: a run
that is cut off at any moment has stored what it had used.
"""

from collections.abc import Iterable, Mapping
from typing import Protocol

from msgspec.structs import replace

from migrate.mastodon.pace import LONGEST_BAN, Budget, Pace, Quota, UsageRow, read_rate_headers


class BudgetStore(Protocol):
    """A store that keeps an account's budgets from one run to the next: its ledger."""

    def spent(self) -> Mapping[str, UsageRow]:
        """Return the use of each budget that was stored last."""

    def keep_spent(self, spent: Mapping[str, UsageRow]) -> None:
        """Store the use of each budget; a store that is open for looking only stays as it is."""


class Budgets:
    """The budgets of one account on one server. They are in memory alone until a store is given."""

    def __init__(self, budgets: Iterable[Budget]) -> None:
        self.pace = Pace({budget.quota: budget for budget in budgets})
        self._store: BudgetStore | None = None

    def keep_in(self, store: BudgetStore, now: float) -> None:
        """Go on from the use by earlier runs, and store every change from now on."""
        self.pace = self.pace.with_usage(store.spent(), now)
        self._store = store
        store.keep_spent(self.pace.usage())

    def count(self, quotas: Iterable[Quota], now: float) -> None:
        """Note a request that is about to go out."""
        self._set(self.pace.after(quotas, now))

    def answered(self, quotas: Iterable[Quota], now: float, *, ahead: float) -> None:
        """Note that a request has its answer, and by how much the server's clock is ahead of ours."""
        self._set(replace(self.pace, ahead=ahead).answered(quotas, now))

    def correct(self, quotas: Iterable[Quota], headers: Mapping[str, str], now: float) -> None:
        """Believe what the server says in an answer's headers about what is left."""
        if said := read_rate_headers(headers):
            self._set(self.pace.corrected(quotas, said, now))

    def refund(self, quotas: Iterable[Quota], now: float) -> None:
        """Take back the count of a request that was refused, where only successes count."""
        self._set(self.pace.refunded(quotas, now))

    def block(self, quotas: Iterable[Quota], headers: Mapping[str, str], *, until: float, now: float) -> None:
        """Send nothing until then of those among a request's quotas that the server's "not now" means."""
        meant = self.pace.meant_by(quotas, read_rate_headers(headers), now)
        self._set(self.pace.blocked_until(meant, min(until, now + LONGEST_BAN)))

    def limit(self, budget: Budget) -> None:
        """Keep to one budget more: the user's own."""
        self._set(self.pace.with_budget(budget))

    def lift(self) -> None:
        """Forget every limit, for a server on this machine without other users."""
        self._set(Pace({}))

    def _set(self, pace: Pace) -> None:
        changed = pace.spent != self.pace.spent
        self.pace = pace
        if changed and self._store is not None:
            self._store.keep_spent(pace.usage())
