"""One boost of a post of the user's own, exactly once.

It has no key, and a boost that is repeated is a second one on GoToSocial (recorded on 0.20.0 as
acting:reblog.again). So the post is looked at before: it tells whether it is boosted.
"""

from collections.abc import Callable
from functools import partial

from migrate.ledger.ledger import Ledger
from migrate.ledger.records import Record, StepState
from migrate.mastodon.api import READING, boost_status, boosting, get_status
from migrate.mastodon.client import Answer, NoAnswer, NotSent
from migrate.mastodon.patient import PAUSES, PatientClient
from migrate.mastodon.verdict import Verdict, reason_of, verdict_of
from migrate.mastodon.waiting import WaitReason
from migrate.mastodon.wire import Status
from migrate.model import Step, StepKey
from migrate.posts.replay.answers import About, about, read_status
from migrate.posts.replay.blame import TRIES, explain
from migrate.posts.replay.events import Doing, Posted, Refused

NOTHING_TO_BOOST = "the post to boost is not on the server"
BOOSTED = "boosted"
"""The field of a boost's record that holds the id of the post that it repeats."""

BY_ANOTHER_NAME = "#boost"
"""Put behind a post's id to name the user's boost of it, where the server gives that no id of its own:
snac answers with the post itself (recorded on 2.75 as acting:reblog.own)."""


def boost(
    asker: PatientClient, ledger: Ledger, step: Step, make_ready: Callable[[], Doing[None]]
) -> Doing[None]:
    """Boost a post, whatever it takes; ends with `Posted` or `Refused`."""
    target = ledger.posted(StepKey(step.toot.boost or 0))
    record = _record_of(asker, ledger, step, target[0] if target else "")
    if target is None:
        yield from make_ready()
        ledger.begin(record)
        yield from _refuse(ledger, record, NOTHING_TO_BOOST)
        return
    for tried, pause in enumerate(PAUSES, start=1):
        yield from make_ready()
        shown = yield from asker.send(READING, partial(get_status, asker.server, target[0]), shape=Status)
        ledger.begin(record)
        status = read_status(shown) if shown.ok else None
        if status and status.reblogged:
            yield from _finish(ledger, record, None, target)
            return
        answer = (yield from _send(asker, target[0])) if shown.ok else shown
        is_last = tried >= TRIES
        if answer and (yield from _settle(asker, ledger, record, answer, target, is_last=is_last)):
            return
        yield from asker.pause(pause, WaitReason.SERVER)
    raise asker.gave_up()


def boosted_in(record: Record) -> str | None:
    """Read the id of the post that a step boosts; None where it is no boost."""
    boosted = record.body.get(BOOSTED)
    return str(boosted) if boosted else None


def _send(asker: PatientClient, target_id: str) -> Doing[Answer | None]:
    """Send one request; None where it is not known whether the boost was made by it."""
    server = asker.server
    try:
        answer = boost_status(server, target_id)
    except NotSent:
        return None
    except NoAnswer:
        yield from _let_settle(asker)
        return None
    match verdict_of(answer, server.dialect):
        case Verdict.NO_LOGIN:
            raise asker.logged_out()
        case Verdict.NOT_NOW:
            asker.back_off(boosting(server.dialect), answer)
        case Verdict.UNKNOWN:
            yield from _let_settle(asker)
        case Verdict.DONE | Verdict.REFUSED:
            return answer
    return None


def _let_settle(asker: PatientClient) -> Doing[None]:
    """Wait until a boost can't be under way any more, where another one would be a second."""
    dialect = asker.server.dialect
    if not dialect.boosts_once:
        yield from asker.pause(dialect.settles_after, WaitReason.SETTLING)


def _settle(
    asker: PatientClient,
    ledger: Ledger,
    record: Record,
    answer: Answer,
    target: tuple[str, str],
    *,
    is_last: bool,
) -> Doing[bool]:
    """Write down what an answer says, and tell whether the step is settled by it.

    A no that is not about the post is asked for again, but at the last try. Raises an error where it is the
    account that may not act, or the server is still in trouble.
    """
    if answer.ok:
        status = read_status(answer)
        if status:
            yield from _finish(ledger, record, status, target)
        return status is not None
    blamed = about(answer, asker.server.dialect)
    if blamed is not About.POST:
        ledger.reopen(record.key)
        error = (yield from explain(asker, answer)) if blamed is About.ACCOUNT else None
        if error:
            raise error
        if not is_last:
            return False
        if blamed is not About.ACCOUNT:
            raise asker.gave_up()
    yield from _refuse(ledger, record, NOTHING_TO_BOOST if answer.code == 404 else reason_of(answer))
    return True


def _refuse(ledger: Ledger, record: Record, reason: str) -> Doing[None]:
    ledger.refuse(record.key, reason)
    yield Refused(record.key, reason)


def _finish(ledger: Ledger, record: Record, made: Status | None, target: tuple[str, str]) -> Doing[None]:
    """Write the boost down, under its own id where it has one."""
    own = made is not None and made.id != target[0]
    remote_id = made.id if made and own else target[0] + BY_ANOTHER_NAME
    url = (made.url or made.uri) if made and own else target[1]
    ledger.finish(record.key, remote_id, url)
    yield Posted(record.key, url)


def _record_of(asker: PatientClient, ledger: Ledger, step: Step, target: str) -> Record:
    now, before = asker.server.now(), ledger.find(step.key)
    attempt = before.attempt if before else 1
    return Record(
        key=step.key,
        state=StepState.BEGUN,
        attempt=attempt,
        idempotency_key=ledger.idempotency_key(step.key, attempt),
        body={"status": "", "visibility": step.toot.visibility.value, BOOSTED: target},
        first_sent=now,
        last_sent=now,
    )
