"""Makes the ledgers in fixtures/, each with the world of the server that it belongs to.

They were written by the code of commit b72207a, so the imports are those of that commit, and
the script runs there, with this checkout behind it on the path:

    git worktree add ../b72207a b72207a
    cd ../b72207a && make .venv/.dev
    PYTHONPATH=.:../HERE .venv/bin/python -m tests.ledger.make_fixtures ../HERE/tests/ledger/fixtures

A fixture is never made anew by later code: what it shows is that a ledger of then is read today.
A later version whose ledgers differ gets fixtures of its own.
"""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx
from migrate.replay import undo
from msgspec.structs import replace
from tests.follow.scene import Scene as FollowScene
from tests.follow.scene import make_person
from tests.replay.scene import FIRST, Scene, make_steps

from migrate.ledger import Ledger
from migrate.mastodon import connect, open_http
from migrate.model import Kind, Person, Step, StepKey, Toot
from tests.fakes.mastodon import FakeMastodon, Killed
from tests.ledger.kept_world import DIALECT, keep_world


def make_finished(folder: Path) -> None:
    """An import that finished: a thread, equal tweets, pictures, a tweet in three parts."""
    with _scene(FakeMastodon(DIALECT), "finished", folder) as scene:
        scene.run()


def make_stopped(folder: Path) -> None:
    """Killed inside the tweet in three parts: the server has the second one, and the ledger not yet."""
    with _scene(FakeMastodon(DIALECT), "stopped", folder) as scene:
        scene.fake.faults.die_after(8, "POST /api/v1/statuses")
        with suppress(Killed):
            scene.run()


def make_refused(folder: Path) -> None:
    """Two posts and a picture were refused, and one post was taken back."""
    with _scene(FakeMastodon(DIALECT, characters=14), "refused", folder) as scene:
        scene.fake.faults.answer(1, 422, {"error": "bad file"}, "POST /api/v?/media")
        scene.fake.faults.answer(2, 422, {"error": "no"}, "POST /api/v1/statuses")
        scene.run()
        clock = scene.fake.clock
        with open_http(httpx.MockTransport(scene.fake)) as http, Ledger(scene.ledger_path) as ledger:
            server = connect(scene.fake.address, http, token=scene.fake.token, now=clock.now)
            last = ledger.find(StepKey(4))
            list(undo([last] if last else [], server, ledger, sleep=clock.sleep))


def make_follows(folder: Path) -> None:
    """Each way in which a follow ends; then one more person, and killed before the answer came."""
    fake = FakeMastodon(DIALECT)
    people = [
        make_person(fake, "done@far.example"),
        make_person(fake, "requested@far.example", locked=True, accepts_after=None),
        make_person(fake, "pending@far.example", accepts_after=3600),
        make_person(fake, "declined@far.example", declines=True, accepts_after=3600),
        make_person(fake, "refused@far.example", refuses=True),
        make_person(fake, "already@far.example", followed=True),
        make_person(fake, "moved@far.example", moved_to="new@far.example"),
        Person("nobody@far.example"),
        Person("bob@fake.example"),
        make_person(fake, "begun@far.example"),
    ]
    make_person(fake, "new@far.example")
    people = [
        replace(person, lists=("Friends",)) if person.address[0] in "db" else person for person in people
    ]
    with TemporaryDirectory() as home:
        scene = FollowScene(fake, Path(home), people[:-1])
        scene.run()
        fake.clock.advance(60)
        scene.people = people
        fake.faults.die_after(1, "POST */follow")
        with suppress(Killed):
            scene.run()
        shutil.copy(scene.ledger_path, folder / "follows.sqlite")
    keep_world(fake, folder / "follows.json", people=[person.address for person in people])


@contextmanager
def _scene(fake: FakeMastodon, name: str, folder: Path) -> Iterator[Scene]:
    """A plan and a server; afterwards both the ledger and the world are kept."""
    steps = [*make_steps(6), *_cut_tweet()]
    with TemporaryDirectory() as home:
        scene = Scene(fake, Path(home), steps)
        with Ledger(scene.ledger_path) as ledger:
            ledger.note_plan(len(steps), fake.clock.now().timestamp())
        yield scene
        shutil.copy(scene.ledger_path, folder / f"{name}.sqlite")
    keep_world(fake, folder / f"{name}.json", steps=steps)


def _cut_tweet() -> list[Step]:
    """Tweet 7, in three parts; the second shows a picture."""
    picture = replace(make_steps(3)[2].toot.media[0], id="7-0", alt="picture of 7")
    toots = [Toot("The first part"), Toot("The second part", media=(picture,)), Toot("The third part")]
    return [
        Step(StepKey(7, part), toot, FIRST, Kind.TWEET, parent=StepKey(7, part - 1) if part else None)
        for part, toot in enumerate(toots)
    ]


if __name__ == "__main__":
    for make in (make_finished, make_stopped, make_refused, make_follows):
        make(Path(sys.argv[1]))
