"""X's own answers: paid for one by one, so never more of them than was agreed."""

from decimal import Decimal

import pytest

from migrate.errors import LoginError, ServerError
from migrate.people.contacts import Relation
from migrate.people.sources.xapi import XPage, read_own_lists
from migrate.web.fetching import Web
from tests.fakes.web import Answer, Asked, FakeWeb
from tests.people.evidence.people import NOW

HOST = "api.x.com"


def serve_lists(fake: FakeWeb, **sizes: int) -> None:
    """Lists of so many people, in pages as long as they are asked for."""

    def pages(name: str, size: int, asked: Asked) -> Answer:
        start = int(asked.query.get("pagination_token", "0"))
        end = min(start + int(asked.query["max_results"]), size)
        users = [{"id": f"{n + 1}", "username": f"{name}{n}", "name": ""} for n in range(start, end)]
        more = {"next_token": str(end)} if end < size else {}
        return Answer({"data": users, "meta": {"result_count": len(users)} | more})

    for name in ("following", "blocking", "muting", "followers"):
        size = sizes.get(name, 0)
        fake.route(HOST, f"/2/users/9/{name}", lambda asked, name=name, size=size: pages(name, size, asked))


def read(web: Web, cap: str = "5", *relations: Relation) -> list[XPage]:
    """Everything that is told for so many dollars."""
    these = relations or tuple(Relation)
    return list(read_own_lists(web, "made-up", "9", these, cap=Decimal(cap), now=NOW))


def test_every_page_of_every_list_is_read(web: Web, fake: FakeWeb) -> None:
    """With what the people are to the owner."""
    serve_lists(fake, following=2300, blocking=2, muting=1)
    told = read(web)

    assert [(one.relation, len(one.profiles)) for one in told] == [
        (Relation.FOLLOWING, 1000),
        (Relation.FOLLOWING, 1000),
        (Relation.FOLLOWING, 300),
        (Relation.BLOCKED, 2),
        (Relation.MUTED, 1),
        (Relation.FOLLOWER, 0),
    ]
    assert told[-1].spent == Decimal("2.303")
    assert told[0].profiles[0].relations == {Relation.FOLLOWING}
    assert fake.asked[0].headers["Authorization"] == "Bearer made-up"


@pytest.mark.parametrize("cap", ["1.5", "0.001", "0", "0.0005"])
def test_no_more_is_spent_than_was_agreed(web: Web, fake: FakeWeb, cap: str) -> None:
    """The last page is as long as the rest of the money."""
    serve_lists(fake, following=5000, followers=5000)
    spent = sum(len(one.profiles) for one in read(web, cap)) * Decimal("0.001")

    assert Decimal(cap) - Decimal("0.001") < spent <= Decimal(cap)


def test_only_what_was_asked_for_is_paid_for(web: Web, fake: FakeWeb) -> None:
    """Followers can be many."""
    serve_lists(fake, following=3, followers=100_000)
    read(web, "5", Relation.FOLLOWING)

    assert fake.paths(HOST) == ["/2/users/9/following"]


def test_a_window_that_is_used_up_is_waited_for(web: Web, fake: FakeWeb, naps: list[float]) -> None:
    """Fifteen requests in fifteen minutes, for blocks and mutes."""
    answers = iter([Answer(code=429, headers={"Retry-After": "600"}), Answer({"meta": {}})])
    fake.route(HOST, "/2/users/9/following", lambda _: next(answers))
    read(web, "5", Relation.FOLLOWING)

    assert naps == [600.0]


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Answer({}, 401), LoginError),
        (Answer({}, 403), LoginError),
        (Answer({}, 402), ServerError),
        (Answer({}, 503), ServerError),
        (Answer("<html>", 200, "text/html"), ServerError),
        (Answer(code=302, headers={"Location": "https://evil.example/"}), ServerError),
    ],
)
def test_every_refusal_is_told(web: Web, fake: FakeWeb, answer: Answer, error: type[Exception]) -> None:
    """And the key goes nowhere else."""
    fake.route(HOST, "/2/users/9/following", answer)

    with pytest.raises(error):
        read(web)

    assert {one.host for one in fake.asked} == {HOST}
