"""A definite no that can be mended: files that aren't ready or are gone, a parent that is gone.

Servers say all of it with the same code and a sentence in their own language, so the
things themselves are looked at, one after the other. Each is mended once for a step.
"""

from migrate.errors import LoginError
from migrate.ledger import Record
from migrate.mastodon import Answer, reason_of
from migrate.mastodon.api import READING, get_status, verify
from migrate.mastodon.patient import PatientClient
from migrate.mastodon.wire import Status
from migrate.model import Step, StepKey
from migrate.posts.replay.bodies import Bodies
from migrate.posts.replay.events import Detached, Doing
from migrate.posts.replay.finding import Finder
from migrate.posts.replay.uploads import Uploads


class Mender:
    """Finds out what a server meant by its no."""

    def __init__(self, asker: PatientClient, bodies: Bodies, uploads: Uploads, finder: Finder) -> None:
        self._asker = asker
        self._bodies = bodies
        self._uploads = uploads
        self._finder = finder
        self._looked_at: set[StepKey] = set()

    def wait_for_media(self, step: Step) -> Doing[None]:
        """Let the server finish its work on a step's files before they are posted."""
        yield from self._uploads.finish(step)

    def find_posted(self, record: Record) -> Doing[Status | None]:
        """A no to a post with files may mean "they belong to a toot already": to this very one?"""
        if record.body.get("media_ids"):
            return (yield from self._finder.find(record))
        return None

    def mend(self, step: Step, record: Record, answer: Answer) -> Doing[bool]:
        """Whether something was mended, so that the step can be sent again."""
        if answer.code == 403:
            yield from self._check_login()
            return False
        if "in_reply_to_id" in record.body and (yield from self._detach(step)):
            return True
        if step.key in self._looked_at or not record.body.get("media_ids"):
            return False
        self._looked_at.add(step.key)
        return (yield from self._mend_media(step))

    def _mend_media(self, step: Step) -> Doing[bool]:
        """A file that can't be found belongs to a toot or was thrown away: send it again."""
        self._uploads.look_again(step)
        if not (yield from self._uploads.finish(step)):
            return True
        self._uploads.forget(step)
        for media in self._uploads.missing(step):
            yield from self._uploads.send(step, media)
        return True

    def _detach(self, step: Step) -> Doing[bool]:
        parent, server = self._bodies.parent(step), self._asker.server
        if parent is None:
            return False
        key, remote_id = parent
        answer = yield from self._asker.send(READING, lambda: get_status(server, remote_id))
        if answer.code != 404:
            return False
        self._bodies.detach(key)
        yield Detached(step.key)
        return True

    def _check_login(self) -> Doing[None]:
        """A 403 is for this step alone if the account itself is still welcome."""
        server = self._asker.server
        me = yield from self._asker.send(READING, lambda: verify(server))
        if not me.ok:
            raise LoginError(
                f"{server.host} does not let this account act now ({reason_of(me)}). Everything up to "
                "here is saved. Look at the account in a browser, then run the same command again."
            )
