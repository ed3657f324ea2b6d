"""Pictures and videos on their way to the server."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.fakes.mastodon import FakeMastodon
from tests.posts.replay import scene
from tests.posts.replay.scene import Scene, make_steps

WEBP = b"RIFF\x00\x00\x00\x00WEBP" + bytes(64)


def test_the_type_of_a_file_is_ours_to_know(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows, macOS and slim containers have no table of types, or one without WebP."""
    monkeypatch.setattr("mimetypes.guess_type", lambda *_, **__: (None, None))
    monkeypatch.setattr(scene, "PNG", WEBP)
    step = make_steps(3)[2]
    pictures = tuple(replace(one, file="tweets_media/3-a.webp") for one in step.toot.media)
    steps = [replace(step, toot=replace(step.toot, media=pictures), parent=None)]
    fake = FakeMastodon()

    Scene(fake, tmp_path, steps).run()

    assert [file.mime for file in fake.media.values()] == ["image/webp"] * 2
