"""Which posts that are no step are too much like one to post it. Pure.

The same tweet with another footer, other mentions or other rules is there in other words.
"""

import re
from collections import Counter
from collections.abc import Sequence

from migrate.mastodon.wire import Status
from migrate.posts.replay.finding import squeezed, texts_of, without_date

DISTINCT = 20
"""Letters of a text that nobody writes by chance a second time."""

COMMON = 100
"""Steps from which on a word says nothing about any of them."""

_LINK = re.compile(r"https?://\S+")
_WORD = re.compile(r"[^\W_]{4,}")


class Likeness:
    """What the steps are like that are still to be posted: their words, and which steps have each."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._words = [_words(without_date(text)) for text in texts]
        self._long = {skeleton(text) for text in texts if len(skeleton(text)) >= DISTINCT}
        self._places: dict[str, list[int]] = {}
        for place, text in enumerate(texts):
            for word in _words(text):
                self._places.setdefault(word, []).append(place)

    def is_like_ours(self, status: Status) -> bool:
        """Tell whether a post of this program shares half of its rarer words with a step, or has too few."""
        telling = self._telling(status)
        shared = Counter(place for word in telling for place in self._places.get(word, ()))
        return bool(self._places) and (not telling or _is_half(max(shared.values(), default=0), telling))

    def is_like_distinctly(self, status: Status) -> bool:
        """Tell whether the words of a post, whoever wrote it, are those of a step, and no common ones.

        The user, too, writes about spring and about the garden: it must have the words of the step,
        but for each fourth, and at most as many others.
        """
        if any(skeleton(text) in self._long for text in texts_of(status)):
            return True
        telling = self._telling(status)
        shared: dict[int, list[str]] = {}
        for word in telling:
            for place in self._places.get(word, ()):
                shared.setdefault(place, []).append(word)
        return any(
            len("".join(words)) >= DISTINCT
            and _is_half(len(words), telling)
            and len(self._words[place].intersection(words)) * 4 >= len(self._words[place]) * 3
            for place, words in shared.items()
        )

    def _telling(self, status: Status) -> list[str]:
        words = _words("\n".join(texts_of(status)))
        return [word for word in words if len(self._places.get(word, ())) <= COMMON]


def _is_half(count: int, words: Sequence[str]) -> bool:
    return count > 0 and count * 2 >= len(words)


def skeleton(text: str) -> str:
    """Leave of a text what no link and no time zone changes.

    An own link leads to a post whose address nobody knew before.
    """
    return squeezed(_LINK.sub("", without_date(text)))


def _words(text: str) -> set[str]:
    return set(_WORD.findall(_LINK.sub("", text).lower()))
