"""Two records of one account become one: nothing is lost, nothing is there twice."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from migrate.errors import LedgerError
from migrate.ledger import FollowState, Joined, Ledger, LedgerAccount, PersonRecord, Record, StepState, Upload
from migrate.model import Action, StepKey
from tests.fakes.mastodon import FakeMastodon, Killed
from tests.ledger.test_ledger import begin, cut_tweet, keep_upload
from tests.posts.replay.scene import Scene, make_steps

ONE, TWO, THREE = StepKey(1), StepKey(2), StepKey(3)
COURSES = (
    *(("begun", "open"), ("begun", "refused"), ("begun", "done"), ("open", "begun")),
    *(("open", "refused"), ("open", "done"), ("done", "taken back"), ("done", "posted again")),
)
"""How a step stood when a copy was made, and how it went on."""


@pytest.fixture
def mine(tmp_path: Path) -> Iterator[Ledger]:
    """The record that goes on."""
    with _new(tmp_path / "mine.sqlite") as ledger:
        yield ledger


@pytest.fixture
def theirs(tmp_path: Path) -> Iterator[Ledger]:
    """The other one, begun for itself."""
    with _new(tmp_path / "theirs.sqlite") as ledger:
        yield ledger


def test_what_either_knows_is_known(mine: Ledger, theirs: Ledger) -> None:
    """Each post, each refusal, each file; and the keys of either stay as they were sent."""
    _step(mine, ONE, "done", remote="11")
    sent = _step(theirs, TWO, "done", remote="22")
    _step(theirs, THREE, "refused")
    keep_upload(theirs, 3, "a", Upload("7", 10.0))

    assert mine.join(theirs) == Joined(steps=2, people=0, posted_by_both=[])
    assert mine.posted(ONE) == ("11", "")
    assert mine.posted(TWO) == ("22", "")
    assert mine.counts() == {StepState.DONE: 2, StepState.REFUSED: 1}
    assert mine.uploads() == {(3, "a"): Upload("7", 10.0)}
    record = mine.find(TWO)
    assert record is not None
    assert record.idempotency_key == sent.idempotency_key


def test_to_join_again_changes_nothing(mine: Ledger, theirs: Ledger) -> None:
    """The program was killed before it put the other file aside."""
    _step(theirs, ONE, "done", remote="11", rest=3)
    _step(theirs, TWO, "begun")
    mine.join(theirs)
    before = mine.tables()

    assert mine.join(theirs) == Joined(0, 0, [])
    assert mine.tables() == before


@pytest.mark.parametrize("other", ["begun", "open", "refused", "taken back"])
def test_a_post_that_is_there_counts(other: str, mine: Ledger, theirs: Ledger) -> None:
    """Whichever of two records that were begun apart has it, and whichever is later."""
    for number, (with_it, without) in enumerate(((mine, theirs), (theirs, mine)), start=1):
        for at in (50.0, 150.0):
            key = StepKey(number, int(at))
            _step(with_it, key, "done", remote=f"{number}{at}")
            _step(without, key, other, at=at, remote=f"gone {number}{at}")
    mine.join(theirs)

    assert mine.counts() == {StepState.DONE: 4}


def test_no_key_is_used_again(mine: Ledger, theirs: Ledger) -> None:
    """The server may remember what it answered to it."""
    _step(mine, ONE, "open")
    begin(mine, ONE, attempt=2)
    mine.reopen(ONE)
    _step(theirs, ONE, "begun")
    mine.join(theirs)

    record = mine.find(ONE)
    assert record is not None
    assert (record.state, record.attempt) == (StepState.BEGUN, 2)


@pytest.mark.parametrize("other", ["open", "refused"])
def test_a_post_that_may_be_there_is_settled_first(other: str, mine: Ledger, theirs: Ledger) -> None:
    """It was sent from one computer, and what became of it is not known."""
    _step(mine, ONE, "begun")
    _step(theirs, ONE, other, at=150.0)
    _step(mine, TWO, other, at=150.0)
    _step(theirs, TWO, "begun")
    mine.join(theirs)

    assert mine.keys_in(StepState.BEGUN) == {ONE, TWO}


@pytest.mark.parametrize(("first", "second"), [(50.0, 150.0), (150.0, 50.0)])
def test_two_posts_that_may_be_there(first: float, second: float, mine: Ledger, theirs: Ledger) -> None:
    """They are looked for from the first sending on, and not taken for lost before the last is over."""
    _step(mine, ONE, "begun", at=first)
    _step(theirs, ONE, "begun", at=second)
    mine.join(theirs)

    record = mine.find(ONE)
    assert record is not None
    assert (record.first_sent, record.last_sent) == (50.0, 150.0)


@pytest.mark.parametrize("went_on", ["mine", "theirs"])
@pytest.mark.parametrize(("earlier", "later"), COURSES)
def test_of_two_copies_that_which_went_on_counts(
    earlier: str, later: str, went_on: str, tmp_path: Path
) -> None:
    """What was undone stays undone, though the copy of before holds it for posted."""
    with _new(tmp_path / "first.sqlite") as first:
        _step(first, ONE, earlier, remote="11")
        first.export(tmp_path / "copy.sqlite")
        _go_on(first, later)
        expected = first.find(ONE)
        with Ledger(tmp_path / "copy.sqlite") as copy:
            mine, theirs = (first, copy) if went_on == "mine" else (copy, first)
            mine.join(theirs)
            assert mine.find(ONE) == expected


def test_a_tweet_that_both_have_posted(mine: Ledger, theirs: Ledger) -> None:
    """It is there twice. One thread stays in the record, whole, and the tweet is told."""
    _step(mine, ONE, "done", remote="11", rest=3)
    _step(theirs, ONE, "done", remote="21", rest=2)
    _step(theirs, StepKey(1, 1), "done", remote="22")

    assert mine.join(theirs) == Joined(steps=0, people=0, posted_by_both=[1])
    assert mine.posted(ONE) == ("11", "")
    assert mine.find(StepKey(1, 1)) is None
    assert mine.open_parts() == {1: cut_tweet(3)[1:]}


def test_one_post_is_that_of_one_step(mine: Ledger, theirs: Ledger) -> None:
    """Two equal tweets, one post: the other tweet is still to be posted."""
    _step(mine, ONE, "done", remote="11")
    _step(theirs, TWO, "done", remote="11")

    assert mine.join(theirs) == Joined(0, 0, [])
    assert mine.posted(ONE) == ("11", "")
    assert mine.find(TWO) is None


@pytest.mark.parametrize("known", [None, "refused"])
def test_the_parts_to_come_go_with_the_first(known: str | None, mine: Ledger, theirs: Ledger) -> None:
    """A tweet is ended with the cut with which it was begun."""
    if known:
        _step(mine, ONE, known, rest=2)
    _step(theirs, ONE, "done", remote="21", rest=3)
    _step(theirs, StepKey(1, 1), "done", remote="22")
    mine.join(theirs)

    assert mine.open_parts() == {1: cut_tweet(3)[2:]}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("done", 1.0), ("already", 2.0), "done"),
        (("requested", 1.0), ("lost", 2.0), "requested"),
        (("requested", 1.0), ("done", 2.0), "done"),
        (("done", 1.0), ("undone", 2.0), "undone"),
        (("undone", 1.0), ("done", 2.0), "done"),
        (("lost", 1.0), ("already", 2.0), "already"),
        (("begun", 1.0), ("refused", 2.0), "refused"),
    ],
)
def test_people(
    one: tuple[str, float], other: tuple[str, float], expected: str, mine: Ledger, theirs: Ledger
) -> None:
    """The later word counts. Whoever was followed by one computer was "followed before" to the other only."""
    for address, (first, second) in {"a@far.example": (one, other), "b@far.example": (other, one)}.items():
        for ledger, (state, at) in ((mine, first), (theirs, second)):
            ledger.people.keep(PersonRecord(address, Action.FOLLOW, FollowState(state), at))
    theirs.people.keep_listed("5", ["1001"])
    theirs.people.begin_list("Friends")
    mine.join(theirs)

    assert {person.state.value for person in mine.people.all(Action.FOLLOW).values()} == {expected}
    assert mine.people.listed() == {"5": ["1001"]}
    assert mine.people.made_lists() == {"Friends"}


def test_what_is_spent_is_not_forgotten(mine: Ledger, theirs: Ledger) -> None:
    """Of a window the fuller books, of two windows the later, and each ban."""
    mine.keep_spent({"posts": (100.0, 3, 500.0), "deletes": (100.0, 1, 0.0)})
    theirs.keep_spent({"posts": (200.0, 1, 0.0), "deletes": (100.0, 7, 0.0), "follows": (1.0, 2, 0.0)})
    mine.note_plan(12, 200.0)
    theirs.note_plan(9, 100.0)
    mine.join(theirs)

    assert mine.spent() == {
        "posts": (200.0, 1, 500.0),
        "deletes": (100.0, 7, 0.0),
        "follows": (1.0, 2, 0.0),
    }
    assert mine.plan() == (12, 200.0)


def test_a_step_that_was_under_way_is_sent_again_with_its_own_key(tmp_path: Path) -> None:
    """The server may still be at work on the first request, whose key is not of this record's making."""
    scene = Scene(FakeMastodon(), tmp_path / "theirs", make_steps())
    scene.fake.faults.die_before(3, "POST /api/v1/statuses")
    with pytest.raises(Killed):
        scene.run()
    with Ledger(scene.ledger_path) as theirs, _new(tmp_path / "ledger.sqlite") as mine:
        (under_way,) = theirs.in_state(StepState.BEGUN)
        mine.join(theirs)
    sent: list[str] = []
    act = scene.fake.act

    def act_and_note(request: httpx.Request, **how: Any) -> httpx.Response:
        if key := request.headers.get("Idempotency-Key"):
            sent.append(key)
        return act(request, **how)

    scene.fake.act = act_and_note  # type: ignore[method-assign]
    scene.ledger_path = tmp_path / "ledger.sqlite"
    scene.run()

    assert sent[0] == under_way.idempotency_key
    scene.check_whole()


def test_a_new_record_takes_over_the_keys(theirs: Ledger, tmp_path: Path) -> None:
    """With the salt from which they are made: a step that is sent again has the key that the server knows."""
    with Ledger(tmp_path / "new.sqlite") as new:
        new.belong_to(LedgerAccount("https://fake.example", "1001", "me@fake.example"))
        new.join(theirs)

        assert new.owner() == ("1", "someone")
        assert new.idempotency_key(ONE, 1) == theirs.idempotency_key(ONE, 1)
        account = new.account()
        assert account is not None
        assert account.account_id == "1001"


def test_somebody_elses_record_is_refused(mine: Ledger, tmp_path: Path) -> None:
    """Two people's tweets are not mixed, and nothing is changed."""
    with Ledger(tmp_path / "other.sqlite") as other:
        other.claim("2", "other")
        _step(other, ONE, "done", remote="11")
        with pytest.raises(LedgerError, match="@other"):
            mine.join(other)

    assert mine.find(ONE) is None


def test_a_record_without_a_name_is_joined(mine: Ledger, tmp_path: Path) -> None:
    """A bare tweets.js was imported first."""
    with Ledger(tmp_path / "bare.sqlite") as bare:
        bare.claim("", "")
        key = bare.idempotency_key(ONE, 1)
        bare.join(mine)

        assert bare.owner() == ("1", "someone")
        assert bare.idempotency_key(ONE, 1) == key


def _new(path: Path) -> Ledger:
    ledger = Ledger(path)
    ledger.claim("1", "someone")
    return ledger


def _step(
    ledger: Ledger, key: StepKey, how: str, *, at: float = 100.0, remote: str = "", rest: int = 0
) -> Record:
    record = begin(ledger, key, at=at, rest=cut_tweet(rest)[1:])
    _end(ledger, key, how, remote)
    return record


def _go_on(ledger: Ledger, later: str) -> None:
    """The next run takes the step up where the copy was made."""
    record = ledger.find(ONE)
    assert record is not None
    if record.state is StepState.OPEN:
        begin(ledger, ONE, at=150.0)
    elif later == "posted again":
        ledger.take_back(ONE)
        begin(ledger, ONE, attempt=2, at=150.0)
    _end(ledger, ONE, later, "12", was_done=record.state is StepState.DONE)


def _end(ledger: Ledger, key: StepKey, how: str, remote: str, *, was_done: bool = False) -> None:
    if how == "open":
        ledger.reopen(key)
    elif how == "refused":
        ledger.refuse(key, "no")
    elif how == "posted again" or (how in {"done", "taken back"} and not was_done):
        ledger.finish(key, remote, "")
    if how == "taken back":
        ledger.take_back(key)
