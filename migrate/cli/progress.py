"""A replay as it is seen: a bar that tells the truth about waiting, or one JSON object a line."""

import time
from collections.abc import Sized
from typing import TYPE_CHECKING, Any, Protocol, Self

import typer

from migrate.cli.importing.result import Tally
from migrate.cli.show import clock_time, filled, span

if TYPE_CHECKING:
    from migrate.cli.session import Session
    from migrate.mastodon import Server
    from migrate.posts.replay import Event, Waiting

WAITS = {
    "limit": "waiting until {time}: this server asks for a pause",
    "network": "waiting until {time}: this server can't be reached. Is there a connection?",
    "server": "waiting until {time}: this server is in trouble",
    "settling": "waiting until {time}: making sure that the last toot is not posted twice",
    "media": "waiting until {time}: this server is still working on a picture or video",
}
BUDGETS = {
    "posts": "waiting until {time}: this server takes {limit} posts in {period}",
    "uploads": "waiting until {time}: this server takes {limit} pictures in {period}",
    "requests": "waiting until {time}: this server takes {limit} requests in {period}",
    "deletes": "waiting until {time}: this server takes {limit} deletions in {period}",
    "chosen": "waiting until {time}: one toot in {period}, as you asked with --pace",
}
SHORT = 3.0
"""Seconds that nobody needs to be told about."""

LONG = 60.0
"""Seconds after which the end may have moved."""


class Shown(Protocol):
    """A way to show a replay while it goes on."""

    tally: Tally

    def __enter__(self) -> Self: ...
    def __exit__(self, *exc: object) -> None: ...
    def show(self, event: "Event") -> None:
        """Tell what happened."""


class Watched(Protocol):
    """Something that goes on: how much of it is done, how much there is to do, and how long it takes."""

    session: "Session"
    already: int
    refused: int

    @property
    def todo(self) -> Sized:
        """What there is to do."""

    def seconds_left(self) -> float:
        """What the server's limits ask for, from now on."""


class JsonLines:
    """One event a line on standard output, for other programs."""

    def __init__(self) -> None:
        self.tally = Tally()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        """Nothing needs to be tidied up."""

    def show(self, event: "Event") -> None:
        """Print the event as it is."""
        import msgspec

        self.tally.count(event)
        typer.echo(msgspec.json.encode(event).decode())


class ProgressBar:
    """A bar, and a line below it that says what is waited for; without a terminal only the waits."""

    def __init__(self, job: Watched) -> None:
        from tqdm import tqdm

        self.tally = Tally()
        self._job = job
        self._waited = 0.0
        self._bar: tqdm[Any] = tqdm(
            total=job.already + job.refused + len(job.todo),
            initial=job.already + job.refused,
            # no guess of the end by tqdm: it knows nothing of the waits to come
            bar_format="{percentage:3.0f}%|{bar}| {n_fmt}/{total_fmt}{desc}",
            disable=None,
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

    def show(self, event: "Event") -> None:
        """Move the bar, or say why it stands still."""
        from migrate.posts.replay import Waiting

        self.tally.count(event)
        if isinstance(event, Waiting):
            self._show_wait(event)
            return
        if self._waited:
            self._line.set_description_str("")
        if self._waited >= LONG:
            self._foretell()
        self._waited = 0.0
        if _is_turn(event):
            self._bar.update()

    def _foretell(self) -> None:
        """Say when it will be done, where that takes more than a moment."""
        seconds = self._job.seconds_left()
        done = (
            filled(", done about {time}", time=clock_time(time.time() + seconds)) if seconds >= LONG else ""
        )
        self._bar.set_description_str(done)

    def _show_wait(self, event: "Waiting") -> None:
        waited = event.until - time.time()
        if waited < SHORT:
            return
        self._waited = waited
        sentence = wait_sentence(event, self._job.session.server)
        if self._line.disable:
            typer.echo(sentence, err=True)
        else:
            self._bar.refresh()
            self._line.set_description_str(sentence)


def _is_turn(event: "Event") -> bool:
    """Whether one more toot has had its turn."""
    from migrate.posts.replay import Altered, Fixed, Gone, Posted, Refused, TakenBack, Unfixed, Unmoved

    return isinstance(event, Posted | Refused | TakenBack | Unmoved | Fixed | Gone | Altered | Unfixed)


def wait_sentence(event: "Waiting", server: "Server") -> str:
    """Why nothing moves, and until when. Limits are named where they are the reason, and not guessed."""
    time_until = clock_time(event.until)
    budget = server.pace.budgets.get(event.quota) if event.quota else None
    spent = server.pace.spent.get(event.quota) if event.quota else None
    if not budget or not spent or spent.used < budget.limit or budget.quota not in BUDGETS:
        return filled(WAITS[event.reason], time=time_until)
    return filled(BUDGETS[budget.quota], time=time_until, limit=budget.limit, period=span(budget.seconds))
