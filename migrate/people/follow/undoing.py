"""Taking back the actions of this program, and nothing else: people followed before stay followed."""

import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from migrate.ledger import OURS, FollowReason, FollowState, Ledger, PersonRecord
from migrate.mastodon import Answer, PatientClient, Server, WaitReason, reason_of
from migrate.mastodon.people import (
    ACTING,
    RELATIONSHIPS,
    UNDOING,
    delete_list,
    remove_from_list,
    take_back,
)
from migrate.mastodon.wire import Relationship
from migrate.model import Action
from migrate.people.follow.checking import PATIENCE
from migrate.people.follow.deciding import is_so
from migrate.people.follow.events import Became, Doing
from migrate.people.follow.listing import TRIES, forget_gone, read_listed, read_lists
from migrate.people.follow.reading import expect_about_it, read_relationships, why_refused


class UndoableFollows(Struct, frozen=True):
    """The actions of this program: the people it acted on, and the accounts it put on each list."""

    people: tuple[PersonRecord, ...]
    listed: dict[str, list[str]]

    def __bool__(self) -> bool:
        return bool(self.people or self.listed)

    @property
    def listings(self) -> int:
        """Count the entries on lists."""
        return sum(len(ids) for ids in self.listed.values())


def undoable_follows(
    ledger: Ledger, action: Action, addresses: frozenset[str] | None = None
) -> UndoableFollows:
    """Collect the people an action can be taken back for; only these addresses, where some are given."""
    records = ledger.people.all(action).values()
    chosen = [record for record in records if addresses is None or record.address in addresses]
    accounts = {record.account_id for record in chosen}
    listed = ledger.people.listed().items() if action is Action.FOLLOW else ()
    ours = {list_id: [one for one in ids if one in accounts] for list_id, ids in listed}
    people = tuple(record for record in chosen if record.state in OURS)
    return UndoableFollows(people, {list_id: ids for list_id, ids in ours.items() if ids})


def undo_follows(
    ours: UndoableFollows, server: Server, ledger: Ledger, *, sleep: Callable[[float], None] = time.sleep
) -> Doing[None]:
    """Unfollow (unblock, unmute) these people, and tell what happens."""
    client = PatientClient(server, sleep)
    # first of all, because people who are unfollowed fall off the lists without a word
    yield from _clear_lists(client, ledger, ours.listed)
    people = ours.people
    for start in range(0, len(people), RELATIONSHIPS):
        some = people[start : start + RELATIONSHIPS]
        found = yield from _look(client, some)
        for record in some:
            relationship = found.get(record.account_id or "")
            if record.state is FollowState.DONE and relationship and not is_so(record.action, relationship):
                # taken back by hand
                after = replace(record, state=FollowState.UNDONE, changed_at=server.now())
            else:
                after = yield from _undo_one(client, record)
            ledger.people.keep(after)
            yield Became(after)


def _look(client: PatientClient, people: Sequence[PersonRecord]) -> Doing[dict[str, Relationship]]:
    """See how these people stand. What was asked for just now may be seen a moment later only."""
    ids = [record.account_id or "" for record in people]
    found = yield from read_relationships(client, ids)
    unseen = [one for one in people if not _is_seen(one, found) and one.state is not FollowState.DONE]
    ripe = max((record.changed_at + PATIENCE for record in unseen), default=0.0)
    if ripe > client.server.now():
        yield from client.pause(min(ripe - client.server.now(), PATIENCE), WaitReason.SETTLING)
        found = yield from read_relationships(client, ids)
    return found


def _is_seen(record: PersonRecord, found: Mapping[str, Relationship]) -> bool:
    relationship = found.get(record.account_id or "")
    return relationship is not None and is_so(record.action, relationship)


def _undo_one(client: PatientClient, record: PersonRecord) -> Doing[PersonRecord]:
    """Take an action back. A no is believed the second time, for a server refuses this to nobody else.

    A 404 is the word of snac where there is nothing to take back (mastoapi.c), and of all for an account
    that is gone.
    """
    server = client.server
    request = partial(take_back, server, record.action, record.account_id or "")
    for _ in range(TRIES):
        answer = yield from client.send(UNDOING[record.action], request, shape=Relationship)
        if answer.ok:
            break
        reason = yield from why_refused(client, answer)
    else:
        if reason is not FollowReason.GONE:
            return replace(record, reason=reason, detail=reason_of(answer))
    return replace(record, state=FollowState.UNDONE, changed_at=server.now(), reason=None, detail="")


def _clear_lists(client: PatientClient, ledger: Ledger, listed: Mapping[str, Sequence[str]]) -> Doing[None]:
    for list_id, ids in listed.items():
        for start in range(0, len(ids), RELATIONSHIPS):
            yield from _take_off(client, ledger, list_id, ids[start : start + RELATIONSHIPS])
    for _ in range(TRIES + 1):
        made = ledger.people.made_lists()
        known = (yield from read_lists(client)) if made else {}
        if isinstance(known, Answer) or not made:
            return
        forget_gone(ledger.people, known)
        for title in made & known.keys():
            yield from _delete_if_empty(client, known[title])


def _take_off(client: PatientClient, ledger: Ledger, list_id: str, ids: Sequence[str]) -> Doing[None]:
    left = set(ids)
    for _ in range(TRIES):
        request = partial(remove_from_list, client.server, list_id, sorted(left))
        answer = yield from client.send(ACTING, request)
        if not answer.ok:
            yield from expect_about_it(client, answer)
        there = yield from read_listed(client, list_id)
        if isinstance(there, Answer):
            # the list is gone, or is nobody's to read
            left = set() if there.code == 404 else left
            break
        left &= there
        if not left:
            break
    ledger.people.forget_listed(list_id, set(ids) - left)


def _delete_if_empty(client: PatientClient, list_id: str) -> Doing[None]:
    """Delete a list that this program has made, when it is empty. Only a later look tells that it is gone."""
    left = yield from read_listed(client, list_id)
    if left == set():
        answer = yield from client.send(ACTING, partial(delete_list, client.server, list_id))
        if not answer.ok:
            yield from expect_about_it(client, answer)
