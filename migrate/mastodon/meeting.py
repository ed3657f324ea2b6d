"""Meeting a server: its description, and the account of the login."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

import httpx

from migrate.errors import LoginError
from migrate.mastodon.client import Answer, Client, decode
from migrate.mastodon.clock import ServerClock
from migrate.mastodon.describing import expect_ok, read_instance, read_software, try_again
from migrate.mastodon.dialect import Dialect
from migrate.mastodon.families import read_dialect
from migrate.mastodon.pace import Quota
from migrate.mastodon.server import Server
from migrate.mastodon.wire import Account, Instance


def connect(
    address: str,
    http: httpx.Client,
    *,
    token: str | None = None,
    now: Callable[[], datetime] | None = None,
    elapsed: Callable[[], float] | None = None,
) -> Server:
    """Meet a server: what software it runs, its limits and rules. Raises ServerError.

    `now` and `elapsed` are the clocks of this computer (see clock.py).
    """
    return Server(Client(address, http, token=token, clock=ServerClock(now, elapsed)), _describe)


def verify(server: Server) -> Answer:
    """https://docs.joinmastodon.org/methods/accounts/#verify_credentials ."""
    return server.call((Quota.REQUESTS,), "GET", "/api/v1/accounts/verify_credentials")


def read_self(server: Server) -> Account:
    """Read the account that the token is for. Raises LoginError where it no longer holds."""
    answer = try_again(server.client.address, partial(verify, server))
    # 422: snac mastoapi.c; mastodon app/controllers/api/base_controller.rb, for a token without a user
    if answer.code in {401, 403, 422}:
        raise LoginError(
            f"{server.host} no longer accepts this login. Log in again: migrate login {server.host}"
        )
    return decode(expect_ok(answer, server.client.address), Account)


def _describe(client: Client) -> tuple[Dialect, Instance]:
    """Ask a server to describe itself, and read its dialect from that."""
    instance = read_instance(client)
    return read_dialect(read_software(client), instance), instance
