"""Whose record it is, whatever the account and its server are called today; and the record taken along."""

import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from migrate.cli.home import home_at, ledger_of, ledger_path
from migrate.errors import LedgerError
from migrate.ledger import FollowState, Ledger, PersonRecord, StepState
from migrate.ledger.file import MIGRATIONS
from migrate.model import Action
from tests.cli.shell import migrate
from tests.fakes.dialects import DIALECTS
from tests.fakes.mastodon import FakeMastodon, SystemClock
from tests.fakes.serve import serve

FIVE = "5"
OTHER_NAME = {"domain": "example.org", "uri": "example.org"}


@pytest.fixture
def imported(mine: FakeMastodon, samples: Path) -> FakeMastodon:
    """The five posts are there, and the record knows them."""
    migrate("import", samples / "tiny", "--yes")
    assert len(mine.statuses) == 5
    return mine


def _rename(fake: FakeMastodon) -> str:
    fake.world.accounts["me"].username = "me_today"
    return f"@me_today@{fake.address.removeprefix('http://')}"


def _call_itself_otherwise(fake: FakeMastodon) -> str:
    whole = {"domain": "example.org", "version": "4.5.15"}
    fake.faults.answer(1, 200, whole, "GET /api/v2/instance", times=20)
    return "@me@example.org"


def _lose_the_newer_document(fake: FakeMastodon) -> str:
    fake.faults.answer(1, 503, {"error": "down"}, "GET /api/v2/instance", times=20)
    fake.faults.answer(1, 200, {"uri": "example.org"}, "GET /api/v1/instance", times=20)
    return "@me@example.org"


NEW_NAMES = {"account": _rename, "server": _call_itself_otherwise, "v2 is down": _lose_the_newer_document}


@pytest.mark.parametrize("name", NEW_NAMES)
def test_a_new_name_changes_nothing(name: str, imported: FakeMastodon, samples: Path) -> None:
    """The record is that of the account's id at the address that was logged in to."""
    handle = NEW_NAMES[name](imported)
    again = migrate("import", samples / "tiny", "--yes")

    assert f"To {handle}\n" in again.out
    assert again.value("Posted before") == FIVE
    assert len(imported.statuses) == 5
    assert len(list(ledger_path("x").parent.glob("*.sqlite"))) == 1


@pytest.mark.parametrize("name", [None, *NEW_NAMES])
def test_a_record_of_an_earlier_version_is_found(
    name: str | None, imported: FakeMastodon, samples: Path
) -> None:
    """By its name, which was the handle; or else by its posts, whose author the server knows."""
    old = _as_before(imported)
    if name:
        NEW_NAMES[name](imported)
    again = migrate("import", samples / "tiny", "--yes")

    assert (again.value("Posted before"), again.code, again.err) == (FIVE, 0, "")
    assert len(imported.statuses) == 5
    assert not old.exists()
    assert (old.parent / "joined" / old.name).exists()
    assert migrate("import", samples / "tiny", "--yes").value("Posted before") == FIVE


@pytest.mark.parametrize("of_before", [False, True])
@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_renamed_account_on_every_server(
    dialect: str, of_before: bool, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing twice and nothing missing, whichever version wrote the record."""
    fake = FakeMastodon(dialect, clock=SystemClock())
    with serve(fake):
        monkeypatch.setenv("MIGRATE_SERVER", fake.address)
        monkeypatch.setenv("MIGRATE_TOKEN", fake.token)
        migrate("import", samples / "tiny", "--yes")
        if of_before:
            _as_before(fake)
        _rename(fake)
        again = migrate("import", samples / "tiny", "--yes")

    assert again.value("Posted before") == FIVE
    assert len({status.text for status in fake.statuses}) == len(fake.statuses) == 5


def test_the_server_has_moved_to_another_address(imported: FakeMastodon, samples: Path) -> None:
    """Its accounts and posts are the same, with the same ids: so is the record."""
    host = imported.address.removeprefix("http://")
    with serve(imported) as address:
        env = {"MIGRATE_SERVER": address}
        seen = migrate("import", samples / "tiny", "--dry-run", env=env)
        again = migrate("import", samples / "tiny", "--yes", env=env)
        last = migrate("import", samples / "tiny", "--yes", env=env)

    assert address.removeprefix("http://") != host
    assert [run.value("Posted before") for run in (seen, again, last)] == [FIVE] * 3
    assert len(imported.statuses) == 5


def test_another_server_that_counts_from_one_is_another(
    imported: FakeMastodon, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same ids of account and posts, and yet nothing of the archive is there."""
    other = FakeMastodon("mastodon-4.6", clock=SystemClock())
    for status in imported.statuses:
        other.world.add_status(replace(status, url="", text="something else", account="me"))
        other.world.statuses[status.id].url = f"https://other.example/@me/x{status.id}"
    with serve(other) as address:
        outcome = migrate("import", samples / "tiny", "--yes", env={"MIGRATE_SERVER": address})

    assert outcome.value("Posted now") == FIVE
    assert ledger_of(imported.address, "1001").exists()


def test_a_look_changes_no_file(imported: FakeMastodon, samples: Path) -> None:
    """With --dry-run the old record is read where it is."""
    old = _as_before(imported)
    seen = migrate("import", samples / "tiny", "--dry-run")

    assert seen.value("Posted before") == FIVE
    assert [one for one in old.parent.iterdir() if one.suffix == ".sqlite" or one.is_dir()] == [old]


def test_the_record_of_another_account_is_left_alone(imported: FakeMastodon, samples: Path) -> None:
    """On the same server, and with the name that the account has today."""
    old = _as_before(imported)
    stranger = imported.world.accounts["bob"]
    imported.world.accounts["me"].id, stranger.id = stranger.id, imported.world.accounts["me"].id
    for status in imported.statuses:
        status.account = "bob"
    migrate("import", samples / "tiny", "--yes")

    assert old.exists()
    assert len(imported.statuses) == 10


@pytest.mark.parametrize("dry", [False, True])
def test_two_records_of_one_account_are_joined(dry: bool, imported: FakeMastodon, samples: Path) -> None:
    """What either knows is posted: the first posts are in one, the follow in the other."""
    old = _as_before(imported)
    with Ledger(ledger_of(imported.address, "1001")) as ledger:
        ledger.claim("", "")
        ledger.people.keep(PersonRecord("bob@far.example", Action.FOLLOW, FollowState.DONE, 1.0))
    outcome = migrate("import", samples / "tiny", "--dry-run" if dry else "--yes")

    assert outcome.value("Posted before") == FIVE
    assert len(imported.statuses) == 5
    assert old.exists() is dry
    if not dry:
        assert "Two records of this account were joined" in outcome.line
        with Ledger(ledger_of(imported.address, "1001"), read_only=True) as ledger:
            assert ledger.counts() == {StepState.DONE: 5}
            assert set(ledger.people.all(Action.FOLLOW)) == {"bob@far.example"}


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _overwritten(path: Path) -> None:
    path.write_bytes(b"damaged" * 1000)


@pytest.mark.parametrize("damage", [_emptied, _overwritten])
@pytest.mark.parametrize("of_before", [False, True])
@pytest.mark.parametrize("command", ["import --yes", "import --dry-run", "undo --yes", "status"])
def test_a_record_that_says_nothing_is_never_begun_anew(
    command: str, of_before: bool, damage: Callable[[Path], None], imported: FakeMastodon, samples: Path
) -> None:
    """Nothing is posted or deleted, each time that it is tried."""
    path = _as_before(imported) if of_before else ledger_of(imported.address, "1001")
    damage(path)
    name, *switches = command.split()
    archive = [samples / "tiny"] if name == "import" else []
    for _ in range(2):
        outcome = migrate(name, *archive, *switches)

        assert outcome.code == 6
        assert str(path) in outcome.line
    assert len(imported.statuses) == 5


def test_the_record_is_taken_along(imported: FakeMastodon, samples: Path, tmp_path: Path) -> None:
    """On the other computer, nothing is posted again; what is told says how to go on."""
    file = tmp_path / "record.sqlite"
    told = migrate("record", "export", file)
    assert f"The record of @me@{imported.address.removeprefix('http://')} is in {file}.\n" in told.out
    assert "It knows 5 posts.\n" in told.out
    assert stat.S_IMODE(file.stat().st_mode) == 0o600

    with home_at(tmp_path / "other"):
        assert "5 posts" in migrate("record", "import", file).out
        assert migrate("import", samples / "tiny", "--yes").value("Posted before") == FIVE
        assert "knows all of that already" in migrate("record", "import", file).out
    assert len(imported.statuses) == 5
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith("record")] == ["record.sqlite"]


def test_a_record_that_knows_more_stays(mine: FakeMastodon, samples: Path, tmp_path: Path) -> None:
    """The file is older: what was posted and undone since is known all the same."""
    file = tmp_path / "record.sqlite"
    migrate("import", samples / "tiny", "--yes", "--limit", 2)
    migrate("record", "export", file)
    first = mine.statuses[0]
    migrate("undo", "--yes", "--post", f"{mine.address}/@me/{first.id}")
    migrate("import", samples / "tiny", "--yes", "--limit", 2)
    before = migrate("status").out

    assert "knows all of that already" in migrate("record", "import", file).out
    assert migrate("status").out == before
    migrate("import", samples / "tiny", "--yes")
    assert len(mine.statuses) == 5


def test_nothing_is_written_over(imported: FakeMastodon, tmp_path: Path) -> None:
    """There may be another record in that place."""
    file = tmp_path / "record.sqlite"
    file.write_text("mine")
    outcome = migrate("record", "export", file)

    assert outcome.code == 2
    assert "Name another file" in outcome.line
    assert file.read_text() == "mine"


def test_half_a_record_is_never_left_behind(
    imported: FakeMastodon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stick is full: there is no file then."""
    monkeypatch.setattr(Ledger, "export", _fill_up)
    assert migrate("record", "export", tmp_path / "record.sqlite").code == 6

    assert not [one for one in tmp_path.iterdir() if one.name.startswith("record")]


def test_nothing_to_take_along(tmp_path: Path) -> None:
    """Nothing was imported from this computer."""
    outcome = migrate("record", "export", tmp_path / "record.sqlite")

    assert outcome.code == 2
    assert "There is no record yet" in outcome.line


def test_one_of_several_records_is_named(imported: FakeMastodon, tmp_path: Path) -> None:
    """As the account is called, with its @ or without."""
    with Ledger(ledger_path("other@far.example")) as other:
        other.claim("1", "someone")
    unnamed = migrate("record", "export", tmp_path / "record.sqlite")
    assert unnamed.code == 2
    assert "@other@far.example" in unnamed.line

    ledger_path("damaged@far.example").write_bytes(b"damaged" * 1000)
    named = migrate("record", "export", tmp_path / "record.sqlite", "--account", "@other@far.example")
    assert "It knows 0 posts." in named.out


def test_the_record_of_another_account_is_not_taken_in(imported: FakeMastodon, tmp_path: Path) -> None:
    """When it is named, it is that of this account or of none."""
    file = tmp_path / "record.sqlite"
    migrate("record", "export", file)
    outcome = migrate("record", "import", file, "--account", "you@far.example")

    assert outcome.code == 2
    assert "and not of you@far.example" in outcome.line


def test_a_file_that_is_no_record(mine: FakeMastodon, tmp_path: Path) -> None:
    """Neither an empty one nor another; nothing is begun for it."""
    for number, content in enumerate((b"", b"hello" * 1000)):
        file = tmp_path / f"{number}.sqlite"
        file.write_bytes(content)

        assert migrate("record", "import", file).code == 6
    assert not ledger_path("x").parent.exists()


def test_a_copy_that_an_earlier_version_wrote(imported: FakeMastodon, samples: Path, tmp_path: Path) -> None:
    """It doesn't say which account it is about: that of the login."""
    file = tmp_path / "copy.sqlite"
    shutil.move(_as_before(imported), file)
    assert "5 posts" in migrate("record", "import", file).out

    assert migrate("import", samples / "tiny", "--yes").value("Posted before") == FIVE
    assert len(imported.statuses) == 5


def _as_before(fake: FakeMastodon) -> Path:
    """The ledger as an earlier version left it: named after the handle, and without a word on the account."""
    now, old = ledger_of(fake.address, "1001"), ledger_path(f"me@{fake.address.removeprefix('http://')}")
    with closing(sqlite3.connect(old, isolation_level=None)) as db:
        db.executescript(";".join((*MIGRATIONS[:2], "PRAGMA user_version = 2")))
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        db.execute("ATTACH ? AS now", (str(now),))
        for table in tables:
            columns = ", ".join(row[1] for row in db.execute(f"PRAGMA main.table_info({table})"))
            db.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM now.{table}")
    for one in now.parent.iterdir():
        if one != old:
            one.unlink()
    return old


def _fill_up(_ledger: Ledger, to: Path) -> None:
    to.write_bytes(b"half")
    raise LedgerError("The disk is full")
