"""Pictures and videos: sent to the server before the post that shows them.

An upload's id is written down at once, so that a restart goes on with it; a file
that the server will not take is written down as well, and its post goes without it.

Some files are taken, worked on for half a minute and given up (recorded on Mastodon 4.5.15: 206, then
422 for ever).
"""

from collections import deque
from collections.abc import Sequence

from migrate.ledger.ledger import Ledger
from migrate.ledger.records import Upload
from migrate.mastodon.api import READING, get_media
from migrate.mastodon.client import Answer, decode
from migrate.mastodon.patient import PatientClient
from migrate.mastodon.verdict import reason_of
from migrate.mastodon.waiting import WaitReason
from migrate.mastodon.wire import MediaAttachment
from migrate.model import Media, Step, StepKey
from migrate.posts.replay.answers import About, about
from migrate.posts.replay.blame import TRIES, explain, forbidden
from migrate.posts.replay.events import Doing, MediaRefused, Uploaded
from migrate.posts.replay.sending import FileSender, Opener, damage_of, reason_of_file

POLLS = (1, 2, 4, 8, 15) + (30,) * 40
"""Seconds between looks at a file that the server still works on: about twenty minutes in all."""

UNDESCRIBED = "this server takes files only with a description: write one in the column alt_text of a plan"


class Uploads:
    """The media of this plan that the server has."""

    def __init__(
        self, asker: PatientClient, ledger: Ledger, open_media: Opener, steps: Sequence[Step]
    ) -> None:
        self._asker = asker
        self._ledger = ledger
        self._sender = FileSender(asker, open_media)
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
        if len(media.alt) < server.dialect.limits.alt_least:
            yield from self._refuse(step, media, UNDESCRIBED)
            return
        try:
            answer = yield from self._sender.send(media)
        except OSError as e:
            yield from self._refuse(step, media, damage_of(media, e))
            return
        if not answer.ok:
            yield from self._refuse(step, media, reason_of_file(answer))
            return
        uploaded = decode(answer, MediaAttachment)
        self._keep(step, media, Upload(uploaded.id, server.now()))
        self._ledger.descriptions.keep({uploaded.id: media.alt})
        if answer.code == 202 or uploaded.url is None:
            self._in_work.add(uploaded.id)
        yield Uploaded(step.key, media.id)

    def known(self, step: Step, media: Media) -> Upload:
        """Tell what became of a file that was sent."""
        return self._known[step.key.tweet_id, media.id]

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

    def _poll(self, step: Step, media: Media, remote_id: str) -> Doing[bool]:
        """Look until the file is ready or refused; True if it can't be found.

        Only a 422 is about the file, and only at the second look: once, any refusal may be a stray one.
        """
        server = self._asker.server
        self._in_work.discard(remote_id)
        refusals = 0
        for pause in POLLS:
            answer = yield from self._asker.send(
                READING, lambda: get_media(server, remote_id), shape=MediaAttachment
            )
            if answer.code == 404:
                return True
            if answer.ok and answer.code != 206 and decode(answer, MediaAttachment).url:
                return False
            refusals += not answer.ok
            if answer.code == 422 and refusals > 1:
                yield from self._refuse(step, media, reason_of(answer))
                return False
            if not answer.ok and answer.code != 422:
                yield from self._expect_passing(answer, refusals)
            yield from self._asker.pause(pause, WaitReason.MEDIA)
        yield from self._refuse(step, media, "the server did not finish its work on this file")
        return False

    def _expect_passing(self, answer: Answer, refusals: int) -> Doing[None]:
        """Raise an error where a no that is not about the file has its reason, or has come some times."""
        server = self._asker.server
        known = about(answer, server.dialect) is About.ACCOUNT and (yield from explain(self._asker, answer))
        if known or refusals >= TRIES:
            raise known or forbidden(server.host, answer)

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
        now, keeps = server.now(), server.dialect.keeps_media
        for step in self._steps:
            uploads = [self._known.get((step.key.tweet_id, media.id)) for media in step.toot.media]
            if any(u and u.remote_id and abs(now - u.uploaded_at) > keeps for u in uploads):
                self._forget(step)
