"""A tweet that quotes the user's own: a real quote where the server has it, else a link, and never lost.

The names in brackets are those of the recordings of Mastodon 4.5.15 (`quotes` and `standing`).
"""

from pathlib import Path

import pytest
from msgspec.structs import replace

from migrate.model import Step, StepKey, Visibility
from migrate.posts.replay import Event, Posted, Refused, Unquoted, VisibilityChanged
from tests.fakes.mastodon import FakeMastodon, Killed
from tests.posts.replay.scene import Scene, make_steps

POST = "POST /api/v1/statuses"
QUOTING = ["mastodon-4.5", "mastodon-4.6"]


@pytest.fixture(params=QUOTING)
def scene(request: pytest.FixtureRequest, tmp_path: Path) -> Scene:
    """The fifth of six steps quotes the first, and the sixth answers the fifth."""
    return Scene(FakeMastodon(request.param), tmp_path, quoting())


def quoting(text: str = "As I said", **changes: object) -> list[Step]:
    steps = make_steps(visibility=Visibility.PUBLIC)
    steps[4] = replace(steps[4], toot=replace(steps[4].toot, text=text, quote=1, media=()))
    steps[5] = replace(steps[5], parent=StepKey(5))
    return [replace(step, toot=replace(step.toot, **changes)) for step in steps]


def test_a_quote_needs_no_link(scene: Scene) -> None:
    """[own] The post itself is quoted, and the text is the user's own words alone."""
    events = scene.run()

    scene.check_whole()
    assert scene.mine()[4].quoted_status_id == scene.mine()[0].id
    assert told(events, Unquoted) == []


def test_a_quote_without_words_is_a_quote(tmp_path: Path) -> None:
    """[own.without_text] Mastodon takes a quote with no text; where the post is gone it is a link."""
    scene = Scene(FakeMastodon(), tmp_path, quoting(""))
    scene.run()
    assert (scene.mine()[4].text, scene.mine()[4].quoted_status_id) == ("", scene.mine()[0].id)

    bare = Scene(FakeMastodon("mastodon-4.2"), tmp_path / "old", quoting(""))
    bare.run()
    assert bare.mine()[4].text == bare.mine()[0].url


def test_a_post_that_was_deleted_by_hand_is_linked_to(scene: Scene) -> None:
    """[unknown] 404: the quote becomes a link, is told, and the thread below it stays whole."""
    scene.run(limit=1)
    first = scene.mine()[0]
    scene.delete(first)
    events = scene.run()

    fifth, sixth = scene.mine()[-2:]
    assert fifth.text == f"As I said\n\n{first.url}"
    assert fifth.quoted_status_id is None
    assert sixth.in_reply_to_id == fifth.id
    assert told(events, Unquoted) == [5]
    assert told(events, Refused) == []


def test_the_parent_and_the_quoted_post_may_both_be_gone(scene: Scene) -> None:
    """The one is looked for, the other is given up for; the step is posted all the same."""
    scene.steps = [
        replace(step, parent=StepKey(1)) if step.key.tweet_id == 5 else step for step in scene.steps
    ]
    scene.run(limit=1)
    scene.delete(scene.mine()[0])
    events = scene.run()

    assert (scene.mine()[-2].in_reply_to_id, scene.mine()[-2].quoted_status_id) == (None, None)
    assert told(events, Refused) == []


def test_a_direct_post_is_never_asked_to_be_quoted(scene: Scene) -> None:
    """A post that nobody else sees can't be quoted: it is linked to at once (status_policy.rb#quote?)."""
    scene.steps = quoting(visibility=Visibility.DIRECT)
    events = scene.run()

    assert scene.mine()[4].text == f"As I said\n\n{scene.mine()[0].url}"
    assert told(events, Unquoted) == told(events, Refused) == []
    assert posts_sent(scene) == 6


@pytest.mark.parametrize("dialect", ["mastodon-4.2", "gotosocial-0.20"])
def test_a_plan_for_a_server_with_quotes_loses_none_on_another(dialect: str, tmp_path: Path) -> None:
    """[4.4.22 own] `quoted_status_id` is passed over there: the quote would vanish, so it is a link."""
    scene = Scene(FakeMastodon(dialect), tmp_path, quoting())
    scene.run()

    assert scene.mine()[4].text == f"As I said\n\n{scene.mine()[0].url}"


def test_a_post_made_private_by_its_quote_is_told(scene: Scene) -> None:
    """[own_private] Quoting a private post makes the new one private, and the answer says 200."""
    private = replace(scene.steps[0].toot, visibility=Visibility.PRIVATE)
    scene.steps = [replace(scene.steps[0], toot=private), *scene.steps[1:]]
    events = scene.run()

    changed = [e for e in events if isinstance(e, VisibilityChanged)]
    assert changed == [VisibilityChanged(StepKey(5), scene.mine()[4].url, asked="public", given="private")]
    assert events.index(changed[0]) > events.index(Posted(StepKey(5), changed[0].url))


def test_a_limited_account_is_told_what_became_of_its_posts(scene: Scene) -> None:
    """[silenced.post] Public becomes unlisted; what was asked to be unlisted is as it should be."""
    scene.fake.impose("me", "silenced")
    unlisted = replace(scene.steps[0].toot, visibility=Visibility.UNLISTED)
    scene.steps = [replace(scene.steps[0], toot=unlisted), *scene.steps[1:]]
    events = scene.run()

    assert told(events, VisibilityChanged) == [2, 3, 4, 5, 6]


def test_what_a_cut_off_run_left_in_doubt_is_told_too(scene: Scene) -> None:
    """The post is found among the account's own, and is compared like an answer."""
    scene.fake.impose("me", "silenced")
    scene.fake.faults.die_after(2, POST)
    with pytest.raises(Killed):
        scene.run()

    assert 2 in told(scene.run(), VisibilityChanged)


@pytest.mark.parametrize("text", ["As I said", ""])
def test_a_quote_is_known_again_by_its_content(text: str, tmp_path: Path) -> None:
    """[own, own.without_text] `content` begins with a paragraph that nobody wrote; no source is needed."""
    scene = Scene(FakeMastodon(source=False), tmp_path, quoting(text))
    scene.fake.faults.lose_answer(5, POST)
    scene.run()

    scene.check_whole()
    assert posts_sent(scene) == 6


def test_quotes_without_words_are_told_apart_by_what_they_quote(tmp_path: Path) -> None:
    """A quote that the user made by hand meanwhile is not taken for the step's own."""
    scene = Scene(FakeMastodon(), tmp_path, quoting(""))
    scene.run(limit=4)
    by_hand = scene.fake.post_as("me", "")
    by_hand.visibility, by_hand.quoted_status_id = "public", scene.mine()[1].id
    scene.fake.faults.lose_request(1, POST)
    scene.run()

    assert [status.quoted_status_id for status in scene.mine()[4:]] == [
        scene.mine()[1].id,
        scene.mine()[0].id,
        None,
    ]


def told(events: list[Event], kind: type) -> list[int]:
    return [e.key.tweet_id for e in events if isinstance(e, kind)]  # type: ignore[attr-defined]


def posts_sent(scene: Scene) -> int:
    return scene.fake.requests.count(("POST", "/api/v1/statuses"))
