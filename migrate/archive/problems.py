"""Collect the problems of a read, each kind up to a number that a person can still make use of."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from migrate.model import Origin, Place, Problem, ProblemKind

MOST = 10_000
"""Of one kind; a hostile archive could have millions."""


class Problems:
    """What went wrong so far."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []
        self._count: Counter[ProblemKind] = Counter()

    def add(
        self,
        kind: ProblemKind,
        where: str,
        detail: str = "",
        origin: Origin = Origin.TWEETS,
        place: Place | None = None,
    ) -> None:
        """Note a problem."""
        self._count[kind] += 1
        if self._count[kind] <= MOST:
            self._problems.append(Problem(kind, where, detail, origin, place))

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


class FileReport:
    """What is wrong with one file, record by record; `origin` is its tweets', None where it has none.

    A record is known by its number among all, or among those that were handed out.
    """

    def __init__(self, file: str, origin: Origin | None, problems: Problems) -> None:
        self._file = file
        self._origin = origin
        self._problems = problems
        self._rejected: list[tuple[str, int, datetime | None]] = []
        self._unreadable = 0

    def unreadable(self, number: int, reason: str, written: datetime | None = None) -> None:
        """Note a record that can't be read, and was not handed out."""
        self._rejected.append((reason, number, written))
        self._unreadable += 1

    def unusable(self, handed_out: int, reason: str, written: datetime | None) -> None:
        """Note a record that was handed out and turned out to be of no use."""
        self._rejected.append((reason, handed_out + self._unreadable, written))

    def odd_text(self, number: int) -> None:
        """Note a record in which characters had to be replaced."""
        self._add(ProblemKind.ODD_TEXT, f"{self._file} #{number}")

    def lost(self, number: int, fields: Sequence[str]) -> None:
        """Note a record that was read without some of its fields."""
        kind = ProblemKind.LOST_ID if "id" in fields else ProblemKind.LOST_FIELD
        self._add(kind, f"{self._file} #{number}", ", ".join(fields))

    def breaks_off(self, detail: str) -> None:
        """Note that the file does not end as it should."""
        self._add(
            ProblemKind.DAMAGED_FILE if self._origin is None else ProblemKind.TRUNCATED, self._file, detail
        )

    def finish(self, records: int) -> None:
        """Name the records that are lost, now that it is known of how many."""
        kind = ProblemKind.DAMAGED_FILE if self._origin is None else ProblemKind.UNREADABLE
        for reason, number, written in self._rejected:
            place = Place(self._file, number, records, written)
            self._add(kind, f"{self._file} #{number}", reason, place)
        self._rejected.clear()

    def _add(self, kind: ProblemKind, where: str, detail: str = "", place: Place | None = None) -> None:
        self._problems.add(kind, where, detail, self._origin or Origin.TWEETS, place)
