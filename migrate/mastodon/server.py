"""A server that has been met: how to reach it, what it is, and what is spent of its budgets."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import BinaryIO
from urllib.parse import urlsplit

import httpx
import stamina

from migrate.errors import LoginError, ServerError
from migrate.mastodon.budgets import Budgets, BudgetStore
from migrate.mastodon.client import Answer, Client, NoAnswer, NotSent, decode
from migrate.mastodon.dialect import Dialect, read_dialect
from migrate.mastodon.pace import Pace, Quota
from migrate.mastodon.verdict import Verdict, verdict_of
from migrate.mastodon.wire import Account, Instance, NodeInfo, NodeInfoIndex, Software

# it would tell every new attempt to logging, which shows it to the person
stamina.instrumentation.set_on_retry_hooks(())

NOT_MASTODON = (
    "{address} does not answer like a Mastodon-compatible server. Check the address: it is the part after "
    "the second @ of your handle, for example mastodon.social."
)


class Server:
    """One server as one account sees it. Each call is counted in its budgets, and corrects them."""

    def __init__(self, client: Client, dialect: Dialect, instance: Instance) -> None:
        self.client = client
        self.dialect = dialect
        self.instance = instance
        self.budgets = Budgets(dialect.budgets)

    @property
    def host(self) -> str:
        """The server's name, as in the handles of its people."""
        return host_of(self.instance, self.client.address)

    def now(self) -> float:
        """Seconds since the epoch by the server's clock."""
        return self.client.server_now().timestamp()

    @property
    def pace(self) -> Pace:
        """When which request may go."""
        return self.budgets.pace

    def keep_budgets_in(self, store: BudgetStore) -> None:
        """Go on from what earlier runs have spent, and store every change from now on."""
        self.budgets.keep_in(store)

    def meet_again(self) -> None:
        """Read the dialect anew: the server may have been upgraded during a long wait. Raises ServerError."""
        self.count_request()
        self.instance = _read_instance(self.client)
        self.dialect = read_dialect(_read_software(self.client), self.instance)

    def count_request(self) -> None:
        """Note a request that is not sent by `call`."""
        self.budgets.count((Quota.REQUESTS,), self.now())

    def call(
        self,
        quotas: Iterable[Quota],
        method: str,
        path: str,
        *,
        params: Mapping[str, str | int] | None = None,
        json: object | None = None,
        form: Mapping[str, str] | None = None,
        files: Mapping[str, tuple[str, BinaryIO, str]] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Send one request and count it; the caller has seen to it that it may go."""
        quotas = tuple(quotas)
        self.budgets.count(quotas, self.now())
        answer = self.client.send(
            method, path, params=params, json=json, form=form, files=files, headers=headers
        )
        self.budgets.correct(quotas, answer.headers, self.now())
        if verdict_of(answer) is Verdict.REFUSED:
            self.budgets.refund(quotas, self.now())
        return answer


def connect(
    address: str,
    http: httpx.Client,
    *,
    token: str | None = None,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Server:
    """Meet a server: what software it runs, its limits and rules. Raises ServerError."""
    client = Client(address, http, token=token, now=now)
    instance = _read_instance(client)
    server = Server(client, read_dialect(_read_software(client), instance), instance)
    server.count_request()
    return server


def read_self(server: Server) -> Account:
    """Whose token this is. Raises LoginError where it no longer holds."""
    server.count_request()
    answer = get(server.client, "/api/v1/accounts/verify_credentials")
    if answer.code in {401, 403, 422}:  # 422: snac mastoapi.c
        raise LoginError(
            f"{server.host} no longer accepts this login. Log in again: migrate login {server.host}"
        )
    return decode(_expect_ok(answer, server.client.address), Account)


def get(client: Client, path: str) -> Answer:
    """A read that may be repeated: tried again while the network or the server stumbles."""
    try:
        for attempt in stamina.retry_context(on=_Stumbled, attempts=4, wait_initial=0.5, wait_max=5):
            with attempt:
                return _get_once(client, path)
    except _Stumbled as e:
        if e.answer is not None:
            return e.answer
        raise ServerError(
            f"{urlsplit(client.address).netloc} could not be reached. Check the address and your connection, "
            "then run the same command again. Nothing is lost."
        ) from e
    raise AssertionError("stamina returns or raises")


def host_of(instance: Instance, address: str) -> str:
    """The name under which a server's people are known."""
    name = instance.domain or urlsplit(instance.uri).netloc or instance.uri
    return name or urlsplit(address).netloc


class _Stumbled(Exception):  # noqa: N818 - what happened, not a mistake
    def __init__(self, answer: Answer | None) -> None:
        super().__init__(answer.code if answer else "no answer")
        self.answer = answer


def _get_once(client: Client, path: str) -> Answer:
    try:
        answer = client.send("GET", path)
    except (NotSent, NoAnswer) as e:
        raise _Stumbled(None) from e
    if answer.code >= 500:
        raise _Stumbled(answer)
    return answer


def _read_instance(client: Client) -> Instance:
    answer = get(client, "/api/v2/instance")
    if not (answer.ok and answer.is_json):
        answer = get(client, "/api/v1/instance")
    return decode(_expect_ok(answer, client.address), Instance)


def _read_software(client: Client) -> Software:
    """NodeInfo, the only place where every server says what it runs; nothing where it is missing."""
    index = get(client, "/.well-known/nodeinfo")
    if not index.ok or not index.is_json:
        return Software()
    for link in decode(index, NodeInfoIndex).links:
        path = urlsplit(link.href).path
        if "nodeinfo" in link.rel and path:
            answer = get(client, path)
            return decode(answer, NodeInfo).software if answer.ok and answer.is_json else Software()
    return Software()


def _expect_ok(answer: Answer, address: str) -> Answer:
    if "location" in answer.headers:
        raise ServerError(
            f"{address} sends its visitors on to {answer.headers['location'][:200]}. "
            "Use that address instead."
        )
    if answer.code >= 500:
        raise ServerError(
            f"{address} is in trouble right now (it answered {answer.code}). "
            "Try again later with the same command. Nothing is lost."
        )
    if not answer.ok or not answer.is_json:
        raise ServerError(NOT_MASTODON.format(address=address))
    return answer
