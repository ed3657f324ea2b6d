"""Putting people on lists. A list takes only people who are followed, or asked."""

from collections.abc import Mapping, Sequence
from functools import partial

from migrate.ledger import PeopleLedger
from migrate.mastodon import (
    Answer,
    NoAnswer,
    NotSent,
    PatientClient,
    Process,
    Verdict,
    Waiting,
    WaitReason,
    reason_of,
    verdict_of,
)
from migrate.mastodon.patient import PAUSES
from migrate.mastodon.people import (
    ACTING,
    RELATIONSHIPS,
    add_to_list,
    create_list,
    get_listed,
    get_lists,
)
from migrate.mastodon.wire import Account, UserList
from migrate.people.follow.events import Doing, Listed, NotListed
from migrate.people.follow.reading import read

PAUSE = 10.0
_NO_LISTS = 405
"""What Takahe says to the making of a list, as a page."""


def put_on_lists(
    client: PatientClient, records: PeopleLedger, wanted: Mapping[str, Sequence[str]]
) -> Doing[None]:
    """Put accounts on lists, given by the lists' titles, and remember which were put there."""
    known = (yield from read_lists(client)) if wanted else {}
    for title, ids in wanted.items():
        list_id = known.get(title) or (yield from _make(client, records, title))
        if list_id:
            yield from _fill(client, records, title, list_id, ids)


def read_lists(client: PatientClient) -> Process[Waiting, dict[str, str]]:
    """Read the id of each list, by its title; of two with one title, the first."""
    lists = yield from read(client, partial(get_lists, client.server), list[UserList])
    return {} if isinstance(lists, Answer) else {found.title: found.id for found in reversed(lists)}


def _make(client: PatientClient, records: PeopleLedger, title: str) -> Doing[str]:
    """Make a list, once: titles need not be unique, so after a doubt the lists are read, not asked for."""
    records.begin_list(title)
    for _ in PAUSES:
        yield from client.wait_for(ACTING)
        try:
            answer = create_list(client.server, title)
        except NotSent:
            yield from client.pause(PAUSE, WaitReason.NETWORK)
            continue
        except NoAnswer:
            answer = None
        verdict = verdict_of(answer, client.server.dialect) if answer else Verdict.UNKNOWN
        if answer and verdict is Verdict.NOT_NOW:
            client.back_off(ACTING, answer)
        elif answer and (verdict in {Verdict.REFUSED, Verdict.NO_LOGIN} or answer.code == _NO_LISTS):
            yield NotListed(title, "", reason_of(answer))
            return ""
        elif made := (yield from _find_made(client, title, in_doubt=verdict is Verdict.UNKNOWN)):
            return made
    raise client.gave_up()


def _find_made(client: PatientClient, title: str, *, in_doubt: bool) -> Process[Waiting, str | None]:
    if in_doubt:
        # the request may still be under way
        yield from client.pause(client.server.dialect.settles_after, WaitReason.SETTLING)
    return (yield from read_lists(client)).get(title)


def _fill(
    client: PatientClient, records: PeopleLedger, title: str, list_id: str, ids: Sequence[str]
) -> Doing[None]:
    missing = yield from _missing(client, list_id, list(dict.fromkeys(ids)))
    added = 0
    for start in range(0, len(missing), RELATIONSHIPS):
        added += yield from _add(client, records, title, list_id, missing[start : start + RELATIONSHIPS])
    yield Listed(title, added)


def _add(
    client: PatientClient, records: PeopleLedger, title: str, list_id: str, ids: list[str]
) -> Doing[int]:
    """Put accounts on a list; where a single no fails all of them, one by one."""
    records.keep_listed(list_id, ids)
    answer = yield from client.send(ACTING, partial(add_to_list, client.server, list_id, ids))
    if answer.ok:
        return len(ids)
    # a second request after a lost answer is a no, too: they are there already
    missing = yield from _missing(client, list_id, ids)
    added = len(ids) - len(missing)
    if len(ids) > 1:
        for account_id in missing:
            added += yield from _add(client, records, title, list_id, [account_id])
    elif missing:
        records.forget_listed(list_id, missing)
        yield NotListed(title, missing[0], reason_of(answer))
    return added


def _missing(client: PatientClient, list_id: str, ids: list[str]) -> Process[Waiting, list[str]]:
    listed = yield from read(client, partial(get_listed, client.server, list_id), list[Account])
    there = set() if isinstance(listed, Answer) else {account.id for account in listed}
    return [account_id for account_id in ids if account_id not in there]
