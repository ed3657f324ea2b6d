"""Taking back what was posted: newest first, at the server's pace, and nothing but what the ledger knows.

A post that is already gone counts as taken back, so that a run that was cut off is
simply run again.
"""

import time
from collections.abc import Callable, Iterable
from functools import partial
from itertools import repeat

from migrate.ledger import Ledger, Record, StepState
from migrate.mastodon import PatientClient, Server, reason_of
from migrate.mastodon.api import DELETING, READING, delete_status, get_status
from migrate.mastodon.wire import Status
from migrate.posts.replay.events import Doing, TakenBack, Unmoved

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
    """Delete these posts, and tell what happens. What was taken back may be imported again."""
    asker = PatientClient(server, sleep)
    for record in records:
        request = partial(delete_status, server, record.remote_id or "")
        answer = yield from asker.send(DELETING, request)
        doubtful = answer.code == 404 and not server.dialect.not_found_is_gone
        if doubtful and (yield from _is_there(asker, record)):
            yield Unmoved(record.key, NOT_DELETED)
        elif answer.ok or answer.code == 404:
            ledger.take_back(record.key)
            yield TakenBack(record.key)
        else:
            yield Unmoved(record.key, reason_of(answer))


def _is_there(asker: PatientClient, record: Record) -> Doing[bool]:
    """Tell whether a post is there that gave a 404: a server that knows no deletion says so to each."""
    answer = yield from asker.send(
        READING, partial(get_status, asker.server, record.remote_id or ""), shape=Status
    )
    return answer.ok


def undo_time(count: int, server: Server) -> float:
    """Foretell how many seconds so many deletions take, by the limits of the server alone."""
    now = server.now()
    return server.pace.last_at(repeat(DELETING, count), now) - now
