"""`--dry-run`: everything that is shown before an import, and no import.

It needs neither a login nor a network; with both, it counts by the server's own limits
and knows what was posted before.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from migrate.cli.importing.before import show_terms
from migrate.cli.importing.result import print_summary
from migrate.cli.importing.run import Job
from migrate.cli.planning import plan_for, seen_by, show_plan
from migrate.cli.session import all_logins, credentials, from_environment, open_session
from migrate.cli.show import say, warn
from migrate.errors import ServerError

if TYPE_CHECKING:
    from migrate.archive import Archive
    from migrate.cli.choosing.switches import Wishes
    from migrate.cli.session import Session
    from migrate.ledger import Ledger
    from migrate.mastodon import Budget


def rehearse(
    archive: "Archive",
    wishes: "Wishes",
    account: str | None,
    *,
    limit: int | None,
    pace: "Budget | None",
    json: bool,
) -> None:
    """Show what an import would do."""
    if from_environment() or all_logins():
        try:
            _with_server(archive, wishes, account, limit=limit, pace=pace, json=json)
        except ServerError as e:
            warn("{error}", error=str(e))
            _by_usual_limits(archive, wishes, json=json)
    else:
        _by_usual_limits(archive, wishes, json=json)
    say("Nothing was posted (--dry-run).", err=json)


def _with_server(
    archive: "Archive",
    wishes: "Wishes",
    account: str | None,
    *,
    limit: int | None,
    pace: "Budget | None",
    json: bool,
) -> None:
    with open_session(credentials(account)) as session, look_into(session) as ledger:
        ledger.expect_owner(archive.account.id, archive.account.handle)
        session.keep_to(pace)
        plan = plan_for(archive, session.server.dialect.limits, wishes)
        job = Job(session, plan, ledger, archive, limit)
        if json:
            print_summary(plan, already=job.already, refused=job.refused)
        else:
            show_plan(plan, archive)
            show_terms(job, seen_by(plan, wishes))


def _by_usual_limits(archive: "Archive", wishes: "Wishes", *, json: bool) -> None:
    from migrate.model import Limits

    plan = plan_for(archive, Limits(), wishes)
    if json:
        print_summary(plan)
    else:
        show_plan(plan, archive)
        say("No server was asked, so Mastodon's usual limits were assumed.")


@contextmanager
def look_into(session: "Session") -> "Iterator[Ledger]":
    """What was posted before, looked at only; before the first import, nothing."""
    from migrate.ledger import Ledger

    if session.ledger.exists():
        with session.open_ledger(read_only=True) as ledger:
            yield ledger
        return
    with TemporaryDirectory() as nowhere, Ledger(Path(nowhere) / "empty.sqlite") as empty:
        yield empty
