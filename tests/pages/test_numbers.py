"""The archive in numbers: charts for a terminal and a page, tables for those who compute."""

import re
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pandas as pd

from migrate.model import Kind, Media, MediaKind, Owner, Tag, Tweet
from migrate.pages.charts import Chart, make_charts
from migrate.pages.figures import make_figures
from migrate.pages.numbers import write_page, write_tables

OWNER = Owner("1", "ada_example")
MONDAY = datetime(2012, 5, 7, 23, 30, tzinfo=UTC)
EVIL = "</style><script>alert(1)</script>"
TWEETS = [
    Tweet(1, MONDAY, "text", Kind.TWEET, tags=(Tag(0, 4, f"#{EVIL}"),)),
    Tweet(2, MONDAY, "text", Kind.REPLY, reply_to_user="7", reply_to_handle="bob"),
    Tweet(3, MONDAY.replace(year=2014), "text", Kind.TWEET, media=(Media("1", MediaKind.PHOTO, ""),)),
]


def charts() -> dict[str, Chart]:
    """By name."""
    return {chart.name: chart for chart in make_charts(make_figures(TWEETS, OWNER))}


def test_charts_say_what_the_tables_say() -> None:
    """With words instead of numbers and names of kinds."""
    found = charts()

    assert found["years"].series == ("Tweets", "Threads", "Replies to others", "Retweets")
    assert found["years"].rows == (
        ("2012", (1, 0, 1, 0)),
        ("2013", (0, 0, 0, 0)),
        ("2014", (1, 0, 0, 0)),
    )
    assert found["weekdays"].rows[0] == ("Monday", (2,))
    assert found["hours"].rows[-1] == ("21:00 - 23:59", (3,))
    assert found["people"].rows == (("@bob", (1,)),)
    assert found["media"].rows == (("Pictures", (0, 1)),)


def test_there_is_no_chart_of_nothing() -> None:
    """An archive without tweets has none."""
    assert make_charts(make_figures([], OWNER)) == []


def test_the_page_runs_and_loads_nothing(tmp_path: Path) -> None:
    """What strangers wrote is text; no script, no address, and a policy that forbids both."""
    write_page(list(charts().values()), OWNER, tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text()

    assert "&lt;script&gt;alert(1)" in page
    assert "<script" not in page
    assert "default-src 'none'; style-src 'sha256-" in unescape(page)
    assert not re.search(r"https?://|\sstyle=|\son\w+=", page)


def test_bars_of_the_page_are_as_long_as_the_numbers(tmp_path: Path) -> None:
    """Parts follow each other, and each has its words for those who don't see it."""
    write_page([charts()["years"]], OWNER, tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text()

    assert 'aria-label="Tweets: 1, Threads: 0, Replies to others: 1, Retweets: 0"' in page
    assert 'class="s3" x="1" width="1"' in page
    assert 'viewBox="0 0 2 1"' in page


def test_tables_can_be_read_again(tmp_path: Path) -> None:
    """One file each, the labels first; no cell begins a formula."""
    figures = make_figures(TWEETS, OWNER)
    write_tables(figures, tmp_path / "new" / "folder")
    files = {path.stem: pd.read_csv(path, index_col=0) for path in (tmp_path / "new/folder").iterdir()}

    assert files.keys() == figures.tables().keys()
    assert files["years"].to_numpy().tolist() == figures.years.to_numpy().tolist()
    assert list(files["people"].index) == ["bob"]
