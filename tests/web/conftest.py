"""Hosts on this machine, and a door to them."""

from collections.abc import Iterator

import pytest

from migrate.web.fetching import Web
from tests.fakes.web import FakeWeb, serve_web


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
