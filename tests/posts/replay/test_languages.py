"""The language of a post is sent as the server keeps it, or left out.

The answers are those of `statuses:language.*`, recorded on Mastodon 4.3.23 to 4.6.5, where they are the same.
"""

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.fakes.mastodon import FakeMastodon
from tests.posts.replay.scene import Scene, bodies_sent, make_steps

KEPT = ["de", "he", "zh-CN", "zh-HK", "zh-TW", "zh-YUE", "ckb", "cnr", "szl", "tok", "vai"]
SHORTENED = {"pt-BR": "pt", "pt-PT": "pt", "en-GB": "en", "en-US": "en", "es-MX": "es", "sr-Latn": "sr"}
UNKNOWN = ["xx", "tlh", "qme", "nan", "mul", "in", "iw"]


@pytest.mark.parametrize("dialect", ["mastodon-3.5", "mastodon-4.5", "mastodon-4.6"])
@pytest.mark.parametrize(
    ("language", "sent"),
    [*((code, code) for code in KEPT), *SHORTENED.items(), *((code, None) for code in UNKNOWN)],
)
def test_mastodon_is_sent_what_it_keeps(
    dialect: str, language: str, sent: str | None, tmp_path: Path
) -> None:
    """What it wouldn't know is left out: the account's own language is taken, as it would be anyway."""
    scene = speaking(language, dialect, tmp_path)

    assert languages_sent(scene) == [sent]
    assert scene.mine()[0].language == (sent or "en")


@pytest.mark.parametrize(
    ("written", "sent"), [("zh-tw", "zh-TW"), ("DE", "de"), ("zh_TW", "zh-TW"), ("PT-br", "pt")]
)
def test_a_code_may_be_written_in_another_way(written: str, sent: str, tmp_path: Path) -> None:
    """Mastodon itself takes "DE" for no language, and "zh_TW" for "zh"."""
    assert languages_sent(speaking(written, "mastodon-4.5", tmp_path)) == [sent]


@pytest.mark.parametrize("language", ["pt-BR", "tlh", "de-AT"])
def test_others_are_sent_what_it_is(language: str, tmp_path: Path) -> None:
    """GoToSocial keeps each BCP 47 tag (tried on 0.20.0)."""
    assert languages_sent(speaking(language, "gotosocial-0.20", tmp_path)) == [language]


def speaking(language: str, dialect: str, home: Path) -> Scene:
    step = make_steps(1)[0]
    return Scene(FakeMastodon(dialect), home, [replace(step, toot=replace(step.toot, language=language))])


def languages_sent(scene: Scene) -> list[object]:
    """Run it, and look at what is sent with each post."""
    return [body.get("language") for body in bodies_sent(scene)]


def test_a_language_that_the_server_does_not_know_loses_no_post(tmp_path: Path) -> None:
    """GoToSocial 0.20.0: 400 for the whole post (recorded as statuses:language.xx); it goes without."""
    scene = speaking("xx-nothing of a tag", "gotosocial-0.20", tmp_path)

    assert languages_sent(scene) == ["xx-nothing of a tag", None]
    scene.check_whole()
