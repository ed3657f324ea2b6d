"""Deciding which people need an action. Pure."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from migrate.ledger import OURS, SETTLED, FollowReason, FollowState, PersonRecord
from migrate.mastodon.api import READING
from migrate.mastodon.pace import Pace, Quota
from migrate.mastodon.people import DOING
from migrate.mastodon.wire import Relationship
from migrate.model import Action, Person

LOST_FOR = 3600
"""Seconds until an address that was not found is looked up again."""

FOUND_FOR = 7 * 24 * 3600
"""Seconds until an account that was found may have moved."""


class Lookup(Struct, frozen=True):
    """A person as the server shows them. Without a relationship the server knows no such account."""

    person: Person
    record: PersonRecord
    relationship: Relationship | None = None


class FollowPlan(Struct, frozen=True):
    """The outlook of a run: the people to act on, the state of the others, the number not looked up yet.

    `ends` counts the people who are to be blocked and are followed now: blocking ends that. `lists`
    counts the lists that the account will have.
    """

    new: tuple[Lookup, ...]
    others: tuple[PersonRecord, ...]
    unseen: int = 0
    ends: int = 0
    lists: int = 0


FINAL = frozenset({FollowReason.ONESELF, FollowReason.DECLINED})
"""The reasons that nothing takes away. What else stood in the way may be gone in the next run."""


def is_open(record: PersonRecord | None, now: float) -> bool:
    """Tell whether a run has anything to do about a person."""
    if record is None:
        return True
    if record.state is FollowState.LOST:
        return now - record.changed_at >= LOST_FOR
    if record.state in {FollowState.REFUSED, FollowState.LEFT_OUT}:
        return record.reason not in FINAL
    return record.state not in SETTLED


def is_found(record: PersonRecord, now: float) -> bool:
    """Tell whether the account behind an address was found, and lately enough."""
    return record.account_id is not None and now - record.changed_at < FOUND_FOR


def settle(lookup: Lookup, own_id: str, now: float, *, elsewhere: bool) -> PersonRecord | None:
    """Decide the state of a person for whom nothing needs to be sent; None for a person to act on.

    `own_id` is the user's own account; `elsewhere` says that the same account is dealt with
    under another address.
    """
    record, relationship = lookup.record, lookup.relationship
    if record.state is FollowState.LOST:
        return record
    if obstacle := _obstacle(lookup, own_id, elsewhere=elsewhere):
        state, reason = obstacle
        return replace(record, state=state, reason=reason, changed_at=now)
    if relationship is None or not is_so(record.action, relationship):
        in_memory = record.reason is FollowReason.MEMORIAL and not lookup.person.accepted
        return record if in_memory else None
    ours = record.state in OURS
    state = state_after(record, relationship, sure=True) if ours else FollowState.ALREADY
    return replace(record, state=state, reason=None, detail="", changed_at=now)


def lacks_wishes(person: Person, relationship: Relationship) -> bool:
    """Tell whether a person is followed otherwise than the list wishes, as far as the server tells."""
    kept = relationship.languages
    return (
        (not person.boosts and relationship.showing_reblogs is True)
        or (person.notify and relationship.notifying is False)
        or (kept is not None and bool(person.languages) and set(kept) != set(person.languages))
    )


def is_so(action: Action, relationship: Relationship) -> bool:
    """Tell whether a person is followed (or asked), blocked or muted."""
    if action is Action.BLOCK:
        return relationship.blocking
    if action is Action.MUTE:
        return relationship.muting
    return relationship.following or relationship.requested


def state_after(record: PersonRecord, relationship: Relationship, *, sure: bool) -> FollowState:
    """Read from a relationship how a request of this program stands.

    The first answer about an account on another server is a hope, not `sure`: Mastodon says
    `following` before that server has been asked (app/controllers/api/v1/accounts_controller.rb#follow).
    """
    if record.action is not Action.FOLLOW:
        return FollowState.DONE
    if relationship.following:
        return FollowState.DONE if sure else FollowState.PENDING
    return FollowState.REQUESTED if record.locked else FollowState.PENDING


def plan_follows(
    lookups: Iterable[Lookup], settled: Iterable[PersonRecord], own_id: str, now: float
) -> FollowPlan:
    """Sort people by what a run would do about them."""
    new: list[Lookup] = []
    others = list(settled)
    taken = {record.account_id: record.address for record in others if record.state in OURS}
    for lookup in lookups:
        address = lookup.record.address
        elsewhere = taken.get(lookup.record.account_id, address) != address
        record = settle(lookup, own_id, now, elsewhere=elsewhere)
        if record:
            others.append(record)
        else:
            new.append(lookup)
            taken[lookup.record.account_id] = address
    return FollowPlan(tuple(new), tuple(others), ends=sum(_ends_follow(lookup) for lookup in new))


def foretell_follows(action: Action, new: int, unseen: int, pace: Pace, now: float) -> float:
    """Say when the last of these actions will be done; a person not yet seen costs one look-up."""
    return _end([READING] * unseen + [DOING[action]] * (new + unseen), pace, now)


def foretell_look(unseen: int, pace: Pace, now: float) -> float:
    """Say when a look at so many people will be over."""
    return _end([READING] * unseen, pace, now)


def _end(requests: Iterable[tuple[Quota, ...]], pace: Pace, now: float) -> float:
    for quotas in requests:
        now, _ = pace.free_at(quotas, now)
        pace = pace.after(quotas, now)
    return now


def _ends_follow(lookup: Lookup) -> bool:
    follows = lookup.relationship is not None and lookup.relationship.following
    return follows and lookup.record.action is Action.BLOCK


def _obstacle(lookup: Lookup, own_id: str, *, elsewhere: bool) -> tuple[FollowState, FollowReason] | None:
    """Find what forbids any request about a person, whatever the relationship."""
    record, relationship = lookup.record, lookup.relationship
    if record.account_id == own_id:
        return FollowState.LEFT_OUT, FollowReason.ONESELF
    if elsewhere:
        return FollowState.LEFT_OUT, FollowReason.TWICE
    if relationship is None:
        return FollowState.LOST, FollowReason.GONE
    if record.action is not Action.FOLLOW or is_so(record.action, relationship):
        return None
    return next((no for is_there, no in _in_the_way(relationship) if is_there), None)


def _in_the_way(relationship: Relationship) -> Iterator[tuple[bool | None, tuple[FollowState, FollowReason]]]:
    """Name what a server answers a follow with 403 for, so that it need not be asked.

    mastodon app/services/follow_service.rb#following_not_allowed?
    """
    yield relationship.blocking, (FollowState.LEFT_OUT, FollowReason.BLOCKED)
    yield relationship.domain_blocking, (FollowState.LEFT_OUT, FollowReason.DOMAIN_BLOCKED)
    yield relationship.blocked_by, (FollowState.REFUSED, FollowReason.BLOCKED_BY)
