"""Being somebody on a server for the length of a command."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from migrate.cli.home import ledger_path, logins_path
from migrate.errors import LoginError

if TYPE_CHECKING:
    from pathlib import Path

    from migrate.mastodon import Server
    from migrate.mastodon.logins import Login
    from migrate.mastodon.wire import Account


class Session:
    """An account on a server, met and checked."""

    def __init__(self, server: "Server", account: "Account") -> None:
        self.server = server
        self.account = account

    @property
    def handle(self) -> str:
        """`me@host`."""
        return f"{self.account.username}@{self.server.host}"

    @property
    def ledger(self) -> "Path":
        """Where the ledger of this account is."""
        return ledger_path(self.handle)


@contextmanager
def open_session(handle: str | None) -> Iterator[Session]:
    """Log in with what is known, MIGRATE_SERVER and MIGRATE_TOKEN before the logins file."""
    from migrate.mastodon import connect, open_http, read_self

    address, token = credentials(handle)
    with open_http() as http:
        server = connect(address, http, token=token)
        yield Session(server, read_self(server))


def credentials(handle: str | None) -> tuple[str, str]:
    """The server's address and the token."""
    from migrate.mastodon.login import read_address
    from migrate.mastodon.logins import choose_login

    server, token = os.environ.get("MIGRATE_SERVER"), os.environ.get("MIGRATE_TOKEN")
    if server and token:
        return read_address(server), token
    if server or token:
        raise LoginError("MIGRATE_SERVER and MIGRATE_TOKEN only work together. Set both, or neither.")
    login = choose_login(all_logins(), handle)
    return login.address, login.token


def all_logins() -> "list[Login]":
    """Every account that this program may act for."""
    from migrate.mastodon.logins import read_logins

    return read_logins(logins_path())
