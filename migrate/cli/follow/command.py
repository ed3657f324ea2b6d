"""`migrate follow`: a list of people from anywhere is looked at, asked about, and followed."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from migrate.cli.app import app
from migrate.cli.follow.before import show_lists, show_reading
from migrate.cli.follow.run import FollowRun
from migrate.cli.follow.undo import undo_for
from migrate.cli.run import How, carry_out, must_be_able_to_ask
from migrate.cli.session import credentials, open_session
from migrate.cli.switches import AccountName, AsJsonLines
from migrate.cli.tables import tell_unclear
from migrate.errors import ExitCode, UsageError
from migrate.model import Action, Person

if TYPE_CHECKING:
    from migrate.people.lists import PeopleList


ListFile = Annotated[
    Path | None,
    typer.Argument(metavar="FILE.csv", help="A list of people: from Mastodon, from a finder, or your own."),
]
Tiers = Annotated[
    str | None,
    typer.Option(
        metavar="A,B", help="Which matches of matches.csv; A,B if you don't say, and those you accepted."
    ),
]


@app.command("follow")
def follow_command(
    file: ListFile = None,
    *,
    account: AccountName = None,
    as_: Annotated[
        Action | None, typer.Option("--as", help="What is done to them; follow if you don't say.")
    ] = None,
    on_list: Annotated[
        str | None, typer.Option("--list", metavar="NAME", help="Also put them on this list of yours.")
    ] = None,
    tier: Tiers = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would happen; change nothing.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't look first, and don't ask.")] = False,
    limit: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Stop after this many people; the next run goes on."),
    ] = None,
    report: Annotated[
        Path | None, typer.Option(metavar="FILE.csv", help="Write down what became of each person.")
    ] = None,
    undo: Annotated[
        bool, typer.Option("--undo", help="Take back what this command did before, and nothing else.")
    ] = False,
    json: AsJsonLines = False,
) -> None:
    """Follow the people of a list, each one once. Stopped and run again, it goes on."""
    how = How(dry_run, yes, json)
    must_be_able_to_ask(how)
    reading, people, action = None, None, as_
    if file:
        reading, people, action = _read(file, as_, on_list, tier, json=json)
    login = credentials(account)
    if undo:
        undo_for(people, as_, login, how)
        return
    if reading is None or people is None or action is None:
        raise UsageError("Name the file with the list of people: migrate follow FILE.csv")
    with open_session(login) as session, session.open_ledger() as ledger:
        run = FollowRun(session, ledger, people, action, ask_first=dry_run or not yes, limit=limit)
        if not json:
            run.foretell()
        try:
            carry_out(run, how)
        finally:
            result = run.result()
            if report:
                result.write(report, reading)
    if result.bad and not dry_run:
        raise typer.Exit(ExitCode.SOME_REFUSED)


def _read(
    file: Path, as_: Action | None, on_list: str | None, tier: str | None, *, json: bool
) -> "tuple[PeopleList, list[Person], Action]":
    from msgspec.structs import replace

    from migrate.people.lists import choose, read_people
    from migrate.sheets import open_table

    reading = read_people(open_table(file))
    tell_unclear(file.name, reading.unclear)
    action = _action(file, as_, reading)
    tiers = frozenset(word.strip().upper() for word in (tier or "").split(",") if word.strip())
    people = choose(reading.people, action, tiers)
    if on_list:
        people = [replace(person, lists=(*person.lists, on_list)) for person in people]
    if action is not Action.FOLLOW and any(person.lists for person in people):
        raise UsageError("Only people whom you follow can be on a list. Leave --list away, or --as.")
    if not json:
        show_reading(reading, people, file.name)
        show_lists(people)
    if reading.people and not people:
        raise UsageError(
            f"Nobody in {file.name} is chosen yet. Write yes in the column state beside the people whom you "
            "mean, save the file, and run the same command again."
        )
    if not people:
        raise UsageError(
            f"{file.name} has no address to follow, block or mute. An address looks like this: name@server"
        )
    return reading, people, action


def _action(file: Path, as_: Action | None, reading: "PeopleList") -> Action:
    """Decide the action; a list of blocked people is not followed by mistake."""
    if as_ is None and reading.meant is Action.BLOCK:
        raise UsageError(
            f"{file.name} looks like a list of blocked people. Say what you want: --as block, or --as follow"
        )
    if as_ is None and reading.meant is Action.MUTE:
        raise UsageError(
            f"{file.name} looks like a list of muted people. Say what you want: --as mute, or --as follow"
        )
    return as_ or Action.FOLLOW
