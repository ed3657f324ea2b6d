"""How long the preview of 50,000 tweets takes: to write, to open, to filter.

    python -m benchmarks.preview [TWEETS]

The first figure is what reading the archive alone takes, and the measure for the
second, both from the start of Python to its end. Opening and filtering happen in
Chromium, where playwright and Chromium are installed; times there are taken by the
page itself, up to the next drawn frame.
"""

import shutil
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from benchmarks.measuring import measure
from tests.fakes.archive import make_archive
from tests.pages.looking import ARGUMENTS

TWEETS = 50_000
ROUNDS = 3
HERE, PROGRAMS = Path(__file__).parent, Path(sys.executable).parent
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
    """Prints the best of some runs."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        with ProcessPoolExecutor(1) as other:
            archive = other.submit(make_archive, folder / "archive.zip", tweets=tweets).result()
        runs = measure(
            {
                "read": [PROGRAMS / "python", HERE / "read_ours.py", archive],
                "preview": [PROGRAMS / "migrate", "preview", archive, "-o", folder / "preview"],
            },
            rounds=ROUNDS,
            folder=folder,
            with_start=True,
        )
        read, written = runs["read"], runs["preview"]
        page = folder / "preview" / "index.html"
        _say(f"{tweets:,} tweets, a page of {page.stat().st_size / 1e6:.1f} MB")
        _say(f"read the archive         {read.seconds:6.2f} s {read.megabytes:5.0f} MB")
        _say(f"migrate preview          {written.seconds:6.2f} s {written.megabytes:5.0f} MB")
        _say(f"times as long            {written.seconds / read.seconds:6.2f}")
        _in_browser(page)


def _in_browser(page: Path) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        tab = browser.new_context(offline=True, viewport={"width": 1280, "height": 900}).new_page()
        opened = min(_open(tab, page) for _ in range(ROUNDS))
        _say(f"open, to the first toot  {opened * 1000:6.0f} ms")
        tab.wait_for_load_state("domcontentloaded")
        for name, milliseconds in tab.evaluate(IN_BROWSER).items():
            _say(f"{name:<24} {milliseconds:6.0f} ms")
        browser.close()


def _open(tab: Any, page: Path) -> float:
    start = perf_counter()
    tab.goto(page.as_uri(), wait_until="commit")
    tab.wait_for_selector("article")
    return perf_counter() - start


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else TWEETS)
