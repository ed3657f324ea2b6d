"""Posts that would be written better today are edited.

Each post is looked at before it is edited, so that words which its author has changed by hand are
not lost. To make an edit twice is to make it once, so a run that was cut off is simply run again.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from msgspec import Struct

from migrate.ledger.ledger import Ledger
from migrate.mastodon import Answer, Dialect, PatientClient, Server, decode, reason_of
from migrate.mastodon.api import EDITING, READING, UPLOADING, edit_status, get_source, get_status
from migrate.mastodon.wire import Status, StatusSource
from migrate.posts.replay.answers import About, about
from migrate.posts.replay.blame import IN_A_ROW, explain, refuses_all
from migrate.posts.replay.bodies import words_in
from migrate.posts.replay.changes import Body, Change
from migrate.posts.replay.events import Altered, Doing, Fixed, Gone, Unfixed
from migrate.posts.replay.finding import forms_of, squeezed
from migrate.posts.replay.restoring import (
    NOT_PUT_IN,
    found_there,
    keep_lacking,
    keep_put_in,
    send_lacking,
    why_lacking,
)
from migrate.posts.replay.sending import Opener
from migrate.posts.replay.uploads import Uploads


class _Current(Struct, frozen=True):
    """A post as it stands on the server; `media` are its files with their descriptions, by their ids."""

    text: str
    content_warning: str
    media: Mapping[str, str]
    sensitive: bool

    def says(self, body: Body) -> bool:
        """Tell whether this is what was sent; servers strip white space, and HTML loses it."""
        files = body.get("media_ids")
        return any(
            squeezed(self.text) == squeezed(text) and self.content_warning.strip() == warning.strip()
            for text, warning in forms_of(words_in(body, "status"), words_in(body, "spoiler_text"))
        ) and len(self.media) == (len(files) if isinstance(files, list) else 0)

    def is_described(self, change: Change) -> bool:
        """Tell whether the files have the descriptions that they would have now."""
        return all(self._describes(one.media_id, one.after) for one in change.described)

    def is_described_by_hand(self, change: Change) -> bool:
        """Tell whether a file has a description that this program did not send; that stays."""
        return not all(
            any(self._describes(file.media_id, text) for text in ("", file.before or "", file.after))
            for file in change.described
        )

    def _describes(self, media_id: str, text: str) -> bool:
        return squeezed(self.media.get(media_id, "")) == squeezed(text)


def fix(
    changes: Sequence[Change],
    server: Server,
    ledger: Ledger,
    *,
    open_media: Opener | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Doing[None]:
    """Make these edits, and tell what happens. Dates and who may see a post stay as they are.

    Files stay, too; those that a post lacks are put into it where `open_media` has them. Raises LoginError
    or ServerError where the account may not act, or the same is refused again and again.
    """
    asker = PatientClient(server, sleep)
    ledger.refusals.note_conditions(server.conditions(ledger.mark_of))
    uploads = Uploads(asker, ledger, open_media, ()) if open_media else None
    in_a_row = 0
    for change in changes:
        if uploads or not change.is_nothing:
            event = yield from _fix(asker, ledger, change, uploads)
            yield event
            in_a_row = in_a_row + 1 if isinstance(event, Unfixed) else 0
            if isinstance(event, Unfixed) and in_a_row == IN_A_ROW:
                raise refuses_all(server.host, event.reason)


def fix_time(count: int, server: Server, files: int = 0) -> float:
    """Foretell how many seconds so many edits with so many new files take, by the server limits alone."""
    now = server.now()
    requests = [READING, READING, EDITING] * count + [UPLOADING] * files
    return server.pace.last_at(requests, now) - now


def _fix(
    asker: PatientClient, ledger: Ledger, change: Change, uploads: Uploads | None
) -> Doing[Fixed | Gone | Altered | Unfixed]:
    """Make one edit, or only write it down where an earlier request without an answer has made it."""
    current = yield from _look(asker, change)
    if not isinstance(current, _Current):
        return (yield from _no(asker, change, current))
    if uploads and change.lacking and current.says(change.before):
        change = yield from send_lacking(uploads, ledger, change, asker.server.now())
        if change.is_nothing:
            return Unfixed(change.key, why_lacking(uploads, change))
    else:
        change = found_there(change, [*current.media])
    if current.says(change.before) and not current.is_described_by_hand(change):
        request = partial(
            edit_status, asker.server, change.remote_id, _sent(change, current, asker.server.dialect)
        )
        answer = yield from asker.send(EDITING, request, enough=_is_500)
        if not answer.ok and not (yield from _is_made(asker, change)):
            return (yield from _no(asker, change, answer))
        if not (yield from _has_files(asker, change)):
            keep_lacking(ledger, change, asker.server.now())
            return Unfixed(change.key, NOT_PUT_IN)
    elif not (current.says(change.after) and current.is_described(change)):
        return Altered(change.key, change.url)
    ledger.edit(change.key, change.after)
    keep_put_in(ledger, change, asker.server.now())
    ledger.descriptions.keep({one.media_id: one.after for one in change.described})
    return Fixed(change.key, change.url)


def _look(asker: PatientClient, change: Change) -> Doing[_Current | Answer]:
    """Read the post as it stands; the answer itself where it is a no."""
    shown = yield from asker.send(READING, partial(get_status, asker.server, change.remote_id), shape=Status)
    if not shown.ok:
        return shown
    source = yield from asker.send(
        READING, partial(get_source, asker.server, change.remote_id), shape=StatusSource
    )
    if not source.ok:
        return source
    status, written = decode(shown, Status), decode(source, StatusSource)
    media = {file.id: file.description or "" for file in status.media_attachments}
    return _Current(written.text, written.spoiler_text, media, status.sensitive)


def _sent(change: Change, current: _Current, dialect: Dialect) -> dict[str, object]:
    """Make what is sent for an edit: what it leaves out is taken away from the post.

    Files too (mastodon app/services/update_status_service.rb), but not their descriptions. A post that
    the user's own settings, or a moderator, have marked as sensitive stays so.
    """
    names = ("status", "spoiler_text", "language", "media_ids")
    body = {name: change.after[name] for name in names if name in change.after}
    if dialect.takes_plain_text:
        body["content_type"] = "text/plain"
    if change.described:
        body["media_attributes"] = [
            {"id": one.media_id, "description": one.after} for one in change.described
        ]
    marked = current.sensitive and not change.before.get("sensitive")
    return {**body, "sensitive": marked or bool(change.after.get("sensitive"))}


def _is_made(asker: PatientClient, change: Change) -> Doing[bool]:
    """Look again: GoToSocial says 422 to an edit made before (internal/processing/status/edit.go)."""
    current = yield from _look(asker, change)
    return isinstance(current, _Current) and current.says(change.after) and current.is_described(change)


def _has_files(asker: PatientClient, change: Change) -> Doing[bool]:
    """Look whether the post has the files that were put into it: not every server lets an edit add some."""
    if change.lacking is None:
        return True
    current = yield from _look(asker, change)
    files = change.after.get("media_ids")
    return isinstance(current, _Current) and isinstance(files, list) and len(current.media) == len(files)


def _no(asker: PatientClient, change: Change, answer: Answer) -> Doing[Gone | Unfixed]:
    """Say whether the post is gone or the edit refused. Raises an error where the account may not act."""
    if answer.code == 404:
        return Gone(change.key, change.url)
    if about(answer, asker.server.dialect) is About.ACCOUNT:
        error = yield from explain(asker, answer)
        if error:
            raise error
    return Unfixed(change.key, reason_of(answer))


def _is_500(answer: Answer) -> bool:
    """Recognise a text that Pleroma will not take (its status_controller.ex, `update`)."""
    return answer.code == 500
