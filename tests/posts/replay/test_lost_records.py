"""The ledger can be lost, put back, or be another one: each tweet is there once all the same."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from msgspec.structs import replace

from migrate.errors import LedgerError, ServerError
from migrate.ledger import Ledger
from migrate.model import Step, Visibility
from migrate.posts.replay import Begun, Detached, Differences, Missing, Posted, TakenIn
from tests.fakes.dialects import DIALECTS
from tests.fakes.mastodon import FakeMastodon, Killed
from tests.posts.replay.scene import Scene, make_steps
from tests.posts.replay.test_replay import cut_tweet
from tests.test_crash import dying_ledger

REPOST = Differences(repost=True)
WRITES_BEFORE_BACKUP = 12
"""Two posts are there by then, and a third is begun, on every dialect."""


def emptied(scene: Scene) -> None:
    """A full disk has left a file of no bytes. Where that is refused, the person deletes it."""
    scene.run(limit=4)
    remove(scene.ledger_path)
    scene.ledger_path.touch()
    with suppress(LedgerError):
        scene.run(limit=1)
    remove(scene.ledger_path)


def deleted(scene: Scene) -> None:
    """The person has tidied up."""
    scene.run(limit=4)
    remove(scene.ledger_path)


def put_back(scene: Scene) -> None:
    """A backup from the middle of the import comes back at its end."""
    backup = scene.ledger_path.with_suffix(".backup")
    scene.run(limit=2)
    shutil.copyfile(scene.ledger_path, backup)
    scene.run(limit=3)
    remove(scene.ledger_path)
    shutil.copyfile(backup, scene.ledger_path)


def file_alone(scene: Scene) -> None:
    """A backup program takes the file in the middle of a run, and not what SQLite keeps beside it."""
    backup, count = scene.ledger_path.with_suffix(".backup"), iter(range(40))

    class Copied(Ledger):
        def _write(self, *statements: object, **how: object) -> int:
            if next(count) == WRITES_BEFORE_BACKUP:
                shutil.copyfile(self.path, backup)
            return super()._write(*statements, **how)  # type: ignore[arg-type]

    scene.open_ledger = Copied
    scene.run(limit=4)
    scene.open_ledger = Ledger
    remove(scene.ledger_path)
    shutil.copyfile(backup, scene.ledger_path)


def another_home(scene: Scene) -> None:
    """MIGRATE_HOME has changed."""
    scene.run(limit=3)
    scene.ledger_path = scene.ledger_path.parent / "other" / "ledger.sqlite"


def in_turn(scene: Scene) -> None:
    """Two computers, one after the other, and back."""
    here, there = scene.ledger_path, scene.ledger_path.parent / "there" / "ledger.sqlite"
    for path in (here, there, here, there):
        scene.ledger_path = path
        scene.run(limit=1)
        scene.fake.clock.advance(60)
    scene.ledger_path = here


ACCIDENTS: list[Callable[[Scene], None]] = [
    emptied,
    deleted,
    put_back,
    file_alone,
    another_home,
    in_turn,
]


@pytest.mark.parametrize("visibility", [Visibility.UNLISTED, Visibility.DIRECT])
@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("accident", ACCIDENTS)
def test_each_tweet_once_whatever_happens_to_the_record(
    accident: Callable[[Scene], None], dialect: str, visibility: Visibility, tmp_path: Path
) -> None:
    """Hours later, when every key is forgotten; the thread, the equal tweets and the pictures are whole."""
    scene = Scene(FakeMastodon(dialect), tmp_path, make_steps(visibility=visibility))
    accident(scene)
    scene.fake.clock.advance(7 * 3600)
    before = len(scene.mine())
    events = scene.run()

    scene.check_whole()
    assert len([e for e in events if isinstance(e, TakenIn)]) >= 1
    assert len([e for e in events if isinstance(e, Posted)]) == 6 - before
    assert scene.run() == [Begun(steps=6, already=6)]


@pytest.mark.parametrize("dialect", DIALECTS)
def test_nothing_wrong_costs_a_page(dialect: str, tmp_path: Path) -> None:
    """The ledger knows the newest post: nothing further is read."""
    scene = Scene(FakeMastodon(dialect), tmp_path, make_steps(100))
    scene.run(limit=90)
    before = len(scene.fake.requests)
    scene.run(limit=1)

    requests = scene.fake.requests[before:]
    first_post = requests.index(("POST", "/api/v1/statuses"))
    assert sum(path.endswith("/statuses") for _, path in requests[:first_post]) == 1


def test_posts_of_others_are_left_alone(tmp_path: Path) -> None:
    """What was written by hand in the words of a tweet is no tweet of ours; nor does it stop the run."""
    scene = Scene(FakeMastodon(), tmp_path, make_steps())
    by_hand = scene.fake.post_as("me", "Tweet number 1")
    events = scene.run()

    assert not any(isinstance(e, TakenIn) for e in events)
    assert [s.text for s in scene.mine() if s.id != by_hand.id] == [step.toot.text for step in scene.steps]


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_server_that_was_restored(dialect: str, tmp_path: Path) -> None:
    """It has lost the last posts: told, not posted again; until the person says so."""
    scene = Scene(FakeMastodon(dialect), tmp_path, make_steps())
    scene.run(limit=5)
    for status in scene.mine()[3:]:
        scene.fake.world.remove_status(status)
    events = scene.run()

    assert [s.text for s in scene.mine()][3:] == ["Tweet number 6"]
    if dialect != "gotosocial-0.20":
        assert [e.key.tweet_id for e in events if isinstance(e, Missing)] == [5, 4]
    events = scene.run(differences=REPOST)
    assert [e.key.tweet_id for e in events if isinstance(e, Posted)] == [4, 5]
    assert sorted(s.text for s in scene.mine()) == sorted(step.toot.text for step in scene.steps)


def test_a_thread_does_not_hang_below_what_is_gone(tmp_path: Path) -> None:
    """snac takes an answer to nothing for a post of its own, without a word: it is looked for before."""
    scene = Scene(FakeMastodon("snac-2.94"), tmp_path, make_steps())
    scene.run(limit=2)
    scene.delete(scene.mine()[1])
    events = scene.run()

    assert [e.key.tweet_id for e in events if isinstance(e, Missing | Detached)] == [2, 3]


def test_what_html_shows_otherwise_is_known_by_its_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the user's own settings say Markdown (glitch-soc, Pleroma)."""
    monkeypatch.setattr(
        "tests.fakes.texts.as_html", lambda text: f"<p>{text.replace('number', 'numbers')}</p>"
    )
    scene = Scene(FakeMastodon(), tmp_path, make_steps(20))
    scene.run(limit=15)
    remove(scene.ledger_path)
    scene.run()

    scene.check_whole()


def test_a_token_that_was_made_by_hand_has_a_name_of_its_own(tmp_path: Path) -> None:
    """MIGRATE_TOKEN is of a program that the user has named: the server is asked for that name."""
    scene = Scene(FakeMastodon(), tmp_path, make_steps())
    scene.run(limit=3)
    remove(scene.ledger_path)
    for status in scene.mine():
        status.application = "my tweets"
    scene.fake.faults.answer(1, 200, {"name": "my tweets"}, "GET /api/v1/apps/verify_credentials")
    scene.run()

    scene.check_whole()


@pytest.mark.parametrize("again", [True, False])
@pytest.mark.parametrize("dated", [0, 2])
def test_posts_without_the_dates_of_their_tweets_are_found(dated: int, again: bool, tmp_path: Path) -> None:
    """GoToSocial lists posts by their dates: those of --undated stand above all that are to be posted."""
    scene = Scene(FakeMastodon("gotosocial-0.20"), tmp_path, make_steps())
    for number in range(4):
        scene.run(limit=1, undated=number >= dated)
        scene.fake.clock.advance(1)
    remove(scene.ledger_path)
    scene.run(undated=again)

    scene.check_whole()


def test_texts_that_go_with_escapes_are_known_again(tmp_path: Path) -> None:
    """GoToSocial shows what a backslash was written before, and not the backslash (tried on 0.20.0)."""
    scene = Scene(FakeMastodon("gotosocial-0.20"), tmp_path, make_steps(2))
    words = r"In HTML &amp; is a sign, and C:\\*.* is a path"
    scene.steps = [replace(step, toot=replace(step.toot, text=words)) for step in scene.steps]
    for undated in (True, False):
        scene.run(limit=1, undated=undated)
    remove(scene.ledger_path)
    scene.run()

    assert len(scene.mine()) == 2


def test_two_computers_one_with_dates_and_one_without(tmp_path: Path) -> None:
    """What the one has posted last stands far below what the other has, on GoToSocial."""
    scene = Scene(FakeMastodon("gotosocial-0.20"), tmp_path, make_steps(8))
    here, there = scene.ledger_path, scene.ledger_path.parent / "there" / "ledger.sqlite"
    for run in range(8):
        scene.ledger_path = (here, there)[run % 2]
        scene.run(limit=1, undated=run % 2 == 0)
        scene.fake.clock.advance(60)

    texts = sorted(status.text for status in scene.mine())
    assert texts == sorted(step.toot.text for step in scene.steps)


def test_what_the_user_wrote_since_is_read_over(tmp_path: Path) -> None:
    """Posts of today by hand stand above those without dates, pages of them."""
    scene = Scene(FakeMastodon("gotosocial-0.20"), tmp_path, make_steps())
    for _ in range(4):
        scene.run(limit=1, undated=True)
        scene.fake.clock.advance(1)
    remove(scene.ledger_path)
    by_hand = {scene.fake.post_as("me", f"By hand, {number}").id for number in range(90)}
    scene.run()

    texts = sorted(status.text for status in scene.mine() if status.id not in by_hand)
    assert texts == sorted(step.toot.text for step in scene.steps)


@pytest.mark.parametrize("undated", [True, False])
@pytest.mark.parametrize("footer", ["", "\n\nFrom 2015-01-01"])
def test_a_name_that_can_not_be_learnt_is_a_doubt(footer: str, undated: bool, tmp_path: Path) -> None:
    """GoToSocial 0.20 has no /api/v1/apps/verify_credentials, and the user has made the token by hand."""
    scene = Scene(FakeMastodon("gotosocial-0.20"), tmp_path, long_steps())
    scene.run(limit=4, undated=True)
    remove(scene.ledger_path)
    for status in scene.mine():
        status.application, status.text = "my tweets", status.text + footer
    with pytest.raises(LedgerError, match="leave-unknown"):
        scene.run(undated=undated)

    assert len(scene.mine()) == 4
    scene.run(undated=undated, differences=Differences(leave_unknown=True))
    assert len(scene.mine()) == 4 + 6


def test_short_posts_in_a_row_are_a_doubt_too(tmp_path: Path) -> None:
    """One of them could be chance: a row of them, as the plan has it, is none."""
    scene = Scene(FakeMastodon("gotosocial-0.20"), tmp_path, make_steps())
    for _ in range(4):
        scene.run(limit=1, undated=True)
        scene.fake.clock.advance(1)
    remove(scene.ledger_path)
    for status in scene.mine():
        status.application = "my tweets"
    with pytest.raises(LedgerError):
        scene.run()

    assert len(scene.mine()) == 4


def test_dates_tell_where_the_name_does_not(tmp_path: Path) -> None:
    """Text, files and the second of the tweet agree: nobody else posts so."""
    scene = Scene(FakeMastodon("gotosocial-0.20"), tmp_path, make_steps())
    scene.run(limit=4)
    remove(scene.ledger_path)
    for status in scene.mine():
        status.application = "my tweets"
    scene.run()

    scene.check_whole()


def test_the_posts_that_the_record_knows_tell_the_name(tmp_path: Path) -> None:
    """A backup is put back: what it knows was written by the same program as what it doesn't."""
    scene = Scene(FakeMastodon("gotosocial-0.20"), tmp_path, make_steps())
    backup = scene.ledger_path.with_suffix(".backup")
    for number in range(5):
        scene.run(limit=1, undated=True)
        scene.fake.clock.advance(1)
        if number == 1:
            shutil.copyfile(scene.ledger_path, backup)
    remove(scene.ledger_path)
    shutil.copyfile(backup, scene.ledger_path)
    for status in scene.mine():
        status.application = "my tweets"
    scene.run()

    scene.check_whole()


@pytest.mark.parametrize("dialect", ["snac-2.75", "snac-2.94", "friendica-2024"])
def test_other_words_are_a_doubt_where_the_server_tells_no_names(dialect: str, tmp_path: Path) -> None:
    """snac and Friendica say nothing of programs: another footer stops the run there, too."""
    scene = Scene(FakeMastodon(dialect), tmp_path, long_steps())
    scene.run(limit=4)
    remove(scene.ledger_path)
    for status in scene.mine():
        status.text += "\n\nOn Twitter in 2015"
    with pytest.raises(LedgerError, match="leave-unknown"):
        scene.run()

    assert len(scene.mine()) == 4


@pytest.mark.parametrize("dialect", DIALECTS)
def test_what_was_written_by_hand_stops_no_first_import(dialect: str, tmp_path: Path) -> None:
    """Though it says good morning, too, and is about the same things."""
    scene = Scene(FakeMastodon(dialect), tmp_path, long_steps())
    by_hand = [
        "Hello",
        "Good morning",
        "Tulips are my favourite flowers, above all in spring",
        "...",
        "Number 1",
    ]
    ids = {scene.fake.post_as("me", text).id for text in by_hand}
    scene.run()

    texts = sorted(status.text for status in scene.mine() if status.id not in ids)
    assert texts == sorted(step.toot.text for step in scene.steps)


def long_steps() -> list[Step]:
    """Texts that nobody writes twice, and two of "Good morning"."""
    flowers = ("Tulips", "Roses", "Irises", "Daisies", "Lilies", "Poppies")
    return [
        step
        if step.toot.text == "Good morning"
        else replace(step, toot=replace(step.toot, text=f"{flower} bloom in the garden behind our house"))
        for step, flower in zip(make_steps(), flowers, strict=True)
    ]


def test_an_account_that_can_not_be_read_is_not_posted_to(tmp_path: Path) -> None:
    """A token without the right to read: nobody could tell what is there."""
    scene = Scene(FakeMastodon(), tmp_path, make_steps())
    no = {"error": "This action is outside the authorized scopes"}
    scene.fake.faults.answer(1, 403, no, "GET /api/v1/accounts/*/statuses")
    with pytest.raises(ServerError, match="outside the authorized scopes"):
        scene.run()

    assert scene.mine() == []


def test_what_a_list_leaves_out_is_looked_for_in_the_home_timeline(tmp_path: Path) -> None:
    """snac lists the newest 256 (mastoapi.c)."""
    scene = Scene(FakeMastodon("snac-2.94"), tmp_path, make_steps(270))
    scene.run(limit=265)
    remove(scene.ledger_path)
    scene.run()

    scene.check_whole()


def test_a_tweet_whose_first_part_is_taken_in_is_ended_as_the_plan_cut_it_then(tmp_path: Path) -> None:
    """The record was lost in the middle of the tweet; the next plan but one would cut it differently."""
    scene = Scene(FakeMastodon(), tmp_path, cut_tweet(["first", "second", "third"]))
    for _ in range(2):
        scene.fake.faults.die_after(1, "POST /api/v1/statuses")
        with pytest.raises(Killed):
            scene.run()
        if len(scene.mine()) == 1:
            remove(scene.ledger_path)
    scene.steps = cut_tweet(["whole"])
    scene.run()

    assert [s.text for s in scene.mine()] == ["first", "second", "third"]


@pytest.mark.parametrize("place", range(1, 14))
def test_killed_while_posts_are_taken_in(place: int, tmp_path: Path) -> None:
    """At each write: the next run goes on with the rest."""
    scene = Scene(FakeMastodon(), tmp_path, make_steps())
    scene.run(limit=4)
    remove(scene.ledger_path)
    scene.open_ledger = dying_ledger(place, after=False)
    with suppress(Killed):
        scene.run()
    scene.open_ledger = Ledger
    scene.fake.clock.advance(7 * 3600)
    scene.run()

    scene.check_whole()


def remove(path: Path) -> None:
    """The file and what SQLite has put beside it."""
    for one in path.parent.glob(f"{path.name}*"):
        one.unlink()
