"""People onto lists. A list takes only those who are followed, or asked."""

from collections.abc import Mapping, Sequence
from functools import partial

from migrate.ledger import People
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


class Lister:
    """Puts people on lists, and remembers whom it put there."""

    def __init__(self, asker: PatientClient, records: People) -> None:
        self._asker = asker
        self._records = records

    def put(self, wanted: Mapping[str, Sequence[str]]) -> Doing[None]:
        """See to it that these accounts are on the lists with these titles."""
        known = (yield from read_lists(self._asker)) if wanted else {}
        for title, ids in wanted.items():
            list_id = known.get(title) or (yield from self._make(title))
            if list_id:
                yield from self._fill(title, list_id, ids)

    def _make(self, title: str) -> Doing[str]:
        """Make a list, once: two may have the same title, so it is never asked for again in the dark."""
        server = self._asker.server
        self._records.begin_list(title)
        for _ in PAUSES:
            yield from self._asker.wait_for(ACTING)
            try:
                answer = create_list(server, title)
            except NotSent:
                yield from self._asker.pause(PAUSE, WaitReason.NETWORK)
                continue
            except NoAnswer:
                answer = None
            verdict = verdict_of(answer, server.dialect) if answer else Verdict.UNKNOWN
            if answer and verdict is Verdict.NOT_NOW:
                self._asker.back_off(ACTING, answer)
            elif answer and verdict in {Verdict.REFUSED, Verdict.NO_LOGIN}:
                yield NotListed(title, "", reason_of(answer))
                return ""
            else:
                if verdict is Verdict.UNKNOWN:
                    # the request may still be under way
                    yield from self._asker.pause(server.dialect.settles_after, WaitReason.SETTLING)
                if made := (yield from read_lists(self._asker)).get(title):
                    return made
        raise self._asker.gave_up()

    def _fill(self, title: str, list_id: str, ids: Sequence[str]) -> Doing[None]:
        missing = yield from self._missing(list_id, list(dict.fromkeys(ids)))
        added = 0
        for start in range(0, len(missing), RELATIONSHIPS):
            added += yield from self._add(title, list_id, missing[start : start + RELATIONSHIPS])
        yield Listed(title, added)

    def _add(self, title: str, list_id: str, ids: list[str]) -> Doing[int]:
        """One no spoils all of them, so then they are asked for one by one."""
        self._records.keep_listed(list_id, ids)
        request = partial(add_to_list, self._asker.server, list_id, ids)
        answer = yield from self._asker.send(ACTING, request)
        if answer.ok:
            return len(ids)
        # a second request after a lost answer is a no, too: they are there already
        missing = yield from self._missing(list_id, ids)
        added = len(ids) - len(missing)
        if len(ids) > 1:
            for account_id in missing:
                added += yield from self._add(title, list_id, [account_id])
        elif missing:
            self._records.forget_listed(list_id, missing)
            yield NotListed(title, missing[0], reason_of(answer))
        return added

    def _missing(self, list_id: str, ids: list[str]) -> Process[Waiting, list[str]]:
        listed = yield from read(self._asker, partial(get_listed, self._asker.server, list_id), list[Account])
        there = set() if isinstance(listed, Answer) else {account.id for account in listed}
        return [account_id for account_id in ids if account_id not in there]


def read_lists(asker: PatientClient) -> Process[Waiting, dict[str, str]]:
    """The id of each list, by its title; of two with one title, the first."""
    lists = yield from read(asker, partial(get_lists, asker.server), list[UserList])
    return {} if isinstance(lists, Answer) else {one.title: one.id for one in reversed(lists)}
