"""What may go now, and when the last will go: the same rules steer a run and foretell its end. Pure."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from msgspec import Struct

from migrate.mastodon import Dialect, Pace, Quota
from migrate.mastodon.api import POSTING, UPLOADING, boosting
from migrate.model import Step


class Needs(Struct, frozen=True):
    """What a step takes: so many uploads before it, and one request of these quotas."""

    uploads: int
    spends: tuple[Quota, ...]


class Do(StrEnum):
    """What a worker can do next."""

    POST = "post"
    UPLOAD = "upload"
    UPLOAD_AHEAD = "upload_ahead"
    WAIT = "wait"


class Move(Struct, frozen=True):
    """What to do; for a wait, until when and because of which budget."""

    do: Do
    until: float = 0.0
    quota: Quota | None = None


def needs_of(step: Step, dialect: Dialect) -> Needs:
    """Tell what a step takes on this server."""
    return Needs(len(step.toot.media), boosting(dialect) if step.toot.boost else POSTING)


def next_move(
    pace: Pace, now: float, spends: Iterable[Quota], *, media_ready: bool, more_ahead: bool
) -> Move:
    """Choose the next post in order, if its media are there and what it `spends` allows.

    Else choose an upload, for this post or (`more_ahead`) for one further on; else wait for
    what may go first.
    """
    uploads_at, upload_quota = pace.free_at(UPLOADING, now)
    if not media_ready:
        return Move(Do.UPLOAD) if uploads_at <= now else Move(Do.WAIT, uploads_at, upload_quota)
    posts_at, post_quota = pace.free_at(spends, now)
    if posts_at <= now:
        return Move(Do.POST)
    if more_ahead and uploads_at <= now:
        return Move(Do.UPLOAD_AHEAD)
    if more_ahead and uploads_at < posts_at:
        return Move(Do.WAIT, uploads_at, post_quota)
    return Move(Do.WAIT, posts_at, post_quota)


def reach(pace: Pace, keeps_media: float) -> int:
    """Count how many posts ahead a file may be uploaded and still be there when its post goes."""
    budgets = (pace.budgets.get(quota) for quota in (Quota.POSTS, Quota.USER_LIMIT))
    return min((int(posts.limit * keeps_media / posts.seconds) for posts in budgets if posts), default=0)


def foretell(needs: Sequence[Needs], pace: Pace, now: float, keeps_media: float) -> float:
    """Foretell when the last of these posts will have gone, each with its uploads before it.

    Only the server's limits count; the time that a request itself takes is left out.
    """
    ahead = _Ahead([need.uploads for need in needs], reach(pace, keeps_media))
    for index, need in enumerate(needs):
        while True:
            ahead.begin(index)
            ready, more = ahead.missing == 0, ahead.more(index)
            move = next_move(pace, now, need.spends, media_ready=ready, more_ahead=more)
            if move.do is Do.WAIT:
                now = move.until
            elif move.do is Do.POST:
                pace = pace.after(need.spends, now)
                break
            else:
                pace = pace.after(UPLOADING, now)
                ahead.upload()
    return now


class _Ahead:
    """How far the uploads have run in a foretold replay."""

    def __init__(self, media_counts: Sequence[int], reach: int) -> None:
        self._counts = media_counts
        self._reach = reach
        self._at = 0
        self._left = media_counts[0] if media_counts else 0
        self.missing = 0

    def begin(self, index: int) -> None:
        if self._at < index:
            self._at, self._left = index, self._counts[index]
        self.missing = self._left if self._at == index else 0

    def more(self, index: int) -> bool:
        last = min(len(self._counts) - 1, index + self._reach)
        while self._left == 0 and self._at < last:
            self._at += 1
            self._left = self._counts[self._at]
        return self._left > 0 and self._at <= last

    def upload(self) -> None:
        self._left -= 1
