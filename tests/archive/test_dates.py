"""Every form in which archives write a moment."""

from datetime import UTC, datetime

import pytest

from migrate.archive.dates import likely_moment, moment, usual_moment
from migrate.model import moment_of

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
