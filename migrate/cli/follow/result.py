"""The outcome for the people of a list: in the terminal, in JSON, and in a file for a spreadsheet."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from migrate.cli.follow.words import BEFORE, DONE, REASONS, STATES, UNREAD
from migrate.cli.show import SHOWN, cleaned, say, table, warn
from migrate.cli.tables import edits, tell_kept
from migrate.model import Action, Person

if TYPE_CHECKING:
    from migrate.ledger import PersonRecord
    from migrate.people.lists import PeopleList

BAD = ("refused", "lost", "left_out")


class Result:
    """The states of the people of a list, by the ledger."""

    def __init__(self, people: Sequence[Person], known: Mapping[str, "PersonRecord"], action: Action) -> None:
        self.people = people
        self.action = action
        self.known = {person.address: known[person.address] for person in people if person.address in known}
        self.states = Counter(one.state.value for one in self.known.values())

    @property
    def left(self) -> int:
        """The number of people still to do."""
        return len(self.people) - len(self.known) + self.states["found"] + self.states["begun"]

    @property
    def bad(self) -> int:
        """The number of people refused or not found."""
        return self.states["refused"] + self.states["lost"]

    def show(self) -> None:
        """Print the states of the people, and the reasons of the failures."""
        rows: list[tuple[str, object]] = [
            (DONE[self.action], self.states["done"]),
            (BEFORE[self.action], self.states["already"]),
            ("A person has to say yes", self.states["requested"]),
            ("Their server has not answered yet", self.states["pending"]),
            ("Refused", self.states["refused"]),
            ("Not found", self.states["lost"]),
            ("Left out", self.states["left_out"]),
            ("Still to do", self.left),
        ]
        table([row for row in rows if row[1] or row[0] == DONE[self.action]])
        self._show_reasons()
        if self.left:
            say("To do the rest, run the same command again.")
        if self.states["requested"] or self.states["pending"]:
            say("To see later who has said yes, run the same command again. Nobody is asked twice.")

    def numbers(self) -> dict[str, object]:
        """Count the people by state, for other programs."""
        return {"people": len(self.people), "left": self.left, "states": dict(self.states)}

    def write(self, path: Path, reading: "PeopleList") -> None:
        """Write a row for each person, and for each row that was not understood."""
        from migrate.people.lists import write_outcomes

        rows = [self._row(person) for person in self.people]
        rows.extend(
            (row.line, row.text, "", "not understood", UNREAD[row.why], "", "") for row in reading.unread
        )
        tell_kept([write_outcomes(path, sorted(rows, key=itemgetter(0)), edits())])
        say("Written: {path}", path=str(path), err=True)

    def _show_reasons(self) -> None:
        by_reason: dict[str, list[PersonRecord]] = {}
        for one in self.known.values():
            if one.state in BAD and one.reason:
                by_reason.setdefault(one.reason, []).append(one)
        for reason, people in by_reason.items():
            warn("{why}:", why=REASONS[reason])
            for one in people[:SHOWN]:
                warn(
                    "  {address} {detail}",
                    address=one.address,
                    detail=f"({one.detail})" if one.detail else "",
                )
            if len(people) > SHOWN:
                warn("  and {n} more. The report (--report FILE.csv) has them all.", n=len(people) - SHOWN)

    def _row(self, person: Person) -> tuple[int, str, str, str, str, str, str]:
        one = self.known.get(person.address)
        if one is None:
            return (person.line, person.address, "", STATES["found"], "", "", "")
        when = datetime.fromtimestamp(one.changed_at, tz=UTC).isoformat(timespec="seconds")
        why = REASONS[one.reason] if one.reason else ""
        detail = str(cleaned(one.detail))
        return (person.line, person.address, one.acct, STATES[one.state], why, detail, when)
