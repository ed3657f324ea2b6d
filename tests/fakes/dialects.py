"""What each server does with a request, as data. Every value was read in the server's own source:

mastodon    github.com/mastodon/mastodon at v3.5.0, v4.2.0, v4.5.15, v4.6.5
gotosocial  codeberg.org/superseriousbusiness/gotosocial at v0.20.0
pleroma     git.pleroma.social/pleroma/pleroma at v2.7.0
akkoma      akkoma.dev/AkkomaGang/akkoma at v3.16.0
snac        codeberg.org/grunfink/snac2 at 2.94
friendica   github.com/friendica/friendica at 2024.09

The comment beside a field names the file that it comes from, for the first server that has it.
"""

from dataclasses import replace
from types import MappingProxyType

from tests.fakes.dialect import MIB, Dates, FakeDialect, Ids, Keys, Ready, Sweep
from tests.fakes.limits import GOTOSOCIAL_LIMITS, MASTODON_3_LIMITS, MASTODON_4_2_LIMITS, PLEROMA_LIMITS
from tests.fakes.wording import FRIENDICA_SAYS, GOTOSOCIAL_SAYS, PLEROMA_SAYS, SNAC_SAYS

MASTODON_4_5 = FakeDialect()

MASTODON_4_6 = replace(
    MASTODON_4_5,
    version="4.6.5",
    says_version="4.6.5",
    api_version=11,
    locks_keys=True,
    replay_breaks=True,
    alt_length=10_000,
)

MASTODON_4_2 = replace(
    MASTODON_4_5,
    version="4.2.0",
    says_version="4.2.0",
    api_version=None,
    lists_oauth_metadata=False,
    pkce=False,
    limits=MASTODON_4_2_LIMITS,
    # app/models/account.rb at v4.2.0: unlike later, "=" may stand before
    mention=r"(?:(?<=[^/[:word:]])|^)@([a-z0-9_]+(?:[a-z0-9_.-]+[a-z0-9_]+)?)(?:@([[:word:].-]+[[:word:]]+))?",
    quotes=False,
    unknown_media_is_refused=False,
    says_alt_length=False,
)

MASTODON_3_5 = replace(
    MASTODON_4_2,
    version="3.5.0",
    says_version="3.5.0",
    instance_v2=False,
    limits=MASTODON_3_LIMITS,
    says_matrix=(16_777_216, 2_304_000),
    allowed_mentions=False,
    image_bytes=10 * MIB,
    video_bytes=40 * MIB,
    ready=Ready.ALL_LATER,
)

GOTOSOCIAL_0_20 = FakeDialect(
    software="gotosocial",
    version="0.20.0+git-57cb4fe",
    says_version="0.20.0+git-57cb4fe",
    api_version=None,
    lists_oauth_metadata=False,
    pkce=False,
    loopback_any_port=False,  # internal/oauth/handlers/handlers.go
    says=GOTOSOCIAL_SAYS,
    limits=GOTOSOCIAL_LIMITS,
    says_matrix=(2_147_483_647, 2_147_483_647),
    says_link_length=25,  # internal/typeutils/internaltofrontend.go, though it counts links in full
    characters=5000,
    link_length=None,
    code_points=True,
    strips_text=False,
    lone_warning_is_text=False,
    language_fallback=None,
    # internal/text/util.go isMentionBoundary, internal/regexes/regexes.go mentionFinder
    mention=r"(?<![^\s\p{P}])@([\p{L}\p{M}\p{N}._-]+)(?:@([\p{L}\p{M}\p{N}.:-]+))?",
    links_shield_mentions=True,
    checks_language=True,
    allowed_mentions=False,
    quotes=False,
    keys=Keys.IGNORED,
    dates=Dates.BACKDATED,
    ids=Ids.ULID,
    page=1_000_000,  # no cap: internal/api/client/accounts/statuses.go
    page_cursors=frozenset({"max_id", "min_id"}),  # internal/api/client/accounts/statuses.go
    media=6,
    image_bytes=40 * MIB,  # internal/config/defaults.go media-local-max-size
    video_bytes=40 * MIB,
    alt_length=5000,
    ready=Ready.AT_ONCE,
    video_alone=False,
    attached_media_is_hidden=False,
    sweep=Sweep.ALL_AT_MIDNIGHT,
    optimistic_follows=False,  # internal/processing/account/follow.go: requested until the other has accepted
    people_import="/api/v1/import",
)

PLEROMA_2_7 = FakeDialect(
    software="pleroma",
    version="2.7.0",
    says_version="2.7.2 (compatible; Pleroma 2.7.0)",  # lib/pleroma/web/mastodon_api/views/instance_view.ex
    api_version=None,
    lists_oauth_metadata=False,
    pkce=False,
    loopback_any_port=False,
    says=PLEROMA_SAYS,
    limits=PLEROMA_LIMITS,
    limit_headers=False,
    says_types=("application/octet-stream",),  # instance_view.ex
    says_matrix=None,
    says_alt_length=False,
    says_link_length=None,
    characters=5000,  # config/config.exs
    link_length=None,
    lone_warning_is_text=False,
    language_fallback=None,
    mention=r"(?<![/=[:word:]])@([a-z0-9_-]+)(?:@([a-z0-9.-]+))?",  # linkify, by its default options
    links_shield_mentions=True,
    allowed_mentions=False,
    quotes=False,
    keys=Keys.ANY_ANSWER_FOR_SIX_HOURS,
    near_future_is_refused=False,  # lib/pleroma/scheduled_activity.ex far_enough?
    ids=Ids.FLAKE,
    millisecond_dates=False,  # lib/pleroma/web/common_api/utils.ex to_masto_date
    media=1000,
    image_bytes=16_000_000,
    video_bytes=16_000_000,
    alt_length=5000,
    ready=Ready.SAID_LATER,
    checks_files=False,
    unknown_media_is_refused=False,  # lib/pleroma/web/common_api/utils.ex attachments_from_ids
    media_again=True,
    video_alone=False,
    attached_media_is_hidden=False,
    sweep=Sweep.NEVER,
    optimistic_follows=False,
    people_import="/api/pleroma",
)

AKKOMA_3_16 = replace(
    PLEROMA_2_7,
    software="akkoma",
    version="3.16.0",
    says_version="2.7.2 (compatible; Akkoma 3.16.0)",
    instance_v2=False,  # lib/pleroma/web/router.ex has /api/v1/instance only
    lost_parent_is_refused=False,  # lib/pleroma/web/common_api/activity_draft.ex in_reply_to
    limits=tuple(limit for limit in PLEROMA_LIMITS if limit.name != "oauth_app_creation"),
)

SNAC_2_94 = FakeDialect(
    software="snac",
    version="2.94",
    says_version="4.0.0 (not true; really snac/2.94)",  # mastoapi.c /v1/instance
    api_version=None,
    instance_v2=False,
    lists_oauth_metadata=False,
    pkce=False,
    loopback_any_port=False,
    says=SNAC_SAYS,
    limits=(),
    limit_headers=False,
    says_alt_length=False,
    says_link_length=32,
    characters=100_000,
    link_length=None,
    strips_text=False,
    lone_warning_is_text=False,
    language_fallback=None,
    mention=r"@([A-Za-z0-9_-]+)(?:@([A-Za-z0-9.-]+))?",  # activitypub.c process_tags
    links_shield_mentions=True,
    allowed_mentions=False,
    quotes=False,
    blank_is_refused=False,
    lost_parent_is_refused=False,
    keys=Keys.IGNORED,
    dates=Dates.VERBATIM,
    ids=Ids.CTIME_MD5,
    millisecond_dates=False,
    tells_application=False,
    text_in_status=True,
    status_language=False,
    page=256,
    page_cursors=frozenset({"max_id"}),
    page_links=False,
    lists_only=256,
    video_bytes=99 * MIB,
    ready=Ready.AT_ONCE,
    checks_files=False,
    unknown_media_is_refused=False,
    media_again=True,
    video_alone=False,
    attached_media_is_hidden=False,
    media_ids_kept=False,
    sweep=Sweep.NEVER,
)

SNAC_2_75 = replace(
    SNAC_2_94,
    version="2.75",  # as in Debian 13
    says_version="4.0.0 (not true; really snac/2.75)",
    page_cursors=frozenset(),  # mastoapi.c before 2.84
    deletes=False,
)

FRIENDICA_2024 = FakeDialect(
    software="friendica",
    version="2024.09-1560",
    says_version="2.8.0 (compatible; Friendica 2024.09-1560)",  # src/Module/Api/Mastodon/Instance.php
    api_version=None,
    lists_oauth_metadata=False,
    pkce=False,
    loopback_any_port=False,
    says=FRIENDICA_SAYS,
    limits=(),
    limit_headers=False,
    says_matrix=None,
    says_alt_length=False,
    says_link_length=0,
    characters=200_000,
    link_length=None,
    strips_text=False,
    lone_warning_is_text=False,
    language_fallback=None,
    mention=r"(?<![/=[:word:]])@([a-z0-9_.-]*[a-z0-9_])(?:@([a-z0-9.-]+))?",
    links_shield_mentions=True,
    allowed_mentions=False,
    quotes=False,
    keys=Keys.IGNORED,
    dates=Dates.DELAYED,
    near_future_is_refused=False,
    ids=Ids.NUMBER,
    millisecond_dates=False,
    deleted_status_answered=False,
    tells_application=False,
    media=100,
    image_bytes=100 * MIB,
    video_bytes=100 * MIB,
    ready=Ready.AT_ONCE,
    unknown_media_is_refused=False,
    media_again=True,
    video_alone=False,
    attached_media_is_hidden=False,
    media_ids_kept=False,
    sweep=Sweep.NEVER,
)

DIALECTS: MappingProxyType[str, FakeDialect] = MappingProxyType(
    {
        "mastodon-3.5": MASTODON_3_5,
        "mastodon-4.2": MASTODON_4_2,
        "mastodon-4.5": MASTODON_4_5,
        "mastodon-4.6": MASTODON_4_6,
        "gotosocial-0.20": GOTOSOCIAL_0_20,
        "pleroma-2.7": PLEROMA_2_7,
        "akkoma-3.16": AKKOMA_3_16,
        "snac-2.75": SNAC_2_75,
        "snac-2.94": SNAC_2_94,
        "friendica-2024": FRIENDICA_2024,
    }
)
