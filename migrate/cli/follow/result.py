"""The outcome for the people of a list: in the terminal, in JSON, and in a file for a spreadsheet."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from operator import itemgetter
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from migrate.cli.follow.words import BEFORE, DONE, REASONS, STATES, UNREAD
from migrate.cli.show import SHOWN, cleaned, say, table, warn
from migrate.cli.tables import edits, tell_kept
from migrate.model import Action, Person

if TYPE_CHECKING:
    from migrate.ledger import PersonRecord
    from migrate.people.follow import NotListed
    from migrate.people.lists import PeopleList

BAD = ("refused", "lost", "left_out")


class Result:
    """The states of the people of a list, by the ledger."""

    def __init__(
        self,
        people: Sequence[Person],
        known: Mapping[str, "PersonRecord"],
        action: Action,
        listed: Mapping[str, int] = MappingProxyType({}),
        not_listed: "Sequence[NotListed]" = (),
    ) -> None:
        self.people = people
        self._listed = listed
        self._not_listed = not_listed
        self.action = action
        self.known = {person.address: known[person.address] for person in people if person.address in known}
        self.states = Counter(one.state.value for one in self.known.values())

    @property
    def left(self) -> int:
        """The number of people still to do."""
        return len(self.people) - len(self.known) + self.states["found"] + self.states["begun"]

    @property
    def bad(self) -> int:
        """The number of people refused or not found, and of those who could not be put on a list."""
        unlisted = sum(len(one.addresses) for one in self._not_listed if not one.waits)
        return self.states["refused"] + self.states["lost"] + unlisted

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
        self._show_lists()
        if self.left:
            say("To do the rest, run the same command again.")
        if self.states["requested"] or self.states["pending"]:
            say("To see later who has said yes, run the same command again. Nobody is asked twice.")

    def numbers(self) -> dict[str, object]:
        """Count the people by state, for other programs."""
        numbers = {"people": len(self.people), "left": self.left, "states": dict(self.states)}
        return numbers | ({"lists": dict(self._listed)} if self._listed else {})

    def write(self, path: Path, reading: "PeopleList") -> None:
        """Write a row for each person, and for each row that was not understood."""
        from migrate.people.lists import write_outcomes

        rows = [self._row(person) for person in self.people]
        rows.extend(
            (row.line, row.text, "", "not understood", UNREAD[row.why], "", "", "") for row in reading.unread
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

    def _show_lists(self) -> None:
        """Print how many were put on each list, and by name those who were not."""
        for title, n in self._listed.items():
            words = ('Put on the list "{title}": {n} person', 'Put on the list "{title}": {n} people')
            say(words, title=title, n=n)
        for one in self._not_listed:
            names = ", ".join(one.addresses[:SHOWN])
            names += ", …" if len(one.addresses) > SHOWN else ""
            if one.waits:
                say(
                    'On the list "{title}" when they have said yes, and you run this again: {names}',
                    title=one.title,
                    names=names,
                )
            else:
                warn(
                    'Not on the list "{title}" ({reason}): {names}',
                    title=one.title,
                    reason=one.reason,
                    names=names,
                )

    def _lists_of(self, person: Person) -> str:
        """Say of each list of a person whether they are on it."""
        words = []
        for title in person.lists:
            nos = [one for one in self._not_listed if one.title == title and person.address in one.addresses]
            if nos:
                words.append(f"{title}: {'waiting for a yes' if nos[0].waits else nos[0].reason}")
            elif title in self._listed and self.known.get(person.address):
                words.append(f"{title}: done")
        return "; ".join(words)

    def _row(self, person: Person) -> tuple[int, str, str, str, str, str, str, str]:
        one = self.known.get(person.address)
        if one is None:
            return (person.line, person.address, "", STATES["found"], "", "", "", "")
        when = datetime.fromtimestamp(one.changed_at, tz=UTC).isoformat(timespec="seconds")
        why = REASONS[one.reason] if one.reason else ""
        detail = str(cleaned(one.detail))
        return (
            person.line,
            person.address,
            one.acct,
            STATES[one.state],
            why,
            detail,
            when,
            str(cleaned(self._lists_of(person))),
        )
