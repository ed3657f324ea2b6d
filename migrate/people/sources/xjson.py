"""The accounts in JSON of whatever shape: a program's export, an answer of X's API or of X's own pages.

An account is told by its parts and not by its place. X's own pages have them under `core`
and `legacy`, an archive under `account` and `profile`; a tweet holds its author. Whom a text
only mentions is passed over, and so is what belongs to a tweet.
"""

import html
from collections.abc import Iterator, Mapping

from migrate.people.contacts import XProfile
from migrate.people.sources.xnames import Part, part_of, rank_of
from migrate.people.sources.xparts import Parts

Json = Mapping[str, object]

_LAYERS = ("core", "legacy", "account", "profile", "profile_bio", "description", "location", "website")
"""The keys below which a part of an account may lie."""

_OTHERS = frozenset(
    {
        *("mentionedUsers", "inReplyToUser", "affiliates_highlighted_label"),
        *("quotedTweet", "status", "tweets", "media", "places", "polls", "direct_messages"),
    }
)
"""Keys below which there are other people, whom the account only names, or other things than people."""

_OF_TWEETS = frozenset(
    {
        *("full_text", "author_id", "conversation_id", "edit_history_tweet_ids", "user_id_str"),
        *("rawContent", "renderedContent"),
    }
)
"""Keys that only a tweet has."""

_LINKS = ("expanded_url", "expandedUrl", "unwound_url", "url")
_SHORT = ("tcourl", "tcoUrl", "url")
_SHORTENER = "https://t.co/"


def accounts_in(values: list[object]) -> Iterator[XProfile]:
    """Read each account, wherever it lies in these values."""
    pinned = {str(tweet.get("id")): tweet for value in values for tweet in _included(value)}
    waiting = list(reversed(values))
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += reversed(value)
        elif isinstance(value, dict):
            account = _layered(value)
            if profile := _account(account, pinned):
                yield profile
            inner = account if profile else value
            waiting += [one for key, one in reversed(inner.items()) if _may_hold_people(key)]


def _may_hold_people(key: str) -> bool:
    return key not in _OTHERS and key != "entities" and part_of(key) is not Part.TEXT


def strings_in(value: object) -> list[str]:
    """List the texts and the real addresses of links in a value."""
    links = _links(value)
    return list(dict.fromkeys(_told(text, links) for text in (*_texts(value), *links.values())))


def _account(account: Json, pinned: Mapping[str, Json]) -> XProfile | None:
    if not _OF_TWEETS.isdisjoint(account):
        return None
    links = _links(account)
    parts = Parts()
    for key in sorted(account, key=rank_of):
        part = part_of(key)
        for text in _texts(account[key]):
            parts.add(part, _told(text, links))
    tweet = pinned.get(str(account.get("pinned_tweet_id")))
    for text in (*links.values(), *(strings_in(tweet) if tweet else ())):
        parts.add(Part.TEXT, text)
    return parts.profile()


def _layered(value: Json) -> dict[str, object]:
    """Lay what stands in the layers of an account beside its own keys."""
    account = dict(value)
    for layer in _LAYERS:
        inner = _single(account.get(layer))
        if inner and "result" not in inner:
            inner = _single(inner.get(layer)) or inner
            del account[layer]
            account = {**_layered(inner), **account}
    return account


def _single(value: object) -> Json | None:
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    return value if isinstance(value, dict) else None


def _included(answer: object) -> list[Json]:
    """List the tweets that an answer of the X API v2 has beside the accounts."""
    includes = answer.get("includes") if isinstance(answer, dict) else None
    tweets = includes.get("tweets") if isinstance(includes, dict) else None
    return [one for one in tweets if isinstance(one, dict)] if isinstance(tweets, list) else []


def _texts(value: object) -> Iterator[str]:
    """List the texts in a value; of a tweet or a link, its text."""
    if isinstance(value, str):
        yield html.unescape(value)
    elif isinstance(value, int) and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        yield from _texts(value.get("text") or value.get("full_text") or "")


def _links(value: object) -> dict[str, str]:
    """Find the real addresses of links, each by its short one, outside of other people and of tweets."""
    found: dict[str, str] = {}
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting += reversed(one)
        elif isinstance(one, dict):
            target = next((link for name in _LINKS if _is_link(link := one.get(name))), None)
            short = next((link for name in _SHORT if isinstance(link := one.get(name), str)), "")
            if target and ("expanded_url" in one or "tcourl" in one):
                found[short] = str(target)
            waiting += [inner for key, inner in reversed(one.items()) if key not in _OTHERS]
    return found


def _is_link(value: object) -> bool:
    return isinstance(value, str) and value.startswith("http") and not value.startswith(_SHORTENER)


def _told(text: str, links: Mapping[str, str]) -> str:
    """Write the real addresses of links in the places of the short ones."""
    if _SHORTENER in text:
        for short, target in links.items():
            if short.startswith(_SHORTENER):
                text = text.replace(short, target)
    return text
