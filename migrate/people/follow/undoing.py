"""Taking back the actions of this program, and nothing else: people followed before stay followed."""

import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from migrate.ledger import OURS, FollowState, Ledger, PersonRecord
from migrate.mastodon import Answer, PatientClient, Server, reason_of
from migrate.mastodon.people import (
    ACTING,
    RELATIONSHIPS,
    UNDOING,
    delete_list,
    get_listed,
    remove_from_list,
    take_back,
)
from migrate.mastodon.wire import Account
from migrate.model import Action
from migrate.people.follow.deciding import is_so
from migrate.people.follow.events import Became, Doing
from migrate.people.follow.listing import read_lists
from migrate.people.follow.reading import read, read_relationships, why_refused


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
        found = yield from read_relationships(client, [record.account_id or "" for record in some])
        for record in some:
            relationship = found.get(record.account_id or "")
            if relationship and is_so(record.action, relationship):
                after = yield from _undo_one(client, record)
            else:
                after = replace(record, state=FollowState.UNDONE, changed_at=server.now())
            ledger.people.keep(after)
            yield Became(after)


def _undo_one(client: PatientClient, record: PersonRecord) -> Doing[PersonRecord]:
    server = client.server
    request = partial(take_back, server, record.action, record.account_id or "")
    answer = yield from client.send(UNDOING[record.action], request)
    if answer.ok:
        return replace(record, state=FollowState.UNDONE, changed_at=server.now())
    reason = yield from why_refused(client, answer)
    return replace(record, reason=reason, detail=reason_of(answer))


def _clear_lists(client: PatientClient, ledger: Ledger, listed: Mapping[str, Sequence[str]]) -> Doing[None]:
    for list_id, ids in listed.items():
        for start in range(0, len(ids), RELATIONSHIPS):
            some = ids[start : start + RELATIONSHIPS]
            yield from client.send(ACTING, partial(remove_from_list, client.server, list_id, some))
            ledger.people.forget_listed(list_id, some)
    made = ledger.people.made_lists()
    known = (yield from read_lists(client)) if made else {}
    for title in made & known.keys():
        yield from _delete_if_empty(client, ledger, title, known[title])


def _delete_if_empty(client: PatientClient, ledger: Ledger, title: str, list_id: str) -> Doing[None]:
    """Delete a list that this program has made, when no one is left on it."""
    left = yield from read(client, partial(get_listed, client.server, list_id), list[Account])
    if not isinstance(left, Answer) and not left:
        yield from client.send(ACTING, partial(delete_list, client.server, list_id))
        ledger.people.forget_made_list(title)
