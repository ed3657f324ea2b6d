"""What can differ between servers: the fields of a dialect, and the few ways that each has.

The defaults are Mastodon 4.5's. The comment beside a field names the file where the
behaviour was read (see `dialects.py` for which source of which server); what a fake with
a recording then answers is held against that by `test_contract.py`.
"""

from dataclasses import dataclass, field
from enum import Enum

from tests.fakes.limits import MASTODON_4_3_LIMITS, Limit
from tests.fakes.wording import MASTODON_SAYS, Says

MIB = 1024 * 1024


class Keys(Enum):
    """What a server does with an Idempotency-Key."""

    IGNORED = "ignored"
    STATUS_FOR_AN_HOUR = "status for an hour"  # mastodon app/services/post_status_service.rb
    ANY_ANSWER_FOR_SIX_HOURS = "any answer"  # pleroma lib/pleroma/web/plugs/idempotency_plug.ex


class Dates(Enum):
    """What `scheduled_at` does when it lies in the past."""

    POSTED_NOW = "now"  # mastodon post_status_service.rb#scheduled_in_the_past?
    IGNORED = "ignored"  # takahe api/views/statuses.py
    BACKDATED = "backdated"  # gotosocial internal/processing/status/create.go
    VERBATIM = "verbatim"  # snac mastoapi.c, data.c scheduled_process
    DELAYED = "delayed"  # friendica src/Module/Api/Mastodon/Statuses.php, Post\Delayed: dated now


class Ids(Enum):
    """How a server makes the ids of statuses; all of them sort as they are listed."""

    SNOWFLAKE = "snowflake"  # mastodon lib/mastodon/snowflake.rb
    ULID = "ulid"  # gotosocial internal/id/ulid.go: of the status's date, the rest random
    FLAKE = "flake"  # pleroma: FlakeId
    CTIME_MD5 = "ctime"  # snac mastoapi.c mastoapi_id
    NUMBER = "number"  # friendica: uri-id


class Relationships(Enum):
    """Of which of the ids that it is asked about a server says how they stand."""

    KNOWN = "known"  # sorted, once each
    AS_ASKED = "as asked"  # gotosocial: in that order, and of ids that nobody has too
    FIRST = "first"  # snac mastoapi.c: of the first alone
    ALL_OR_NONE = "all or none"  # takahe: 404 where nobody has one of them


class Ready(Enum):
    """When an upload is ready to be attached."""

    AT_ONCE = "200"
    VIDEO_LATER = "202 for video"  # mastodon >= 4.0 app/models/media_attachment.rb#delay_processing?
    ALL_LATER = "202 for all"  # mastodon 3.x
    SAID_LATER = "202, though it is ready"  # pleroma .../media_controller.ex create2


class Sweep(Enum):
    """When files that no status has taken are thrown away."""

    NEVER = "never"
    A_DAY_OLD_AT_NIGHT = "day"  # mastodon lib/vacuum/media_attachments_vacuum.rb, config/sidekiq.yml
    ALL_AT_MIDNIGHT = "midnight"  # gotosocial internal/cleaner/media.go pruneUnused


@dataclass(frozen=True, kw_only=True)
class FakeDialect:
    """One server. The defaults are Mastodon 4.5's."""

    recording: str = "mastodon-4.5.15"  # of tests/recordings; "" where there is none
    software: str = "mastodon"
    version: str = "4.5.15"  # of NodeInfo
    says_version: str = "4.5.15"  # of /api/v*/instance
    api_version: int | None = 7  # lib/mastodon/version.rb, since 4.3
    deprecates_v1: bool = True  # mastodon >= 4.4: the header Deprecation on /api/v1/instance
    says_more_of_statuses: dict[str, object] = field(default_factory=dict, repr=False)
    instance_v2: bool = True  # config/routes/api.rb
    lists_oauth_metadata: bool = True  # mastodon >= 4.3 app/controllers/well_known/
    pkce: bool = True  # mastodon >= 4.3 config/initializers/doorkeeper.rb; gotosocial drops it
    loopback_any_port: bool = True  # doorkeeper lib/doorkeeper/oauth/helpers/uri_checker.rb
    says: Says = field(default_factory=lambda: MASTODON_SAYS, repr=False)
    limits: tuple[Limit, ...] = MASTODON_4_3_LIMITS
    limit_headers: bool = True  # app/controllers/concerns/api/rate_limit_headers.rb
    json_type: str = "application/json; charset=utf-8"
    rails: bool = True  # Cache-Control and WWW-Authenticate; a 500 for what no code expects; its own 404
    names_missing_scope: bool = False  # mastodon >= 4.6: WWW-Authenticate beside a 403 for a scope
    open_to_all: bool = True  # public posts and accounts can be read without a token
    verify_scope: str = "read:accounts"  # of verify_credentials
    moved_is_disabled: bool = True  # app/models/user.rb#functional?; not on glitch-soc

    # what /instance says beside the limits below; () for the usual types
    says_types: tuple[str, ...] = ()
    says_matrix: tuple[int, int] | None = (33_177_600, 8_294_400)  # pixels of an image, of a video
    says_alt_length: bool = True  # mastodon >= 4.4 app/serializers/rest/instance_serializer.rb
    says_link_length: int | None = 23

    characters: int = 500  # app/models/status.rb, app/validators/status_length_validator.rb
    counts_warning: bool = True  # takahe api/views/statuses.py looks at the text alone
    link_length: int | None = 23  # the same; None: links count in full
    code_points: bool = False  # gotosocial processing/status/common.go counts runes, others graphemes
    strips_text: bool = True  # app/models/status.rb#prepare_contents
    lone_warning_is_text: bool = True  # post_status_service.rb#preprocess_attributes!
    # glitch-soc: the text of a lone warning, without and with a file; app/services/post_status_service.rb
    stands_in: tuple[str, str] | None = None
    # app/models/account.rb MENTION_RE, since 4.3
    mention: str = (
        r"(?<![=/[:word:]])@([a-z0-9_]+(?:[.-]+[a-z0-9_]+)*)(?:@([[:word:]]+(?:[.-]+[[:word:]]+)*))?"
    )
    links_shield_mentions: bool = False  # nothing inside an http(s) link is a mention
    language_fallback: str | None = "en"  # app/helpers/languages_helper.rb#valid_locale_cascade
    checks_language: bool = False  # gotosocial: 400 for what is no BCP47 tag
    markup: bool = True  # links, hashtags and mentions as Mastodon's HTML has them
    paragraphs: bool = True  # snac has lines alone
    link_rel: str = "nofollow noopener"
    hashtag: str = (
        r"(?<![=/)\p{Alnum}])[#＃]"  # app/models/tag.rb HASHTAG_RE: the sign, and what stands before it
    )
    allowed_mentions: bool = True  # mastodon >= 4.2 post_status_service.rb#safeguard_mentions!
    quotes: bool = True  # mastodon >= 4.5
    shows_quotes: bool = True  # mastodon >= 4.4: `quote` in a status
    poll_options: int = 4  # app/validators/poll_options_validator.rb
    poll_option_length: int = 50
    polls_beside_media: bool = False  # mastodon >= 4.6 post_status_service.rb#validate_media!
    blank_is_refused: bool = True
    blanks_are_text: bool = False  # gotosocial: so is a lone warning
    only_warning_is_sensitive: bool = False  # snac activitypub.c msg_note: `sensitive` is not read
    warning_is_sensitive: bool = True  # post_status_service.rb#preprocess_attributes!
    default_visibility: str = "public"  # of a new account; app/models/user.rb
    default_language: str | None = None  # of a new account, where that is what a status gets
    boosts_like_original: bool = False  # gotosocial: with the visibility of what is boosted
    boost_is_original: bool = False  # takahe, snac: a boost is answered with what was boosted, by its id
    lists_boosts: bool = True  # among an account's statuses
    boosts_once: bool = True  # gotosocial internal/processing/status/boost.go looks for none that is there
    unseen_parent_is_refused: bool = True  # app/controllers/api/v1/statuses_controller.rb#set_thread
    lost_parent_is_refused: bool = True  # snac posts a reply to nothing as a post of its own

    keys: Keys = Keys.STATUS_FOR_AN_HOUR
    locks_keys: bool = False  # mastodon >= 4.6: 500 while the first request runs
    # mastodon 4.6.0-4.6.6 and 4.7.0: 500 on a replayed key (github.com/mastodon/mastodon/issues/40399)
    replay_breaks: bool = False
    dates: Dates = Dates.POSTED_NOW
    near_future_is_refused: bool = True  # pleroma posts at once what lies less than 5 minutes ahead
    ids: Ids = Ids.SNOWFLAKE
    millisecond_dates: bool = True  # pleroma and friendica cut them to .000, so does snac
    source: bool = True  # GET /statuses/:id/source; mastodon >= 3.5
    # app/serializers/rest/status_serializer.rb, recorded in statuses:plain; snac 2.75 says nothing
    tells_application: bool = True
    # a backslash before a sign and a character's name in HTML are the sign: gotosocial internal/text/plain.go
    shows_escapes: bool = True
    own_source_only: bool = False  # gotosocial internal/processing/status/get.go SourceGet
    text_in_status: bool = False  # snac mastoapi.c mastoapi_status
    edits_keep_language: bool = True  # where none is given; gotosocial takes the account's
    two_visibilities: bool = False  # snac before 2.84 shows public or private, mastoapi.c mastoapi_status
    empty_text_in_status: bool = True  # gotosocial leaves an empty one out
    text_is_html: bool = False  # takahe activities/models/post.py to_mastodon_json
    deletes: bool = True  # snac before 2.84 knows no DELETE of a status, and says 404
    deleted_status_answered: bool = True  # friendica answers []
    status_language: str = "its own"  # snac says "en" of all, takahe nothing
    status_path: str = "/@{account}/{id}"  # snac: {moment}, which no two statuses share
    heeds_limit: bool = True  # snac 2.75 lists all that it lists, whatever `limit` says
    page: int = 40  # app/controllers/api/v1/accounts/statuses_controller.rb; the largest `limit`
    page_cursors: frozenset[str] = frozenset({"max_id", "since_id", "min_id"})
    page_links: bool = True  # a Link header
    async_refresh: bool = True  # mastodon >= 4.4: the header of a home timeline that is being built
    lists_only: int | None = None  # snac mastoapi.c: of the newest 256, the public and unlisted ones

    locks_new_accounts: bool = False  # gotosocial internal/db/bundb/admin.go NewSignup
    # gotosocial internal/db/bundb/relationship.go: a request has no wishes, and a follow no languages
    shows_wishes: bool = True
    relationships: Relationships = Relationships.KNOWN
    relationship_lacks: frozenset[str] = frozenset()
    refuses_the_blocked: bool = True  # snac, takahe: who is blocked may ask to follow
    unfollows_twice: bool = True  # snac: 404 where nobody is followed
    # says "following" before the other server was asked: app/controllers/api/v1/accounts_controller.rb
    optimistic_follows: bool = True
    tells_followed: bool = True  # snac: GET following is []
    mutes: bool = True  # snac 2.75 knows no mute
    people_import: str = ""  # the path of the endpoint, where there is one

    list_policy: str = "list"  # of a new list; gotosocial shows replies to followed people
    mutes_notifications: bool = True  # unless told otherwise; app/controllers/api/v1/accounts_controller.rb
    list_title_length: int = 256  # app/models/list.rb

    media: int = 4
    image_bytes: int = 16 * MIB  # app/models/media_attachment.rb
    video_bytes: int = 99 * MIB
    alt_length: int = 1500
    ready: Ready = Ready.VIDEO_LATER
    checks_files: bool = True  # snac and pleroma take any bytes
    reads_types: frozenset[str] = frozenset()  # of files; empty for all that it recognises
    gifs_become_videos: bool = True  # app/models/media_attachment.rb; the others keep them pictures
    shows_media: bool = True  # snac 2.75 mastoapi.c knows no GET of a file
    words_crash: bool = False  # glitch-soc: 500 for a text that is called a picture
    unknown_media_is_refused: bool = True  # mastodon >= 4.3; before, the status goes out without it
    media_again: bool = False  # pleroma, snac: an attached file can be attached again
    video_alone: bool = True  # post_status_service.rb#validate_media!
    attached_media_is_hidden: bool = True  # app/controllers/api/v1/media_controller.rb: where(status_id: nil)
    media_ids_kept: bool = True  # snac and friendica give another id once a file is attached
    files_are_pictures: bool = False  # snac 2.75 mastoapi.c calls each of them an image
    describes_all_files: bool = False  # snac: with "", where nothing was said
    media_ids_of_names: bool = False  # snac 2.75 mastoapi.c: two files of one name are one file
    deletes_media: bool = True  # mastodon >= 4.4: DELETE /api/v1/media/:id, ?delete_media=true
    frees_media_after: float = 1.0  # seconds after a DELETE of their status; app/workers/removal_worker.rb
    sweep: Sweep = Sweep.A_DAY_OLD_AT_NIGHT
