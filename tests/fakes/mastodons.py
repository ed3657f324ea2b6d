"""The Mastodons, and glitch-soc: each row of the table says what one does unlike another."""

from dataclasses import replace

from tests.fakes.dialect import MIB, FakeDialect, Ready
from tests.fakes.limits import MASTODON_3_LIMITS, MASTODON_4_2_LIMITS
from tests.fakes.wording import MASTODON_4_3_SAYS, MASTODON_4_6_SAYS

MASTODON_4_5 = FakeDialect()

MASTODON_4_6 = replace(
    MASTODON_4_5,
    recording="mastodon-4.6.5",
    version="4.6.5",
    says_version="4.6.5",
    says=MASTODON_4_6_SAYS,
    names_missing_scope=True,
    api_version=11,
    locks_keys=True,
    replay_breaks=True,
    hashtag=r"(?<=^|\s)[#＃]",
    polls_beside_media=True,
    alt_length=10_000,
)

GLITCH_4_7 = replace(
    MASTODON_4_6,
    recording="glitch-soc-4.7.0-alpha.2",
    version="4.7.0-alpha.2+glitch",
    says_version="4.7.0-alpha.2+glitch",
    moved_is_disabled=False,
    words_crash=True,
    stands_in=(".", "🖼"),
    says_more_of_statuses={"supported_mime_types": ["text/plain", "text/markdown", "text/html"]},
    poll_options=5,
    poll_option_length=100,
)

MASTODON_4_4 = replace(
    MASTODON_4_5,
    recording="mastodon-4.4.22",
    version="4.4.22",
    says_version="4.4.22",
    api_version=6,
    hashtag=r"(?<![=/)\p{Alnum}])#",
    quotes=False,
)

MASTODON_4_3 = replace(
    MASTODON_4_4,
    recording="mastodon-4.3.23",
    version="4.3.23",
    says_version="4.3.23",
    says=MASTODON_4_3_SAYS,
    deprecates_v1=False,
    api_version=2,
    shows_quotes=False,
    says_alt_length=False,
    async_refresh=False,
    deletes_media=False,
)

MASTODON_4_2 = replace(
    MASTODON_4_3,
    recording="",
    version="4.2.0",
    says_version="4.2.0",
    api_version=None,
    lists_oauth_metadata=False,
    pkce=False,
    limits=MASTODON_4_2_LIMITS,
    # app/models/account.rb at v4.2.0: unlike later, "=" may stand before
    mention=r"(?:(?<=[^/[:word:]])|^)@([a-z0-9_]+(?:[a-z0-9_.-]+[a-z0-9_]+)?)(?:@([[:word:].-]+[[:word:]]+))?",
    unknown_media_is_refused=False,
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
