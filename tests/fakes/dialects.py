"""What each server does with a request, as data. Every value was read in the server's own source:

mastodon    github.com/mastodon/mastodon at v3.5.0, v4.2.0, v4.3.23, v4.4.22, v4.5.15, v4.6.5
glitch-soc  github.com/glitch-soc/mastodon at 4.7.0-alpha.2
takahe      github.com/jointakahe/takahe at 0.11.0
gotosocial  codeberg.org/superseriousbusiness/gotosocial at v0.20.0
pleroma     git.pleroma.social/pleroma/pleroma at v2.7.0
akkoma      akkoma.dev/AkkomaGang/akkoma at v3.16.0
snac        codeberg.org/grunfink/snac2 at 2.94
friendica   github.com/friendica/friendica at 2024.09

The comment beside a field names the file that it comes from, for the first server that has it.
"""

from types import MappingProxyType

from tests.fakes.dialect import FakeDialect
from tests.fakes.mastodons import (
    GLITCH_4_7,
    MASTODON_3_5,
    MASTODON_4_2,
    MASTODON_4_3,
    MASTODON_4_4,
    MASTODON_4_5,
    MASTODON_4_6,
)
from tests.fakes.others import AKKOMA_3_16, GOTOSOCIAL_0_20, PLEROMA_2_7
from tests.fakes.small import FRIENDICA_2024, SNAC_2_75, SNAC_2_94, TAKAHE_0_11

DIALECTS: MappingProxyType[str, FakeDialect] = MappingProxyType(
    {
        "mastodon-3.5": MASTODON_3_5,
        "mastodon-4.2": MASTODON_4_2,
        "mastodon-4.3": MASTODON_4_3,
        "mastodon-4.4": MASTODON_4_4,
        "mastodon-4.5": MASTODON_4_5,
        "mastodon-4.6": MASTODON_4_6,
        "glitch-4.7": GLITCH_4_7,
        "gotosocial-0.20": GOTOSOCIAL_0_20,
        "pleroma-2.7": PLEROMA_2_7,
        "akkoma-3.16": AKKOMA_3_16,
        "snac-2.75": SNAC_2_75,
        "snac-2.94": SNAC_2_94,
        "friendica-2024": FRIENDICA_2024,
        "takahe-0.11": TAKAHE_0_11,
    }
)
