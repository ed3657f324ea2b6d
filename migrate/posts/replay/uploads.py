"""Pictures and videos: sent to the server before the post that shows them.

An upload's id is written down at once, so that a restart goes on with it; a file
that the server will not take is written down as well, and its post goes without it.

Recorded on Mastodon 4.5.15: most bad files are refused at once (422), some are a 500 each
time, and some are taken, worked on for half a minute and given up (206, then 422 for ever).
"""

from base64 import b64decode
from collections import deque
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import BinaryIO

from migrate.errors import ArchiveError
from migrate.ledger import Ledger, Upload
from migrate.mastodon.api import READING, UPLOADING, get_media, upload_media
from migrate.mastodon.client import Answer, decode
from migrate.mastodon.patient import PatientClient
from migrate.mastodon.verdict import reason_of
from migrate.mastodon.waiting import WaitReason
from migrate.mastodon.wire import MediaAttachment
from migrate.model import Media, Step, StepKey, mime_type_of
from migrate.posts.replay.events import Doing, MediaRefused, Uploaded

Opener = Callable[[Media], BinaryIO]

POLLS = (1, 2, 4, 8, 15) + (30,) * 40
"""Seconds between looks at a file that the server still works on: about twenty minutes in all."""

SAMPLE = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAAAAAA6mKC9AAAAD0lEQVR42mNoQAMMI1sAAAUMgAHjM1mKAAAAAElFTkSuQmCC"
)
"""A picture with which nothing is wrong, grey and 16 by 16. Servers throw away what belongs to no post."""


class Uploads:
    """The media of this plan that the server has."""

    def __init__(
        self, asker: PatientClient, ledger: Ledger, open_media: Opener, steps: Sequence[Step]
    ) -> None:
        self._asker = asker
        self._ledger = ledger
        self._open = open_media
        self._known = ledger.uploads()
        self._in_work: set[str] = set()
        self._refused_before = {key for key, upload in self._known.items() if upload.reason}
        self._mended: set[StepKey] = set()
        self._ahead = deque((index, media) for index, step in enumerate(steps) for media in step.toot.media)
        self._steps = steps
        self._drop_old()

    def missing(self, step: Step) -> list[Media]:
        """List the files of a step that were neither uploaded nor refused."""
        return [m for m in step.toot.media if (step.key.tweet_id, m.id) not in self._known]

    def next_ahead(self, index: int, reach: int) -> tuple[Step, Media] | None:
        """Find the first file for a later step, at most `reach` steps on."""
        while self._ahead:
            at, media = self._ahead[0]
            if at > index and (self._steps[at].key.tweet_id, media.id) not in self._known:
                return (self._steps[at], media) if at <= index + reach else None
            self._ahead.popleft()
        return None

    def send(self, step: Step, media: Media) -> Doing[None]:
        """Upload one file and write down what became of it."""
        server = self._asker.server
        name = file_name(media)
        mime = mime_type_of(name) or "application/octet-stream"

        def request() -> Answer:
            with self._open(media) as file:
                return upload_media(server, (name, file, mime), media.alt)

        try:
            answer = yield from self._send(request)
        except OSError as e:
            yield from self._refuse(step, media, _damage(media, e))
            return
        if not answer.ok:
            yield from self._refuse(step, media, _reason(answer))
            return
        uploaded = decode(answer, MediaAttachment)
        self._keep(step, media, Upload(uploaded.id, server.now()))
        self._ledger.descriptions.keep({uploaded.id: media.alt})
        if answer.code == 202 or uploaded.url is None:
            self._in_work.add(uploaded.id)
        yield Uploaded(step.key, media.id)

    def ids(self, step: Step) -> list[str]:
        """Give the server's ids of a step's files, in order, without those that it refused."""
        known = (self._known[step.key.tweet_id, media.id] for media in step.toot.media)
        return [upload.remote_id for upload in known if upload.remote_id]

    def refused(self, step: Step) -> list[Media]:
        """List the files of a step that the server would not take."""
        return [m for m in step.toot.media if self._known[step.key.tweet_id, m.id].reason]

    def finish(self, step: Step) -> Doing[bool]:
        """Wait until the server has finished its work on a step's files; True if one can't be found."""
        gone = False
        for media in step.toot.media:
            upload = self._known[step.key.tweet_id, media.id]
            if upload.remote_id in self._in_work:
                gone |= yield from self._poll(step, media, upload.remote_id)
        return gone

    def mend(self, step: Step) -> Doing[bool]:
        """Look at a step's files again, once for a step. Returns whether they were looked at."""
        if step.key in self._mended:
            return False
        self._mended.add(step.key)
        yield from self.look(step)
        return True

    def look(self, step: Step) -> Doing[None]:
        """Look at a step's files again; where the server no longer has one, they are missing from now on.

        A file that can't be found belongs to a post, or was thrown away. After the post was deleted it is
        free again some seconds later (recorded on 4.5.15 as reading:delete.kept).
        """
        self._in_work.update(self.ids(step))
        if (yield from self.finish(step)):
            self._forget(step)

    def tell_refused(self, step: Step) -> Doing[None]:
        """Tell which files of a step an earlier run was refused: the post goes without them now."""
        for media in step.toot.media:
            if (key := (step.key.tweet_id, media.id)) in self._refused_before:
                yield MediaRefused(step.key, media.id, self._known[key].reason or "")

    def drop(self, step: Step) -> None:
        """Let go of a step's files: the step is settled."""
        for media in step.toot.media:
            self._known.pop((step.key.tweet_id, media.id), None)
            self._refused_before.discard((step.key.tweet_id, media.id))

    def _send(self, request: Callable[[], Answer]) -> Doing[Answer]:
        """Send a file until there is a definite answer; a 500 is one if a file that is fine passes.

        A damaged picture or video is a 500 each time (recorded on 4.5.15 as media:v2.cut_head and
        v2.cut_mp4), and so is every file while the server is in trouble: that is waited for.
        """
        answer = yield from self._asker.send(UPLOADING, request, enough=_is_500)
        if not _is_500(answer):
            return answer
        yield from self._asker.send(UPLOADING, self._send_sample)
        return (yield from self._asker.send(UPLOADING, request, enough=_is_500, again=True))

    def _send_sample(self) -> Answer:
        return upload_media(self._asker.server, ("grey.png", BytesIO(SAMPLE), "image/png"), "")

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

    def _forget(self, step: Step) -> None:
        """Have a step's files uploaded again: the server no longer has them."""
        self._ledger.forget_uploads(step.key.tweet_id)
        self.drop(step)

    def _drop_old(self) -> None:
        """Forget the files that have waited too long for their post: the server has thrown them away."""
        server = self._asker.server
        oldest = server.now() - server.dialect.keeps_media
        for step in self._steps:
            uploads = [self._known.get((step.key.tweet_id, media.id)) for media in step.toot.media]
            if any(u and u.remote_id and u.uploaded_at < oldest for u in uploads):
                self._forget(step)


def _damage(media: Media, error: OSError) -> str:
    """Say why a file can't be used. Raises ArchiveError where the disk is to blame, not the file."""
    cause = error.__cause__ if isinstance(error.__cause__, OSError) else error
    if cause.errno is None:
        return "it is damaged in the archive"
    raise ArchiveError(
        f"{file_name(media)} can't be read from the archive ({cause.strerror}). Everything up to here is "
        "saved. Make sure that the archive is where it was, then run the same command: it goes on."
    ) from error


def file_name(media: Media) -> str:
    """Name a file as it is sent: without its folder."""
    return (media.file or media.id).rsplit("/", 1)[-1]


def _reason(answer: Answer) -> str:
    said = reason_of(answer)
    return f"the server can't process this file: {said}" if _is_500(answer) else said


def _is_500(answer: Answer) -> bool:
    """Recognise a bad picture as Mastodon tells it (app/controllers/api/v2/media_controller.rb)."""
    return answer.code == 500
