"""`migrate follow --undo`: taking back this program's actions on people."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from migrate.cli.follow.words import TO_UNDO, UNDO_QUESTIONS, UNDONE, UNLIST_QUESTION
from migrate.cli.run import How, Run, carry_out
from migrate.cli.session import Credentials, Session, open_session
from migrate.cli.show import say, table
from migrate.model import Action, Person

if TYPE_CHECKING:
    from migrate.ledger import Ledger
    from migrate.people.follow import UndoableFollows


class UnfollowRun(Run):
    """An action taken back: people are unfollowed, unblocked or unmuted, and taken off lists."""

    title = "People "

    def __init__(self, session: Session, ledger: "Ledger", ours: "UndoableFollows", action: Action) -> None:
        super().__init__(session, len(ours.people))
        self.pending = self.total or ours.listings
        self.asking = UNDO_QUESTIONS[action] if self.total else UNLIST_QUESTION
        self._ledger = ledger
        self._ours = ours
        self._action = action

    def show(self) -> None:
        """Print the number of people."""
        rows = [(TO_UNDO[self._action], self.total), ("To take off lists now", self._ours.listings)]
        table([row for row in rows if row[1]])

    def do(self) -> Iterator[object]:
        """Take it back."""
        from migrate.people.follow import undo_follows

        return undo_follows(self._ours, self.session.server, self._ledger)

    def count(self, event: object) -> None:
        """Count the people who have had their turn."""
        from migrate.people.follow import Became

        if isinstance(event, Became):
            self.done += 1
            self.refused += event.person.state != "undone"

    def tell(self) -> None:
        """Print the number of people for whom it worked."""
        rows = [(UNDONE[self._action], self.done - self.refused), ("Refused", self.refused)]
        table(rows if self.refused else rows[:1])

    def summary(self) -> dict[str, object]:
        """Count the people for whom it worked."""
        return {"as": self._action, "undone": self.done - self.refused, "refused": self.refused}


def undo_for(people: Sequence[Person] | None, action: Action | None, login: Credentials, how: How) -> None:
    """Take back this program's actions: for these people or all, of one action or each."""
    from migrate.people.follow import undoable_follows

    addresses = None if people is None else frozenset(person.address for person in people)
    with open_session(login) as session, session.open_ledger() as ledger:
        for each in [action] if action else list(Action):
            ours = undoable_follows(ledger, each, addresses)
            if ours:
                carry_out(UnfollowRun(session, ledger, ours, each), how)
            elif action or each is Action.FOLLOW:
                say("There is nothing to take back.", err=how.json)
