"""An archive that doesn't say whose it is (tweets.csv alone): it is imported, and no name is made up."""

from pathlib import Path

import pytest

from tests.cli.shell import migrate
from tests.fakes.mastodon import FakeMastodon

WHOSE = "Archive (it doesn't say whose it is)"
FIRST = "https://twitter.com/i/web/status/197264095966134272"


@pytest.fixture
def nobodys(samples: Path) -> Path:
    """The one file that many people kept of a classic archive."""
    return samples / "eras/csv"


def test_it_is_said_instead_of_a_name(nobodys: Path, mine: FakeMastodon) -> None:
    """By whoever speaks of the archive."""
    assert WHOSE in migrate("check", nobodys).out
    assert WHOSE in migrate("import", nobodys, "--yes").out
    assert migrate("status").value("Tweets of") == "?"
    assert len(mine.statuses) == 3


def test_addresses_of_its_tweets_lead_to_them(nobodys: Path, tmp_path: Path) -> None:
    """By their ids alone, which is enough for Twitter."""
    migrate("plan", nobodys, "--footer", "{link}", "-o", tmp_path / "plan.csv")
    written = (tmp_path / "plan.csv").read_text(encoding="utf-8-sig")

    assert written.count(FIRST) == 2  # in the toot, and beside it
    assert "twitter.com//" not in written


def test_pages_have_a_title_all_the_same(nobodys: Path, tmp_path: Path) -> None:
    """The preview and the numbers."""
    migrate("preview", nobodys, "-o", tmp_path / "preview")
    migrate("check", nobodys, "--html", tmp_path / "numbers.html")

    assert "<title>Preview of your posts</title>" in (tmp_path / "preview/index.html").read_text("utf-8")
    assert "<title>Your tweets in numbers</title>" in (tmp_path / "numbers.html").read_text("utf-8")
