"""What is to be done for whom. Pure."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from migrate.ledger import OURS, SETTLED, Known, Reason, Standing
from migrate.mastodon import Pace
from migrate.mastodon.api import READING
from migrate.mastodon.people import DOING
from migrate.mastodon.wire import Relationship
from migrate.model import Deed, Person

LOST_FOR = 3600
"""Seconds until somebody who was not found is looked for again."""

FOUND_FOR = 7 * 24 * 3600
"""Seconds until somebody who was found may have moved."""


class Sight(Struct, frozen=True):
    """A person as the server shows them. Without a relationship the server knows no such account."""

    person: Person
    known: Known
    relationship: Relationship | None = None


def is_open(known: Known | None, now: float) -> bool:
    """Whether a run has to do anything about somebody."""
    if known is None:
        return True
    if known.state is Standing.LOST:
        return now - known.changed_at >= LOST_FOR
    return known.state not in SETTLED


def is_found(known: Known, now: float) -> bool:
    """Whether the account behind an address is still known well enough."""
    return known.account_id is not None and now - known.changed_at < FOUND_FOR


def settle(sight: Sight, oneself: str, now: float, *, elsewhere: bool) -> Known | None:
    """How somebody stands for whom nothing needs to be sent; None for those who are to be asked for.

    `elsewhere`: the same account is dealt with under another address.
    """
    known, relationship = sight.known, sight.relationship
    if known.state is Standing.LOST:
        return known
    if obstacle := _obstacle(sight, oneself, elsewhere=elsewhere):
        state, reason = obstacle
        return replace(known, state=state, reason=reason, changed_at=now)
    if relationship is None or not is_so(known.deed, relationship):
        return None
    ours = known.state in OURS
    state = stands(known, relationship, sure=True) if ours else Standing.ALREADY
    return replace(known, state=state, changed_at=now)


def is_so(deed: Deed, relationship: Relationship) -> bool:
    """Whether somebody is followed (or asked), blocked or muted."""
    if deed is Deed.BLOCK:
        return relationship.blocking
    if deed is Deed.MUTE:
        return relationship.muting
    return relationship.following or relationship.requested


def stands(known: Known, relationship: Relationship, *, sure: bool) -> Standing:
    """How somebody stands for whom we have asked.

    The first answer about somebody on another server is hope: Mastodon says `following`
    before that server has been asked (app/controllers/api/v1/accounts_controller.rb#follow).
    """
    if known.deed is not Deed.FOLLOW:
        return Standing.DONE
    if relationship.following:
        return Standing.DONE if sure else Standing.PENDING
    return Standing.REQUESTED if known.locked else Standing.PENDING


class Outlook(Struct, frozen=True):
    """What a look has shown: whom the deed is new for, how the others stand, and how many were not looked at.

    `ends` counts those who are to be blocked and are followed now: blocking ends that.
    """

    new: tuple[Sight, ...]
    others: tuple[Known, ...]
    unseen: int = 0
    ends: int = 0


def outlook(sights: Iterable[Sight], settled: Iterable[Known], oneself: str, now: float) -> Outlook:
    """Sort people by what a run would do about them, without doing it."""
    new: list[Sight] = []
    others = list(settled)
    taken = {known.account_id: known.address for known in others if known.state in OURS}
    for sight in sights:
        address = sight.known.address
        elsewhere = taken.get(sight.known.account_id, address) != address
        known = settle(sight, oneself, now, elsewhere=elsewhere)
        if known:
            others.append(known)
        else:
            new.append(sight)
            taken[sight.known.account_id] = address
    return Outlook(tuple(new), tuple(others), ends=sum(_ends_follow(sight) for sight in new))


def foretell(deed: Deed, new: int, unseen: int, pace: Pace, now: float) -> float:
    """When the last of so many deeds will be done, with so many people still to be looked up, twice each."""
    for quotas in [READING] * (2 * unseen) + [DOING[deed]] * (new + unseen):
        now, _ = pace.free_at(quotas, now)
        pace = pace.after(quotas, now)
    return now


def _ends_follow(sight: Sight) -> bool:
    follows = sight.relationship is not None and sight.relationship.following
    return follows and sight.known.deed is Deed.BLOCK


def _obstacle(sight: Sight, oneself: str, *, elsewhere: bool) -> tuple[Standing, Reason] | None:
    """Why nothing is sent for somebody, whatever they are to us."""
    known, relationship = sight.known, sight.relationship
    if known.account_id == oneself:
        return Standing.LEFT_OUT, Reason.ONESELF
    if elsewhere:
        return Standing.LEFT_OUT, Reason.TWICE
    if relationship is None:
        return Standing.LOST, Reason.GONE
    if known.deed is Deed.FOLLOW and relationship.blocking:
        return Standing.LEFT_OUT, Reason.BLOCKED
    return None
