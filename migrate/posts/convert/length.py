"""Measure a text as the server does.

Mastodon counts extended grapheme clusters, a link with a scheme as 23 and
`@user@host` as `@user` (app/validators/status_length_validator.rb); GoToSocial
counts code points, links and all (internal/processing/status/common.go);
Pleroma counts graphemes, links and all (`String.length`).

Where it is not certain that the server sees a link as one, it counts as what is more:
a text that is split a word too early is better than one that is refused.
"""

import regex
from msgspec.structs import replace

from migrate.model import CountRule, Limits, tweet_address
from migrate.posts.convert.recognised import shortened

GRAPHEME = regex.compile(r"\p{GCB=Regional_Indicator}{2}[\p{GCB=Extend}\p{GCB=ZWJ}\p{GCB=SpacingMark}]*|\X")
"""A grapheme cluster. Read from a text's beginning, flags are pairs (UAX #29, rules GB12 and GB13): to find
that out, `\\X` would count all flags before each one."""
_JOINING = regex.compile(
    r"[\p{GCB=CR}\p{GCB=Extend}\p{GCB=ZWJ}\p{GCB=SpacingMark}\p{GCB=Prepend}"
    r"\p{GCB=L}\p{GCB=V}\p{GCB=T}\p{GCB=Regional_Indicator}]"
)
"""Without one of these each character is a grapheme (UAX #29, rules GB3 to GB13); most texts have none."""

# Since Unicode 15.1 an Indic conjunct is one grapheme (UAX #29, rule GB9c); servers with an
# older Unicode count its consonants. With another mark in place of the virama, so do we.
_VIRAMAS = dict.fromkeys(map(ord, "\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d\u1039\u17d2\u1b44\ua9c0"), "\u0301")


def length(text: str, limits: Limits) -> int:
    """Count the text's length as the server does."""
    if "://" in text or "@" in text:
        text = shortened(text, limits.link_length, short_mentions=limits.short_mentions)
    if limits.count is CountRule.CODE_POINTS or text.isascii() or not _JOINING.search(text):
        return len(text)
    return len(GRAPHEME.findall(text.translate(_VIRAMAS)))


def length_with(warning: str, text: str, limits: Limits) -> int:
    """Count a text below a content warning, in which nothing is shortened.

    app/validators/status_length_validator.rb adds it to the text that is ready to be counted.
    """
    size = length(text, limits)
    return (
        size + length(warning, replace(limits, link_length=None, short_mentions=False)) if warning else size
    )


def quote_room(quote: int | None, limits: Limits) -> int:
    """Count what a quote takes as the link below the text that it becomes where it can't be quoted."""
    return 0 if quote is None else length(f"\n\n{tweet_address('', quote)}", limits)


def fits(text: str, limits: Limits, most: int) -> bool:
    """Tell whether the text is within `most`; nearly always settled without counting.

    No rule counts a character as more than one, except that a short link may count
    as a longer one.
    """
    bound = len(text)
    if limits.link_length is not None:
        bound += limits.link_length * text.count("://")
    return bound <= most or length(text, limits) <= most
