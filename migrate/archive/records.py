"""Read the typed records of one file of the archive, whatever state it is in.

Many records are decoded at a time. Where one of them does not decode, they are taken
one by one; and that one is tried with care before it becomes a problem: cut brace by
brace, in the other shapes that Twitter has used, as an editor left it, with damaged
characters replaced, without the fields that are not as they should be. All that
costs nothing where all is well.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain
from typing import Generic, TypeVar

from msgspec.json import Decoder, decode

from migrate.archive.containers import BROKEN, Container
from migrate.archive.dates import moment
from migrate.archive.json_cutter import Cutter, recut
from migrate.archive.layout import base_of
from migrate.archive.problems import FileReport, Problems
from migrate.archive.salvage import Saved, saved
from migrate.archive.saved_again import read_as_utf8, tidied
from migrate.model import Origin

T = TypeVar("T")

_UNREADABLE = (ValueError, RecursionError)
"""msgspec: bad JSON or a wrong type; bytes that are not UTF-8; brackets nested too deep."""

_WRITTEN = re.compile(rb'"created_?at"\s*:\s*"([^"\\]{1,40})"', re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f]")
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|(?P<lone>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)"
)


class Shape(Generic[T]):
    """One way to read the records of a file: many at once, or one."""

    def __init__(self, shape: type[T]) -> None:
        self._shape = shape
        self._many = Decoder(tuple[shape, ...], strict=False)  # type: ignore[valid-type]  # a type made at run time
        self._one = Decoder(shape, strict=False)

    def many(self, piece: bytes) -> Sequence[T]:
        """Decode an array of records."""
        return self._many.decode(piece)

    def one(self, piece: bytes) -> T:
        """Decode a single record."""
        return self._one.decode(piece)

    def saved(self, piece: bytes, *, tweet: bool) -> Saved:
        """Decode what is left of a single record."""
        return saved(decode(piece), self._shape, tweet=tweet)


class Records(Generic[T]):
    """The records of a file. `base` is its name; `seen` counts the unreadable ones too.

    `shapes` are tried in order; the one that fits is tried first from then on. `tweets` says of what
    origin the records are, None where they are no tweets.
    """

    def __init__(
        self,
        container: Container,
        name: str,
        shapes: Sequence[Shape[T]],
        problems: Problems,
        *,
        tweets: Origin | None = None,
    ) -> None:
        self.seen = 0
        self.base = base_of(name)
        self._container = container
        self._name = name
        self._shapes = list(shapes)
        self._tweets = tweets
        self.report = FileReport(self.base, tweets, problems)

    def __iter__(self) -> Iterator[T]:
        try:
            with self._container.open(self._name) as stream:
                cutter = Cutter(read_as_utf8(stream))
                for piece in cutter:
                    yield from self._decoded(cutter, piece)
        except BROKEN as error:
            self.report.breaks_off(f"it can't be read to its end ({error})")
        else:
            if self._tweets and not cutter.whole:
                self.report.breaks_off("it ends in the middle")
        self.report.finish(self.seen)

    def _give_up(self, reason: str, piece: bytes = b"") -> None:
        written = _WRITTEN.search(piece)
        date = moment(written[1].decode(errors="replace")) if written else None
        self.report.unreadable(self.seen, reason, date)

    def _decoded(self, cutter: Cutter, piece: bytes) -> Iterable[T]:
        if not piece:
            self.seen += 1
            self._give_up("it is longer than any tweet")
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
        for mend in (bytes, tidied, _mend):
            mended = mend(piece)
            try:
                record, lost = self._saved(mended)
            except ValueError:
                continue
            if mend is _mend:
                self.report.odd_text(self.seen)
            if lost:
                self.report.lost(self.seen, lost)
            yield record
            return
        self._give_up("it is damaged", piece)

    def _saved(self, piece: bytes) -> tuple[T, Sequence[str]]:
        """Decode a record, if need be without the fields that are odd; ValueError where nothing helps."""
        try:
            return self._fit(piece), ()
        except ValueError:
            for shape in self._shapes:
                with suppress(*_UNREADABLE):
                    return shape.saved(piece, tweet=self._tweets is not None)
            raise

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
    text = _CONTROL.sub(" ", tidied(piece).decode(errors="replace"))
    return _ESCAPE.sub(lambda escape: "\\ufffd" if escape["lone"] else escape[0], text).encode()
