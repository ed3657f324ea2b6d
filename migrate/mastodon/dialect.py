"""What one server is and can, as a value: read once, then passed on.

Servers that speak Mastodon's API differ in what they promise. Each family of
servers is a row of a table here; the rest of the program asks for the property
(`dialect.backdates`) and never for the name.
"""

import re
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from migrate.mastodon.pace import Budget, Quota
from migrate.mastodon.wire import Instance, Software
from migrate.model import CountRule, Limits

MINUTE, HOUR, DAY = 60, 3600, 86400


class PeopleImport(StrEnum):
    """How a whole list of people is handed to a server, where its API takes one."""

    CSV_FILE = "csv_file"
    """gotosocial internal/api/client/import/import.go: Mastodon's own files."""
    ADDRESSES = "addresses"
    """pleroma lib/pleroma/web/pleroma_api/controllers/user_import_controller.ex: one address a line."""


class Dialect(Struct, frozen=True):
    """How a server behaves. Times are in seconds."""

    name: str
    version: tuple[int, int, int]
    limits: Limits
    budgets: tuple[Budget, ...]
    remembers_keys: int = 0
    """How long a repeated Idempotency-Key gives the first answer again; 0: it has none."""
    locks_keys: bool = False
    """A repeated key waits for the first request instead of posting a second time."""
    caches_errors: bool = False
    """A key also repeats a refusal: after an answer, a fresh one is needed."""
    settles_after: int = 300
    """When a request that got no answer can't be under way any more: nginx stops waiting after 120 s
    (Mastodon's dist/nginx.conf), the server behind it may go on for a while."""
    backdates: bool = False
    ids_are_dates: bool = False
    """Ids are ULIDs made from the toot's own date, and own toots are listed by it."""
    lists_private: bool = False
    """The list of one's own toots is known to have those that few can see. On snac (mastoapi.c) and Takahē
    (activities/models/post.py) the home timeline alone has them."""
    has_source: bool = True
    edits: bool = False
    """PUT /api/v1/statuses/:id changes a toot, and keeps the files that are named again."""
    drops_silently: bool = False
    """May answer 200 to a post and keep nothing (app/lib/antispam.rb)."""
    checks_mentions: bool = False
    """Knows `allowed_mentions`."""
    keeps_media: int = DAY - HOUR
    """How long an upload may wait for its toot."""
    imports_people: PeopleImport | None = None
    import_page: str = ""
    """Where a person can hand in a list of people in the browser, without the limit on follows."""


MASTODON_BUDGETS = (
    # config/initializers/rack_attack.rb and app/lib/rate_limiter.rb, the same from 4.1 to 4.6
    Budget(Quota.REQUESTS, 300, 5 * MINUTE),
    Budget(Quota.PAGES, 300, 15 * MINUTE),
    Budget(Quota.POSTS, 300, 3 * HOUR),
    Budget(Quota.UPLOADS, 30, 30 * MINUTE),
    Budget(Quota.DELETES, 30, 30 * MINUTE),
    Budget(Quota.FOLLOWS, 400, DAY, counts_only_successes=True),
)
GOTOSOCIAL_BUDGETS = (
    # internal/middleware/ratelimit.go: one limiter an address, 300 in 5 minutes unless configured
    Budget(Quota.REQUESTS, 300, 5 * MINUTE, aligned=False),
)
PLEROMA_BUDGETS = (
    # config/config.exs: statuses_actions 15 in 10 s, relations_actions 10 in 10 s
    Budget(Quota.POSTS, 15, 10, aligned=False),
    Budget(Quota.DELETES, 15, 10, aligned=False),
    Budget(Quota.FOLLOWS, 10, 10, aligned=False),
    Budget(Quota.UNFOLLOWS, 10, 10, aligned=False),
)
POLITE_BUDGETS = (
    # no limits of its own are known: one a second, no more
    Budget(Quota.POSTS, 60, MINUTE, aligned=False),
    Budget(Quota.FOLLOWS, 60, MINUTE, aligned=False),
    Budget(Quota.UNFOLLOWS, 60, MINUTE, aligned=False),
)


def read_dialect(software: Software, instance: Instance) -> Dialect:
    """What this server is, by NodeInfo and its own description."""
    version = _version(software.version or instance.version)
    return _with_limits(_family(software.name.lower(), version), instance)


def _family(name: str, version: tuple[int, int, int]) -> Dialect:
    if name == "gotosocial":
        return _gotosocial(name, version)
    if name in {"pleroma", "akkoma"}:
        return _pleroma(name, version)
    if name in {"mastodon", "hometown", "glitch", "glitchcafe"} or not name:
        return _mastodon(name or "mastodon", version)
    return Dialect(
        name=name,
        version=version,
        limits=Limits(link_length=None, short_mentions=False),
        budgets=POLITE_BUDGETS,
        has_source=False,
    )


def _mastodon(name: str, version: tuple[int, int, int]) -> Dialect:
    modern = version >= (4, 2, 0)
    return Dialect(
        name=name,
        version=version,
        limits=Limits(
            # app/models/media_attachment.rb: 10 and 40 MiB until 4.1
            image_bytes=(16 if modern else 10) * 1024 * 1024,
            video_bytes=(99 if modern else 40) * 1024 * 1024,
            quotes=version >= (4, 5, 0),
        ),
        budgets=MASTODON_BUDGETS,
        # app/services/post_status_service.rb: SETEX 3600; a margin for the clock
        remembers_keys=HOUR - 5 * MINUTE,
        # PR #37879, 4.6.0
        locks_keys=version >= (4, 6, 0),
        # app/models/account_statuses_filter.rb
        lists_private=True,
        # GET /api/v1/statuses/:id/source, 3.5.0
        has_source=version >= (3, 5, 0),
        edits=version >= (3, 5, 0),
        drops_silently=version >= (4, 4, 0),
        # PR #18350, 4.2
        checks_mentions=modern,
        # no limit there: app/services/bulk_import_row_service.rb, PR #13172
        import_page="/settings/imports",
    )


def _gotosocial(name: str, version: tuple[int, int, int]) -> Dialect:
    # scheduled_at in the past backdates since 0.18.0 (internal/processing/status/create.go)
    backdates = version >= (0, 18, 0)
    limits = Limits(
        characters=5000,
        count=CountRule.CODE_POINTS,
        link_length=None,
        short_mentions=False,
        media=6,
        alt_length=5000,
        image_bytes=40 * 1024 * 1024,
        video_bytes=40 * 1024 * 1024,
        video_alone=False,
        backdates=backdates,
    )
    return Dialect(
        name=name,
        version=version,
        limits=limits,
        budgets=GOTOSOCIAL_BUDGETS,
        backdates=backdates,
        ids_are_dates=True,
        # internal/processing/account/statuses.go; tried on 0.20.0
        lists_private=True,
        # internal/api/client/statuses/status.go at v0.18.0; v0.17.3 lacks it
        edits=version >= (0, 18, 0),
        # internal/cleaner/media.go deletes every unattached file at midnight
        keeps_media=10 * MINUTE,
        imports_people=PeopleImport.CSV_FILE if version >= (0, 17, 0) else None,
    )


def _pleroma(name: str, version: tuple[int, int, int]) -> Dialect:
    limits = Limits(
        characters=5000,
        link_length=None,
        short_mentions=False,
        alt_length=5000,
        image_bytes=16 * 1024 * 1024,
        video_bytes=16 * 1024 * 1024,
        video_alone=False,
    )
    return Dialect(
        name=name,
        version=version,
        limits=limits,
        budgets=PLEROMA_BUDGETS,
        # lib/pleroma/web/plugs/idempotency_plug.ex: 6 h, whatever the answer was
        remembers_keys=HOUR,
        caches_errors=True,
        # lib/pleroma/web/router.ex at v2.5.0; Akkoma's CHANGELOG.md under 2022.09, which is 3.2
        edits=version >= ((3, 2, 0) if name == "akkoma" else (2, 5, 0)),
        imports_people=PeopleImport.ADDRESSES,
    )


def _with_limits(dialect: Dialect, instance: Instance) -> Dialect:
    """Believe what the server says of its own limits over the table."""
    said, media = instance.configuration.statuses, instance.configuration.media_attachments
    old = dialect.limits
    link = old.link_length and (said.characters_reserved_per_url or old.link_length)
    limits = replace(
        old,
        characters=said.max_characters or instance.max_toot_chars or old.characters,
        link_length=link,
        media=min(said.max_media_attachments or old.media, 16),
        alt_length=media.description_limit or old.alt_length,
        image_bytes=media.image_size_limit or old.image_bytes,
        video_bytes=media.video_size_limit or old.video_bytes,
        image_pixels=media.image_matrix_limit or old.image_pixels,
        video_pixels=media.video_matrix_limit or old.video_pixels,
        mime_types=frozenset(media.supported_mime_types),
    )
    return replace(dialect, limits=limits)


def _version(text: str) -> tuple[int, int, int]:
    """The first three numbers: `0.20.0 git-…`, `4.6.0-beta.1+glitch`, `2.7.2 (compatible; Pleroma 2.7.0)`."""
    found = re.match(r"v?(\d+)\.(\d+)(?:\.(\d+))?", text)
    if not found:
        return (0, 0, 0)
    major, minor, patch = found.groups(default="0")
    return (int(major), int(minor), int(patch))
