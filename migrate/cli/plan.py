"""`migrate plan`: what an import would do, written down. No login, no posting."""

from pathlib import Path
from typing import Annotated

import typer

from migrate.cli.app import app
from migrate.cli.check import Archives, Lenient, expect_whole
from migrate.cli.choosing.switches import Wishes, choosing
from migrate.cli.planning import limits_of, plan_for, show_plan
from migrate.cli.show import say
from migrate.cli.tables import edits, tell_kept


@app.command()
@choosing
def plan(
    archive: Archives,
    out: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The file to write.")] = Path(
        "plan.csv"
    ),
    *,
    server: Annotated[
        str | None, typer.Option(metavar="SERVER", help="Plan for this server's limits.")
    ] = None,
    lenient: Lenient = False,
    wishes: Wishes,
) -> None:
    """Write down every toot of an import, as a table for any spreadsheet."""
    from migrate.archive import open_archive
    from migrate.posts.planfile import write_plan

    with open_archive(*archive) as opened:
        expect_whole(opened, lenient=lenient)
        made = plan_for(opened, limits_of(server), wishes)
        show_plan(made, opened)
    tell_kept([write_plan(made, out, edits())])
    say("The plan is in {path}. Nothing was posted.", path=str(out))
