"""What is done when the answer to a post is no clear yes. Never guessed.

No clear answer: the account's own posts are read back. Where the post isn't among them, the
request may still be under way, so there is a second look when it can't be any more.

A definite no: files may not be ready or may be gone, the parent may be gone, what is quoted may
not be there for it, the language may be none that the server knows. Servers say all of it with the
same code and a sentence in their own language, so the things themselves are looked at, one after the
other. Each is mended once for a step.
"""

from functools import partial
from itertools import takewhile

from migrate.errors import ServerError
from migrate.ledger.ledger import Ledger
from migrate.ledger.records import Record, StepState
from migrate.mastodon.api import READING, get_status, get_statuses
from migrate.mastodon.client import Answer, decode
from migrate.mastodon.login import APP_NAME
from migrate.mastodon.patient import PatientClient
from migrate.mastodon.server import Server
from migrate.mastodon.waiting import WaitReason
from migrate.mastodon.wire import Status
from migrate.model import Step, StepKey
from migrate.posts.replay.bodies import Parents, Quotes, date_in
from migrate.posts.replay.events import Detached, Doing, Posted, Refused, Unquoted, VisibilityChanged
from migrate.posts.replay.finding import find_status, is_from_before, same_second
from migrate.posts.replay.uploads import Uploads

NOT_FOUND = (
    "the server says that it knows this post already, and it is not among yours. Look for it there; it was "
    "not sent a second time"
)


def settle_begun(asker: PatientClient, ledger: Ledger, account_id: str) -> Doing[None]:
    """Find out what became of the steps at which earlier runs were cut off."""
    for record in list(ledger.in_state(StepState.BEGUN)):
        status = yield from settle_doubt(asker, ledger, account_id, record)
        if status:
            yield from finish(asker.server, ledger, record, status)
        elif record.reason == NOT_FOUND:
            ledger.refuse(record.key, NOT_FOUND)
            yield Refused(record.key, NOT_FOUND)
        elif not key_holds(asker.server, record):
            ledger.reopen(record.key)


def settle_doubt(
    asker: PatientClient, ledger: Ledger, account_id: str, record: Record
) -> Doing[Status | None]:
    """Find the post that the step became; None once it may be sent again."""
    server = asker.server
    status = yield from find_status(asker, ledger, account_id, record)
    if status or (server.dialect.locks_keys and key_holds(server, record)):
        return status
    now = server.now()
    certain = min(record.last_sent, now) + server.dialect.settles_after
    if now < certain:
        yield from asker.wait_until(certain, WaitReason.SETTLING)
        status = yield from find_status(asker, ledger, account_id, record)
    return status


def find_known(asker: PatientClient, ledger: Ledger, account_id: str, record: Record) -> Doing[Status | None]:
    """Find a post that the server seems to have, as it was sent or as it may be by now."""
    status = yield from settle_doubt(asker, ledger, account_id, record)
    return status or (yield from _find_only_unknown(asker, ledger, account_id, record))


def _find_only_unknown(
    asker: PatientClient, ledger: Ledger, account_id: str, record: Record
) -> Doing[Status | None]:
    """Find the only post of this program since then that the ledger doesn't know, whatever it says by now."""
    answer = yield from asker.send(
        READING, partial(get_statuses, asker.server, account_id, None), shape=list[Status]
    )
    page = decode(answer, list[Status]) if answer.ok else []
    unknown = [
        status
        for status in takewhile(lambda status: not is_from_before(status, record, ledger), page)
        if status.application is not None
        and status.application.name == APP_NAME
        and not ledger.has_claimed(status.id)
    ]
    return unknown[0] if len(unknown) == 1 else None


def key_holds(server: Server, record: Record) -> bool:
    """Tell whether the server still knows the key: the same one again can't post twice.

    A moment in the future was written down by a clock that was wrong: its age is unknown.
    """
    return abs(server.now() - record.first_sent) < server.dialect.remembers_keys


def may_repeat(server: Server, before: Record) -> bool:
    """Tell whether the same key still means the same post."""
    had_answer = before.state is StepState.OPEN
    return key_holds(server, before) and not (had_answer and server.dialect.caches_errors)


def write_down(
    server: Server, ledger: Ledger, record: Record, status: Status, *, unseen: bool = False
) -> str:
    """Write down that the server has the step's post, and return its address.

    `unseen`: its answer alone says so, which a server that drops posts without a word says of those as well.
    Raises ServerError where the server did not keep the date.
    """
    url = status.url or status.uri
    ledger.finish(record.key, status.id, url, unseen=unseen and server.dialect.drops_silently)
    wanted = date_in(record.body)
    if wanted and status.created_at and not same_second(status.created_at, wanted):
        raise ServerError(
            f"{server.host} did not keep the date of a post ({url}). The import has "
            "stopped, so that old tweets don't show up as new ones. Ask the people who run the server "
            "whether it allows backdated posts."
        )
    return url


def finish(
    server: Server, ledger: Ledger, record: Record, status: Status, *, unseen: bool = False
) -> Doing[None]:
    """Write it down, and tell who can see the post where that is not what was asked. Raises ServerError."""
    url = write_down(server, ledger, record, status, unseen=unseen)
    yield Posted(record.key, url)
    asked = str(record.body.get("visibility", ""))
    # app/services/post_status_service.rb: limited accounts post unlisted, and quote private posts privately
    kept = {asked, server.dialect.shown_as.get(asked, "")}
    if status.visibility and asked and status.visibility not in kept:
        yield VisibilityChanged(record.key, url, asked, status.visibility)


def mend(
    asker: PatientClient,
    uploads: Uploads,
    parents: Parents,
    quotes: Quotes,
    unspoken: set[StepKey],
    *,
    step: Step,
    record: Record,
    answer: Answer,
) -> Doing[bool]:
    """Find out what the server meant by its no, and tell whether the step can be sent again."""
    if "in_reply_to_id" in record.body and (yield from _detach(asker, parents, step)):
        return True
    if answer.code == 404 and "quoted_status_id" in record.body:
        # deleted, direct or not for quoting: Mastodon says the same to each (recorded on 4.5.15)
        quotes.give_up(step)
        yield Unquoted(step.key)
        return True
    if record.body.get("media_ids") and (yield from uploads.mend(step)):
        return True
    if "language" in record.body and asker.server.dialect.languages is None:
        # one that it doesn't know is a 400 for the whole post on GoToSocial 0.20.0 (statuses:language.xx)
        unspoken.add(step.key)
        return True
    return False


def _detach(asker: PatientClient, parents: Parents, step: Step) -> Doing[bool]:
    """Look whether the parent is gone; the step then replies to the next ancestor, or to none."""
    parent = parents.of(step)
    if parent is None:
        return False
    key, remote_id = parent
    answer = yield from asker.send(READING, partial(get_status, asker.server, remote_id), shape=Status)
    if answer.code != 404:
        return False
    parents.lose(key)
    yield Detached(step.key, below=parents.of(step) is not None)
    return True


def tell_apart(parents: Parents, quotes: Quotes, step: Step) -> Doing[None]:
    """Tell that a step will not be below what it answers, or not quote what it quotes: that is not there."""
    if parents.are_without(step):
        yield Detached(step.key, below=parents.of(step) is not None)
    if quotes.are_without(step):
        yield Unquoted(step.key)


def tell_left_behind(parents: Parents, step: Step) -> Doing[None]:
    """Tell which replies to a post were there before it, and are not below it."""
    for reply in parents.replies_there(step):
        yield Detached(reply.key, below="in_reply_to_id" in reply.body)
