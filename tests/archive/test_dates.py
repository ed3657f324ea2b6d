"""Every form in which archives write a moment."""

from datetime import UTC, datetime

import pytest

from migrate.archive.dates import likely_moment, moment, usual_moment
from migrate.model import TWITTER_EPOCH_MS, moment_of

ID = 1_055_555_555_555_555_555
KNOWN = datetime(2018, 10, 25, 20, 23, 50, 375_000, tzinfo=UTC)


@pytest.mark.parametrize(
    "stated",
    [
        "Wed Oct 10 20:19:24 +0000 2018",
        "2018-10-10 20:19:24 +0000",
        "2018-10-10T20:19:24.000Z",
        "2018-10-10 22:19:24 +0200",
        "2018-10-10T20:19:24",
        "1539202764000",
    ],
)
def test_forms(stated: str) -> None:
    """Tweets, classic archives, other files, and the summer of 2018."""
    assert moment(stated) == datetime(2018, 10, 10, 20, 19, 24, tzinfo=UTC)


@pytest.mark.parametrize(
    "stated",
    [
        "",
        "yesterday",
        "Wed Okt 10 20:19:24 +0000 2018",
        "Wed Oct 32 20:19:24 +0000 2018",
        "Wed Oct 10 25:19:24 +0000 2018",
        "Wed Oct 10 20:19:24 +0000 " + "9" * 30,
        "9" * 5000,
        "-5",
        "2018-13-01 00:00:00 +0000",
    ],
)
def test_nonsense_is_no_moment(stated: str) -> None:
    """And the id, where it holds a time, is believed in its place."""
    assert moment(stated) is None
    assert usual_moment(ID, stated) is None
    assert likely_moment(ID, stated) == (moment_of(ID), True)
    assert likely_moment(5, stated) == (None, True)


def test_the_usual_way_and_the_long_way_agree() -> None:
    """The first is only faster."""
    stated = "Thu Oct 25 20:23:49 +0000 2018"

    assert moment_of(ID) == KNOWN
    assert usual_moment(ID, stated) == KNOWN
    assert likely_moment(ID, stated) == (KNOWN, False)


@pytest.mark.parametrize(
    ("tweet_id", "stated", "believed"),
    [
        (ID, "2098-03-01 00:00:00 +0000", KNOWN),
        ((int(datetime(2098, 3, 1, tzinfo=UTC).timestamp() * 1000) - TWITTER_EPOCH_MS) << 22, "", None),
        (5, "Wed Mar 01 00:00:00 +0000 2098", None),
    ],
)
def test_no_tweet_is_of_the_future(tweet_id: int, stated: str, believed: datetime | None) -> None:
    """GoToSocial would take such a date for the day on which it is to be posted."""
    assert usual_moment(tweet_id, stated) is None
    assert likely_moment(tweet_id, stated) == (believed, True)


def test_a_future_that_id_and_date_agree_on_is_not_believed() -> None:
    """Not on the fast way either."""
    moment_ms = int(datetime(2098, 3, 1, tzinfo=UTC).timestamp() * 1000)
    tweet_id = (moment_ms - TWITTER_EPOCH_MS) << 22

    assert usual_moment(tweet_id, "Sat Mar 01 00:00:00 +0000 2098") is None
    assert likely_moment(tweet_id, "Sat Mar 01 00:00:00 +0000 2098") == (None, True)
