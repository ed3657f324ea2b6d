"""snac, Friendica and Takahē: rows of the table in `dialects.py`."""

from dataclasses import replace

from tests.fakes.dialect import MIB, Dates, Ids, Keys, Ready, Relationships, Sweep
from tests.fakes.others import OTHER
from tests.fakes.others_say import FRIENDICA_SAYS, SNAC_SAYS, TAKAHE_SAYS

SNAC_2_94 = replace(
    OTHER,
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
    recording="snac-2.75",
    version="2.75",  # as in Debian 13
    mention=r"@([A-Za-z0-9_]+)(?:@([A-Za-z0-9.-]+))?",
    heeds_limit=False,
    shows_media=False,
    mutes=False,
    says_version="4.0.0 (not true; really snac/2.75)",
    page_cursors=frozenset(),  # mastoapi.c before 2.84
    json_type="application/json",
    two_visibilities=True,
    only_warning_is_sensitive=True,
    status_path="/{account}/p/{moment}",
    media_ids_of_names=True,
    paragraphs=False,
    files_are_pictures=True,
    describes_all_files=True,
    relationship_lacks=frozenset({"languages", "blocked_by"}),
    gifs_become_videos=False,
    boost_is_original=True,
    lists_boosts=False,
    tells_followed=False,
    relationships=Relationships.FIRST,
    refuses_the_blocked=False,
    unfollows_twice=False,
    deletes=False,
)

FRIENDICA_2024 = replace(
    OTHER,
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
    OTHER,
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
    mention=r"(?<![\w/&-])@([\w-]+)(?:@([\w.-]+\w))?",  # core/html.py
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
    reads_types=frozenset({"image/jpeg", "image/png", "image/gif", "image/webp"}),  # core/files.py: Pillow
    gifs_become_videos=False,
    boost_is_original=True,
    lists_boosts=False,
    relationships=Relationships.ALL_OR_NONE,
    relationship_lacks=frozenset({"languages"}),
    refuses_the_blocked=False,
    media_again=True,
    video_alone=False,
    attached_media_is_hidden=False,
    sweep=Sweep.NEVER,
    optimistic_follows=False,
)
