"""Make a thread of a text that is too long for one toot: each part within the limit, the footer on the last.

A text is cut where a reader would pause: at the end of a paragraph if there is one in
the second half of what fits, else of a sentence, else of a word; between letters only in
scripts that put no spaces. A link, a name, a hashtag and an emoji are never cut, unless
one alone is longer than a toot.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from enum import IntEnum
from itertools import pairwise

import regex
from msgspec import Struct

from migrate.model import Limits
from migrate.posts.convert.length import GRAPHEME, fits, length
from migrate.posts.convert.pings import disarm

_LOCAL_ONLY = ("👁", "👁\ufe0f")
_WORD_JOINER = "\u2060"
_SPACELESS = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_TOKEN = regex.compile(
    rf"""
      (?P<space>\s+)
    | (?P<whole>https?://[^\s<>"「」『』（）【】、。]+ | (?<!\w)[#＃$@＠]\w+)
    | (?P<letter>(?=[{_SPACELESS}])\X)
    | (?P<word>(?:[!-gi-~]|h(?!ttps?://)|(?![\s!-~{_SPACELESS}])(?:{GRAPHEME.pattern}))+)
    """,
    regex.VERBOSE,
)
_SENTENCE = regex.compile(r"""[.!?…؟۔।॥。！？｡]["'”’»)\]）」』】]*\Z""")
_SENTENCE_WITHOUT_SPACE = regex.compile(r"[。！？｡][」』）】”’]*\Z")
_NEVER_FIRST = frozenset(
    "、。，．！？；：,.!?;:)]}）」』】〉》”’»…‥ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々ะาๆฯ"
)
_NEVER_LAST = frozenset("「『（【〈《“‘«([{เแโใไ")


class _Rank(IntEnum):
    PARAGRAPH = 0
    SENTENCE = 1
    WORD = 2
    LETTER = 3


class Space(Struct, frozen=True, gc=False):
    """What a part may hold, as the server counts it."""

    limits: Limits
    most: int

    def holds(self, text: str) -> bool:
        return fits(text, self.limits, self.most)

    def without(self, characters: int) -> "Space":
        """Take some away; never so much that nothing would go in."""
        return Space(self.limits, max(self.most - characters, 1))


def as_thread(
    text: str,
    footer: str,
    media_alone: int,
    space: Space,
    *,
    numbering: bool,
    wanted: frozenset[str] = frozenset(),
) -> list[str]:
    """Write one text for each toot; the last `media_alone` hold only media, and `wanted` mentions stay.

    A footer that would not even fit alone is left off.
    """
    text = disarm(text, space.limits.mentions, wanted)
    whole = _joined(text, footer) if footer else text
    if not media_alone and space.holds(whole):
        return [_finished(whole, space, wanted)]
    if not space.holds(footer):
        footer = ""
    parts = _parts(text, footer, media_alone, space)
    if numbering and len(parts) > 1:
        mark = f" ({2 * len(parts)}/{2 * len(parts)})"
        parts = _parts(text, footer, media_alone, space.without(len(mark)))
        parts = [f"{part} ({i}/{len(parts)})".strip() for i, part in enumerate(parts, 1)]
    return [_finished(part, space, wanted) for part in parts]


def _parts(text: str, footer: str, media_alone: int, space: Space) -> list[str]:
    parts = _pieces(text, space) + [""] * media_alone
    if footer and not space.holds(_joined(parts[-1], footer)):
        rest = _pieces(parts.pop(), space.without(length(footer, space.limits) + 2))
        parts += rest if space.holds(_joined(rest[-1], footer)) else [*rest, ""]
    if footer:
        parts[-1] = _joined(parts[-1], footer)
    return parts


def _pieces(text: str, space: Space) -> list[str]:
    return [piece.strip() for piece in split(text, space.holds) if not piece.isspace()]


def _joined(text: str, footer: str) -> str:
    return f"{text}\n\n{footer}" if text else footer


def _finished(text: str, space: Space, wanted: frozenset[str]) -> str:
    """Look at what will be posted for the last time.

    A cut through a very long link can leave an @ where it wasn't harmful before. And
    glitch-soc keeps a post that ends with an eye from leaving the server
    (app/models/status.rb `marked_local_only?`).
    """
    if "@" in text:
        safe = disarm(text, space.limits.mentions, wanted)
        text = safe if space.holds(safe) else text.replace("@", "＠")
    if text.endswith(_LOCAL_ONLY) and space.holds(text + _WORD_JOINER):
        return text + _WORD_JOINER
    return text


def split(text: str, holds: Callable[[str], bool]) -> list[str]:
    """Cut the text into pieces that each fit once they are stripped; joined, they are the text."""
    if holds(text.strip()):
        return [text]
    places, ranks = _cuts(text)
    pieces: list[str] = []
    start = 0
    while start < len(text):
        end = _end(text, start, places, ranks, holds)
        pieces.append(text[start:end])
        start = end
    return pieces


def _end(
    text: str, start: int, places: Sequence[int], ranks: Sequence[_Rank], holds: Callable[[str], bool]
) -> int:
    """Find where the piece that begins at `start` ends best."""
    first = bisect_right(places, start)
    end = places[first]
    near = _too_far(text, start, end, holds)
    # of a link, a part may count for more than the whole
    is_hopeless = near and text.find("://", start, end) < 0
    many = 0 if is_hopeless else _most(text, start, places, holds, first)
    if not many:
        return _forced_end(text, start, near or end, holds, is_whole=not near)
    last = first + many - 1
    if places[last] == len(text):
        return places[last]
    middle = (start + places[last]) // 2
    return places[
        min((i for i in range(first, last + 1) if places[i] > middle), key=lambda i: (ranks[i], -i))
    ]


def _too_far(text: str, start: int, end: int, holds: Callable[[str], bool]) -> int:
    """Find a place before the end that a piece can't reach, not far behind those that it can; else 0."""
    near = start + 1
    while near < end:
        if not holds(text[start:near].strip()):
            return near
        near = 2 * near - start
    return 0


def _forced_end(text: str, start: int, end: int, holds: Callable[[str], bool], *, is_whole: bool) -> int:
    """Cut what should stay whole and is too long: after an emoji or letter, else wherever it fits.

    Where it is not the whole of it, its last letter may go on.
    """
    graphemes = [start + grapheme.end() for grapheme in GRAPHEME.finditer(text[start:end])]
    for ends in (graphemes if is_whole else graphemes[:-1], range(start + 1, end + 1)):
        if many := _most(text, start, ends, holds):
            return ends[many - 1]
    return start + 1


def _most(text: str, start: int, places: Sequence[int], holds: Callable[[str], bool], first: int = 0) -> int:
    """Count the places from the `first` on that one piece can reach; those near the start are tried first."""
    reach, count = 1, len(places) - first
    while reach < count and holds(text[start : places[first + reach - 1]].strip()):
        reach *= 2
    low, high = 0, min(reach, count)
    while low < high:
        middle = (low + high + 1) // 2
        if holds(text[start : places[first + middle - 1]].strip()):
            low = middle
        else:
            high = middle - 1
    return low


def _cuts(text: str) -> tuple[list[int], list[_Rank]]:
    """List every place where the text may be cut, and how well; the end is the last."""
    tokens = list(_TOKEN.finditer(text))
    places: list[int] = []
    ranks: list[_Rank] = []
    for token, following in pairwise(tokens):
        rank = _rank(text, token, following)
        if rank is not None:
            places.append(token.end())
            ranks.append(rank)
    return [*places, len(text)], [*ranks, _Rank.PARAGRAPH]


def _rank(text: str, token: regex.Match[str], following: regex.Match[str]) -> _Rank | None:
    if token.lastgroup == "space":
        return _rank_of_space(text, token)
    if following.lastgroup == "space" or following[0][0] in _NEVER_FIRST or token[0][-1] in _NEVER_LAST:
        return None
    if _SENTENCE_WITHOUT_SPACE.search(token[0]):
        return _Rank.SENTENCE
    return _Rank.LETTER if "letter" in (token.lastgroup, following.lastgroup) else None


def _rank_of_space(text: str, space: regex.Match[str]) -> _Rank:
    if space[0].count("\n") > 1:
        return _Rank.PARAGRAPH
    if "\n" in space[0] or _SENTENCE.search(text[max(space.start() - 8, 0) : space.start()]):
        return _Rank.SENTENCE
    return _Rank.WORD
