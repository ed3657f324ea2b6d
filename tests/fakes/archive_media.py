"""Pictures and videos as tweets name them: one link in the text, the best variant in the archive."""

from collections.abc import Mapping, Sequence

from tests.fakes.archive_entities import Json, indices, tco

_FIELDS = (
    "expanded_url",
    "indices",
    "url",
    "media_url",
    "id_str",
    "video_info",
    "additional_media_info",
    "id",
    "media_url_https",
    "sizes",
    "type",
    "display_url",
)
"""In the order in which Twitter writes them."""


def photo(key: str, *, width: int = 640, height: int = 400, ending: str = "jpg") -> Json:
    """A picture, by the name it has on Twitter's picture server."""
    return _media("photo", f"media/{key}.{ending}", width, height)


def gif(key: str, *, width: int = 320, height: int = 240) -> Json:
    """A silent looping video: one variant, bitrate 0."""
    address = f"https://video.twimg.com/tweet_video/{key}.mp4"
    variants = [{"bitrate": "0", "content_type": "video/mp4", "url": address}]
    seen = {"aspect_ratio": ["4", "3"], "variants": variants}
    return _media("animated_gif", f"tweet_video_thumb/{key}.jpg", width, height) | {"video_info": seen}


def video(keys: Mapping[int, str], *, width: int = 320, height: int = 180, millis: int = 1500) -> Json:
    """A video with one mp4 for each bitrate, and a playlist; not in order, as in the wild."""
    folder = "https://video.twimg.com/ext_tw_video/1/pu"
    playlist = {"content_type": "application/x-mpegURL", "url": f"{folder}/pl/playlist.m3u8?container=fmp4"}
    first, *rest = (
        {"bitrate": str(rate), "content_type": "video/mp4", "url": f"{folder}/vid/{key}.mp4?tag=12"}
        for rate, key in keys.items()
    )
    seen = {"aspect_ratio": ["16", "9"], "duration_millis": str(millis), "variants": [first, playlist, *rest]}
    made = _media("video", "ext_tw_video_thumb/1/pu/img/thumb.jpg", width, height)
    return made | {"video_info": seen, "additional_media_info": {"monetizable": False}}


def media_names(tweet: Json) -> list[str]:
    """The names that a tweet's files have in the archive: tweet id, hyphen, basename of the best variant."""
    items = tweet.get("extended_entities", {}).get("media", ())
    return [f"{tweet['id']}-{_best_address(item).rsplit('/', 1)[-1].split('?')[0]}" for item in items]


def place_media(full_text: str, media: Sequence[Json], number: int, handle: str) -> tuple[str, list[Json]]:
    """The text with the one link that stands for all its media, and the media items that point at it."""
    short = tco(f"{number} media")
    joined = f"{full_text} {short}" if full_text else short
    kind = "photo" if media[0]["type"] == "photo" else "video"
    place = {
        "expanded_url": f"https://twitter.com/{handle}/status/{number}/{kind}/1",
        "url": short,
        "display_url": f"pic.twitter.com/{short.rsplit('/', 1)[-1]}",
    } | indices(len(joined) - len(short), len(joined))
    return joined, [_in_order(place | _id(number, n) | item) for n, item in enumerate(media, 1)]


def without_video(item: Json) -> Json:
    """As in `entities`, which says nothing of a video's variants."""
    return {key: value for key, value in item.items() if key not in {"video_info", "additional_media_info"}}


def _media(kind: str, path: str, width: int, height: int) -> Json:
    whole = {"w": str(width), "h": str(height), "resize": "fit"}
    thumb = {"w": "150", "h": "150", "resize": "crop"}
    return {
        "media_url": f"http://pbs.twimg.com/{path}",
        "media_url_https": f"https://pbs.twimg.com/{path}",
        "sizes": {"small": whole, "medium": whole, "thumb": thumb, "large": whole},
        "type": kind,
    }


def _best_address(item: Json) -> str:
    variants = item.get("video_info", {}).get("variants", ())
    picture = {"url": item["media_url_https"]}
    return str(max(variants, key=lambda variant: int(variant.get("bitrate", -1)), default=picture)["url"])


def _id(number: int, n: int) -> Json:
    """Media are uploaded before the tweet: an id some milliseconds older."""
    older = str(number - (n << 22))
    return {"id_str": older, "id": older}


def _in_order(item: Json) -> Json:
    return {field: item[field] for field in _FIELDS if field in item}
