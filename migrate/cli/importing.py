"""`migrate import`: look, ask, then replay."""

from typing import TYPE_CHECKING, Annotated

import typer

from migrate.cli.app import app
from migrate.cli.check import Archives, Lenient, expect_whole
from migrate.cli.choosing import Exclude, Footer, Include, Mentions, Seen, Since, Until, read_wishes
from migrate.cli.job import Job
from migrate.cli.planning import plan_for, show_plan
from migrate.cli.progress import JsonLines, ProgressBar, Shown
from migrate.cli.rehearsal import rehearse
from migrate.cli.session import credentials, open_session
from migrate.cli.tally import print_summary, show_result
from migrate.cli.terms import agreed, must_be_able_to_ask, show_terms
from migrate.errors import ExitCode
from migrate.model import MentionStyle, Visibility

if TYPE_CHECKING:
    from migrate.archive import Archive
    from migrate.cli.choosing import Wishes
    from migrate.cli.session import Credentials


@app.command("import")
def import_(
    archive: Archives,
    *,
    account: Annotated[
        str | None, typer.Option(metavar="NAME@SERVER", help="Which one, if you have several logins.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would happen; post nothing.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't ask before posting.")] = False,
    limit: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Stop after so many toots; the next run goes on.")
    ] = None,
    include: Include = [],  # noqa: B006 - typer's way to say "none given"
    exclude: Exclude = [],  # noqa: B006
    since: Since = None,
    until: Until = None,
    visibility: Seen = Visibility.UNLISTED,
    footer: Footer = None,
    mentions: Mentions = MentionStyle.PLAIN,
    json: Annotated[bool, typer.Option("--json", help="For other programs: one JSON object a line.")] = False,
    lenient: Lenient = False,
) -> None:
    """Post your tweets to your account, each one once. Stopped and run again, it goes on."""
    from migrate.archive import open_archive

    wishes = read_wishes(
        include, exclude, since, until, visibility=visibility, footer=footer, mentions=mentions
    )
    if not (dry_run or yes):
        must_be_able_to_ask(json=json)
    known = None if dry_run else credentials(account)
    with open_archive(*archive) as opened:
        expect_whole(opened, lenient=lenient)
        if known is None:
            rehearse(opened, wishes, account, limit=limit, json=json)
        else:
            _import(known, opened, wishes, limit=limit, json=json, ask=not yes)


def _import(
    known: "Credentials", archive: "Archive", wishes: "Wishes", *, limit: int | None, json: bool, ask: bool
) -> None:
    from migrate.ledger import Ledger

    with open_session(known) as session, Ledger(session.ledger) as ledger:
        ledger.expect_owner(archive.account.id, archive.account.handle)
        plan = plan_for(archive, session.server.dialect.limits, wishes)
        job = Job(session, plan, ledger, archive, limit)
        if not json:
            show_plan(plan, archive)
            show_terms(job, wishes.policy.visibility)
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
