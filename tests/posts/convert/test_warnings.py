"""Content warnings: those that people wrote by hand, and what a server makes of one without a text."""

from datetime import UTC, datetime

import pytest

from migrate.model import Kind, Limits, Media, MediaKind, Owner, Policy, Toot, Tweet
from migrate.posts.convert import convert, length_with

ME = Owner("1", "me_example")
NOON = datetime(2021, 1, 1, 12, tzinfo=UTC)
PICTURE = "https://t.co/pic"
ELSEWHERE = Limits(lone_warning_is_text=False)


def toots_of(text: str, limits: Limits = Limits(), policy: Policy = Policy(), media: int = 0) -> list[Toot]:  # noqa: B008
    """A tweet's, with so many videos."""
    videos = tuple(Media(str(i), MediaKind.VIDEO, PICTURE, file="a.mp4", size=9) for i in range(media))
    tweet = Tweet(100, NOON, text, Kind.TWEET, tags=(), media=videos)
    return list(convert(tweet, ME, limits, policy).toots)


@pytest.mark.parametrize(
    ("text", "warning", "rest"),
    [
        ("CW: bread\n\nI baked a loaf", "bread", "I baked a loaf"),
        ("cw bread, butter: no", "", "cw bread, butter: no"),
        ("tw // moths\nsee this", "moths", "see this"),
        ("TW / moths, dark rooms\nsee this", "moths, dark rooms", "see this"),
        ("[CN Brot] Lecker!", "Brot", "Lecker!"),
        ("[CN: Brot, Käse]\nLecker!", "Brot, Käse", "Lecker!"),
        ("(TW: moths) see this", "moths", "see this"),
        ("【ネタバレ】最終回", "ネタバレ", "最終回"),
        ("[TW] see this", "TW", "see this"),
        ("#TW moths. A story", "moths", "A story"),
        ("#CW bread\nA story", "bread", "A story"),
        ("Content warning: storm — loud", "storm", "loud"),
        ("CN Brot | Lecker", "", "CN Brot | Lecker"),
        ("CN: Brot | Lecker", "Brot", "Lecker"),
        ("Trigger warning: moths\nsee this", "moths", "see this"),
        ("Inhaltswarnung: Motten\nda", "Motten", "da"),
        ("Spoiler: they all live", "Spoiler", "they all live"),
        ("SPOILER ALERT: they all live. Nice", "SPOILER ALERT", "they all live. Nice"),
        ("Spoiler: the play\nthey all live", "Spoiler: the play", "they all live"),
        ("Spoilers // they all live", "Spoilers", "they all live"),
    ],
)
def test_a_warning_in_front_of_a_text_becomes_the_servers(text: str, warning: str, rest: str):
    """With its topic, and the text without it."""
    (toot,) = toots_of(text)

    assert (toot.content_warning, toot.text) == (warning, rest)


@pytest.mark.parametrize(
    "text",
    [
        "TW: Twitter is down",
        "TW: Twitter is down. Again.",
        "TW: Twitter is down — again",
        "CN: the tower is lit tonight and the whole town came down to look\nSo pretty",
        "CN Tower is tall",
        "CW: bread",
        "TWO things\nhere",
        "cwm: a valley\nin Wales",
        "Spoiled: the milk",
        "(CN) from our own correspondent",
        "I hate CW: they cancel all\nwell",
        "CW: https://t.co/abc\nhm",
    ],
)
def test_where_it_is_not_sure_the_text_stays_as_it_is(text: str):
    """A sentence, a name, a warning of nothing."""
    (toot,) = toots_of(text)

    assert (toot.content_warning, toot.text) == ("", text)


def test_the_user_may_leave_it_in_the_text():
    """The switch --keep-warnings."""
    (toot,) = toots_of("CW: bread\n\nyes", policy=Policy(keep_warnings=True))

    assert (toot.content_warning, toot.text) == ("", "CW: bread\n\nyes")


def test_text_and_warning_fit_together():
    """Each part is as long as the server lets it be; in a warning, a link counts as it is."""
    limits = Limits(characters=60)
    toots = toots_of(f"CW: bread\n{'word ' * 40}https://example.com/", limits)

    assert len(toots) > 3
    assert {toot.content_warning for toot in toots} == {"bread"}
    assert all(length_with(toot.content_warning, toot.text, limits) <= 60 for toot in toots)
    assert length_with("https://example.com/a/long/path", "https://a.de", limits) == 31 + 23


def test_a_toot_of_nothing_but_media_shows_what_was_meant():
    """Mastodon moves a warning without a text into the text, and hides the media (recorded)."""
    first, second = toots_of(f"CW: moths\nfilmed twice {PICTURE}", media=2)
    same = toots_of(f"CW: moths\nfilmed twice {PICTURE}", ELSEWHERE, media=2)[0]

    assert (same.text, same.content_warning, same.sensitive) == ("filmed twice", "moths", False)
    assert [(toot.text, toot.content_warning, toot.sensitive) for toot in (first, second)] == [
        ("filmed twice", "moths", False),
        ("moths", "", True),
    ]


def test_a_picture_with_nothing_but_a_warning():
    """There is nothing else to say."""
    (toot,) = toots_of(f"CW: moths {PICTURE}", media=1)
    (elsewhere,) = toots_of(f"CW: moths {PICTURE}", ELSEWHERE, media=1)

    assert (toot.text, toot.content_warning, toot.sensitive) == ("moths", "", True)
    assert (elsewhere.text, elsewhere.content_warning) == ("", "moths")
