"""A replay as it is seen: a bar that tells the truth about waiting, or one JSON object a line."""

from typing import TYPE_CHECKING, Any, Protocol, Self

import msgspec
import typer

from migrate.cli.show import clock_time, filled, span

if TYPE_CHECKING:
    from migrate.mastodon import Server
    from migrate.replay import Event, MediaRefused, Refused, Waiting

WAITS = {
    "limit": "waiting until {time}: {host} takes only so many requests at a time",
    "network": "waiting until {time}: no connection to {host}",
    "server": "waiting until {time}: {host} is in trouble",
    "settling": "waiting until {time}: making sure that the last toot is not posted twice",
    "media": "waiting until {time}: {host} is still working on a picture or video",
}
BUDGETS = {
    "posts": "waiting until {time}: {host} takes {limit} posts in {period}",
    "uploads": "waiting until {time}: {host} takes {limit} pictures in {period}",
    "requests": "waiting until {time}: {host} takes {limit} requests in {period}",
}
SHORT = 3.0
"""Seconds that nobody needs to be told about."""


class Tally:
    """What came of a run."""

    def __init__(self) -> None:
        self.steps = 0
        self.already = 0
        self.posted: list[str | None] = []
        self.refused: list[Refused] = []
        self.media_refused: list[MediaRefused] = []

    def count(self, event: "Event") -> None:
        """Keep what the summary needs."""
        from migrate.replay import Begun, MediaRefused, Posted, Refused

        match event:
            case Begun():
                self.steps, self.already = event.steps, event.already - len(self.posted)
            case Posted():
                self.posted.append(event.url)
            case Refused():
                self.refused.append(event)
            case MediaRefused():
                self.media_refused.append(event)
            case _:
                pass


class Shown(Protocol):
    """A way to show a replay while it goes on."""

    tally: Tally

    def __enter__(self) -> Self: ...
    def __exit__(self, *exc: object) -> None: ...
    def show(self, event: "Event") -> None:
        """Tell what happened."""


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
        self.tally.count(event)
        typer.echo(msgspec.json.encode(event).decode())


class ProgressBar:
    """A bar where a person is watching; only the waits, a line each, where none is."""

    def __init__(self, server: "Server") -> None:
        from tqdm import tqdm

        self.tally = Tally()
        self._server = server
        # no guess of the end by tqdm: it knows nothing of the waits to come
        form = "{percentage:3.0f}%|{bar}| {n_fmt}/{total_fmt} {desc}"
        self._bar: tqdm[Any] = tqdm(total=0, bar_format=form, disable=None, leave=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self._bar.close()

    def show(self, event: "Event") -> None:
        """Move the bar, or say why it stands still."""
        from migrate.replay import Begun, Posted, Refused, Waiting

        self.tally.count(event)
        match event:
            case Begun():
                self._bar.total, self._bar.n = event.steps, event.already
                self._bar.refresh()
            case Posted() | Refused():
                self._bar.set_description_str("", refresh=False)
                self._bar.update()
            case Waiting():
                self._show_wait(event)
            case _:
                pass

    def _show_wait(self, event: "Waiting") -> None:
        import time

        if event.until - time.time() < SHORT:
            return
        sentence = wait_sentence(event, self._server)
        if self._bar.disable:
            typer.echo(sentence, err=True)
        else:
            self._bar.set_description_str(sentence)


def wait_sentence(event: "Waiting", server: "Server") -> str:
    """Why nothing moves, and until when."""
    budget = server.pace.budgets.get(event.family) if event.family else None
    if budget is None or budget.family not in BUDGETS:
        return filled(WAITS[event.reason], time=clock_time(event.until), host=server.host)
    return filled(
        BUDGETS[budget.family],
        time=clock_time(event.until),
        host=server.host,
        limit=budget.limit,
        period=span(budget.seconds),
    )
