"""What goes wrong with the file, in a sentence that is true: "make room" only where there is none."""

import errno
import sqlite3
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from migrate.errors import LedgerError
from migrate.ledger import FollowState, Ledger, PersonRecord, StepState, Upload, locking
from migrate.ledger.failures import damage_in_words, in_words
from migrate.model import Action, StepKey
from tests.fakes.mastodon import FakeMastodon
from tests.ledger.test_ledger import begin, cut_tweet, keep_upload
from tests.posts.replay.scene import Scene, make_steps

SQLITE = {
    "SQLITE_FULL": "disk is full",
    "SQLITE_READONLY_DIRECTORY": "can't be written",
    "SQLITE_READONLY_DBMOVED": "can't be written",
    "SQLITE_PERM": "can't be written",
    "SQLITE_CORRUPT_INDEX": "is damaged",
    "SQLITE_NOTADB": "is damaged",
    "SQLITE_PROTOCOL": "can't lock files",
    "SQLITE_NOLFS": "can't lock files",
    "SQLITE_IOERR_LOCK": "can't lock files",
    "SQLITE_IOERR_SHMMAP": "can't lock files",
    "SQLITE_IOERR_WRITE": "did not take",
    "SQLITE_IOERR_SHMSIZE": "did not take",
    "SQLITE_IOERR_READ": "disk failed",
    "SQLITE_IOERR_FSYNC": "disk failed",
    "SQLITE_CANTOPEN": "can't be opened",
    "SQLITE_CANTOPEN_ISDIR": "can't be opened",
    "SQLITE_BUSY_SNAPSHOT": "Another program holds on",
    "SQLITE_ERROR": "can't be used",
    "": "can't be used",
}
SYSTEM = {
    errno.ENOSPC: "disk is full",
    errno.EDQUOT: "disk is full",
    errno.EROFS: "can't be written",
    errno.EACCES: "can't be written",
    errno.ENOTDIR: "can't be opened",
    errno.EIO: "can't be opened",
}


@pytest.mark.parametrize("name", SQLITE)
def test_each_failure_of_sqlite_has_its_sentence(name: str, tmp_path: Path) -> None:
    """By SQLite's own name for it; room is asked for only where the disk may be full."""
    _expect_sentence(_sqlite_error(name), SQLITE[name], tmp_path)


@pytest.mark.parametrize("number", SYSTEM)
def test_each_failure_of_the_system_has_its_sentence(number: int, tmp_path: Path) -> None:
    """The same for what the system says itself."""
    _expect_sentence(OSError(number, "said the system"), SYSTEM[number], tmp_path)


@pytest.mark.parametrize("name", ["SQLITE_IOERR_SHMSIZE", "SQLITE_IOERR_WRITE", "SQLITE_CANTOPEN"])
def test_a_full_disk_under_another_name(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite tells only of the file that it could not make."""
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 4096}))

    _expect_sentence(_sqlite_error(name), "disk is full", tmp_path)


def test_a_home_that_cannot_be_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder can't even be made."""
    monkeypatch.setattr(Path, "mkdir", _refuse(OSError(errno.EROFS, "Read-only file system")))
    with pytest.raises(LedgerError, match=r"can't be written .*Read-only file system.* MIGRATE_HOME"):
        Ledger(tmp_path / "home" / "l.sqlite")


def test_a_record_that_can_only_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is there for looking only: a look is possible, and to write is not."""
    path = tmp_path / "l.sqlite"
    _used(path).close()
    monkeypatch.setattr("os.access", lambda place, mode: place != tmp_path)
    with Ledger(path, read_only=True) as ledger:
        assert ledger.posted(StepKey(1)) == ("41", "")
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith("l.sqlite")] == ["l.sqlite"]

    monkeypatch.setattr(locking, "_lock", _refuse(_sqlite_error("SQLITE_CANTOPEN")))
    with pytest.raises(LedgerError, match="can't be written"):
        Ledger(path)


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    """There is room enough on the disk."""
    (tmp_path / "home").touch()
    with pytest.raises(LedgerError, match="can't be opened"):
        Ledger(tmp_path / "home" / "l.sqlite")


def test_a_disk_that_gives_no_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No other import is running: a file that nobody else knows can't be locked either.

    SQLite says "busy" for ENOLCK, too (sqlite/src/os_unix.c, sqliteErrorFromPosixError).
    """
    monkeypatch.setattr(locking, "_lock", lambda _: None)
    with pytest.raises(LedgerError, match="can't lock files"):
        Ledger(tmp_path / "l.sqlite")


def test_a_disk_that_fails_at_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same, where it says so."""
    monkeypatch.setattr(locking, "_lock", _refuse(_sqlite_error("SQLITE_IOERR_LOCK")))
    with pytest.raises(LedgerError, match="can't lock files"):
        Ledger(tmp_path / "l.sqlite")


def test_another_program_has_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is no import, and "stop it with Ctrl-C there" would be no help."""
    path = tmp_path / "l.sqlite"
    with Ledger(path) as ledger:
        ledger._db.execute("PRAGMA busy_timeout = 0")
        browser = sqlite3.connect(path, isolation_level=None)
        browser.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="Another program holds on"):
            ledger.claim("1", "someone")
        browser.close()


def test_a_full_disk_at_any_write(tmp_path: Path) -> None:
    """The run ends with a sentence; with room on the disk it goes on, and each post is there once."""
    for place in count(1):
        scene = Scene(FakeMastodon(), tmp_path / str(place), make_steps())
        scene.open_ledger = _filled_up(place)
        if not _stopped_by_the_full_disk(scene):
            break
        scene.open_ledger = Ledger
        scene.fake.clock.advance(60)
        scene.run()

        scene.check_whole()
    assert place > 12


DAMAGES = {
    "text": "UPDATE steps SET body = CAST(x'7bff' AS TEXT)",
    "json": """UPDATE steps SET body = '{"status": '""",
    "state": "UPDATE people SET state = 'dxne'",
    "reason": "UPDATE people SET detail = CAST(x'ff' AS TEXT)",
    "part": "UPDATE parts SET step = 'null'",
    "upload": "UPDATE uploads SET remote_id = CAST(x'ff' AS TEXT)",
}
LOOKS: dict[str, Callable[[Ledger], object]] = {
    "text": lambda ledger: ledger.find(StepKey(1)),
    "json": lambda ledger: list(ledger.in_state(StepState.DONE)),
    "state": lambda ledger: ledger.people.all(Action.FOLLOW),
    "reason": lambda ledger: ledger.people.all(Action.FOLLOW),
    "part": lambda ledger: ledger.open_parts(),
    "upload": lambda ledger: ledger.uploads(),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_row_is_told_as_that(damage: str, tmp_path: Path) -> None:
    """It is never passed over: what it said of a post is not known any more."""
    with _used(tmp_path / "l.sqlite") as ledger:
        ledger._db.execute("PRAGMA ignore_check_constraints = 1")
        ledger._db.execute(DAMAGES[damage])
        with pytest.raises(LedgerError, match=r"is damaged .*backup"):
            LOOKS[damage](ledger)


def test_a_damaged_page_is_seen_before_anything_is_posted(tmp_path: Path) -> None:
    """Not when its rows happen to be read."""
    path = tmp_path / "l.sqlite"
    with _used(path) as ledger:
        ((page,),) = ledger._db.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'uploads'"
        ).fetchall()
        ((size,),) = ledger._db.execute("PRAGMA page_size").fetchall()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\x00" * 64)

    with pytest.raises(LedgerError, match="is damaged"):
        Ledger(path)


def test_the_same_id_for_two_posts(tmp_path: Path) -> None:
    """It is the server's doing, and no room on the disk helps; the step is looked for by the next run."""
    with _used(tmp_path / "l.sqlite") as ledger:
        begin(ledger, StepKey(2))
        with pytest.raises(
            LedgerError, match="tweet 2 the id 41, which the post of tweet 1 has already"
        ) as told:
            ledger.finish(StepKey(2), "41", None)
        ledger.finish(StepKey(1), "41", "https://fake.example/41")

        assert "room" not in str(told.value)
        assert ledger.keys_in(StepState.BEGUN) == {StepKey(2)}


def _used(path: Path) -> Ledger:
    ledger = Ledger(path)
    ledger.claim("1", "someone")
    begin(ledger, StepKey(1), rest=cut_tweet(2)[1:])
    ledger.finish(StepKey(1), "41", None)
    keep_upload(ledger, 1, "a", Upload("7", 10.0))
    ledger.people.keep(PersonRecord("bob@far.example", Action.FOLLOW, FollowState.DONE, 1.0))
    return ledger


def _stopped_by_the_full_disk(scene: Scene) -> bool:
    try:
        scene.run()
    except LedgerError as e:
        return "disk is full" in str(e)
    return False


def _filled_up(place: int) -> Callable[[Path], Ledger]:
    """A ledger whose disk is full from its n-th write on."""
    writes = count(1)

    class FilledUp(Ledger):
        def _write(self, *statements: object, **how: object) -> int:
            if next(writes) >= place:
                with in_words(self.path):
                    raise _sqlite_error("SQLITE_FULL")
            return super()._write(*statements, **how)  # type: ignore[arg-type]

    return FilledUp


def _expect_sentence(error: Exception, sentence: str, folder: Path) -> None:
    for words in (in_words, damage_in_words):
        with pytest.raises(LedgerError) as told, words(folder / "l.sqlite"):
            raise error
        assert sentence in str(told.value)
        assert ("room" in str(told.value)) == (sentence in {"disk is full", "did not take"})
        assert str(folder / "l.sqlite") in str(told.value)


def _sqlite_error(name: str) -> sqlite3.Error:
    error = sqlite3.OperationalError("said SQLite")
    error.sqlite_errorname = name
    return error


def _refuse(error: Exception) -> Callable[..., None]:
    def refuse(*_: object, **__: object) -> None:
        raise error

    return refuse
