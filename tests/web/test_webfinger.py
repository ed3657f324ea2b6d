"""What another server calls an account: asked over https, of public hosts only, and without a token."""

import pytest

from migrate.web.fetching import Fetched, Unreachable, Web
from migrate.web.public_hosts import ForbiddenPlace
from migrate.web.webfinger import WebFinger, ask_webfinger, read_acct
from tests.fakes.web import Answer, Asked, FakeWeb

PATH = "/.well-known/webfinger"
META = "/.well-known/host-meta"
HOST, ADDRESS = "social.one.example", "ada@social.one.example"


def subject(fake: FakeWeb, web: Web, answer: Answer) -> str | None:
    """What the address's own server calls it, if it says that."""
    fake.route(HOST, PATH, answer)
    found = ask_webfinger(web, ADDRESS)
    return found.address if isinstance(found, WebFinger) else None


def test_the_subject_is_the_address(web: Web, fake: FakeWeb) -> None:
    """Small letters, without `acct:`; no token and no cookie goes along."""
    assert subject(fake, web, Answer({"subject": "acct:Ada@One.example"})) == "ada@one.example"
    assert fake.asked[0].query == {"resource": f"acct:{ADDRESS}"}
    assert not {"authorization", "cookie"} & {name.lower() for name in fake.asked[0].headers}


def test_a_bare_domain_may_send_on(web: Web, fake: FakeWeb) -> None:
    """As most split domains do; not for ever."""
    fake.route("one.example", PATH, Answer(code=301, headers={"Location": f"https://{HOST}{PATH}"}))
    fake.route(HOST, PATH, Answer({"subject": "acct:ada@one.example"}))
    fake.route("round.example", PATH, Answer(code=301, headers={"Location": PATH}))

    found = ask_webfinger(web, "ada@one.example")
    assert isinstance(found, WebFinger)
    assert found.address == "ada@one.example"
    with pytest.raises(Unreachable):
        ask_webfinger(web, "ada@round.example")


def test_a_host_may_name_another_one(web: Web, fake: FakeWeb) -> None:
    """In its host-meta (RFC 6415), where it has no answer itself."""

    def answer(asked: Asked) -> Answer:
        return Answer({"subject": asked.query["resource"]})

    template = f"https://{HOST}{PATH}?a=b&amp;resource={{uri}}"
    fake.route("one.example", META, Answer(f'<XRD><Link template="{template}"/></XRD>'.encode()))
    fake.route(HOST, PATH, answer)

    found = ask_webfinger(web, "ada@one.example")
    assert isinstance(found, WebFinger)
    assert found.address == "ada@one.example"


@pytest.mark.parametrize("code", [401, 403, 410])
def test_after_a_clear_no_nobody_else_is_asked(code: int, web: Web, fake: FakeWeb) -> None:
    """It is gone, or not for everybody."""
    assert subject(fake, web, Answer(code=code)) is None
    assert fake.paths(HOST) == [PATH]


def test_no_one_is_sent_away_from_https(web: Web, fake: FakeWeb) -> None:
    """Where anybody on the way could answer."""
    with pytest.raises(ForbiddenPlace):
        subject(fake, web, Answer(code=301, headers={"Location": f"http://{HOST}{PATH}"}))


@pytest.mark.parametrize(
    "answer",
    [
        Answer(code=404),
        Answer(b"<html>", kind="text/html"),
        Answer([]),
    ],
)
def test_nonsense_is_no_answer(answer: Answer, web: Web, fake: FakeWeb) -> None:
    """Not found, a page, something else: the page itself comes back."""
    fake.route(HOST, PATH, answer)

    assert isinstance(ask_webfinger(web, ADDRESS), Fetched)


def test_a_subject_that_is_no_address_is_none(web: Web, fake: FakeWeb) -> None:
    """Some servers name the page of the profile."""
    assert subject(fake, web, Answer({"subject": "https://one.example/@ada"})) == ""


def test_too_much_is_no_answer(web: Web, fake: FakeWeb) -> None:
    """Even where it could be read."""
    with pytest.raises(Unreachable):
        subject(fake, web, Answer({"subject": "acct:a@b.example", "x": "x" * 200_000}))


@pytest.mark.parametrize("address", ["ada@[::1", "ada@one.example:8080"])
def test_odd_hosts_are_not_asked(address: str, web: Web) -> None:
    """What is no host, and what has a port."""
    with pytest.raises(ForbiddenPlace):
        ask_webfinger(web, address)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("acct:Ada@One.example", "ada@one.example"),
        ("@ada@one.example", "ada@one.example"),
        ("ada@one.example", "ada@one.example"),
        ("ada", ""),
        ("ada@one.example:8080", ""),
        ("https://one.example/@ada", ""),
        ("a b@one.example", ""),
        ("", ""),
    ],
)
def test_an_address_is_read_as_servers_write_it(text: str, address: str) -> None:
    """With and without `acct:`."""
    assert read_acct(text) == address
