"""What is to be done for whom: the rules, without a server."""

import pytest

from migrate.ledger import Known, Reason, Standing
from migrate.mastodon.wire import Relationship
from migrate.model import Deed, Person
from migrate.people.follow.deciding import Sight, is_open, settle, stands

NOW = 1000.0
STRANGER, FRIEND = Relationship("7"), Relationship("7", following=True)


@pytest.mark.parametrize(
    ("state", "relationship", "after"),
    [
        (Standing.FOUND, STRANGER, None),
        (Standing.FOUND, FRIEND, Standing.ALREADY),
        (Standing.BEGUN, STRANGER, None),
        (Standing.BEGUN, FRIEND, Standing.DONE),
        (Standing.UNDONE, STRANGER, None),
        (Standing.UNDONE, FRIEND, Standing.ALREADY),
        (Standing.FOUND, None, Standing.LOST),
    ],
)
def test_whose_doing_it_is(
    state: Standing, relationship: Relationship | None, after: Standing | None
) -> None:
    """Whoever is followed was followed by us only if we had begun it."""
    known = settle(_sight(state, relationship), "1", NOW, elsewhere=False)

    assert (known.state if known else None) == after


def test_what_is_in_the_way() -> None:
    """Oneself, the same account under another address, a block: in this order, whatever else is so."""
    sight = _sight(Standing.FOUND, Relationship("7", blocking=True))
    reasons = [
        settle(sight, oneself, NOW, elsewhere=elsewhere)
        for oneself, elsewhere in (("7", True), ("1", True), ("1", False))
    ]

    assert [known and known.reason for known in reasons] == [Reason.ONESELF, Reason.TWICE, Reason.BLOCKED]


def test_hope_is_not_knowledge() -> None:
    """A first `following` about somebody elsewhere is pending; a request to a locked account is requested."""
    known, locked = Known("a@x.example", Deed.FOLLOW, Standing.BEGUN, NOW), Relationship("7", requested=True)

    assert stands(known, FRIEND, sure=False) is Standing.PENDING
    assert stands(known, FRIEND, sure=True) is Standing.DONE
    assert stands(known, locked, sure=True) is Standing.PENDING


def test_who_is_open() -> None:
    """Those nobody knows, those begun, found or taken back; whoever was lost only after an hour."""
    states = [state for state in Standing if is_open(Known("a@x.example", Deed.FOLLOW, state, NOW), NOW + 60)]

    assert is_open(None, NOW)
    assert states == [Standing.FOUND, Standing.BEGUN, Standing.UNDONE]
    assert is_open(Known("a@x.example", Deed.FOLLOW, Standing.LOST, NOW), NOW + 3600)


def _sight(state: Standing, relationship: Relationship | None) -> Sight:
    known = Known("a@x.example", Deed.FOLLOW, state, NOW, account_id="7", acct="a@x.example")
    return Sight(Person("a@x.example"), known, relationship)
