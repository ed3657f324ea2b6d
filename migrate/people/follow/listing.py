"""Putting people on lists. A list takes people who are followed; on Mastodon also those who were asked."""

from collections.abc import Mapping, Sequence
from functools import partial

from migrate.ledger import WAITING, PeopleLedger, PersonRecord
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
from migrate.people.follow.reading import expect_about_it, read

PAUSE = 10.0
TRIES = 2
"""A yes to a change of a list is `{}`, which can be anything's: the list is read, and asked for again."""

_NO_LISTS = 405
"""What Takahe says to the making of a list, as a page."""


def put_on_lists(
    client: PatientClient, records: PeopleLedger, wanted: Mapping[str, Sequence[PersonRecord]]
) -> Doing[None]:
    """Put people on lists, given by the lists' titles, and remember who was put there."""
    if not (wanted or records.made_lists()):
        return
    known = yield from read_lists(client)
    if isinstance(known, Answer):
        for title, people in wanted.items():
            yield NotListed(title, _addresses(people), reason_of(known))
        return
    forget_gone(records, known)
    for title, people in wanted.items():
        made = known.get(title) or (yield from _make(client, records, title))
        if isinstance(made, Answer):
            yield NotListed(title, _addresses(people), reason_of(made))
        else:
            yield from _fill(client, records, title, made, people)


def read_lists(client: PatientClient) -> Process[Waiting, dict[str, str] | Answer]:
    """Read the id of each list, by its title; of two with one title, the first."""
    lists = yield from read(client, partial(get_lists, client.server), list[UserList])
    return lists if isinstance(lists, Answer) else {found.title: found.id for found in reversed(lists)}


def read_listed(client: PatientClient, list_id: str) -> Process[Waiting, set[str] | Answer]:
    """Read the ids of the accounts on a list."""
    listed = yield from read(client, partial(get_listed, client.server, list_id), list[Account])
    return listed if isinstance(listed, Answer) else {account.id for account in listed}


def forget_gone(records: PeopleLedger, known: Mapping[str, str]) -> None:
    """Forget the title of a list that is there no more: the next with this title is not of this program."""
    for title in records.made_lists() - known.keys():
        records.forget_made_list(title)


def _make(client: PatientClient, records: PeopleLedger, title: str) -> Doing[str | Answer]:
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
        verdict = verdict_of(answer, client.server.dialect, UserList) if answer else Verdict.UNKNOWN
        if answer and verdict is Verdict.NOT_NOW:
            client.back_off(ACTING, answer)
        elif answer and (verdict is Verdict.REFUSED or answer.code == _NO_LISTS):
            yield from expect_about_it(client, answer)
            records.forget_made_list(title)
            return answer
        elif verdict is Verdict.NO_LOGIN:
            raise client.logged_out()
        elif made := (yield from _find_made(client, title, in_doubt=verdict is Verdict.UNKNOWN)):
            return made
    raise client.gave_up()


def _find_made(client: PatientClient, title: str, *, in_doubt: bool) -> Process[Waiting, str | None]:
    if in_doubt:
        # the request may still be under way
        yield from client.pause(client.server.dialect.settles_after, WaitReason.SETTLING)
    known = yield from read_lists(client)
    return None if isinstance(known, Answer) else known.get(title)


def _fill(
    client: PatientClient, records: PeopleLedger, title: str, list_id: str, people: Sequence[PersonRecord]
) -> Doing[None]:
    by_id = {person.account_id or "": person for person in people}
    missing = yield from _missing(client, list_id, list(by_id))
    added = 0
    for start in range(0, len(missing), RELATIONSHIPS):
        some = missing[start : start + RELATIONSHIPS]
        refused = yield from _add(client, records, list_id, some)
        added += len(some) - len(refused)
        waits = [by_id[one] for one in refused if by_id[one].state in WAITING]
        if waits:
            yield NotListed(title, _addresses(waits), waits=True)
        for account_id, reason in refused.items():
            if by_id[account_id] not in waits:
                yield NotListed(title, _addresses([by_id[account_id]]), reason)
    yield Listed(title, added)


def _add(client: PatientClient, records: PeopleLedger, list_id: str, ids: list[str]) -> Doing[dict[str, str]]:
    """Put accounts on a list; where one no fails all of them, one by one. Return the refused, and why."""
    records.keep_listed(list_id, ids)
    missing, reason = ids, ""
    for _ in range(TRIES):
        answer = yield from client.send(ACTING, partial(add_to_list, client.server, list_id, missing))
        if not answer.ok:
            yield from expect_about_it(client, answer)
        reason = reason_of(answer)
        # a second request after a lost answer is a no, too: they are there already
        missing = yield from _missing(client, list_id, missing)
        if not (missing and answer.ok):
            break
    refused: dict[str, str] = {}
    if len(ids) > 1:
        for account_id in missing:
            refused |= yield from _add(client, records, list_id, [account_id])
    elif missing:
        records.forget_listed(list_id, missing)
        refused[missing[0]] = reason
    return refused


def _missing(client: PatientClient, list_id: str, ids: list[str]) -> Process[Waiting, list[str]]:
    there = yield from read_listed(client, list_id)
    return ids if isinstance(there, Answer) else [one for one in ids if one not in there]


def _addresses(people: Sequence[PersonRecord]) -> tuple[str, ...]:
    return tuple(person.address for person in people)
