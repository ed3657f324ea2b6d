"""Tweets packed to bytes, in order of their ids, unpacked one at a time.

A tweet of Python objects takes some 2 KB, packed 0.4: an archive of a hundred thousand
stays in a few dozen megabytes, and its file is never held.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, KeysView, Sequence
from typing import overload

from msgspec import msgpack

from migrate.model import Tweet

_encode_into = msgpack.Encoder().encode_into
_decode = msgpack.Decoder(Tweet).decode


class TweetStore(Sequence[Tweet]):
    """Every tweet once, ascending by id."""

    def __init__(self) -> None:
        self._packed: dict[int, bytes] = {}
        self._buffer = bytearray()
        self._ids: array[int] = array("q")

    def __len__(self) -> int:
        return len(self._packed)

    def __iter__(self) -> Iterator[Tweet]:
        return map(_decode, map(self._packed.__getitem__, self.ids))

    @overload
    def __getitem__(self, index: int) -> Tweet: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Tweet]: ...
    def __getitem__(self, index: int | slice) -> Tweet | Sequence[Tweet]:
        if isinstance(index, slice):
            return [self.by_id(tweet_id) for tweet_id in self.ids[index]]
        return self.by_id(self.ids[index])

    @property
    def ids(self) -> "array[int]":
        """Every id, ascending."""
        if len(self._ids) != len(self._packed):  # tweets are added and changed, never taken out
            self._ids = array("q", sorted(self._packed))
        return self._ids

    @property
    def known(self) -> KeysView[int]:
        """Every id, in no order, those included that are still to come."""
        return self._packed.keys()

    def by_id(self, tweet_id: int) -> Tweet:
        """One tweet."""
        return _decode(self._packed[tweet_id])

    def between(self, first_id: int, last_id: int) -> Sequence[Tweet]:
        """The tweets whose ids lie between two, both included."""
        return self[bisect_left(self.ids, first_id) : bisect_left(self.ids, last_id + 1)]

    def put(self, tweet: Tweet) -> None:
        """Add a tweet, or put it in the place of the one with its id."""
        _encode_into(tweet, self._buffer)
        self._packed[tweet.id] = bytes(self._buffer)  # no byte too long, as `encode` would leave them
