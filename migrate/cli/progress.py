"""The progress of a run: a bar that tells the truth about waiting, or one JSON object a line."""

import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Protocol, Self

import typer

from migrate.cli.session import Session
from migrate.cli.show import filled, print_json
from migrate.cli.times import ASKS_FOR_PAUSE, WORTH_A_WORD, clock_time, span

if TYPE_CHECKING:
    from migrate.mastodon import Server, Waiting

WAITS = {
    "limit": ASKS_FOR_PAUSE,
    "network": "waiting until {time}: this server can't be reached. Is there a connection?",
    "server": "waiting until {time}: this server is in trouble",
    "settling": "waiting until {time}: making sure that nothing is done twice",
    "media": "waiting until {time}: this server is still working on a picture or video",
}
BUDGETS = {
    "posts": "waiting until {time}: this server takes {limit} posts in {period}",
    "uploads": "waiting until {time}: this server takes {limit} pictures in {period}",
    "requests": "waiting until {time}: this server takes {limit} requests in {period}",
    "deletes": "waiting until {time}: this server takes {limit} deletions in {period}",
    "follows": "waiting until {time}: this server takes {limit} follows in {period}",
    "chosen": "waiting until {time}: one post in {period}, as you asked with --pace",
}
LONG = 60.0
"""The seconds after which the end may have moved."""


class Watched(Protocol):
    """Something that goes on: `done` of `total` have had their turn."""

    session: Session
    title: str
    done: int
    total: int

    def count(self, event: object) -> None:
        """Take note of what happened."""

    def seconds_left(self) -> float:
        """Foretell how long the rest takes by the server's limits; 0 where it is unknown."""


class JsonLines:
    """One event a line on standard output, for other programs."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        """Leave the display; nothing needs to be tidied up."""

    def show(self, event: object) -> None:
        """Print the event as it is."""
        print_json(event)


class ProgressBar:
    """A bar, and a line below it with the reason of a wait; without a terminal only the waits."""

    def __init__(self, watched: Watched) -> None:
        from tqdm import tqdm

        self._watched = watched
        self._waited = 0.0
        self._bar: tqdm[Any] = tqdm(
            total=watched.total,
            initial=watched.done,
            # no guess of the end by tqdm: it knows nothing of the waits to come
            bar_format=watched.title + "{percentage:3.0f}%|{bar}| {n_fmt}/{total_fmt}{desc}",
            disable=None if watched.total else True,
            dynamic_ncols=True,
        )
        self._line: tqdm[Any] = tqdm(
            total=0, bar_format="{desc}", position=1, leave=False, disable=None, dynamic_ncols=True
        )

    def __enter__(self) -> Self:
        self._foretell()
        return self

    def __exit__(self, *exc: object) -> None:
        self._bar.set_description_str("")
        self._line.close()
        self._bar.close()

    def show(self, event: object) -> None:
        """Move the bar, or say why it stands still."""
        from migrate.mastodon import Waiting

        if isinstance(event, Waiting):
            self._show_wait(event)
            return
        if self._waited:
            self._line.set_description_str("")
        if self._waited >= LONG:
            self._foretell()
        self._waited = 0.0
        self._bar.total = self._watched.total
        self._bar.update(self._watched.done - self._bar.n)

    def _foretell(self) -> None:
        """Say when it will be done, where that takes more than a moment."""
        seconds = self._watched.seconds_left()
        end = clock_time(time.time() + seconds)
        self._bar.set_description_str(filled(", done about {time}", time=end) if seconds >= LONG else "")

    def _show_wait(self, event: "Waiting") -> None:
        waited = event.until - time.time()
        if waited < WORTH_A_WORD:
            return
        self._waited = waited
        sentence = wait_sentence(event, self._watched.session.server)
        if self._line.disable:
            typer.echo(sentence, err=True)
        else:
            self._bar.refresh()
            self._line.set_description_str(sentence)


def watch(events: Iterable[object], watched: Watched, *, json: bool) -> None:
    """Show everything that happens, to the end."""
    shown: JsonLines | ProgressBar = JsonLines() if json else ProgressBar(watched)
    with shown:
        for event in events:
            watched.count(event)
            shown.show(event)


def wait_sentence(event: "Waiting", server: "Server") -> str:
    """Say why nothing moves, and until when. A limit is named where it is used up, and not guessed."""
    time_until = clock_time(event.until)
    budget = server.pace.budgets.get(event.quota) if event.quota else None
    spent = server.pace.spent.get(event.quota) if event.quota else None
    if budget and budget.quota in BUDGETS and spent is not None and spent.used >= budget.limit:
        period = span(budget.seconds)
        return filled(BUDGETS[budget.quota], time=time_until, limit=budget.limit, period=period)
    return filled(WAITS[event.reason], time=time_until)
