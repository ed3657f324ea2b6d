"""The table of dialects, by name and version: what each server is believed to be and to be able to do."""

from typing import Any

import msgspec
import pytest

from migrate.mastodon import Dialect, Quota
from migrate.mastodon.dialect import PeopleImport, read_version
from migrate.mastodon.families import FAMILIES, OTHERS, read_dialect, software_of
from migrate.mastodon.wire import Instance
from migrate.model import CountRule, Limits, MentionRule
from migrate.web.nodeinfo import Software
from tests.fakes.dialect import FakeDialect
from tests.fakes.dialects import DIALECTS

MIB = 1024 * 1024
COLUMNS = (
    "remembers_keys",
    "locks_keys",
    "caches_errors",
    "backdates",
    "ids_are_dates",
    "lists_private",
    "has_source",
    "edits",
    "not_found_is_gone",
    "drops_silently",
    "boosts_are_free",
    "checks_mentions",
)
CSV, LINES = PeopleImport.CSV_FILE, PeopleImport.ADDRESSES
TABLE = {
    # name, version: what is so; people's import; requests that are limited; limits
    ("mastodon", "3.4.10"): ("keys lists gone free", None, 6, (10, 40)),
    ("mastodon", "3.5.0"): ("keys lists gone free source edits", None, 6, (10, 40)),
    ("mastodon", "4.1.99"): ("keys lists gone free source edits", None, 6, (10, 40)),
    ("mastodon", "4.2.0"): ("keys lists gone free source edits mentions", None, 6, (16, 99)),
    ("mastodon", "4.3.9"): ("keys lists gone free source edits mentions", None, 6, (16, 99)),
    ("mastodon", "4.4.0"): ("keys lists gone free source edits mentions drops", None, 6, (16, 99)),
    ("mastodon", "4.5.15"): ("keys lists gone free source edits mentions drops quotes", None, 6, (16, 99)),
    ("mastodon", "4.6.0-beta.1"): (
        "keys lists gone free source edits mentions drops quotes locks",
        None,
        6,
        (16, 99),
    ),
    ("hometown", "4.2.0"): ("keys lists gone free source edits mentions", None, 6, (16, 99)),
    ("glitch", "4.5.0+glitch"): (
        "keys lists gone free source edits mentions drops quotes",
        None,
        6,
        (16, 99),
    ),
    ("glitchcafe", "4.6.1"): (
        "keys lists gone free source edits mentions drops quotes locks",
        None,
        6,
        (16, 99),
    ),
    ("gotosocial", "0.16.0"): ("ulids lists gone source", None, 1, (40, 40)),
    ("gotosocial", "0.17.3"): ("ulids lists gone source", CSV, 1, (40, 40)),
    ("gotosocial", "0.18.0"): ("ulids lists gone source edits backdates", CSV, 1, (40, 40)),
    ("gotosocial", "0.20.0+git-57cb4fe"): ("ulids lists gone source edits backdates", CSV, 1, (40, 40)),
    ("pleroma", "2.4.5"): ("keys errors gone source", LINES, 4, (16, 16)),
    ("pleroma", "2.5.0"): ("keys errors gone source edits", LINES, 4, (16, 16)),
    ("akkoma", "3.1.0"): ("keys errors gone source", LINES, 4, (16, 16)),
    ("akkoma", "3.2.0"): ("keys errors gone source edits", LINES, 4, (16, 16)),
    ("snac", "2.75"): ("", None, 3, (16, 99)),
    ("snac", "2.84"): ("gone", None, 3, (16, 99)),
    ("snac", "2.94"): ("gone", None, 3, (16, 99)),
    ("friendica", "2024.09"): ("", None, 3, (16, 99)),
    ("takahe", "0.11.0"): ("", None, 3, (16, 99)),
    ("something-new", "9.0"): ("", None, 3, (16, 99)),
}
WORDS = {
    "keys": "remembers_keys",
    "locks": "locks_keys",
    "errors": "caches_errors",
    "backdates": "backdates",
    "ulids": "ids_are_dates",
    "lists": "lists_private",
    "source": "has_source",
    "edits": "edits",
    "gone": "not_found_is_gone",
    "drops": "drops_silently",
    "free": "boosts_are_free",
    "mentions": "checks_mentions",
}


def dialect(name: str, version: str, **instance: Any) -> Dialect:
    """What is read of a server that says no more than that."""
    return read_dialect(Software(name, version), msgspec.convert(instance, Instance))


@pytest.mark.parametrize(("server", "row"), TABLE.items(), ids=map(" ".join, TABLE))
def test_a_server_is_what_the_table_says(
    server: tuple[str, str], row: tuple[str, PeopleImport | None, int, tuple[int, int]]
) -> None:
    """Each property, on both sides of the version that brought it."""
    words, people_import, budgets, (image, video) = row
    read = dialect(*server)

    assert {name for name in COLUMNS if getattr(read, name)} == {
        WORDS[word] for word in words.split() if word != "quotes"
    }
    assert read.limits.quotes == ("quotes" in words.split())
    assert read.limits.backdates == read.backdates
    assert read.imports_people is people_import
    assert len(read.budgets) == budgets
    assert (read.limits.image_bytes, read.limits.video_bytes) == (image * MIB, video * MIB)


@pytest.mark.parametrize("row", [*FAMILIES, OTHERS], ids=lambda row: row.names[0] if row.names else "others")
def test_a_row_is_sound(row: Any) -> None:
    """Its changes are in order, and name fields that there are."""
    assert [change.version for change in row.changes] == sorted(change.version for change in row.changes)
    for change in row.changes:
        assert change.dialect.keys() <= set(Dialect.__struct_fields__)
        assert change.limits.keys() <= set(Limits.__struct_fields__)


def test_no_name_is_in_two_rows() -> None:
    """A server has one dialect."""
    names = [name for row in FAMILIES for name in row.names]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", ["mastodon", "Mastodon", "GoToSocial"])
def test_a_name_is_read_in_any_case(name: str) -> None:
    """As some servers write it."""
    assert dialect(name, "4.5.0").name == name.lower()


def test_a_server_that_names_no_version_in_nodeinfo_does_so_itself() -> None:
    """In its instance document."""
    read = read_dialect(Software("mastodon"), Instance(version="4.6.2"))

    assert (read.name, read.version, read.locks_keys) == ("mastodon", (4, 6, 2), True)


@pytest.mark.parametrize("fake", DIALECTS.values(), ids=DIALECTS)
def test_a_server_is_known_by_its_other_words(fake: FakeDialect) -> None:
    """The version, or the address of the source: what servers say who give no NodeInfo."""
    source = f"https://code.example/{fake.software}" if fake.instance_v2 else ""
    known = software_of(Instance(version=fake.says_version, source_url=source), {"server": "nginx"})

    if fake.says_version == "3.5.0":
        assert known is None  # it had no source_url yet: its `Server` header alone says so
    else:
        assert known == Software(fake.software, fake.version)


@pytest.mark.parametrize(
    ("instance", "headers", "name"),
    [
        ({"version": "4.5.15", "source_url": "https://github.com/mastodon/mastodon"}, {}, "mastodon"),
        (
            {"version": "4.7.0+glitch", "source_url": "https://x.example/glitch-soc/mastodon/"},
            {},
            "mastodon",
        ),
        (
            {"version": "4.2.10+hometown", "source_url": "https://x.example/Hometown.git"},
            {},
            "hometown",
        ),
        ({"version": "0.20.0+git-57cb4fe"}, {"server": "gotosocial"}, "gotosocial"),
        ({"version": "2.90", "source_url": "https://codeberg.org/grunfink/snac2"}, {}, "snac"),
        ({"version": "3.5.19"}, {"server": "Mastodon"}, "mastodon"),
        ({"version": "4.3.1+ours", "api_versions": {"mastodon": 2}}, {"server": "nginx"}, "mastodon"),
        (
            {"version": "4.2.1 (compatible; Iceshrimp 1)", "api_versions": {"mastodon": 2}},
            {},
            "iceshrimp",
        ),
        ({"version": "4.5.15", "source_url": "https://x.example/acme"}, {"server": "nginx"}, None),
        ({"version": "0.20.0", "api_versions": {"mastodon": 2}}, {}, None),
        ({"version": ""}, {}, None),
    ],
)
def test_who_is_not_known_is_taken_for_nobody(
    instance: dict[str, Any], headers: dict[str, str], name: str | None
) -> None:
    """Least of all for Mastodon: what that gets has no date of its own."""
    known = software_of(msgspec.convert(instance, Instance), headers)

    assert (known and known.name) == name


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("4.5.15", (4, 5, 15)),
        ("v4.6.0-beta.1+glitch", (4, 6, 0)),
        ("0.20.0 git-57cb4fe", (0, 20, 0)),
        ("2.7.2 (compatible; Pleroma 2.7.0)", (2, 7, 2)),
        ("2.94", (2, 94, 0)),
        ("2024.09", (2024, 9, 0)),
        ("", (0, 0, 0)),
        ("nightly", (0, 0, 0)),
    ],
)
def test_versions_are_read_as_servers_write_them(text: str, version: tuple[int, int, int]) -> None:
    """The first numbers; none is the oldest there is."""
    assert read_version(text) == version


def test_what_a_server_says_of_its_limits_goes_over_the_table() -> None:
    """Both forms of the instance document."""
    limits = dialect(
        "mastodon",
        "4.5.0",
        configuration={
            "statuses": {
                "max_characters": 5000,
                "max_media_attachments": 99,
                "characters_reserved_per_url": 30,
            },
            "media_attachments": {
                "supported_mime_types": ["image/png"],
                "image_size_limit": 10_001,
                "image_matrix_limit": 10_002,
                "video_size_limit": 10_003,
                "video_matrix_limit": 10_004,
                "description_limit": 55,
            },
        },
    ).limits

    assert (limits.characters, limits.media, limits.link_length) == (5000, 16, 30)
    assert (limits.image_bytes, limits.image_pixels) == (10_001, 10_002)
    assert (limits.video_bytes, limits.video_pixels) == (10_003, 10_004)
    assert (limits.alt_length, limits.mime_types) == (55, {"image/png"})
    assert dialect("pleroma", "2.7.0", max_toot_chars=777).limits.characters == 777


@pytest.mark.parametrize(
    ("said", "characters"),
    [
        (-5, 500),
        (0, 500),
        (1, 500),
        ("many", 500),
        ([], 500),
        (None, 500),
        (True, 500),
        (100, 100),
        (10**9, 10**6),
        (10**400, 10**6),
    ],
)
def test_a_limit_is_believed_within_reason(said: object, characters: int) -> None:
    """What no server can mean is not known: the usual limit holds. What is more than any text is no limit."""
    limits = dialect("mastodon", "4.5.0", configuration={"statuses": {"max_characters": said}}).limits

    assert limits.characters == characters


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("image_size_limit", "image_bytes"),
        ("image_matrix_limit", "image_pixels"),
        ("video_size_limit", "video_bytes"),
        ("description_limit", "alt_length"),
    ],
)
@pytest.mark.parametrize("said", [-1, 0, 1, "none", {}])
def test_so_are_those_of_files(name: str, field: str, said: object) -> None:
    """No picture is left out, and no description cut off, for a fault of the server's."""
    configuration = {"media_attachments": {name: said}}
    usual = dialect("mastodon", "4.5.0").limits

    assert getattr(dialect("mastodon", "4.5.0", configuration=configuration).limits, field) == getattr(
        usual, field
    )


@pytest.mark.parametrize("name", ["gotosocial", "pleroma", "snac", "friendica"])
def test_where_links_count_in_full_they_go_on_doing_so(name: str) -> None:
    """Some say a length all the same (gotosocial internal/typeutils/internaltofrontend.go)."""
    said = {"statuses": {"characters_reserved_per_url": 25}}
    limits = dialect(name, "0.20.0", configuration=said).limits

    assert (limits.link_length, limits.short_mentions) == (None, False)


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("mastodon", MentionRule.MASTODON),
        ("glitch", MentionRule.MASTODON),
        ("gotosocial", MentionRule.BOUNDARY),
        ("pleroma", MentionRule.ANYWHERE),
        ("akkoma", MentionRule.ANYWHERE),
        ("snac", MentionRule.ANYWHERE),
        ("friendica", MentionRule.ANYWHERE),
    ],
)
def test_what_is_read_in_a_text(name: str, rule: MentionRule) -> None:
    """Of an unknown server the worst is believed; only Mastodon makes a warning the text."""
    limits = dialect(name, "4.5.0").limits

    assert limits.mentions is rule
    assert limits.lone_warning_is_text == (rule is MentionRule.MASTODON)


def test_gotosocial_counts_code_points_and_sweeps_early() -> None:
    """internal/cleaner/media.go: at midnight, so that an upload can't wait."""
    read = dialect("gotosocial", "0.20.0")

    assert read.limits.count is CountRule.CODE_POINTS
    assert read.keeps_media == 600
    assert dialect("mastodon", "4.5.0").keeps_media == 23 * 3600


def test_mastodons_budgets() -> None:
    """config/initializers/rack_attack.rb and app/lib/rate_limiter.rb."""
    budgets = {budget.quota: budget for budget in dialect("mastodon", "4.5.0").budgets}

    assert {quota: (budget.limit, budget.seconds) for quota, budget in budgets.items()} == {
        Quota.REQUESTS: (300, 300),
        Quota.PAGES: (300, 900),
        Quota.POSTS: (300, 10800),
        Quota.UPLOADS: (30, 1800),
        Quota.DELETES: (30, 1800),
        Quota.FOLLOWS: (400, 86400),
    }
    assert [quota for quota, budget in budgets.items() if budget.counts_only_successes] == [
        Quota.POSTS,
        Quota.FOLLOWS,
    ]
