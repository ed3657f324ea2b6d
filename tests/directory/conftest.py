"""Hosts on this machine, and a door to them."""

from collections.abc import Iterator

import pytest

from migrate.directory.fediverse import Fediverse
from migrate.directory.web import Web
from tests.fakes.web import FakeWeb, serve_web
from tests.matching.people import NOW


@pytest.fixture
def fake() -> Iterator[FakeWeb]:
    """Every host there is."""
    with serve_web(FakeWeb()) as web:
        yield web


@pytest.fixture
def naps() -> list[float]:
    """How long the program slept."""
    return []


@pytest.fixture
def web(fake: FakeWeb, naps: list[float]) -> Iterator[Web]:
    """The door, which leads to this machine for once."""
    with Web(local_port=fake.port, sleep=naps.append) as door:
        yield door


@pytest.fixture
def fediverse(web: Web) -> Fediverse:
    """Whoever asks."""
    return Fediverse(web, lambda: NOW)
