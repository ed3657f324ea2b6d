"""`migrate plan`: an import written down as a table. It needs no login, and posts nothing."""

from pathlib import Path
from typing import Annotated

import typer

from migrate.cli.app import app
from migrate.cli.check import expect_whole
from migrate.cli.choosing.options import ImportOptions, choosing
from migrate.cli.planning import ground_for, plan_for, show_plan
from migrate.cli.show import say
from migrate.cli.switches import Archives, Lenient, LimitsOf
from migrate.cli.tables import edits, tell_kept


@app.command("plan")
@choosing
def plan_command(
    archive: Archives,
    out: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The file to write.")] = Path(
        "plan.csv"
    ),
    *,
    server: LimitsOf = None,
    lenient: Lenient = False,
    options: ImportOptions,
) -> None:
    """Write down every post of an import, as a table for any spreadsheet."""
    from migrate.archive import open_archive
    from migrate.posts.planfile import write_plan

    with open_archive(*archive) as opened:
        expect_whole(opened, options.policy.origins, lenient=lenient)
        ground = ground_for(server, options)
        made = plan_for(opened, ground.limits, ground.options)
        show_plan(made, opened, ground.options)
    ground.show()
    tell_kept([write_plan(made, out, edits())])
    say("The plan is in {path}. Nothing was posted.", path=str(out))
