"""For the tests of the command line: a fake server on a loopback port, and a login there."""

from collections.abc import Iterator

import pytest

from tests.fakes.mastodon import FakeMastodon, SystemClock
from tests.fakes.serve import serve


@pytest.fixture
def fake() -> Iterator[FakeMastodon]:
    """A Mastodon that listens; nobody is logged in."""
    fake = FakeMastodon("mastodon-4.6", clock=SystemClock())
    with serve(fake):
        yield fake


@pytest.fixture
def mine(fake: FakeMastodon, monkeypatch: pytest.MonkeyPatch) -> FakeMastodon:
    """The same, and the environment holds a login."""
    monkeypatch.setenv("MIGRATE_SERVER", fake.address)
    monkeypatch.setenv("MIGRATE_TOKEN", fake.token)
    return fake
