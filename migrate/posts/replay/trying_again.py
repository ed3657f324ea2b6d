"""Which of the refused posts and files are tried again, because what stood in the way may be gone.

Without being asked: where the plan says something else by now, where the login is a new one, or
where the server is another version or has other limits. Where the user asks: all of them, but for
those that may be there, or come there, all the same.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from migrate.ledger.ledger import Ledger
from migrate.ledger.records import Record, StepState, Upload
from migrate.mastodon import Dialect, Server
from migrate.model import Step, StepKey
from migrate.posts.replay.answers import DELETED_SINCE, SCHEDULED
from migrate.posts.replay.bodies import request_body
from migrate.posts.replay.checking import NOT_KEPT
from migrate.posts.replay.looking_back import Differences
from migrate.posts.replay.recovery import NOT_FOUND

COMES_LATER = frozenset({SCHEDULED})
"""Reasons why a step is never sent again: the server posts it by itself."""

IS_GONE = frozenset({DELETED_SINCE})
"""Reasons that say what `repost` is about: it was posted, and is gone."""

LEFT_TO_THE_USER = frozenset({NOT_FOUND, NOT_KEPT})
"""Reasons that don't say whether the post is there, or was deleted by hand: the user has looked, and asks."""

_WORDS = ("status", "spoiler_text", "visibility", "sensitive", "language")


def can_try_again(reason: str) -> bool:
    """Tell whether a step that was refused for this reason is sent again when the user asks for it."""
    return reason not in COMES_LATER | IS_GONE


def refusals_to_forget(ledger: Ledger) -> list[Record]:
    """List the refused steps that the next import sends as if they were new, once everything is undone."""
    refused = ledger.in_state(StepState.REFUSED)
    return [record for record in refused if record.reason not in COMES_LATER]


def forget_refusals(records: Sequence[Record], ledger: Ledger) -> None:
    """Write down that these steps and the refused files of their tweets are to be sent again."""
    tweets = {record.key.tweet_id for record in records}
    ledger.refusals.try_again(record.key for record in records)
    ledger.refusals.forget_files(key for key in ledger.uploads() if key[0] in tweets)


def steps_to_try(
    steps: Iterable[Step], server: Server, ledger: Ledger, differences: Differences
) -> frozenset[StepKey]:
    """Find the refused steps that are sent again in this run. Nothing is written."""
    refused = {record.key: record for record in ledger.in_state(StepState.REFUSED)}
    if not refused:
        return frozenset()
    now = _Now(server.dialect, ledger, server.conditions(ledger.mark_of), ledger.uploads())
    return frozenset(
        step.key
        for step in _coming(steps, ledger, refused)
        if (record := refused.get(step.key)) and _is_to_try(step, record, now, differences)
    )


def files_to_try(
    steps: Sequence[Step],
    server: Server,
    ledger: Ledger,
    *,
    trying: Collection[StepKey],
    again: bool,
) -> Iterator[tuple[int, str]]:
    """Find the refused files of steps that are still to be posted which are sent again in this run."""
    refused = {key: upload for key, upload in ledger.uploads().items() if upload.reason}
    conditions = server.conditions(ledger.mark_of) if refused else ""
    for step in steps:
        for media in step.toot.media:
            upload = refused.get((step.key.tweet_id, media.id))
            if upload and (again or step.key in trying or upload.refused_under not in {None, conditions}):
                yield step.key.tweet_id, media.id


class _Now(Struct, frozen=True):
    """What the refusals of earlier runs are compared with."""

    dialect: Dialect
    ledger: Ledger
    conditions: str
    uploads: Mapping[tuple[int, str], Upload]


def _coming(steps: Iterable[Step], ledger: Ledger, refused: Collection[StepKey]) -> Iterator[Step]:
    """Yield the steps as they would be sent: a tweet that was begun goes on as it was cut then."""
    begun, done = ledger.open_parts(refused), ledger.keys_in(StepState.DONE)
    yield from (step for rest in begun.values() for step in rest)
    yield from (step for step in steps if not step.key.part or StepKey(step.key.tweet_id) not in done)


def _is_to_try(step: Step, record: Record, now: _Now, differences: Differences) -> bool:
    if record.reason in COMES_LATER:
        return False
    if record.reason in IS_GONE:
        return differences.repost
    if differences.again:
        return True
    if record.reason in LEFT_TO_THE_USER:
        return False
    return record.refused_under not in {None, now.conditions} or _is_another(step, record, now)


def _is_another(step: Step, record: Record, now: _Now) -> bool:
    """Tell whether other words or files would be sent now, or there is something to boost by now."""
    if step.toot.boost:
        target = now.ledger.find(StepKey(step.toot.boost))
        return bool(target and target.state is StepState.DONE and target.last_sent > record.last_sent)
    files = record.body.get("media_ids")
    attached = files if isinstance(files, list) else []
    quoted = "quoted" if "quoted_status_id" in record.body else None
    uploads = {media: now.uploads.get((step.key.tweet_id, media.id)) for media in step.toot.media}
    refused = [media for media, upload in uploads.items() if upload and upload.reason]
    body = request_body(
        step,
        now.dialect,
        now.ledger,
        media_ids=attached,
        parent_id=None,
        quoted_id=quoted,
        refused=refused,
    )
    ids = [upload.remote_id if upload else None for media, upload in uploads.items() if media not in refused]
    return ids != attached or any((body.get(name) or "") != (record.body.get(name) or "") for name in _WORDS)
