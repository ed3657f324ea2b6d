"""`--undated`: where a server keeps dates and the user does without, the posts tell them."""

from pathlib import Path

import pytest

from tests.cli.shell import migrate
from tests.fakes.mastodon import FakeMastodon, SystemClock
from tests.fakes.serve import serve


def test_posts_of_today(samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After dates were refused the same command goes on without them; nothing is posted twice."""
    fake = FakeMastodon("gotosocial-0.20", clock=SystemClock())
    with serve(fake) as address:
        monkeypatch.setenv("MIGRATE_SERVER", address)
        monkeypatch.setenv("MIGRATE_TOKEN", fake.token)
        fake.world.backdating_allowed = False
        refused = migrate("import", samples / "tiny", "--yes")
        done = migrate("import", samples / "tiny", "--yes", "--undated")

    assert refused.code == 3
    assert "add --undated" in refused.err
    assert done.value("Posted now") == "5"
    posted = [status for status in fake.statuses if status.account == "me"]
    assert {status.created_at.year for status in posted} == {fake.clock.now().year}
    assert sum("\n20" in status.text for status in posted) == 4, "two are a thread"
