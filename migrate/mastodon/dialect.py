"""The properties of a server as a value: read once, then passed on.

Servers that speak Mastodon's API differ in what they promise. Each family of servers is
a row of the table in families.py; the rest of the program asks for the property
(`dialect.backdates`) and never for the name.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from migrate.mastodon.pace import Budget
from migrate.mastodon.wire import Instance
from migrate.model.limits import Limits

N = TypeVar("N", int, int | None)

MINUTE, HOUR, DAY = 60, 3600, 86400

Version = tuple[int, int, int]

_SHORTEST_POST = 50
"""Characters below which no server would be used: a link alone counts 23."""

_LONGEST_TEXT = 1_000_000
_SMALLEST_PICTURE = 10_000
_LARGEST = 1 << 40
"""Bytes, and pixels."""


class PeopleImport(StrEnum):
    """The form in which a server's API takes a whole list of people."""

    CSV_FILE = "csv_file"
    """gotosocial internal/api/client/import/import.go: Mastodon's own files."""
    ADDRESSES = "addresses"
    """pleroma lib/pleroma/web/pleroma_api/controllers/user_import_controller.ex: one address a line."""


class Dialect(Struct, frozen=True):
    """The behaviour of a server. Times are in seconds. The defaults are those of an unknown server."""

    limits: Limits
    budgets: tuple[Budget, ...]
    name: str = ""
    version: Version = (0, 0, 0)
    remembers_keys: int = 0
    """The time for which a repeated Idempotency-Key gives the first answer again; 0: there are no keys."""
    locks_keys: bool = False
    """A repeated key waits for the first request instead of posting a second time."""
    breaks_repeats: bool = False
    """A repeated key gets a 500 though the post is there (github.com/mastodon/mastodon/issues/40399)."""
    caches_errors: bool = False
    """A key also repeats a refusal: after an answer, a fresh one is needed."""
    settles_after: int = 300
    """The time after which a request without an answer can't be under way any more: nginx stops waiting
    after 120 s (Mastodon's dist/nginx.conf), the server behind it may go on for a while."""
    signature: str = ""
    """The beginning of its header `X-Creator`. A page so signed is the server's own word, though no JSON."""
    backdates: bool = False
    ids_are_dates: bool = False
    """Ids are ULIDs made from the post's own date, and the account's own posts are listed by it."""
    lists_private: bool = False
    """The list of the account's own posts has those for few readers, too. On snac (mastoapi.c) and
    Takahē (activities/models/post.py) the home timeline alone has them."""
    lists_newest: int = 0
    """How many of the account's own posts are listed; 0: all. The home timeline has the others."""
    has_source: bool = False
    edits: bool = False
    """PUT /api/v1/statuses/:id changes a post, and keeps the files that are named again."""
    edits_descriptions: bool = False
    """It also describes files anew (`media_attributes`)."""
    languages: frozenset[str] | None = None
    """The codes of the languages that it knows; None where it keeps every one."""
    not_found_is_gone: bool = False
    """A 404 to a deletion means that the post is gone, and not that posts can't be deleted."""
    drops_silently: bool = False
    """May answer 200 to a post and keep nothing (app/lib/antispam.rb)."""
    boosts_are_free: bool = False
    """A boost isn't taken off the budget of posts."""
    boosts_once: bool = False
    """A boost that is there already is not made a second time."""
    takes_plain_text: bool = False
    """Knows `content_type`, and may read a post as Markdown or HTML where the user has chosen so."""
    reads_escapes: bool = False
    """Takes a backslash before a sign, and a character's name in HTML, for the sign itself."""
    warnings_hide: bool = True
    """A content warning marks the files below it as sensitive by itself."""
    ignores_sensitive: bool = False
    """Marks files as sensitive only below a content warning; an edit may mark them as well."""
    deletes_media: bool = False
    """A deletion takes the post's files along where it is asked to (`delete_media`)."""
    mails_posts: bool = False
    """People may have subscribed to an account by e-mail: each public post goes out in a mail."""
    drops_connections: bool = False
    """Closes a connection that was used without saying so: each post needs a fresh one."""
    shown_as: Mapping[str, str] = {}
    """The visibilities that it shows as another one, for every post alike."""
    checks_mentions: bool = False
    """Knows `allowed_mentions`."""
    keeps_media: int = DAY - HOUR
    """The time that an upload may wait for its post."""
    knows_narrow_scopes: bool = True
    """A login may be for parts of `read` and `write`, such as `read:accounts`."""
    imports_people: PeopleImport | None = None
    follow_limit: int = 0
    """How many people an account with few followers may follow; 0: as many as it likes."""
    list_limit: int = 0
    """How many lists an account may have; 0: as many as it likes."""
    list_title_length: int = 0
    keeps_follow_languages: bool = False
    """A follow may be for posts in some languages only."""
    import_page: str = ""
    """The page where the user can hand in a list of people, without the limit on follows."""


def read_version(text: str) -> Version:
    """Read the first numbers: `0.20.0 git-…`, `4.6.0-beta.1+glitch`, `2.7.2 (compatible; Pleroma 2.7.0)`."""
    found = re.match(r"v?(\d+)\.(\d+)(?:\.(\d+))?", text)
    if not found:
        return (0, 0, 0)
    major, minor, patch = found.groups(default="0")
    return (int(major), int(minor), int(patch))


def as_said(limits: Limits, instance: Instance) -> Limits:
    """Put the limits that the server gives in the place of the table's, as far as they can be believed."""
    said, media = instance.configuration.statuses, instance.configuration.media_attachments
    characters = _believed(instance.max_toot_chars, limits.characters, _SHORTEST_POST, _LONGEST_TEXT)
    return replace(
        limits,
        characters=_believed(said.max_characters, characters, _SHORTEST_POST, _LONGEST_TEXT),
        link_length=limits.link_length
        and _believed(said.characters_reserved_per_url, limits.link_length, 1, _SHORTEST_POST),
        media=_believed(said.max_media_attachments, limits.media, 1, 16),
        alt_length=_believed(media.description_limit, limits.alt_length, _SHORTEST_POST, _LONGEST_TEXT),
        alt_least=_believed(media.description_minimum, 0, 0, _SHORTEST_POST),
        image_bytes=_believed(media.image_size_limit, limits.image_bytes, _SMALLEST_PICTURE, _LARGEST),
        video_bytes=_believed(media.video_size_limit, limits.video_bytes, _SMALLEST_PICTURE, _LARGEST),
        image_pixels=_believed(media.image_matrix_limit, limits.image_pixels, _SMALLEST_PICTURE, _LARGEST),
        video_pixels=_believed(media.video_matrix_limit, limits.video_pixels, _SMALLEST_PICTURE, _LARGEST),
        mime_types=frozenset(media.supported_mime_types),
    )


def _believed(said: object, usual: N, least: int, most: int) -> N:
    """Believe a limit within reason: less than the least is a fault, and more than the most is the most."""
    if not isinstance(said, int) or isinstance(said, bool) or said < least:
        return usual
    return min(said, most)
