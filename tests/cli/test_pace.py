"""`--pace`: slower than the server allows, evenly."""

from pathlib import Path

import pytest

from tests.cli.shell import migrate
from tests.fakes.mastodon import FakeMastodon


@pytest.mark.parametrize(
    ("pace", "time"),
    [("1/day", "4 days"), ("1/hour", "4 hours"), ("4 / Day", "1 day"), ("10/hour", "24 minutes")],
)
def test_the_time_is_told_before(pace: str, time: str, mine: FakeMastodon, samples: Path) -> None:
    """The first of five goes at once."""
    outcome = migrate("import", samples / "tiny", "--dry-run", "--pace", pace)

    assert outcome.value("Time needed").startswith(time)


@pytest.mark.parametrize("pace", ["fast", "5", "0/day", "5/decade", "-1/day", "5/day!"])
def test_what_is_no_pace(pace: str, samples: Path) -> None:
    """One line with examples, exit 2."""
    outcome = migrate("import", samples / "tiny", "--dry-run", "--pace", pace)

    assert outcome.code == 2
    assert "5/day, 100/hour, 1/minute" in outcome.line
