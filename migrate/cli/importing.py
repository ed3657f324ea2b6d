"""`migrate import`: look, ask, then replay."""

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from migrate.cli.app import app
from migrate.cli.check import Archives, Lenient, expect_whole
from migrate.cli.choosing import Exclude, Footer, Include, Mentions, Seen, Since, Until, read_policy
from migrate.cli.planning import plan_for, show_plan
from migrate.cli.progress import JsonLines, ProgressBar, Shown, Tally
from migrate.cli.session import Session, all_logins, open_session
from migrate.cli.show import clock_time, filled, say, span, table, warn
from migrate.errors import ExitCode, UsageError
from migrate.model import MentionStyle, Visibility

if TYPE_CHECKING:
    from migrate.archive import Archive
    from migrate.ledger import Ledger
    from migrate.model import Plan, Policy

VISIBLE = {
    Visibility.PUBLIC: "public: your {n} followers get every one of them, and all the public timelines too",
    Visibility.UNLISTED: "unlisted: anyone can read them on your profile; your {n} followers get them, "
    "public timelines don't",
    Visibility.PRIVATE: "private: only your {n} followers",
    Visibility.DIRECT: "direct: only you",
}


@app.command("import")
def import_(
    archive: Archives,
    *,
    account: Annotated[str | None, typer.Option(help="NAME@SERVER, if you have several logins.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would happen; post nothing.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't ask before posting.")] = False,
    limit: Annotated[int | None, typer.Option(min=1, help="Stop after so many toots.")] = None,
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

    policy = read_policy(
        include, exclude, since, until, visibility=visibility, footer=footer, mentions=mentions
    )
    with open_archive(*archive) as opened:
        expect_whole(opened, lenient=lenient)
        if dry_run and not _can_log_in():
            _show_without_login(opened, policy, footer)
            return
        with open_session(account) as session:
            made = plan_for(opened, session.server.dialect.limits, policy, footer)
            with _ledger(session, dry_run=dry_run) as ledger:
                if not json:
                    show_plan(made, opened)
                    _show_cost(session, made, ledger, visibility)
                if dry_run:
                    say("Nothing was posted (--dry-run).", err=json)
                    return
                if not yes:
                    _ask()
                shown: Shown = JsonLines() if json else ProgressBar(session.server)
                run(session, made, ledger, opened, shown, limit=limit)
    if json:
        _print_summary(shown.tally, made)
    else:
        show_result(shown.tally, made)
    if shown.tally.refused:
        raise typer.Exit(ExitCode.SOME_REFUSED)


def run(
    session: Session,
    plan: "Plan",
    ledger: "Ledger",
    archive: "Archive",
    shown: Shown,
    *,
    limit: int | None = None,
) -> None:
    """Replay a plan and show what happens."""
    from migrate.replay import replay

    ledger.claim(plan.owner.id, plan.owner.handle)
    ledger.note_plan(len(plan.steps), session.server.now())
    with shown:
        for event in replay(
            plan.steps,
            session.server,
            ledger,
            account_id=session.account.id,
            open_media=archive.open_media,
            limit=limit,
        ):
            shown.show(event)


def show_result(tally: Tally, plan: "Plan") -> None:
    """What came of it, and where to look at it."""
    table(
        [
            ("Posted now", len(tally.posted)),
            ("Posted before", tally.already),
            ("Refused by the server", len(tally.refused)),
            ("Left out", len(plan.left_out)),
        ]
    )
    for refused in tally.refused:
        warn("Tweet {tweet}: {reason}", tweet=str(refused.key.tweet_id), reason=refused.reason)
    for lost in tally.media_refused:
        warn(
            "Tweet {tweet}: posted without one of its pictures or videos: {reason}",
            tweet=str(lost.key.tweet_id),
            reason=lost.reason,
        )


def _show_cost(session: Session, plan: "Plan", ledger: "Ledger", visibility: Visibility) -> None:
    """Where it goes, who will see it, when it will be done, and the rules of the house."""
    import time

    from migrate.replay import remaining_time, unsettled

    server = session.server
    left = unsettled(plan.steps, ledger)
    seconds = remaining_time(left, server, ledger)
    say("To @{handle} on {title}", handle=session.handle, title=server.instance.title or server.host)
    table(
        [
            ("Posted before", len(plan.steps) - len(left)),
            ("To post now", len(left)),
            ("Who sees them", filled(VISIBLE[visibility], n=session.account.followers_count)),
            ("Time needed", span(seconds)),
            ("Done at", clock_time(time.time() + seconds)),
        ]
    )
    if server.instance.rules:
        say("The rules of {host}:", host=server.host)
        table([(str(number), rule.text) for number, rule in enumerate(server.instance.rules, start=1)])


def _ask() -> None:
    if not sys.stdin.isatty():
        raise UsageError("Nobody is there to say yes. To post without being asked, add --yes.")
    typer.confirm("Post them now?", abort=True, err=True)


def _print_summary(tally: Tally, plan: "Plan") -> None:
    import msgspec

    summary = {
        "event": "summary",
        "posted": len(tally.posted),
        "already": tally.already,
        "refused": len(tally.refused),
        "left_out": len(plan.left_out),
    }
    typer.echo(msgspec.json.encode(summary).decode())


def _ledger(session: Session, *, dry_run: bool) -> "Ledger":
    from migrate.ledger import Ledger

    return Ledger(session.ledger, read_only=dry_run)


def _can_log_in() -> bool:
    return bool(os.environ.get("MIGRATE_TOKEN") or all_logins())


def _show_without_login(archive: "Archive", policy: "Policy", footer: str | None) -> None:
    """A dry run before the first login: the plan by Mastodon's usual limits."""
    from migrate.model import Limits

    show_plan(plan_for(archive, Limits(), policy, footer), archive)
    say("Nothing was posted (--dry-run). You are not logged in, so Mastodon's usual limits were assumed.")
