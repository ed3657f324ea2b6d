"""The pages of people: which are asked for, what they say, and what is kept."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from migrate.people.contacts import XProfile
from migrate.people.sources.cache import YES, Cache
from migrate.people.sources.linked import links_on, pages_at_hand, pages_named, read_pages, widened
from migrate.web.fetching import Web
from tests.fakes.web import Answer, FakeWeb
from tests.people.evidence.people import NOW

HOME = "https://ann.example/"
ACCOUNT = "https://chaos.social/@ann"


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Cache]:
    """What earlier runs were told."""
    with Cache(tmp_path / "answers.sqlite") as kept:
        yield kept


def named(*texts: str) -> list[str]:
    """The pages that a profile of these texts names."""
    return pages_named(XProfile("7", "ann", "Ann", texts))


def test_sites_and_pages_of_links_are_worth_a_look() -> None:
    """An address is one already; X, t.co and big sites tell nothing without a login."""
    assert named("http://ann.example/me!", "see https://linktr.ee/ann.") == [
        *("https://ann.example/me", "https://linktr.ee/ann"),
    ]
    assert (
        named(ACCOUNT, "https://t.co/abc", "https://x.com/ann", "https://youtube.com/@ann", "mail@a.example")
        == []
    )
    assert named("https://ann.carrd.co", "https://[", "https://ann") == ["https://ann.carrd.co"]


@pytest.mark.parametrize(
    ("page", "links"),
    [
        (f'<a rel="me" href="{ACCOUNT}">M</a>', (ACCOUNT,)),
        (f'<link rel="me" href="{ACCOUNT}">', (ACCOUNT,)),
        (f'<A REL="noopener ME nofollow" HREF=" {ACCOUNT} ">', (ACCOUNT,)),
        (f'<a href="{ACCOUNT}">a friend</a>', ()),
        ('<a rel="me" href="https://github.com/ann">', ()),
        ('<a rel="me" href="mailto:ann@one.example">', ()),
        (f'<!-- <a rel="me" href="{ACCOUNT}"> -->', ()),
        ("<a rel=me href", ()),
        (f'<a rel="me" href="{ACCOUNT}"><![odd[ x', (ACCOUNT,)),
    ],
)
def test_a_page_says_whose_an_account_is_by_rel_me(page: str, links: tuple[str, ...]) -> None:
    """Any other link may lead to anybody."""
    assert links_on(page, HOME) == links


def test_every_link_on_a_page_of_links_is_the_persons() -> None:
    """Linktree and its kind write no rel="me"."""
    page = f'<a href="{ACCOUNT}">M</a><a href="https://youtube.com/@ann">Y</a>'

    assert links_on(page, "https://linktr.ee/ann") == (ACCOUNT,)


def test_a_page_is_read_once_in_two_weeks(web: Web, fake: FakeWeb, cache: Cache) -> None:
    """One that doesn't answer is asked again: it isn't known what is there."""
    silent = "https://gone.example/"
    fake.route("ann.example", "/", Answer(f'<a rel="me" href="{ACCOUNT}">'.encode(), kind="text/html"))
    fake.route("gone.example", "/", Answer("<h1>Oops</h1>", 503, "text/html"))

    assert dict(read_pages(web, [HOME, silent], cache, NOW)) == {HOME: (ACCOUNT,), silent: ()}
    assert pages_at_hand([HOME, silent], cache, NOW) == {HOME: (ACCOUNT,), silent: None}
    assert pages_at_hand([HOME], cache, NOW + YES + timedelta(hours=1)) == {HOME: None}


def test_no_page_of_this_computer_or_its_network_is_asked_for(cache: Cache) -> None:
    """The door to the web is guarded: a bio can't make this program look at the router."""
    with Web() as web:
        inside = ["https://127.0.0.1/", "https://localhost/", "https://10.0.0.1/", "https://[::1]/"]

        assert dict(read_pages(web, inside, cache, NOW)) == dict.fromkeys(inside, ())


def test_what_a_page_links_to_stands_in_the_profile_with_the_page() -> None:
    """So that the user sees both."""
    ann = XProfile("7", "ann", "Ann", ("Ann", f"hello {HOME}"))

    assert widened(ann, {HOME: (ACCOUNT,)}).texts == ("Ann", f"hello {HOME}", f"{ACCOUNT} ({HOME})")
    assert widened(ann, {}) == ann
