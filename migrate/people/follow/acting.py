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
from migrate.mastodon.meeting import verify
from migrate.mastodon.people import DOING, act, follows_left
from migrate.mastodon.wire import Account, Relationship
from migrate.model import Action, Person
from migrate.people.follow.deciding import Lookup, state_after
from migrate.people.follow.events import Became, Doing
from migrate.people.follow.reading import read, why_refused

_INVALID = 422


def act_on(client: PatientClient, records: PeopleLedger, lookup: Lookup) -> Doing[PersonRecord]:
    """Follow, block or mute one person; ends with `Became`."""
    server, record = client.server, lookup.record
    begun = replace(record, state=FollowState.BEGUN, changed_at=server.now(), reason=None, detail="")
    records.begin([begun])
    answer = yield from send_wish(client, record, lookup.person)
    if answer.ok:
        after = _accepted(server, begun, answer)
    else:
        after = yield from _refused(client, begun, answer)
    records.keep(after)
    yield Became(after)
    return after


def send_wish(client: PatientClient, record: PersonRecord, wish: Person) -> Doing[Answer]:
    """Send what a list wants for a person.

    Mastodon refuses a follow for a language that it doesn't know (app/validators/language_validator.rb):
    the follow then goes without languages.
    """
    for asked in (wish, replace(wish, languages=())):
        request = partial(act, client.server, record.action, record.account_id or "", asked)
        answer = yield from client.send(DOING[record.action], request, shape=Relationship)
        if answer.code != _INVALID or not asked.languages:
            break
    return answer


def is_full(record: PersonRecord) -> bool:
    """Tell whether the person was refused because the account may follow no more people now."""
    return record.reason is FollowReason.FULL and record.state is FollowState.FOUND


def no_more_follows(host: str, detail: str) -> ServerError:
    """Say that the server's own limit on how many people an account follows is reached."""
    return ServerError(
        f"{host} does not let you follow more people now ({detail}). Everything up to here is saved. "
        "When some people follow you back, or when you have unfollowed some, run the same command again."
    )


def refuses_everybody(host: str, detail: str) -> ServerError:
    """Say that the same refusal came for one person after the other."""
    return ServerError(
        f"{host} has refused several people in a row with the same words ({detail}), so it may refuse all. "
        "Everything up to here is saved. Run the same command again later: it begins with the others."
    )


def _accepted(server: Server, begun: PersonRecord, answer: Answer) -> PersonRecord:
    """Read how the person stands after a yes."""
    is_here = begun.acct.endswith(f"@{server.host.lower()}")
    state = state_after(begun, decode(answer, Relationship), sure=is_here)
    return replace(begun, state=state, changed_at=server.now())


def _refused(client: PatientClient, begun: PersonRecord, answer: Answer) -> Doing[PersonRecord]:
    """Say why the person was refused. A full account is no fault of the person, who stays open."""
    reason = yield from why_refused(client, answer)
    state = FollowState.REFUSED
    if begun.action is Action.FOLLOW and answer.code == _INVALID and (yield from _follows_enough(client)):
        state, reason = FollowState.FOUND, FollowReason.FULL
    return replace(
        begun, state=state, reason=reason, detail=reason_of(answer), changed_at=client.server.now()
    )


def _follows_enough(client: PatientClient) -> Doing[bool]:
    """Ask the server whether the account follows as many people as it may."""
    own = yield from read(client, partial(verify, client.server), Account)
    return isinstance(own, Account) and follows_left(client.server, own) == 0
