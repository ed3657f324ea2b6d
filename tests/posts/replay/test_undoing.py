"""What a deletion takes along."""

from pathlib import Path

import pytest

from tests.fakes.mastodon import FakeMastodon
from tests.posts.replay.scene import Scene, make_steps
from tests.posts.replay.test_bad_files import uploads
from tests.posts.replay.test_doubts import undo_all


@pytest.mark.parametrize(("dialect", "left"), [("mastodon-4.2", 4), ("mastodon-4.5", 0), ("mastodon-4.6", 0)])
def test_pictures_go_along_where_that_can_be_asked_for(dialect: str, left: int, tmp_path: Path) -> None:
    """Recorded on 4.4.22 as reading:delete.with_media; before, the server keeps them for a day."""
    scene = Scene(FakeMastodon(dialect), tmp_path, make_steps())
    scene.run()
    files = set(scene.fake.media)
    undo_all(scene)

    scene.fake.clock.advance(5)
    before = uploads(scene)

    assert scene.mine() == []
    scene.run()
    scene.check_whole()
    assert uploads(scene) - before == 4 - left
    assert len(files.intersection(scene.fake.media)) == left
