"""A server that has been met: its client, its dialect, and its budgets."""

from collections.abc import Callable, Iterable, Mapping
from typing import BinaryIO
from urllib.parse import urlsplit

from msgspec.structs import replace

from migrate.mastodon.budgets import Budgets, BudgetStore
from migrate.mastodon.client import Answer, Client
from migrate.mastodon.dialect import Dialect
from migrate.mastodon.pace import Pace, Quota
from migrate.mastodon.verdict import Verdict, verdict_of
from migrate.mastodon.wire import Instance

Describe = Callable[[Client], tuple[Dialect, Instance]]
"""A way to ask a server to describe itself (see meeting.py)."""


class Server:
    """One server as one account sees it. Each call is counted in its budgets, and corrects them.

    `describe` asks it for its dialect and its instance document. Raises ServerError.
    """

    def __init__(self, client: Client, describe: Describe) -> None:
        self.client = client
        self._describe = describe
        self._keeps_dates = True
        self.dialect, self.instance = describe(client)
        self.budgets = Budgets(self.dialect.budgets)
        self.count_request()

    @property
    def host(self) -> str:
        """The server's name, as in the handles of its people."""
        return host_of(self.instance, self.client.address)

    def now(self) -> float:
        """Seconds since the epoch by the server's clock."""
        return self.client.server_now().timestamp()

    @property
    def pace(self) -> Pace:
        """The budgets and their use: they tell when which request may go."""
        return self.budgets.pace

    def keep_budgets_in(self, store: BudgetStore) -> None:
        """Go on from the use by earlier runs, and store every change from now on."""
        self.budgets.keep_in(store)

    def meet_again(self) -> None:
        """Read the dialect anew: the server may have been upgraded during a long wait. Raises ServerError."""
        self.count_request()
        self.dialect, self.instance = self._describe(self.client)
        if not self._keeps_dates:
            self.post_undated()

    def post_undated(self) -> None:
        """Make no use of it from now on that this server can keep the dates of posts."""
        self._keeps_dates = False
        limits = replace(self.dialect.limits, backdates=False)
        self.dialect = replace(self.dialect, backdates=False, limits=limits)

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
        """Send one request and count it. The caller has made sure that it may go."""
        quotas = tuple(quotas)
        self.budgets.count(quotas, self.now())
        if self.dialect.drops_connections:
            # a post on a connection that the server has closed in silence has no answer, and is in doubt
            headers = {**(headers or {}), "Connection": "close"}
        answer = self.client.send(
            method, path, params=params, json=json, form=form, files=files, headers=headers
        )
        if verdict_of(answer, self.dialect) is Verdict.REFUSED:
            self.budgets.refund(quotas, self.now())
        self.budgets.correct(quotas, answer.headers, self.now())
        return answer


def host_of(instance: Instance, address: str) -> str:
    """Read the name under which a server's people are known."""
    name = instance.domain or urlsplit(instance.uri).netloc or instance.uri
    return name or urlsplit(address).netloc
