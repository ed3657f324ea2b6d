"""Toots that would be written better today are edited: a friend's new address, a link to one's own toot.

What would change is known before any server is asked: what was sent stands in the ledger,
and is compared with what would be sent now. Then each toot is looked at before it is edited,
so that words which its author has changed by hand are not lost. To make an edit twice is to
make it once, so a run that was cut off is simply run again.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import groupby

from msgspec import Struct

from migrate.ledger import Ledger, Record, State
from migrate.mastodon import Answer, PatientClient, Server, decode, reason_of
from migrate.mastodon.api import EDITING, READING, edit_status, get_source, get_status, verify
from migrate.mastodon.wire import Status, StatusSource
from migrate.model import Step, StepKey
from migrate.posts.replay.bodies import text_of
from migrate.posts.replay.events import Altered, Doing, Fixed, Gone, Unfixed
from migrate.posts.replay.finding import squeezed

Body = Mapping[str, object]


class Change(Struct, frozen=True):
    """A toot on the server, what was sent for it, and what would be sent for it now."""

    key: StepKey
    remote_id: str
    url: str
    before: Body
    after: Body


class Fixable(Struct, frozen=True):
    """The edits in the plan's order, and the tweets that no edit can help: they were cut differently."""

    changes: tuple[Change, ...]
    cut_differently: tuple[int, ...]


class Seen(Struct, frozen=True):
    """A toot as it stands on the server."""

    text: str
    content_warning: str
    media: int
    sensitive: bool

    def says(self, body: Body) -> bool:
        """Whether this is what was sent; servers strip white space, and HTML loses it."""
        files = body.get("media_ids")
        return (
            squeezed(self.text) == squeezed(_word(body, "status"))
            and self.content_warning.strip() == _word(body, "spoiler_text").strip()
            and self.media == (len(files) if isinstance(files, list) else 0)
        )


def fixable(steps: Iterable[Step], ledger: Ledger) -> Fixable:
    """What an edit would make better, by the ledger alone."""
    posted = {record.key: record for record in ledger.in_state(State.DONE)}
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
    """Make these edits, and tell what happens. Pictures, dates and who may see a toot stay as they are."""
    asker = PatientClient(server, sleep)
    for change in changes:
        event = yield from _fix(asker, ledger, change)
        yield event


def fix_time(count: int, server: Server) -> float:
    """How many seconds so many edits take, by the server's limits alone."""
    now = server.now()
    return server.pace.last_at((READING, READING, EDITING) * count, now) - now


def _change(step: Step, record: Record, ledger: Ledger) -> Change | None:
    """None where all would stay as it is. White space alone is worth no edit, and no edit may ping anyone:
    `allowed_mentions` is no parameter of it (docs.joinmastodon.org/methods/statuses/#edit)."""
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
    """One edit. An earlier request without an answer may have made it: then it is only written down."""
    seen = yield from _look(asker, change)
    if not isinstance(seen, Seen):
        return (yield from _no(asker, change, seen))
    if seen.says(change.before):
        body = _sent(change, seen)
        request = partial(edit_status, asker.server, change.remote_id, body)
        answer = yield from asker.send(EDITING, request, enough=_is_500)
        if not answer.ok and not (yield from _is_made(asker, change)):
            return (yield from _no(asker, change, answer))
    elif not seen.says(change.after):
        return Altered(change.key, change.url)
    ledger.edit(change.key, change.after)
    return Fixed(change.key, change.url)


def _look(asker: PatientClient, change: Change) -> Doing[Seen | Answer]:
    """The toot as it stands, or the server's no."""
    shown = yield from asker.send(READING, partial(get_status, asker.server, change.remote_id))
    if not shown.ok:
        return shown
    source = yield from asker.send(READING, partial(get_source, asker.server, change.remote_id))
    if not source.ok:
        return source
    status, written = decode(shown, Status), decode(source, StatusSource)
    return Seen(written.text, written.spoiler_text, len(status.media_attachments), status.sensitive)


def _sent(change: Change, seen: Seen) -> dict[str, object]:
    """What is left out of an edit is taken away, files too (mastodon app/services/update_status_service.rb).

    A toot that the person's own settings, or a moderator, have marked as sensitive stays so.
    """
    names = ("status", "spoiler_text", "language", "media_ids")
    body = {name: change.after[name] for name in names if name in change.after}
    marked = seen.sensitive and not change.before.get("sensitive")
    return {**body, "sensitive": True} if marked or change.after.get("sensitive") else body


def _is_made(asker: PatientClient, change: Change) -> Doing[bool]:
    """GoToSocial says 422 to an edit that was made before (internal/processing/status/edit.go)."""
    seen = yield from _look(asker, change)
    return isinstance(seen, Seen) and seen.says(change.after)


def _no(asker: PatientClient, change: Change, answer: Answer) -> Doing[Gone | Unfixed]:
    """The toot is gone, or the server would not edit it. Raises LoginError where the account is frozen."""
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
    """How Pleroma calls any text that it will not take (its status_controller.ex, `update`)."""
    return answer.code == 500
