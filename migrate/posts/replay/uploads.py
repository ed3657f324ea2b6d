"""Pictures and videos: sent to the server before the toot that shows them.

An upload's id is written down at once, so that a restart goes on with it; a file
that the server will not take is written down as well, and its toot goes without it.
"""

import mimetypes
from collections import deque
from collections.abc import Callable, Sequence
from typing import BinaryIO

from migrate.errors import ArchiveError
from migrate.ledger import Ledger, Upload
from migrate.mastodon import Answer, WaitReason, decode, reason_of
from migrate.mastodon.api import READING, UPLOADING, get_media, upload_media
from migrate.mastodon.patient import PatientClient
from migrate.mastodon.wire import MediaAttachment
from migrate.model import Media, Step
from migrate.posts.replay.events import Doing, MediaRefused, Uploaded

Opener = Callable[[Media], BinaryIO]

POLLS = (1, 2, 4, 8, 15) + (30,) * 40
"""Seconds between looks at a file that the server still works on: some twenty minutes in all."""


class Uploads:
    """What the server has of the media of this plan."""

    def __init__(
        self, asker: PatientClient, ledger: Ledger, open_media: Opener, steps: Sequence[Step]
    ) -> None:
        self._asker = asker
        self._ledger = ledger
        self._open = open_media
        self._known = ledger.uploads()
        self._in_work: set[str] = set()
        self._ahead = deque((index, media) for index, step in enumerate(steps) for media in step.toot.media)
        self._steps = steps
        self._drop_old()

    def missing(self, step: Step) -> list[Media]:
        """The files of a step that were neither uploaded nor refused."""
        return [m for m in step.toot.media if (step.key.tweet_id, m.id) not in self._known]

    def next_ahead(self, index: int, reach: int) -> tuple[Step, Media] | None:
        """The first file for a later step, at most `reach` steps on."""
        while self._ahead:
            at, media = self._ahead[0]
            if at > index and (self._steps[at].key.tweet_id, media.id) not in self._known:
                return (self._steps[at], media) if at <= index + reach else None
            self._ahead.popleft()
        return None

    def send(self, step: Step, media: Media) -> Doing[None]:
        """Upload one file and write down what became of it."""
        server = self._asker.server
        name, mime = file_name(media), mime_type(media)

        def request() -> Answer:
            with self._open(media) as file:
                return upload_media(server, (name, file, mime), media.alt)

        try:
            answer = yield from self._asker.send(UPLOADING, request, enough=_is_500)
        except OSError as e:
            yield from self._refuse(step, media, _damage(media, e))
            return
        if not answer.ok:
            yield from self._refuse(step, media, reason_of(answer))
            return
        uploaded = decode(answer, MediaAttachment)
        self._keep(step, media, Upload(uploaded.id, server.now()))
        if answer.code == 202 or uploaded.url is None:
            self._in_work.add(uploaded.id)
        yield Uploaded(step.key, media.id)

    def ids(self, step: Step) -> list[str]:
        """The server's ids of a step's files, in order, without those that it refused."""
        known = (self._known[step.key.tweet_id, media.id] for media in step.toot.media)
        return [upload.remote_id for upload in known if upload.remote_id]

    def finish(self, step: Step) -> Doing[bool]:
        """Wait until the server has finished its work on a step's files; True if one can't be found."""
        gone = False
        for media in step.toot.media:
            upload = self._known[step.key.tweet_id, media.id]
            if upload.remote_id in self._in_work:
                gone |= yield from self._poll(step, media, upload.remote_id)
        return gone

    def drop(self, step: Step) -> None:
        """The step is settled: its files need not be thought of any more."""
        for media in step.toot.media:
            self._known.pop((step.key.tweet_id, media.id), None)

    def look_again(self, step: Step) -> None:
        """The server said that something is wrong with the files: take none of them for ready."""
        self._in_work.update(self.ids(step))

    def forget(self, step: Step) -> None:
        """The server no longer has a step's files: upload them again."""
        self._ledger.forget_uploads(step.key.tweet_id)
        for media in step.toot.media:
            self._known.pop((step.key.tweet_id, media.id), None)

    def _poll(self, step: Step, media: Media, remote_id: str) -> Doing[bool]:
        """Look until the file is ready or refused; True if it can't be found."""
        server = self._asker.server
        self._in_work.discard(remote_id)
        for pause in POLLS:
            answer = yield from self._asker.send(READING, lambda: get_media(server, remote_id))
            if answer.code == 404:
                return True
            if not answer.ok:
                yield from self._refuse(step, media, reason_of(answer))
                return False
            if answer.code != 206 and decode(answer, MediaAttachment).url:
                return False
            yield from self._asker.pause(pause, WaitReason.MEDIA)
        yield from self._refuse(step, media, "the server did not finish its work on this file")
        return False

    def _refuse(self, step: Step, media: Media, reason: str) -> Doing[None]:
        self._keep(step, media, Upload(None, self._asker.server.now(), reason))
        yield MediaRefused(step.key, media.id, reason)

    def _keep(self, step: Step, media: Media, upload: Upload) -> None:
        self._known[step.key.tweet_id, media.id] = upload
        self._ledger.keep_upload(step.key.tweet_id, media.id, upload)

    def _drop_old(self) -> None:
        """A file that has waited too long for its toot is gone from the server."""
        server = self._asker.server
        oldest = server.now() - server.dialect.keeps_media
        for step in self._steps:
            uploads = [self._known.get((step.key.tweet_id, media.id)) for media in step.toot.media]
            if any(u and u.remote_id and u.uploaded_at < oldest for u in uploads):
                self.forget(step)


def _damage(media: Media, error: OSError) -> str:
    """Why a file can't be used. Where the system itself complains, not the file is to blame but its disk."""
    cause = error.__cause__ if isinstance(error.__cause__, OSError) else error
    if cause.errno is None:
        return "it is damaged in the archive"
    raise ArchiveError(
        f"{file_name(media)} can't be read from the archive ({cause.strerror}). Everything up to here is "
        "saved. Make sure that the archive is where it was, then run the same command: it goes on."
    ) from error


def file_name(media: Media) -> str:
    """The name under which a file is sent; its folder stays here."""
    return (media.file or media.id).rsplit("/", 1)[-1]


def mime_type(media: Media) -> str:
    """By the file's ending, which Twitter keeps true."""
    return mimetypes.guess_type(file_name(media))[0] or "application/octet-stream"


def _is_500(answer: Answer) -> bool:
    """How Mastodon calls a bad picture (app/controllers/api/v2/media_controller.rb)."""
    return answer.code == 500
