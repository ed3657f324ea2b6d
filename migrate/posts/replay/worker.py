"""The loop over the plan: one worker, one request at a time. The server's limits set the speed."""

import time
from collections.abc import Callable, Collection, Sequence
from functools import partial
from itertools import chain, takewhile

from migrate.ledger.ledger import Ledger
from migrate.ledger.records import Record, StepState
from migrate.mastodon import Server, WaitReason
from migrate.mastodon.patient import PatientClient
from migrate.model import Step, StepKey
from migrate.posts.replay.bodies import Parents
from migrate.posts.replay.boosting import boost
from migrate.posts.replay.checking import check_kept
from migrate.posts.replay.events import Begun, Doing, Missing
from migrate.posts.replay.looking_back import Differences, expect_decided, look_back
from migrate.posts.replay.moves import Do, foretell, needs_of, next_move, reach
from migrate.posts.replay.posting import Poster
from migrate.posts.replay.recognising import Recognition
from migrate.posts.replay.recovery import settle_begun
from migrate.posts.replay.sending import Opener
from migrate.posts.replay.taking_in import take_in
from migrate.posts.replay.trying_again import files_to_try, steps_to_try
from migrate.posts.replay.uploads import Uploads

NONE_ASKED = Differences()
"""Posts in doubt stop the run, and what is gone or was refused stays so."""


def replay(
    steps: Sequence[Step],
    server: Server,
    ledger: Ledger,
    *,
    account_id: str,
    open_media: Opener,
    sleep: Callable[[float], None] = time.sleep,
    limit: int | None = None,
    differences: Differences = NONE_ASKED,
) -> Doing[None]:
    """Post what is not yet posted, each step exactly once, and tell what happens.

    `limit` stops after so many steps, but not in the middle of a tweet. Raises LoginError,
    ServerError, LedgerError; everything up to there is saved, and the next run goes on from it.
    """
    asker, parents = PatientClient(server, sleep), Parents(ledger, steps)
    trying = steps_to_try(steps, server, ledger, differences)
    ledger.refusals.note_conditions(server.conditions(ledger.mark_of))
    yield from check_kept(asker, ledger, account_id)
    seen = yield from look(steps, asker, ledger, account_id=account_id, differences=differences)
    ledger.refusals.try_again(trying)
    yield from take_in(asker, ledger, _further_parts(unsettled(steps, ledger)), seen.found)
    yield from _note_missing(ledger, parents, seen.missing, repost=differences.repost)
    yield from settle_begun(asker, ledger, account_id)
    todo = unsettled(steps, ledger)
    settled = len(ledger.keys_in(StepState.DONE, StepState.REFUSED).intersection(step.key for step in steps))
    yield Begun(steps=settled + len(todo), already=settled)
    further = _further_parts(todo)
    todo = up_to(todo, limit)
    ledger.refusals.forget_files(files_to_try(todo, server, ledger, trying=trying, again=differences.again))
    uploads = Uploads(asker, ledger, open_media, todo)
    poster = Poster(asker, ledger, account_id, uploads, parents, further)
    for index, step in enumerate(todo):
        make_ready = partial(_make_ready, asker, uploads, index, step)
        if step.toot.boost:
            yield from boost(asker, ledger, step, make_ready)
        else:
            yield from poster.post(step, make_ready)
        uploads.drop(step)
    yield from poster.end()
    yield from check_kept(asker, ledger, account_id)


def look(
    steps: Sequence[Step], asker: PatientClient, ledger: Ledger, *, account_id: str, differences: Differences
) -> Doing[Recognition]:
    """Look which posts the account has and the ledger doesn't know, if there is anything left to post.

    Nothing is written. Raises LedgerError where it can't be told what they are.
    """
    todo = unsettled(steps, ledger, steps_to_try(steps, asker.server, ledger, differences))
    if not todo and not differences.repost:
        return Recognition()
    seen = yield from look_back(asker, ledger, account_id, todo, whole=differences.repost)
    if not differences.leave_unknown:
        expect_decided(seen, asker.server.host)
    return seen


def remaining_time(
    steps: Sequence[Step], server: Server, ledger: Ledger, trying: Collection[StepKey] = ()
) -> float:
    """Foretell how many seconds the remaining steps take, by the server's limits alone."""
    needs = [needs_of(step, server.dialect) for step in unsettled(steps, ledger, trying)]
    pace, now = server.pace, server.now()
    return foretell(needs, pace, now, server.dialect.keeps_media) - now


def unsettled(steps: Sequence[Step], ledger: Ledger, trying: Collection[StepKey] = ()) -> list[Step]:
    """List the steps of which something remains to be done, in order; those `trying` as well.

    A tweet of which the server has the first part is ended as it was begun: its further
    parts are those of then, even if the plan would cut or choose differently today.
    """
    settled = ledger.keys_in(StepState.DONE, StepState.REFUSED).difference(trying)
    begun = ledger.open_parts(trying)
    left: list[Step] = []
    for step in steps:
        if step.key not in settled and StepKey(step.key.tweet_id) not in settled:
            left.append(step)
        if step.key.part == 0:
            left += begun.pop(step.key.tweet_id, ())
    return [*chain.from_iterable(begun.values()), *left]


def up_to(steps: list[Step], limit: int | None) -> list[Step]:
    """Cut the steps after `limit`, but not inside a tweet; all of them without a limit."""
    if limit is None:
        return steps
    rest = takewhile(lambda step: step.key.part, steps[limit:])
    return [*steps[:limit], *rest]


def _note_missing(
    ledger: Ledger, parents: Parents, missing: Sequence[Record], *, repost: bool
) -> Doing[None]:
    """Tell which posts are gone; they are posted again, or nothing is hung below them any more."""
    for record in missing:
        if repost:
            ledger.take_back(record.key)
        else:
            parents.lose(record.key)
            yield Missing(record.key, record.url)


def _further_parts(steps: Sequence[Step]) -> dict[int, list[Step]]:
    parts: dict[int, list[Step]] = {}
    for step in steps:
        if step.key.part:
            parts.setdefault(step.key.tweet_id, []).append(step)
    return parts


def _make_ready(asker: PatientClient, uploads: Uploads, index: int, step: Step) -> Doing[None]:
    """Do and wait for what comes before this post: its own files, and files for later ones."""
    server = asker.server
    while True:
        missing = uploads.missing(step)
        ahead = uploads.next_ahead(index, reach(server.pace, server.dialect.keeps_media))
        spends, more = needs_of(step, server.dialect).spends, ahead is not None
        move = next_move(server.pace, server.now(), spends, media_ready=not missing, more_ahead=more)
        if move.do is Do.POST:
            return
        if move.do is Do.WAIT:
            yield from asker.wait_until(move.until, WaitReason.LIMIT, move.quota)
        elif missing:
            yield from uploads.send(step, missing[0])
        elif ahead:
            yield from uploads.send(*ahead)
