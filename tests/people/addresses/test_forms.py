"""An address in every form in which people write it, at every place, between neighbours of every script."""

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from migrate.people.addresses.hints import is_worth_reading
from migrate.people.addresses.text import addresses_in, read_text

NAMES = st.from_regex(re.compile(r"[a-z0-9_]{1,12}([.-]?[a-z0-9_]{1,8})?", re.ASCII), fullmatch=True)
KNOWN = ("mastodon.social", "hachyderm.io", "mstdn.jp", "a-b.masto.host")
HOSTS = (
    *KNOWN,
    "far.example",
    "münchen.example",
    "ελ.example",
    "example.みんな",
    "example.рф",
    "xn--fa-hia.example",
)

PLAIN = (
    *(
        "@{name}@{host}",
        "＠{name}＠{host}",
        "@\u200b{name}@{host}",
        "@{name}\u2060@{host}",
        "\u2066@{name}@{host}\u2069",
    ),
    *("@@{name}@{host}", "acct:{name}@{host}", "https://{host}/@{name}", "http://www.{host}/@{name}"),
    *("https://{host}/@{name}/109", "https://{host}/@{name}/with_replies", "https://{host}:443/@{name}"),
    *("hxxps://{host}/@{name}", "@{name}@https://{host}", "https://elk.zone/{host}/@{name}"),
    "https://far.test/@{name}@{host}",
)
"""Forms that say enough by themselves, and have no end that a neighbour could belong to."""

SPACED = ("@{name} @{host}", "@{name} @ {host}", "@ {name} @ {host}", "@{name}@ {host}", "@{name}\n@{host}")
SPELLED = (
    *("{name}@{host}", "{name} (at) {host}", "{name} [at] {host}", "{name}(at){host}", "@{name} at {host}"),
    *("{name} arobase {host}", "{name} собака {host}", "{name} アットマーク {host}", "{name} arroba {host}"),
)
APART = (
    *(
        "@{name} on {host}",
        "@{name} auf {host}",
        "@{name} sur {host}",
        "{host}: @{name}",
        "find me at {host} as @{name}",
    ),
    *(
        "auf {host} bin ich @{name}",
        "en {host} soy @{name}",
        "на {host} я @{name}",
        "{host}では@{name}",
        "@{name} ({host})",
    ),
)
NEIGHBOURS = (
    *(
        "",
        " ",
        "\n",
        ".",
        ",",
        "(",
        ")",
        "/",
        "-",
        "–",
        ":",
        "：",
        "・",
        "|",
        "「",
        "」",
        "“",
        "*",
        "→",
        "🐘",
        "❤️",
        "…more",
        "、",
        "。",
    ),
    *(
        "です",
        "様",
        "は",
        "カナ",
        "입니다",
        "는",
        "漢字",
        "слово",
        "λόγος",
        "كلمة",
        "מילה",
        "คำ",
        "शब्द",
        "հայ",
        "ქართ",
    ),
)
BEFORE = tuple(one for one in NEIGHBOURS if one not in {"/", "…more", "-"})
AFTER = tuple(one for one in NEIGHBOURS if one not in {"-", "/", ".", ":"})
ROLES = {"admin", "info", "hi", "help", "pr", "git", "mail", "sales", "press", "news", "team", "tips", "jobs"}


def _ascii(host: str) -> str:
    return ".".join(
        label if label.isascii() else "xn--" + label.encode("punycode").decode() for label in host.split(".")
    )


def _is_plain(name: str) -> bool:
    """Whether no sign at its end, and no ending of a feed, could be taken for something else."""
    return not name.startswith(("_", "-")) and not name.endswith(("_", ".rss", ".atom", ".json"))


@settings(deadline=None, max_examples=400)
@given(
    NAMES,
    st.sampled_from(HOSTS),
    st.sampled_from((*PLAIN, *SPACED)),
    st.sampled_from(BEFORE),
    st.sampled_from(AFTER),
)
def test_a_plain_address_is_read_between_all_neighbours(
    name: str, host: str, form: str, before: str, after: str
) -> None:
    """And nothing else is."""
    assume(_is_plain(name) and not host.startswith(f"{name}."))
    assume(not (form.startswith(("acct", "http", "hxxp")) and before in {"слово", "…more"}))
    same_script = {"example.みんな": ("です", "は", "カナ", "漢字", "様"), "example.рф": ("слово",)}
    assume(not (form.rstrip("\u2069").endswith("{host}") and after in same_script.get(host, ())))
    text = f"{before}{form.format(name=name, host=host)}{after}"

    assert [one.address for one in addresses_in(text)] == [f"{name}@{_ascii(host)}"]


@settings(deadline=None, max_examples=300)
@given(
    NAMES,
    st.sampled_from(KNOWN),
    st.sampled_from((*SPELLED, *APART)),
    st.sampled_from(("", "🐘 ", "(", "Mastodon: ")),
    st.sampled_from(("", ".", ")", " 🌱", "\nshe/her", ", hi")),
)
def test_what_is_spelled_out_is_read_at_a_known_host(
    name: str, host: str, form: str, before: str, after: str
) -> None:
    """The host tells that it is no mail and no place of work."""
    assume(_is_plain(name) and name not in ROLES and not name.startswith("."))
    text = f"Gardener {before}{form.format(name=name, host=host)}{after}"

    assert [one.address for one in read_text(text).named and addresses_in(text)] == [f"{name}@{host}"]


@settings(deadline=None)
@given(
    NAMES,
    st.sampled_from(("Mastodon: ", "🐘 ", "マストドン:", "fedi → ", "Мастодон: ")),
    st.sampled_from((*SPELLED, "{name} at far dot example")),
)
def test_what_is_spelled_out_is_read_where_it_is_announced(name: str, announced: str, form: str) -> None:
    """A word before it does what the name of the host does."""
    assume(_is_plain(name) and name not in ROLES)
    text = announced + form.format(name=name, host="far.example")

    assert [one.address for one in addresses_in(text)] == [f"{name}@far.example"]


@pytest.mark.parametrize(
    "words",
    [
        *(
            "Same name on {host}",
            "same handle at {host}!",
            "Gleicher Name auf {host}",
            "même pseudo sur {host}",
        ),
        *("mismo usuario en {host}", "mesmo nome no {host}", "stesso nome su {host}", "{host} でも同じID"),
        *("тот же ник на {host}", "zelfde naam op {host}", "{host}'da aynı isimle", "{host} 同名"),
    ],
)
def test_the_same_name_elsewhere_is_the_name_here(words: str) -> None:
    """Where the name here is known; and nobody else's."""
    text = words.format(host="mastodon.social")

    assert [one.candidate.address for one in read_text(text, "Ann_B").named] == ["ann_b@mastodon.social"]
    assert addresses_in(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        # mail and places of work
        *(
            "ann at firm.example",
            "CTO at acme.example",
            "engineer at hachyderm.io",
            "Moderator at mastodon.social",
        ),
        *(
            "CEO @ann at firm.example",
            "ann (at) firm.example",
            "write to ann [at] firm [dot] example",
            "Work @ acme.example",
        ),
        *(
            "Not on Mastodon, sorry. ann.b@uni.example",
            "Fediverse researcher, ann@uni.example",
            "mail: ann@far.example",
        ),
        *("mastodon bone digger ann@museum.example", "Почта: ann@mastodon.social", "E-mail: ann@mstdn.jp"),
        # other networks
        *(
            "@ann.bsky.social",
            "Bluesky: @ann.example",
            "🦋 @ann @ann.example",
            "@ann:matrix.org",
            "Matrix: @ann:far.example",
        ),
        *(
            "nostr: ann@far.example",
            "xmpp: ann@far.example",
            "did:plc:abc",
            "npub1abcdef",
            "Jabber: ann@jabber.example",
        ),
        *("insta @ann.b", "@ann @ann.example", "https://bsky.app/profile/ann.example"),
        # profiles elsewhere
        *(
            "https://stackoverflow.com/users/12345/ann",
            "https://hackmd.io/@ann",
            "https://zenn.dev/@ann",
            "zenn.dev/@ann",
        ),
        *(
            "https://archiveofourown.org/users/ann",
            "https://linktr.ee/@ann",
            "https://www.roblox.com/users/123/profile",
        ),
        *(
            "https://www.tiktok.com/@ann",
            "https://medium.com/@ann",
            "https://vk.com/@ann",
            "https://velog.io/@ann",
        ),
        # words
        *(
            "speaking @ PyCon @ Pittsburgh",
            "豆腐＠仕事中",
            "a@b@c",
            "@ann @bob @carol",
            "@ann, on time",
            "ssh ann@pi.local",
        ),
        *(
            "Love mastodon.social and hachyderm.io",
            "mastodon.social is down again @ann",
            "I left @twitter. mastodon.social next",
        ),
        "Same name everywhere",
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    """Mail, work, other networks, other sites, plain words."""
    assert [one.candidate.address for one in read_text(text, "ann_b").named] == []


def test_the_place_of_an_address_is_told() -> None:
    """So that the words around it can be read."""
    reading = read_text("Hi: ＠ann＠far．example, ben at mastodon dot social")

    assert [reading.text[one.start : one.end] for one in reading.named] == [
        "@ann@far.example",
        "ben at mastodon dot social",
    ]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("@ann@mastodon.social.Hello", "ann@mastodon.social"),
        ("@ann@mastodon.social@ann.bsky.social", "ann@mastodon.social"),
        ("Historian\\n@ann@far.example\\nshe", "ann@far.example"),
        ("&lt;@ann@far.example&gt;", "ann@far.example"),
        (r"https:\/\/far.example\/@ann", "ann@far.example"),
        ("hxxps[:]//far[.]example/@ann", "ann@far.example"),
        ("ann@infosec[.]exchange", "ann@infosec.exchange"),
        ("＠ann＠mastodon。social", "ann@mastodon.social"),
        ("[@ann](https://far.example/@ann)", "ann@far.example"),
        ("豆腐@mstdn.jp/@ann", "ann@mstdn.jp"),
        ("https://mastodon.social/@annです", "ann@mastodon.social"),
        ("https://mas.to/@ann|https://github.com/ann", "ann@mas.to"),
        ("Mastodon: ann (server: far.example)", "ann@far.example"),
        ("Mastodon (far.example): @ann", "ann@far.example"),
        ("at ann at far.example", "ann@far.example"),
        ("@ann@www.mastodon.social", "ann@mastodon.social"),
        ("@ann on threads.net", "ann@threads.net"),
        ("https://www.threads.com/@ann/post/Cx1", "ann@threads.net"),
        ("https://mastodon.social/@ann/some/page", "ann@mastodon.social"),
    ],
)
def test_what_other_programs_and_people_do_to_an_address(text: str, address: str) -> None:
    """Exports escape it, sites cut it and link into it, people glue it."""
    assert [one.address for one in addresses_in(text)] == [address]


@pytest.mark.parametrize("host", ["forum.far.example", "discourse.far.example", "git.far.example"])
@pytest.mark.parametrize("path", ["u/ann", "users/ann", "profile/ann"])
def test_a_members_page_of_a_forum_is_no_profile(host: str, path: str) -> None:
    """Discourse has the paths of Lemmy."""
    assert addresses_in(f"https://{host}/{path}") == ()


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Hello world. It is late... Good night!",
            "@bob @carol yes, at ten",
            "See https://t.co/abc and t.co/xyz",
        ),
        *(
            "RT @bob: so true https://t.co/abc",
            "おはよう。今日は休み",
            "3.14 is pi",
        ),
    ],
)
def test_an_ordinary_tweet_is_not_even_read(text: str) -> None:
    """An archive has a hundred thousand of them."""
    assert not is_worth_reading(text)
