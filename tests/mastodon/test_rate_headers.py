"""What a server says about one of its limits, in three headers."""

import pytest

from migrate.mastodon.pace import RateHeaders, read_rate_headers

RESET = "2026-03-01T00:05:00.000000Z"


def headers(limit: str = "300", remaining: str = "299", reset: str = RESET) -> dict[str, str]:
    """As Mastodon sends them."""
    return {"x-ratelimit-limit": limit, "x-ratelimit-remaining": remaining, "x-ratelimit-reset": reset}


@pytest.mark.parametrize("reset", [RESET, "2026-03-01T01:05:00+01:00", "1772323500"])
def test_the_three_are_read(reset: str) -> None:
    """The end of the window as a date, or, of older GoToSocials, as seconds since the epoch."""
    assert read_rate_headers(headers(reset=reset)) == RateHeaders(300, 299, 1772323500.0)


@pytest.mark.parametrize(
    "told",
    [
        {},
        headers(limit="many"),
        headers(remaining=""),
        headers(reset="soon"),
        {name: value for name, value in headers().items() if "limit-limit" not in name},
    ],
)
def test_less_than_three_say_nothing(told: dict[str, str]) -> None:
    """Nor does what can't be read."""
    assert read_rate_headers(told) is None
