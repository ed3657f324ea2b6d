"""A run over people as it is seen: a bar, or one JSON object a line; and what it came to."""

import time
from typing import TYPE_CHECKING, Any, Protocol, Self

import typer

from migrate.cli.follow.words import FOLLOWS_SPENT, WAITS
from migrate.cli.show import clock_time, filled, span, warn

if TYPE_CHECKING:
    from collections.abc import Generator

    from migrate.mastodon import Server, Waiting
    from migrate.people.follow import Event

SHORT = 3.0
"""Seconds that nobody needs to be told about."""


class Shown(Protocol):
    """A way to show a run while it goes on."""

    def __enter__(self) -> Self: ...
    def __exit__(self, *exc: object) -> None: ...
    def show(self, event: "Event") -> None:
        """Tell what happened."""


class JsonLines:
    """One event a line on standard output, for other programs."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        """Nothing needs to be tidied up."""

    def show(self, event: "Event") -> None:
        """Print the event as it is."""
        import msgspec

        typer.echo(msgspec.json.encode(event).decode())


class PeopleBar:
    """A bar that counts people, and a line below it that says what is waited for."""

    def __init__(self, server: "Server", total: int, *, looking: bool = False) -> None:
        from tqdm import tqdm

        self._server = server
        self._looking = looking
        title = "Looking" if looking else "People"
        # no guess of the end by tqdm: it knows nothing of the waits to come
        form = "{desc} {percentage:3.0f}%|{bar}| {n_fmt}/{total_fmt}"
        self._bar: tqdm[Any] = tqdm(
            total=total, desc=title, bar_format=form, disable=None, dynamic_ncols=True
        )
        self._line: tqdm[Any] = tqdm(
            total=0, bar_format="{desc}", position=1, leave=False, disable=None, dynamic_ncols=True
        )
        self._passed: set[str] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self._line.close()
        self._bar.close()

    def show(self, event: "Event") -> None:
        """Move the bar, or say why it stands still."""
        from migrate.mastodon import Waiting
        from migrate.people.follow import Became, Begun, NotListed, Seen

        match event:
            case Waiting():
                self._show_wait(event)
                return
            case Begun():
                self._bar.total = event.people - event.already
            case Seen(address) if self._looking:
                self._pass(address)
            case Became(person):
                self._pass(person.address)
            case NotListed():
                warn(
                    "Somebody could not be put on the list {title}: {reason}",
                    title=event.title,
                    reason=event.reason,
                )
        self._line.set_description_str("")

    def _pass(self, address: str) -> None:
        if address not in self._passed:
            self._passed.add(address)
            self._bar.update()

    def _show_wait(self, event: "Waiting") -> None:
        if event.until - time.time() < SHORT:
            return
        sentence = wait_sentence(event, self._server)
        if self._line.disable:
            typer.echo(sentence, err=True)
        else:
            self._line.set_description_str(sentence)


def watch(shown: Shown, doing: "Generator[Event, None, Any]") -> Any:
    """Show everything that happens, to the end; what it ends in."""
    with shown:
        while True:
            try:
                shown.show(next(doing))
            except StopIteration as end:
                return end.value


def wait_sentence(event: "Waiting", server: "Server") -> str:
    """Why nothing moves, and until when."""
    from migrate.mastodon import Quota

    budget = server.pace.budgets.get(event.quota) if event.quota else None
    if budget and budget.quota is Quota.FOLLOWS:
        until, period = clock_time(event.until), span(budget.seconds)
        return filled(FOLLOWS_SPENT, time=until, limit=budget.limit, period=period)
    return filled(WAITS[event.reason], time=clock_time(event.until))
