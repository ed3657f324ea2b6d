"""Killed anywhere, run again: nobody is followed twice or missed, and undoing takes back just that."""

from contextlib import suppress
from pathlib import Path
from zlib import crc32

import pytest

from migrate.errors import MigrateError
from migrate.ledger import Ledger
from migrate.model import Action, Person
from tests.fakes.dialects import DIALECTS
from tests.fakes.mastodon import FakeMastodon, Killed
from tests.people.follow.scene import Scene, followed, make_person
from tests.test_crash import ALL, FAULTS, dying_ledger

PLACES = 38
"""Requests of a run on the dialect that needs the most, and some more."""

SAMPLE = 19
NEW = ["known@far.example", "unknown@far.example", "slow@far.example", "bob", "now@far.example"]
BEFORE = ["old@far.example"]


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("fault", FAULTS)
def test_everybody_once_whatever_happens(dialect: str, fault: str, tmp_path: Path) -> None:
    """One fault at a request; then the program is run until it is done."""
    for place in _places(dialect, fault):
        scene = _scene(dialect, tmp_path / str(place))
        FAULTS[fault](scene.fake, place)
        _run_until_done(scene)

        _check(scene)


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("dialect", DIALECTS)
def test_killed_at_a_write_of_the_ledger(dialect: str, after: bool, tmp_path: Path) -> None:
    """The process dies just before or just after something is written down."""
    for place in range(1, 51, 1 if ALL else 15):
        scene = _scene(dialect, tmp_path / str(place))
        scene.open_ledger = dying_ledger(place, after=after)
        with suppress(Killed):
            scene.run()
        scene.open_ledger = Ledger
        scene.fake.clock.advance(60)
        _run_until_done(scene)

        _check(scene)


@pytest.mark.parametrize("place", range(3, 14, 1 if ALL else 4))
@pytest.mark.parametrize("dialect", DIALECTS)
def test_undoing_killed_anywhere_takes_back_just_what_was_done(
    dialect: str, place: int, tmp_path: Path
) -> None:
    """The same promise the other way round."""
    scene = _scene(dialect, tmp_path)
    _run_until_done(scene)
    scene.fake.faults.die_after(place)
    with suppress(Killed):
        scene.undo()
    scene.fake.faults.clear()  # where it takes fewer requests
    scene.undo()

    assert _circle(scene.fake) == BEFORE
    assert scene.fake.world.lists == {}


def _places(dialect: str, fault: str) -> list[int]:
    """At which request it strikes: everywhere, or at two places that differ from case to case."""
    first = crc32(f"{dialect} {fault}".encode()) % SAMPLE
    return [place for place in range(1, PLACES + 1) if ALL or place % SAMPLE == first]


def _scene(dialect: str, home: Path) -> Scene:
    fake = FakeMastodon(dialect)
    people = [
        make_person(fake, "known@far.example"),
        make_person(fake, "unknown@far.example", met=False),
        Person("old@far.example", lists=("Friends",)),
        make_person(fake, "slow@far.example", accepts_after=3600),
        make_person(fake, "gone@far.example", moved_to="now@far.example"),
        Person("bob@fake.example", lists=("Friends",)),
        Person("nobody@far.example"),
    ]
    make_person(fake, "now@far.example")
    make_person(fake, "old@far.example", followed=True)
    return Scene(fake, home, people)


def _run_until_done(scene: Scene) -> None:
    """The program is started again, a minute later, until it ends by itself; and once more the next day."""
    for _ in range(5):
        with suppress(Killed, MigrateError):
            scene.run()
            break
        scene.fake.clock.advance(60)
    else:
        raise AssertionError("five runs were not enough")
    scene.fake.faults.clear()
    scene.fake.clock.advance(24 * 3600)
    scene.run()


def _check(scene: Scene) -> None:
    """Each once, the ledger knows it, and what was there before is not taken for ours."""
    assert followed(scene.fake) == dict.fromkeys(NEW, 1)
    assert sorted(_circle(scene.fake)) == sorted(NEW + BEFORE)
    done = dict.fromkeys(("known", "unknown", "slow", "gone", "bob"), "done")
    assert scene.states() == done | {"old": "already", "nobody": "lost"}
    friends = [scene.account(name).id for name in ("old@far.example", "bob")]
    lists = [] if "no lists" in scene.fake.dialect.says else [friends]
    assert [one.ids for one in scene.fake.world.lists.values()] == lists
    scene.undo(Action.FOLLOW)
    assert _circle(scene.fake) == BEFORE
    assert scene.fake.world.lists == {}


def _circle(fake: FakeMastodon) -> list[str]:
    """Whom I follow."""
    return [name for name, account in fake.world.accounts.items() if account.followed or account.requested]
