"""The outcome of requests that had to wait: for a person's yes, or for another server."""

from msgspec.structs import replace

from migrate.ledger import WAITING, FollowReason, FollowState, PeopleLedger, PersonRecord
from migrate.mastodon import PatientClient
from migrate.mastodon.wire import Relationship
from migrate.model import Action
from migrate.people.follow.deciding import is_so, state_after
from migrate.people.follow.events import Became, Doing
from migrate.people.follow.looking import Resolve
from migrate.people.follow.reading import read_relationships

PATIENCE = 60
"""The seconds that a server may take: on Takahē a follow is made a moment after the answer."""


def check_requests(
    client: PatientClient, records: PeopleLedger, action: Action, after_no: Resolve
) -> Doing[None]:
    """Look at everyone whose request has no final answer yet, forty at a time.

    `after_no` looks once whether a person who seems to have said no has moved.
    """
    unanswered = WAITING | {FollowState.BEGUN}
    waiting = [record for record in records.all(action).values() if record.state in unanswered]
    ids = [record.account_id for record in waiting if record.account_id]
    found = yield from read_relationships(client, ids)
    for record in waiting:
        relationship = found.get(record.account_id or "")
        now = client.server.now()
        after = _after(record, relationship, now) if relationship else record
        if after.reason is FollowReason.DECLINED:
            after = yield from after_no(after)
        if after != record:
            after = replace(after, changed_at=now)
            records.keep(after)
            yield Became(after)


def _after(record: PersonRecord, relationship: Relationship, now: float) -> PersonRecord:
    """Read the answer from the relationship. A person who has said no is not asked a second time."""
    if is_so(record.action, relationship):
        return replace(record, state=state_after(record, relationship, sure=True))
    if record.state is FollowState.BEGUN or now - record.changed_at < PATIENCE:
        return record
    return replace(record, state=FollowState.REFUSED, reason=FollowReason.DECLINED)
