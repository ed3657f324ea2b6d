"""The ledger's part about people: who they are, what was done, on which lists they were put."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from migrate.ledger import OURS, FollowReason, FollowState, Ledger, PersonRecord
from migrate.model import Action
from migrate.people.follow import Became

ANN = PersonRecord(
    "ann@far.example",
    Action.FOLLOW,
    FollowState.REFUSED,
    100.5,
    account_id="7",
    acct="ann@new.example",
    locked=True,
    moved=True,
    reason=FollowReason.NOT_ALLOWED,
    detail="no",
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An account's ledger, new."""
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        yield ledger


def test_everything_about_a_person_is_read_again(ledger: Ledger, tmp_path: Path) -> None:
    """By the address that the list names, in a later run, too."""
    ledger.people.keep(ANN)
    ledger.close()

    with Ledger(tmp_path / "ledger.sqlite") as again:
        assert again.people.all(Action.FOLLOW) == {"ann@far.example": ANN}


def test_the_newest_word_about_a_person_counts(ledger: Ledger) -> None:
    """A person has one row for each action."""
    muted = replace(ANN, action=Action.MUTE, state=FollowState.DONE)
    ledger.people.keep(ANN, muted)
    ledger.people.keep(replace(ANN, state=FollowState.DONE))

    assert ledger.people.all(Action.FOLLOW)["ann@far.example"].state is FollowState.DONE
    assert ledger.people.all(Action.MUTE) == {"ann@far.example": muted}
    assert ledger.people.all(Action.BLOCK) == {}


@pytest.mark.parametrize("state", FollowState)
def test_an_account_is_taken_once_this_program_has_asked(state: FollowState, ledger: Ledger) -> None:
    """Under another address, for the same action; under its own it is the same person."""
    ledger.people.keep(replace(ANN, state=state))

    assert ledger.people.has_other("7", Action.FOLLOW, "ann@new.example") is (state in OURS)
    assert not ledger.people.has_other("7", Action.FOLLOW, "ann@far.example")
    assert not ledger.people.has_other("7", Action.BLOCK, "ann@new.example")
    assert not ledger.people.has_other("8", Action.FOLLOW, "ann@new.example")


def test_who_was_put_on_which_list(ledger: Ledger) -> None:
    """Putting somebody there twice is once; who is off it again is forgotten."""
    for ids in (["7", "8"], ["8"]):
        ledger.people.keep_listed("l1", ids)
    ledger.people.keep_listed("l2", ["7"])
    assert ledger.people.listed() == {"l1": ["7", "8"], "l2": ["7"]}

    ledger.people.forget_listed("l1", ["7"])
    assert ledger.people.listed() == {"l1": ["8"], "l2": ["7"]}


def test_which_lists_this_program_has_made(ledger: Ledger) -> None:
    """Written down before the list is asked for, so that none is left behind."""
    for title in ("Friends", "Work", "Friends"):
        ledger.people.begin_list(title)
    ledger.people.forget_made_list("Work")

    assert ledger.people.made_lists() == {"Friends"}


def test_other_programs_read_a_person_under_the_same_names() -> None:
    """What `migrate follow --json` prints of a person stays, whatever the names in the code."""
    printed = msgspec.json.decode(msgspec.json.encode(Became(ANN)))

    assert printed == {
        "event": "became",
        "person": {
            "address": "ann@far.example",
            "deed": "follow",
            "state": "refused",
            "changed_at": 100.5,
            "account_id": "7",
            "acct": "ann@new.example",
            "locked": True,
            "moved": True,
            "reason": "not_allowed",
            "detail": "no",
        },
    }
