"""Before anything is posted: where it goes, who will see it, how long it takes, the rules of the house."""

import sys
from typing import TYPE_CHECKING

import typer

from migrate.cli.show import clock_time, filled, say, span, table, warn
from migrate.errors import UsageError
from migrate.model import Visibility

if TYPE_CHECKING:
    from migrate.cli.importing.run import Job

SEEN_BY = {
    Visibility.PUBLIC: "your {followers} followers, everybody else, and all public timelines",
    Visibility.UNLISTED: "your {followers} followers, and everybody who visits your profile",
    Visibility.PRIVATE: "your {followers} followers only",
    Visibility.DIRECT: "only you",
}
A_FEW_MINUTES = 300


def show_terms(job: "Job", visibility: Visibility) -> None:
    """What a person should know before saying yes."""
    server, account = job.session.server, job.session.account
    say("To @{handle}", handle=job.session.handle)
    table(
        [
            ("Posted before", job.already),
            ("To post now", len(job.todo)),
            *time_needed(job.seconds_left()),
            ("Seen by", filled(SEEN_BY[visibility], followers=account.followers_count)),
        ]
    )
    if job.todo:
        _warn_of_followers(job, visibility)
    if server.instance.rules:
        say("The rules of {host}:", host=server.host)
        table([(str(number), rule.text) for number, rule in enumerate(server.instance.rules, start=1)])


def must_be_able_to_ask(*, json: bool) -> None:
    """Raises UsageError where no one could say yes."""
    if json or not sys.stdin.isatty():
        raise UsageError(
            "Nobody is there to say yes. To look first, add --dry-run. "
            "To post without being asked, add --yes."
        )


def agreed(job: "Job") -> bool:
    """Ask; whether the person said yes."""
    question = filled("Post {n} toots to @{handle} now?", n=len(job.todo), handle=job.session.handle)
    if typer.confirm(question, err=True):
        return True
    say("Nothing was posted. When you are ready, run the same command again.")
    return False


def time_needed(seconds: float) -> list[tuple[str, object]]:
    """Only the server's limits are known beforehand, so a short time is not told to the minute."""
    import time

    if seconds < A_FEW_MINUTES:
        return [("Time needed", "a few minutes")]
    return [
        ("Time needed", filled("{time}, by the limits of this server", time=span(seconds))),
        ("Done about", clock_time(time.time() + seconds)),
    ]


def _warn_of_followers(job: "Job", visibility: Visibility) -> None:
    """Old tweets arrive as new toots where the server doesn't keep their dates."""
    if visibility is Visibility.PUBLIC:
        warn(
            "With --visibility public, all {n} toots also go through the public timelines of {host} and of "
            "other servers. Many servers ask for unlisted: leave --visibility away.",
            n=len(job.todo),
            host=job.session.server.host,
        )
    followers = job.session.account.followers_count
    if followers and not job.session.server.dialect.backdates and visibility is not Visibility.DIRECT:
        warn(
            "{host} shows old tweets as new toots: your {followers} followers will find {n} of them in their "
            "timelines. It is best to import before people follow you. If they do already, import a few "
            "each day: add --limit 20.",
            host=job.session.server.host,
            followers=followers,
            n=len(job.todo),
        )
