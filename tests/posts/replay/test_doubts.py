"""Traps of single servers, each with the version that has it."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from migrate.errors import LoginError, ServerError
from migrate.ledger import Ledger
from migrate.mastodon import connect, open_http
from migrate.mastodon.pace import Quota
from migrate.model import Kind, Step, StepKey, Toot, Visibility
from migrate.posts.replay import Detached, Refused, TakenBack, Unmoved, Vanished, Waiting, undo, undoable
from migrate.posts.replay.answers import DELETED_SINCE, SCHEDULED
from migrate.posts.replay.recovery import NOT_FOUND
from migrate.posts.replay.undoing import NOT_DELETED
from tests.fakes.mastodon import FakeMastodon, Killed
from tests.posts.replay.scene import FIRST, Scene, make_steps

POST = "POST /api/v1/statuses"


def test_a_replayed_key_that_answers_500_is_looked_up(tmp_path: Path) -> None:
    """Mastodon 4.6.0-4.6.6 answers 500 to a repeated key (mastodon#40399): the post is there."""
    scene = Scene(FakeMastodon("mastodon-4.6"), tmp_path, make_steps())
    scene.fake.faults.slow(2, 131, POST)
    scene.run()

    scene.check_whole()


@pytest.mark.parametrize("place", [2, 6])
@pytest.mark.parametrize("by", ["Web", "twitter-to-mastodon"])
def test_a_post_that_nobody_knows_again_is_not_sent_again(by: str, place: int, tmp_path: Path) -> None:
    """Its answer was lost, its author has changed it, and 4.6 says 500 to its key for an hour.

    What nothing else of this program can be is taken for it; else it is told, once other posts pass.
    """
    scene = Scene(FakeMastodon("mastodon-4.6"), tmp_path, make_steps())
    scene.fake.faults.lose_answer(place, POST)
    _change_each(scene, place, text="other words", application=by)
    events = scene.run()
    scene.fake.clock.advance(7200)
    scene.run()

    assert [s.text for s in scene.mine()].count("other words") == 1
    assert len(scene.mine()) == 6
    told = [(e.key.tweet_id, e.reason) for e in events if isinstance(e, Refused)]
    assert told == ([(place, NOT_FOUND)] if by == "Web" else [])


def test_a_key_is_not_repeated_once_it_is_forgotten(tmp_path: Path) -> None:
    """The next post has to wait for two hours: by then the same key would make another post."""
    scene = Scene(FakeMastodon("mastodon-4.6"), tmp_path, make_steps())
    scene.fake.faults.lose_answer(2, POST)
    _change_each(scene, 2, text="other words", application="Web")
    reset = (scene.fake.clock.now() + timedelta(hours=2)).isoformat()
    limits = {"X-RateLimit-Limit": "300", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": reset}
    scene.fake.faults.answer(7, 429, {"error": "slow"}, POST, headers=limits)
    events = scene.run()

    assert [e.key.tweet_id for e in events if isinstance(e, Refused)] == [2]
    assert len(scene.mine()) == 6


def test_a_server_in_trouble_is_waited_for(tmp_path: Path) -> None:
    """4.6 says 500 to everybody for a minute: nothing is given up."""
    scene = Scene(FakeMastodon("mastodon-4.6"), tmp_path, make_steps())
    scene.fake.faults.answer(1, 500, {"error": "oops"}, POST, times=3)
    scene.run()
    scene.check_whole()

    scene = Scene(FakeMastodon("mastodon-4.6"), tmp_path / "longer", make_steps())
    scene.fake.faults.answer(5, 500, {"error": "oops"}, POST, times=9)
    scene.run()
    assert sorted(s.text for s in scene.mine()) == sorted(step.toot.text for step in scene.steps)


def test_a_doubt_outlives_the_run(tmp_path: Path) -> None:
    """Stopped before another post could tell, days later, when the key is forgotten: it is told, not sent."""
    scene = Scene(FakeMastodon("mastodon-4.6"), tmp_path, make_steps(1))
    scene.run()
    with Ledger(scene.ledger_path) as ledger:
        ledger._write(("UPDATE steps SET state = 'begun', remote_id = NULL", ()))
        ledger.shown.doubt(StepKey(1), NOT_FOUND)
    scene.mine()[0].text = "other words"
    scene.mine()[0].application = "Web"
    scene.fake.clock.advance(7 * 86400)
    events = scene.run()

    assert [e.reason for e in events if isinstance(e, Refused)] == [NOT_FOUND]
    assert len(scene.mine()) == 1


@pytest.mark.parametrize("dialect", ["mastodon-4.2", "mastodon-4.5"])
def test_a_key_of_a_deleted_post(dialect: str, tmp_path: Path) -> None:
    """404 (recorded on 4.3 to 4.6: key.deleted): it was made and deleted, so it isn't made again."""
    scene = Scene(FakeMastodon(dialect), tmp_path, make_steps(2))
    scene.fake.faults.die_after(2, POST)
    with pytest.raises(Killed):
        scene.run()
    scene.delete(scene.mine()[1])
    events = scene.run()

    assert [e.reason for e in events if isinstance(e, Refused)] == [DELETED_SINCE]
    assert len(scene.mine()) == 1


def test_a_post_that_is_only_scheduled_is_not_posted(tmp_path: Path) -> None:
    """GoToSocial keeps a date that is yet to come for later: an answer without `created_at`."""
    tomorrow = FakeMastodon().clock.now() + timedelta(days=1)
    steps = [Step(StepKey(1), Toot("Good morning"), tomorrow, Kind.TWEET)]
    scene = Scene(FakeMastodon("gotosocial-0.20"), tmp_path, steps)
    events = scene.run()

    assert [e.reason for e in events if isinstance(e, Refused)] == [SCHEDULED]
    assert scene.mine() == []


@pytest.mark.parametrize("dialect", ["mastodon-4.5", "mastodon-4.2", "gotosocial-0.20", "pleroma-2.7"])
def test_a_warning_without_a_text_is_known_again(dialect: str, tmp_path: Path) -> None:
    """Mastodon makes the warning the text (recorded on 4.5: statuses:warning_only); the key is forgotten."""
    picture = make_steps()[2].toot.media
    toot = Toot("", media=picture, content_warning="Spiders", sensitive=True)
    scene = Scene(FakeMastodon(dialect), tmp_path, [Step(StepKey(1), toot, FIRST, Kind.TWEET)])
    scene.fake.faults.die_after(1, POST)
    with pytest.raises(Killed):
        scene.run()
    scene.fake.clock.advance(7 * 3600)
    scene.run()

    assert len(scene.mine()) == 1


def test_a_post_that_has_lost_its_parent_and_a_picture_is_known_again(tmp_path: Path) -> None:
    """The one was deleted by hand; the other a server before 4.3 leaves away without a word."""
    scene = Scene(FakeMastodon("mastodon-4.2"), tmp_path, make_steps(3))
    scene.fake.faults.die_after(3, POST)
    with pytest.raises(Killed):
        scene.run()
    last = scene.mine()[2]
    last.in_reply_to_id, last.media_ids = None, last.media_ids[:1]
    scene.fake.clock.advance(7 * 3600)
    scene.run()

    assert len(scene.mine()) == 3


def test_a_post_that_has_lost_a_picture_is_known_again_at_once(tmp_path: Path) -> None:
    """Where there are no keys, it would be there twice."""
    scene = Scene(FakeMastodon("gotosocial-0.20"), tmp_path, make_steps(3))
    scene.fake.faults.lose_answer(3, POST)
    _change_each(scene, 3, media_ids=())
    events = scene.run()

    assert len(scene.mine()) == 3
    assert not [e for e in events if isinstance(e, Refused)]


def test_what_a_cut_off_run_has_posted_is_looked_for_later(tmp_path: Path) -> None:
    """The spam filter has dropped it, and the run was killed before it could look; once it was seen,
    what is deleted by hand is not called dropped.
    """
    scene = Scene(FakeMastodon("mastodon-4.5"), tmp_path, make_steps())
    scene.fake.drop_silently("number 3")
    scene.fake.faults.die_after(5, POST)
    with pytest.raises(Killed):
        scene.run()
    events = scene.run()
    assert [e.key.tweet_id for e in events if isinstance(e, Vanished)] == [3]

    scene.delete(scene.mine()[0])
    scene.steps = make_steps(7)
    assert not [e for e in scene.run() if isinstance(e, Vanished)]


def test_a_key_older_than_an_hour_is_not_trusted(tmp_path: Path) -> None:
    """Mastodon forgets keys after an hour: the own posts are read back before anything is sent."""
    scene = Scene(FakeMastodon("mastodon-4.5"), tmp_path, make_steps())
    scene.fake.faults.die_after(3, POST)
    with pytest.raises(Killed):
        scene.run()
    scene.fake.clock.advance(7 * 86400)
    scene.run()

    scene.check_whole()


@pytest.mark.parametrize("dialect", ["mastodon-4.5", "pleroma-2.7", "friendica-2024"])
def test_two_equal_tweets_stay_two(dialect: str, tmp_path: Path) -> None:
    """The second "Good morning" never arrived: the first one's post isn't taken for it."""
    twins = [Step(StepKey(n), Toot("Good morning"), FIRST, Kind.TWEET) for n in (1, 2)]
    scene = Scene(FakeMastodon(dialect), tmp_path, twins)
    scene.fake.faults.lose_request(2, POST)
    scene.run()

    scene.check_whole()


def test_a_text_that_is_html_is_known_again(tmp_path: Path) -> None:
    """Takahē calls `text` what is `content` elsewhere, and has no source (activities/models/post.py)."""
    fake = FakeMastodon("snac-2.94", text_is_html=True, source=False)
    scene = Scene(fake, tmp_path, [Step(StepKey(1), Toot("Fish & chips <3"), FIRST, Kind.TWEET)])
    fake.faults.lose_answer(1, POST)
    scene.run()

    scene.check_whole()


@pytest.mark.parametrize("visibility", [Visibility.UNLISTED, Visibility.DIRECT])
def test_a_server_without_pages_is_not_asked_for_ever(visibility: Visibility, tmp_path: Path) -> None:
    """snac before 2.84 gives the same toots to whoever asks for older ones (mastoapi.c)."""
    scene = Scene(FakeMastodon("snac-2.75"), tmp_path, make_steps(visibility=visibility))
    scene.fake.faults.lose_request(4, POST)
    act = scene.fake.act

    def act_for_a_while(request: httpx.Request, **how: Any) -> httpx.Response:
        assert len(scene.fake.requests) < 60
        return act(request, **how)

    scene.fake.act = act_for_a_while  # type: ignore[method-assign]
    scene.run()

    scene.check_whole()


def test_a_friends_words_are_not_taken_for_ones_own(tmp_path: Path) -> None:
    """What few can see is looked for in the home timeline of snac, where others say good morning, too."""
    fake = FakeMastodon("snac-2.94")
    fake.add_account("carol@remote.example", followed=True)
    steps = make_steps(2, visibility=Visibility.DIRECT)
    scene = Scene(fake, tmp_path, steps)
    fake.faults.lose_request(2, POST)
    fake.post_as("carol@remote.example", steps[1].toot.text)
    scene.run()

    scene.check_whole()


def test_dates_are_kept_where_the_server_can(tmp_path: Path) -> None:
    """GoToSocial >= 0.18 gives a post the date it is sent with (internal/processing/status/create.go)."""
    scene = Scene(FakeMastodon("gotosocial-0.20"), tmp_path, make_steps())
    scene.run()

    assert [s.created_at for s in scene.mine()] == [step.created_at for step in scene.steps]


def test_a_past_date_never_goes_to_a_server_that_would_post_it_now(tmp_path: Path) -> None:
    """Mastodon ignores a past `scheduled_at` and posts at once: it isn't sent one."""
    scene = Scene(FakeMastodon("mastodon-4.5"), tmp_path, make_steps())
    bodies: list[bytes] = []
    act = scene.fake.act
    scene.fake.act = lambda request, **how: bodies.append(request.read()) or act(request, **how)  # type: ignore[method-assign, func-returns-value]
    scene.run()

    assert len(bodies) > len(scene.steps)
    assert not any(b"scheduled_at" in body for body in bodies)


def test_a_server_that_forgets_the_date_stops_the_run(tmp_path: Path) -> None:
    """The first post's date is read before the second is sent; nobody's followers are flooded."""
    scene = Scene(FakeMastodon("gotosocial-0.20"), tmp_path, make_steps())
    now = scene.fake.clock.now().isoformat()
    answer = {"id": "1", "url": "https://fake.example/1", "created_at": now}
    scene.fake.faults.answer(1, 200, answer, POST)
    with pytest.raises(ServerError, match="did not keep the date"):
        scene.run()

    assert scene.mine() == []


def test_a_post_that_the_server_dropped_without_a_word_is_told(tmp_path: Path) -> None:
    """Mastodon 4.4+ says 200 to a post that its spam filter drops (app/lib/antispam.rb)."""
    scene = Scene(FakeMastodon("mastodon-4.5"), tmp_path, make_steps())
    scene.fake.drop_silently("number 6")
    events = scene.run()

    assert [e.key.tweet_id for e in events if isinstance(e, Vanished)] == [6]


def test_a_frozen_account_stops_the_run(tmp_path: Path) -> None:
    """A moderator disables the account: a sentence, and nothing is written off."""
    scene = Scene(FakeMastodon("mastodon-4.5"), tmp_path, make_steps())
    scene.run(limit=2)
    scene.fake.faults.answer(1, 403, {"error": "Your login is currently disabled"}, POST)
    scene.fake.faults.answer(1, 403, {"error": "disabled"}, "GET /api/v1/accounts/verify_credentials")
    scene.fake.faults.answer(2, 403, {"error": "disabled"}, "GET /api/v1/accounts/verify_credentials")
    with pytest.raises(LoginError):
        scene.run()

    scene.fake.faults.clear()
    scene.run()
    scene.check_whole()


def test_an_upgrade_during_a_long_wait_is_noticed(tmp_path: Path) -> None:
    """After a wait of more than an hour the dialect is read again."""
    fake = FakeMastodon("mastodon-4.2")
    scene = Scene(fake, tmp_path, make_steps())
    reset = (fake.clock.now() + timedelta(hours=2)).isoformat()
    limits = {"X-RateLimit-Limit": "300", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": reset}
    fake.faults.answer(3, 429, {"error": "slow"}, POST, headers=limits)
    before = fake.requests.count(("GET", "/.well-known/nodeinfo"))
    events = scene.run()

    assert any(isinstance(e, Waiting) for e in events)
    assert fake.requests.count(("GET", "/.well-known/nodeinfo")) == before + 2
    scene.check_whole()


def test_another_apps_posts_are_counted_by_the_headers(tmp_path: Path) -> None:
    """290 posts from another app: the server's headers tell, and the run waits instead of knocking."""
    fake = FakeMastodon("mastodon-4.5", rate_limits=True)
    for _ in range(298):
        _post_by_hand(fake)
    scene = Scene(fake, tmp_path, make_steps())
    events = scene.run()

    assert [e.quota for e in events if isinstance(e, Waiting)] == [Quota.POSTS]


@pytest.mark.parametrize("dialect", ["pleroma-2.7", "akkoma-3.16"])
def test_a_key_that_repeats_a_refusal_is_given_up(dialect: str, tmp_path: Path) -> None:
    """Pleroma keeps a 429 under its key for six hours (idempotency_plug.ex): a fresh key is used."""
    fake = FakeMastodon(dialect, rate_limits=True)
    for _ in range(15):
        _post_by_hand(fake, seconds=0)
    scene = Scene(fake, tmp_path, make_steps())
    scene.run()

    assert [s.text for s in scene.mine()[15:]] == [step.toot.text for step in scene.steps]


@pytest.mark.parametrize("fault", ["none", "die_before", "die_after"])
def test_undo_takes_back_what_was_posted_and_nothing_else(fault: str, tmp_path: Path) -> None:
    """Newest first; cut off and run again, everything of ours is gone and the rest stays."""
    scene = Scene(FakeMastodon("mastodon-4.5"), tmp_path, make_steps())
    scene.run()
    theirs = scene.fake.post_as("me", "by hand")
    if fault != "none":
        getattr(scene.fake.faults, fault)(3, "DELETE *")
        with pytest.raises(Killed):
            undo_all(scene)
    events = undo_all(scene)

    assert [s.id for s in scene.mine()] == [theirs.id]
    keys = [e.key.tweet_id for e in events if isinstance(e, TakenBack)]
    assert keys == sorted(keys, reverse=True)


def test_what_is_still_there_was_not_taken_back(tmp_path: Path) -> None:
    """snac before 2.84 says 404 to every deletion: believed, the next import would post all of it again."""
    scene = Scene(FakeMastodon("snac-2.75"), tmp_path, make_steps())
    scene.run()
    events = undo_all(scene)
    scene.run()

    assert [event.reason for event in events if isinstance(event, Unmoved)] == [NOT_DELETED] * 6
    scene.check_whole()


def test_what_was_deleted_by_hand_counts_as_taken_back(tmp_path: Path) -> None:
    """404, and looked for: it is gone."""
    scene = Scene(FakeMastodon("mastodon-4.5"), tmp_path, make_steps(2))
    scene.run()
    scene.delete(scene.mine()[1])
    events = undo_all(scene)

    assert [event.key.tweet_id for event in events if isinstance(event, TakenBack)] == [2, 1]


def test_what_was_taken_back_can_be_imported_again(tmp_path: Path) -> None:
    """Also within the hour in which the server still knows the old keys."""
    scene = Scene(FakeMastodon("mastodon-4.5"), tmp_path, make_steps())
    scene.run()
    undo_all(scene)
    scene.run()

    scene.check_whole()


def test_a_thread_goes_on_without_a_parent_that_is_gone(tmp_path: Path) -> None:
    """It is told, so that the person knows why the thread has come apart."""
    scene = Scene(FakeMastodon("mastodon-4.5"), tmp_path, make_steps())
    scene.run(limit=2)
    scene.delete(scene.mine()[1])
    events = scene.run()

    assert [e.key.tweet_id for e in events if isinstance(e, Detached)] == [3]


def undo_all(scene: Scene) -> list[object]:
    """One run of undo."""
    clock = scene.fake.clock
    with open_http(httpx.MockTransport(scene.fake)) as http, Ledger(scene.ledger_path) as ledger:
        server = connect(scene.fake.address, http, token=scene.fake.token, now=clock.now)
        server.keep_budgets_in(ledger)
        return list(undo(undoable(ledger), server, ledger, sleep=clock.sleep))


def _change_each(scene: Scene, place: int, **fields: object) -> None:
    """From its first moment on, the post in this place is another than was sent."""
    act = scene.fake.act

    def act_and_change(request: httpx.Request, **how: Any) -> httpx.Response:
        answer = act(request, **how)
        for status in scene.mine()[place - 1 : place]:
            for name, value in fields.items():
                setattr(status, name, value)
        return answer

    scene.fake.act = act_and_change  # type: ignore[method-assign]


def _post_by_hand(fake: FakeMastodon, seconds: float = 1.5) -> None:
    body = {"status": "by hand"}
    headers = {"Authorization": f"Bearer {fake.token}"}
    fake.clock.advance(seconds)
    request = httpx.Request("POST", f"{fake.address}/api/v1/statuses", json=body, headers=headers)
    assert fake(request).status_code == 200
