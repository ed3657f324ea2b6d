"""Many values in little memory: packed to bytes, one behind the other, and unpacked when they are asked for.

A toot of Python objects takes a kilobyte, packed a quarter of one; an archive has a hundred thousand.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from operator import eq
from typing import Generic, TypeVar, overload

from msgspec import msgpack

T = TypeVar("T")

_encode_into = msgpack.Encoder().encode_into
_BLOCK = 256
"""Values in a block. A single one for all would have to be moved whenever it grows."""


class Packed(Sequence[T], Generic[T]):
    """Values of one type, in the order in which they were added. Each access unpacks a value anew."""

    def __init__(self, of: type[T], values: Iterable[T] = ()) -> None:
        self._decode = msgpack.Decoder(of).decode
        self._growing = bytearray()
        self._blocks: list[bytes | bytearray] = [self._growing]
        self._ends = array("L")
        self._end = 0
        for value in values:
            self.add(value)

    def add(self, value: T) -> None:
        """Put a value behind the others."""
        _encode_into(value, self._growing, self._end)
        self._end = len(self._growing)
        self._ends.append(self._end)
        if len(self._ends) % _BLOCK == 0:
            self._begin_block()

    def __len__(self) -> int:
        return len(self._ends)

    def __iter__(self) -> Iterator[T]:
        for number, block in enumerate(self._blocks):
            start = 0
            for end in self._ends[number * _BLOCK : (number + 1) * _BLOCK]:
                yield self._decode(block[start:end])
                start = end

    def at(self, places: Iterable[int]) -> Iterator[T]:
        """Unpack the values at these places, which count from 0: faster than one by one."""
        decode, blocks, ends = self._decode, self._blocks, self._ends
        for place in places:
            start = ends[place - 1] if place % _BLOCK else 0
            yield decode(blocks[place // _BLOCK][start : ends[place]])

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        if isinstance(index, slice):
            return list(self.at(range(*index.indices(len(self)))))
        if index < 0:
            index = range(len(self))[index]
        start = self._ends[index - 1] if index % _BLOCK else 0
        return self._decode(self._blocks[index // _BLOCK][start : self._ends[index]])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]  # it grows

    def _begin_block(self) -> None:
        self._blocks[-1] = bytes(self._growing)
        self._growing = bytearray()
        self._blocks.append(self._growing)
        self._end = 0
