"""Texts that mean nothing, in the scripts of many people: words made of syllables, emoji, links, handles."""

import functools
from random import Random
from typing import NamedTuple

_EMOJI = ("😀", "❤️", "👍🏽", "🏳️‍🌈", "👩‍👩‍👧", "🇫🇷", "1️⃣", "🌻", "🫠", "🤷🏿‍♂️")


class Script(NamedTuple):
    """A way of writing: Twitter's name for the language, its syllables, and what is between words."""

    lang: str
    syllables: tuple[str, ...]
    gap: str = " "


LATIN = Script("en", tuple(a + b for a in "bdfgklmnprst" for b in ("a", "e", "i", "o", "u", "er", "in")))
SCRIPTS = (
    LATIN,
    Script("fr", tuple(a + b for a in "bclmnrstv" for b in ("é", "oi", "è", "eau", "an", "ô", "i"))),
    Script("ru", tuple(a + b for a in "бвгдклмнпрст" for b in "аеиоуы")),
    Script("el", tuple(a + b for a in "βγδκλμνπρστ" for b in "αεηιο")),
    Script("ar", tuple(a + b for a in "بتدرسكلمن" for b in "اوي")),
    Script("iw", tuple(a + b for a in "בגדהלמנרש" for b in "אוי")),
    Script("hi", tuple(a + b for a in "कगतदनपमरलस" for b in ("ा", "ि", "े", "ो", "ी"))),
    Script("ja", tuple("かきくけこさしすせそたちつてとなにぬねのはひふへほまみむめも水山川花海"), gap=""),
    Script("ko", tuple("가나다라마바사아자차카타하고노도로모보소오조초")),
    Script("th", tuple(a + b for a in "กขคงจชดตนบปพมยรลวส" for b in ("า", "ิ", "ี", "ุ", "อ")), gap=""),
)
_WEIGHTS = (60, 8, 6, 3, 5, 3, 3, 8, 2, 2)


def some_script(rng: Random) -> Script:
    """Mostly Latin letters."""
    return rng.choices(SCRIPTS, _WEIGHTS)[0]


def some_text(rng: Random, script: Script, length: int) -> str:
    """Words of about so many code points."""
    words = _words(script)
    text = script.gap.join(rng.choices(words, k=max(1, length // 6)))
    return text[:length].rstrip() if length else ""


def some_word(rng: Random, script: Script = LATIN) -> str:
    """One of the script's words."""
    return rng.choice(_words(script))


def some_emoji(rng: Random) -> str:
    """With joiners, skin tones and flags among them."""
    return rng.choice(_EMOJI)


def some_handle(rng: Random) -> str:
    """One of a few hundred people that do not exist."""
    return rng.choice(_crowd())


def some_address(rng: Random) -> str:
    """A page that does not exist."""
    return f"https://{some_word(rng)}.example.org/{some_word(rng)}/{rng.randrange(10**5)}"


@functools.cache
def _words(script: Script) -> tuple[str, ...]:
    """Four hundred words, always the same ones."""
    rng = Random(script.lang)
    return tuple("".join(rng.choices(script.syllables, k=rng.randint(1, 4))) for _ in range(400))


@functools.cache
def _crowd() -> tuple[str, ...]:
    rng = Random("crowd")
    return tuple(f"{''.join(rng.choices(LATIN.syllables[:72], k=3))[:7]}_example" for _ in range(300))
