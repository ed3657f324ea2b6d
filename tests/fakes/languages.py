"""What Mastodon makes of `language` (mastodon app/helpers/languages_helper.rb#valid_locale_cascade)."""

import re

from tests.fakes import texts
from tests.fakes.tables import words_of
from tests.fakes.world import World

_RENAMED = {"in": "id", "iw": "he"}  # https://www.iana.org/assignments/language-subtag-registry
_KNOWN = words_of("languages.txt")


def language(world: World, tag: str, by: str) -> str | None:
    """The language that a status gets; refused where this server checks it."""
    dialect = world.dialect
    if dialect.checks_language and not tag:
        return world.accounts[by].language or dialect.default_language
    if dialect.checks_language and not texts.is_language_tag(tag):
        raise world.no("language", language=tag)
    if dialect.language_fallback is None:
        return _canonical(tag) if dialect.checks_language else tag or dialect.default_language
    if tag in _KNOWN:
        return tag
    code = re.split("[_-]", tag)[0]
    return code if code in _KNOWN else dialect.language_fallback


def _canonical(tag: str) -> str:
    """The tag as golang.org/x/text/language writes it: today's name, and a small first part."""
    first, *rest = re.split("[_-]", tag)
    if (first.lower(), *rest) == ("zh", "YUE"):
        return "yue"
    return "-".join([_RENAMED.get(first.lower(), first.lower()), *rest])


def is_known(tag: str) -> bool:
    """Whether somebody can be followed for what they write in it (app/models/follow.rb)."""
    return tag in _KNOWN
