"""`--shrink`: pictures that are too big for the server are scaled down when the user asks for it."""

from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from PIL import Image

from migrate.cli import planning
from tests.cli.shell import migrate
from tests.fakes.archive import media_names, photo, tweet, write_archive
from tests.fakes.mastodon import FakeMastodon


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A tweet with a picture that no Mastodon takes: 17 megabytes."""
    one = tweet("look", media=[photo("loaf")])
    noise = Image.frombytes("L", (4200, 4200), Random(1).randbytes(4200 * 4200))
    out = BytesIO()
    noise.save(out, "PNG", compress_level=0)
    return write_archive(tmp_path / "a.zip", [one], media={name: out.getvalue() for name in media_names(one)})


def test_a_plan_says_what_will_be_scaled_down(archive: Path, tmp_path: Path) -> None:
    """Without the switch a link is posted."""
    plan = tmp_path / "plan.csv"

    assert "1  picture or video that is too big" in migrate("plan", archive, "-o", plan).out
    assert "it is scaled down" in migrate("plan", archive, "-o", plan, "--shrink").out


def test_it_is_sent_smaller(archive: Path, mine: FakeMastodon) -> None:
    """And the post has it."""
    outcome = migrate("import", archive, "--yes", "--shrink")

    assert outcome.code == 0, outcome.err
    assert [len(status.media_ids) for status in mine.statuses] == [1]


def test_without_pillow_it_says_what_to_install(
    archive: Path, mine: FakeMastodon, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before anything is posted."""
    monkeypatch.setattr(planning, "find_spec", lambda _: None)

    outcome = migrate("import", archive, "--yes", "--shrink")

    assert outcome.code == 2
    assert "pip install 'twitter-to-mastodon[shrink]'" in outcome.line
    assert not mine.statuses
