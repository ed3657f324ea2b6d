"""Posts that would be written better today are edited: a friend's new address, a link to a later post.

What would change is known before any server is asked: what was sent stands in the ledger,
and is compared with what would be sent now. Then each post is looked at before it is edited,
so that words which its author has changed by hand are not lost. To make an edit twice is to
make it once, so a run that was cut off is simply run again.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import groupby

from msgspec import Struct

from migrate.ledger import Ledger, Record, StepState
from migrate.mastodon import Answer, PatientClient, Server, decode, reason_of
from migrate.mastodon.api import EDITING, READING, edit_status, get_source, get_status, verify
from migrate.mastodon.wire import Status, StatusSource
from migrate.model import Step, StepKey
from migrate.posts.replay.bodies import text_of
from migrate.posts.replay.events import Altered, Doing, Fixed, Gone, Unfixed
from migrate.posts.replay.finding import forms_of, squeezed

Body = Mapping[str, object]


class Change(Struct, frozen=True):
    """A post on the server, what was sent for it, and what would be sent for it now."""

    key: StepKey
    remote_id: str
    url: str
    before: Body
    after: Body


class Fixable(Struct, frozen=True):
    """The edits in the plan's order, and the tweets that no edit can help: they were cut differently."""

    changes: tuple[Change, ...]
    cut_differently: tuple[int, ...]


class _Current(Struct, frozen=True):
    """A post as it stands on the server."""

    text: str
    content_warning: str
    media: int
    sensitive: bool

    def says(self, body: Body) -> bool:
        """Tell whether this is what was sent; servers strip white space, and HTML loses it."""
        files = body.get("media_ids")
        return any(
            squeezed(self.text) == squeezed(text) and self.content_warning.strip() == warning.strip()
            for text, warning in forms_of(_word(body, "status"), _word(body, "spoiler_text"))
        ) and self.media == (len(files) if isinstance(files, list) else 0)


def fixable(steps: Iterable[Step], ledger: Ledger) -> Fixable:
    """Find what an edit would make better, by the ledger alone."""
    posted = {record.key: record for record in ledger.in_state(StepState.DONE)}
    parts = Counter(key.tweet_id for key in posted)
    found: list[Change] = []
    cut_differently: list[int] = []
    for tweet_id, group in groupby(steps, key=lambda step: step.key.tweet_id):
        toots = list(group)
        known = [(step, posted[step.key]) for step in toots if step.key in posted]
        changes = [change for step, record in known if (change := _change(step, record, ledger))]
        if len(known) == len(toots) == parts[tweet_id]:
            found += changes
        elif changes:
            cut_differently.append(tweet_id)
    return Fixable(tuple(found), tuple(cut_differently))


def fix(
    changes: Sequence[Change],
    server: Server,
    ledger: Ledger,
    *,
    sleep: Callable[[float], None] = time.sleep,
) -> Doing[None]:
    """Make these edits, and tell what happens. Pictures, dates and who may see a post stay as they are."""
    asker = PatientClient(server, sleep)
    for change in changes:
        event = yield from _fix(asker, ledger, change)
        yield event


def fix_time(count: int, server: Server) -> float:
    """Foretell how many seconds so many edits take, by the server limits alone."""
    now = server.now()
    return server.pace.last_at((READING, READING, EDITING) * count, now) - now


def _change(step: Step, record: Record, ledger: Ledger) -> Change | None:
    """Compare what was sent with what would be sent now; None where all would stay as it is.

    White space alone is worth no edit, and no edit may ping anyone: `allowed_mentions` is no
    parameter of it (docs.joinmastodon.org/methods/statuses/#edit).
    """
    toot, before = step.toot, record.body
    if toot.boost or toot.pings:
        return None
    text = text_of(
        toot, ledger, with_media=bool(before.get("media_ids")), quoted="quoted_status_id" in before
    )
    after = {
        **before,
        "status": _word(before, "status") if squeezed(text) == squeezed(_word(before, "status")) else text,
        "spoiler_text": toot.content_warning,
        "sensitive": toot.sensitive,
        "language": toot.language or before.get("language"),
    }
    after = {name: value for name, value in after.items() if value or name in {"status", "allowed_mentions"}}
    if after == before:
        return None
    return Change(record.key, record.remote_id or "", record.url or "", before, after)


def _fix(asker: PatientClient, ledger: Ledger, change: Change) -> Doing[Fixed | Gone | Altered | Unfixed]:
    """Make one edit, or only write it down where an earlier request without an answer has made it."""
    current = yield from _look(asker, change)
    if not isinstance(current, _Current):
        return (yield from _no(asker, change, current))
    if current.says(change.before):
        body = _sent(change, current)
        request = partial(edit_status, asker.server, change.remote_id, body)
        answer = yield from asker.send(EDITING, request, enough=_is_500)
        if not answer.ok and not (yield from _is_made(asker, change)):
            return (yield from _no(asker, change, answer))
    elif not current.says(change.after):
        return Altered(change.key, change.url)
    ledger.edit(change.key, change.after)
    return Fixed(change.key, change.url)


def _look(asker: PatientClient, change: Change) -> Doing[_Current | Answer]:
    """Read the post as it stands; the answer itself where it is a no."""
    shown = yield from asker.send(READING, partial(get_status, asker.server, change.remote_id))
    if not shown.ok:
        return shown
    source = yield from asker.send(READING, partial(get_source, asker.server, change.remote_id))
    if not source.ok:
        return source
    status, written = decode(shown, Status), decode(source, StatusSource)
    return _Current(written.text, written.spoiler_text, len(status.media_attachments), status.sensitive)


def _sent(change: Change, current: _Current) -> dict[str, object]:
    """Make what is sent for an edit: what it leaves out is taken away from the post.

    Files too (mastodon app/services/update_status_service.rb). A post that the user's own
    settings, or a moderator, have marked as sensitive stays so.
    """
    names = ("status", "spoiler_text", "language", "media_ids")
    body = {name: change.after[name] for name in names if name in change.after}
    marked = current.sensitive and not change.before.get("sensitive")
    return {**body, "sensitive": True} if marked or change.after.get("sensitive") else body


def _is_made(asker: PatientClient, change: Change) -> Doing[bool]:
    """Look again: GoToSocial says 422 to an edit made before (internal/processing/status/edit.go)."""
    current = yield from _look(asker, change)
    return isinstance(current, _Current) and current.says(change.after)


def _no(asker: PatientClient, change: Change, answer: Answer) -> Doing[Gone | Unfixed]:
    """Say whether the post is gone or the edit refused. Raises LoginError where the account is frozen."""
    if answer.code == 404:
        return Gone(change.key, change.url)
    if answer.code == 403:
        myself = yield from asker.send(READING, partial(verify, asker.server))
        if myself.code == 403:
            raise asker.logged_out()
    return Unfixed(change.key, reason_of(answer))


def _word(body: Body, name: str) -> str:
    return str(body.get(name) or "")


def _is_500(answer: Answer) -> bool:
    """Recognise a text that Pleroma will not take (its status_controller.ex, `update`)."""
    return answer.code == 500
