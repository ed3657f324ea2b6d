"""What a person has the program do, from the first request to the last, and how to see that it is done.

An import of twenty steps, an undo, a fix, a follow with lists and its undo: what the promises about crashes
and about servers in trouble are tried on.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import httpx
from msgspec.structs import replace

from migrate.ledger import Ledger
from migrate.mastodon import Server, connect, open_http
from migrate.model import Kind, Person, Step, StepKey, Toot
from migrate.posts.replay import fix, fixable, undo, undoable
from tests.fakes.mastodon import FakeMastodon, FakeStatus
from tests.people.follow.scene import Scene as Following
from tests.people.follow.scene import make_person
from tests.posts.replay.scene import FIRST, Scene, make_steps

Doing = Callable[[Server, Ledger], object]


class Job(Protocol):
    """What a person has the program do, and how one sees that it is done."""

    scene: Scene | Following

    def do(self) -> None:
        """Run it once, from the first request to the last."""

    def check(self) -> None:
        """Expect that everything is there once and nothing is missing."""


class Import:
    """Twenty steps: a thread, a long tweet in three parts, equal tweets, pictures, boosts and quotes."""

    def __init__(self, dialect: str, home: Path) -> None:
        self.scene = Scene(FakeMastodon(dialect), home, twenty_steps())

    def do(self) -> None:
        self.scene.run()

    def check(self) -> None:
        posts = self.scene.mine()
        assert len(posts) == len(self.scene.steps)
        ids = {step.key: post.id for step, post in zip(self.scene.steps, posts, strict=True)}
        seen = {post.id: post for post in posts}
        for step in self.scene.steps:
            self._check_step(step, seen[ids[step.key]], ids)

    def _check_step(self, step: Step, post: FakeStatus, ids: dict[StepKey, str]) -> None:
        toot = step.toot
        if toot.boost:
            assert post.reblog_of == ids[StepKey(toot.boost)]
            return
        media = self.scene.fake.media
        assert post.text.startswith(toot.text)
        assert [media[i].description for i in post.media_ids] == [one.alt for one in toot.media]
        assert post.in_reply_to_id == (ids[step.parent] if step.parent else None)
        if toot.quote:
            quoted = self.scene.fake.world.statuses[ids[StepKey(toot.quote)]]
            assert post.quoted_status_id == quoted.id or (quoted.url or quoted.id) in post.text


class Undo:
    """The posts of an import are taken back, and one by hand is not."""

    def __init__(self, dialect: str, home: Path) -> None:
        self.scene = Scene(FakeMastodon(dialect), home, make_steps())
        self.scene.run()
        self.by_hand = self.scene.fake.post_as("me", "Good morning")

    def do(self) -> None:
        def act(server: Server, ledger: Ledger) -> None:
            list(undo(undoable(ledger), server, ledger, sleep=self.scene.fake.clock.sleep))

        with_server(self.scene, act)

    def check(self) -> None:
        left = [] if deletes(self.scene) else make_steps()
        assert [post.text for post in self.scene.mine()] == [
            *(step.toot.text for step in left),
            self.by_hand.text,
        ]


class Fix:
    """Two posts would be better written today: they are edited, the others stay as they are."""

    def __init__(self, dialect: str, home: Path) -> None:
        self.scene = Scene(FakeMastodon(dialect), home, make_steps())
        self.scene.run()
        self.before = self.scene.steps
        self.scene.steps = [better(step) if step.key.tweet_id in {2, 5} else step for step in self.before]

    def do(self) -> None:
        def act(server: Server, ledger: Ledger) -> None:
            if server.dialect.edits:
                changes = fixable(self.scene.steps, ledger, server.dialect).changes
                list(fix(changes, server, ledger, sleep=self.scene.fake.clock.sleep))

        with_server(self.scene, act)

    def check(self) -> None:
        if not with_server(self.scene, lambda server, _ledger: server.dialect.edits):
            self.scene.steps = self.before
        self.scene.check_whole()


class Follow:
    """Seven people, two of them on a list: each is followed once, and the list holds them."""

    def __init__(self, dialect: str, home: Path) -> None:
        fake = FakeMastodon(dialect)
        make_person(fake, "old@far.example", followed=True)
        people = [
            make_person(fake, "known@far.example"),
            make_person(fake, "unknown@far.example", met=False),
            Person("old@far.example", lists=("Friends",)),
            Person("bob@fake.example", lists=("Friends",)),
            Person("alice@fake.example", lists=("Neighbours",)),
        ]
        self.scene = Following(fake, home, people)

    def do(self) -> None:
        self.scene.run()
        self.scene.fake.clock.advance(24 * 3600)
        self.scene.run()

    def check(self) -> None:
        accounts = self.scene.fake.world.accounts
        asked = {name: one.times_followed for name, one in accounts.items() if one.times_followed}
        assert asked == dict.fromkeys(("known@far.example", "unknown@far.example", "bob", "alice"), 1)
        on = {one.title: sorted(one.ids) for one in self.scene.fake.world.lists.values()}
        wanted = {
            "Friends": sorted(accounts[name].id for name in ("old@far.example", "bob")),
            "Neighbours": [accounts["alice"].id],
        }
        assert on == ({} if "no lists" in self.scene.fake.dialect.says else wanted)
        self.scene.undo()
        assert [name for name, one in accounts.items() if one.followed] == ["old@far.example"]


class UndoFollow:
    """What Follow did is taken back; who was followed before stays followed."""

    def __init__(self, dialect: str, home: Path) -> None:
        done = Follow(dialect, home)
        done.do()
        self.scene = done.scene

    def do(self) -> None:
        self.scene.undo()

    def check(self) -> None:
        accounts = self.scene.fake.world.accounts
        assert [name for name, one in accounts.items() if one.followed] == ["old@far.example"]
        assert self.scene.fake.world.lists == {}


JOBS: dict[str, Callable[[str, Path], Job]] = {
    "import": Import,
    "undo": Undo,
    "fix": Fix,
    "follow": Follow,
    "undo of a follow": UndoFollow,
}


def twenty_steps() -> list[Step]:
    """Make the plan of an import."""
    steps = make_steps(8)
    steps += [long_tweet(9, part) for part in range(3)]
    steps += [replace(plain(10), toot=Toot("As I said", quote=1)), plain(11, parent=10)]
    steps += [Step(StepKey(12), Toot("", boost=3), plain(12).created_at, Kind.RETWEET)]
    pictures = [replace(step, parent=None) for step in make_steps(5) if step.toot.media]
    steps += [moved(step, 10 + step.key.tweet_id) for step in pictures]
    steps += [plain(16), plain(17, parent=16), plain(18, text="Tweet number 16")]
    steps += [Step(StepKey(19), Toot("", boost=9), plain(19).created_at, Kind.RETWEET)]
    return [*steps, replace(plain(20), toot=Toot("Again", quote=13))]


def plain(number: int, *, parent: int | None = None, text: str = "") -> Step:
    when = FIRST.replace(hour=1, minute=number)
    toot = Toot(text or f"Tweet number {number}")
    return Step(StepKey(number), toot, when, Kind.TWEET, StepKey(parent) if parent else None)


def long_tweet(number: int, part: int) -> Step:
    above = StepKey(number, part - 1) if part else None
    return replace(plain(number, text=f"Part {part}"), key=StepKey(number, part), parent=above)


def moved(step: Step, number: int) -> Step:
    """The same pictures under another tweet, with other words."""
    media = tuple(replace(one, id=f"{number}-{i}") for i, one in enumerate(step.toot.media))
    return replace(plain(number), toot=replace(step.toot, text=f"Tweet number {number}", media=media))


def better(step: Step) -> Step:
    return replace(step, toot=replace(step.toot, text=f"{step.toot.text}, said better"))


def deletes(scene: Scene) -> bool:
    """Whether the server lets programs delete posts: it then deletes one that nobody counts."""
    extra = scene.fake.post_as("me", "extra")
    path = f"{scene.fake.address}/api/v1/statuses/{extra.id}"
    scene.fake(httpx.Request("DELETE", path, headers={"Authorization": f"Bearer {scene.fake.token}"}))
    gone = extra.id not in scene.fake.world.statuses
    scene.fake.world.statuses.pop(extra.id, None)
    return gone


def with_server(scene: Scene, act: Doing) -> object:
    clock = scene.fake.clock
    transport = httpx.MockTransport(scene.fake)
    with open_http(transport) as http, scene.open_ledger(scene.ledger_path) as ledger:
        server = connect(scene.fake.address, http, token=scene.fake.token, now=clock.now, pause=clock.sleep)
        server.keep_budgets_in(ledger)
        return act(server, ledger)
