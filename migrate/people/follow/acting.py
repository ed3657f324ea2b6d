"""An action for one person, once.

    begin   durable, before the request
    POST    follow, block or mute: the same again changes nothing, on every server
    keep    how the person stands now

A person who was begun and has no answer is looked at before anything is sent again.
"""

from functools import partial

from msgspec.structs import replace

from migrate.errors import ServerError
from migrate.ledger import FollowReason, FollowState, PeopleLedger, PersonRecord
from migrate.mastodon import Answer, PatientClient, Server, decode, reason_of
from migrate.mastodon.people import DOING, act
from migrate.mastodon.wire import Relationship
from migrate.model import Action
from migrate.people.follow.deciding import Lookup, state_after
from migrate.people.follow.events import Became, Doing
from migrate.people.follow.reading import why_refused


def act_on(client: PatientClient, records: PeopleLedger, lookup: Lookup) -> Doing[PersonRecord]:
    """Follow, block or mute one person; ends with `Became`."""
    server, record = client.server, lookup.record
    quotas = DOING[record.action]
    begun = replace(record, state=FollowState.BEGUN, changed_at=server.now(), reason=None, detail="")
    records.begin([begun])
    request = partial(act, server, record.action, record.account_id or "", lookup.person)
    answer = yield from client.send(quotas, request)
    if answer.ok:
        after = _accepted(server, begun, answer)
    else:
        after = yield from _refused(client, begun, answer)
    records.keep(after)
    yield Became(after)
    return after


def is_full(record: PersonRecord) -> bool:
    """Tell whether the person was refused because the account may follow no more people now."""
    return record.reason is FollowReason.FULL and record.state is FollowState.FOUND


def no_more_follows(host: str, detail: str) -> ServerError:
    """Say that the server's own limit on how many people an account follows is reached."""
    return ServerError(
        f"{host} does not let you follow more people now ({detail}). Everything up to here is saved. "
        "When some people follow you back, or when you have unfollowed some, run the same command again."
    )


def _accepted(server: Server, begun: PersonRecord, answer: Answer) -> PersonRecord:
    """Read how the person stands after a yes. Where a proxy has passed on half of it, a later look tells."""
    try:
        relationship = decode(answer, Relationship)
    except ServerError:
        return begun
    is_here = begun.acct.endswith(f"@{server.host.lower()}")
    return replace(begun, state=state_after(begun, relationship, sure=is_here), changed_at=server.now())


def _refused(client: PatientClient, begun: PersonRecord, answer: Answer) -> Doing[PersonRecord]:
    """Say why the person was refused. A full account is no fault of the person, who stays open."""
    reason = yield from why_refused(client, answer)
    full = reason is FollowReason.FULL and begun.action is Action.FOLLOW
    state = FollowState.FOUND if full else FollowState.REFUSED
    return replace(
        begun, state=state, reason=reason, detail=reason_of(answer), changed_at=client.server.now()
    )
