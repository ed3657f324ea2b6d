"""Whose an address is, by the words around it."""

import re
from enum import StrEnum
from pathlib import Path

from migrate.people.addresses.lexicon import WORDS as LEXICON
from migrate.people.addresses.lexicon import any_word, is_spaced, read_tables
from migrate.people.addresses.reading import Reading

_BEFORE = 60
"""Characters before an address that may say whose it is."""

_AFTER = 60
_LATER = 140
"""Characters after it in which a sentence may deny it."""


class Whose(StrEnum):
    """The owner of an address in the words of the person who wrote it."""

    OWN = "own"
    LED_TO = "led to"
    UNSAID = "unsaid"
    ANOTHERS = "another's"
    FORMER = "former"
    DENIED = "denied"


LED = frozenset({Whose.OWN, Whose.LED_TO})
"""The writer says "I", or other words lead to the address, as "Mastodon:"."""

_LEFT = frozenset({Whose.ANOTHERS, Whose.FORMER, Whose.DENIED})
WORDS = read_tables(Path(__file__).with_name("relations.toml"))
_AFTER_WORDS = WORDS["of_others_after"]
_PART = re.compile(
    r"(?<!prev)(?<!ehem)(?<!feat)(?<!incl)(?<!\Wft)[.!?。！？…]+\s|[.!?。！？](?=$)|[\n|•·;；⭐✨★☆│┃∥]|\s/\s|\s[+]\s"
    r"|(?<=[\u3000-\u9fff\uac00-\ud7ff])/|/(?=[\u3000-\u9fff])"
)
"""The end of a part of a text, beyond which a word says nothing about an address."""

_SIGNS = r"\s:=→⇒➡>»👉↪\"'“”‘’«»()（）「」『』【】\[\]*~_–—\-"
_FILLING = rf"(?:[{_SIGNS},、@]|{any_word(WORDS['filling'])})*"
_BY = rf"(?:[{_SIGNS}@]|{any_word(WORDS['prepositions'], WORDS['from'], WORDS['by'])})*"
_ACCOUNT = rf"(?!(?:{any_word(WORDS['accounts'])}))"
_PREPOSITION = rf"(?:{any_word(WORDS['prepositions'])}|[&+])"
_POSSESSION = rf"(?:{any_word(WORDS['possessives'])})"
_KINDLY = rf"(?:\s+(?:the|my|our|der|die|dem|le|la|el|il|o|a)\s+{_ACCOUNT}[\w-]+)?"
_SOMEONE = rf"(?:{any_word(WORDS['people'])})"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_SELF = _compiled(rf"(?:{any_word(WORDS['self'])})[^@|•·\n]{{0,24}}$")
_OWN = _compiled(any_word(WORDS["self"], WORDS["own"], LEXICON["announcing"]))
_PRESENT = _compiled(any_word(WORDS["present"]))
_BESIDE = (
    (Whose.FORMER, _compiled(rf"(?:{any_word(WORDS['former'])}){_FILLING}$")),
    (Whose.DENIED, _compiled(rf"(?:{any_word(WORDS['denied'])}){_FILLING}$")),
    (Whose.ANOTHERS, _compiled(rf"(?:{any_word(WORDS['roles'])})[\s:@]*$")),
    (Whose.ANOTHERS, _compiled(rf"(?:{any_word(WORDS['credits'])}){_BY}$")),
    (
        Whose.ANOTHERS,
        _compiled(
            rf"(?:{any_word(WORDS['of_others'])})[{_SIGNS}@]*(?:{any_word(WORDS['to'])})?{_KINDLY}[{_SIGNS}@]*$"
        ),
    ),
    (
        Whose.ANOTHERS,
        _compiled(rf"(?:{_PREPOSITION}|{_POSSESSION})\s*(?:[\w-]+\s+)?{_SOMEONE}[{_SIGNS},@]*$"),
    ),
    (Whose.ANOTHERS, _compiled(rf"{_SOMEONE}\s*(?:[:=→➡>&+]|は|is|ist|est|es|é|è|—)[{_SIGNS}@]*$")),
    (Whose.ANOTHERS, _compiled(rf"(?:{any_word(WORDS['hearts'])})[\s:&+]*$")),
    (
        Whose.ANOTHERS,
        _compiled(rf"(?<!go )(?<!goes )(?<!going )(?<!known )(?<!\Wme ){_PREPOSITION}{_KINDLY}[\s@\"'«“]*$"),
    ),
)
"""What decides where nothing but filling stands between it and the address, in this order."""

_HIS = _compiled(rf"{_POSSESSION}\s+{_ACCOUNT}(?:[\w-]+\s+)?{_ACCOUNT}[\w-]+[{_SIGNS},@]*$")
_PLACE = _compiled(rf"(?:{any_word(WORDS['places'])})[\s@]*$")

_LEADING = _compiled(
    rf"(?:^|[^\w\s]|{any_word(WORDS['self'], WORDS['own'], WORDS['present'], LEXICON['announcing'])})\s*$"
)
"""What stands before "at" where it leads to one's own account: "now at", and not "I work at"."""

_OPEN = rf"^(?:[{_SIGNS},、]|{any_word(WORDS['filling'])})*"
_BEING = rf"^\s*(?:[(\[—–-]\s*|,?\s*(?:{any_word(WORDS['being'])})\s+(?:\w+\s+)?)"
_HONORIFICS = any_word(WORDS["honorifics"])
_GLUED = any_word(word for word in _AFTER_WORDS if not is_spaced(word))
_LED_BY_A_PARTICLE = any_word(word for word in _AFTER_WORDS if word[0] in "のにでをが에의을를的")
_PARTED = any_word(word for word in _AFTER_WORDS if is_spaced(word))
_PHRASES = any_word(word for word in WORDS["former_after"] if " " in word or not is_spaced(word))
_BESIDE_AFTER = (
    (Whose.DENIED, _compiled(rf"{_OPEN}(?:{any_word(WORDS['denied_after'])})")),
    (
        Whose.ANOTHERS,
        _compiled(
            rf"^(?:{_GLUED})|^\s?(?:{_PARTED}|{_HONORIFICS}|{_LED_BY_A_PARTICLE})|^\s*\(\s*{_POSSESSION}\s+{_ACCOUNT}\w"
        ),
    ),
    (Whose.FORMER, _compiled(rf"{_OPEN}(?:{_PHRASES})|{_BEING}(?:{any_word(WORDS['former_after'])})")),
)
"""The same, for what stands after the address. A single word of a spaced script needs a verb before it."""

_DENIED_LATER = _compiled(any_word(WORDS["denied_later"]))
_IN_BRACKETS = re.compile(r"^\s*\([^()@]*\)")
"""What stands in brackets right after an address is about that one, and not about the next."""

_AND = _compiled(rf"[ ,&+/、・]*(?:{any_word(WORDS['and'])})?[ ,&+/、・@]*")
_ALT = _compiled(r"\balt[\s:]*$")
_NEU = _compiled(r"\b(?:neu|jetzt|nun|aktuell)")
_INTO = _compiled(rf"[\s,()@、:]*(?:{any_word(WORDS['into'])})[\s:@]*")
_FROM_BEFORE = _compiled(rf"(?:{any_word(WORDS['from'])})[\s:@]*$")


def whose_are(reading: Reading) -> tuple[Whose, ...]:
    """Tell whose each address of a text is, by the words around it, in the order of the reading."""
    found: list[Whose] = []
    before = ""
    for place in range(len(reading.named)):
        earlier = before
        before, after, gap = _around(reading, place)
        whose = _by_words("" if gap and _AND.fullmatch(gap) else before, after)
        if place:
            found[-1], whose = _as_a_pair(found[-1], whose, earlier, gap)
        found.append(whose)
    return tuple(found)


def _as_a_pair(first: Whose, second: Whose, before: str, gap: str) -> tuple[Whose, Whose]:
    """Judge two neighbours by what is between them: "art by @a & @b", "@a → @b", German "alt: @a neu: @b".

    `before` stands before the first. English "alt" is a second account, German "alt" an old one.
    """
    if gap and _AND.fullmatch(gap):
        return first, first if first in _LEFT and second is Whose.UNSAID else second
    may_be_left = first is not Whose.ANOTHERS or _FROM_BEFORE.search(before)
    if _INTO.fullmatch(_IN_BRACKETS.sub("", gap)) and first is not Whose.DENIED and may_be_left:
        return Whose.FORMER, Whose.OWN
    if _ALT.search(before) and _NEU.search(gap):
        return Whose.FORMER, second
    return first, second


def whose_by(before: str) -> Whose:
    """Tell whose a name is by what stands right before it."""
    part = _PART.split(before[-_BEFORE:])[-1]
    return next((whose for whose, cue in _BESIDE if cue.search(part)), Whose.UNSAID)


def _around(reading: Reading, place: int) -> tuple[str, str, str]:
    """Cut out the part before an address, that after it, and all between it and the one before."""
    named = reading.named[place]
    begin = reading.named[place - 1].end if place else 0
    ends = reading.named[place + 1].start if place + 1 < len(reading.named) else len(reading.text)
    gap = reading.text[begin : named.start]
    before = _PART.split(_IN_BRACKETS.sub("", gap)[-_BEFORE:] if place else gap[-_BEFORE:])[-1]
    after = reading.text[named.end : min(ends, named.end + _LATER)]
    return before, after, gap if place else ""


def _by_words(before: str, after: str) -> Whose:
    near = _PART.split(after[:_AFTER], maxsplit=1)[0]
    for whose, cue in _BESIDE_AFTER:
        if cue.search(near):
            return whose
    if _DENIED_LATER.search(after):
        return Whose.DENIED
    beside = whose_by(before)
    return _by_what_leads_to_it(before) if beside is Whose.UNSAID else beside


def _by_what_leads_to_it(before: str) -> Whose:
    """Tell whose an address is where no word beside it says so."""
    place = _PLACE.search(before)
    own = max((match.end() for match in _OWN.finditer(before)), default=-1)
    others = _HIS.search(before)
    is_at_work = place and own <= place.start() and not _LEADING.search(before[: place.start()])
    if is_at_work or (others and others.start() >= own):
        return Whose.ANOTHERS
    if own >= 0:
        return Whose.OWN if _SELF.search(before) else Whose.LED_TO
    return Whose.ANOTHERS if place and not _PRESENT.search(before) else Whose.UNSAID
