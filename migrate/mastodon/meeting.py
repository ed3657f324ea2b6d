"""Meeting a server: its description, and the account of the login."""

import time
from collections.abc import Callable
from datetime import datetime
from functools import partial

import httpx

from migrate.errors import LoginError
from migrate.mastodon.client import Answer, Client, decode
from migrate.mastodon.clock import ServerClock
from migrate.mastodon.describing import Pause, describe, expect_ok
from migrate.mastodon.pace import Quota
from migrate.mastodon.server import Server
from migrate.mastodon.verdict import reason_of
from migrate.mastodon.wire import Account

NO_LONGER = "{host} no longer accepts this login. Log in again: migrate login {host}"
NOT_EVEN_NEW = (
    "{host} gave a login and does not accept it ({reason}). Try it once more: migrate login {host} . If that "
    "does not help, ask the people who run the server."
)
MAY_NOT = (
    "{host} does not let this account do anything now. It says: {reason}. An account that is frozen, not "
    "confirmed or still waiting to be let in is a matter for the people who run the server; where it speaks "
    "of scopes or rights, log in again: migrate login {host}"
)


def connect(
    address: str,
    http: httpx.Client,
    *,
    token: str | None = None,
    now: Callable[[], datetime] | None = None,
    elapsed: Callable[[], float] | None = None,
    pause: Pause = time.sleep,
) -> Server:
    """Meet a server: what software it runs, its limits and rules. Raises ServerError.

    `now` and `elapsed` are the clocks of this computer (see clock.py).
    """
    return Server(Client(address, http, token=token, clock=ServerClock(now, elapsed)), describe, pause)


def verify(server: Server) -> Answer:
    """https://docs.joinmastodon.org/methods/accounts/#verify_credentials ."""
    return server.call((Quota.REQUESTS,), "GET", "/api/v1/accounts/verify_credentials")


def read_self(server: Server, *, is_new: bool = False) -> Account:
    """Read the account that the token is for; the token `is_new` when the server has just given it.

    Raises LoginError where it doesn't hold, or where the account may not act.
    """
    answer = server.ask(partial(verify, server), Account)
    # 422: snac mastoapi.c; mastodon app/controllers/api/base_controller.rb, for a token without a user
    if answer.code in {401, 422}:
        sentence = NOT_EVEN_NEW if is_new else NO_LONGER
        raise LoginError(sentence.format(host=server.host, reason=reason_of(answer)))
    # recorded on 4.5.15: frozen.verify, unconfirmed.verify, pending.verify; a proxy's page is no such word
    if answer.code == 403 and answer.is_json:
        raise LoginError(MAY_NOT.format(host=server.host, reason=reason_of(answer)))
    return decode(expect_ok(answer, server.client), Account)
