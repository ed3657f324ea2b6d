"""Moments and lengths of time in words."""

import time

import pytest

from migrate.cli.times import clock_time, span


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (10, "10 seconds"),
        (60, "1 minute"),
        (1800, "30 minutes"),
        (3599.6, "1 hour"),
        (3 * 3600, "3 hours"),
        (3600 + 60 * 40, "1 hour and 40 minutes"),
        (86400, "1 day"),
        (2 * 86400 + 3 * 3600 + 59, "2 days and 3 hours"),
        (8 * 86400, "8 days"),
    ],
)
def test_a_length_of_time_in_words(seconds: float, words: str) -> None:
    """The one or two units that matter."""
    assert span(seconds) == words


def test_a_moment_today_is_a_time_of_day() -> None:
    """A moment on another day has its date."""
    assert len(clock_time(time.time())) == len("14:32")
    assert len(clock_time(time.time() + 8 * 86400)) == len("2026-11-23 14:32")
