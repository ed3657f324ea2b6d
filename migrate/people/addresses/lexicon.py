"""Tables of words in many languages, and the patterns that are made of them.

The words are data: those with which people write an address are in `lexicon.toml` beside this
module, those that tell whose it is in `evidence/relations.toml`. People mix languages, so a table
is asked as one.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from migrate.people.addresses.grammar import CYRILLIC, LATIN

Tables = Mapping[str, tuple[str, ...]]
"""The words of all languages, by the name of their table."""

_LATIN = re.compile(rf"[{LATIN}]")
_CYRILLIC = re.compile(rf"[{CYRILLIC}]")
_SPACED = re.compile(rf"[{LATIN}{CYRILLIC}(]")


def read_tables(path: Path) -> Tables:
    """Read tables of words by language; the longest words come first, so that none hides a longer one."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: _words(table.values()) for name, table in tables.items()}


def any_word(*words: Iterable[str]) -> str:
    """Make a pattern for any of some words; those in an alphabet stand alone, others may be glued."""
    groups: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for word in dict.fromkeys(word for some in words for word in some):
        groups[_no_letter(word[0], "(?<!"), _no_letter(word[-1], "(?!")].append(_written(word))
    return "|".join(f"{before}(?:{'|'.join(some)}){after}" for (before, after), some in groups.items())


def is_spaced(word: str) -> bool:
    """Tell whether a word is of a script that has spaces between its words."""
    return _SPACED.match(word) is not None


def _words(languages: Iterable[str]) -> tuple[str, ...]:
    found = {word.strip() for words in languages for word in words.split("|")}
    return tuple(sorted(found - {""}, key=lambda word: (-len(word), word)))


def _written(word: str) -> str:
    return re.escape(word).replace(r"\ ", r"\s+")


def _no_letter(letter: str, side: str) -> str:
    """Forbid a letter of the same alphabet beside the first or the last of a word."""
    if _LATIN.match(letter):
        return f"{side}[{LATIN}])"
    return f"{side}[{CYRILLIC}])" if _CYRILLIC.match(letter) else ""


WORDS = read_tables(Path(__file__).with_name("lexicon.toml"))
"""The words and signs with which people write an address, and announce it."""
