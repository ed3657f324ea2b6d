"""`migrate preview`: an import as a page to look at. It needs no login, and posts nothing."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from migrate.cli.app import app
from migrate.cli.check import expect_whole
from migrate.cli.choosing.options import ImportOptions, PlanFile, choosing
from migrate.cli.planning import ground_for, plan_for, show_plan
from migrate.cli.show import say
from migrate.cli.switches import Archives, Lenient, LimitsOf


@app.command("preview")
@choosing
def preview_command(
    archive: Archives,
    out: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FOLDER", help="Where to; a new folder or an earlier preview."
        ),
    ] = None,
    *,
    single: Annotated[
        bool, typer.Option("--single", help="One file, without videos and very big pictures.")
    ] = False,
    server: LimitsOf = None,
    plan: PlanFile = None,
    lenient: Lenient = False,
    options: ImportOptions,
) -> None:
    """Look at every post before it is posted, in your browser. Nothing leaves this computer."""
    from tqdm import tqdm

    from migrate.archive import open_archive
    from migrate.model import unpacked
    from migrate.pages.preview import PAGE_NAME, write_folder, write_single

    ground = ground_for(server, options.from_file(plan))
    target = out or Path("preview")
    if single and target.suffix.lower() != ".html":
        target = target.with_name(f"{target.name}.html")
    with open_archive(*archive) as opened:
        expect_whole(opened, options.policy.origins, lenient=lenient)
        made = unpacked(plan_for(opened, ground.limits, ground.options))
        show_plan(made, opened, ground.options)
        ground.show()
        write = partial(write_single if single else write_folder, server=ground.server)
        with tqdm(unit=" files", disable=None, leave=False) as bar:
            for progress in write(made, opened, target, backdates=ground.limits.backdates):
                bar.total = progress.total
                bar.update()
    page = target if single else target / PAGE_NAME
    say("The preview is ready. Open this file in your browser: {path}", path=str(page))
    say("Nothing was posted.")
