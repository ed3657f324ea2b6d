"""One run over a list of people: they are followed, blocked or muted."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from migrate.cli.follow.before import offer_web_import, show_forecast, show_outlook
from migrate.cli.follow.result import Result
from migrate.cli.follow.words import QUESTIONS
from migrate.cli.run import Run
from migrate.cli.session import Session
from migrate.cli.times import show_time
from migrate.model import Action, Person

if TYPE_CHECKING:
    from migrate.ledger import Ledger
    from migrate.people.follow import FollowPlan, FollowWorker, NotListed
    from migrate.people.follow.events import Doing

T = TypeVar("T")


class FollowRun(Run):
    """An action for these people, and its progress. `ask_first` says whether to look before."""

    title = "Looking "

    def __init__(
        self,
        session: Session,
        ledger: "Ledger",
        people: Sequence[Person],
        action: Action,
        *,
        ask_first: bool,
        limit: int | None = None,
    ) -> None:
        super().__init__(session, len(people))
        self.asking = QUESTIONS[action]
        self.pending = 0
        self._ledger = ledger
        self._people = people
        self._action = action
        self._ask_first = ask_first
        self._limit = limit
        self._passed: set[str] = set()
        self._seen: FollowPlan | None = None
        self._doing = False
        self._not_listed: list[NotListed] = []
        self._listed: dict[str, int] = {}

    def look(self) -> Iterator[object] | None:
        """Look everybody up, where the user wants to see that first."""
        return self._look() if self._ask_first else None

    def foretell(self) -> None:
        """Print what is known before the first person is looked up."""
        from migrate.people.follow import foretell_look

        pace, now = self.session.server.pace, self.session.server.now()
        seconds = foretell_look(self._unseen(), pace, now) - now if self._ask_first else 0.0
        show_forecast(self._people, self._action, self.session, seconds)

    def show(self) -> None:
        """Print who is new and how long it takes."""
        if self._seen is None:
            show_time(self._longest_time())
            return
        show_outlook(self._seen, self._action, self.session, self._time_for(self._seen))
        if self._action is Action.FOLLOW and not self._limit:
            offer_web_import(self._seen, self.session)

    def do(self) -> Iterator[object]:
        """Do the action, and put people on lists."""
        from migrate.people.follow import FollowWorker

        self.title, self._doing = "People ", True
        self.done, self.total, self._passed = 0, len(self._people), set()
        return self._among_servers(FollowWorker.follow)

    def count(self, event: object) -> None:
        """Count the people who have had their turn."""
        from migrate.people.follow import Became, FollowBegun, Listed, LookedUp, NotListed

        match event:
            case FollowBegun():
                self.total = event.people - event.already
            case LookedUp() if not self._doing:
                self._passed.add(event.address)
            case Became():
                self._passed.add(event.person.address)
            case NotListed():
                self._not_listed.append(event)
            case Listed():
                self._listed[event.title] = event.people
            case _:
                pass
        self.done = len(self._passed)

    def tell(self) -> None:
        """Print the states of the people, and those who could not be put on a list."""
        self.result().show()

    def summary(self) -> dict[str, object]:
        """Count the people by state, for other programs."""
        return self.result().numbers()

    def result(self) -> Result:
        """Read the state of each person; after a look alone, as it was seen."""
        known = self._ledger.people.all(self._action)
        if self._seen and not self._doing:
            known = {
                one.address: one
                for one in (*self._seen.others, *(lookup.record for lookup in self._seen.new))
            }
        return Result(self._people, known, self._action, self._listed, self._not_listed)

    def _look(self) -> Iterator[object]:
        from migrate.people.follow import FollowWorker

        self._seen = yield from self._among_servers(FollowWorker.look)
        self.pending = len(self._seen.new)

    def _among_servers(self, work: "Callable[[FollowWorker, Sequence[Person]], Doing[T]]") -> "Doing[T]":
        """Look or follow, with a way to ask other servers."""
        from migrate.people.follow import FollowWorker
        from migrate.web.fetching import Web

        with Web() as web:
            worker = FollowWorker(
                self._action,
                self.session.server,
                self._ledger,
                own_id=self.session.account.id,
                web=web,
                limit=self._limit,
            )
            return (yield from work(worker, self._people))

    def _time_for(self, seen: "FollowPlan") -> float:
        from migrate.people.follow import foretell_follows

        pace, now = self.session.server.pace, self.session.server.now()
        return (
            foretell_follows(self._action, len(seen.new), 0 if self._limit else seen.unseen, pace, now) - now
        )

    def _longest_time(self) -> float:
        """Make the outlook without a look: everybody may be new."""
        from migrate.people.follow import foretell_follows

        server, unseen = self.session.server, self._unseen()
        now = server.now()
        return foretell_follows(self._action, 0, min(unseen, self._limit or unseen), server.pace, now) - now

    def _unseen(self) -> int:
        """Count the people whom no run has looked up yet."""
        known = self._ledger.people.all(self._action)
        return sum(person.address not in known for person in self._people)
