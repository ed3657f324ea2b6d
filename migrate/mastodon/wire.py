"""The answers of a server, as far as this program reads them.

Only the fields that are used; everything else is passed over, and everything that
some server leaves out has a default. The name of each struct is that of its page
under https://docs.joinmastodon.org/entities/. Limits may be anything: what is
believed of them is decided where the dialect is read.
"""

from datetime import datetime

from msgspec import Struct, field


class StatusesConfiguration(Struct, frozen=True):
    """`configuration.statuses` of an instance."""

    max_characters: object = None
    max_media_attachments: object = None
    characters_reserved_per_url: object = None
    supported_mime_types: list[str] = field(default_factory=list)


class MediaConfiguration(Struct, frozen=True):
    """`configuration.media_attachments` of an instance."""

    supported_mime_types: list[str] = field(default_factory=list)
    image_size_limit: object = None
    image_matrix_limit: object = None
    video_size_limit: object = None
    video_matrix_limit: object = None
    description_limit: object = None
    description_minimum: object = None


class Configuration(Struct, frozen=True):
    """`configuration` of an instance."""

    statuses: StatusesConfiguration = StatusesConfiguration()
    media_attachments: MediaConfiguration = MediaConfiguration()


class Rule(Struct, frozen=True):
    """A rule of the house."""

    text: str = ""


class Instance(Struct, frozen=True):
    """`/api/v2/instance`, or `/api/v1/instance` on servers that lack it (`uri` is v1's `domain`)."""

    domain: str = ""
    uri: str = ""
    title: str = ""
    version: str = ""
    configuration: Configuration = Configuration()
    source_url: str = ""
    api_versions: dict[str, object] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)
    max_toot_chars: object = None


class Account(Struct, frozen=True):
    """An account as the server knows it; with `verify_credentials`, the user's own."""

    id: str
    username: str
    acct: str = ""
    url: str = ""
    display_name: str = ""
    followers_count: int = 0
    following_count: int = 0
    locked: bool = False
    memorial: bool | None = None
    email_subscriptions: object = None
    moved: "Account | None" = None


class Relationship(Struct, frozen=True):
    """How an account is related to the user; some servers leave out fields that they don't have."""

    id: str
    following: bool = False
    requested: bool = False
    blocking: bool = False
    blocked_by: bool | None = None
    domain_blocking: bool | None = None
    muting: bool = False
    showing_reblogs: bool | None = None
    notifying: bool | None = None
    languages: list[str] | None = None


class SearchResults(Struct, frozen=True):
    """The results of a search."""

    accounts: list[Account]


class UserList(Struct, frozen=True):
    """A list of people. GET /api/v1/lists; the page calls it List."""

    id: str
    title: str = ""


class MediaAttachment(Struct, frozen=True):
    """An uploaded file. `url` is null while the server still works on it."""

    id: str
    type: str = ""
    url: str | None = None
    description: str | None = None


class Author(Struct, frozen=True):
    """The account that a post is of."""

    id: str = ""


class QuotedStatus(Struct, frozen=True):
    """The post that a quote or a boost shows."""

    id: str = ""


class Quote(Struct, frozen=True):
    """What a post quotes; nothing once that is deleted."""

    quoted_status: QuotedStatus | None = None


class WrittenWith(Struct, frozen=True):
    """The program that a post was written with; the page calls it Status::Application."""

    name: str = ""


class Status(Struct, frozen=True):
    """A post as the server has it. `text` is there only on some servers (snac, after a deletion).

    `quote` is a yes or no on servers that show what is quoted in another way.
    """

    id: str
    created_at: datetime | None = None
    in_reply_to_id: str | None = None
    url: str | None = None
    uri: str = ""
    content: str | None = ""
    text: str | None = None
    spoiler_text: str = ""
    visibility: str = ""
    sensitive: bool = False
    reblogged: bool = False
    reblog: QuotedStatus | None = None
    quote: Quote | bool | None = None
    media_attachments: list[MediaAttachment] = field(default_factory=list)
    account: Author | None = None
    application: WrittenWith | None = None


class ScheduledStatus(Struct, frozen=True):
    """A post that the server will make later, and has not made yet."""

    id: str
    scheduled_at: datetime


class StatusSource(Struct, frozen=True):
    """The text of a post as it was sent."""

    text: str
    spoiler_text: str = ""


class Application(Struct, frozen=True):
    """This program, as registered on a server."""

    client_id: str
    client_secret: str


class OAuthServer(Struct, frozen=True):
    """What a server says of its logins (RFC 8414, /.well-known/oauth-authorization-server)."""

    scopes_supported: list[str] = field(default_factory=list)


class Token(Struct, frozen=True):
    """The right to act for an account."""

    access_token: str
    scope: str = ""


class Refusal(Struct, frozen=True):
    """The body of most answers that say no."""

    error: str = ""
    error_description: str = ""
