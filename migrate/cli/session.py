"""An account on a server, for the length of a command."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from migrate.cli.home import ledger_of, logins_path
from migrate.cli.old_ledgers import find_other_ledgers, join_and_put_aside, look_into
from migrate.cli.show import warn
from migrate.cli.times import pause_aloud
from migrate.errors import LoginError

if TYPE_CHECKING:
    from migrate.ledger import Ledger
    from migrate.mastodon.logins import Login
    from migrate.mastodon.pace import Budget
    from migrate.mastodon.server import Server
    from migrate.mastodon.wire import Account


class Credentials(NamedTuple):
    """The address of a server, and the token for it. Never shown."""

    address: str
    token: str


class Session:
    """An account on a server, met and checked."""

    def __init__(self, server: "Server", account: "Account") -> None:
        self.server = server
        self.account = account

    @property
    def handle(self) -> str:
        """The address of the account, `me@host`."""
        return f"{self.account.username}@{self.server.host}"

    def keep_to(self, pace: "Budget | None") -> None:
        """Go no faster than the user wants, whatever the server allows."""
        if pace is not None:
            self.server.budgets.limit(pace)

    @property
    def ledger(self) -> Path:
        """The file with the ledger of this account."""
        return ledger_of(self.server.client.address, self.account.id)

    @property
    def has_ledger(self) -> bool:
        """Whether anything is known of this account, under whatever name."""
        return self.ledger.exists() or bool(find_other_ledgers(self.ledger, self.server, self.account))

    @contextmanager
    def open_ledger(self, *, look_only: bool = False) -> "Iterator[Ledger]":
        """Open the ledger, and keep the server's budgets in it.

        Other ledgers of this account are joined with it. To look only is to make and change no file, and
        to read an empty ledger where there is none.
        """
        from migrate.ledger import Ledger, LedgerAccount

        others = find_other_ledgers(self.ledger, self.server, self.account)
        if look_only:
            with look_into([path for path in (self.ledger, *others) if path.exists()]) as ledger:
                self._compare_server(ledger)
                self.server.keep_budgets_in(ledger)
                yield ledger
            return
        with Ledger(self.ledger) as ledger:
            ledger.belong_to(LedgerAccount(self.server.client.address, self.account.id, self.handle))
            for path in others:
                join_and_put_aside(ledger, path)
            self._compare_server(ledger)
            ledger.note_software(self.server.software.name, self.server.software.version)
            self.server.keep_budgets_in(ledger)
            yield ledger

    def _compare_server(self, ledger: "Ledger") -> None:
        """Say so where the server runs other software than in the last run."""
        from migrate.web.nodeinfo import Software

        known = ledger.software()
        if known and self.server.compare(Software(*known)):
            warn(
                "{host} ran {before} in the last run, and now it runs {now}. What is planned, and how fast "
                "it goes, is by that.",
                host=self.server.host,
                before=" ".join(known),
                now=f"{self.server.software.name} {self.server.software.version}",
            )


@contextmanager
def open_session(credentials: Credentials) -> Iterator[Session]:
    """Meet the server, and ask it which account the login is for."""
    from migrate.mastodon.client import open_http
    from migrate.mastodon.meeting import connect, read_self

    with open_http() as http:
        server = connect(credentials.address, http, token=credentials.token, pause=pause_aloud)
        yield Session(server, read_self(server))


def credentials(handle: str | None) -> Credentials:
    """Find the account that is named, else that of MIGRATE_SERVER and MIGRATE_TOKEN; else the only login."""
    from migrate.mastodon.logins import choose_login

    if handle is None and (found := from_environment()):
        return found
    login = choose_login(all_logins(), handle)
    return Credentials(login.address, login.token)


def from_environment() -> Credentials | None:
    """Read the login that MIGRATE_SERVER and MIGRATE_TOKEN stand for, where they are set."""
    from migrate.mastodon.logins import is_token
    from migrate.people.addresses.servers import read_server

    server, token = os.environ.get("MIGRATE_SERVER", ""), os.environ.get("MIGRATE_TOKEN", "").strip()
    if not server and not token:
        return None
    if not server or not token:
        raise LoginError("MIGRATE_SERVER and MIGRATE_TOKEN only work together. Set both, or neither.")
    if not is_token(token):
        raise LoginError("MIGRATE_TOKEN is not a token. Copy it again, without quotes or spaces.")
    return Credentials(read_server(server), token)


def only_login() -> Credentials | None:
    """Find the login that is meant where none is named; None where there is none, or more than one."""
    if found := from_environment():
        return found
    logins = all_logins()
    return Credentials(logins[0].address, logins[0].token) if len(logins) == 1 else None


def login_at(address: str) -> Credentials | None:
    """Find the login on a server; None where there is none, or more than one."""
    found = from_environment()
    if found and found.address == address:
        return found
    there = [login for login in all_logins() if login.address == address]
    return Credentials(address, there[0].token) if len(there) == 1 else None


def token_for(address: str) -> str | None:
    """Find a token for a server, where the user is logged in there: it has limits of its own."""
    found = from_environment()
    if found and found.address == address:
        return found.token
    return next((login.token for login in all_logins() if login.address == address), None)


def all_logins() -> "list[Login]":
    """Read every account that this program may act for."""
    from migrate.mastodon.logins import read_logins

    return read_logins(logins_path())
