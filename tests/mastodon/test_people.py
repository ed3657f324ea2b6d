"""The next page of a list of people, as servers name it."""

import time

import pytest

from migrate.mastodon import Answer
from migrate.mastodon.people import next_page

PAGE = "https://social.example/api/v1/accounts/1/following"


def next_of(link: str) -> str | None:
    """What a `Link` header leads to."""
    return next_page(Answer(200, {"link": link}, b""))


@pytest.mark.parametrize(
    ("link", "page"),
    [
        (f'<{PAGE}?max_id=7>; rel="next", <{PAGE}?since_id=9>; rel="prev"', "7"),
        (f'<{PAGE}?since_id=9>; rel="prev", <{PAGE}?limit=80&max_id=7>; rel="next"', "7"),
        (f"<{PAGE}?max_id=01ABC&limit=80>;rel=next", "01ABC"),
        (f'<{PAGE}?max_id=a%2Fb>; rel="next"', "a/b"),
        (f'<{PAGE}?max_id=7>; rel="prev"', None),
        (f'<{PAGE}>; rel="next"', None),
        ('<https://[?max_id=7>; rel="next"', "7"),
        ("", None),
    ],
)
def test_the_next_page_is_named_in_a_header(link: str, page: str | None) -> None:
    """https://docs.joinmastodon.org/api/guidelines/#pagination ."""
    assert next_of(link) == page


@pytest.mark.parametrize("bit", ["?max_id=1", "<a>; ", "; ", "<", ">", '; rel="', "<?max_id=1>"])
def test_a_long_header_is_read_in_linear_time(bit: str) -> None:
    """Ten times as long: ten times the work, and not a thousand times."""

    def seconds(size: int) -> float:
        link, began = bit * (size // len(bit)), time.perf_counter()
        next_of(link)
        return time.perf_counter() - began

    short = min(seconds(20_000) for _ in range(5))
    assert min(seconds(200_000) for _ in range(3)) < 60 * short + 0.1
