"""A whole list at once, where the server's API takes one; what it did is read back.

The server works through the list by itself, and says nothing about anybody. Whoever is
not followed after a while is left to be asked for one by one: that gives a reason, or
succeeds.
"""

from collections.abc import Callable, Sequence
from functools import partial

from msgspec.structs import replace

from migrate.ledger import People, Standing
from migrate.mastodon import Answer, PatientClient, WaitReason
from migrate.mastodon.dialect import PeopleImport
from migrate.mastodon.people import ACTING, import_addresses, import_file
from migrate.people.follow.deciding import Sight, is_so, stands
from migrate.people.follow.events import Became, Doing
from migrate.people.follow.looking import Looker
from migrate.people.lists import following_table

PAUSES = (3, 10, 30)
"""Seconds between looks at what the server has done."""


class Importer:
    """Hands lists in while the server takes them."""

    def __init__(self, asker: PatientClient, records: People, looker: Looker) -> None:
        self._asker = asker
        self._records = records
        self._looker = looker
        self._takes = asker.server.dialect.imports_people

    def hand_in(self, sights: Sequence[Sight]) -> Doing[list[Sight]]:
        """Have these people followed, blocked or muted; those for whom it did not work come back."""
        plain = [sight for sight in sights if sight.person.is_plain]
        others = [sight for sight in sights if not sight.person.is_plain]
        if self._takes is None or not plain:
            return list(sights)
        begun = [self._begin(sight) for sight in plain]
        self._records.begin([sight.known for sight in begun])
        answer = yield from self._asker.send(ACTING, self._request(begun, self._takes))
        if not answer.ok:
            # GoToSocial wants the whole right to write for it, older servers have no such thing
            self._takes = None
            return [*begun, *others]
        return [*(yield from self._read_back(begun)), *others]

    def _read_back(self, sights: list[Sight]) -> Doing[list[Sight]]:
        for pause in PAUSES:
            yield from self._asker.pause(pause, WaitReason.SETTLING)
            sights = yield from self._looker.look_again(sights)
            done = [sight for sight in sights if _is_done(sight)]
            for sight in done:
                yield self._keep(sight)
            sights = [sight for sight in sights if not _is_done(sight)]
            if not sights:
                break
        return sights

    def _begin(self, sight: Sight) -> Sight:
        now = self._asker.server.now()
        return replace(sight, known=replace(sight.known, state=Standing.BEGUN, changed_at=now, reason=None))

    def _keep(self, sight: Sight) -> Became:
        known, relationship = sight.known, sight.relationship
        assert relationship is not None  # noqa: S101 - only those who are followed come here
        state = stands(known, relationship, sure=True)
        after = replace(known, state=state, changed_at=self._asker.server.now())
        self._records.keep(after)
        return Became(after)

    def _request(self, sights: Sequence[Sight], form: PeopleImport) -> Callable[[], Answer]:
        server, deed = self._asker.server, sights[0].known.deed
        if form is PeopleImport.ADDRESSES:
            return partial(import_addresses, server, deed, [sight.known.acct for sight in sights])
        table = following_table(replace(sight.person, address=sight.known.acct) for sight in sights)
        return partial(import_file, server, deed, table)


def _is_done(sight: Sight) -> bool:
    return sight.relationship is not None and is_so(sight.known.deed, sight.relationship)
