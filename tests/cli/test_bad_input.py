"""Whatever is wrong: one line that says what to do, the right exit code, and nothing lost."""

import resource
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.shell import ROOT, Outcome, migrate
from tests.conftest import SAMPLES
from tests.fakes.mastodon import FakeMastodon
from tests.fakes.serve import serve

TINY, TRICKY = SAMPLES / "tiny", SAMPLES / "tricky"


def _no_zip(where: Path) -> Path:
    (where / "notes.zip").write_text("This is a text file.")
    return where / "notes.zip"


def _zip_without_archive(where: Path) -> Path:
    with zipfile.ZipFile(where / "holiday.zip", "w") as holiday:
        holiday.writestr("beach.jpg", b"\xff\xd8\xff")
    return where / "holiday.zip"


def _empty_folder(where: Path) -> Path:
    (where / "empty").mkdir()
    return where / "empty"


def _nothing(where: Path) -> Path:
    return where / "nowhere.zip"


@pytest.mark.parametrize("make", [_no_zip, _zip_without_archive, _empty_folder, _nothing])
@pytest.mark.parametrize("command", ["check", "import", "plan"])
def test_not_an_archive(
    command: str, make: Callable[[Path], Path], mine: FakeMastodon, tmp_path: Path
) -> None:
    """Exit 5; the line names the file and what to give instead."""
    path = make(tmp_path)
    outcome = migrate(command, path, *(["--yes"] if command == "import" else []))

    assert outcome.code == 5
    assert path.name in outcome.line
    assert "zip" in outcome.line
    assert mine.requests == []


def test_half_a_download(mine: FakeMastodon, tmp_path: Path) -> None:
    """Exit 5, and the advice to download it again; nothing is posted."""
    whole = tmp_path / "whole.zip"
    with zipfile.ZipFile(whole, "w") as packed:
        for file in sorted(TINY.rglob("*.*")):
            packed.write(file, file.relative_to(TINY))
    half = tmp_path / "half.zip"
    half.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    outcome = migrate("import", half, "--yes")

    assert outcome.code == 5
    assert "ownload" in outcome.err.splitlines()[-1]
    assert mine.statuses == []


def test_a_damaged_picture(mine: FakeMastodon, tmp_path: Path) -> None:
    """Its tweet is posted without it, and the person is told; nothing else suffers."""
    archive = tmp_path / "archive.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for file in sorted(TINY.rglob("*.*")):
            packed.write(file, file.relative_to(TINY))
    (picture,) = TINY.glob("data/tweets_media/*")
    whole = archive.read_bytes()
    archive.write_bytes(whole.replace(picture.read_bytes(), bytes(picture.stat().st_size)))
    outcome = migrate("import", archive, "--yes")

    assert outcome.code == 0
    assert "posted without one of its pictures or videos: it is damaged in the archive" in outcome.err
    assert [status.media_ids for status in mine.statuses] == [()] * 5


def test_the_disk_with_the_archive_is_gone(mine: FakeMastodon, tmp_path: Path) -> None:
    """Exit 5, and no picture is given up for it: with the disk back, the import goes on."""
    disk = shutil.copytree(TINY, tmp_path / "disk")
    (picture,) = disk.glob("data/tweets_media/*")
    away = tmp_path / picture.name
    mine.faults.die_before(4, "POST /api/v1/statuses")
    with serve(mine, on_death=lambda: picture.rename(away)) as address:
        outcome = migrate("import", disk, "--yes", env={"MIGRATE_SERVER": address})
        assert outcome.code == 5
        assert picture.name in outcome.line

        away.rename(picture)
        assert migrate("import", disk, "--yes", env={"MIGRATE_SERVER": address}).code == 0
    assert [len(status.media_ids) for status in mine.statuses] == [0, 0, 0, 0, 1]


def test_somebody_elses_archive(mine: FakeMastodon) -> None:
    """Two people's tweets are not mixed in one account; a rehearsal says so as well."""
    migrate("import", TINY, "--yes")
    for switch in ("--yes", "--dry-run"):
        outcome = migrate("import", TRICKY, switch)

        assert outcome.code == 6
        assert "@ada_example" in outcome.line
        assert "@robin_example" in outcome.line
    assert len(mine.statuses) == 5


def test_revoked_before(mine: FakeMastodon) -> None:
    """A login that no longer holds is exit 4, with the way to a new one."""
    mine.revoke()
    outcome = migrate("import", TINY, "--yes")

    assert outcome.code == 4
    assert "migrate login 127.0.0.1" in outcome.line


def test_revoked_on_snac(mine: FakeMastodon) -> None:
    """There it is a 422, and no word (mastoapi.c)."""
    mine.faults.answer(1, 422, "", "GET /api/v1/accounts/verify_credentials")
    outcome = migrate("import", TINY, "--yes")

    assert outcome.code == 4
    assert "migrate login 127.0.0.1" in outcome.line


def test_revoked_in_the_middle(mine: FakeMastodon) -> None:
    """What was posted is kept, and the same command goes on once there is a new login."""
    mine.faults.answer(3, 401, {"error": "The access token was revoked"}, "POST /api/v1/statuses")
    outcome = migrate("import", TINY, "--yes")
    assert outcome.code == 4
    assert "it goes on where it stopped" in outcome.line

    assert migrate("import", TINY, "--yes").code == 0
    assert len(mine.statuses) == 5


@pytest.mark.parametrize("answer", [(200, "<html>A blog</html>"), (404, ""), (404, {"error": "no"})])
@pytest.mark.parametrize("command", [["import", TINY, "--yes"], ["login"]])
def test_not_a_mastodon_server(command: list[object], answer: tuple[int, object], mine: FakeMastodon) -> None:
    """Exit 3, and where the right address is to be found."""
    mine.faults.answer(1, *answer, times=99)
    outcome = migrate(*command, *([mine.address] if command == ["login"] else []))

    assert outcome.code == 3
    assert "Check the address" in outcome.line


def test_a_server_that_describes_itself_in_the_old_way_alone(mine: FakeMastodon) -> None:
    """Takahē without an administrator says 500 to the new one (api/views/instance.py)."""
    mine.faults.answer(1, 500, "<h1>Server Error</h1>", "GET /api/v2/instance", times=9)

    assert migrate("import", TINY, "--yes").code == 0
    assert len(mine.statuses) == 5


def test_what_is_tried_again_is_no_news() -> None:
    """One line at the end, and nothing of the library that tries again: pytest would hide that."""
    at_once = "import stamina; stamina.set_testing(True, attempts=3); from migrate.cli import app; app()"
    command = [sys.executable, "-c", at_once, "login", "http://127.0.0.1:9"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    outcome = Outcome(ran.returncode, ran.stdout, ran.stderr)

    assert outcome.code == 3
    assert "could not be reached" in outcome.line


@pytest.mark.parametrize("command", [["import", TINY, "--yes"], ["login", "http://127.0.0.1:9"], ["whoami"]])
def test_no_network(command: list[object], monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit 3; the same command again, later."""
    monkeypatch.setenv("MIGRATE_SERVER", "http://127.0.0.1:9")
    monkeypatch.setenv("MIGRATE_TOKEN", "token")
    outcome = migrate(*command)

    assert outcome.code == 3
    assert "127.0.0.1:9 could not be reached" in outcome.line


def test_not_logged_in() -> None:
    """Exit 4, before a large archive is read in vain."""
    outcome = migrate("import", "no-such-archive.zip", "--yes")

    assert outcome.code == 4
    assert "migrate login" in outcome.line


@pytest.mark.parametrize("server", ["", "not a server", "https://", "ftp://example.org"])
def test_not_the_address_of_a_server(server: str) -> None:
    """Exit 2, with an example."""
    outcome = migrate("login", server)

    assert outcome.code == 2
    assert "migrate login mastodon.social" in outcome.line


def test_no_token_without_encryption() -> None:
    """Plain http is for this machine alone."""
    outcome = migrate("login", "http://mastodon.example")

    assert outcome.code == 2
    assert "https" in outcome.line


@pytest.mark.parametrize("room", [0, 60_000])
def test_full_disk(room: int, mine: FakeMastodon) -> None:
    """Exit 6 at once, or in the middle; with room again, each tweet is there once."""
    full = subprocess.run(
        [sys.executable, "-m", "migrate", "import", str(TINY), "--yes"],
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
    )
    assert full.returncode == 6
    assert "Make room on the disk" in full.stderr.strip().splitlines()[-1]
    assert len(mine.statuses) < 5

    assert migrate("import", TINY, "--yes").code == 0
    assert len({status.text for status in mine.statuses}) == len(mine.statuses) == 5


def test_a_ledger_that_is_none(mine: FakeMastodon, home: Path) -> None:
    """Exit 6; an import never begins anew because its record can't be read."""
    migrate("import", TINY, "--yes")
    (ledger,) = home.glob("ledgers/*.sqlite")
    ledger.write_bytes(b"damaged" * 1000)
    for command in (["import", TINY, "--yes"], ["import", TINY, "--dry-run"]):
        outcome = migrate(*command)

        assert outcome.code == 6
        assert str(ledger) in outcome.line
    assert len(mine.statuses) == 5


@pytest.mark.parametrize("place", ["no/such/folder/plan.csv", "."])
def test_a_plan_that_cannot_be_written(place: str, tmp_path: Path) -> None:
    """Exit 2, and how to choose another place."""
    outcome = migrate("plan", TINY, "-o", tmp_path / place)

    assert outcome.code == 2
    assert "-o FILE" in outcome.line


def test_logins_that_cannot_be_kept(fake: FakeMastodon, home: Path) -> None:
    """A file where the folder should be: one line that names it."""
    home.write_text("in the way")

    outcome = migrate("import", TINY, "--yes")
    assert outcome.code == 4
    assert str(home) in outcome.line
