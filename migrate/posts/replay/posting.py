"""One step, exactly once.

    begin    the intent and the key, durable, before the request
    POST     with an Idempotency-Key derived from the tweet's id and the part
    finish   the server's id and address, durable

Whatever happens in between, the next thing that is done is to find out whether the
server has the post. Only when it certainly hasn't is the step sent again: with the
same key while the server remembers keys, so that even a wrong guess posts nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

from msgspec.structs import replace

from migrate.ledger.ledger import Ledger
from migrate.ledger.records import Record, StepState
from migrate.mastodon.api import POSTING, post_status
from migrate.mastodon.client import Answer, NoAnswer, NotSent
from migrate.mastodon.patient import PAUSES, PatientClient
from migrate.mastodon.verdict import Verdict, verdict_of
from migrate.mastodon.waiting import WaitReason
from migrate.mastodon.wire import Status
from migrate.model import Step, StepKey
from migrate.posts.replay.answers import DELETED_SINCE, SCHEDULED, About, about, is_scheduled, read_status
from migrate.posts.replay.blame import TRIES, Aside, explain, forbidden
from migrate.posts.replay.bodies import Parents, Quotes, date_in, request_body
from migrate.posts.replay.events import Doing, Refused
from migrate.posts.replay.finding import find_status
from migrate.posts.replay.marking import mark_sensitive
from migrate.posts.replay.recovery import (
    NOT_FOUND,
    find_known,
    finish,
    key_holds,
    may_repeat,
    mend,
    settle_doubt,
    tell_apart,
    tell_left_behind,
)
from migrate.posts.replay.uploads import Uploads

MakeReady = Callable[[], Doing[None]]
"""What comes before a request: waiting for its budgets, and uploads meanwhile."""
ENOUGH = 4  # answers of 500 to a repeated key, in 17 seconds, until a step is put aside
PAUSES_AT_END = PAUSES[:7]  # five minutes in all


class Poster:
    """The posting of one plan's steps."""

    def __init__(
        self,
        asker: PatientClient,
        ledger: Ledger,
        account_id: str,
        uploads: Uploads,
        parents: Parents,
        further_parts: Mapping[int, Sequence[Step]],
    ) -> None:
        self._asker = asker
        self._ledger = ledger
        self._account_id = account_id
        self._uploads = uploads
        self._parents = parents
        self._quotes = Quotes(ledger, asker.server.dialect)
        self._further_parts = further_parts
        self._doubted: Record | None = None
        self._aside = Aside(ledger, asker.server.host)
        self._unspoken: set[StepKey] = set()
        self._broken = self._forbidden = 0
        self._repeats = False
        """Whether the last request repeats a key of which the server may have made a post."""

    def post(self, step: Step, make_ready: MakeReady) -> Doing[None]:
        """Post one step, whatever it takes; ends with `Posted` or `Refused`."""
        yield from tell_apart(self._parents, self._quotes, step)
        record = self._ledger.find(step.key)
        self._broken = self._forbidden = 0
        yield from make_ready()
        if record and record.was_taken_back:
            yield from self._uploads.look(step)
        yield from self._uploads.tell_refused(step)
        for pause in PAUSES:
            yield from make_ready()
            yield from self._uploads.finish(step)
            if record and record.state is StepState.BEGUN and not may_repeat(self._asker.server, record):
                # its key was forgotten while this waited: with another one it could be posted twice
                record = yield from self._settle(record, answered=False)
                if record.state is StepState.DONE:
                    return
            record = yield from self._try(step, self._begin(step, record))
            if record.state is StepState.DONE:
                yield from tell_left_behind(self._parents, step)
                yield from self._judge()
            if record.state in {StepState.DONE, StepState.REFUSED} or record is self._doubted:
                return
            yield from self._asker.pause(pause, WaitReason.SERVER)
        raise self._asker.gave_up()

    def end(self) -> Doing[None]:
        """Settle what the next post would have told: there is none."""
        yield from self._aside.write_down()
        for pause in PAUSES_AT_END:
            if not self._doubted:
                return
            yield from self._asker.pause(pause, WaitReason.SERVER)
            yield from self._try_again()
        yield from self._judge()

    def _judge(self) -> Doing[None]:
        """Give up the step that the server seems to have: it takes others, so it is not in trouble."""
        yield from self._try_again()
        doubted, self._doubted = self._doubted, None
        if doubted:
            yield from self._refuse(doubted, NOT_FOUND)

    def _try_again(self) -> Doing[None]:
        """Repeat the key of the step in doubt, as long as it can not post a second time."""
        record = self._doubted
        if record is None or not key_holds(self._asker.server, record):
            return
        yield from self._asker.wait_for(POSTING)
        with suppress(NotSent, NoAnswer):
            answer = post_status(self._asker.server, record.body, record.idempotency_key)
            if status := read_status(answer):
                self._doubted = None
                yield from self._finish(record, status, unseen=True)

    def _try(self, step: Step, record: Record) -> Doing[Record]:
        """Send one request, do what its answer asks for, and return how the step stands now."""
        try:
            answer = post_status(self._asker.server, record.body, record.idempotency_key)
        except NotSent:
            return self._reopen(record)
        except NoAnswer:
            return (yield from self._settle(record, answered=False))
        dialect = self._asker.server.dialect
        verdict = verdict_of(answer, dialect)
        status = read_status(answer) if verdict is Verdict.DONE else None
        if status:
            return (yield from self._finish(record, status, unseen=True))
        if verdict is Verdict.DONE and is_scheduled(answer):
            return (yield from self._refuse(record, SCHEDULED))
        if verdict in {Verdict.UNKNOWN, Verdict.DONE}:
            broken = self._repeats and answer.code == 500 and dialect.breaks_repeats
            return (yield from self._doubt(record) if broken else self._settle(record, answered=True))
        return (yield from self._not_done(step, self._reopen(record), answer, verdict))

    def _settle(self, record: Record, *, answered: bool) -> Doing[Record]:
        """Look for the post after no clear answer; it is sent again only if it certainly isn't there."""
        status = yield from settle_doubt(self._asker, self._ledger, self._account_id, record)
        if status:
            return (yield from self._finish(record, status))
        if answered and self._asker.server.dialect.caches_errors:
            return self._reopen(record)
        return record

    def _doubt(self, record: Record) -> Doing[Record]:
        """Look for a post that the server seems to have: by its 500, it knows the key.

        If it says so again and again, the step is put aside, one at a time, until the next post has told
        whether the server is in trouble.
        """
        status = yield from find_known(self._asker, self._ledger, self._account_id, record)
        if status:
            return (yield from self._finish(record, status))
        self._broken += 1
        if self._broken < ENOUGH or self._doubted:
            return record
        self._ledger.shown.doubt(record.key, NOT_FOUND)
        self._doubted = record
        return record

    def _not_done(self, step: Step, record: Record, answer: Answer, verdict: Verdict) -> Doing[Record]:
        """Wait, stop, mend or give up: the server definitely did not act."""
        if verdict is Verdict.NO_LOGIN:
            raise self._asker.logged_out()
        if verdict is Verdict.NOT_NOW:
            self._asker.back_off(POSTING, answer)
            return record
        if about(answer, self._asker.server.dialect) is not About.POST:
            yield from self._stop(record, answer)
            return record
        return (yield from self._refused(step, record, answer))

    def _stop(self, record: Record, answer: Answer) -> Doing[None]:
        """Stop where the account may not act, or where that was said some times; once may be a firewall's."""
        dated = answer.code == 403 and date_in(record.body) is not None
        error = yield from explain(self._asker, answer, dated=dated)
        self._forbidden += 1
        if error or self._forbidden == TRIES:
            raise error or forbidden(self._asker.server.host, answer, record.key.tweet_id)

    def _refused(self, step: Step, record: Record, answer: Answer) -> Doing[Record]:
        """Mend the post, or put it aside."""
        if record.body.get("media_ids"):
            # "these files belong to a post already": to this very one?
            found = yield from find_status(self._asker, self._ledger, self._account_id, record)
            if found:
                return (yield from self._finish(record, found))
        around = self._asker, self._uploads, self._parents, self._quotes, self._unspoken
        if (yield from mend(*around, step=step, record=record, answer=answer)):
            return record
        # app/services/post_status_service.rb, idempotency_duplicate; recorded on 4.3 to 4.6: key.deleted
        if self._repeats and answer.code == 404 and self._asker.server.dialect.remembers_keys:
            return (yield from self._refuse(record, DELETED_SINCE))
        yield from self._aside.put(record, answer)
        return replace(record, state=StepState.REFUSED)

    def _begin(self, step: Step, before: Record | None) -> Record:
        now = self._asker.server.now()
        same = before is not None and may_repeat(self._asker.server, before)
        self._repeats = before is not None and same and before.state is StepState.BEGUN
        attempt = before.attempt + (not same) if before else 1
        key = before.idempotency_key if before and same else self._ledger.idempotency_key(step.key, attempt)
        record = Record(
            key=step.key,
            state=StepState.BEGUN,
            attempt=attempt,
            idempotency_key=key,
            body=self._body(step),
            first_sent=before.first_sent if before and same else now,
            last_sent=now,
        )
        self._ledger.begin(record, self._further_parts.get(step.key.tweet_id, ()))
        return record

    def _body(self, step: Step) -> dict[str, object]:
        return request_body(
            step,
            self._asker.server.dialect,
            self._ledger,
            media_ids=self._uploads.ids(step),
            parent_id=(self._parents.of(step) or ("", None))[1],
            quoted_id=self._quotes.of(step),
            refused=self._uploads.refused(step),
            speaks=step.key not in self._unspoken,
        )

    def _reopen(self, record: Record) -> Record:
        self._ledger.reopen(record.key)
        return replace(record, state=StepState.OPEN)

    def _finish(self, record: Record, status: Status, *, unseen: bool = False) -> Doing[Record]:
        yield from self._aside.write_down()
        yield from finish(self._asker.server, self._ledger, record, status, unseen=unseen)
        yield from mark_sensitive(self._asker, record, status)
        return replace(record, state=StepState.DONE)

    def _refuse(self, record: Record, reason: str) -> Doing[Record]:
        self._ledger.refuse(record.key, reason)
        yield Refused(record.key, reason)
        return replace(record, state=StepState.REFUSED)
