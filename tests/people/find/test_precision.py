"""Three hundred people and every trap: nobody is taken for somebody else, and nearly all are found."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from migrate.archive import open_archive
from migrate.people.evidence.match import Match, Tier
from migrate.people.find.gather import gather
from migrate.people.find.matches import Background, make_matches
from migrate.people.find.online import worth_asking
from migrate.people.find.sources import SourceAnswers, all_claims
from migrate.people.sources.cache import Cache
from migrate.people.sources.checking import check_all
from migrate.people.sources.fediverse import Fediverse
from migrate.web.fetching import Web
from tests.fakes.archive import write_archive
from tests.fakes.web import FakeWeb, serve_web
from tests.people.find.labelled import READ_AT, Labelled, build


@pytest.fixture(scope="module")
def labelled() -> Labelled:
    """Everybody, and what is said about them."""
    return build(FakeWeb())


@pytest.fixture(scope="module")
def matches(labelled: Labelled, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Match]]:
    """What the program makes of it: archive, files, Wikidata, and every server over real HTTP."""
    folder = tmp_path_factory.mktemp("labelled")
    path = write_archive(folder / "archive", labelled.tweets, packing="folder", following=labelled.following)
    with (
        serve_web(labelled.web) as fake,
        Web(local_port=fake.port) as web,
        Cache(Path(folder) / "answers.sqlite") as cache,
        open_archive(path) as archive,
    ):
        gathered = gather(archive)
        told = SourceAnswers(labelled.profiles, labelled.finders, labelled.wikidata)
        claims, _ = all_claims(gathered, told, READ_AT)
        fediverse = Fediverse(web, lambda: READ_AT)
        checks = {one.asked: one for one in check_all(worth_asking(claims), fediverse, cache, READ_AT)}
        yield make_matches(gathered.book, claims, Background(checks, own=gathered.own))


def test_the_set_is_as_large_as_it_should_be(labelled: Labelled) -> None:
    """Three hundred, half of them there."""
    assert len(labelled.following) >= 300
    assert sum(address is not None for address in labelled.truth.values()) >= 150


def test_nobody_is_taken_for_somebody_else(labelled: Labelled, matches: list[Match]) -> None:
    """No wrong match in A or B: those are followed without a further question."""
    wrong = {
        (labelled.kinds.get(match.contact.x_id), match.address, match.tier)
        for match in matches
        if match.tier <= Tier.STATED and match.address != labelled.truth.get(match.contact.x_id)
    }

    assert not wrong


def test_nearly_all_who_are_there_are_found(labelled: Labelled, matches: list[Match]) -> None:
    """At least 95 of 100, in A or B."""
    sure = {(match.contact.x_id, match.address) for match in matches if match.tier <= Tier.STATED}
    there = {(x_id, address) for x_id, address in labelled.truth.items() if address}
    missed = Counter(labelled.kinds.get(x_id) for x_id, _ in there - sure)

    assert len(there & sure) >= 0.95 * len(there), missed
