"""What is to be done for whom: the rules, without a server."""

import pytest
from msgspec.structs import replace

from migrate.ledger import FollowReason, FollowState, PersonRecord
from migrate.mastodon.wire import Relationship
from migrate.model import Action, Person
from migrate.people.follow.deciding import Lookup, is_open, settle, state_after

NOW = 1000.0
STRANGER, FRIEND = Relationship("7"), Relationship("7", following=True)


@pytest.mark.parametrize(
    ("state", "relationship", "after"),
    [
        (FollowState.FOUND, STRANGER, None),
        (FollowState.FOUND, FRIEND, FollowState.ALREADY),
        (FollowState.BEGUN, STRANGER, None),
        (FollowState.BEGUN, FRIEND, FollowState.DONE),
        (FollowState.UNDONE, STRANGER, None),
        (FollowState.UNDONE, FRIEND, FollowState.ALREADY),
        (FollowState.FOUND, None, FollowState.LOST),
    ],
)
def test_whose_doing_it_is(
    state: FollowState, relationship: Relationship | None, after: FollowState | None
) -> None:
    """Whoever is followed was followed by us only if we had begun it."""
    record = settle(_lookup(state, relationship), "1", NOW, elsewhere=False)

    assert (record.state if record else None) == after


def test_what_is_in_the_way() -> None:
    """Oneself, the same account under another address, a block: in this order, whatever else is so."""
    lookup = _lookup(FollowState.FOUND, Relationship("7", blocking=True))
    reasons = [
        settle(lookup, own_id, NOW, elsewhere=elsewhere)
        for own_id, elsewhere in (("7", True), ("1", True), ("1", False))
    ]

    assert [record and record.reason for record in reasons] == [
        FollowReason.ONESELF,
        FollowReason.TWICE,
        FollowReason.BLOCKED,
    ]


@pytest.mark.parametrize(
    ("relationship", "reason"),
    [
        (Relationship("7", blocked_by=True), FollowReason.BLOCKED_BY),
        (Relationship("7", domain_blocking=True), FollowReason.DOMAIN_BLOCKED),
        (Relationship("7", domain_blocking=True, following=True), None),
    ],
)
def test_what_the_server_would_refuse_is_not_asked(
    relationship: Relationship, reason: FollowReason | None
) -> None:
    """A block of theirs, a block of one's own on their server (app/services/follow_service.rb)."""
    record = settle(_lookup(FollowState.FOUND, relationship), "1", NOW, elsewhere=False)

    assert record is not None
    assert record.reason is reason


def test_the_dead_are_followed_only_when_asked_for() -> None:
    """A yes in the list is asking."""
    record = replace(_record(FollowState.LEFT_OUT), reason=FollowReason.MEMORIAL)
    unasked = Lookup(Person("a@x.example"), record, STRANGER)
    asked = Lookup(Person("a@x.example", accepted=True), record, STRANGER)

    assert settle(unasked, "1", NOW, elsewhere=False) == record
    assert settle(asked, "1", NOW, elsewhere=False) is None


def test_hope_is_not_knowledge() -> None:
    """A first `following` about somebody elsewhere is pending; a request to a locked account is requested."""
    record, locked = _record(FollowState.BEGUN), Relationship("7", requested=True)

    assert state_after(record, FRIEND, sure=False) is FollowState.PENDING
    assert state_after(record, FRIEND, sure=True) is FollowState.DONE
    assert state_after(record, locked, sure=True) is FollowState.PENDING


def test_who_is_open() -> None:
    """Those nobody knows, those begun, found or taken back, and what stood in the way may be gone.

    Whoever was lost only after an hour; a no of the person's own stays.
    """
    states = [state for state in FollowState if is_open(_record(state), NOW + 60)]

    assert is_open(None, NOW)
    assert states == [
        *(FollowState.FOUND, FollowState.BEGUN),
        *(FollowState.REFUSED, FollowState.LEFT_OUT, FollowState.UNDONE),
    ]
    declined = replace(_record(FollowState.REFUSED), reason=FollowReason.DECLINED)
    assert not is_open(declined, NOW + 3600)
    assert is_open(_record(FollowState.LOST), NOW + 3600)


def _lookup(state: FollowState, relationship: Relationship | None) -> Lookup:
    return Lookup(Person("a@x.example"), _record(state), relationship)


def _record(state: FollowState) -> PersonRecord:
    return PersonRecord("a@x.example", Action.FOLLOW, state, NOW, account_id="7", acct="a@x.example")
