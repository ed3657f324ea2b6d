"""`migrate demo`: the main job, on a server that lives on this machine only."""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from migrate.cli.app import app
from migrate.cli.importing import run, show_result
from migrate.cli.planning import plan_for, show_plan
from migrate.cli.progress import ProgressBar
from migrate.cli.session import open_session
from migrate.cli.show import say
from migrate.errors import ExitCode

HERE = Path(__file__).parents
SAMPLES = (HERE[1] / "sample_archives", HERE[2] / "sample_archives")
"""Inside the installed package, and in a checkout."""


@app.command()
def demo(
    archive: Annotated[Path | None, typer.Argument(help="Another archive than the sample.")] = None,
) -> None:
    """See it work: a sample archive is posted to a server on this machine. Nothing leaves it."""
    from migrate.archive import open_archive
    from migrate.ledger import Ledger
    from migrate.model import Policy
    from migrate.sandbox import open_sandbox

    with (
        TemporaryDirectory() as home,
        open_sandbox() as sandbox,
        open_archive(archive or _sample()) as opened,
    ):
        os.environ.update(MIGRATE_HOME=home, MIGRATE_SERVER=sandbox.address, MIGRATE_TOKEN=sandbox.token)
        with open_session(None) as session:
            plan = plan_for(opened, session.server.dialect.limits, Policy(), None)
            show_plan(plan, opened)
            shown = ProgressBar(session.server)
            with Ledger(session.ledger) as ledger:
                run(session, plan, ledger, opened, shown)
        show_result(shown.tally, plan)
        say("Look at it: {page}", page=sandbox.page)
        if sys.stdout.isatty() and sys.stdin.isatty():
            _stay_up()
    if shown.tally.refused:
        raise typer.Exit(ExitCode.SOME_REFUSED)


def _sample() -> Path:
    return next(folder / "tricky" for folder in SAMPLES if folder.is_dir())


def _stay_up() -> None:
    import time

    say("The server stays up until you press Ctrl-C.")
    try:
        while True:
            time.sleep(1)
    except KeyboardInterrupt:
        say("The server is gone, and everything on it.")
