"""One run over a list of people: who acts, and how it is shown."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from migrate.cli.follow.before import agreed, offer_web_import, show_outlook, show_time
from migrate.cli.follow.progress import JsonLines, PeopleBar, Shown, watch
from migrate.cli.follow.result import Result
from migrate.cli.follow.words import QUESTIONS, UNDO_QUESTIONS, UNDONE, UNLIST_QUESTION
from migrate.cli.session import Credentials, Session, open_session
from migrate.cli.show import filled, say, table
from migrate.model import Deed

if TYPE_CHECKING:
    from migrate.ledger import Ledger
    from migrate.model import Person
    from migrate.people.follow import Ours, Outlook


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

    def follow(self, people: "Sequence[Person]", deed: Deed) -> Result:
        """Look, ask, do, and tell."""
        with open_session(self._known) as session, session.open_ledger() as ledger:
            if self._dry_run or self._ask:
                seen = self._look(people, deed, session, ledger)
                if self._dry_run:
                    say("Nothing was changed (--dry-run).", err=self._json)
                    return _foreseen(people, deed, seen)
                if seen.new and not agreed(QUESTIONS[deed], len(seen.new), session):
                    return _foreseen(people, deed, seen)
            elif not self._json:
                self._show_longest_time(people, deed, session, ledger)
            self._carry_out(people, deed, session, ledger)
            result = Result(people, ledger.people.all(deed), deed)
        if self._json:
            result.print_summary()
        else:
            result.show()
        return result

    def undo(self, people: "Sequence[Person] | None", deed: Deed | None) -> None:
        """Take back what this program did."""
        from migrate.people.follow import undoable

        addresses = None if people is None else frozenset(person.address for person in people)
        with open_session(self._known) as session, session.open_ledger() as ledger:
            for one in [deed] if deed else list(Deed):
                ours = undoable(ledger, one, addresses)
                if ours:
                    self._undo(ours, one, session, ledger)
                elif deed or one is Deed.FOLLOW:
                    say("There is nothing to take back.", err=self._json)

    def _look(self, people: "Sequence[Person]", deed: Deed, session: Session, ledger: "Ledger") -> "Outlook":
        from migrate.people.follow import foretell, look
        from migrate.web.fetching import Web

        server = session.server
        with Web() as web:
            doing = look(
                people,
                deed,
                server,
                ledger,
                oneself=session.account.id,
                web=web,
                limit=self._limit,
            )
            seen: Outlook = watch(self._shown(session, len(people), looking=True), doing)
        if self._json:
            return seen
        now = server.now()
        unseen = 0 if self._limit else seen.unseen
        show_outlook(seen, deed, session, foretell(deed, len(seen.new), unseen, server.pace, now) - now)
        if deed is Deed.FOLLOW and not self._limit:
            offer_web_import(seen, session)
        return seen

    def _carry_out(self, people: "Sequence[Person]", deed: Deed, session: Session, ledger: "Ledger") -> None:
        from migrate.people.follow import follow
        from migrate.web.fetching import Web

        with Web() as web:
            doing = follow(
                people,
                deed,
                session.server,
                ledger,
                oneself=session.account.id,
                web=web,
                limit=self._limit,
            )
            watch(self._shown(session, len(people)), doing)

    def _show_longest_time(
        self, people: "Sequence[Person]", deed: Deed, session: Session, ledger: "Ledger"
    ) -> None:
        """Without a look, everybody may be new."""
        from migrate.people.follow import foretell

        known, server = ledger.people.all(deed), session.server
        unseen = sum(person.address not in known for person in people)
        pace, now = server.pace, server.now()
        show_time(foretell(deed, 0, min(unseen, self._limit or unseen), pace, now) - now)

    def _undo(self, ours: "Ours", deed: Deed, session: Session, ledger: "Ledger") -> None:
        from migrate.people.follow import undo

        n = len(ours.people)
        if self._dry_run:
            table([(UNDONE[deed], filled("{n} (not now: --dry-run)", n=n))])
            return
        question, asked = (UNDO_QUESTIONS[deed], n) if n else (UNLIST_QUESTION, ours.listings)
        if self._ask and not agreed(question, asked, session):
            return
        watch(self._shown(session, n), undo(ours, session.server, ledger))
        known = ledger.people.all(deed)
        undone = sum(known[one.address].state == "undone" for one in ours.people)
        if not self._json:
            table([(UNDONE[deed], undone), *([("Refused", n - undone)] if undone < n else [])])

    def _shown(self, session: Session, total: int, *, looking: bool = False) -> Shown:
        return JsonLines() if self._json else PeopleBar(session.server, total, looking=looking)


def _foreseen(people: "Sequence[Person]", deed: Deed, seen: "Outlook") -> Result:
    known = {one.address: one for one in (*seen.others, *(sight.known for sight in seen.new))}
    return Result(people, known, deed)
