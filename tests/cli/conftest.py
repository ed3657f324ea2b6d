"""For the tests of the command line: a fake server on a loopback port, and a login there."""

from collections.abc import Iterator

import pytest

from tests.fakes.mastodon import FakeMastodon, SystemClock
from tests.fakes.serve import serve


@pytest.fixture
def fake() -> Iterator[FakeMastodon]:
    """A Mastodon that listens; nobody is logged in. A video is ready when it is first asked for."""
    fake = FakeMastodon("mastodon-4.6", clock=SystemClock())
    fake.world.processing_polls = 1
    with serve(fake):
        yield fake


@pytest.fixture
def mine(fake: FakeMastodon, monkeypatch: pytest.MonkeyPatch) -> FakeMastodon:
    """The same, and the environment holds a login."""
    monkeypatch.setenv("MIGRATE_SERVER", fake.address)
    monkeypatch.setenv("MIGRATE_TOKEN", fake.token)
    return fake
