"""Ask a server the catalogue and write down what it answers: `make record SERVER=…`.

RECORD_TOKENS       tokens of seven accounts that are there for tests, with all of read, write, follow
RECORD_FRENCH       a token of one more account, whose language is French (optional)
RECORD_MORE_TOKENS  sixteen more of the first account; only then limits are asked about, and only on loopback

What it posts it deletes at the end, thirty in half an hour, as servers allow. README.md
beside this file says what comes of it.
"""

import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from migrate.web.nodeinfo import INDEX, document_in
from tests.recordings import kept, leftovers
from tests.recordings.asking import Asker
from tests.recordings.catalogue.groups import GROUPS, ROLES, Group, Questions
from tests.recordings.leftovers import Account, Journal
from tests.recordings.plain import Case, Plainer

NEEDED = 7
_PARTS = (
    "other",
    "locked",
    "blocker",
    "quoter",
    "lister",
    "login",
)  # one account each; the last plays the rest


class NotAllowedError(Exception):
    """The recorder must not, or can't, work here."""


@dataclass
class Purse:
    """What a recorder has of the server's owner: some more tokens."""

    tokens: list[str] = field(default_factory=list)

    def token(self, _role: str) -> str:
        """The next one."""
        if not self.tokens:
            raise LookupError("RECORD_MORE_TOKENS are used up")
        return self.tokens.pop()

    def impose(self, _role: str, _standing: str) -> None:
        raise LookupError("only the server's owner can")

    def consent(self, _query: Mapping[str, str], *, yes: bool) -> httpx.Response:
        raise LookupError(f"only somebody who is signed in can say {'yes' if yes else 'no'}")

    def pause(self, *, paused: bool) -> None:
        raise LookupError(f"only the server's owner can {'stop' if paused else 'start'} the work on files")

    def fill_lists(self, _role: str, _count: int) -> None:
        raise LookupError("only the server's owner can")

    def front(self, kind: str) -> str:
        raise LookupError(f"only the server's owner has a front that is {kind}")


@dataclass(frozen=True)
class Recorder:
    """Records one server with some accounts."""

    address: str
    accounts: Sequence[Account]
    journal: Journal
    purse: Purse = field(default_factory=Purse)
    french: Account | None = None
    wait: Callable[[float], object] = time.sleep

    def record(self, groups: Sequence[Group] = GROUPS) -> list[Case]:
        """Ask all groups that may be asked here. The accounts are left as they were found."""
        self._clean()
        for account in self._all:
            if account.has_posts():
                raise NotAllowedError(
                    f"{account.name} has posts that were not made here: use an account for tests"
                )
        try:
            asked = [group for group in groups if self.french or not group.asks_french]
            return [case for group in asked for case in self._ask(group)]
        finally:
            self._clean()

    def _ask(self, group: Group) -> list[Case]:
        names = roles_of(group, [account.name for account in self.accounts])
        tokens = {role: next(one.token for one in self.accounts if one.name == names[role]) for role in ROLES}
        if self.french:
            names["french"], tokens["french"] = self.french.name, self.french.token
        host = urlsplit(self.address).netloc
        ids = {account.name: account.id for account in self._all}
        with Asker(
            self.address, names, tokens, host, self.purse, wait=self.wait, made=self.journal, ids=ids
        ) as ask:
            for question in _questions(group, self.address):
                ask.patient = True
                try_question(question, ask, group)
            parts = reversed((*group.heroes, *_PARTS, *names))
            roles = {names[role]: role for role in parts}
            known = [account for account in self._all if account.name in roles]
            roles |= {
                f"{one.name}@{one.host}": roles[one.name] for one in known
            }  # so some call their own people
            plain = Plainer(ask.exchanges, roles, host, self.address)
            plain.know({one.id: roles[one.name] for one in self._all if one.name in roles})
            return [plain(exchange, group.name) for exchange in ask.exchanges]

    @property
    def _all(self) -> list[Account]:
        return [*self.accounts, *([self.french] if self.french else [])]

    def _clean(self) -> None:
        for account in self._all:
            leftovers.clear(account, self._all, self.journal, self.wait)
        self.journal.close()


def roles_of(group: Group, names: Sequence[str]) -> dict[str, str]:
    """Who plays which role: the first account the heroes, the others one each."""
    hero, others = names[0], names[1:]
    parts = dict(zip(_PARTS, others, strict=False))
    return {role: hero if role in group.heroes else parts.get(role, others[-1]) for role in ROLES}


def is_loopback(address: str) -> bool:
    """Whether nobody else is on that server."""
    return urlsplit(address).hostname in {"localhost", "127.0.0.1", "::1"}


def main(
    server: str, environment: Mapping[str, str], wait: Callable[[float], object], folder: Path = kept.HERE
) -> Path:
    """Record a server; where it was written."""
    tokens = environment.get("RECORD_TOKENS", "").split()
    if len(tokens) < NEEDED:
        raise NotAllowedError(f"{NEEDED} tokens are needed in RECORD_TOKENS, and {len(tokens)} are there")
    address = server.rstrip("/") if "://" in server else f"https://{server}"
    name, software = _software(address)
    where = folder / f"{name}.jsonl"
    accounts = [leftovers.account_of(address, token, wait) for token in tokens]
    journal = Journal(where.with_suffix(".made"))
    purse, french = Purse(environment.get("RECORD_MORE_TOKENS", "").split()), environment.get("RECORD_FRENCH")
    one_more = leftovers.account_of(address, french, wait) if french else None
    cases = Recorder(address, accounts, journal, purse, one_more, wait).record()
    is_base = name == kept.BASE
    like = kept.BASE if software == "mastodon" and not is_base else ""
    kept.save(where, name, cases, like=like, asked_as="" if is_base else kept.BASE)
    return where


def _questions(group: Group, address: str) -> tuple[Questions, ...]:
    if group.loopback:
        return group.owned if is_loopback(address) else ()
    return group.questions


def try_question(question: Questions, ask: Asker, group: Group) -> None:
    """A question that this server can't be asked does not end the others."""
    try:
        question(ask)
    except (LookupError, TypeError, ValueError, httpx.HTTPError) as error:
        sys.stderr.write(f"{group.name}: {question.__name__} was left: {error!r}\n")


def _software(address: str) -> tuple[str, str]:
    """By NodeInfo; where its document is says the index (snac has it at /nodeinfo_2_0)."""
    with httpx.Client(timeout=60, follow_redirects=True, headers={"Accept": "application/json"}) as http:
        where = document_in(http.get(f"{address}{INDEX}").raise_for_status().content)
        software = http.get(where).raise_for_status().json()["software"]
    return f"{software['name']}-{software['version'].partition('+')[0]}", software["name"]


if __name__ == "__main__":
    try:
        written = main(sys.argv[1], os.environ, time.sleep)
    except NotAllowedError as error:
        sys.exit(str(error))
    sys.stdout.write(f"{written}\n")
