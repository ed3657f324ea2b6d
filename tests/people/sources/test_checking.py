"""Many addresses: politely, at once, and each only once."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from migrate.errors import MigrateError
from migrate.people.evidence.checked import Outcome
from migrate.people.sources.cache import NO, SILENCE, YES, Cache
from migrate.people.sources.checking import check_all, to_ask
from migrate.people.sources.fediverse import Fediverse
from migrate.web.fetching import Web
from tests.fakes.web import Answer, FakeWeb, serve_web
from tests.people.evidence.people import NOW

MANY = [f"user{n}@host{n % 8}.example" for n in range(48)]


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Cache]:
    """What earlier runs were told."""
    with Cache(tmp_path / "answers.sqlite") as kept:
        yield kept


@pytest.fixture
def many(fake: FakeWeb) -> FakeWeb:
    """Eight hosts with six accounts each."""
    for address in MANY:
        user, _, host = address.partition("@")
        fake.host(host).add(user)
    return fake


def test_each_host_has_one_request_at_a_time(cache: Cache) -> None:
    """While several hosts are asked at once."""
    with serve_web(FakeWeb(pause=0.005)) as fake, Web(local_port=fake.port) as web:
        for address in MANY:
            user, _, host = address.partition("@")
            fake.host(host, pages="all.example" if host == "host1.example" else "").add(user)
        found = list(check_all(MANY, Fediverse(web, lambda: NOW), cache, NOW, connections=8))

    assert {one.outcome for one in found} == {Outcome.FOUND}
    assert set(fake.most_at_once.values()) == {1}


def test_a_second_run_asks_nobody(many: FakeWeb, fediverse: Fediverse, cache: Cache) -> None:
    """What was answered is kept for two weeks."""
    list(check_all(MANY, fediverse, cache, NOW))
    asked = len(many.asked)

    assert len(list(check_all(MANY, fediverse, cache, NOW + YES - timedelta(hours=1)))) == len(MANY)
    assert len(many.asked) == asked
    assert to_ask(MANY, cache, NOW + YES + timedelta(hours=1)) == MANY


@pytest.mark.parametrize(("code", "lifetime"), [(404, NO), (503, SILENCE)])
def test_a_no_is_kept_for_a_shorter_time(
    fake: FakeWeb, fediverse: Fediverse, cache: Cache, code: int, lifetime: timedelta
) -> None:
    """It may be a yes tomorrow; and a silent host may be back in an hour."""
    nobody, minute = ["alice@some.example"], timedelta(minutes=1)
    fake.route("some.example", "/.well-known/webfinger", Answer({}, code))
    list(check_all(nobody, fediverse, cache, NOW))

    assert to_ask(nobody, cache, NOW + lifetime - minute) == []
    assert to_ask(nobody, cache, NOW + lifetime + minute) == nobody


def test_a_run_that_was_stopped_goes_on_where_it_was(
    many: FakeWeb, fediverse: Fediverse, cache: Cache
) -> None:
    """Every answer is kept before it is shown."""
    running = check_all(MANY, fediverse, cache, NOW, connections=1)
    seen = [next(running).asked for _ in range(10)]
    running.close()

    assert sorted(set(MANY) - set(to_ask(MANY, cache, NOW))) == sorted(seen)


def test_a_silent_host_is_not_asked_for_ever(fake: FakeWeb, fediverse: Fediverse, cache: Cache) -> None:
    """A dead server with five hundred contacts would take hours."""
    fake.route("dead.example", "/.well-known/webfinger", Answer({}, 503))
    addresses = [f"user{n}@dead.example" for n in range(20)]
    found = list(check_all(addresses, fediverse, cache, NOW))

    assert [one.outcome for one in found] == [Outcome.NO_ANSWER] * 20
    assert fake.paths("dead.example").count("/.well-known/webfinger") == 2


def test_a_kept_answer_is_what_was_answered(many: FakeWeb, fediverse: Fediverse, cache: Cache) -> None:
    """Nothing is lost on the way to the disk and back."""
    (asked,) = check_all(MANY[:1], fediverse, cache, NOW)
    (kept,) = check_all(MANY[:1], fediverse, cache, NOW)

    assert kept == asked


def test_a_broken_file_of_answers_is_told_with_what_to_do(tmp_path: Path) -> None:
    """It holds nothing that can't be asked again."""
    path = tmp_path / "answers.sqlite"
    path.write_bytes(b"this is no database, and long enough to be looked at" * 20)

    with pytest.raises(MigrateError, match="delete this file"):
        Cache(path)
