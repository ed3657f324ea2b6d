"""One run over a list of people: they are followed, blocked or muted."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from migrate.cli.follow.before import offer_web_import, show_outlook
from migrate.cli.follow.result import Result
from migrate.cli.follow.words import QUESTIONS
from migrate.cli.run import Run
from migrate.cli.session import Session
from migrate.cli.show import warn_each
from migrate.cli.times import show_time
from migrate.model import Deed, Person

if TYPE_CHECKING:
    from migrate.ledger import Ledger
    from migrate.people.follow import NotListed, Outlook
    from migrate.people.follow.events import Doing


class FollowRun(Run):
    """A deed for these people, and how far it has come. `ask_first` says whether to look before."""

    title = "Looking "

    def __init__(
        self,
        session: Session,
        ledger: "Ledger",
        people: Sequence[Person],
        deed: Deed,
        *,
        ask_first: bool,
        limit: int | None = None,
    ) -> None:
        super().__init__(session, len(people))
        self.asking = QUESTIONS[deed]
        self.pending = 0
        self._ledger = ledger
        self._people = people
        self._deed = deed
        self._ask_first = ask_first
        self._limit = limit
        self._passed: set[str] = set()
        self._seen: Outlook | None = None
        self._doing = False
        self._not_listed: list[NotListed] = []

    def look(self) -> Iterator[object] | None:
        """Look up everybody, where the user wants to see that first."""
        return self._look() if self._ask_first else None

    def show(self) -> None:
        """Print who is new and how long it takes."""
        if self._seen is None:
            show_time(self._longest_time())
            return
        show_outlook(self._seen, self._deed, self.session, self._time_for(self._seen))
        if self._deed is Deed.FOLLOW and not self._limit:
            offer_web_import(self._seen, self.session)

    def do(self) -> Iterator[object]:
        """Do the deed, and put people on lists."""
        from migrate.people.follow import follow

        self.title, self._doing = "People ", True
        self.done, self.total, self._passed = 0, len(self._people), set()
        return self._among_servers(follow)

    def count(self, event: object) -> None:
        """Note who has had their turn."""
        from migrate.people.follow import Became, Begun, NotListed, Seen

        match event:
            case Begun():
                self.total = event.people - event.already
            case Seen() if not self._doing:
                self._passed.add(event.address)
            case Became():
                self._passed.add(event.person.address)
            case NotListed():
                self._not_listed.append(event)
            case _:
                pass
        self.done = len(self._passed)

    def tell(self) -> None:
        """Print how everybody stands, and who could not be put on a list."""
        warn_each(
            "A person could not be put on the list {title}: {reason}",
            [{"title": missing.title, "reason": missing.reason} for missing in self._not_listed],
        )
        self.result().show()

    def summary(self) -> dict[str, object]:
        """Count how everybody stands, for other programs."""
        return self.result().numbers()

    def result(self) -> Result:
        """Read how everybody stands; after a look alone, as it was seen."""
        known = self._ledger.people.all(self._deed)
        if self._seen and not self._doing:
            known = {one.address: one for one in (*self._seen.others, *(s.known for s in self._seen.new))}
        return Result(self._people, known, self._deed)

    def _look(self) -> Iterator[object]:
        from migrate.people.follow import look

        self._seen = yield from self._among_servers(look)
        self.pending = len(self._seen.new)

    def _among_servers(self, work: "Callable[..., Doing[Any]]") -> "Doing[Any]":
        """Look or follow, with a way to ask other servers."""
        with _subjects() as subject_of:
            return (
                yield from work(
                    self._people,
                    self._deed,
                    self.session.server,
                    self._ledger,
                    oneself=self.session.account.id,
                    subject_of=subject_of,
                    limit=self._limit,
                )
            )

    def _time_for(self, seen: "Outlook") -> float:
        from migrate.people.follow import foretell

        pace, now = self.session.server.pace, self.session.server.now()
        return foretell(self._deed, len(seen.new), 0 if self._limit else seen.unseen, pace, now) - now

    def _longest_time(self) -> float:
        """Without a look, everybody may be new."""
        from migrate.people.follow import foretell

        known, server = self._ledger.people.all(self._deed), self.session.server
        unseen = sum(person.address not in known for person in self._people)
        server.recall(self._ledger.spent())
        now = server.now()
        return foretell(self._deed, 0, min(unseen, self._limit or unseen), server.pace, now) - now


@contextmanager
def _subjects() -> Iterator[Callable[[str], str | None]]:
    """Ask other servers what they call an address: with a connection of its own, which knows no token."""
    from migrate.mastodon import open_http
    from migrate.mastodon.webfinger import ask_subject

    with open_http() as http:
        yield lambda address: ask_subject(http, address)
