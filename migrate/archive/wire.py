"""The shapes of a tweet in Twitter's files, both generations in one: the fields that are used, no others.

Numbers are strings of digits in archives since 2018 and numbers before; decoding with
`strict=False` takes both. `id_str` is read and not `id`, because exports of July 2018
held `id` as a rounded floating point number (github.com/koenrh/delete-tweets/issues/5).

Fields stand in the order of the files, where the decoder looks for them first.
"""

from typing import Annotated, Self

from msgspec import Meta, Struct

Id = Annotated[int, Meta(ge=1, le=(1 << 63) - 1)]
Count = Annotated[int, Meta(ge=0, le=(1 << 31) - 1)]
Span = tuple[Count, Count]


class WireMention(Struct, frozen=True, kw_only=True, gc=False):
    """`id_str` is "-1" and `name` empty where the account is gone."""

    name: str | None = None
    screen_name: str
    indices: Span
    id_str: str | None = None


class WireUrl(Struct, frozen=True, kw_only=True, gc=False):
    """`expanded_url` is absent in some deleted tweets."""

    url: str
    expanded_url: str | None = None
    indices: Span


class WireTag(Struct, frozen=True, gc=False):
    """A hashtag or a cashtag ("symbol"), without its sign."""

    text: str
    indices: Span


class WireSize(Struct, frozen=True, gc=False):
    """One of the sizes in which Twitter kept a picture."""

    w: Count
    h: Count


class WireSizes(Struct, frozen=True, gc=False):
    """Of the modern sizes, only the largest counts."""

    large: WireSize | None = None


class WireVariant(Struct, frozen=True, gc=False):
    """One file of a video; the one without a bitrate is a playlist."""

    url: str
    bitrate: int | None = None


class WireVideo(Struct, frozen=True, gc=False):
    """The files of a video, in no order."""

    variants: tuple[WireVariant, ...] = ()


class WireMedia(Struct, frozen=True, kw_only=True, gc=False):
    """`type` and `video_info` are modern, `media_alt` and a list of sizes classic."""

    expanded_url: str = ""
    url: str
    media_url: str = ""
    id_str: str
    media_url_https: str = ""
    sizes: WireSizes | tuple[WireSize, ...] | None = None
    type: str = "photo"
    video_info: WireVideo | None = None
    media_alt: str | None = None


class WireEntities(Struct, frozen=True, gc=False):
    """Indices count code points of the text as it stands, HTML escapes included."""

    hashtags: tuple[WireTag, ...] = ()
    symbols: tuple[WireTag, ...] = ()
    user_mentions: tuple[WireMention, ...] = ()
    urls: tuple[WireUrl, ...] = ()
    media: tuple[WireMedia, ...] = ()


class WireMediaEntities(Struct, frozen=True, gc=False):
    """All pictures of a tweet; `entities.media` has only the first."""

    media: tuple[WireMedia, ...] = ()


class WireEditControl(Struct, frozen=True, gc=False, rename="camel"):
    """Every version of an edited tweet."""

    edit_tweet_ids: tuple[Id, ...] = ()


class WireEdit(Struct, frozen=True, gc=False, rename="camel"):
    """What a later version says about itself."""

    edit_control_initial: WireEditControl = WireEditControl()


class WireEditInfo(Struct, frozen=True, gc=False):
    """On every tweet since October 2022: `initial` on first versions, `edit` on later ones."""

    initial: WireEditControl | None = None
    edit: WireEdit | None = None


class WireUser(Struct, frozen=True, gc=False):
    """The author, or the author of what was retweeted; in classic archives only."""

    id_str: str | None = None
    screen_name: str = ""
    name: str = ""
    protected: bool = False


class WireRetweeted(Struct, frozen=True, gc=False):
    """The tweet that was retweeted, whole; in classic archives only."""

    id_str: Id
    text: str | None = None
    user: WireUser = WireUser()


class WireTweet(Struct, frozen=True, kw_only=True, gc=False):
    """`full_text` is modern; `text`, `user` and `retweeted_status` are classic."""

    edit_info: WireEditInfo | None = None
    entities: WireEntities = WireEntities()
    favorite_count: Count = 0
    in_reply_to_status_id_str: Id | None = None
    id_str: Id
    retweet_count: Count = 0
    possibly_sensitive: bool = False
    created_at: str = ""
    full_text: str | None = None
    lang: str | None = None
    in_reply_to_screen_name: str | None = None
    in_reply_to_user_id_str: str | None = None
    extended_entities: WireMediaEntities | None = None
    text: str | None = None
    user: WireUser | None = None
    retweeted_status: WireRetweeted | None = None

    @property
    def tweet(self) -> Self:
        """Itself, as if it were in its wrapper."""
        return self


class WrappedTweet(Struct, frozen=True, gc=False):
    """The wrapper that every item has had since 2020."""

    tweet: WireTweet


TweetRecord = WrappedTweet | WireTweet
"""Whatever its shape, its `tweet` is the tweet."""
