"""One person, once.

    begin   durable, before the request
    POST    follow, block or mute: the same again changes nothing, on every server
    keep    how the person stands now

Whoever was begun and has no answer is looked at before anything is sent again.
"""

from functools import partial

from msgspec.structs import replace

from migrate.errors import ServerError
from migrate.ledger import Known, People, Reason, Standing
from migrate.mastodon import Answer, PatientClient, decode, reason_of
from migrate.mastodon.people import DOING, act
from migrate.mastodon.wire import Relationship
from migrate.model import Deed
from migrate.people.follow.deciding import Sight, stands
from migrate.people.follow.events import Became, Doing
from migrate.people.follow.refusals import why_refused

FULL_AFTER = 3
"""So many times in a row "no more", and it is not about the person."""


class Actor:
    """Does the deed."""

    def __init__(self, asker: PatientClient, records: People) -> None:
        self._asker = asker
        self._records = records
        self._full = 0

    def act(self, sight: Sight) -> Doing[None]:
        """Ask for one person; ends with `Became`."""
        server, known = self._asker.server, sight.known
        quotas = DOING[known.deed]
        begun = replace(known, state=Standing.BEGUN, changed_at=server.now(), reason=None, detail="")
        self._records.begin([begun])
        request = partial(act, server, known.deed, known.account_id or "", sight.person)
        answer = yield from self._asker.send(quotas, request)
        if answer.ok:
            self._full = 0
            after = self._after(begun, answer)
        else:
            after = yield from self._refused(begun, answer)
        self._records.keep(after)
        yield Became(after)
        if self._full >= FULL_AFTER:
            raise self._no_more(after.detail)

    def _after(self, begun: Known, answer: Answer) -> Known:
        """How somebody stands after a yes; without the half of it that a proxy kept, a later look tells."""
        server = self._asker.server
        try:
            relationship = decode(answer, Relationship)
        except ServerError:
            return begun
        is_here = begun.acct.endswith(f"@{server.host.lower()}")
        return replace(begun, state=stands(begun, relationship, sure=is_here), changed_at=server.now())

    def _refused(self, begun: Known, answer: Answer) -> Doing[Known]:
        reason = yield from why_refused(self._asker, answer)
        full = reason is Reason.FULL and begun.deed is Deed.FOLLOW
        self._full = self._full + 1 if full else 0
        state = Standing.FOUND if full else Standing.REFUSED
        now = self._asker.server.now()
        return replace(begun, state=state, reason=reason, detail=reason_of(answer), changed_at=now)

    def _no_more(self, detail: str) -> ServerError:
        host = self._asker.server.host
        return ServerError(
            f"{host} does not let you follow more people now ({detail}). Everything up to here is saved. "
            "When some people follow you back, or when you have unfollowed some, run the same command again."
        )
