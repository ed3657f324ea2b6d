"""How anything reaches the terminal: whole sentences, cleaned of control characters.

A sentence is one literal with {named} places, so that it can be translated whole.
"""

from datetime import datetime

import typer


def say(sentence: str, *, err: bool = False, **values: object) -> None:
    """Print a sentence on standard output, or beside it where that belongs to another program."""
    typer.echo(filled(sentence, **values), err=err)


def warn(sentence: str, **values: object) -> None:
    """Print a sentence on standard error, where it doesn't mix with what was asked for."""
    typer.secho(filled(sentence, **values), fg="yellow", err=True)


def filled(sentence: str, **values: object) -> str:
    """The sentence with its values in place; a value can't move the cursor or change colours."""
    return sentence.format(**{name: cleaned(value) for name, value in values.items()})


def cleaned(value: object) -> object:
    """Text from outside without control characters; numbers as people write them."""
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}"
    if isinstance(value, str):
        return "".join(c for c in value if c.isprintable() or c == " ")
    return value


def table(rows: list[tuple[str, object]]) -> None:
    """Lines of a label and a value, the values one below the other."""
    width = max((len(label) for label, _ in rows), default=0)
    for label, value in rows:
        typer.echo(f"  {label:<{width}}  {cleaned(value)}")


def clock_time(seconds: float) -> str:
    """A moment as people say it: the time today, with the date on other days."""
    moment, today = datetime.fromtimestamp(seconds).astimezone(), datetime.now().astimezone()
    return moment.strftime("%H:%M" if moment.date() == today.date() else "%Y-%m-%d %H:%M")


def span(seconds: float) -> str:
    """A length of time in the one or two units that matter."""
    minutes = round(seconds / 60)
    if minutes < 1:
        return "less than a minute"
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    if days:
        return filled("{days} d {hours} h", days=days, hours=hours)
    return filled("{hours} h {minutes} min", hours=hours, minutes=minutes)
