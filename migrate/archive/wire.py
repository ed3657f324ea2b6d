"""The shapes of a tweet in Twitter's files, both generations in one: the fields that are used, no others.

Numbers are strings of digits in archives since 2018 and numbers before; decoding with
`strict=False` takes both. An `id` is read from `id_str`, because exports of July 2018
held `id` as a rounded floating point number (github.com/koenrh/delete-tweets/issues/5).

Only what a tweet is nothing without is required: a field that is missing costs only
itself, never the tweet.

Fields stand in the order of the files, where the decoder looks for them first.
"""

from typing import Annotated, Any, Self

from msgspec import Meta, Struct, field

Id = Annotated[int, Meta(ge=1, le=(1 << 63) - 1)]
Count = Annotated[int, Meta(ge=0, le=(1 << 31) - 1)]
Span = tuple[Count, Count]

NOWHERE = (0, 0)
"""The place of an entity that has none; it is looked for by its name."""


class WireMention(Struct, frozen=True, kw_only=True, gc=False):
    """A name; `user_id` is "-1" and `name` empty where the account is gone."""

    name: str | None = None
    screen_name: str = ""
    indices: Span = NOWHERE
    user_id: str | None = field(name="id_str", default=None)


class WireUrl(Struct, frozen=True, kw_only=True, gc=False):
    """A link; `expanded_url` is absent in some deleted tweets."""

    url: str = ""
    expanded_url: str | None = None
    indices: Span = NOWHERE


class WireTag(Struct, frozen=True, gc=False):
    """A hashtag or a cashtag ("symbol"), without its sign."""

    text: str = ""
    indices: Span = NOWHERE


class WireSize(Struct, frozen=True, gc=False):
    """One of the sizes in which Twitter kept a picture."""

    w: Count = 0
    h: Count = 0


class WireSizes(Struct, frozen=True, gc=False):
    """The modern sizes, of which only the largest counts."""

    large: WireSize | None = None


class WireVariant(Struct, frozen=True, gc=False):
    """One file of a video; the one without a bitrate is a playlist."""

    url: str = ""
    bitrate: int | None = None


class WireVideo(Struct, frozen=True, gc=False):
    """The files of a video, in no order."""

    variants: tuple[WireVariant, ...] = ()


class WireMedia(Struct, frozen=True, kw_only=True, gc=False):
    """A picture or video; `type` and `video_info` are modern, `media_alt` and a list of sizes classic.

    `ext_alt_text` is the description in what Twitter's own interface gave to programs.
    """

    expanded_url: str = ""
    url: str = ""
    media_url: str = ""
    id: str = field(name="id_str", default="")
    media_url_https: str = ""
    sizes: WireSizes | tuple[WireSize, ...] | None = None
    type: str = "photo"
    video_info: WireVideo | None = None
    media_alt: str | None = None
    ext_alt_text: str | None = None


class WireEntities(Struct, frozen=True, gc=False):
    """What Twitter found in a text. Indices count code points of it as it stands, HTML escapes included.

    `hashtags` are None where the record doesn't say whether there are any.
    """

    hashtags: tuple[WireTag, ...] | None = None
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
    """What a later version of a tweet says about itself."""

    edit_control_initial: WireEditControl = WireEditControl()


class WireEditInfo(Struct, frozen=True, gc=False):
    """The versions, on every tweet since October 2022: `initial` on first ones, `edit` on later ones."""

    initial: WireEditControl | None = None
    edit: WireEdit | None = None


class WireUser(Struct, frozen=True, gc=False):
    """The author, or the author of what was retweeted; in classic archives only. `number` may be rounded."""

    id: str | None = field(name="id_str", default=None)
    screen_name: str = ""
    name: str = ""
    protected: bool = False
    number: float | None = field(name="id", default=None)

    @property
    def is_named(self) -> bool:
        """Tell whether there is anything to know them by."""
        return bool(self.id or self.screen_name) or self.number is not None


class WireRetweeted(Struct, frozen=True, gc=False):
    """The tweet that was retweeted, whole; in classic archives only."""

    id: Id | None = field(name="id_str", default=None)
    text: str | None = None
    entities: WireEntities = WireEntities()
    user: WireUser = WireUser()
    extended_entities: WireMediaEntities | None = None


class WireTweet(Struct, frozen=True, kw_only=True, gc=False):
    """A tweet; `full_text` is modern, `text`, `user` and `retweeted_status` are classic.

    `retweeted` is False in all that Twitter exported. Programs that keep an archive up to date
    write True for the record of somebody else. `exclusive` (for subscribers), `trusted` (for a
    circle) and `card` (such as a poll) are in what Twitter's own interface gave to programs.
    Classic archives have no counts.
    """

    edit_info: WireEditInfo | None = None
    retweeted: bool = False
    source: str = ""
    entities: WireEntities = WireEntities()
    favorite_count: Count | None = None
    in_reply_to_status_id: Id | None = field(name="in_reply_to_status_id_str", default=None)
    id: Id = field(name="id_str")
    truncated: bool = False
    retweet_count: Count | None = None
    possibly_sensitive: bool = False
    created_at: str = ""
    full_text: str | None = None
    lang: str | None = None
    in_reply_to_screen_name: str | None = None
    in_reply_to_user_id: str | None = field(name="in_reply_to_user_id_str", default=None)
    extended_entities: WireMediaEntities | None = None
    text: str | None = None
    user: WireUser | None = None
    retweeted_status: WireRetweeted | None = None
    exclusive: Any = field(name="exclusive_tweet_control", default=None)
    super_follows: bool = field(name="superFollowsConditional", default=False)
    trusted: Any = field(name="trusted_friends_control", default=None)
    card: Any = None
    withheld: tuple[str, ...] = field(name="withheld_in_countries", default=())

    @property
    def tweet(self) -> Self:
        """Return itself, as if it were in its wrapper."""
        return self


class WrappedTweet(Struct, frozen=True, gc=False):
    """The wrapper that every item has had since 2020."""

    tweet: WireTweet


TweetRecord = WrappedTweet | WireTweet
"""Whatever its shape, its `tweet` is the tweet."""
