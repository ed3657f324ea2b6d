"""The tweets of an archive, in order of their ids, packed: an archive of a hundred thousand takes some
forty megabytes, and its files are never held.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import overload

from migrate.model import Packed, Tweet


class Intake:
    """Tweets as they come out of the files, in no order, each once; `known` has their ids."""

    def __init__(self) -> None:
        self.known: set[int] = set()
        self.ids = array("q")
        self.packed = Packed(Tweet)

    def add(self, tweet: Tweet) -> None:
        """Take in a tweet whose id is new."""
        self.known.add(tweet.id)
        self.ids.append(tweet.id)
        self.packed.add(tweet)


class TweetStore(Sequence[Tweet]):
    """Every tweet of an intake, ascending by id. It has the intake to itself from then on."""

    def __init__(self, intake: Intake) -> None:
        self._packed = intake.packed
        self._places = array("L", sorted(range(len(intake.ids)), key=intake.ids.__getitem__))
        self._ids = array("q", map(intake.ids.__getitem__, self._places))

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[Tweet]:
        return self._packed.at(self._places)

    @overload
    def __getitem__(self, index: int) -> Tweet: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Tweet]: ...
    def __getitem__(self, index: int | slice) -> Tweet | Sequence[Tweet]:
        if isinstance(index, slice):
            return list(self._packed.at(self._places[index]))
        return self._packed[self._places[index]]

    def find(self, tweet_id: int) -> Tweet | None:
        """Find the tweet with this id, if there is one."""
        index = bisect_left(self._ids, tweet_id)
        return self[index] if index < len(self._ids) and self._ids[index] == tweet_id else None

    def between(self, first_id: int, last_id: int) -> Sequence[Tweet]:
        """List the tweets whose ids lie between two, both included."""
        return self[bisect_left(self._ids, first_id) : bisect_left(self._ids, last_id + 1)]

    def put(self, tweet: Tweet) -> None:
        """Put a tweet in the place of the one with its id."""
        self._places[bisect_left(self._ids, tweet.id)] = len(self._packed)
        self._packed.add(tweet)
