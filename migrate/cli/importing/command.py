"""`migrate import`: look, ask, then replay."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from migrate.cli.app import app
from migrate.cli.check import expect_whole
from migrate.cli.choosing.earlier import with_earlier
from migrate.cli.choosing.options import ImportOptions, PlanFile, choosing
from migrate.cli.importing.fixing import FixRun, expect_fixable
from migrate.cli.importing.offline import rehearse_offline
from migrate.cli.importing.pace import PaceText, read_pace
from migrate.cli.importing.run import ImportRun
from migrate.cli.run import How, carry_out, must_be_able_to_ask
from migrate.cli.session import Credentials, all_logins, credentials, from_environment, open_session
from migrate.cli.show import warn
from migrate.cli.switches import AccountName, Archives, AsJsonLines, Lenient
from migrate.errors import ExitCode, ServerError, UsageError

if TYPE_CHECKING:
    from migrate.archive import Archive
    from migrate.mastodon import Budget


@app.command("import")
@choosing
def import_command(
    archive: Archives,
    *,
    account: AccountName = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would happen; post nothing.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't ask before posting.")] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="Edit posts that would be better now; post nothing.")
    ] = False,
    limit: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Stop after this many posts; the next run goes on."),
    ] = None,
    undated: Annotated[
        bool,
        typer.Option(
            "--undated",
            help="Post as of today, with a line that tells the date, even where it could be kept.",
        ),
    ] = False,
    leave_unknown: Annotated[
        bool,
        typer.Option(
            "--leave-unknown", help="Post although posts of this program are there that nothing explains."
        ),
    ] = False,
    repost: Annotated[
        bool, typer.Option("--repost", help="Post again what is gone from the server since.")
    ] = False,
    again: Annotated[
        bool, typer.Option("--again", help="Try again to post what the server has refused.")
    ] = False,
    plan: PlanFile = None,
    pace: PaceText = None,
    json: AsJsonLines = False,
    lenient: Lenient = False,
    options: ImportOptions,
) -> None:
    """Post your tweets to your account, each one once. Stopped and run again, it goes on."""
    from migrate.archive import open_archive
    from migrate.posts.replay import Differences

    how, options, budget = How(dry_run, yes, json), options.from_file(plan), read_pace(pace)
    if fix and options.policy.ping:
        raise UsageError("--fix and --ping don't go together: an edit notifies nobody. Leave --ping away.")
    if fix and (leave_unknown or repost or again):
        raise UsageError("--fix posts nothing. Leave --leave-unknown, --repost and --again away.")
    must_be_able_to_ask(how)
    options = replace(options, asks=not (yes or json))
    offline = dry_run and not fix and not (from_environment() or all_logins())
    login = None if offline else credentials(account)
    with open_archive(*archive) as opened:
        expect_whole(opened, options.policy.origins, lenient=lenient)
        if login is None:
            rehearse_offline(opened, options, json=json)
            return
        try:
            differences = Differences(leave_unknown, repost, again)
            kind = FixRun if fix else partial(ImportRun, differences=differences)
            refused = _carry_out(kind, login, opened, options, how, limit, budget, undated=undated)
        except ServerError as e:
            if fix or not dry_run:
                raise
            warn("{error}", error=str(e))
            rehearse_offline(opened, options, json=json)
            return
    if refused:
        raise typer.Exit(ExitCode.SOME_REFUSED)


def _carry_out(
    kind: Callable[..., FixRun | ImportRun],
    login: Credentials,
    archive: "Archive",
    options: ImportOptions,
    how: How,
    limit: int | None,
    pace: "Budget | None",
    *,
    undated: bool,
) -> int:
    """Meet the server, and carry out the import; return the number of refusals."""
    with open_session(login) as session:
        if kind is FixRun:
            expect_fixable(session)
        session.keep_to(pace)
        if undated:
            session.server.post_undated()
        with session.open_ledger(look_only=how.dry_run) as ledger:
            options = with_earlier(options, ledger, fix=kind is FixRun, err=how.json)
            run = kind(session, ledger, archive, options, limit)
            carry_out(run, how)
    return run.refused
