"""Posts that were recognised are written into the ledger, as if they had been made from it."""

from collections.abc import Mapping, Sequence

from migrate.ledger.ledger import Ledger
from migrate.ledger.records import Record, StepState
from migrate.mastodon import Dialect, PatientClient
from migrate.mastodon.wire import Quote, Status
from migrate.model import Step
from migrate.posts.replay.bodies import date_in, request_body
from migrate.posts.replay.events import Doing, TakenIn
from migrate.posts.replay.finding import same_second, squeezed, texts_of
from migrate.posts.replay.recognising import Recognised
from migrate.posts.replay.recovery import finish, write_down


def take_in(
    asker: PatientClient, ledger: Ledger, rest: Mapping[int, Sequence[Step]], found: Sequence[Recognised]
) -> Doing[None]:
    """Write down the posts that were recognised, oldest first: cut off, it goes on from there."""
    for one in found:
        before = ledger.find(one.key)
        if before is not None and before.state is StepState.BEGUN:
            yield from finish(asker.server, ledger, before, one.status)
        elif one.step is not None:
            record = _record_of(asker, ledger, one.status, one.step, before)
            ledger.begin(record, rest.get(one.key.tweet_id, ()))
            write_down(asker.server, ledger, record, one.status)
            ledger.shown.take_in(one.key)
            yield TakenIn(one.key, one.status.url)


def _record_of(
    asker: PatientClient, ledger: Ledger, status: Status, step: Step, before: Record | None
) -> Record:
    """Make the record that would stand in the ledger if the post had been made from it.

    It may have been made without the date of its tweet, on a server that keeps dates.
    """
    now, attempt = asker.server.now(), before.attempt if before else 1
    body = _body_of(status, step, asker.server.dialect, ledger)
    dated = date_in(body)
    if dated and status.created_at and not same_second(status.created_at, dated):
        del body["scheduled_at"]
        dated = None
    sent = now if dated or status.created_at is None else min(status.created_at.timestamp(), now)
    return Record(
        key=step.key,
        state=StepState.BEGUN,
        attempt=attempt,
        idempotency_key=ledger.idempotency_key(step.key, attempt),
        body=body,
        first_sent=sent,
        last_sent=sent,
    )


def _body_of(status: Status, step: Step, dialect: Dialect, ledger: Ledger) -> dict[str, object]:
    """Make what would be sent today, as the server shows it: with links where files were refused.

    Where it links to own posts, the words are those that stand there.
    """
    files = [file.id for file in status.media_attachments]
    quoted = status.quote.quoted_status if isinstance(status.quote, Quote) else None
    words = list(texts_of(status))
    lacking = len(files) < len(step.toot.media)
    for refused in ((), step.toot.media) if lacking else ((),):
        body = request_body(
            step,
            dialect,
            ledger,
            media_ids=files,
            parent_id=status.in_reply_to_id,
            quoted_id=quoted.id if quoted else None,
            refused=refused,
        )
        if squeezed(str(body["status"])) in map(squeezed, words):
            return body
    if step.toot.own_links or step.toot.quote or lacking:
        body["status"] = words[0].strip()
    return body
