"""What became of those who had to be waited for: a person's yes, or another server's."""

from msgspec.structs import replace

from migrate.ledger import WAITING, Known, People, Reason, Standing
from migrate.mastodon import PatientClient
from migrate.mastodon.wire import Relationship
from migrate.model import Deed
from migrate.people.follow.deciding import is_so, stands
from migrate.people.follow.events import Became, Doing
from migrate.people.follow.looking import read_relationships

PATIENCE = 60
"""Seconds in which a server may not have got to it: on Takahē a follow is made a moment after the answer."""


def check(asker: PatientClient, records: People, deed: Deed) -> Doing[None]:
    """Look at everybody of whom it is not yet known how it ended, forty at a time."""
    waiting = [known for known in records.all(deed).values() if known.state in WAITING | {Standing.BEGUN}]
    ids = [known.account_id for known in waiting if known.account_id]
    found = yield from read_relationships(asker, ids)
    for known in waiting:
        relationship = found.get(known.account_id or "")
        now = asker.server.now()
        after = _after(known, relationship, now) if relationship else known
        if after != known:
            after = replace(after, changed_at=now)
            records.keep(after)
            yield Became(after)


def _after(known: Known, relationship: Relationship, now: float) -> Known:
    """Nobody is asked a second time who has said no once."""
    if is_so(known.deed, relationship):
        return replace(known, state=stands(known, relationship, sure=True))
    if known.state is Standing.BEGUN or now - known.changed_at < PATIENCE:
        return known
    return replace(known, state=Standing.REFUSED, reason=Reason.DECLINED)
