"""The tweets of an archive, in order of their ids, packed: an archive of a hundred thousand takes some
forty megabytes, and its files are never held.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, KeysView, Sequence
from typing import overload

from migrate.model import Packed, Tweet


class Intake:
    """Tweets as they come out of the files, in no order, each once."""

    def __init__(self) -> None:
        self.packed = Packed(Tweet)
        self.places: dict[int, int] = {}

    @property
    def known(self) -> KeysView[int]:
        """The id of everything that was taken in."""
        return self.places.keys()

    def add(self, tweet: Tweet) -> None:
        """Take in a tweet whose id is new."""
        self.places[tweet.id] = len(self.places)
        self.packed.add(tweet)

    def by_id(self, tweet_id: int) -> Tweet:
        """One tweet."""
        return self.packed[self.places[tweet_id]]


class TweetStore(Sequence[Tweet]):
    """Every tweet of an intake, ascending by id. It has the intake to itself from then on."""

    def __init__(self, intake: Intake) -> None:
        self._packed = intake.packed
        self._ids = array("q", sorted(intake.places))
        self._places = array("Q", map(intake.places.__getitem__, self._ids))

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[Tweet]:
        return map(self._packed.__getitem__, self._places)

    @overload
    def __getitem__(self, index: int) -> Tweet: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Tweet]: ...
    def __getitem__(self, index: int | slice) -> Tweet | Sequence[Tweet]:
        if isinstance(index, slice):
            return [self._packed[place] for place in self._places[index]]
        return self._packed[self._places[index]]

    def has(self, tweet_id: int) -> bool:
        """Whether there is a tweet with this id."""
        index = bisect_left(self._ids, tweet_id)
        return index < len(self._ids) and self._ids[index] == tweet_id

    def by_id(self, tweet_id: int) -> Tweet:
        """One tweet, which has to be there."""
        return self[bisect_left(self._ids, tweet_id)]

    def between(self, first_id: int, last_id: int) -> Sequence[Tweet]:
        """The tweets whose ids lie between two, both included."""
        return self[bisect_left(self._ids, first_id) : bisect_left(self._ids, last_id + 1)]

    def put(self, tweet: Tweet) -> None:
        """Put a tweet in the place of the one with its id."""
        self._places[bisect_left(self._ids, tweet.id)] = len(self._packed)
        self._packed.add(tweet)
