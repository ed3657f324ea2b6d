"""`migrate demo`: all three jobs, on a server that lives on this machine only."""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from migrate.cli.app import app
from migrate.cli.choosing.options import ImportOptions
from migrate.cli.find.command import look_for_people
from migrate.cli.find.options import FindOptions
from migrate.cli.follow.run import FollowRun
from migrate.cli.home import home_at
from migrate.cli.importing.run import ImportRun
from migrate.cli.importing.tally import Tally
from migrate.cli.planning import show_plan
from migrate.cli.progress import watch
from migrate.cli.run import How, carry_out
from migrate.cli.session import Credentials, open_session
from migrate.cli.show import say
from migrate.errors import ExitCode
from migrate.model import Action

if TYPE_CHECKING:
    from migrate.archive import Archive
    from migrate.sandbox import Sandbox

HERE = Path(__file__).parents
SAMPLES = (HERE[1] / "sample_archives", HERE[2] / "sample_archives")
"""The places of the samples: in the installed package, and in a checkout."""


@app.command("demo")
def demo_command(
    archive: Annotated[
        Path | None, typer.Argument(metavar="[ARCHIVE]", help="Your own archive, instead of the sample.")
    ] = None,
) -> None:
    """Watch it work, with a made-up archive and a server on this machine."""
    from migrate.archive import open_archive
    from migrate.sandbox import open_sandbox

    with (
        TemporaryDirectory() as folder,
        home_at(Path(folder) / "home"),
        open_sandbox() as sandbox,
        open_archive(archive or _sample("tricky")) as opened,
    ):
        say("1. Your tweets go to your account.")
        tally = _import(opened, sandbox)
        page = None if archive else _find_and_follow(opened, sandbox, Path(folder))
        _stay_up(tally.posted, page)
    if tally.refused:
        raise typer.Exit(ExitCode.SOME_REFUSED)


def _import(archive: "Archive", sandbox: "Sandbox") -> Tally:
    from migrate.model import Policy

    with (
        open_session(Credentials(sandbox.address, sandbox.token)) as session,
        session.open_ledger() as ledger,
    ):
        session.server.budgets.lift()  # this server has no limits, and someone is watching
        options = ImportOptions(Policy(), usual_footer=True)
        run = ImportRun(session, ledger, archive, options)
        show_plan(run.plan, archive, options)
        watch(run.do(), run, json=False)
        run.tell()
    return run.tally


def _find_and_follow(archive: "Archive", sandbox: "Sandbox", folder: Path) -> Path:
    """Look for the people of the sample, on servers on this machine; return the page of matches."""
    from migrate.people.lists import read_people
    from migrate.sheets import open_table
    from migrate.web.fetching import Web

    say("")
    say(
        "2. The program looks for the people whom you followed on Twitter. Here their servers are on this "
        "machine, too, and the files are gone when the demo ends."
    )
    options = FindOptions(profiles=(_sample("tricky_profiles.csv"),), verify=True, yes=True)
    look_for_people(archive, options, folder, set(), open_web=lambda: Web(local_port=sandbox.port))

    say("")
    say("3. You follow those whose account is sure.")
    people = read_people(open_table(folder / "following_accounts.csv")).people
    with (
        open_session(Credentials(sandbox.address, sandbox.token)) as session,
        session.open_ledger() as ledger,
    ):
        carry_out(FollowRun(session, ledger, people, Action.FOLLOW, ask_first=False), How(yes=True))
    return folder / "matches.html"


def _sample(name: str) -> Path:
    return next(folder / name for folder in SAMPLES if folder.is_dir())


def _stay_up(posted: int, page: Path | None) -> None:
    """Keep the server up until the user has seen enough."""
    import time

    if not (sys.stdout.isatty() and sys.stdin.isatty()):
        words = (
            "{n} post went to a server on this machine. It has stopped again.",
            "{n} posts went to a server on this machine. It has stopped again.",
        )
        say(words, n=posted)
        return
    say("")
    if page is not None:
        say("Both sides of each match, next to each other: {page}", page=str(page))
        _open(page)
    words = (
        "{n} post is on a server on this machine. It runs until you press Ctrl-C.",
        "{n} posts are on a server on this machine. It runs until you press Ctrl-C.",
    )
    say(words, n=posted)
    try:
        while True:
            time.sleep(1)
    except KeyboardInterrupt:
        say("The server is gone, and everything on it.")


def _open(page: Path) -> None:
    """Show a page, where there is a screen with windows; a browser in this terminal would be in the way."""
    import webbrowser

    has_windows = sys.platform in {"darwin", "win32"} or {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys()
    if has_windows:
        webbrowser.open(page.as_uri())
