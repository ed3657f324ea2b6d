"""The archive in numbers and the page of matches, in a real browser without a network."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec import structs

from migrate.model import Kind, Owner, Tag, Tweet
from migrate.pages.charts import make_charts
from migrate.pages.figures import make_figures
from migrate.pages.matches import write_matches_page
from migrate.pages.numbers import write_page
from migrate.people.contacts import Contact, Relation, SeenHandle
from migrate.people.evidence.match import Tier
from tests.pages.looking import Sight
from tests.pages.test_matches_page import EVIL, match
from tests.people.evidence.people import account

Look = Callable[..., Sight]
OWNER = Owner("1", "ada_example")
ZOE = Contact("7", (SeenHandle("painter_example"),), "Zoëlla", frozenset({Relation.BLOCKED}))


@pytest.fixture
def numbers(tmp_path: Path) -> Path:
    """Charts of some years, with a hashtag that somebody else would have liked to be more than that."""
    tag = (Tag(0, 4, f"#{EVIL}"),)
    tweets = [
        Tweet(n, datetime(2010 + n % 9, 1 + n % 12, 1, n % 24, tzinfo=UTC), "x", kind, tags=tag)
        for n, kind in enumerate([*Kind] * 30, start=1)
    ]
    write_page(make_charts(make_figures(tweets, OWNER)), OWNER, tmp_path / "numbers.html")
    return tmp_path / "numbers.html"


@pytest.fixture
def matches(tmp_path: Path) -> Path:
    """One of each tier; the last by somebody who would rather run something."""
    evil = match(
        contact=Contact("42", (SeenHandle(EVIL),), EVIL),
        tier=Tier.SIMILAR,
        checked=account(name=EVIL, summary=EVIL, url="javascript:hacked=1", fields=((EVIL, EVIL),)),
    )
    some = [match(), match(contact=ZOE, tier=Tier.STATED), match(tier=Tier.REJECTED), evil]
    write_matches_page(some, tmp_path / "matches.html")
    return tmp_path / "matches.html"


@pytest.mark.parametrize("page", ["numbers", "matches"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_opens_from_disk_and_runs_nothing_of_others(
    look: Look, request: pytest.FixtureRequest, page: str, width: int, scheme: str
) -> None:
    """No complaint, nothing asked of anything but this disk, nothing wider than the window."""
    sight = look(request.getfixturevalue(page), width=width, color_scheme=scheme)

    assert sight.complaints == []
    assert sight.ask("typeof hacked") == "undefined"
    assert all(url.startswith("file://") for url in sight.loaded)
    assert sight.ask("document.documentElement.scrollWidth") == width


def test_every_bar_of_a_chart_is_there_and_as_long_as_its_number(look: Look, numbers: Path) -> None:
    """Measured on the screen: the sums of two years are as their bars."""
    sight = look(numbers)
    bars = sight.ask(
        "[...document.querySelectorAll('table')[0].querySelectorAll('tbody tr')].map(row => ({"
        " sum: Number(row.querySelector('.sum').textContent),"
        " width: [...row.querySelectorAll('rect')].reduce((w, r) => w + r.getBoundingClientRect().width, 0)"
        "}))"
    )

    longest = max(bars, key=lambda bar: bar["sum"])
    assert len(bars) == 9
    for bar in bars:
        assert bar["width"] == pytest.approx(longest["width"] * bar["sum"] / longest["sum"], abs=2)


def test_matches_are_filtered_by_tier_relation_and_words(look: Look, matches: Path) -> None:
    """The rejected are hidden until they are asked for; accents don't matter."""
    sight = look(matches)

    def shown() -> int:
        return int(sight.page.locator("article:visible").count())

    assert (shown(), sight.page.locator("output").text_content()) == (3, "3 / 4")
    sight.page.get_by_role("checkbox", name="Rejected").check()
    assert shown() == 4
    sight.choose("Who they are to you", "blocked")
    assert shown() == 1
    sight.choose("Who they are to you", "")
    sight.page.get_by_role("searchbox").fill("ZOELLA")
    assert shown() == 1
    sight.page.get_by_role("searchbox").fill("nobody of this name")
    assert shown() == 0
    assert sight.page.get_by_text("Nothing here matches.").is_visible()


def test_both_sides_stand_next_to_each_other_on_a_desk_and_below_on_a_phone(
    look: Look, matches: Path
) -> None:
    """So that one look is enough."""
    sections = "[...document.querySelectorAll('article:not([hidden]) section')]"
    tops = f"{sections}.map(section => section.getBoundingClientRect().top)"
    wide, narrow = look(matches).ask(tops), look(matches, width=390).ask(tops)

    assert wide[0] == wide[1]
    assert narrow[0] < narrow[1]


def test_the_keyboard_alone_is_enough(look: Look, matches: Path) -> None:
    """Tab reaches every filter and every link, and shows where it is."""
    sight = look(matches)
    reached = []
    for _ in range(12):
        sight.page.keyboard.press("Tab")
        reached.append(sight.focused())

    assert [stop for stop in reached if not stop.startswith("A")][:6] == [
        *["INPUT tier"] * 4,
        "INPUT words",
        "SELECT relation",
    ]
    assert reached.count("A") >= 3
    assert sight.focused() == "A"
    assert sight.ask("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_many_matches_are_filtered_at_once(look: Look, tmp_path: Path) -> None:
    """Two thousand people are no more trouble than two."""
    many = [
        structs.replace(match(), address=f"name{n}@chaos.social", contact=Contact(str(n)))
        for n in range(2000)
    ]
    write_matches_page(many, tmp_path / "matches.html")
    sight = look(tmp_path / "matches.html")
    sight.page.get_by_role("searchbox").fill("name1999@")

    assert sight.page.locator("article:visible").count() == 1
