"""Leaving accounts as they were found: what was posted and done is taken back.

What was posted is written down before anything else, so that after a crash the next
run knows what was the recorder's own.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from tests.recordings.hung_up import AgainTransport


@dataclass(frozen=True, slots=True)
class Account:
    """One that is there for tests."""

    address: str
    token: str
    id: str
    name: str
    host: str  # of its address

    def has_posts(self) -> bool:
        """Any, boosts too."""
        with _http(self) as http:
            page = http.get(f"/api/v1/accounts/{self.id}/statuses", params={"limit": "1"})
            return bool(page.raise_for_status().json())


class Journal(list[tuple[str, str]]):
    """Whose posts were made, and their ids; on disk as well until it is closed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        lines = path.read_text().splitlines() if path.exists() else []
        super().__init__((line.split()[0], line.split()[1]) for line in lines)

    def append(self, made: tuple[str, str]) -> None:
        with self._path.open("a") as file:
            file.write(f"{made[0]} {made[1]}\n")
        super().append(made)

    def close(self) -> None:
        """All is deleted."""
        self.clear()
        self._path.unlink(missing_ok=True)


def account_of(address: str, token: str, wait: Callable[[float], object]) -> Account:
    """The account of a token."""
    headers = {"Authorization": f"Bearer {token}"}
    with httpx.Client(base_url=address, headers=headers, timeout=60, transport=AgainTransport()) as http:
        me = _patiently(http, "GET", "/api/v1/accounts/verify_credentials", wait).raise_for_status().json()
    return Account(address, token, me["id"], me["username"], urlsplit(me["url"]).netloc)


def clear(
    account: Account, all_of_them: Sequence[Account], journal: Journal, wait: Callable[[float], object]
) -> None:
    """Delete what the account has of the journal, its lists and later posts; let go of the others."""
    with _http(account) as http:
        for name, status_id in reversed(journal):
            if name == account.name:
                _patiently(http, "DELETE", f"/api/v1/statuses/{status_id}", wait)
        for kind in ("lists", "scheduled_statuses"):
            found = _patiently(http, "GET", f"/api/v1/{kind}", wait)
            for one in found.json() if found.status_code == 200 else []:
                _patiently(http, "DELETE", f"/api/v1/{kind}/{one['id']}", wait)
        for other in all_of_them:
            for undone in ("unfollow", "unblock", "unmute"):
                _patiently(http, "POST", f"/api/v1/accounts/{other.id}/{undone}", wait)


@contextmanager
def _http(account: Account) -> Iterator[httpx.Client]:
    headers = {"Authorization": f"Bearer {account.token}", "Accept": "application/json"}
    with httpx.Client(
        base_url=account.address, headers=headers, timeout=60, transport=AgainTransport()
    ) as http:
        yield http


def _patiently(http: httpx.Client, method: str, path: str, wait: Callable[[float], object]) -> httpx.Response:
    """Again when the limit allows it."""
    while True:
        answer = http.request(method, path)
        reset = answer.headers.get("x-ratelimit-reset")
        if answer.status_code != 429 or reset is None:
            return answer
        now = parsedate_to_datetime(answer.headers["date"])
        wait(max(1.0, (datetime.fromisoformat(reset) - now).total_seconds() + 1))
