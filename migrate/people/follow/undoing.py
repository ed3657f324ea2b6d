"""What this program did is taken back, and nothing else: whoever was followed before stays followed."""

import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from migrate.ledger import OURS, Known, Ledger, Standing
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
from migrate.model import Deed
from migrate.people.follow.deciding import is_so
from migrate.people.follow.events import Became, Doing
from migrate.people.follow.listing import read_lists
from migrate.people.follow.looking import read_relationships
from migrate.people.follow.reading import read
from migrate.people.follow.refusals import why_refused


class Ours(Struct, frozen=True):
    """What this program did: for whom, and who was put on which list."""

    people: tuple[Known, ...]
    listed: dict[str, list[str]]

    def __bool__(self) -> bool:
        return bool(self.people or self.listed)

    @property
    def listings(self) -> int:
        """How many entries on lists."""
        return sum(len(ids) for ids in self.listed.values())


def undoable(ledger: Ledger, deed: Deed, addresses: frozenset[str] | None = None) -> Ours:
    """Everything that can be taken back of a deed; of these addresses alone, where some are given."""
    known = [one for one in ledger.people.all(deed).values() if addresses is None or one.address in addresses]
    accounts = {one.account_id for one in known}
    found = ledger.people.listed().items() if deed is Deed.FOLLOW else ()
    listed = {list_id: [one for one in ids if one in accounts] for list_id, ids in found}
    people = tuple(one for one in known if one.state in OURS)
    return Ours(people, {list_id: ids for list_id, ids in listed.items() if ids})


def undo(
    ours: Ours, server: Server, ledger: Ledger, *, sleep: Callable[[float], None] = time.sleep
) -> Doing[None]:
    """Unfollow (unblock, unmute) these people, and tell what happens."""
    asker = PatientClient(server, sleep)
    # first of all, because whoever is unfollowed falls off the lists without a word
    yield from _clear_lists(asker, ledger, ours.listed)
    people = ours.people
    for start in range(0, len(people), RELATIONSHIPS):
        some = people[start : start + RELATIONSHIPS]
        found = yield from read_relationships(asker, [known.account_id or "" for known in some])
        for known in some:
            relationship = found.get(known.account_id or "")
            if relationship and is_so(known.deed, relationship):
                after = yield from _undo_one(asker, known)
            else:
                after = replace(known, state=Standing.UNDONE, changed_at=server.now())
            ledger.people.keep(after)
            yield Became(after)


def _undo_one(asker: PatientClient, known: Known) -> Doing[Known]:
    server = asker.server
    request = partial(take_back, server, known.deed, known.account_id or "")
    answer = yield from asker.send(UNDOING[known.deed], request)
    if answer.ok:
        return replace(known, state=Standing.UNDONE, changed_at=server.now())
    reason = yield from why_refused(asker, answer)
    return replace(known, reason=reason, detail=reason_of(answer))


def _clear_lists(asker: PatientClient, ledger: Ledger, listed: Mapping[str, Sequence[str]]) -> Doing[None]:
    for list_id, ids in listed.items():
        for start in range(0, len(ids), RELATIONSHIPS):
            some = ids[start : start + RELATIONSHIPS]
            yield from asker.send(ACTING, partial(remove_from_list, asker.server, list_id, some))
            ledger.people.forget_listed(list_id, some)
    made = ledger.people.made_lists()
    known = (yield from read_lists(asker)) if made else {}
    for title in made & known.keys():
        yield from _delete_if_empty(asker, ledger, title, known[title])


def _delete_if_empty(asker: PatientClient, ledger: Ledger, title: str, list_id: str) -> Doing[None]:
    """A list that this program has made goes with the last of its people."""
    left = yield from read(asker, partial(get_listed, asker.server, list_id), list[Account])
    if not isinstance(left, Answer) and not left:
        yield from asker.send(ACTING, partial(delete_list, asker.server, list_id))
        ledger.people.forget_made_list(title)
