"""How long the preview of 50,000 tweets takes to open, to search and to filter, in Chromium.

    python -m benchmarks.browsing [TWEETS]

Times are taken by the page itself, up to the next drawn frame.
"""

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from playwright.sync_api import sync_playwright

from benchmarks.measuring import Spread, made_archive, run
from tests.pages.looking import ARGUMENTS

TWEETS = 50_000
ROUNDS = 5
IN_BROWSER = """async () => {
    const times = {};
    const drawn = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    const time = async (name, act) => {
        const start = performance.now();
        act();
        await drawn();
        times[name] = performance.now() - start;
    };
    const choose = (name, value) => { FILTERS[name].value = value; update(); };
    await time('first search', () => choose('words', 'the'));
    await time('next search', () => choose('words', 'no such words'));
    await time('search taken back', () => choose('words', ''));
    await time('one year', () => choose('year', FILTERS.year.options[5].value));
    await time('all years', () => choose('year', ''));
    await time('one kind', () => choose('kind', 'self_reply'));
    await time('all kinds', () => choose('kind', ''));
    await time('jump to a year', () => openYear('2019'));
    await time('the left-out', () => openList('left-out'));
    return times;
}"""


def main(tweets: int) -> None:
    """Write a preview, open it several times, and say what each thing took."""
    with TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        archive = made_archive(folder / "archive.zip", tweets=tweets)
        run([sys.executable, "-m", "migrate", "preview", archive, "-o", "preview"], folder)
        page = folder / "preview" / "index.html"
        _say(f"{tweets:,} tweets, a page of {page.stat().st_size / 1e6:.1f} MB; milliseconds")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        times = [_look(browser, page) for _ in range(ROUNDS)]
        browser.close()
    for what in times[0]:
        _say(f"{what:<24} {Spread.of(each[what] for each in times)}")


def _look(browser: Any, page: Path) -> dict[str, float]:
    """Open the page in a window of its own, search and filter; milliseconds for each."""
    window = browser.new_context(offline=True, viewport={"width": 1280, "height": 900})
    tab = window.new_page()
    opened = _open(tab, page)
    tab.wait_for_load_state("domcontentloaded")
    times = {"open, to the first post": opened * 1000, **tab.evaluate(IN_BROWSER)}
    window.close()
    return times


def _open(tab: Any, page: Path) -> float:
    start = perf_counter()
    tab.goto(page.as_uri(), wait_until="commit")
    tab.wait_for_selector("article")
    return perf_counter() - start


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else TWEETS)
