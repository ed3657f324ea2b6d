"""What Mastodon makes of `language` (mastodon app/helpers/languages_helper.rb#valid_locale_cascade)."""

import re

from tests.fakes import texts
from tests.fakes.tables import words_of
from tests.fakes.world import World

_KNOWN = words_of("languages.txt")


def language(world: World, tag: str) -> str | None:
    """The language that a status gets; refused where this server checks it."""
    dialect = world.dialect
    if dialect.checks_language and tag and not texts.is_language_tag(tag):
        raise world.no("language", language=tag)
    if dialect.language_fallback is None:
        return tag or None
    if tag in _KNOWN:
        return tag
    code = re.split("[_-]", tag)[0]
    return code if code in _KNOWN else dialect.language_fallback


def is_known(tag: str) -> bool:
    """Whether somebody can be followed for what they write in it (app/models/follow.rb)."""
    return tag in _KNOWN
