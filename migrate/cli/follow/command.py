"""`migrate follow`: whatever list of people somebody has, looked at, asked about, and followed."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from migrate.cli.app import app
from migrate.cli.follow.before import must_be_able_to_ask, show_lists, show_reading
from migrate.cli.follow.run import FollowJob
from migrate.cli.session import credentials
from migrate.cli.tables import tell_unclear
from migrate.errors import ExitCode, UsageError
from migrate.model import Deed

if TYPE_CHECKING:
    from migrate.model import Person
    from migrate.people.lists import PeopleList


@app.command()
def follow(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="FILE.csv", help="A list of people: from Mastodon, from a finder, or your own."
        ),
    ] = None,
    *,
    account: Annotated[
        str | None, typer.Option(metavar="NAME@SERVER", help="Which one, if you have several logins.")
    ] = None,
    as_: Annotated[
        Deed | None, typer.Option("--as", help="What is done to them; follow if you don't say.")
    ] = None,
    on_list: Annotated[
        str | None, typer.Option("--list", metavar="NAME", help="Also put them on this list of yours.")
    ] = None,
    tier: Annotated[
        str | None,
        typer.Option(
            metavar="A,B", help="Which matches of matches.csv; A,B if you don't say, and those you accepted."
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would happen; change nothing.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't look first, and don't ask.")] = False,
    limit: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Stop after so many people; the next run goes on.")
    ] = None,
    report: Annotated[
        Path | None, typer.Option(metavar="FILE.csv", help="Write down what became of everybody.")
    ] = None,
    undo: Annotated[
        bool, typer.Option("--undo", help="Take back what this command did before, and nothing else.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="For other programs: one JSON object a line.")] = False,
) -> None:
    """Follow the people of a list, each one once. Stopped and run again, it goes on."""
    if not (dry_run or yes):
        must_be_able_to_ask(json=json)
    reading, people, deed = None, None, as_
    if file:
        reading, people, deed = _read(file, as_, on_list, tier, json=json)
    known = credentials(account)
    if undo:
        FollowJob(known, json=json, dry_run=dry_run, ask=not yes).undo(people, as_)
        return
    if reading is None or people is None or deed is None:
        raise UsageError("Whom? Name the file with the list: migrate follow FILE.csv")
    job = FollowJob(known, json=json, dry_run=dry_run, ask=not yes, limit=limit)
    result = job.follow(people, deed)
    if report:
        result.write(report, reading)
    if result.bad and not dry_run:
        raise typer.Exit(ExitCode.SOME_REFUSED)


def _read(
    file: Path, as_: Deed | None, on_list: str | None, tier: str | None, *, json: bool
) -> "tuple[PeopleList, list[Person], Deed]":
    from msgspec.structs import replace

    from migrate.people.lists import choose, read_people
    from migrate.sheets import open_table

    reading = read_people(open_table(file))
    tell_unclear(file.name, reading.unclear)
    deed = _deed(file, as_, reading)
    tiers = frozenset(word.strip().upper() for word in (tier or "").split(",") if word.strip())
    people = choose(reading.people, deed, tiers)
    if on_list:
        people = [replace(person, lists=(*person.lists, on_list)) for person in people]
    if deed is not Deed.FOLLOW and any(person.lists for person in people):
        raise UsageError("Only people whom you follow can be on a list. Leave --list away, or --as.")
    if not json:
        show_reading(reading, people, file.name)
        show_lists(people)
    if not people:
        raise UsageError(f"{file.name} names nobody who is meant. An address looks like this: name@server")
    return reading, people, deed


def _deed(file: Path, as_: Deed | None, reading: "PeopleList") -> Deed:
    """What is to be done; a list of blocked people is not followed by mistake."""
    if as_ is None and reading.meant is Deed.BLOCK:
        raise UsageError(
            f"{file.name} looks like a list of blocked people. Say what you want: --as block, or --as follow"
        )
    if as_ is None and reading.meant is Deed.MUTE:
        raise UsageError(
            f"{file.name} looks like a list of muted people. Say what you want: --as mute, or --as follow"
        )
    return as_ or Deed.FOLLOW
