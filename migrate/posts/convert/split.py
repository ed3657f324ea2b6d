"""A text that is too long, cut where a reader would pause.

At the end of a paragraph if there is one in the second half of what fits, else of
a sentence, else of a word; between letters only in scripts that put no spaces. A
link, a name, a hashtag and an emoji are never cut, unless one alone is longer
than a toot.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from enum import IntEnum
from itertools import pairwise

import regex

_SPACELESS = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_TOKEN = regex.compile(
    rf"""
      (?P<space>\s+)
    | (?P<whole>https?://[^\s<>"「」『』（）【】、。]+ | (?<!\w)[#＃$@＠]\w+)
    | (?P<letter>(?=[{_SPACELESS}])\X)
    | (?P<word>(?:[!-gi-~]|h(?!ttps?://)|(?![\s!-~{_SPACELESS}])\X)+)
    """,
    regex.VERBOSE,
)
_GRAPHEME = regex.compile(r"\X")
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


def split(text: str, fits: Callable[[str], bool]) -> list[str]:
    """Pieces that each fit once the space around them is taken off; joined, they are the text."""
    if fits(text.strip()):
        return [text]
    places, ranks = _cuts(text)
    pieces: list[str] = []
    start = 0
    while start < len(text):
        end = _end(text, start, places, ranks, fits)
        pieces.append(text[start:end])
        start = end
    return pieces


def _end(
    text: str, start: int, places: Sequence[int], ranks: Sequence[_Rank], fits: Callable[[str], bool]
) -> int:
    """Where the piece that begins at `start` ends best."""
    first = bisect_right(places, start)
    many = _most(text, start, places[first:], fits)
    if not many:
        return _forced_end(text, start, places[first], fits)
    last = first + many - 1
    if places[last] == len(text):
        return places[last]
    middle = (start + places[last]) // 2
    return places[
        min((i for i in range(first, last + 1) if places[i] > middle), key=lambda i: (ranks[i], -i))
    ]


def _forced_end(text: str, start: int, end: int, fits: Callable[[str], bool]) -> int:
    """What should stay whole is too long for a piece: cut after an emoji or letter, else wherever it fits."""
    graphemes = [start + found.end() for found in _GRAPHEME.finditer(text[start:end])]
    for ends in (graphemes, range(start + 1, end + 1)):
        if many := _most(text, start, ends, fits):
            return ends[many - 1]
    return start + 1


def _most(text: str, start: int, places: Sequence[int], fits: Callable[[str], bool]) -> int:
    """How many of the places can be reached by one piece; looks near the start first."""
    reach = 1
    while reach < len(places) and fits(text[start : places[reach - 1]].strip()):
        reach *= 2
    low, high = 0, min(reach, len(places))
    while low < high:
        middle = (low + high + 1) // 2
        if fits(text[start : places[middle - 1]].strip()):
            low = middle
        else:
            high = middle - 1
    return low


def _cuts(text: str) -> tuple[list[int], list[_Rank]]:
    """Every place where the text may be cut, and how well; the end is the last."""
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
