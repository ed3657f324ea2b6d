"""Collect the problems of a read, each kind up to a number that a person can still make use of."""

from collections import Counter

from migrate.model import Problem, ProblemKind

MOST = 10_000
"""Of one kind; a hostile archive could have millions."""


class Problems:
    """What went wrong so far."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []
        self._count: Counter[ProblemKind] = Counter()

    def add(self, kind: ProblemKind, where: str, detail: str = "") -> None:
        """Note a problem."""
        self._count[kind] += 1
        if self._count[kind] <= MOST:
            self._problems.append(Problem(kind, where, detail))

    def count(self, kind: ProblemKind) -> int:
        """Count those of a kind, those past `MOST` included."""
        return self._count[kind]

    def all(self) -> tuple[Problem, ...]:
        """List what was noted, and for each kind that had too many, how many more."""
        more = [
            Problem(kind, "", f"{count - MOST} more of these")
            for kind, count in self._count.items()
            if count > MOST
        ]
        return (*self._problems, *more)
