"""Wikidata: what is asked, what is understood, and each way in which it says no."""

import re

import pytest

from migrate.errors import ServerError
from migrate.people.sources.wikidata import (
    BATCH,
    ENDPOINT,
    WHOLE,
    WikidataRow,
    query_by_handle,
    query_by_id,
    read_by_id,
    read_whole,
)
from migrate.web.fetching import Web
from tests.fakes.web import Answer, Asked, FakeWeb

HOST, PATH = "query.wikidata.org", "/sparql"
KIND = "application/sparql-results+json"


def results(*rows: dict[str, str]) -> Answer:
    """An answer of these rows."""
    bindings = [{name: {"type": "literal", "value": value} for name, value in row.items()} for row in rows]
    return Answer({"head": {"vars": []}, "results": {"bindings": bindings}}, kind=KIND)


def test_one_request_fetches_everybody_and_names_nobody(web: Web, fake: FakeWeb) -> None:
    """It is the same for every person who asks."""
    nasa = {
        "item": "http://www.wikidata.org/entity/Q1",
        "xUser": "@Nasa",
        "xId": "11",
        "fedi": "@n@s.example",
    }
    fake.route(
        HOST, PATH, results(nasa, {"item": "Q2", "xUser": "old", "fedi": "o@s.example", "xEnd": "2020"})
    )

    assert read_whole(web) == [
        WikidataRow("http://www.wikidata.org/entity/Q1", "n@s.example", "Nasa", "11"),
        WikidataRow("Q2", "o@s.example", "old", ended=True),
    ]
    (asked,) = fake.asked
    assert asked.form == {"query": WHOLE}
    assert asked.headers["User-Agent"].startswith("twitter-to-mastodon/")
    assert asked.headers["Accept"] == KIND


def test_wikidata_learns_whom_it_may_write_to(web: Web, fake: FakeWeb) -> None:
    """As its rules want it, where the user says so; and only Wikidata (Wikimedia_APIs/Access_policy)."""
    fake.route(HOST, PATH, results())
    read_whole(web, "ada@one.example")
    web.fetch("https://two.example/")
    asked, other = fake.asked

    assert re.fullmatch(
        r"twitter-to-mastodon/[\d.]+ \(ada@one\.example; [^()]+\) httpx/[\d.]+", asked.headers["User-Agent"]
    )
    assert "ada" not in other.headers["User-Agent"]


def test_a_refusal_for_want_of_a_contact_says_how_to_give_one(web: Web, fake: FakeWeb) -> None:
    """A client without one may be blocked without notice."""
    fake.route(HOST, PATH, Answer("Please set a user-agent", 403, "text/plain"))

    with pytest.raises(ServerError, match="MIGRATE_CONTACT"):
        read_whole(web)


def test_ids_are_asked_for_in_batches(web: Web, fake: FakeWeb) -> None:
    """One after the other, as the rules of the house have it."""
    fake.route(HOST, PATH, results({"fedi": "a@s.example", "xId": "1"}))
    batches = list(read_by_id(web, [str(n) for n in range(BATCH + 1)]))

    assert [len(batch) for batch in batches] == [1, 1]
    assert fake.most_at_once[HOST] == 1


def test_a_handle_is_never_more_than_a_handle() -> None:
    """Nor can a name."""
    assert 'VALUES ?xUser { "NASA" "nasa" }' in query_by_handle(["NASA", '" } DROP ALL {', "", "ü", "a" * 16])


def test_an_id_is_never_more_than_digits() -> None:
    """An archive can't write queries."""
    assert 'VALUES ?xId { "12" }' in query_by_id(["12", '1" } DROP ALL {', "", "x"])


@pytest.mark.parametrize(
    "answer",
    [
        Answer("Too many requests", 429, "text/plain", {"Retry-After": "2"}),
        Answer("Please set a user-agent", 200, "text/plain"),
        Answer("<h1>Forbidden</h1>", 403, "text/html"),
        Answer("java.util.concurrent.TimeoutException", 500, "text/plain"),
        Answer("URI too long", 414, "text/plain"),
        Answer(code=302, headers={"Location": "https://other.example/"}),
    ],
)
def test_every_refusal_is_told_with_what_to_do(web: Web, fake: FakeWeb, answer: Answer) -> None:
    """Also the one that is a 200."""
    fake.route(HOST, PATH, answer)

    with pytest.raises(ServerError, match=r"[Tt]ry again"):
        read_whole(web)


def test_wikidata_is_waited_for_as_long_as_it_asks(web: Web, fake: FakeWeb, naps: list[float]) -> None:
    """Whoever doesn't is banned for a day."""
    answers = iter([Answer(code=429, headers={"Retry-After": "31"}), results()])

    def answer(_: Asked) -> Answer:
        return next(answers)

    fake.route(HOST, PATH, answer)

    assert read_whole(web) == []
    assert naps == [31.0]
    assert f"https://{HOST}{PATH}" == ENDPOINT
