"""What hides an address, taken off: escapes of exports, full-width letters, `hxxp`, `[.]`, links inside."""

import html

import regex

from migrate.people.addresses.grammar import NAME, unstyled
from migrate.people.addresses.lexicon import WORDS, any_word

DOT = any_word(WORDS["dot"])

_ESCAPED = regex.compile(r"\\+(?:(?P<space>[nrt])|(?P<sign>/))")
"""A newline as two letters, as twitter-web-exporter writes its CSV, and `\\/`, as PHP writes JSON."""

_SCHEME = regex.compile(
    r"(?<![A-Za-z])h(?:xx|\*\*|XX)ps?(?=\[?:)|(?<![A-Za-z])https?(?=\[:)", regex.IGNORECASE
)
_COLON = regex.compile(r"\[:\]//|\[://\]|:\[//\]")
_DOT = regex.compile(rf"(?<=\w)\s?[\[({{<]\s?(?:\.|{DOT})\s?[\])}}>]\s?(?=\w)", regex.IGNORECASE)
_DEFANGED = ((_SCHEME, "https"), (_COLON, "://"), (_DOT, "."))
"""How those who write of malware make links harmless."""

_BRACKETS = ("[", "(", "{", "<", "xx", "XX", "**")

_LINKED = regex.compile(rf"(?<=@{NAME}@(?:[\w-]+\.)*)https?://(?:www\.)?", regex.IGNORECASE)
"""Twitter took the host for a link: `@ann@https://mastodon.social`."""

_NEXT_SENTENCE = regex.compile(r"(?<=@[\w.-]+@(?:[a-z0-9-]+\.)+[a-z]{2,})\.(?=\p{Lu}\p{Ll})")
"""A sentence begins right behind the address: `@ann@mastodon.social.Hello`."""

_IDEOGRAPHIC_DOT = regex.compile(rf"(?<=@{NAME}@[\w-]+)。(?=[A-Za-z]{{2}})")


def plainly(text: str) -> str:
    """Write a text without what hides addresses in it."""
    if "\\" in text:
        text = _ESCAPED.sub(lambda match: match["sign"] or "\n", text)
    if "&" in text:
        text = html.unescape(text)
    text = unstyled(text)
    if any(bracket in text for bracket in _BRACKETS):
        for form, plain in _DEFANGED:
            text = form.sub(plain, text)
    if "@" in text:
        text = _IDEOGRAPHIC_DOT.sub(".", _LINKED.sub("", text))
        text = _NEXT_SENTENCE.sub(". ", text)
    return text
