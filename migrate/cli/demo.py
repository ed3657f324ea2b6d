"""`migrate demo`: the main job, on a server that lives on this machine only."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from migrate.cli.app import app
from migrate.cli.choosing import Wishes
from migrate.cli.job import Job
from migrate.cli.planning import plan_for, show_plan
from migrate.cli.progress import ProgressBar
from migrate.cli.session import Credentials, open_session
from migrate.cli.show import say
from migrate.cli.tally import show_result
from migrate.errors import ExitCode

HERE = Path(__file__).parents
SAMPLES = (HERE[1] / "sample_archives", HERE[2] / "sample_archives")
"""Inside the installed package, and in a checkout."""


@app.command()
def demo(
    archive: Annotated[
        Path | None, typer.Argument(metavar="[ARCHIVE]", help="Your own archive, instead of the sample.")
    ] = None,
) -> None:
    """Watch it work, with a made-up archive and a server on this machine."""
    from migrate.archive import open_archive
    from migrate.ledger import Ledger
    from migrate.mastodon import Pace
    from migrate.model import Policy
    from migrate.sandbox import open_sandbox

    with (
        TemporaryDirectory() as home,
        open_sandbox() as sandbox,
        open_archive(archive or _sample()) as opened,
        open_session(Credentials(sandbox.address, sandbox.token)) as session,
        Ledger(Path(home) / "ledger.sqlite") as ledger,
    ):
        session.server.pace = Pace({})  # this server has no limits, and someone is watching
        plan = plan_for(opened, session.server.dialect.limits, Wishes(Policy(), usual_footer=True))
        show_plan(plan, opened)
        job = Job(session, plan, ledger, opened)
        tally = job.carry_out(ProgressBar(job))
        show_result(tally, job)
        _stay_up(tally.posted)
    if tally.refused:
        raise typer.Exit(ExitCode.SOME_REFUSED)


def _sample() -> Path:
    return next(folder / "tricky" for folder in SAMPLES if folder.is_dir())


def _stay_up(posted: int) -> None:
    """Until nobody is watching any more."""
    import time

    if not (sys.stdout.isatty() and sys.stdin.isatty()):
        say("{n} toots were posted to a server on this machine. It has stopped again.", n=posted)
        return
    say("{n} toots are on a server on this machine. It runs until you press Ctrl-C.", n=posted)
    try:
        while True:
            time.sleep(1)
    except KeyboardInterrupt:
        say("The server is gone, and everything on it.")
