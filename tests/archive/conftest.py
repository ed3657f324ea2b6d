"""Reads an archive, and closes it when the test is over."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from migrate.archive import Archive, open_archive

Read = Callable[..., Archive]


@pytest.fixture
def read() -> Iterator[Read]:
    """`open_archive`, without the `with`."""
    with ExitStack() as closing:

        def opened(*paths: Path) -> Archive:
            return closing.enter_context(open_archive(*paths))

        yield opened
