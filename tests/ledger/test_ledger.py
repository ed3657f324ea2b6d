"""Steps, files and budgets: what is written down, when it is safe on the disk, and what is read again."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from migrate.errors import LedgerError
from migrate.ledger import FollowState, Ledger, Record, StepState, Upload
from migrate.model import Action, Kind, Step, StepKey, Toot
from tests.fakes.mastodon import FakeMastodon
from tests.people.follow.scene import Scene as FollowScene
from tests.people.follow.scene import make_people
from tests.posts.replay.scene import Scene, make_steps

FIRST, SECOND = StepKey(1), StepKey(2)
FULL, NORMAL = 2, 1
"""What `PRAGMA synchronous` answers (https://sqlite.org/pragma.html#pragma_synchronous)."""


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An account's ledger, new."""
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        ledger.claim("1", "someone")
        yield ledger


def test_a_step_is_begun_and_finished(ledger: Ledger) -> None:
    """What was sent, under which key and when; then the server's id and address."""
    begun = begin(ledger, FIRST, text="Hello")
    assert ledger.find(FIRST) == begun
    assert ledger.posted(FIRST) is None

    ledger.finish(FIRST, "42", "https://fake.example/42")
    assert ledger.posted(FIRST) == ("42", "https://fake.example/42")
    assert [record.body["status"] for record in ledger.in_state(StepState.DONE)] == ["Hello"]
    assert (ledger.has_claimed("42"), ledger.has_claimed("43")) == (True, False)
    assert ledger.counts() == {StepState.DONE: 1}


@pytest.mark.parametrize("end", ["finish", "refuse"])
def test_what_is_settled_is_not_begun_again(end: str, ledger: Ledger) -> None:
    """A mistake in the program ends in an error, and not in a second post."""
    begin(ledger, FIRST)
    if end == "finish":
        ledger.finish(FIRST, "42", None)
    else:
        ledger.refuse(FIRST, "too long")
    before = ledger.find(FIRST)

    with pytest.raises(AssertionError, match="must not be sent again"):
        begin(ledger, FIRST, attempt=2, text="other words")
    assert ledger.find(FIRST) == before


@pytest.mark.parametrize("reopened", [False, True])
def test_what_is_not_settled_may_be_begun_again(reopened: bool, ledger: Ledger) -> None:
    """The newest attempt is the one that is known."""
    begin(ledger, FIRST)
    if reopened:
        ledger.reopen(FIRST)
        assert ledger.keys_in(StepState.OPEN) == {FIRST}

    again = begin(ledger, FIRST, attempt=2, text="other words")
    assert ledger.find(FIRST) == again
    assert ledger.keys_in(StepState.BEGUN) == {FIRST}


def test_a_refusal_keeps_its_reason(ledger: Ledger) -> None:
    """The server's own words, for whoever asks later."""
    begin(ledger, FIRST)
    ledger.refuse(FIRST, "too long")

    record = ledger.find(FIRST)
    assert record is not None
    assert (record.state, record.reason, record.remote_id) == (StepState.REFUSED, "too long", None)


def test_what_was_taken_back_may_be_posted_again(ledger: Ledger) -> None:
    """Its post is nobody's any more, and its key is too old to be used."""
    begin(ledger, FIRST)
    ledger.finish(FIRST, "42", "https://fake.example/42")
    ledger.take_back(FIRST)

    record = ledger.find(FIRST)
    assert record is not None
    assert (record.state, record.remote_id, record.url, record.first_sent) == (StepState.OPEN, None, None, 0)
    assert not ledger.has_claimed("42")


def test_an_edit_changes_what_was_sent(ledger: Ledger) -> None:
    """And nothing else."""
    begin(ledger, FIRST)
    ledger.finish(FIRST, "42", None)
    ledger.edit(FIRST, {"status": "better"})

    (record,) = ledger.in_state(StepState.DONE)
    assert (record.body, record.remote_id) == ({"status": "better"}, "42")


def test_two_steps_are_never_the_same_post(ledger: Ledger) -> None:
    """Two equal tweets stay two."""
    for key in (FIRST, SECOND):
        begin(ledger, key, text="Good morning")
    ledger.finish(FIRST, "42", None)

    with pytest.raises(LedgerError):
        ledger.finish(SECOND, "42", None)
    assert ledger.keys_in(StepState.BEGUN) == {SECOND}


def test_keys_are_the_same_in_every_run_and_those_of_this_ledger_alone(tmp_path: Path) -> None:
    """One for each step and attempt; another account's ledger has others."""
    homes = [tmp_path / name for name in ("a", "a", "b")]
    keys = []
    for home in homes:
        with Ledger(home / "ledger.sqlite") as ledger:
            ledger.claim("1", "someone")
            keys.append([ledger.idempotency_key(k, n) for k in (FIRST, StepKey(1, 1)) for n in (1, 2)])

    assert keys[0] == keys[1]
    assert len({key for found in keys for key in found}) == 8


def test_the_parts_to_come_are_kept_with_the_first(ledger: Ledger) -> None:
    """From the first part's post on, in order, until each is settled."""
    parts = _cut_tweet(3)
    begin(ledger, FIRST, rest=parts[1:])
    assert ledger.open_parts() == {}

    ledger.finish(FIRST, "42", None)
    assert ledger.open_parts() == {1: parts[1:]}

    begin(ledger, StepKey(1, 1))
    assert ledger.open_parts() == {1: parts[1:]}

    ledger.refuse(StepKey(1, 1), "no")
    assert ledger.open_parts() == {1: parts[2:]}


def test_another_cut_before_the_first_post_replaces_the_parts(ledger: Ledger) -> None:
    """Only what was begun and posted binds the next run."""
    begin(ledger, FIRST, rest=_cut_tweet(3)[1:])
    begin(ledger, FIRST, attempt=2, rest=_cut_tweet(2)[1:])
    ledger.finish(FIRST, "42", None)

    assert ledger.open_parts() == {1: _cut_tweet(2)[1:]}


def test_uploads_are_remembered_and_forgotten(ledger: Ledger, tmp_path: Path) -> None:
    """A file that the server has, one that it would not take, and a tweet whose files are gone."""
    sent, refused = Upload("7", 10.0), Upload(None, 11.0, "bad file")
    for tweet_id, media_id, upload in ((1, "a", sent), (1, "b", refused), (2, "c", sent)):
        keep_upload(ledger, tweet_id, media_id, upload)
    assert ledger.uploads() == {(1, "a"): sent, (1, "b"): refused, (2, "c"): sent}

    ledger.forget_uploads(1)
    ledger.close()
    with Ledger(tmp_path / "ledger.sqlite") as again:
        assert again.uploads() == {(2, "c"): sent}


def test_budgets_outlive_the_run(ledger: Ledger, tmp_path: Path) -> None:
    """The window, what was used in it, and a ban; the newest figures count."""
    ledger.keep_spent({"posts": (100.0, 3, 0.0), "requests": (300.0, 12, 0.0)})
    ledger.keep_spent({"posts": (200.0, 1, 250.5)})
    ledger.close()

    with Ledger(tmp_path / "ledger.sqlite") as again:
        assert again.spent() == {"posts": (200.0, 1, 250.5), "requests": (300.0, 12, 0.0)}


def test_the_last_plan_is_remembered(ledger: Ledger) -> None:
    """How many steps it has, and since when it is carried out."""
    assert ledger.plan() is None
    ledger.note_plan(9, 100.0)
    ledger.note_plan(12, 200.0)

    assert ledger.plan() == (12, 200.0)


def test_someone_elses_archive_is_refused(ledger: Ledger) -> None:
    """Two people's tweets are not mixed in one account."""
    with pytest.raises(LedgerError, match="@other"):
        ledger.claim("2", "other")


def test_an_archive_without_a_name_can_be_followed_by_one_that_has_it(tmp_path: Path) -> None:
    """A bare tweets.js today, the whole archive of the same person tomorrow."""
    with Ledger(tmp_path / "l.sqlite") as ledger:
        ledger.claim("", "")
        ledger.claim("1", "someone")
        ledger.claim("", "")

        assert ledger.owner() == ("1", "someone")


def test_a_begin_waits_for_the_disk_and_a_finish_need_not(ledger: Ledger) -> None:
    """If the power goes after the post, the step is found begun, and is settled."""
    begin(ledger, FIRST)
    assert _synchronous(ledger) == FULL

    ledger.finish(FIRST, "42", None)
    assert _synchronous(ledger) == NORMAL


def test_each_post_is_in_the_ledger_before_its_request(tmp_path: Path) -> None:
    """Seen by another reader of the file at the moment at which the server gets the request."""
    scene = Scene(FakeMastodon(), tmp_path, make_steps())
    found: list[list[str]] = []

    def look() -> None:
        with Ledger(scene.ledger_path, read_only=True) as reader:
            found.append([str(record.body["status"]) for record in reader.in_state(StepState.BEGUN)])

    _at_each(scene.fake, "/api/v1/statuses", look)
    scene.run()

    assert found == [[step.toot.text] for step in scene.steps]


def test_each_follow_is_in_the_ledger_before_its_request(tmp_path: Path) -> None:
    """The same for people."""
    fake = FakeMastodon()
    scene = FollowScene(fake, tmp_path, make_people(fake, 3))
    found: list[list[str]] = []

    def look() -> None:
        with Ledger(scene.ledger_path, read_only=True) as reader:
            people = reader.people.all(Action.FOLLOW).values()
        found.append([person.address for person in people if person.state is FollowState.BEGUN])

    _at_each(fake, "/follow", look)
    scene.run()

    assert found == [[person.address] for person in scene.people]


def begin(
    ledger: Ledger,
    key: StepKey,
    *,
    attempt: int = 1,
    text: str = "Hello",
    at: float = 100.0,
    rest: Sequence[Step] = (),
) -> Record:
    """Begin a step, as a run does."""
    body: dict[str, object] = {"status": text}
    record = Record(key, StepState.BEGUN, attempt, ledger.idempotency_key(key, attempt), body, at, at)
    ledger.begin(record, rest)
    return record


def keep_upload(ledger: Ledger, tweet_id: int, media_id: str, upload: Upload) -> None:
    """Remember a file, as a run does."""
    ledger.keep_upload(tweet_id, media_id, upload)


def _cut_tweet(count: int) -> list[Step]:
    moment = datetime(2015, 1, 1, tzinfo=UTC)
    return [Step(StepKey(1, part), Toot(f"{part} of {count}"), moment, Kind.TWEET) for part in range(count)]


def _synchronous(ledger: Ledger) -> int:
    (level,) = ledger._db.execute("PRAGMA synchronous").fetchone()
    return int(level)


def _at_each(fake: FakeMastodon, end: str, look: Callable[[], None]) -> None:
    """Do something whenever a POST to such an address arrives, before the server acts on it."""
    act = fake.act

    def act_after_a_look(request: httpx.Request, **how: object) -> httpx.Response:
        if request.method == "POST" and request.url.path.endswith(end):
            look()
        return act(request, **how)  # type: ignore[arg-type]

    fake.act = act_after_a_look  # type: ignore[method-assign]
