"""The servers that are no Mastodon: rows of the table in `dialects.py`."""

from dataclasses import replace

from tests.fakes.dialect import MIB, Dates, FakeDialect, Ids, Keys, Ready, Sweep
from tests.fakes.limits import GOTOSOCIAL_LIMITS, PLEROMA_LIMITS
from tests.fakes.wording import FRIENDICA_SAYS, GOTOSOCIAL_SAYS, PLEROMA_SAYS, SNAC_SAYS, TAKAHE_SAYS

# What the servers below have in common: nothing of Rails, no markup but links, files free at once.
_OTHER = FakeDialect(
    recording="",
    api_version=None,
    lists_oauth_metadata=False,
    pkce=False,
    loopback_any_port=False,  # gotosocial internal/oauth/handlers/handlers.go
    rails=False,
    deprecates_v1=False,
    open_to_all=False,
    markup=False,
    shows_quotes=False,
    quotes=False,
    async_refresh=False,
    deletes_media=False,
    frees_media_after=0.0,
)

GOTOSOCIAL_0_20 = replace(
    _OTHER,
    software="gotosocial",
    version="0.20.0+git-57cb4fe",
    says_version="0.20.0+git-57cb4fe",
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
    boosts_once=False,
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

PLEROMA_2_7 = replace(
    _OTHER,
    software="pleroma",
    version="2.7.0",
    says_version="2.7.2 (compatible; Pleroma 2.7.0)",  # lib/pleroma/web/mastodon_api/views/instance_view.ex
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

SNAC_2_94 = replace(
    _OTHER,
    software="snac",
    tells_application=False,
    version="2.94",
    says_version="4.0.0 (not true; really snac/2.94)",  # mastoapi.c /v1/instance
    instance_v2=False,
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
    blank_is_refused=False,
    lost_parent_is_refused=False,
    keys=Keys.IGNORED,
    dates=Dates.VERBATIM,
    ids=Ids.CTIME_MD5,
    millisecond_dates=False,
    text_in_status=True,
    status_language="en",
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

FRIENDICA_2024 = replace(
    _OTHER,
    software="friendica",
    tells_application=False,
    version="2024.09-1560",
    says_version="2.8.0 (compatible; Friendica 2024.09-1560)",  # src/Module/Api/Mastodon/Instance.php
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
    keys=Keys.IGNORED,
    dates=Dates.DELAYED,
    near_future_is_refused=False,
    ids=Ids.NUMBER,
    millisecond_dates=False,
    deleted_status_answered=False,
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

TAKAHE_0_11 = replace(
    _OTHER,
    recording="takahe-0.11.0",
    software="takahe",
    json_type="application/json",
    version="0.11.0",
    says_version="takahe/0.11.0",
    verify_scope="read",  # api/views/accounts.py, and api/models/token.py has_scope knows no narrower one
    says=TAKAHE_SAYS,
    limits=(),
    limit_headers=False,
    says_matrix=(4_000_000, 4_000_000),
    says_alt_length=False,
    characters=500,  # core/models/config.py post_length
    counts_warning=False,
    link_length=None,
    code_points=True,  # api/views/statuses.py: len()
    strips_text=False,
    lone_warning_is_text=False,
    language_fallback=None,
    mention=r"(?<![\w/-])@([\w.-]*\w)(?:@([\w.-]+\w))?",  # core/html.py
    allowed_mentions=False,
    lost_parent_is_refused=False,  # api/views/statuses.py: Post.DoesNotExist is passed over
    keys=Keys.IGNORED,
    dates=Dates.IGNORED,
    text_in_status=True,
    text_is_html=True,  # activities/models/post.py to_mastodon_json
    status_language="",
    status_path="/@{account}/posts/{id}/",
    lists_only=1_000_000,  # activities/services/timeline.py: what everybody can see
    image_bytes=10 * MIB,
    video_bytes=10 * MIB,
    ready=Ready.AT_ONCE,
    media_again=True,
    video_alone=False,
    attached_media_is_hidden=False,
    sweep=Sweep.NEVER,
    optimistic_follows=False,
)
