"""Choose which pictures and videos can be attached, and to which part."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from migrate.model import (
    Limits,
    Media,
    MediaKind,
    Owner,
    Policy,
    Problem,
    ProblemKind,
    Tweet,
    mime_type_of,
    tweet_address,
)

_SHRINKABLE = frozenset({"image/jpeg", "image/png", "image/webp"})
"""The types that Twitter keeps pictures in."""


class Attached(Struct, frozen=True, gc=False):
    """The media of a tweet in groups that go into one toot each.

    `pages` says what stands in the text instead of each media link: nothing, or the
    address of what could not be attached.
    """

    groups: tuple[tuple[Media, ...], ...] = ()
    pages: dict[str, str] = {}
    problems: tuple[Problem, ...] = ()


def attach(tweet: Tweet, owner: Owner, limits: Limits, policy: Policy) -> Attached:
    """Take what the server will take of the media, in order; link the rest, and name it as a problem.

    The descriptions of the policy come before those that the archive has.
    """
    good: list[Media] = []
    pages: dict[str, str] = {}
    problems: list[Problem] = []
    for media in tweet.media:
        reason = _refusal(media, limits, policy)
        page = pages.get(media.short, "")
        if reason is None:
            good.append(_described(media, tweet, limits, policy.descriptions))
            if policy.shrink and can_shrink(media, limits):
                problems.append(Problem(ProblemKind.MEDIA_SHRUNK, str(tweet.id), media.file or ""))
        else:
            page = page or media.page or tweet_address(owner.handle, tweet.id)
            problems.append(Problem(reason, str(tweet.id), media.file or page))
        pages[media.short] = page
    return Attached(_groups(good, limits), pages, tuple(problems))


def without_media(descriptions: Mapping[str, str], tweets: Iterable[Tweet]) -> set[str]:
    """Find the descriptions that fit no file of these tweets."""
    left = set(descriptions)
    for tweet in tweets:
        for media in tweet.media:
            left.difference_update(_names(media, tweet))
    return left


def _described(media: Media, tweet: Tweet, limits: Limits, descriptions: Mapping[str, str]) -> Media:
    if not descriptions:
        return media
    text = next((descriptions[name] for name in _names(media, tweet) if name in descriptions), None)
    return media if text is None else replace(media, alt=_within(text, limits.alt_length))


def _names(media: Media, tweet: Tweet) -> Iterator[str]:
    """List what a description can be kept under: the file, as in the archive or on Twitter, or the tweet."""
    if media.file is not None:
        base = media.file.replace("\\", "/").rpartition("/")[2]
        yield base
        yield base.partition("-")[2]
    if len(tweet.media) == 1:
        yield str(tweet.id)


def _within(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def can_shrink(media: Media, limits: Limits) -> bool:
    """Tell whether it is too big for the server, and a picture that can be scaled down."""
    is_picture = media.kind is MediaKind.PHOTO and media.file is not None
    return is_picture and mime_type_of(media.file or "") in _SHRINKABLE and _is_too_big(media, limits)


def _is_too_big(media: Media, limits: Limits) -> bool:
    picture = media.kind is MediaKind.PHOTO
    most_bytes = limits.image_bytes if picture else limits.video_bytes
    most_pixels = limits.image_pixels if picture else limits.video_pixels
    if media.size is not None and media.size >= most_bytes:
        return True
    pixels = media.width * media.height if media.width and media.height else 0
    return most_pixels is not None and pixels > most_pixels


def _refusal(media: Media, limits: Limits, policy: Policy) -> ProblemKind | None:
    if media.file is None:
        return ProblemKind.MISSING_MEDIA
    if _is_too_big(media, limits) and not (policy.shrink and can_shrink(media, limits)):
        return ProblemKind.MEDIA_TOO_BIG
    if limits.mime_types and mime_type_of(media.file) not in limits.mime_types:
        return ProblemKind.MEDIA_KIND
    return None


def _groups(media: Sequence[Media], limits: Limits) -> tuple[tuple[Media, ...], ...]:
    """Group the media in order, as many together as the server allows.

    Mastodon wants a video alone; Twitter's animated GIFs are silent and become `gifv`
    there, which may stand beside pictures (app/models/media_attachment.rb `audio_or_video?`).
    """
    groups: list[tuple[Media, ...]] = []
    for each in media:
        last = groups[-1] if groups else ()
        alone = limits.video_alone and MediaKind.VIDEO in {each.kind, *(other.kind for other in last)}
        if last and not alone and len(last) < limits.media:
            groups[-1] = (*last, each)
        else:
            groups.append((each,))
    return tuple(groups)
