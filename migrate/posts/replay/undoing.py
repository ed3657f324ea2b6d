"""Taking back what was posted: newest first, at the server's pace, and nothing but what the ledger knows.

A post that is already gone counts as taken back, so that a run that was cut off is
simply run again.
"""

import time
from collections.abc import Callable, Iterable
from functools import partial
from itertools import repeat

from migrate.ledger.ledger import Ledger
from migrate.ledger.records import Record, StepState
from migrate.mastodon import Answer, PatientClient, Server, reason_of
from migrate.mastodon.api import DELETING, READING, delete_status, get_status, unboost_status
from migrate.mastodon.wire import Status
from migrate.posts.replay.answers import About, about, read_status
from migrate.posts.replay.blame import IN_A_ROW, explain, refuses_all
from migrate.posts.replay.boosting import boosted_in
from migrate.posts.replay.events import Doing, TakenBack, Unmoved

NOT_OURS = "the record of a boost has the id of a post here, and that was left alone: undo the boost by hand"
NOT_DELETED = "this server does not let programs delete posts: delete it there by hand"


def undoable(ledger: Ledger, *, taken_in: bool = False) -> list[Record]:
    """List everything that was posted from this ledger and not taken back, newest first.

    Posts that were found on the account are among it only with `taken_in`: when the user names them.
    """
    others = set() if taken_in else ledger.shown.taken_in()
    records = [record for record in ledger.in_state(StepState.DONE) if record.key not in others]
    return sorted(records, key=lambda record: record.key, reverse=True)


def undo(
    records: Iterable[Record],
    server: Server,
    ledger: Ledger,
    *,
    sleep: Callable[[float], None] = time.sleep,
) -> Doing[None]:
    """Delete these posts, and tell what happens. What was taken back may be imported again.

    Raises LoginError or ServerError where the account may not act, or the same is refused again and again.
    """
    asker = PatientClient(server, sleep)
    in_a_row = 0
    for record in records:
        event = yield from _take_back(asker, ledger, record)
        yield event
        refused = isinstance(event, Unmoved) and event.reason not in {NOT_DELETED, NOT_OURS}
        in_a_row = in_a_row + 1 if refused else 0
        if isinstance(event, Unmoved) and in_a_row == IN_A_ROW:
            raise refuses_all(server.host, event.reason)


def _take_back(asker: PatientClient, ledger: Ledger, record: Record) -> Doing[TakenBack | Unmoved]:
    """Delete one post, or take a boost back: what was boosted stays."""
    server, own_id, boosted = asker.server, record.remote_id or "", boosted_in(record)
    if boosted is None and _is_empty(record) and (yield from _is_no_boost(asker, record)):
        return Unmoved(record.key, NOT_OURS)
    request = partial(unboost_status, server, boosted) if boosted else partial(delete_status, server, own_id)
    answer = yield from asker.send(DELETING, request, enough=_is_404)
    if answer.ok and read_status(answer) is None and (yield from _is_there(asker, record)):
        # a yes that names no post may be that of a login page in between
        answer = yield from asker.send(DELETING, request, enough=_is_404)
    doubtful = answer.code == 404 and not (server.dialect.not_found_is_gone and answer.is_json)
    if doubtful and (yield from _is_there(asker, record)):
        return Unmoved(record.key, NOT_DELETED)
    if answer.ok or answer.code == 404:
        ledger.take_back(record.key)
        if server.dialect.deletes_media and record.body.get("media_ids"):
            ledger.forget_uploads(record.key.tweet_id)
        return TakenBack(record.key)
    if about(answer, server.dialect) is About.ACCOUNT and (error := (yield from explain(asker, answer))):
        raise error
    return Unmoved(record.key, reason_of(answer))


def _is_empty(record: Record) -> bool:
    """Tell whether nothing was sent that makes a post: earlier versions wrote boosts down so."""
    parts = ("status", "spoiler_text", "media_ids", "quoted_status_id")
    return not any(record.body.get(part) for part in parts)


def _is_no_boost(asker: PatientClient, record: Record) -> Doing[bool]:
    """Tell whether the id of a boost is that of a post: snac gives that of the one that was boosted."""
    answer = yield from asker.send(
        READING, partial(get_status, asker.server, record.remote_id or ""), shape=Status, enough=_is_404
    )
    status = read_status(answer) if answer.ok else None
    return status is not None and (status.reblog is None or status.reblog.id == status.id)


def _is_there(asker: PatientClient, record: Record) -> Doing[bool]:
    """Tell whether a post is there that gave a 404: a server that knows no deletion says so to each."""
    answer = yield from asker.send(
        READING, partial(get_status, asker.server, record.remote_id or ""), shape=Status, enough=_is_404
    )
    return answer.ok


def _is_404(answer: Answer) -> bool:
    """Recognise a post that is gone where that is a page in HTML (Takahē), and comes again and again."""
    return answer.code == 404


def undo_time(count: int, server: Server) -> float:
    """Foretell how many seconds so many deletions take, by the limits of the server alone."""
    now = server.now()
    return server.pace.last_at(repeat(DELETING, count), now) - now
