"""The outcome of an import, counted while it goes on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from migrate.model import StepKey

if TYPE_CHECKING:
    from migrate.ledger import LostFile, Record
    from migrate.posts.replay.events import (
        Detached,
        Missing,
        Refused,
        Unmarked,
        Unquoted,
        VisibilityChanged,
    )


class StillRefused(Struct, frozen=True, tag="still_refused", tag_field="event"):
    """An earlier run was refused this post, and this one has not tried it."""

    key: StepKey
    reason: str


class StillLacking(Struct, frozen=True, tag="still_lacking", tag_field="event"):
    """The post of this tweet went without this file in an earlier run, and is still without it."""

    tweet_id: int
    media_id: str
    reason: str


class Tally:
    """The outcome of an import so far.

    `steps` are those of the whole plan, `already` those that earlier runs settled, among them the
    `refused_before`, which are not tried again now. `lost_before` are files of posts that are there.
    """

    def __init__(
        self,
        steps: int = 0,
        already: int = 0,
        refused_before: "Sequence[Record]" = (),
        lost_before: "Iterable[LostFile]" = (),
    ) -> None:
        self.steps = steps
        self.already = already
        self.refused_before = refused_before
        self._lost_before = tuple(lost_before)
        self._posted: set[StepKey] = set()
        self.refused: list[Refused] = []
        self.lost = {(file.tweet_id, file.media_id): file.reason for file in self._lost_before}
        self.detached: dict[StepKey, Detached] = {}
        self.missing: list[Missing] = []
        self.unquoted: list[Unquoted] = []
        self.visibility_changed: list[VisibilityChanged] = []
        self.unmarked: list[Unmarked] = []

    @property
    def posted(self) -> int:
        """How many steps this run has posted."""
        return len(self._posted)

    @property
    def left(self) -> int:
        """The number of steps still to be posted."""
        return self.steps - self.already - self.posted - len(self.refused)

    def reasons(self) -> list[tuple[int, str]]:
        """List the tweets that were refused, now or before, each with its reason."""
        before = [(record.key.tweet_id, record.reason or "") for record in self.refused_before]
        return before + [(refused.key.tweet_id, refused.reason) for refused in self.refused]

    def refused_files(self) -> int:
        """Count the files that posts lack because the server would not take them."""
        from migrate.posts.replay.sending import DAMAGED

        return sum(reason != DAMAGED for reason in self.lost.values())

    def unclear_files(self) -> int:
        """Count the files that posts lack where it isn't known which they are."""
        from migrate.ledger import is_unknown_file

        return sum(is_unknown_file(media_id) for _, media_id in self.lost)

    def from_before(self) -> Iterator[StillRefused | StillLacking]:
        """Yield what earlier runs could not do, and this one has not done either."""
        for record in self.refused_before:
            yield StillRefused(record.key, record.reason or "")
        for file in self._lost_before:
            if (file.tweet_id, file.media_id) in self.lost:
                yield StillLacking(file.tweet_id, file.media_id, file.reason)

    def numbers(self) -> Mapping[str, int]:
        """Return the numbers of the summary, by their keys in JSON."""
        return {
            "posted": self.posted,
            "already": self.already - len(self.refused_before),
            "refused": len(self.refused) + len(self.refused_before),
        }

    def count(self, event: object) -> None:
        """Note an event for the summary."""
        from migrate.posts.replay.events import Begun, Posted, Refused, Vanished

        match event:
            case Begun():
                # what an earlier run left in doubt was settled before this, and is counted as of now
                self.steps, self.already = event.steps, event.already - self.posted - len(self.refused)
            case Posted():
                self._posted.add(event.key)
            case Refused():
                self.refused.append(event)
            case Vanished():
                self.already -= event.key not in self._posted
                self._posted.discard(event.key)
                self.refused.append(Refused(event.key, event.reason))
            case _:
                self._note(event)

    def _note(self, event: object) -> None:
        """Keep what was posted otherwise than it was planned."""
        from migrate.posts.replay.events import (
            Detached,
            MediaRefused,
            Missing,
            Unmarked,
            Unquoted,
            Uploaded,
            VisibilityChanged,
        )

        match event:
            case Uploaded():
                self.lost.pop((event.key.tweet_id, event.media_id), None)
            case MediaRefused():
                self.lost[event.key.tweet_id, event.media_id] = event.reason
            case Detached():
                self.detached[event.key] = event
            case Unquoted():
                self.unquoted.append(event)
            case VisibilityChanged():
                self.visibility_changed.append(event)
            case Unmarked():
                self.unmarked.append(event)
            case Missing():
                self.missing.append(event)
            case _:
                pass
