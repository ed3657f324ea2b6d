"""What is spent of the server's budgets: counted, corrected, and stored with every change.

Whoever sends a request through a server spends from here. There is nothing to remember
for anybody else: a run that is cut off at any moment has written down what it had spent.
"""

from collections.abc import Iterable, Mapping
from typing import Protocol

from migrate.mastodon.pace import Budget, Family, Pace, read_rate_headers

Usage = Mapping[str, tuple[float, int, float]]
"""By a budget's name: the window's first second, the requests in it, and a ban until when."""


class BudgetStore(Protocol):
    """Where an account's budgets are kept from one run to the next: its ledger."""

    def spent(self) -> Usage:
        """Return what was used of each budget when it was last written down."""

    def keep_spent(self, spent: Usage) -> None:
        """Write down what is used of each budget; a store that is only looked into stays as it is."""


class Budgets:
    """The budgets of one account on one server. They are in memory alone until a store is given."""

    def __init__(self, budgets: Iterable[Budget]) -> None:
        self.pace = Pace({budget.family: budget for budget in budgets})
        self._store: BudgetStore | None = None

    def keep_in(self, store: BudgetStore) -> None:
        """Go on from what earlier runs have spent, and store every change from now on."""
        self.pace = self.pace.with_books(store.spent())
        self._store = store
        store.keep_spent(self.pace.books())

    def count(self, families: Iterable[Family], now: float) -> None:
        """Note a request that is about to go out."""
        self._set(self.pace.after(families, now))

    def correct(self, families: Iterable[Family], headers: Mapping[str, str], now: float) -> None:
        """Believe what the server says in an answer's headers about what is left."""
        if said := read_rate_headers(headers):
            self._set(self.pace.corrected(families, said, now))

    def give_back(self, families: Iterable[Family], now: float) -> None:
        """Take back the count of a request that was refused, where only what was done counts."""
        self._set(self.pace.given_back(families, now))

    def ban(self, families: Iterable[Family], until: float) -> None:
        """Send nothing of these families until then: the server said "not now"."""
        self._set(self.pace.banned(families, until))

    def limit(self, budget: Budget) -> None:
        """Keep to one budget more: the user's own."""
        self._set(self.pace.with_budget(budget))

    def lift(self) -> None:
        """Forget every limit, for a server on this machine that nobody else uses."""
        self._set(Pace({}))

    def _set(self, pace: Pace) -> None:
        changed = pace.spent != self.pace.spent
        self.pace = pace
        if changed and self._store is not None:
            self._store.keep_spent(pace.books())
