"""GoToSocial, Pleroma and Akkoma: rows of the table in `dialects.py`, and what no Mastodon shares."""

from dataclasses import replace

from tests.fakes.dialect import MIB, Dates, FakeDialect, Ids, Keys, Ready, Relationships, Sweep
from tests.fakes.limits import GOTOSOCIAL_LIMITS, PLEROMA_LIMITS
from tests.fakes.others_say import GOTOSOCIAL_SAYS, PLEROMA_SAYS

# What the servers below have in common: nothing of Rails, no markup but links, files free at once.
OTHER = FakeDialect(
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
    unseen_parent_is_refused=False,
)

# gotosocial internal/media/processingmedia.go: what its ffmpeg is built with; no HEIC, no WAV
_FFMPEG_READS = frozenset(
    {
        *("image/jpeg", "image/png", "image/gif", "image/webp", "image/avif"),
        *("video/mp4", "video/quicktime", "video/webm", "audio/mpeg", "audio/ogg", "audio/mp4"),
    }
)
GOTOSOCIAL_0_20 = replace(
    OTHER,
    recording="gotosocial-0.20.0",
    shows_escapes=False,  # tried on 0.20.0
    json_type="application/json",
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
    blanks_are_text=True,
    list_title_length=200,
    list_policy="followed",
    mutes_notifications=False,
    own_source_only=True,
    link_rel="nofollow noreferrer noopener",
    boosts_like_original=True,
    locks_new_accounts=True,
    shows_wishes=False,
    relationship_lacks=frozenset({"languages"}),
    relationships=Relationships.AS_ASKED,
    empty_text_in_status=False,
    warning_is_sensitive=False,
    default_visibility="unlisted",
    default_language="en",
    edits_keep_language=False,
    text_in_status=True,
    status_path="/@{account}/statuses/{id}",
    unseen_parent_is_refused=True,
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
    alt_length=1500,  # internal/config/defaults.go media-description-max-chars
    ready=Ready.AT_ONCE,
    reads_types=_FFMPEG_READS,
    gifs_become_videos=False,
    video_alone=False,
    attached_media_is_hidden=False,
    sweep=Sweep.ALL_AT_MIDNIGHT,
    optimistic_follows=False,  # internal/processing/account/follow.go: requested until the other has accepted
    people_import="/api/v1/import",
)

PLEROMA_2_7 = replace(
    OTHER,
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
