"""Toots that would be better today are edited, and no other; whatever happens on the way, once is enough."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from msgspec.structs import replace

from migrate.errors import LoginError, ServerError
from migrate.ledger import Ledger
from migrate.mastodon import Quota, Waiting, connect, open_http
from migrate.model import OwnLink, Step, StepKey, Toot
from migrate.posts.replay import Altered, Event, Fixable, Fixed, Gone, Unfixed, fix, fix_time, fixable
from tests.fakes.mastodon import FakeMastodon, FakeStatus, Killed
from tests.posts.replay.scene import Scene, make_steps

EDITING = ["mastodon-3.5", "mastodon-4.2", "mastodon-4.5", "mastodon-4.6", "gotosocial-0.20"]
EDITING += ["pleroma-2.7", "akkoma-3.16"]
PUT = "PUT /api/v1/statuses/*"


@pytest.fixture(params=EDITING)
def scene(request: pytest.FixtureRequest, tmp_path: Path) -> Scene:
    """Six steps, posted; the second and the fifth, which has pictures, would be better now."""
    return posted(FakeMastodon(request.param), tmp_path)


def posted(fake: FakeMastodon, home: Path) -> Scene:
    scene = Scene(fake, home, make_steps())
    scene.run()
    scene.steps = [better(step) if step.key.tweet_id in {2, 5} else step for step in scene.steps]
    return scene


def better(step: Step, **changes: object) -> Step:
    toot = replace(step.toot, text=f"{step.toot.text} with https://social.example/@ann")
    return replace(step, toot=replace(toot, **changes))


def test_only_what_would_change_is_edited(scene: Scene) -> None:
    """Two toots are better now: two edits, pictures and dates and threads as they were."""
    before = [as_it_was(status) for status in scene.mine()]
    events = fix_all(scene)

    assert [e.key.tweet_id for e in events if isinstance(e, Fixed)] == [2, 5]
    assert sum(method == "PUT" for method, _ in scene.fake.requests) == 2
    assert [as_it_was(status) for status in scene.mine()] == before
    scene.check_whole()


def test_what_is_as_it_should_be_costs_no_request(scene: Scene) -> None:
    """After the edits there is nothing to do, and no server is needed to know it."""
    fix_all(scene)

    assert found(scene) == Fixable((), ())
    assert fix_all(scene) == []


@pytest.mark.parametrize("fault", ["die_before", "die_after"])
@pytest.mark.parametrize("at", range(1, 7))
def test_killed_anywhere_and_run_again(scene: Scene, fault: str, at: int) -> None:
    """Two looks and an edit for each toot: whichever was the last, the next run ends the same way."""
    getattr(scene.fake.faults, fault)(at, "* /api/v1/statuses/*")
    with pytest.raises(Killed):
        fix_all(scene)
    fix_all(scene)

    assert found(scene) == Fixable((), ())
    scene.check_whole()


@pytest.mark.parametrize("fault", ["lose_answer", "lose_request", "reset_after", "half_body", "refuse"])
def test_an_answer_that_is_lost(scene: Scene, fault: str) -> None:
    """The edit is sent again; GoToSocial's "status was not changed" is then no refusal."""
    getattr(scene.fake.faults, fault)(1, PUT)
    events = fix_all(scene)

    assert [e.key.tweet_id for e in events if isinstance(e, Fixed)] == [2, 5]
    scene.check_whole()


def test_a_toot_deleted_by_hand_is_told(scene: Scene) -> None:
    """It is passed over, and the rest is done."""
    scene.delete(scene.mine()[1])
    events = fix_all(scene)

    assert [(type(e), e.key.tweet_id) for e in events] == [(Gone, 2), (Fixed, 5)]


@pytest.mark.parametrize("change", [{"text": "My own words"}, {"spoiler_text": "food"}, {"media_ids": ()}])
def test_a_toot_changed_by_hand_stays_so(scene: Scene, change: dict[str, object]) -> None:
    """Words, a warning, a picture that its author has taken away: none of it is overwritten."""
    toot = scene.mine()[4]
    for name, value in change.items():
        setattr(toot, name, value)
    events = fix_all(scene)

    assert [type(e) for e in events] == [Fixed, Altered]
    assert {name: getattr(scene.mine()[4], name) for name in change} == change


def test_sensitive_by_someone_elses_word_stays_sensitive(scene: Scene) -> None:
    """A moderator's mark, or the person's own settings, survive an edit of the text."""
    scene.mine()[1].sensitive = True
    fix_all(scene)

    assert [status.sensitive for status in scene.mine()] == [False, True, False, False, False, False]


def test_warning_mark_and_language_are_edited_too(scene: Scene) -> None:
    """Each of them is part of a toot's conversion."""
    first = replace(make_steps()[0].toot, content_warning="old jokes", sensitive=True, language="fr")
    scene.steps = [replace(scene.steps[0], toot=first), *make_steps()[1:]]
    events = fix_all(scene)

    toot = scene.mine()[0]
    assert len(events) == 1
    assert (toot.spoiler_text, toot.sensitive, toot.language) == ("old jokes", True, "fr")


def test_a_language_that_is_kept_in_short_is_no_difference(tmp_path: Path) -> None:
    """A record of "pt-BR" is of a post in "pt", as Mastodon keeps it (statuses:language.pt-BR)."""
    step = make_steps()[0]
    scene = Scene(FakeMastodon(), tmp_path, [replace(step, toot=replace(step.toot, language="pt"))])
    scene.run()
    scene.steps = [replace(step, toot=replace(step.toot, language="pt-BR"))]
    assert found(scene) == Fixable((), ())

    with Ledger(scene.ledger_path) as ledger:
        record = ledger.find(step.key)
        assert record
        ledger.edit(step.key, {**record.body, "language": "pt-BR"})
    assert found(scene) == Fixable((), ())


DESCRIBING = ["mastodon-4.2", "mastodon-4.5", "mastodon-4.6", "gotosocial-0.20"]


def described(scene: Scene, alt: str, number: int = 5, **changes: object) -> None:
    """The plan says something else of a step's first picture."""
    step = scene.steps[number - 1]
    first, *others = step.toot.media
    toot = replace(step.toot, media=(replace(first, alt=alt), *others), **changes)
    scene.steps = [*scene.steps[: number - 1], replace(step, toot=toot), *scene.steps[number:]]


@pytest.fixture(params=DESCRIBING)
def pictured(request: pytest.FixtureRequest, tmp_path: Path) -> Scene:
    """Six steps, posted, on a server where an edit can describe files."""
    scene = Scene(FakeMastodon(request.param), tmp_path, make_steps())
    scene.run()
    return scene


def test_a_new_description_is_brought(pictured: Scene) -> None:
    """An edit of its own keeps text and files (recorded on 4.5.15: reading:edit.media.descriptions)."""
    described(pictured, "A cat asleep")
    before = [as_it_was(status) for status in pictured.mine()]
    events = fix_all(pictured)

    assert [(type(e), e.key.tweet_id) for e in events] == [(Fixed, 5)]
    assert [as_it_was(status) for status in pictured.mine()] == before
    assert pictured.mine()[2].edited_at is None
    pictured.check_whole()
    assert fix_all(pictured) == []


def test_a_description_and_words_are_one_edit(pictured: Scene) -> None:
    described(pictured, "A cat asleep", text="Tweet number 5, better")
    fix_all(pictured)

    pictured.check_whole()
    assert sum(method == "PUT" for method, _ in pictured.fake.requests) == 1


@pytest.mark.parametrize("fault", ["lose_answer", "lose_request"])
def test_a_lost_answer_to_a_description(fault: str, pictured: Scene) -> None:
    described(pictured, "A cat asleep")
    getattr(pictured.fake.faults, fault)(1, PUT)
    fix_all(pictured)

    pictured.check_whole()
    assert fix_all(pictured) == []


def test_no_description_is_taken_away(pictured: Scene) -> None:
    """An archive that lacks them says nothing against those that are there."""
    described(pictured, "")

    assert found(pictured) == Fixable((), ())


def test_a_description_changed_by_hand_stays_so(pictured: Scene) -> None:
    media_id = pictured.mine()[4].media_ids[0]
    pictured.fake.media[media_id].description = "My own words"
    described(pictured, "A cat asleep")

    assert [type(e) for e in fix_all(pictured)] == [Altered]
    assert pictured.fake.media[media_id].description == "My own words"


def test_a_picture_of_an_older_record_is_described_if_nobody_has(pictured: Scene) -> None:
    """Where it isn't known what was sent, a description that is there is somebody's own."""
    described(pictured, "A cat asleep")
    described(pictured, "A dog awake", number=3)
    with closing(sqlite3.connect(pictured.ledger_path)) as db, db:
        db.execute("DELETE FROM descriptions")
    pictured.fake.media[pictured.mine()[4].media_ids[0]].description = ""
    events = fix_all(pictured)

    assert [(type(e), e.key.tweet_id) for e in events] == [(Altered, 3), (Fixed, 5)]
    assert pictured.fake.media[pictured.mine()[4].media_ids[0]].description == "A cat asleep"


@pytest.mark.parametrize("dialect", ["mastodon-3.5", "pleroma-2.7", "akkoma-3.16"])
def test_where_an_edit_can_not_describe_none_is_made(dialect: str, tmp_path: Path) -> None:
    """Mastodon learnt it with 4.1. It is counted, so that it can be told."""
    scene = Scene(FakeMastodon(dialect), tmp_path, make_steps())
    scene.run()
    described(scene, "A cat asleep")

    assert found(scene) == Fixable((), (), undescribable=1)


def test_an_edit_mentions_nobody(scene: Scene) -> None:
    """`allowed_mentions` can't guard an edit, so a toot that would ping is not edited at all."""
    ping = better(make_steps()[0], text="Lunch with @bob", pings=True)
    scene.steps = [ping, *scene.steps[1:]]
    fix_all(scene)

    assert [status.mentions for status in scene.mine()] == [()] * 6
    assert scene.mine()[0].text == "Tweet number 1"


def test_a_link_to_a_later_toot_gets_its_address(tmp_path: Path) -> None:
    """Twitter let people link to tweets that the plan posts later: now their toots are known."""
    url = "https://twitter.com/someone/status/6"
    steps = make_steps()
    linking = Toot(f"See {url}", own_links=(OwnLink(url, 6),))
    scene = Scene(FakeMastodon(), tmp_path, [replace(steps[0], toot=linking), *steps[1:]])
    scene.run()
    fix_all(scene)

    assert scene.mine()[0].text == f"See {scene.mine()[5].url}"
    assert fix_all(scene) == []


def test_a_quote_that_came_too_early_gets_a_link(tmp_path: Path) -> None:
    """An edit can't make a native quote of it, and a toot that is one needs no link."""
    steps = make_steps()
    quoting = [replace(steps[i], toot=Toot(f"Quote {i}", quote=2)) for i in (0, 5)]
    scene = Scene(FakeMastodon("mastodon-4.5"), tmp_path, [quoting[0], *steps[1:5], quoting[1]])
    scene.run()
    fix_all(scene)

    posted = scene.mine()
    assert posted[0].text == f"Quote 0\n\n{posted[1].url}"
    assert (posted[5].text, posted[5].quoted_status_id) == ("Quote 5", posted[1].id)


def test_a_tweet_cut_differently_is_left_alone(tmp_path: Path) -> None:
    """It would become two toots now: told, and not half edited."""
    scene = posted(FakeMastodon(), tmp_path)
    more = replace(scene.steps[1], key=StepKey(2, 1), parent=StepKey(2), toot=Toot("and the rest"))
    scene.steps = [*scene.steps[:2], more, *scene.steps[2:]]
    events = fix_all(scene)

    assert found(scene).cut_differently == (2,)
    assert [e.key.tweet_id for e in events] == [5]


@pytest.mark.parametrize("dialect", ["mastodon-4.5", "pleroma-2.7"])
def test_a_refusal_is_told_and_the_rest_goes_on(dialect: str, tmp_path: Path) -> None:
    """Also Pleroma's 500, by which it means the text."""
    scene = posted(FakeMastodon(dialect), tmp_path)
    code = 500 if dialect.startswith("pleroma") else 422
    scene.fake.faults.answer(1, code, {"error": "too long"}, PUT, times=2 if code == 500 else 1)
    events = [e for e in fix_all(scene) if not isinstance(e, Waiting)]

    assert events == [Unfixed(StepKey(2), "too long"), Fixed(StepKey(5), scene.mine()[4].url)]
    assert [change.key.tweet_id for change in found(scene).changes] == [2]


def test_a_frozen_account_stops_the_edits(tmp_path: Path) -> None:
    """One sentence, and not a refusal for each toot."""
    scene = posted(FakeMastodon(), tmp_path)
    scene.fake.freeze()
    with pytest.raises(LoginError):
        fix_all(scene)


def test_edits_count_as_posts(tmp_path: Path) -> None:
    """Mastodon takes 300 posts and edits together in three hours (app/lib/rate_limiter.rb)."""
    scene = posted(FakeMastodon(rate_limits=True), tmp_path)
    for _ in range(293):
        scene.fake.act(by_hand(scene.fake))
        scene.fake.clock.advance(2)
    events = fix_all(scene)

    assert [e.quota for e in events if isinstance(e, Waiting)] == [Quota.POSTS]
    scene_texts = [status.text for status in scene.mine() if status.text != "by hand"]
    assert scene_texts == [step.toot.text for step in scene.steps]


def test_the_time_is_known_beforehand(tmp_path: Path) -> None:
    """A few edits are done at once; of 600, the last 300 wait for the next three hours."""
    scene = posted(FakeMastodon(), tmp_path)
    assert with_server(scene, lambda server, ledger: fix_time(2, server)) == 0
    assert with_server(scene, lambda server, ledger: fix_time(600, server)) > 3 * 3600


def fix_all(scene: Scene) -> list[Event]:
    """One run of the fix, as the person would start it."""
    return with_server(
        scene,
        lambda server, ledger: list(
            fix(
                fixable(scene.steps, ledger, server.dialect).changes,
                server,
                ledger,
                sleep=scene.fake.clock.sleep,
            )
        ),
    )


def found(scene: Scene) -> Fixable:
    return with_server(scene, lambda server, ledger: fixable(scene.steps, ledger, server.dialect))


def with_server(scene: Scene, act: Callable) -> object:
    clock = scene.fake.clock
    with open_http(httpx.MockTransport(scene.fake)) as http, Ledger(scene.ledger_path) as ledger:
        server = connect(scene.fake.address, http, token=scene.fake.token, now=clock.now)
        server.keep_budgets_in(ledger)
        return act(server, ledger)


def as_it_was(status: FakeStatus) -> tuple[object, ...]:
    """What no edit may touch."""
    return status.id, status.created_at, status.media_ids, status.in_reply_to_id, status.visibility


def by_hand(fake: FakeMastodon) -> httpx.Request:
    headers = {"Authorization": f"Bearer {fake.token}"}
    return httpx.Request(
        "POST", f"{fake.address}/api/v1/statuses", json={"status": "by hand"}, headers=headers
    )


def test_a_server_that_edits_nothing_is_not_asked_for_ever(tmp_path: Path) -> None:
    """Five in a row; later the same command goes on."""
    scene = Scene(FakeMastodon(), tmp_path, make_steps(7))
    scene.run()
    scene.steps = [better(step) for step in scene.steps]
    scene.fake.faults.answer(1, 422, {"error": "no"}, PUT, times=1000)
    with pytest.raises(ServerError, match="5 times in a row"):
        fix_all(scene)
    assert sum(method == "PUT" for method, _ in scene.fake.requests) == 5
    scene.fake.faults.clear()

    assert len(fix_all(scene)) == 7


def test_an_account_that_has_moved_edits_nothing(tmp_path: Path) -> None:
    """One try: the account is looked at, and the run stops."""
    scene = posted(FakeMastodon("gotosocial-0.20"), tmp_path)
    moved = {"id": "1", "username": "me", "moved": {"id": "2", "username": "me", "acct": "me@new.example"}}
    scene.fake.faults.answer(1, 403, {"error": "moved"}, PUT, times=1000)
    scene.fake.faults.answer(1, 200, moved, "GET /api/v1/accounts/verify_credentials", times=1000)

    with pytest.raises(LoginError, match=r"moved to @me@new\.example"):
        fix_all(scene)


@pytest.mark.parametrize(("dialect", "count"), [("mastodon-4.5", 0), ("gotosocial-0.20", 1)])
def test_what_earlier_versions_sent_is_as_good_where_it_is(dialect: str, count: int, tmp_path: Path) -> None:
    """They said nothing of `sensitive`; Mastodon hides below a warning by itself, GoToSocial does not."""
    steps = make_steps(2)
    scene = Scene(FakeMastodon(dialect), tmp_path, [better(steps[0], content_warning="spiders"), steps[1]])
    scene.run()
    with closing(sqlite3.connect(scene.ledger_path)) as ledger, ledger:
        ledger.execute("UPDATE steps SET body = json_remove(body, '$.sensitive')")

    assert len(found(scene).changes) == count
