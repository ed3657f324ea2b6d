"""A whole list at once, where the server's API takes one; the outcome is read back.

The server works through the list by itself, and reports on no single person. People who are
not followed after a while are asked for one by one: that succeeds, or gives a reason.
"""

from collections.abc import Callable, Sequence
from functools import partial

from msgspec.structs import replace

from migrate.ledger import FollowState, PeopleLedger
from migrate.mastodon import Answer, PatientClient, WaitReason
from migrate.mastodon.dialect import PeopleImport
from migrate.mastodon.people import ACTING, import_addresses, import_file
from migrate.people.follow.deciding import Lookup, is_so, state_after
from migrate.people.follow.events import Became, Doing
from migrate.people.follow.reading import look_again
from migrate.people.lists.writing import following_table

_PAUSES = (3, 10, 30)
"""Seconds before each look at the server's progress."""


class BulkImport:
    """Hands whole lists to the server's own import, as long as the server takes them."""

    def __init__(self, client: PatientClient, records: PeopleLedger) -> None:
        self._client = client
        self._records = records
        self._takes = client.server.dialect.imports_people

    def hand_in(self, lookups: Sequence[Lookup]) -> Doing[list[Lookup]]:
        """Have these people followed, blocked or muted; return those for whom it did not work."""
        plain = [lookup for lookup in lookups if lookup.person.is_plain]
        others = [lookup for lookup in lookups if not lookup.person.is_plain]
        if self._takes is None or not plain:
            return list(lookups)
        begun = [self._begin(lookup) for lookup in plain]
        self._records.begin([lookup.record for lookup in begun])
        answer = yield from self._client.send(ACTING, self._request(begun, self._takes))
        if not answer.ok:
            # GoToSocial wants the whole right to write for it, older servers have no such thing
            self._takes = None
            return [*begun, *others]
        return [*(yield from self._read_back(begun)), *others]

    def _read_back(self, lookups: list[Lookup]) -> Doing[list[Lookup]]:
        for pause in _PAUSES:
            yield from self._client.pause(pause, WaitReason.SETTLING)
            lookups = yield from look_again(self._client, lookups)
            done = [lookup for lookup in lookups if _is_done(lookup)]
            for lookup in done:
                yield self._keep(lookup)
            lookups = [lookup for lookup in lookups if not _is_done(lookup)]
            if not lookups:
                break
        return lookups

    def _begin(self, lookup: Lookup) -> Lookup:
        now = self._client.server.now()
        begun = replace(lookup.record, state=FollowState.BEGUN, changed_at=now, reason=None)
        return replace(lookup, record=begun)

    def _keep(self, lookup: Lookup) -> Became:
        record, relationship = lookup.record, lookup.relationship
        assert relationship is not None  # noqa: S101 - only those who are followed come here
        state = state_after(record, relationship, sure=True)
        after = replace(record, state=state, changed_at=self._client.server.now())
        self._records.keep(after)
        return Became(after)

    def _request(self, lookups: Sequence[Lookup], form: PeopleImport) -> Callable[[], Answer]:
        server, action = self._client.server, lookups[0].record.action
        if form is PeopleImport.ADDRESSES:
            return partial(import_addresses, server, action, [lookup.record.acct for lookup in lookups])
        table = following_table(replace(lookup.person, address=lookup.record.acct) for lookup in lookups)
        return partial(import_file, server, action, table)


def _is_done(lookup: Lookup) -> bool:
    return lookup.relationship is not None and is_so(lookup.record.action, lookup.relationship)
