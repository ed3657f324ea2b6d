"""Output to the terminal: whole sentences, cleaned of control characters.

A sentence is one literal with {named} places, so that it can be translated whole. Where it
counts something it is two, for one and for many; the value `n` chooses.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

import typer

from migrate.model import Owner

Sentence = str | tuple[str, str]

_OBEYED = re.compile("[\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
"""Control characters beyond those that JSON escapes itself, bidi marks, and others without a width. Not
the joiners of emoji and of Persian."""

SHOWN = 10
"""The number of things of a kind that are shown one by one."""

MORE = "... and {n} more of these."


def say(sentence: Sentence, *, err: bool = False, **values: object) -> None:
    """Print a sentence on standard output, or on standard error where the output is for another program."""
    typer.echo(filled(sentence, **values), err=err)


def warn(sentence: Sentence, **values: object) -> None:
    """Print a sentence on standard error, apart from the output."""
    typer.secho(filled(sentence, **values), fg="yellow", err=True)


def warn_each(sentence: str, troubles: Sequence[Mapping[str, object]]) -> None:
    """Print the same sentence for one trouble after the other, and in the end how many more there are."""
    for values in troubles[:SHOWN]:
        warn(sentence, **values)
    if len(troubles) > SHOWN:
        warn(MORE, n=len(troubles) - SHOWN)


def warn_by_reason(sentence: str, troubles: Iterable[tuple[int, str]]) -> None:
    """Print a sentence for each tweet and its reason; of those with the same reason only the first ones."""
    alike: dict[str, list[Mapping[str, object]]] = {}
    for tweet, reason in troubles:
        alike.setdefault(reason, []).append({"tweet": str(tweet), "reason": reason})
    for values in alike.values():
        warn_each(sentence, values)


def say_whose(owner: Owner) -> None:
    """Print the heading above everything about an archive."""
    if owner.handle and owner.name:
        say("Archive of @{handle} ({name})", handle=owner.handle, name=owner.name)
    elif owner.handle:
        say("Archive of @{handle}", handle=owner.handle)
    else:
        say("Archive (it doesn't say whose it is)")


def filled(sentence: Sentence, **values: object) -> str:
    """Put the values into a sentence; none of them can move the cursor or change colours."""
    if isinstance(sentence, tuple):
        one, many = sentence
        sentence = one if values["n"] == 1 else many
    return sentence.format(**{name: cleaned(value) for name, value in values.items()})


def cleaned(value: object) -> object:
    """Make text from outside one line without control characters; write numbers as people do."""
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}"
    if isinstance(value, str):
        return "".join(c for c in " ".join(value.split()) if c.isprintable())
    return value


def print_json(value: object) -> None:
    """Print a value as one line of JSON, with escapes for what a terminal would obey or turn round."""
    import msgspec

    typer.echo(_OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", msgspec.json.encode(value).decode()))


def table(rows: Sequence[tuple[str, object]]) -> None:
    """Print lines of a label and a value, the values one below the other."""
    width = max((len(label) for label, _ in rows), default=0)
    for label, value in rows:
        typer.echo(f"  {label:<{width}}  {cleaned(value)}")


def counts(rows: Sequence[tuple[int, Sentence]]) -> None:
    """Print lines of a number and what is counted."""
    width = max((len(f"{n:,}") for n, _ in rows), default=0)
    for n, words in rows:
        typer.echo(f"  {n:>{width},}  {filled(words, n=n)}")
