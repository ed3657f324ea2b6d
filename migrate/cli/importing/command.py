"""`migrate import`: look, ask, then replay."""

from typing import TYPE_CHECKING, Annotated

import typer

from migrate.cli.app import app
from migrate.cli.check import Archives, Lenient, expect_whole
from migrate.cli.choosing.switches import PlanFile, Wishes, choosing
from migrate.cli.importing.before import agreed, must_be_able_to_ask, show_terms
from migrate.cli.importing.dry_run import rehearse
from migrate.cli.importing.fixing import fix_toots
from migrate.cli.importing.pace import PaceText, read_pace
from migrate.cli.importing.result import print_summary, show_result
from migrate.cli.importing.run import Job
from migrate.cli.planning import plan_for, seen_by, show_plan
from migrate.cli.progress import JsonLines, ProgressBar, Shown
from migrate.cli.session import credentials, open_session
from migrate.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from migrate.archive import Archive
    from migrate.cli.session import Credentials
    from migrate.mastodon import Budget


@app.command("import")
@choosing
def import_(
    archive: Archives,
    *,
    account: Annotated[
        str | None, typer.Option(metavar="NAME@SERVER", help="Which one, if you have several logins.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would happen; post nothing.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't ask before posting.")] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="Edit toots that would be better now; post nothing.")
    ] = False,
    limit: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Stop after so many toots; the next run goes on.")
    ] = None,
    plan: PlanFile = None,
    pace: PaceText = None,
    json: Annotated[bool, typer.Option("--json", help="For other programs: one JSON object a line.")] = False,
    lenient: Lenient = False,
    wishes: Wishes,
) -> None:
    """Post your tweets to your account, each one once. Stopped and run again, it goes on."""
    from migrate.archive import open_archive

    wishes = wishes.from_file(plan)
    budget = read_pace(pace)
    if fix and wishes.policy.ping:
        raise UsageError("--fix and --ping don't go together: an edit notifies nobody. Leave --ping away.")
    if not (dry_run or yes):
        must_be_able_to_ask(json=json)
    known = None if dry_run and not fix else credentials(account)
    with open_archive(*archive) as opened:
        expect_whole(opened, lenient=lenient)
        if known is None:
            rehearse(opened, wishes, account, limit=limit, pace=budget, json=json)
        elif fix:
            fix_toots(
                known,
                opened,
                wishes,
                limit=limit,
                pace=budget,
                json=json,
                ask=not yes,
                look_only=dry_run,
            )
        else:
            _import(known, opened, wishes, limit=limit, pace=budget, json=json, ask=not yes)


def _import(
    known: "Credentials",
    archive: "Archive",
    wishes: Wishes,
    *,
    limit: int | None,
    pace: "Budget | None",
    json: bool,
    ask: bool,
) -> None:
    with open_session(known) as session, session.open_ledger() as ledger:
        ledger.expect_owner(archive.account.id, archive.account.handle)
        session.keep_to(pace)
        plan = plan_for(archive, session.server.dialect.limits, wishes)
        job = Job(session, plan, ledger, archive, limit)
        if not json:
            show_plan(plan, archive)
            show_terms(job, seen_by(plan, wishes))
        if ask and job.todo and not agreed(job):
            return
        shown: Shown = JsonLines() if json else ProgressBar(job)
        tally = job.carry_out(shown)
        if json:
            refused = len(tally.refused) + job.refused
            print_summary(plan, posted=tally.posted, already=tally.already - job.refused, refused=refused)
        else:
            show_result(tally, job)
    if tally.refused:
        raise typer.Exit(ExitCode.SOME_REFUSED)
