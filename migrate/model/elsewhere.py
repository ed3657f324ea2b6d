"""What a tweet shows on Twitter and no archive has: Spaces, broadcasts, polls, other people's articles."""

import re
from collections.abc import Iterator

from migrate.model.problems import ProblemKind
from migrate.model.tweets import Tweet

_SIGNS = ("/i/", "/article/", "/audio/", ".tv/")
_PAGE = re.compile(
    r"https?://(?:[\w-]+\.)*(?:(?:twitter|x)\.com(?::\d+)?/(?:"
    r"(?P<article>i/articles?/|\w+/article/\d)"
    r"|(?P<space>i/spaces/)"
    r"|(?P<broadcast>i/broadcasts/)"
    r"|(?P<moment>i/(?:events|moments)/)"
    r"|(?P<community_note>i/(?:birdwatch|communitynotes)/)"
    r"|(?P<voice>[^?#\s]+/audio/\d)"
    r")|(?P<periscope>(?:pscp|periscope)\.tv/))",
    re.IGNORECASE,
)
_KINDS = {
    "article": ProblemKind.ARTICLE_LINK,
    "space": ProblemKind.SPACE,
    "broadcast": ProblemKind.BROADCAST,
    "periscope": ProblemKind.BROADCAST,
    "moment": ProblemKind.MOMENT,
    "community_note": ProblemKind.COMMUNITY_NOTE,
    "voice": ProblemKind.VOICE,
}
_ARTICLE = re.compile(r"https?://(?:[\w-]+\.)*(?:twitter|x)\.com/\w+/articles?/(\d+)", re.IGNORECASE)


def shown_elsewhere(tweet: Tweet) -> Iterator[tuple[ProblemKind, str]]:
    """List what the tweet shows and the archive doesn't have, each with its address or what else is known."""
    for link in (tweet.note or tweet).links:
        if link.target and (kind := _kind_of_link(link.target, tweet)):
            yield kind, link.target
    for media in tweet.media:
        if "/audio/" in media.page:
            yield ProblemKind.VOICE, media.page
    if tweet.has_poll:
        yield ProblemKind.POLL, ""
    if tweet.withheld:
        yield ProblemKind.WITHHELD, ", ".join(tweet.withheld)


def article_id(address: str) -> str | None:
    """Read the number of the article that an address leads to."""
    article = _ARTICLE.match(address) if "/article" in address else None
    return article[1] if article else None


def _kind_of_link(address: str, tweet: Tweet) -> ProblemKind | None:
    """Tell what a link shows. A tweet that leads to itself and is whole showed a card, such as a poll."""
    if any(sign in address for sign in _SIGNS) and (page := _PAGE.match(address)):
        kind = _KINDS[page.lastgroup or ""]
        is_held = kind is ProblemKind.ARTICLE_LINK and tweet.article and tweet.article.text
        return ProblemKind.ARTICLE if is_held else kind
    is_own = f"/status/{tweet.id}" in address and not tweet.cut and "…" not in tweet.text
    return ProblemKind.SELF_LINK if is_own else None
