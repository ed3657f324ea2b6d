"""The table of dialects: one row a family of servers. A new server is a row, a new version a change in it."""

import re
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from migrate.mastodon.dialect import DAY, HOUR, MINUTE, Dialect, PeopleImport, Version, as_said, read_version
from migrate.mastodon.languages import KNOWN_LANGUAGES
from migrate.mastodon.pace import Budget, Quota, one_every
from migrate.mastodon.wire import Instance
from migrate.model.limits import CountRule, Limits, MentionRule
from migrate.web.nodeinfo import Software

MIB = 1024 * 1024


class Since(Struct, frozen=True):
    """The differences from a version on, as fields of `Dialect` and of its `Limits`."""

    version: Version
    dialect: Mapping[str, object] = {}
    limits: Mapping[str, object] = {}


class ServerFamily(Struct, frozen=True):
    """A row: the names that these servers have, the dialect of the oldest, and the changes since."""

    names: tuple[str, ...]
    oldest: Dialect
    changes: tuple[Since, ...] = ()


_NO_SHORTENING = Limits(
    link_length=None, short_mentions=False, mentions=MentionRule.ANYWHERE, lone_warning_is_text=False
)
"""Every character of a link and of an address counts."""

MASTODON = ServerFamily(
    names=("mastodon", "hometown", "glitch", "glitchcafe"),
    oldest=Dialect(
        # app/models/media_attachment.rb
        limits=Limits(image_bytes=10 * MIB, video_bytes=40 * MIB),
        budgets=(
            # config/initializers/rack_attack.rb and app/lib/rate_limiter.rb, the same from 4.1 to 4.6
            Budget(Quota.REQUESTS, 300, 5 * MINUTE),
            Budget(Quota.PAGES, 300, 15 * MINUTE),
            Budget(Quota.POSTS, 300, 3 * HOUR, counts_only_successes=True),
            Budget(Quota.UPLOADS, 30, 30 * MINUTE),
            Budget(Quota.DELETES, 30, 30 * MINUTE),
            Budget(Quota.FOLLOWS, 400, DAY, counts_only_successes=True),
        ),
        # app/services/post_status_service.rb: SETEX 3600; a margin for the clock
        remembers_keys=HOUR - 5 * MINUTE,
        # app/models/account_statuses_filter.rb
        lists_private=True,
        languages=KNOWN_LANGUAGES,
        not_found_is_gone=True,
        # recorded on 4.3.23, 4.5.15 and 4.6.5: with no posts left, a boost is still taken
        boosts_are_free=True,
        # app/services/reblog_service.rb; recorded as acting:reblog.again
        boosts_once=True,
        # app/validators/follow_limit_validator.rb; app/models/list.rb, recorded on 4.5.15
        follow_limit=7500,
        list_limit=50,
        list_title_length=256,
        # app/models/follow.rb; elsewhere `languages` is null or missing in what is known of a follow
        keeps_follow_languages=True,
        # no limit there: app/services/bulk_import_row_service.rb, PR #13172
        import_page="/settings/imports",
    ),
    changes=(
        # GET /api/v1/statuses/:id/source and PUT /api/v1/statuses/:id
        Since((3, 5, 0), {"has_source": True, "edits": True}),
        # PR #20878
        Since((4, 1, 0), {"edits_descriptions": True}),
        # PR #18350; app/models/media_attachment.rb
        Since((4, 2, 0), {"checks_mentions": True}, {"image_bytes": 16 * MIB, "video_bytes": 99 * MIB}),
        # app/controllers/api/v1/statuses_controller.rb; recorded on 4.4.22 as reading:delete.with_media
        Since((4, 4, 0), {"drops_silently": True, "deletes_media": True}),
        Since((4, 5, 0), limits={"quotes": True}),
        # PR #37879; 500 recorded on 4.6.5 and glitch-soc 4.7.0-alpha.2
        # app/services/post_status_service.rb, process_email_subscriptions!
        Since((4, 6, 0), {"locks_keys": True, "breaks_repeats": True, "mails_posts": True}),
    ),
)

GOTOSOCIAL = ServerFamily(
    names=("gotosocial",),
    oldest=Dialect(
        limits=Limits(
            characters=5000,
            count=CountRule.CODE_POINTS,
            link_length=None,
            short_mentions=False,
            mentions=MentionRule.BOUNDARY,
            media=6,
            alt_length=5000,
            image_bytes=40 * MIB,
            video_bytes=40 * MIB,
            video_alone=False,
            lone_warning_is_text=False,
        ),
        # internal/middleware/ratelimit.go: one limiter an address, 300 in 5 minutes unless configured
        budgets=(Budget(Quota.REQUESTS, 300, 5 * MINUTE, aligned=False),),
        ids_are_dates=True,
        # internal/processing/account/statuses.go; tried on 0.20.0
        lists_private=True,
        has_source=True,
        not_found_is_gone=True,
        # internal/text/plain.go: plain text goes through a parser of Markdown's marks; tried on 0.20.0
        reads_escapes=True,
        # tried on 0.20.0
        warnings_hide=False,
        # internal/cleaner/media.go deletes every unattached file at midnight
        keeps_media=10 * MINUTE,
        # internal/validate/formvalidation.go#ListTitle
        list_title_length=200,
    ),
    changes=(
        Since((0, 17, 0), {"imports_people": PeopleImport.CSV_FILE}),
        # scheduled_at in the past backdates (internal/processing/status/create.go);
        # internal/api/client/statuses/status.go at v0.18.0 has edits, v0.17.3 lacks them
        Since(
            (0, 18, 0), {"backdates": True, "edits": True, "edits_descriptions": True}, {"backdates": True}
        ),
    ),
)

PLEROMA = ServerFamily(
    names=("pleroma",),
    oldest=Dialect(
        limits=Limits(
            characters=5000,
            link_length=None,
            short_mentions=False,
            mentions=MentionRule.ANYWHERE,
            alt_length=5000,
            image_bytes=16 * MIB,
            video_bytes=16 * MIB,
            video_alone=False,
            lone_warning_is_text=False,
        ),
        budgets=(
            # config/config.exs: statuses_actions 15 in 10 s, relations_actions 10 in 10 s
            Budget(Quota.POSTS, 15, 10, aligned=False),
            Budget(Quota.DELETES, 15, 10, aligned=False),
            Budget(Quota.FOLLOWS, 10, 10, aligned=False),
            Budget(Quota.UNFOLLOWS, 10, 10, aligned=False),
        ),
        # lib/pleroma/web/plugs/idempotency_plug.ex: 6 h, whatever the answer was
        remembers_keys=HOUR,
        caches_errors=True,
        has_source=True,
        not_found_is_gone=True,
        imports_people=PeopleImport.ADDRESSES,
    ),
    # lib/pleroma/web/router.ex at v2.5.0
    changes=(Since((2, 5, 0), {"edits": True}),),
)

# Akkoma's CHANGELOG.md under 2022.09, which is 3.2
AKKOMA = replace(PLEROMA, names=("akkoma",), changes=(Since((3, 2, 0), {"edits": True}),))

OTHERS = ServerFamily(
    names=(),
    oldest=Dialect(
        limits=_NO_SHORTENING,
        budgets=(
            # no limits of its own are known: one a second, no more
            one_every(1, Quota.POSTS),
            one_every(1, Quota.FOLLOWS),
            one_every(1, Quota.UNFOLLOWS),
        ),
    ),
)

SNAC = ServerFamily(
    names=("snac",),
    # httpd.c, httpd_connection: it refuses in HTML or without a word, and signs that;
    # mastoapi.c, /statuses: of the newest 256
    oldest=replace(
        OTHERS.oldest,
        signature="snac/",
        lists_newest=256,
        # activitypub.c: a set of those who announce; recorded on 2.75 as acting:reblog.again
        boosts_once=True,
        ignores_sensitive=True,
        drops_connections=True,
        # recorded on 2.75 as statuses:visibility.*
        shown_as={"unlisted": "public", "direct": "private"},
    ),
    # mastoapi.c: before, it knows no deletion, and says 404 to it as to anything that it doesn't know
    changes=(Since((2, 84, 0), {"not_found_is_gone": True}),),
)

TAKAHE = ServerFamily(
    names=("takahe",),
    # api/models/token.py, has_scope: who may `read:accounts` may not `read`, as api/views/accounts.py wants
    oldest=replace(OTHERS.oldest, knows_narrow_scopes=False),
)

FAMILIES = (MASTODON, GOTOSOCIAL, PLEROMA, AKKOMA, SNAC, TAKAHE)


_KNOWN = {name: family for family in FAMILIES for name in family.names}

_REALLY = re.compile(r"\((?:compatible; ?|not true; really )([\w-]+)[ /]([^)\s]+)")
"""`2.7.2 (compatible; Pleroma 2.7.0)` (its instance_view.ex; Friendica and others say it alike), and
`4.0.0 (not true; really snac/2.75)` (mastoapi.c)."""

_NAMED = re.compile(r"([a-z][\w-]*)/(\d\S*)", re.IGNORECASE)
"""`takahe/0.11.0` (takahe api/views/instance.py)."""

_REPOSITORIES = {"snac2": "snac"}
"""The names of software that its repository has another one for."""


def software_of(instance: Instance, headers: Mapping[str, str]) -> Software | None:
    """Recognise a server that gives no NodeInfo, by its instance document and the headers that came with it.

    The version names the software, or the address of the source does, or a header: `Server: Mastodon`
    and `Server: gotosocial` (recorded on 4.3.23 to 4.6.5, tried on 0.20.0). `api_versions` is Mastodon's
    alone as long as the version names nobody else. None where nothing of it says so.
    """
    if found := _REALLY.search(instance.version) or _NAMED.fullmatch(instance.version):
        return Software(found[1].lower(), found[2])
    repository = instance.source_url.lower().rstrip("/").removesuffix(".git").rpartition("/")[2]
    for name in (_REPOSITORIES.get(repository, repository), headers.get("server", "").lower()):
        if name in _KNOWN:
            return Software(name, instance.version)
    is_mastodon = "mastodon" in instance.api_versions and read_version(instance.version) > (4, 0, 0)
    return Software("mastodon", instance.version) if is_mastodon else None


def read_dialect(software: Software, instance: Instance) -> Dialect:
    """Read the dialect of a server from NodeInfo and its own description."""
    name = software.name.lower()
    family = _KNOWN.get(name, OTHERS)
    version = read_version(software.version or instance.version)
    dialect = replace(family.oldest, name=name, version=version)
    for change in family.changes:
        if version >= change.version:
            limits = replace(dialect.limits, **change.limits)
            dialect = replace(dialect, limits=limits, **change.dialect)
    # glitch-soc and GoToSocial list them; Mastodon, which has plain text alone, does not
    types = instance.configuration.statuses.supported_mime_types
    limits = as_said(dialect.limits, instance)
    return replace(dialect, limits=limits, takes_plain_text="text/plain" in types)
