"""What became of everybody: on the terminal, as the last line of JSON, and in a file for a spreadsheet."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from migrate.cli.follow.words import BEFORE, DONE, REASONS, STATES, UNREAD
from migrate.cli.show import SHOWN, cleaned, say, table, warn
from migrate.cli.tables import edits, tell_kept

if TYPE_CHECKING:
    from migrate.ledger import Known
    from migrate.model import Deed, Person
    from migrate.people.lists import PeopleList

BAD = ("refused", "lost", "left_out")


class Result:
    """How the people of a list stand, by the ledger."""

    def __init__(self, people: Sequence["Person"], known: Mapping[str, "Known"], deed: "Deed") -> None:
        self.people = people
        self.deed = deed
        self.known = {person.address: known[person.address] for person in people if person.address in known}
        self.states = Counter(one.state.value for one in self.known.values())

    @property
    def left(self) -> int:
        """How many are still to be asked for."""
        return len(self.people) - len(self.known) + self.states["found"] + self.states["begun"]

    @property
    def bad(self) -> int:
        """How many were refused or not found."""
        return self.states["refused"] + self.states["lost"]

    def show(self) -> None:
        """Tell how they stand, and why it did not work where it did not."""
        rows: list[tuple[str, object]] = [
            (DONE[self.deed], self.states["done"]),
            (BEFORE[self.deed], self.states["already"]),
            ("A person has to say yes", self.states["requested"]),
            ("Their server has not answered yet", self.states["pending"]),
            ("Refused", self.states["refused"]),
            ("Not found", self.states["lost"]),
            ("Left out", self.states["left_out"]),
            ("Still to do", self.left),
        ]
        table([row for row in rows if row[1] or row[0] == DONE[self.deed]])
        self._show_reasons()
        if self.left:
            say("To do the rest, run the same command again.")
        if self.states["requested"] or self.states["pending"]:
            say("To see later who has said yes, run the same command again: nobody is asked twice.")

    def print_summary(self) -> None:
        """The last line for other programs."""
        import msgspec

        summary = {
            "event": "summary",
            "people": len(self.people),
            "left": self.left,
            "states": dict(self.states),
        }
        typer.echo(msgspec.json.encode(summary).decode())

    def write(self, path: Path, reading: "PeopleList") -> None:
        """One row for everybody, and for each row that was not understood."""
        from migrate.people.lists import write_outcomes

        rows = [self._row(person) for person in self.people]
        rows.extend(
            (row.line, row.text, "", "not understood", UNREAD[row.why], "", "") for row in reading.unread
        )
        tell_kept([write_outcomes(path, sorted(rows, key=itemgetter(0)), edits())])
        say("Written: {path}", path=str(path), err=True)

    def _show_reasons(self) -> None:
        by_reason: dict[str, list[Known]] = {}
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

    def _row(self, person: "Person") -> tuple[int, str, str, str, str, str, str]:
        one = self.known.get(person.address)
        if one is None:
            return (person.line, person.address, "", STATES["found"], "", "", "")
        when = datetime.fromtimestamp(one.changed_at, tz=UTC).isoformat(timespec="seconds")
        why = REASONS[one.reason] if one.reason else ""
        detail = str(cleaned(one.detail))
        return (person.line, person.address, one.acct, STATES[one.state], why, detail, when)
