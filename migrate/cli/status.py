"""`migrate status`: the progress of each account's import."""

from typing import TYPE_CHECKING

import typer

from migrate.cli.app import app
from migrate.cli.home import ledgers_path
from migrate.cli.importing.result import LOST, LOST_LABEL, REFUSED
from migrate.cli.show import say, table, warn, warn_by_reason
from migrate.cli.times import clock_time
from migrate.errors import ExitCode, LedgerError

if TYPE_CHECKING:
    from migrate.ledger import Ledger


@app.command("status")
def status_command() -> None:
    """Show how far each import is. No server is asked."""
    from migrate.ledger import Ledger

    found = sorted(ledgers_path().glob("*.sqlite"))
    if not found:
        say("Nothing was imported yet. Look into your archive first: migrate check YOUR-ARCHIVE.zip")
    unreadable = False
    for path in found:
        try:
            with Ledger(path, read_only=True) as ledger:
                _show(ledger)
        except LedgerError as e:
            say("@{account}", account=path.stem)
            warn("{error}", error=str(e))
            unreadable = True
    if unreadable:
        raise typer.Exit(ExitCode.LEDGER)


def _show(ledger: "Ledger") -> None:
    from migrate.ledger import StepState, is_unknown_file

    account, counts = ledger.account(), ledger.counts()
    _, handle = ledger.owner() or ("", "")
    steps, noted_at = ledger.plan() or (0, 0.0)
    settled = counts.get(StepState.DONE, 0) + counts.get(StepState.REFUSED, 0)
    say("@{account}", account=account.handle if account else ledger.path.stem)
    lost = ledger.refusals.lost_files()
    table(
        [
            ("Tweets of", f"@{handle}" if handle else "?"),
            ("Posted", counts.get(StepState.DONE, 0)),
            ("Refused by the server", counts.get(StepState.REFUSED, 0)),
            *([(LOST_LABEL, len(lost))] if lost else []),
            ("Still to post", max(steps - settled, 0)),
            ("Last import begun", clock_time(noted_at)),
            ("Kept in", str(ledger.path)),
        ]
    )
    refused = [(record.key.tweet_id, record.reason or "") for record in ledger.in_state(StepState.REFUSED)]
    warn_by_reason(REFUSED, refused)
    warn_by_reason(LOST, [(file.tweet_id, file.reason) for file in lost])
    if refused:
        say("To try again what was refused: migrate import YOUR-ARCHIVE.zip --again")
    if not all(is_unknown_file(file.media_id) for file in lost):
        say("To put into posts what they lack: migrate import YOUR-ARCHIVE.zip --fix")
