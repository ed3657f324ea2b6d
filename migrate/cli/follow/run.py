"""One run over a list of people: who acts, and how it is shown."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from migrate.cli.follow.before import agreed, offer_web_import, show_outlook, show_time
from migrate.cli.follow.progress import JsonLines, PeopleBar, Shown, watch
from migrate.cli.follow.result import Result
from migrate.cli.follow.words import QUESTIONS, UNDO_QUESTIONS, UNDONE, UNLIST_QUESTION
from migrate.cli.session import Credentials, Session, open_session
from migrate.cli.show import filled, say, table
from migrate.model import Action

if TYPE_CHECKING:
    from migrate.ledger import Ledger
    from migrate.model import Person
    from migrate.people.follow import FollowPlan, UndoableFollows


class FollowJob:
    """What was asked for on the command line, carried out."""

    def __init__(
        self, known: Credentials, *, json: bool, dry_run: bool, ask: bool, limit: int | None = None
    ) -> None:
        self._known = known
        self._json = json
        self._dry_run = dry_run
        self._ask = ask
        self._limit = limit

    def follow(self, people: "Sequence[Person]", action: Action) -> Result:
        """Look, ask, do, and tell."""
        from migrate.ledger import Ledger

        with open_session(self._known) as session, Ledger(session.ledger) as ledger:
            if self._dry_run or self._ask:
                seen = self._look(people, action, session, ledger)
                if self._dry_run:
                    say("Nothing was changed (--dry-run).", err=self._json)
                    return _foreseen(people, action, seen)
                if seen.new and not agreed(QUESTIONS[action], len(seen.new), session):
                    return _foreseen(people, action, seen)
            elif not self._json:
                self._show_longest_time(people, action, session, ledger)
            self._carry_out(people, action, session, ledger)
            result = Result(people, ledger.people.all(action), action)
        if self._json:
            result.print_summary()
        else:
            result.show()
        return result

    def undo(self, people: "Sequence[Person] | None", action: Action | None) -> None:
        """Take back what this program did."""
        from migrate.ledger import Ledger
        from migrate.people.follow import undoable_follows

        addresses = None if people is None else frozenset(person.address for person in people)
        with open_session(self._known) as session, Ledger(session.ledger) as ledger:
            for one in [action] if action else list(Action):
                ours = undoable_follows(ledger, one, addresses)
                if ours:
                    self._undo(ours, one, session, ledger)
                elif action or one is Action.FOLLOW:
                    say("There is nothing to take back.", err=self._json)

    def _look(
        self, people: "Sequence[Person]", action: Action, session: Session, ledger: "Ledger"
    ) -> "FollowPlan":
        from migrate.people.follow import FollowRun, foretell_follows

        server = session.server
        with _subjects() as subject_of:
            run = FollowRun(
                action,
                server,
                ledger,
                own_id=session.account.id,
                subject_of=subject_of,
                limit=self._limit,
            )
            seen: FollowPlan = watch(self._shown(session, len(people), looking=True), run.look(people))
        if self._json:
            return seen
        now = server.now()
        unseen = 0 if self._limit else seen.unseen
        seconds = foretell_follows(action, len(seen.new), unseen, server.pace, now) - now
        show_outlook(seen, action, session, seconds)
        if action is Action.FOLLOW and not self._limit:
            offer_web_import(seen, session)
        return seen

    def _carry_out(
        self, people: "Sequence[Person]", action: Action, session: Session, ledger: "Ledger"
    ) -> None:
        from migrate.people.follow import FollowRun

        with _subjects() as subject_of:
            run = FollowRun(
                action,
                session.server,
                ledger,
                own_id=session.account.id,
                subject_of=subject_of,
                limit=self._limit,
            )
            watch(self._shown(session, len(people)), run.follow(people))

    def _show_longest_time(
        self, people: "Sequence[Person]", action: Action, session: Session, ledger: "Ledger"
    ) -> None:
        """Without a look, everybody may be new."""
        from migrate.people.follow import foretell_follows

        known, server = ledger.people.all(action), session.server
        unseen = sum(person.address not in known for person in people)
        server.recall(ledger.spent())
        pace, now = server.pace, server.now()
        show_time(foretell_follows(action, 0, min(unseen, self._limit or unseen), pace, now) - now)

    def _undo(self, ours: "UndoableFollows", action: Action, session: Session, ledger: "Ledger") -> None:
        from migrate.people.follow import undo_follows

        n = len(ours.people)
        if self._dry_run:
            table([(UNDONE[action], filled("{n} (not now: --dry-run)", n=n))])
            return
        question, asked = (UNDO_QUESTIONS[action], n) if n else (UNLIST_QUESTION, ours.listings)
        if self._ask and not agreed(question, asked, session):
            return
        watch(self._shown(session, n), undo_follows(ours, session.server, ledger))
        known = ledger.people.all(action)
        undone = sum(known[one.address].state == "undone" for one in ours.people)
        if not self._json:
            table([(UNDONE[action], undone), *([("Refused", n - undone)] if undone < n else [])])

    def _shown(self, session: Session, total: int, *, looking: bool = False) -> Shown:
        return JsonLines() if self._json else PeopleBar(session.server, total, looking=looking)


def _foreseen(people: "Sequence[Person]", action: Action, seen: "FollowPlan") -> Result:
    known = {one.address: one for one in (*seen.others, *(lookup.record for lookup in seen.new))}
    return Result(people, known, action)


@contextmanager
def _subjects() -> Iterator[Callable[[str], str | None]]:
    """Ask other servers what they call an address: with a connection of its own, which knows no token."""
    from migrate.mastodon import open_http
    from migrate.mastodon.webfinger import ask_subject

    with open_http() as http:
        yield lambda address: ask_subject(http, address)
