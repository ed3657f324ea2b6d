"""One file, sent until it is known what became of it.

Recorded on Mastodon 4.5.15: most bad files are refused at once (422), some are a 500 each time. What is
refused is only believed of the file if it is refused twice, and a picture of our own passes in between.
"""

from base64 import b64decode
from collections.abc import Callable
from io import BytesIO
from pathlib import PurePosixPath
from typing import BinaryIO
from uuid import uuid4

from migrate.errors import ArchiveError
from migrate.mastodon.api import UPLOADING, upload_media
from migrate.mastodon.client import Answer
from migrate.mastodon.patient import PAUSES, PatientClient
from migrate.mastodon.verdict import reason_of
from migrate.mastodon.waiting import WaitReason
from migrate.mastodon.wire import MediaAttachment
from migrate.model import Media, mime_type_of
from migrate.posts.replay.answers import About, about
from migrate.posts.replay.blame import IN_A_ROW, TRIES, explain, forbidden, no_uploads
from migrate.posts.replay.events import Doing

Opener = Callable[[Media], BinaryIO]

DAMAGED = "it is damaged in the archive"
"""The one reason why a file is not sent that is not the server's."""

SAMPLE = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAAAAAA6mKC9AAAAD0lEQVR42mNoQAMMI1sAAAUMgAHjM1mKAAAAAElFTkSuQmCC"
)
"""A picture with which nothing is wrong, grey and 16 by 16. Servers throw away what belongs to no post."""


class FileSender:
    """The sending of files, and what is known by now of the server's ways to refuse them."""

    def __init__(self, asker: PatientClient, open_media: Opener) -> None:
        self._asker = asker
        self._open = open_media
        self._believed: dict[int, int] = {}
        """The codes that were files' own faults, and how many were believed since a file has passed."""

    def send(self, media: Media) -> Doing[Answer]:
        """Send a file; a 401 or 403 never speaks of it. Raises an error where it stays forbidden."""
        name = file_name(media)
        mime = mime_type_of(name) or "application/octet-stream"

        def request() -> Answer:
            with self._open(media) as file:
                return upload_media(self._asker.server, (_unique(name), file, mime), media.alt)

        for pause in PAUSES[:TRIES]:
            answer = yield from self._send(request)
            if about(answer, self._asker.server.dialect) is not About.ACCOUNT:
                return answer
            if error := (yield from explain(self._asker, answer)):
                raise error
            yield from self._asker.pause(pause, WaitReason.SERVER)
        raise forbidden(self._asker.server.host, answer)

    def _send(self, request: Callable[[], Answer]) -> Doing[Answer]:
        """Send a file until there is a definite answer; a no is one at the second time, while others pass.

        A damaged picture or video is a 500 each time (recorded on 4.5.15 as media:v2.cut_head and
        v2.cut_mp4), and so is every file while the server is in trouble: that is waited for. One
        that is too large is a 413 from what stands in front, and so may be every other. Bad files come in
        rows, so the next of one with the same code are believed at once.
        """
        answer = yield from self._asker.send(UPLOADING, request, shape=MediaAttachment, enough=_is_500)
        blamed = about(answer, self._asker.server.dialect)
        if answer.ok:
            self._believed = dict.fromkeys(self._believed, 0)
        if answer.ok or blamed is About.ACCOUNT or (blamed is About.POST and self._believes(answer)):
            return answer
        if self._believed.get(answer.code) != 0:
            yield from self._expect_sample_passes()
        again = yield from self._asker.send(
            UPLOADING, request, shape=MediaAttachment, enough=_is_500, again=_is_500(answer)
        )
        if about(again, self._asker.server.dialect) is About.POST:
            self._believed[again.code] = 1
        return again

    def _believes(self, answer: Answer) -> bool:
        """Tell whether this code has just spoken of a file, and has not come too often in a row."""
        if self._believed.get(answer.code, 0) in {0, IN_A_ROW}:
            return False
        self._believed[answer.code] += 1
        return True

    def _expect_sample_passes(self) -> Doing[None]:
        """Upload a picture of our own, described at the length that is asked for. Raises an error at a no."""
        server = self._asker.server
        words = "g" * server.dialect.limits.alt_least

        def request() -> Answer:
            return upload_media(server, (_unique("grey.png"), BytesIO(SAMPLE), "image/png"), words)

        answer = yield from self._asker.send(UPLOADING, request)
        if not answer.ok:
            known = about(answer, server.dialect) is About.ACCOUNT and (
                yield from explain(self._asker, answer)
            )
            raise known or no_uploads(server.host, answer)


def file_name(media: Media) -> str:
    """Name a file without its folder."""
    return (media.file or media.id).rsplit("/", 1)[-1]


def damage_of(media: Media, error: OSError) -> str:
    """Say why a file can't be used. Raises ArchiveError where the disk is to blame, not the file."""
    cause = error.__cause__ if isinstance(error.__cause__, OSError) else error
    if cause.errno is None:
        return DAMAGED
    raise ArchiveError(
        f"{file_name(media)} can't be read from the archive ({cause.strerror}). Everything up to here is "
        "saved. Make sure that the archive is where it was, then run the same command: it goes on."
    ) from error


def reason_of_file(answer: Answer) -> str:
    """Say why a file was refused, in the server's own words."""
    if answer.code == 413:
        return "the server, or what stands in front of it, takes no file as large as this one"
    said = reason_of(answer)
    return f"the server can't process this file: {said}" if _is_500(answer) else said


def _unique(name: str) -> str:
    """Give a file a name that no other has: snac makes a file's id of it (mastoapi.c, /api/v1/media)."""
    path = PurePosixPath(name)
    return f"{path.stem}-{uuid4().hex[:12]}{path.suffix}"


def _is_500(answer: Answer) -> bool:
    """Recognise a bad picture as Mastodon tells it (app/controllers/api/v2/media_controller.rb)."""
    return answer.code == 500
