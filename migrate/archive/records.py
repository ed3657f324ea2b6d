"""Read the typed records of one file of the archive, whatever state it is in.

Many records are decoded at a time. Where one of them does not decode, they are taken
one by one; and that one is tried with care before it becomes a problem: cut brace by
brace, in the other shapes that Twitter has used, with damaged characters replaced.
All that costs nothing where all is well.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Generic, TypeVar

from msgspec.json import Decoder

from migrate.archive.containers import BROKEN, Container
from migrate.archive.json_cutter import Cutter, recut
from migrate.archive.layout import base_of
from migrate.archive.problems import Problems
from migrate.model import ProblemKind

T = TypeVar("T")

_UNREADABLE = (ValueError, RecursionError)
"""msgspec: bad JSON or a wrong type; bytes that are not UTF-8; brackets nested too deep."""

_CONTROL = re.compile(r"[\x00-\x1f]")
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|(?P<lone>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)"
)


class Shape(Generic[T]):
    """One way to read the records of a file: many at once, or one."""

    def __init__(self, shape: type[T]) -> None:
        self._many = Decoder(tuple[shape, ...], strict=False)  # type: ignore[valid-type]  # a type made at run time
        self._one = Decoder(shape, strict=False)

    def many(self, piece: bytes) -> Sequence[T]:
        """Decode an array of records."""
        return self._many.decode(piece)

    def one(self, piece: bytes) -> T:
        """Decode a single record."""
        return self._one.decode(piece)


class Records(Generic[T]):
    """The records of a file. `base` is its name; `seen` counts the unreadable ones too.

    `shapes` are tried in order; the one that fits is tried first from then on.
    """

    def __init__(
        self,
        container: Container,
        name: str,
        shapes: Sequence[Shape[T]],
        problems: Problems,
        *,
        tweets: bool = False,
    ) -> None:
        self.seen = 0
        self.base = base_of(name)
        self._container = container
        self._name = name
        self._shapes = list(shapes)
        self._problems = problems
        self._tweets = tweets

    def __iter__(self) -> Iterator[T]:
        try:
            with self._container.open(self._name) as stream:
                cutter = Cutter(stream.read)
                for piece in cutter:
                    yield from self._decoded(cutter, piece)
        except BROKEN as error:
            self._report(f"it can't be read to its end ({error})")
            return
        if self._tweets and not cutter.whole:
            self._report("it ends in the middle")

    def _reject(self, reason: str) -> None:
        kind = ProblemKind.UNREADABLE if self._tweets else ProblemKind.DAMAGED_FILE
        self._problems.add(kind, f"{self.base} #{self.seen}", reason[:200])

    def _report(self, detail: str) -> None:
        kind = ProblemKind.TRUNCATED if self._tweets else ProblemKind.DAMAGED_FILE
        self._problems.add(kind, self.base, detail)

    def _decoded(self, cutter: Cutter, piece: bytes) -> Iterable[T]:
        if not piece:
            self.seen += 1
            self._reject("it is longer than any tweet")
            return ()
        try:
            records = self._shapes[0].many(piece)
        except _UNREADABLE:
            return chain.from_iterable(map(self._rescued, cutter.singles(piece)))
        self.seen += len(records)
        return records

    def _rescued(self, piece: bytes) -> Iterator[T]:
        """Read the records in what should be one: in a damaged file there may be none, or several."""
        try:
            record = self._fit(piece)
        except ValueError:
            for smaller in list(recut(piece)) or [piece]:
                self.seen += 1
                yield from self._mended(smaller)
        else:
            self.seen += 1
            yield record

    def _mended(self, piece: bytes) -> Iterator[T]:
        try:
            record = self._fit(piece)
        except ValueError as error:
            try:
                record = self._fit(_mend(piece))
            except ValueError:
                self._reject(str(error))
                return
            self._problems.add(ProblemKind.ODD_TEXT, f"{self.base} #{self.seen}")
        yield record

    def _fit(self, piece: bytes) -> T:
        """Decode it in the first shape that it has; ValueError, of the likeliest shape, if it has none."""
        first_error: Exception | None = None
        for shape in self._shapes:
            try:
                record = shape.one(piece)
            except _UNREADABLE as error:
                first_error = first_error or error
                continue
            self._shapes.remove(shape)
            self._shapes.insert(0, shape)
            return record
        raise ValueError(str(first_error))


def _mend(piece: bytes) -> bytes:
    """Replace what is no character: bytes outside UTF-8, halves of surrogate pairs, control codes."""
    text = _CONTROL.sub(" ", piece.decode(errors="replace"))
    return _ESCAPE.sub(lambda escape: "\\ufffd" if escape["lone"] else escape[0], text).encode()
