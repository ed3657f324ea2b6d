"""A real browser without a network, where there is one; previews of archives that tests make."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SAMPLES
from tests.fakes.archive import make_archive
from tests.pages.looking import ARGUMENTS, Sight, write_preview

CHROMIUM = shutil.which("chromium")


@pytest.fixture(scope="package")
def browser() -> Iterator[Any]:
    """Debian's Chromium; tests that need it are skipped where it is not installed."""
    api = pytest.importorskip("playwright.sync_api", reason="the preview's browser tests need playwright")
    if CHROMIUM is None:
        pytest.skip("the preview's browser tests need Chromium (Debian: apt-get install chromium)")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def look(browser: Any) -> Iterator[Callable[..., Sight]]:
    """Opens a page from disk: `look(path, width=390)`."""
    opened: list[Sight] = []

    def open_page(path: Path, **context: Any) -> Sight:
        opened.append(Sight(browser, path, **context))
        return opened[-1]

    yield open_page
    for sight in opened:
        sight.close()


@pytest.fixture(scope="package")
def tricky(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The preview of the sample with every odd case."""
    return write_preview(SAMPLES / "tricky", tmp_path_factory.mktemp("tricky") / "preview")


@pytest.fixture(scope="package")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The preview of some thousand tweets of fifteen years."""
    folder = tmp_path_factory.mktemp("many")
    return write_preview(make_archive(folder / "many.zip", tweets=3000), folder / "preview")
