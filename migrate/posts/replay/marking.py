"""Files are marked as sensitive by an edit, where a server doesn't look at it in a new post.

snac marks files only below a content warning (activitypub.c, msg_note); an edit marks them since 2.94
(mastoapi.c, PUT /api/v1/statuses), and changes nothing before (tried on 2.75).
"""

from functools import partial

from migrate.ledger.records import Record
from migrate.mastodon.api import EDITING, edit_status
from migrate.mastodon.patient import PatientClient
from migrate.mastodon.wire import Status
from migrate.posts.replay.answers import read_status
from migrate.posts.replay.events import Doing, Unmarked

KEPT = ("status", "spoiler_text", "language", "sensitive")


def mark_sensitive(asker: PatientClient, record: Record, status: Status) -> Doing[None]:
    """Mark the files of a new post where it was asked for and not done; tell where the server won't."""
    asked = record.body.get("sensitive") and record.body.get("media_ids")
    if not asked or status.sensitive or not asker.server.dialect.ignores_sensitive:
        return
    body = {name: record.body[name] for name in KEPT if name in record.body}
    body["media_ids"] = [file.id for file in status.media_attachments]
    request = partial(edit_status, asker.server, status.id, body)
    answer = yield from asker.send(EDITING, request, enough=lambda _: True)
    edited = read_status(answer) if answer.ok else None
    if edited is None or not edited.sensitive:
        yield Unmarked(record.key, status.url or status.uri)
