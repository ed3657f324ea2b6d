"""Posts that were recognised are written into the ledger, as if they had been made from it."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from migrate.ledger.ledger import Ledger
from migrate.ledger.records import Record, StepState, Upload, unknown_file
from migrate.mastodon import Dialect, PatientClient
from migrate.mastodon.wire import MediaAttachment, Quote, Status
from migrate.model import Media, MediaKind, Step
from migrate.posts.replay.bodies import date_in, request_body
from migrate.posts.replay.events import Doing, MediaRefused, TakenIn
from migrate.posts.replay.finding import same_second, squeezed, texts_of
from migrate.posts.replay.recognising import Recognised
from migrate.posts.replay.recovery import finish, write_down

NOT_IN_POST = "the post that was found on the account is without it"

_FILMS = frozenset({"video", "gifv", "audio"})


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
            lacking = _keep_files(ledger, one.step, one.status, record.first_sent)
            ledger.begin(record, rest.get(one.key.tweet_id, ()))
            write_down(asker.server, ledger, record, one.status)
            ledger.shown.take_in(one.key)
            yield TakenIn(one.key, one.status.url)
            for media_id in lacking:
                yield MediaRefused(one.key, media_id, NOT_IN_POST)


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
    attached = _attached(step, status) or ()
    absent = [media for media in step.toot.media if media not in attached]
    quoted = status.quote.quoted_status if isinstance(status.quote, Quote) else None
    words = list(texts_of(status))
    lacking = len(files) < len(step.toot.media)
    for refused in ((), absent, step.toot.media) if lacking else ((),):
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


def _keep_files(ledger: Ledger, step: Step, status: Status, now: float) -> list[str]:
    """Write down which files of its step a post has and lacks, where it lacks some; return those it lacks."""
    files, media = status.media_attachments, step.toot.media
    if len(files) >= len(media):
        return []
    attached = _attached(step, status)
    if attached is None:
        lacking = [unknown_file(step.key, number) for number in range(len(media) - len(files))]
    else:
        lacking = [one.id for one in media if one not in attached]
        for one, file in zip(attached, files, strict=True):
            ledger.keep_upload(step.key.tweet_id, one.id, Upload(file.id, now))
        ledger.descriptions.keep({file.id: file.description or "" for file in files})
    for media_id in lacking:
        ledger.keep_upload(step.key.tweet_id, media_id, Upload(None, now, NOT_IN_POST))
    return lacking


def _attached(step: Step, status: Status) -> tuple[Media, ...] | None:
    """Find which files of its step a post has; None where kinds, descriptions and order don't tell."""
    files = status.media_attachments
    ways = [some for some in combinations(step.toot.media, len(files)) if all(map(_may_be, files, some))]
    return ways[0] if len(ways) == 1 else None


def _may_be(file: MediaAttachment, media: Media) -> bool:
    """Tell whether a post's file may be this one; without a description, it may have lost it."""
    is_film = media.kind is not MediaKind.PHOTO
    if (file.type in _FILMS and not is_film) or (file.type == "image" and is_film):
        return False
    return not file.description or squeezed(file.description) == squeezed(media.alt)
