"""A fake server's world in a file, beside the ledger that was written against it."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from migrate.model import Step
from tests.fakes.clock import FakeClock
from tests.fakes.mastodon import FakeMastodon
from tests.fakes.world import FakeAccount, FakeList, FakeMedia, FakeStatus

DIALECT = "mastodon-4.5"


class KeptWorld(msgspec.Struct):
    """What the server held when the last run ended, and what that run was to do."""

    now: datetime
    accounts: list[FakeAccount]
    statuses: list[FakeStatus]
    media: list[FakeMedia]
    lists: list[FakeList]
    steps: list[Step] = []
    people: list[str] = []


def keep_world(
    fake: FakeMastodon, path: Path, *, steps: Sequence[Step] = (), people: Sequence[str] = ()
) -> None:
    """Write down a server's world, and the plan or the addresses that go with it."""
    world = fake.world
    kept = KeptWorld(
        now=fake.clock.now(),
        accounts=list(world.accounts.values()),
        statuses=list(world.statuses.values()),
        media=list(world.media.values()),
        lists=list(world.lists.values()),
        steps=list(steps),
        people=list(people),
    )
    path.write_bytes(msgspec.json.format(msgspec.json.encode(kept)) + b"\n")


def read_world(path: Path) -> KeptWorld:
    """Read what `keep_world` wrote."""
    return msgspec.json.decode(path.read_bytes(), type=KeptWorld)


def wake(kept: KeptWorld, *, days: float) -> FakeMastodon:
    """Bring the server back as it was, so many days later; by then it has forgotten every key."""
    fake = FakeMastodon(DIALECT, clock=FakeClock(kept.now))
    world = fake.world
    world.accounts = {account.username: account for account in kept.accounts}
    world.lists = {one.id: one for one in kept.lists}
    for media in kept.media:
        world.add_media(media)
    for status in kept.statuses:
        world.add_status(status)
    fake.clock.advance(days * 86400)
    return fake
