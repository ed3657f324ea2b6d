"""What this program keeps for itself is for the user's eyes alone."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from migrate.errors import LoginError
from migrate.mastodon.logins import Login, add_login, read_logins
from migrate.private import make_private_file, make_private_folder
from tests.cli.shell import migrate
from tests.fakes.mastodon import FakeMastodon, SystemClock
from tests.fakes.serve import serve


@pytest.fixture(autouse=True)
def _open_to_all() -> Iterator[None]:
    """A system that would let everybody read what is written."""
    before = os.umask(0)
    yield
    os.umask(before)


def test_everything_in_the_home(home: Path, samples: Path, tmp_path: Path) -> None:
    """Ledgers, logins, tables, decisions: each folder 0700, each file 0600."""
    fake = FakeMastodon("mastodon-4.6", clock=SystemClock())
    with serve(fake):
        login = {"MIGRATE_SERVER": fake.address, "MIGRATE_TOKEN": fake.token}
        migrate("import", samples / "tiny", "--yes", env=login)
    profiles = samples / "tricky_profiles.csv"
    for _ in range(2):
        migrate("find", samples / "tricky", "--profiles", profiles, "-o", tmp_path / "out")
        matches = tmp_path / "out" / "matches.csv"
        matches.write_text(matches.read_text().replace(",yes,", ",no,"))
    add_login(home / "logins.json", _login("me"))
    modes = {str(one.relative_to(home)): stat.S_IMODE(one.stat().st_mode) for one in home.rglob("*")}

    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert {name for name in modes if "/" not in name} >= {"ledgers", "logins.json", "tables.json"}
    assert {name: mode for name, mode in modes.items() if mode not in {0o600, 0o700}} == {}
    assert all((home / name).is_dir() for name, mode in modes.items() if mode == 0o700)


def test_a_folder_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    """MIGRATE_HOME may be one that others use, too."""
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o755)
    make_private_folder(shared / "a" / "b")

    modes = [stat.S_IMODE(one.stat().st_mode) for one in (shared, shared / "a", shared / "a" / "b")]
    assert modes == [0o755, 0o700, 0o700]


def test_a_file_that_is_there_keeps_what_it_holds(tmp_path: Path) -> None:
    """Only others lose sight of it."""
    path = tmp_path / "file"
    path.write_text("kept")
    make_private_file(path)

    assert path.read_text() == "kept"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_renamed_account_has_one_login(tmp_path: Path) -> None:
    """The new one: the old name leads nowhere."""
    path = tmp_path / "logins.json"
    for login in (_login("me"), _login("other", account_id="2"), _login("me_today")):
        add_login(path, login)

    assert [login.handle for login in read_logins(path)] == ["other@fake.example", "me_today@fake.example"]


def test_a_login_that_cannot_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sentence, no token in it, and no half of a file with the token left behind."""
    path = tmp_path / "logins.json"
    add_login(path, _login("me"))

    def fill_up(place: Path, content: bytes) -> None:
        with place.open("wb") as file:
            file.write(content[:20])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fill_up)
    with pytest.raises(LoginError, match="No space left on device") as told:
        add_login(path, _login("other", account_id="2"))

    assert "secret" not in str(told.value)
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith("logins")] == ["logins.json"]
    assert [login.handle for login in read_logins(path)] == ["me@fake.example"]


def _login(name: str, account_id: str = "1") -> Login:
    return Login(f"{name}@fake.example", "https://fake.example", account_id, "secret")
