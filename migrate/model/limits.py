"""The limits that a server sets to posts."""

from enum import StrEnum

from msgspec import Struct


class CountRule(StrEnum):
    """The unit in which a server counts a text."""

    GRAPHEMES = "graphemes"
    CODE_POINTS = "code_points"


class MentionRule(StrEnum):
    """The signs before which a server takes `@name` for a mention, from the safe side."""

    MASTODON = "mastodon"
    """Not after a letter, digit, underscore or slash (app/models/account.rb, MENTION_RE)."""
    BOUNDARY = "boundary"
    """After a space or punctuation alone (gotosocial internal/text/util.go, isMentionBoundary)."""
    ANYWHERE = "anywhere"
    """As in Pleroma's words (linkify, lib/linkify/parser.ex), and for servers that nobody has looked at."""


class Limits(Struct, frozen=True):
    """The part of a server's dialect that the pure core sees. The defaults are Mastodon 4.5's.

    `link_length` is what a link with a scheme counts for, None where it counts in
    full; `short_mentions` says that `@user@host` counts as `@user`
    (mastodon app/validators/status_length_validator.rb); `alt_least` characters is the
    shortest description that a file may have (gotosocial `media-description-min-chars`).
    `lone_warning_is_text`: a content warning without a text becomes the text
    (mastodon app/services/post_status_service.rb).
    """

    characters: int = 500
    count: CountRule = CountRule.GRAPHEMES
    link_length: int | None = 23
    short_mentions: bool = True
    mentions: MentionRule = MentionRule.MASTODON
    media: int = 4
    alt_length: int = 1500
    alt_least: int = 0
    image_bytes: int = 16 * 1024 * 1024
    video_bytes: int = 99 * 1024 * 1024
    image_pixels: int | None = None
    video_pixels: int | None = None
    mime_types: frozenset[str] = frozenset()
    video_alone: bool = True
    lone_warning_is_text: bool = True
    backdates: bool = False
    quotes: bool = False
