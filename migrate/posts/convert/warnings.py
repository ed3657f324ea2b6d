"""Content warnings that people wrote by hand become the server's.

Where it isn't sure that it is one, the text stays as it is.
Twitter had none, and people wrote `CW: food`, `tw // spiders`, `[CN Essen]`, `#TW death.` or
`Spoiler:` (github.com/renatolond/mastodon-twitter-poster/issues/73). A warning names a
topic in few words: `TW: Twitter is down` begins a sentence, and is none.
"""

import re

from msgspec import Struct
from msgspec.structs import replace

from migrate.model import Limits, Toot

_SHORT = r"CW|TW|CN"
_LONG = (
    r"content\s+(?:warning|note|notice)|trigger\s*warning|(?:inhalts|trigger)warnung|inhaltshinweis"
    r"|avertissement(?:\s+de\s+contenu)?|(?:aviso|advertencia)\s+de\s+contenido|aviso\s+de\s+(?:conteúdo|gatilho)"
    r"|avviso\s+(?:di|sul)\s+contenuto|(?:inhouds|trigger)waarschuwing|(?:innehålls|trigger)varning"
    r"|ostrzeżenie|閲覧注意"
)
_SPOILER = r"spoiler(?:s|\s*alert|warnung|\s*warning)?|spoilery?|ネタバレ(?:注意)?"
_JOINT = r"\s*(?:[:：|]|//?|[-–—]\s)\s*"
_IN_BRACKETS = re.compile(
    rf"(?:\[|【|(?P<round>\())\s*(?:(?P<mark>{_SHORT}|{_LONG})|(?P<spoiler>{_SPOILER}))"
    rf"(?:(?:{_JOINT}|\s+)(?P<topic>[^\[\]【】()\n]+?))?\s*(?(round)\)|[\]】])[:：]?\s*",
    re.IGNORECASE,
)
_BEFORE_A_TEXT = re.compile(
    rf"(?P<hash>#\u2060?)?(?:(?P<mark>{_SHORT}|{_LONG})|(?P<spoiler>{_SPOILER}))(?(hash)(?:{_JOINT}|\s+)|{_JOINT})"
    r"(?P<topic>[^\n]+?)\s*(?P<end>\n\s*|\.\s+|\s[-–—]\s+|\s*\|\s*|\s+//\s+|\Z)",
    re.IGNORECASE,
)
_ITEMS = re.compile(r"\s*(?:[,;/&+、]|\b(?:and|und|et|y|e|en|och)\b)\s*")
_SIGNS = frozenset("[【(#")
_BEGINNINGS = frozenset(["cw", "tw", "cn", "co", "tr", "in", "av", "ad", "os", "sp", "ネタ", "閲覧"])
"""Without one of these no text begins with a warning."""

_MOST_WORDS = 8
_MOST_WORDS_IN_A_LINE = 2


class Warned(Struct, frozen=True, gc=False):
    """A text, and the content warning that was written in front of it; empty where there was none."""

    text: str
    warning: str = ""


def may_begin_with_warning(text: str) -> bool:
    """Tell at a glance whether a closer look is worth it, which it rarely is."""
    return text[:2].lower() in _BEGINNINGS or text[:1] in _SIGNS


def by_hand(text: str, *, has_media: bool) -> Warned:
    """Take the warning off the beginning of a text that goes on, or has media."""
    found = _IN_BRACKETS.match(text) or _BEFORE_A_TEXT.match(text)
    if found is None:
        return Warned(text)
    topic, rest = found["topic"] or "", text[found.end() :]
    if found.re is _BEFORE_A_TEXT and not _is_topic(topic, found["end"]):
        if not found["spoiler"]:
            return Warned(text)
        topic, rest = "", text[found.start("topic") :]
    if not rest and not has_media:
        return Warned(text)
    name = found["spoiler"] or ("" if topic else found["mark"])
    if not topic and found.re is _IN_BRACKETS and found["round"]:
        return Warned(text)
    return Warned(rest, ": ".join(filter(None, [name, topic])))


def _is_topic(words: str, end: str) -> bool:
    """Tell whether these are the topic of a warning: in a line of their own they may be more."""
    if "://" in words:
        return False
    if end.startswith("\n"):
        return len(words.split()) <= _MOST_WORDS
    return all(len(item.split()) <= _MOST_WORDS_IN_A_LINE for item in _ITEMS.split(words))


def warned(toot: Toot, warning: str, limits: Limits) -> Toot:
    """Put a toot behind a content warning.

    Mastodon makes a warning the text where there is nothing but media, and hides them
    (app/services/post_status_service.rb; recorded on 4.3.23 to 4.6.5): so it is planned.
    """
    if not warning or toot.boost:
        return toot
    if limits.lone_warning_is_text and toot.media and not toot.text and toot.quote is None:
        return replace(toot, text=warning, content_warning="", sensitive=True)
    return replace(toot, content_warning=warning)
