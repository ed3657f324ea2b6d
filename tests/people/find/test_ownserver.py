"""One's own server, asked for names: likenesses, at the server's pace."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from migrate.errors import LoginError
from migrate.mastodon import Waiting, connect, open_http, read_self
from migrate.people.addresses.candidate import Candidate, Form
from migrate.people.addresses.hosts import HostKind
from migrate.people.contacts import Contact, Relation, SeenHandle
from migrate.people.evidence.claims import Claim, Evidence, Source
from migrate.people.find.book import Book
from migrate.people.find.ownserver import (
    Searched,
    keep_searched,
    read_followed,
    search_own_server,
    searched_before,
    still_unknown,
)
from migrate.people.sources.cache import Cache
from tests.fakes.mastodon import FakeMastodon
from tests.people.evidence.people import NOW


def search(fake: FakeMastodon, *contacts: Contact) -> list[Searched | Waiting]:
    """Look for them all."""
    with open_http(httpx.MockTransport(fake)) as http:
        server = connect(fake.address, http, token=fake.token, now=fake.clock.now)
        return list(search_own_server(server, contacts, fake.clock.sleep))


def known_as(handle: str, name: str = "") -> Contact:
    """Somebody on Twitter."""
    return Contact("1", (SeenHandle(handle, NOW),), name)


def found(events: list[Searched | Waiting]) -> list[tuple[str, Source]]:
    """The addresses, and why."""
    claims = [claim for event in events if isinstance(event, Searched) for claim in event.claims]
    return [(claim.candidate.address, claim.evidence.source) for claim in claims]


def test_who_has_the_name_is_told_as_a_likeness() -> None:
    """And people with other names are not told."""
    fake = FakeMastodon()
    fake.add_account("tom_example")
    host = fake.address.removeprefix("https://")

    assert found(search(fake, known_as("Tom_Example"), known_as("nobody"))) == [
        (f"tom_example@{host}", Source.SAME_HANDLE),
    ]


@pytest.mark.parametrize(
    ("account", "source"),
    [
        ({"acct": "TomExample@far.example"}, Source.SAME_HANDLE),
        ({"acct": "other@far.example", "display_name": "tom of example"}, Source.SAME_NAME),
        ({"acct": "tom_example_fans@far.example", "display_name": "Tom"}, None),
        ({"acct": "tom_exampl@far.example"}, None),
        ({"acct": "tom_example@medium.com"}, None),
    ],
)
def test_a_server_names_people_who_are_merely_like_it(account: dict[str, str], source: Source | None) -> None:
    """Its search is wide; only the same name is a likeness."""
    fake = FakeMastodon()

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path != "/api/v2/search":
            return fake(request)
        return httpx.Response(200, json={"accounts": [{"id": "5", "username": "x", **account}]})

    with open_http(httpx.MockTransport(answer)) as http:
        server = connect(fake.address, http, token=fake.token, now=fake.clock.now)
        contacts = [known_as("tom_example", "Tom of Example")]
        events = list(search_own_server(server, contacts, fake.clock.sleep))

    assert [why for _, why in found(events)] == ([source] if source else [])


def test_a_display_name_is_searched_for_where_the_handle_finds_nobody() -> None:
    """People are seldom called the same on both sides, and servers don't search bios."""
    fake, asked = FakeMastodon(), []
    tom = {"id": "5", "username": "reads", "acct": "reads@far.example", "display_name": "Tom of Example"}

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path != "/api/v2/search":
            return fake(request)
        asked.append(request.url.params["q"])
        return httpx.Response(200, json={"accounts": [tom] if asked[-1] == "Tom of Example" else []})

    with open_http(httpx.MockTransport(answer)) as http:
        server = connect(fake.address, http, token=fake.token, now=fake.clock.now)
        contacts = [known_as("tomtweets", "Tom of Example"), known_as("zoe", "Zoe")]
        events = list(search_own_server(server, contacts, fake.clock.sleep))

    assert found(events) == [("reads@far.example", Source.SAME_NAME)]
    assert asked == ["tomtweets", "Tom of Example", "zoe"]


def test_nobody_is_asked_about_twice_within_two_weeks(tmp_path: Path) -> None:
    """Neither those who were found nor those who weren't; whom the server would not tell of is unknown."""
    ann, bob, eve = (Contact(str(n), (SeenHandle(name),)) for n, name in enumerate(("ann", "bob", "eve"), 1))
    claim = Claim(
        "1", Candidate("ann@far.example", Form.STRONG, HostKind.UNKNOWN), Evidence(Source.SAME_HANDLE)
    )
    with Cache(tmp_path / "answers.sqlite") as cache:
        for one in (Searched(ann, (claim,)), Searched(bob, ()), Searched(eve, (), is_told=False)):
            keep_searched(cache, "one.example", one, NOW)

        assert searched_before(cache, "one.example", [ann, bob, eve], NOW) == ([claim], [eve])
        assert searched_before(cache, "two.example", [ann], NOW) == ([], [ann])
        later = NOW + timedelta(days=15)
        assert searched_before(cache, "one.example", [ann, bob], later) == ([], [ann, bob])


def test_the_servers_limit_is_kept() -> None:
    """Three hundred requests in five minutes: then it waits, and no answer is a 429."""
    fake = FakeMastodon()
    events = search(fake, *[known_as(f"name{n}") for n in range(320)])

    assert sum(isinstance(event, Searched) for event in events) == 320
    assert any(isinstance(event, Waiting) for event in events)


def test_a_login_that_ended_is_told() -> None:
    """With how to log in again."""
    fake = FakeMastodon()
    with open_http(httpx.MockTransport(fake)) as http:
        server = connect(fake.address, http, token=fake.token, now=fake.clock.now)
        fake.revoke()

        with pytest.raises(LoginError):
            list(search_own_server(server, [known_as("tom")], fake.clock.sleep))


@pytest.mark.parametrize("count", [0, 3, 80, 400])
def test_all_whom_one_follows_are_read(count: int) -> None:
    """Page by page, by the links that the server gives: its cursor is nobody's number."""
    fake = FakeMastodon()
    for n in range(count):
        fake.add_account(f"name{n}" if n % 2 else f"name{n}@far.example", followed=True)
    fake.add_account("stranger")
    host = fake.address.removeprefix("https://")

    assert read_all(fake) == {f"name{n}@{host if n % 2 else 'far.example'}" for n in range(count)}


def test_whom_one_follows_at_an_international_host_is_known_by_its_address() -> None:
    """Servers may write a host as people do, and an address here has its ASCII form."""
    fake = FakeMastodon()
    fake.add_account("Zoe@Bücher.example", followed=True)

    assert read_all(fake) == {"zoe@xn--bcher-kva.example"}


def test_a_server_that_does_not_tell_is_no_reason_to_stop() -> None:
    """A login without that right finds people all the same."""
    fake = FakeMastodon()

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/following"):
            return httpx.Response(403, json={"error": "This action is outside the authorized scopes"})
        return fake(request)

    assert read_all(fake, answer) is None


def test_a_server_that_gives_the_same_page_for_ever_is_left() -> None:
    """Some ignore the cursor."""
    fake = FakeMastodon()
    fake.add_account("bob", followed=True)
    link = f'<{fake.address}/api/v1/accounts/1/following?max_id=5>; rel="next"'

    def answer(request: httpx.Request) -> httpx.Response:
        said = fake(request)
        if request.url.path.endswith("/following"):
            said.headers["Link"] = link
        return said

    assert len(read_all(fake, answer) or ()) == 1


def read_all(
    fake: FakeMastodon, answer: Callable[[httpx.Request], httpx.Response] | None = None
) -> frozenset[str] | None:
    """Whom the account of the token follows, by the fake's answers or by others."""
    with open_http(httpx.MockTransport(answer or fake)) as http:
        server = connect(fake.address, http, token=fake.token, now=fake.clock.now)
        asking = read_followed(server, read_self(server).id, fake.clock.sleep)
        while True:
            try:
                next(asking)
            except StopIteration as end:
                return end.value


def test_only_those_are_searched_of_whom_nothing_is_known() -> None:
    """People one follows, with a name, and without a candidate."""
    book = Book("9", ["me"])
    for x_id, handle in (("1", "one"), ("2", "two"), ("3", "")):
        book.relate(x_id, Relation.FOLLOWING)
        book.meet(x_id, handle, NOW)
    book.relate("4", Relation.FOLLOWER)
    book.meet("4", "four", NOW)

    assert [contact.x_id for contact in still_unknown(book, {"2"})] == ["1"]
