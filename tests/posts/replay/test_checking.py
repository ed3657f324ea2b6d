"""What a spam filter drops after a 200 is found out: app/lib/antispam.rb, tried on Mastodon 4.5.15.

Such a post has an id and an address in its answer; GET of it is 404, and the list of the account's
own posts doesn't have it.
"""

from pathlib import Path
from typing import Any

import httpx
import pytest

from migrate.ledger import Ledger, StepState
from migrate.posts.replay import Begun, Event, Vanished
from tests.fakes.clock import FakeClock
from tests.fakes.mastodon import FakeMastodon, Killed
from tests.posts.replay.scene import Scene, make_steps

POST = "POST /api/v1/statuses"
DROPPING = ["mastodon-4.5", "mastodon-4.6"]


@pytest.mark.parametrize("dialect", DROPPING)
def test_a_run_that_was_cut_off_is_looked_over_by_the_next(dialect: str, tmp_path: Path) -> None:
    """Killed at the sixth post: the first was dropped, and is told before anything else is done."""
    scene = Scene(FakeMastodon(dialect), tmp_path, make_steps())
    scene.fake.drop_silently("number 1")
    scene.fake.faults.die_after(6, POST)
    with pytest.raises(Killed):
        scene.run()
    events = scene.run()

    assert vanished(events) == [1]
    assert events.index(Begun(steps=6, already=6)) == len(events) - 1
    assert refused(scene) == [1]
    assert unseen(scene) == []


def test_a_run_that_was_cut_off_while_it_looked(tmp_path: Path) -> None:
    """The last run has nothing to post, and looks all the same."""
    scene = Scene(FakeMastodon(), tmp_path, make_steps())
    scene.fake.drop_silently("number 6")
    scene.fake.faults.die_before(2, "GET /api/v1/accounts/*/statuses")
    with pytest.raises(Killed):
        scene.run()
    assert unseen(scene) == [1, 2, 3, 4, 5, 6]

    assert vanished(scene.run()) == [6]
    assert vanished(scene.run()) == []


def test_the_first_second_of_a_run_is_looked_at_too(tmp_path: Path) -> None:
    """The server's `Date` has no fractions, so that our count of its time jumps back with each answer."""
    fake = FakeMastodon()
    scene = Scene(fake, tmp_path, make_steps(), open_ledger=lambda path: LateLedger(path, fake.clock))
    fake.drop_silently("Good morning")

    assert vanished(scene.run()) == [2, 4]


def test_a_server_that_drops_nothing_is_not_asked(tmp_path: Path) -> None:
    """Before 4.4 there is no such filter: the one page is that of the look before the first post."""
    scene = Scene(FakeMastodon("mastodon-4.2"), tmp_path, make_steps())
    scene.run()

    assert looks(scene) == (1, 0)
    assert unseen(scene) == []


def test_what_was_found_on_the_server_needs_no_second_look(tmp_path: Path) -> None:
    """A lost answer: the post was read back."""
    scene = Scene(FakeMastodon(), tmp_path, make_steps(1))
    scene.fake.faults.lose_answer(1, POST)
    scene.run()

    assert looks(scene) == (2, 0)
    assert unseen(scene) == []


@pytest.mark.parametrize(("after", "pages"), [(1, 4), (50, 4), (100, 3)])
def test_a_look_costs_a_page_for_forty_posts(after: int, pages: int, tmp_path: Path) -> None:
    """Though the user has written 3,000 posts while the run went on: they are passed over.

    One more was asked for before the first post.
    """
    scene = Scene(FakeMastodon(), tmp_path, make_steps(100))
    write_by_hand(scene.fake, 3000, after=after)
    scene.run()

    assert looks(scene) == (pages + 1, 0)
    assert unseen(scene) == []


def test_a_list_that_is_not_shown_says_nothing(tmp_path: Path) -> None:
    """Not known is not gone: the posts stay unseen, and the next run looks again."""
    scene = Scene(FakeMastodon(), tmp_path, make_steps())
    scene.fake.drop_silently("number 6")
    scene.fake.faults.answer(2, 403, {"error": "no"}, "GET /api/v1/accounts/*/statuses")
    assert vanished(scene.run()) == []
    assert unseen(scene) == [1, 2, 3, 4, 5, 6]

    assert vanished(scene.run()) == [6]


class LateLedger(Ledger):
    """A ledger whose opening takes a while, after the server was met."""

    def __init__(self, path: Path, clock: FakeClock) -> None:
        super().__init__(path)
        self._clock = clock

    def claim(self, twitter_id: str, handle: str) -> None:
        self._clock.advance(0.4)
        super().claim(twitter_id, handle)


def write_by_hand(fake: FakeMastodon, count: int, *, after: int) -> None:
    """Have so many posts written in another app, when the program has sent that many."""
    act, sent = fake.act, 0

    def act_and_write(request: httpx.Request, **how: Any) -> httpx.Response:
        nonlocal sent
        answer = act(request, **how)
        if request.method == "POST" and request.url.path.endswith("/statuses"):
            sent += 1
            if sent == after:
                for number in range(count):
                    fake.post_as("me", f"by hand {number}")
        return answer

    fake.act = act_and_write  # type: ignore[method-assign]


def vanished(events: list[Event]) -> list[int]:
    """The tweets that are told to be dropped."""
    return [event.key.tweet_id for event in events if isinstance(event, Vanished)]


def looks(scene: Scene) -> tuple[int, int]:
    """How many pages of posts were asked for, and how many single posts."""
    gets = [path for method, path in scene.fake.requests if method == "GET"]
    pages = sum(path.startswith("/api/v1/accounts/") and path.endswith("/statuses") for path in gets)
    return pages, sum(path.startswith("/api/v1/statuses/") for path in gets)


def refused(scene: Scene) -> list[int]:
    """The tweets that the ledger has down as refused."""
    with Ledger(scene.ledger_path) as ledger:
        return sorted(key.tweet_id for key in ledger.keys_in(StepState.REFUSED))


def unseen(scene: Scene) -> list[int]:
    """The tweets whose posts the ledger has down as not seen yet."""
    with Ledger(scene.ledger_path) as ledger:
        return sorted(key.tweet_id for key in ledger.unseen().values())
