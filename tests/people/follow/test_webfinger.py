"""What another server calls an account: asked over https, of public machines only, and without a token."""

import httpx
import pytest

from migrate.mastodon.webfinger import ask_subject

PUBLIC = ["203.0.114.1"]


def ask(handler: object, address: str = "ada@social.one.example", numbers: list[str] = PUBLIC) -> str | None:
    """Ask a made-up internet."""
    with httpx.Client(transport=httpx.MockTransport(handler)) as http:  # type: ignore[arg-type]
        return ask_subject(http, address, lambda _: numbers)


def test_the_subject_is_the_address() -> None:
    """Small letters, without `acct:`; no token and no cookie goes along."""
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json={"subject": "acct:Ada@One.example"})

    assert ask(answer) == "ada@one.example"
    assert (seen[0].url.scheme, seen[0].url.host) == ("https", "social.one.example")
    assert not {"authorization", "cookie"} & set(seen[0].headers)


def test_a_bare_domain_may_send_on() -> None:
    """As most split domains do; three times at most."""

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.host == "one.example":
            return httpx.Response(301, headers={"Location": f"https://social.one.example{request.url.path}"})
        return httpx.Response(200, json={"subject": "acct:ada@one.example"})

    assert ask(answer, "ada@one.example") == "ada@one.example"
    assert ask(lambda request: httpx.Response(301, headers={"Location": str(request.url)})) is None


def test_no_one_is_sent_away_from_https() -> None:
    """Where anybody on the way could answer."""

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.scheme == "https":
            return httpx.Response(301, headers={"Location": str(request.url.copy_with(scheme="http"))})
        return httpx.Response(200, json={"subject": "acct:ada@one.example"})

    assert ask(answer) is None


@pytest.mark.parametrize("number", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "fd00::1", "0.0.0.0"])
def test_private_machines_are_not_asked(number: str) -> None:
    """An address in a file can't make this program knock at the router."""

    def answer(_: httpx.Request) -> httpx.Response:
        raise AssertionError("asked")

    assert ask(answer, numbers=[*PUBLIC, number]) is None


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(404),
        httpx.Response(200, content=b"<html>"),
        httpx.Response(200, json={"subject": "https://one.example/@ada"}),
        httpx.Response(200, json=[]),
        httpx.Response(200, content=b'{"subject": "acct:a@b.example", "x": "' + b"x" * 200_000 + b'"}'),
    ],
)
def test_nonsense_is_no_answer(answer: httpx.Response) -> None:
    """Not found, a page, something else, too much."""
    assert ask(lambda _: answer) is None


def test_odd_hosts_are_no_answer() -> None:
    """What is no host, and what has a port."""
    assert ask(lambda _: httpx.Response(200), "ada@[::1") is None
    assert ask(lambda _: httpx.Response(200), "ada@one.example:8080") is None
