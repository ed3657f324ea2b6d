"""Time zones by every name under which they come: Twitter's, the tz database's, a city's."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from migrate.archive import open_archive
from migrate.archive.zones import zone_named
from tests.fakes.archive import write_archive
from tests.fakes.archive_tweets import tweet

# rails, activesupport/lib/active_support/values/time_zone.rb, MAPPING
NAMES = {
    "Tokyo": "Asia/Tokyo",
    "Madrid": "Europe/Madrid",
    "Kyiv": "Europe/Kiev",
    "Pacific Time (US & Canada)": "America/Los_Angeles",
    "Eastern Time (US & Canada)": "America/New_York",
    "Buenos Aires": "America/Argentina/Buenos_Aires",
    "La Paz": "America/La_Paz",
    "Samoa": "Pacific/Apia",
    "Bern": "Europe/Zurich",
    "St. Petersburg": "Europe/Moscow",
    "Nuku'alofa": "Pacific/Tongatapu",
    "Puerto Rico": "America/Puerto_Rico",
    "Melbourne": "Australia/Melbourne",
    "Rangoon": "Asia/Rangoon",
    "UTC": "Etc/UTC",
    "Europe/Berlin": "Europe/Berlin",
    "europe/berlin": "Europe/Berlin",
}


@pytest.mark.parametrize(("name", "key"), NAMES.items(), ids=NAMES)
def test_names(name: str, key: str) -> None:
    """Another key of the same zone is as good."""
    zone, same = zone_named(name), zone_named(key)
    moments = [datetime(year, month, 1, tzinfo=UTC) for year in range(2007, 2025) for month in (1, 7)]

    assert zone
    assert same
    assert [m.astimezone(zone).utcoffset() for m in moments] == [
        m.astimezone(same).utcoffset() for m in moments
    ]


@pytest.mark.parametrize("name", ["", "Nowhere", "../etc/passwd", "/etc/localtime", "Europe"])
def test_what_is_no_zone(name: str) -> None:
    """None, and no file is opened for it."""
    assert zone_named(name) is None


@pytest.mark.parametrize(("said", "key"), [("Tokyo", "Asia/Tokyo"), ("Nowhere", None), (None, None)])
def test_the_settings_of_an_archive(said: str | None, key: str | None, tmp_path: Path) -> None:
    """The zone is in account-timezone.js, if there is such a file."""
    setting = [{"accountId": "1", "timeZone": said}]
    others = {"account-timezone": setting} if said else {}
    path = write_archive(tmp_path / "a", [tweet("words")], packing="folder", others=others)
    with open_archive(path) as archive:
        assert (archive.time_zone and archive.time_zone.key) == key
        assert not archive.problems
