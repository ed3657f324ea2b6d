"""Made-up tweets and the toots that they become; `cases.toml` is written to be read."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from migrate.model import (
    CountRule,
    Kind,
    Limits,
    Link,
    Media,
    MediaKind,
    Mention,
    MentionRule,
    MentionStyle,
    Note,
    Owner,
    Policy,
    Retweet,
    Tweet,
)
from migrate.posts.convert import convert

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))["case"]
ME = Owner("1", "me_example")
TYPES = frozenset({"image/jpeg", "image/png", "video/mp4"})
SERVERS = {
    "mastodon": Limits(mime_types=TYPES),
    "mastodon45": Limits(mime_types=TYPES, quotes=True),
    "gotosocial": Limits(
        characters=5000,
        count=CountRule.CODE_POINTS,
        link_length=None,
        short_mentions=False,
        media=6,
        mentions=MentionRule.BOUNDARY,
        video_alone=False,
        mime_types=TYPES,
    ),
    "pleroma": Limits(
        characters=5000,
        link_length=None,
        short_mentions=False,
        mentions=MentionRule.ANYWHERE,
        video_alone=False,
    ),
    "tiny": Limits(characters=40, media=2),
    "tiny45": Limits(characters=40, quotes=True),
    "whole": Limits(characters=120, link_length=None),
}


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_becomes(case: dict[str, Any]):
    """The tweet becomes the toots that the case says, with all that belongs to them."""
    conversion = convert(
        tweet_of(case),
        ME,
        SERVERS[case.get("server", "mastodon")],
        policy_of(case),
        frozenset(case.get("own", ())),
    )
    toots = conversion.toots

    assert [toot.text for toot in toots] == case["toots"]
    assert [[m.kind.value.removeprefix("animated_") for m in toot.media] for toot in toots] == case.get(
        "attached", [[] for _ in toots]
    )
    assert [p.kind.value for p in conversion.problems] == case.get("problems", [])
    assert [toot.quote for toot in toots if toot.quote] == [q for q in [case.get("quote")] if q]
    assert [toot.boost for toot in toots if toot.boost] == [b for b in [case.get("boost")] if b]
    assert [link.tweet_id for toot in toots for link in toot.own_links] == case.get("own_links", [])
    assert {toot.sensitive for toot in toots} <= {case.get("sensitive", False)}
    if "language" in case:
        assert {toot.language or "" for toot in toots} == {case["language"]}


def tweet_of(case: dict[str, Any]) -> Tweet:
    text, note = case["text"], case.get("note")
    entities = mentions_of(case, note or text), links_of(case, note or text)
    return Tweet(
        id=100,
        created_at=datetime(case.get("year", 2020), 2, 28, 12, 0, tzinfo=UTC),
        text=text,
        kind=Kind(case.get("kind", "tweet")),
        language=case.get("language", "en") or None,
        mentions=() if note else entities[0],
        links=() if note else entities[1],
        note=Note(note, *entities) if note else None,
        media=media_of(case),
        reply_to=case.get("reply_to"),
        reply_to_handle=case.get("reply_handle"),
        retweet=retweet_of(case),
        sensitive=case.get("sensitive", False),
    )


def mentions_of(case: dict[str, Any], text: str) -> tuple[Mention, ...]:
    """Each handle wherever it stands whole, as Twitter's entities have it."""
    found = []
    for handle in case.get("mentions", ()):
        name = case.get("renamed", {}).get(handle, handle)
        for start in places(text.lower(), handle.lower()):
            at = start - 1 + case.get("shift", 0)
            found.append(Mention(at, at + len(handle) + 1, name, case.get("ids", {}).get(handle)))
    return tuple(found)


def places(text: str, handle: str) -> list[int]:
    """Where the handle begins, right after an at sign."""
    return [i + 1 for i, sign in enumerate(text) if sign in "@＠" and text.startswith(handle, i + 1)]


def links_of(case: dict[str, Any], text: str) -> tuple[Link, ...]:
    links = []
    for short, target in case.get("links", {}).items():
        start = text.find(short) + case.get("shift", 0)
        links.append(Link(start, start + len(short), short, target or None))
    return tuple(links)


def media_of(case: dict[str, Any]) -> tuple[Media, ...]:
    page = case.get("media_page", "https://twitter.com/me_example/status/100/photo/1")
    return tuple(
        one_media(i, words, case["media_link"], page) for i, words in enumerate(case.get("media", ()))
    )


def one_media(number: int, words: str, short: str, page: str) -> Media:
    kind, _, fault = words.partition(" ")
    name = "cat.jpg" if kind == "photo" else "cat.mp4"
    return Media(
        id=str(number),
        kind=MediaKind.GIF if kind == "gif" else MediaKind(kind),
        short=short,
        page=page,
        file={"missing": None, "odd": "cat.psd"}.get(fault, name),
        size=10**9 if fault == "big" else 1000,
    )


def retweet_of(case: dict[str, Any]) -> Retweet | None:
    told = case.get("retweet")
    return told and Retweet(told["handle"], told.get("id"), told.get("tweet"), told.get("text"))


def policy_of(case: dict[str, Any]) -> Policy:
    return Policy(
        include=frozenset(Kind),
        mentions=MentionStyle(case.get("style", "plain")),
        footer=case.get("footer"),
        numbering=case.get("numbering", False),
        known=case.get("known", {}),
    )
