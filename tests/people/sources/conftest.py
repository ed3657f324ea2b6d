"""Whoever asks the fediverse, through a door that leads to this machine."""

import pytest

from migrate.people.sources.fediverse import Fediverse
from migrate.web.fetching import Web
from tests.people.evidence.people import NOW
from tests.web.conftest import fake, naps, web  # noqa: F401 - fixtures


@pytest.fixture
def fediverse(web: Web) -> Fediverse:  # noqa: F811 - the fixture
    """Whoever asks."""
    return Fediverse(web, lambda: NOW)
