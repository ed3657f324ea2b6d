"""Read the tweets that the owner liked: their texts, and nothing about who wrote them or when.

They are read when they are asked for, one after the other, and not kept.
"""

from collections.abc import Iterator, Sequence
from html import unescape

from msgspec import Struct

from migrate.archive.layout import Export
from migrate.archive.problems import Problems
from migrate.archive.records import Records, Shape
from migrate.archive.wire import Id
from migrate.model import ProblemKind, tweet_address


class Like(Struct, frozen=True, gc=False):
    """A liked tweet, by its id; long ones are cut."""

    tweet_id: int
    text: str

    @property
    def address(self) -> str:
        """The address of the tweet; an archive doesn't say whose it is."""
        return tweet_address("", self.tweet_id)


class WireLike(Struct, frozen=True, rename="camel", gc=False):
    """An item of like.js; those of 2018, and of some tweets that are gone, have no text."""

    tweet_id: Id
    full_text: str = ""


class WrappedLike(Struct, frozen=True, gc=False):
    """The wrapper of a like."""

    like: WireLike


class Likes:
    """The likes in the newest export that has any; `unreadable` counts what was damaged at the last read."""

    def __init__(self, exports: Sequence[Export]) -> None:
        self.unreadable = 0
        self._exports = [export for export in exports if "like" in export.files][:1]

    def __iter__(self) -> Iterator[Like]:
        problems = Problems()
        files = ((export.container, name) for export in self._exports for name in export.files["like"])
        for container, name in files:
            for item in Records(container, name, (Shape(WrappedLike),), problems):
                text = item.like.full_text
                yield Like(item.like.tweet_id, unescape(text) if "&" in text else text)
        self.unreadable = problems.count(ProblemKind.DAMAGED_FILE)
