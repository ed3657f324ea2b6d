"""What the words around a place in a text say: that an address is there, or mail, or another network."""

import re

from migrate.people.addresses.grammar import LATIN
from migrate.people.addresses.lexicon import WORDS, any_word

_NEAR = 32
"""Characters around an address in which a word about it counts."""

_AT = re.compile(r"@(?:(?<=[\w./:-]@)|\S{1,90}@)")
_LINK = re.compile(r"://(?!t\.co/|(?:\w+\.)?(?:twitter|x)\.com/)")
_HOST = re.compile(r"\.(?!co/|co\b)[\])]?[^\W\d_]{2}")
_TOLD = ("＠", "﹫", "🐘", "мастод", "マスト", "ミスキ", "마스토", "毛象", "собака", "アットマーク")
"""Most texts name no address. This is asked of hundreds of thousands: each pattern begins with plain
signs, or it would take as long as all the rest."""

ANNOUNCING = any_word(WORDS["announcing"])
JOINING = any_word(WORDS["joining"])

_ANNOUNCED = re.compile(
    rf"(?:{ANNOUNCING})(?:\s|[:=→⇒➡>»👉↪:(（\[|•·~–—-]|@(?!\w)|{JOINING})*$", re.IGNORECASE
)
_ANNOUNCED_AFTER = re.compile(rf"^\s*[(\[（,/-]?\s*(?:{JOINING}|\s)*(?:{ANNOUNCING})", re.IGNORECASE)
_SPEAKING_OF_IT = re.compile(ANNOUNCING, re.IGNORECASE)
_MAIL = re.compile(any_word(WORDS["mail"]), re.IGNORECASE)
_OTHER = re.compile(rf"(?:{any_word(WORDS['other_networks'])})(?:\s|[:=→>(/-]|{JOINING})*@?$", re.IGNORECASE)
_OTHER_AFTER = re.compile(rf"^\s*[(\[（,/-]\s*(?:{any_word(WORDS['other_networks'])})", re.IGNORECASE)
_NO_NAME = re.compile("|".join(map(re.escape, WORDS["no_names"])), re.IGNORECASE)
_OTHER_ADDRESS = re.compile(rf"@[\w.-]+\.[{LATIN}]{{2,}}|\n\n")


def is_worth_reading(text: str) -> bool:
    """Tell quickly whether a text may name an address; most do not."""
    if _AT.search(text) or _LINK.search(text) or _HOST.search(text):
        return True
    small = text.lower()
    if "mast" in small or "fedi" in small or "(at)" in small or "[at]" in small or "mstdn" in small:
        return True
    return not text.isascii() and any(told in small for told in _TOLD)


def speaks_of_it(text: str) -> bool:
    """Tell whether a text speaks of the fediverse anywhere."""
    return _SPEAKING_OF_IT.search(text) is not None


def is_announced(text: str, start: int, end: int) -> bool:
    """Tell whether the words right before a place, or right after it, speak of the fediverse."""
    if _ANNOUNCED.search(_before(text, start)):
        return True
    return _ANNOUNCED_AFTER.search(text[end : end + _NEAR]) is not None


def is_mail(text: str, start: int) -> bool:
    """Tell whether the words before a place speak of mail, and none after them of the fediverse."""
    before = _before(text, start)
    last = max((match.end() for match in _MAIL.finditer(before)), default=-1)
    return last >= 0 and not speaks_of_it(before[last:])


def is_of_another_network(text: str, start: int) -> bool:
    """Tell whether the word right before a place is another network."""
    return _OTHER.search(_before(text, start)) is not None


def is_said_of_another_network(text: str, end: int) -> bool:
    """Tell whether another network is named in brackets right after a place."""
    return _OTHER_AFTER.match(text[end : end + _NEAR]) is not None


def is_no_name(word: str) -> bool:
    """Tell whether a word beside a host is an ordinary word, and nobody's name."""
    return _NO_NAME.fullmatch(word) is not None


def _before(text: str, start: int) -> str:
    """Cut out the words before a place that belong to it, and not to the address before."""
    return _OTHER_ADDRESS.split(text[max(0, start - _NEAR) : start])[-1]
