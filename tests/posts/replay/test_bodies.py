"""What is sent says all that the user's own settings would fill in, and is shown as it was written."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from migrate.mastodon import Dialect
from migrate.mastodon.families import read_dialect
from migrate.mastodon.wire import Configuration, Instance, StatusesConfiguration
from migrate.model import Media, Step
from migrate.posts.replay.bodies import PLACEHOLDER, as_plain, as_shown
from migrate.posts.replay.finding import forms_of
from migrate.web.nodeinfo import Software
from tests.fakes.mastodon import FakeMastodon
from tests.posts.replay.scene import Scene, bodies_sent, make_steps

SHRUG = r"¯\_(ツ)_/¯"


def with_types(software: str, *types: str) -> Dialect:
    said = Configuration(statuses=StatusesConfiguration(supported_mime_types=list(types)))
    return read_dialect(Software(software, "0.20.0"), Instance(configuration=said))


@pytest.mark.parametrize("dialect", ["mastodon-4.5", "gotosocial-0.20", "pleroma-2.7", "snac-2.75"])
def test_what_a_setting_would_fill_in_is_said(dialect: str, tmp_path: Path) -> None:
    """An account that marks all its files as sensitive would mark each post that does not say no."""
    sent = bodies_sent(Scene(FakeMastodon(dialect), tmp_path, make_steps(2)))

    assert [(body["sensitive"], body["visibility"]) for body in sent] == [(False, "unlisted")] * 2


def test_a_warning_hides_the_files(tmp_path: Path) -> None:
    """On Mastodon it does so by itself; GoToSocial 0.20.0 shows them (tried)."""
    step = make_steps(1)[0]
    warned = replace(step, toot=replace(step.toot, content_warning="spiders"))

    assert bodies_sent(Scene(FakeMastodon("gotosocial-0.20"), tmp_path, [warned]))[0]["sensitive"] is True


def test_plain_text_is_asked_for_where_there_is_another_kind() -> None:
    """glitch-soc and GoToSocial name the kinds that they know; Mastodon names none."""
    assert with_types("mastodon", "text/plain", "text/markdown", "text/html").takes_plain_text
    assert not with_types("mastodon").takes_plain_text


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        (SHRUG, r"¯\\_(ツ)_/¯"),
        ("&amp; &copy; & AT&T", r"\&amp; \&copy; & AT&T"),
        ("&#39; &#x27;", r"\&#39; \&#x27;"),
        ("a\\\nb", "a\\\\\nb"),
        (r"https://example.com/?a=1&amp;b=\2 \o/", r"https://example.com/?a=1&amp;b=\2 \\o/"),
        ("*x* _y_ `z` # h", "*x* _y_ `z` # h"),
    ],
)
def test_signs_that_a_server_reads_as_markup(text: str, sent: str) -> None:
    """Tried on GoToSocial 0.20.0: what was sent is shown as the text; addresses are left alone there."""
    assert as_plain(text, with_types("gotosocial")) == sent
    assert as_plain(text, with_types("mastodon")) == text
    assert as_shown(sent) == text


def test_a_text_that_would_be_too_long_goes_as_it_is() -> None:
    """5000 characters, each with a backslash before it, are none too many without."""
    text = "\\" * 3000
    assert as_plain(text, with_types("gotosocial")) == text


def test_a_warning_with_such_signs_is_recognised() -> None:
    """GoToSocial 0.20.0 gives a text as it was sent, and a warning as it is shown (tried)."""
    sent = as_plain(SHRUG, with_types("gotosocial"))

    assert ("a text", SHRUG) in list(forms_of("a text", sent))


@pytest.mark.parametrize(
    ("room", "end"), [(100, "\nhttps://twitter.com/someone/status/1/photo/1"), (3, None)]
)
def test_a_file_that_is_refused_is_linked_to(room: int, end: str | None, tmp_path: Path) -> None:
    """As one that the archive lacks; a sign stands for it where the address has no room."""
    step = make_steps(3)[2]
    text = "x" * (500 - room)
    scene = Scene(FakeMastodon(), tmp_path, [with_one(step, text)], files={"3-0": b"unreadable"})
    scene.run()

    assert scene.mine()[0].text == text + (end or f"\n{PLACEHOLDER}")


def with_one(step: Step, text: str) -> Step:
    picture: Media = step.toot.media[0]
    return replace(step, toot=replace(step.toot, text=text, media=(picture,)), parent=None)
