"""How anything reaches the terminal: whole sentences, cleaned of control characters.

A sentence is one literal with {named} places, so that it can be translated whole.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from migrate.model import Owner

SHOWN = 10
"""Of one kind of trouble, so many are shown one by one."""

MINUTE, HOUR, DAY = 60, 3600, 86400
UNITS = (
    (DAY, "1 day", "{n} days"),
    (HOUR, "1 hour", "{n} hours"),
    (MINUTE, "1 minute", "{n} minutes"),
    (1, "1 second", "{n} seconds"),
)


def say(sentence: str, *, err: bool = False, **values: object) -> None:
    """Print a sentence on standard output, or beside it where that belongs to another program."""
    typer.echo(filled(sentence, **values), err=err)


def warn(sentence: str, **values: object) -> None:
    """Print a sentence on standard error, where it doesn't mix with what was asked for."""
    typer.secho(filled(sentence, **values), fg="yellow", err=True)


def warn_each(sentence: str, troubles: Sequence[Mapping[str, object]]) -> None:
    """The same sentence for one trouble after the other, and in the end how many more there are."""
    for values in troubles[:SHOWN]:
        warn(sentence, **values)
    if len(troubles) > SHOWN:
        warn("... and {n} more of these.", n=len(troubles) - SHOWN)


def say_whose(owner: "Owner") -> None:
    """The line above everything that is said of an archive."""
    if owner.handle and owner.name:
        say("Archive of @{handle} ({name})", handle=owner.handle, name=owner.name)
    elif owner.handle:
        say("Archive of @{handle}", handle=owner.handle)
    else:
        say("Archive (it doesn't say whose it is)")


def filled(sentence: str, **values: object) -> str:
    """The sentence with its values in place; a value can't move the cursor or change colours."""
    return sentence.format(**{name: cleaned(value) for name, value in values.items()})


def cleaned(value: object) -> object:
    """Text from outside as one line without control characters; numbers as people write them."""
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}"
    if isinstance(value, str):
        return "".join(c for c in " ".join(value.split()) if c.isprintable())
    return value


def table(rows: Sequence[tuple[str, object]]) -> None:
    """Lines of a label and a value, the values one below the other."""
    width = max((len(label) for label, _ in rows), default=0)
    for label, value in rows:
        typer.echo(f"  {label:<{width}}  {cleaned(value)}")


def counts(rows: Sequence[tuple[int, str]]) -> None:
    """Lines of a number and what there are so many of."""
    numbers = [f"{n:,}" for n, _ in rows]
    width = max(map(len, numbers), default=0)
    for number, (_, words) in zip(numbers, rows, strict=True):
        typer.echo(f"  {number:>{width}}  {words}")


def clock_time(seconds: float) -> str:
    """A moment as people say it: the time today, with the date on other days."""
    moment, today = datetime.fromtimestamp(seconds).astimezone(), datetime.now().astimezone()
    return moment.strftime("%H:%M" if moment.date() == today.date() else "%Y-%m-%d %H:%M")


def span(seconds: float) -> str:
    """A length of time in the one or two units that matter."""
    exact = HOUR if seconds >= DAY else MINUTE if seconds >= HOUR else 1
    left, words = round(seconds / exact) * exact, []
    for unit, one, many in UNITS:
        n, left = divmod(left, unit)
        if n:
            words.append(one if n == 1 else filled(many, n=n))
    if len(words) > 1:
        return filled("{longer} and {shorter}", longer=words[0], shorter=words[1])
    return words[0] if words else filled("{n} seconds", n=0)
