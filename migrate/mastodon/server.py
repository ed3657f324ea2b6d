"""A server that has been met: its client, its dialect, and its budgets."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import partial
from typing import BinaryIO
from urllib.parse import urlsplit

import msgspec
from msgspec.structs import replace

from migrate.errors import ServerError
from migrate.mastodon.budgets import Budgets, BudgetStore
from migrate.mastodon.client import Answer, Client, NoAnswer, NotSent
from migrate.mastodon.describing import Pause, Questions
from migrate.mastodon.dialect import Dialect
from migrate.mastodon.families import read_dialect
from migrate.mastodon.pace import Pace, Quota
from migrate.mastodon.verdict import Verdict, verdict_of
from migrate.mastodon.wire import Instance
from migrate.web.json_body import holds_json
from migrate.web.nodeinfo import Software

Describe = Callable[[Client, Pause | None], tuple[Software, Instance]]
"""A way to ask a server to describe itself (see describing.py)."""


class Server:
    """One server as one account sees it. Each call is counted in its budgets, and corrects them.

    `describe` asks it for its dialect and its instance document. Raises ServerError.
    """

    def __init__(self, client: Client, describe: Describe, pause: Pause) -> None:
        self.client = client
        self._describe = describe
        self._pause = pause
        self._keeps_dates = True
        self._take_in(*describe(client, pause))
        self.count_request()

    def _take_in(self, software: Software, instance: Instance) -> None:
        self.software, self.instance = software, instance
        self.dialect: Dialect = self._used(read_dialect(software, instance))
        self.budgets = Budgets(self.dialect.budgets)

    def _used(self, dialect: Dialect) -> Dialect:
        """Leave out of a dialect what the user wants no use to be made of."""
        if self._keeps_dates:
            return dialect
        return replace(dialect, backdates=False, limits=replace(dialect.limits, backdates=False))

    @property
    def host(self) -> str:
        """The server's name, as in the handles of its people."""
        return host_of(self.instance, self.client.address)

    def now(self) -> float:
        """Seconds since the epoch; they never become fewer (see clock.py)."""
        return self.client.clock.now()

    def conditions(self, mark: Callable[[str], str]) -> str:
        """Make a mark of what a refusal depends on beside what was asked: the login, the server, its limits.

        `mark` is a one-way function.
        """
        dialect = self.dialect
        known = (self.client.mark_login(mark), dialect.name, dialect.version, dialect.limits)
        return mark(msgspec.json.encode(known, order="deterministic").decode())

    @property
    def pace(self) -> Pace:
        """The budgets and their use: they tell when which request may go."""
        return self.budgets.pace

    def keep_budgets_in(self, store: BudgetStore) -> None:
        """Go on from the use by earlier runs, and store every change from now on."""
        self.budgets.keep_in(store, self.now())

    def meet_again(self) -> None:
        """Read the dialect anew: the server may have been upgraded during a long wait.

        What can't be read stays as it was. Raises ServerError where two looks show that it has become
        another server, for which nothing was planned.
        """
        before = read_dialect(self.software, self.instance)
        for _ in range(2):
            self.count_request()
            try:
                software, instance = self._describe(self.client, None)
            except ServerError:
                return
            new = read_dialect(software, instance)
            if (new.name, new.backdates) == (before.name, before.backdates):
                self.software, self.dialect, self.instance = software, self._used(new), instance
                return
        raise ServerError(
            f"{self.host} has become another server meanwhile: {software.name} {software.version}. "
            "Everything up to here is saved. Run the same command again: it plans the rest anew."
        )

    def compare(self, before: Software) -> bool:
        """Tell whether this is other software than before. What seems to be so is looked at twice.

        Raises ServerError where the server says now this and now that.
        """
        if self.software == before:
            return False
        seen, chosen = self.software, self.pace.budgets.get(Quota.USER_LIMIT)
        self._take_in(*self._describe(self.client, self._pause))
        self.count_request()
        if chosen:
            self.budgets.limit(chosen)
        if self.software not in (seen, before):
            raise ServerError(
                f"{self.host} calls itself {seen.name} {seen.version}, and then {self.software.name} "
                f"{self.software.version}. Nothing was sent. Try again in an hour with the same command."
            )
        return self.software.name.lower() != before.name.lower()

    def post_undated(self) -> None:
        """Make no use of it from now on that this server can keep the dates of posts."""
        self._keeps_dates = False
        self.dialect = self._used(self.dialect)

    def ask(self, request: Callable[[], Answer], shape: type[object]) -> Answer:
        """Send a read, made by `call`, until there is an answer. For what is asked before a run.

        Raises ServerError.
        """
        return Questions(self.client, self._pause).ask(request, partial(holds_json, shape=shape))

    def ask_time(self) -> None:
        """Send a request for the sake of the `Date` in its answer, if one may go."""
        _, spent = self.pace.free_at((Quota.REQUESTS,), self.now())
        with suppress(NotSent, NoAnswer):
            if spent is None:
                self.call((Quota.REQUESTS,), "GET", "/api/v2/instance")

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
        self.budgets.answered(quotas, self.now(), ahead=self.client.clock.ahead)
        if verdict_of(answer, self.dialect) is Verdict.REFUSED:
            self.budgets.refund(quotas, self.now())
        self.budgets.correct(quotas, answer.headers, self.now())
        return answer


def host_of(instance: Instance, address: str) -> str:
    """Read the name under which a server's people are known."""
    name = instance.domain or urlsplit(instance.uri).netloc or instance.uri
    return name or urlsplit(address).netloc
