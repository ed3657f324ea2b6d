"""The course of every run: look, show, ask, do and tell, in this order."""

import sys
from abc import ABC, abstractmethod
from collections.abc import Iterator

import typer
from msgspec import Struct

from migrate.cli.progress import watch
from migrate.cli.session import Session
from migrate.cli.show import Sentence, filled, print_json, say
from migrate.errors import UsageError

GO_ON = "Go on?"

WITHOUT_ASKING = "To look first, add --dry-run. To go ahead without being asked, add --yes."


class How(Struct, frozen=True):
    """The manner of a run, by the switches --dry-run, --yes and --json."""

    dry_run: bool = False
    yes: bool = False
    json: bool = False


class Run(ABC):
    """Something to do on a server. Its methods are called by `carry_out`, in their order here.

    `done` of `total` have had their turn; `refused` counts refusals by the server.
    `pending` counts the things to say yes to, in the words of `asking` for one and for many.
    `unchanged` is said after a rehearsal, `declined` after a no.
    """

    title = ""
    asking: Sentence = ""
    unchanged = "Nothing was changed (--dry-run)."
    declined = "Nothing was changed. When you are ready, run the same command again."

    def __init__(self, session: Session, total: int) -> None:
        self.session = session
        self.done = 0
        self.total = total
        self.pending = total
        self.refused = 0

    def look(self) -> Iterator[object] | None:
        """Ask the server what there is to do, where that is not known; yield the events."""
        return None

    @abstractmethod
    def show(self) -> None:
        """Print what the user should know before saying yes."""

    @abstractmethod
    def do(self) -> Iterator[object]:
        """Do it, and yield the events."""

    @abstractmethod
    def count(self, event: object) -> None:
        """Take note of what happened."""

    def seconds_left(self) -> float:
        """Foretell how long the rest takes by the server's limits; 0 where it is unknown."""
        return 0.0

    @abstractmethod
    def tell(self) -> None:
        """Print the outcome."""

    @abstractmethod
    def summary(self) -> dict[str, object]:
        """Put the outcome in numbers, for other programs."""


def carry_out(run: Run, how: How) -> None:
    """Look, show, ask, do and tell; or only look and show, with --dry-run."""
    looking = run.look()
    if looking is not None:
        watch(looking, run, json=how.json)
    if not how.json:
        run.show()
    if how.dry_run:
        say(run.unchanged, err=how.json)
    elif how.yes or not run.pending or agreed(_question(run)):
        watch(run.do(), run, json=how.json)
        if not how.json:
            run.tell()
    else:
        if run.declined:
            say(run.declined)
        return
    if how.json:
        print_summary(run.summary())


def must_be_able_to_ask(how: How, advice: str = WITHOUT_ASKING) -> None:
    """Raise UsageError where a question would have no one to answer it."""
    if not (how.dry_run or how.yes) and (how.json or not sys.stdin.isatty()):
        raise UsageError(f"Nobody is there to say yes. {advice}")


def agreed(question: str) -> bool:
    """Ask, and wait for a yes or a no."""
    return typer.confirm(question, err=True)


def print_summary(numbers: dict[str, object]) -> None:
    """Print the last line for other programs."""
    print_json({"event": "summary", **numbers})


def _question(run: Run) -> str:
    return filled(run.asking, n=run.pending, handle=run.session.handle)
