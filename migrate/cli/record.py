"""`migrate record`: the record of what was posted is taken along to another computer."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from migrate.cli.app import app
from migrate.cli.home import ledger_of, ledgers_path
from migrate.cli.old_ledgers import warn_of_doubles
from migrate.cli.session import all_logins, from_environment, open_session
from migrate.cli.show import say
from migrate.cli.switches import AccountName
from migrate.errors import LedgerError, UsageError

if TYPE_CHECKING:
    from migrate.ledger import Ledger, LedgerAccount

record = typer.Typer(rich_markup_mode=None, no_args_is_help=True)
app.add_typer(record, name="record", help="Take the record of what was posted to another computer.")


@record.command("export")
def export_record_command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write it, for example on a stick.")],
    *,
    account: AccountName = None,
) -> None:
    """Write the record of an account into a file. The record stays here, too."""
    from migrate.ledger import Ledger, StepState
    from migrate.sheets import written_beside

    if file.exists():
        raise UsageError(f"There is something at {file} already. Name another file.")
    with Ledger(_choose(account), read_only=True) as ledger:
        with written_beside(file) as unfinished:
            ledger.export(unfinished)
        posted = ledger.counts().get(StepState.DONE, 0)
        say("The record of @{account} is in {file}.", account=_name(ledger), file=str(file))
    say(("It knows {n} post.", "It knows {n} posts."), n=posted)
    say("On the other computer: migrate record import FILE. Import from one computer at a time.")


@record.command("import")
def import_record_command(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", exists=True, dir_okay=False, help="What the export has written."),
    ],
    *,
    account: AccountName = None,
) -> None:
    """Take in a record that was exported. What is known here already stays."""
    from migrate.ledger import Ledger

    with Ledger(file, read_only=True) as other:
        about = _account_of(other, account)
        with Ledger(ledger_of(about.address, about.account_id)) as ledger:
            ledger.belong_to(ledger.account() or about)
            joined = ledger.join(other)
    if not (joined.steps or joined.people):
        say("The record of @{account} here knows all of that already.", account=about.handle)
        return
    known = ("{n} post of @{account} is known better now.", "{n} posts of @{account} are known better now.")
    say(known, n=joined.steps, account=about.handle)
    if joined.people:
        say(("And {n} person.", "And {n} people."), n=joined.people)
    warn_of_doubles(joined.posted_by_both)


def _choose(wanted: str | None) -> Path:
    """Choose the record that is meant: the only one, or that of the account that is named."""
    from migrate.ledger import Ledger

    names: dict[Path, str] = {}
    for path in sorted(ledgers_path().glob("*.sqlite")):
        names[path] = path.stem
        with suppress(LedgerError), Ledger(path, read_only=True) as ledger:
            names[path] = _name(ledger)
    found = [path for path, name in names.items() if wanted is None or name == wanted.lstrip("@").lower()]
    if len(found) == 1:
        return found[0]
    if not names:
        raise UsageError("There is no record yet: nothing was imported from this computer.")
    known = ", ".join(f"@{name}" for name in names.values())
    raise UsageError(f"There are records of {known}. Name one: --account NAME@SERVER")


def _name(ledger: "Ledger") -> str:
    account = ledger.account()
    return account.handle.lower() if account else ledger.path.stem


def _account_of(record: "Ledger", wanted: str | None) -> "LedgerAccount":
    """Read which account a record is about. One of an earlier version doesn't say, so the login is taken."""
    known = record.account()
    if known is None:
        return _logged_in(wanted)
    if wanted is not None and known.handle.lower() != wanted.lstrip("@").lower():
        raise UsageError(f"This is the record of @{known.handle}, and not of {wanted}. Nothing was changed.")
    return known


def _logged_in(wanted: str | None) -> "LedgerAccount":
    from migrate.ledger import LedgerAccount
    from migrate.mastodon.logins import choose_login

    if wanted is None and (given := from_environment()):
        with open_session(given) as session:
            return LedgerAccount(given.address, session.account.id, session.handle)
    login = choose_login(all_logins(), wanted)
    return LedgerAccount(login.address, login.account_id, login.handle)
