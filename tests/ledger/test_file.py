"""The file: one writer, never taken for an empty one, brought up to date, left alone where it is too new."""

import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from migrate.errors import LedgerError
from migrate.ledger import Ledger, LedgerAccount, StepState
from migrate.ledger.file import MIGRATIONS
from migrate.model import StepKey
from tests.cli.shell import ROOT
from tests.fakes.mastodon import FakeMastodon
from tests.ledger.looks import at_each
from tests.posts.replay.scene import Scene, make_steps

HOLD = """
import sys
from pathlib import Path
from migrate.ledger import Ledger
ledger = Ledger(Path(sys.argv[1]))
ledger.claim("1", "someone")
print("open", flush=True)
sys.stdin.read()
"""

OWNER = "INSERT INTO owner VALUES (1, '1', 'someone', '00000000000000000000000000000000')"
STEP = """
    INSERT INTO steps (tweet_id, part, state, attempt, idempotency_key, body, first_sent, last_sent, reason)
    VALUES (1, 0, 'refused', 1, 'key', '{}', 2.0, 3.0, 'no')
"""


def _make(path: Path, *scripts: str, version: int) -> None:
    with closing(sqlite3.connect(path)) as db:
        for script in (*scripts, f"PRAGMA user_version = {version}"):
            db.executescript(script)


def _empty(path: Path) -> None:
    path.touch()


def _empty_beside_its_wal(path: Path) -> None:
    path.touch()
    path.with_name(f"{path.name}-wal").write_bytes(b"the posts" * 1000)


def _without_tables(path: Path) -> None:
    _make(path, "VACUUM", version=0)


def _version_lost(path: Path) -> None:
    _make(path, *MIGRATIONS, OWNER, STEP, version=0)


def _owner_lost(path: Path) -> None:
    _make(path, *MIGRATIONS, STEP, version=len(MIGRATIONS))


HOLDS_NOTHING: dict[str, Callable[[Path], None]] = {
    "0 bytes": _empty,
    "0 bytes beside its wal": _empty_beside_its_wal,
    "no tables": _without_tables,
    "no version": _version_lost,
    "no owner": _owner_lost,
}


def test_a_wal_without_its_file_is_no_new_ledger(tmp_path: Path) -> None:
    """The posts are in it, and would be mixed with those of another file."""
    _empty_beside_its_wal(tmp_path / "l.sqlite")
    (tmp_path / "l.sqlite").unlink()
    with pytest.raises(LedgerError, match="only the one beside it is there"):
        Ledger(tmp_path / "l.sqlite")

    assert not (tmp_path / "l.sqlite").exists()


def test_a_second_run_on_the_same_account_is_refused(tmp_path: Path) -> None:
    """One writer: the second says so and ends; when the first is done, the next may write."""
    with Ledger(tmp_path / "l.sqlite"), pytest.raises(LedgerError, match="Another import"):
        Ledger(tmp_path / "l.sqlite")

    Ledger(tmp_path / "l.sqlite").close()


def test_a_process_that_was_killed_holds_no_lock_and_loses_nothing(tmp_path: Path) -> None:
    """Refused while it lives; once it is dead, what it wrote is there and nobody has to unlock anything."""
    path = tmp_path / "l.sqlite"
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        with pytest.raises(LedgerError, match="Another import"):
            Ledger(path)
        other.send_signal(signal.SIGKILL)

    with Ledger(path) as ledger:
        assert ledger.owner() == ("1", "someone")


def test_reading_needs_no_lock_and_writes_nothing(tmp_path: Path) -> None:
    """A look at the ledger is possible during a run, and can't change it."""
    path = tmp_path / "l.sqlite"
    with Ledger(path) as writer, Ledger(path, read_only=True) as reader:
        writer.claim("1", "someone")

        assert reader.owner() == ("1", "someone")
        with pytest.raises(LedgerError):
            reader.note_plan(1, 0.0)


def test_a_look_makes_no_ledger(tmp_path: Path) -> None:
    """Nothing was posted yet: no file, and none afterwards."""
    with pytest.raises(LedgerError):
        Ledger(tmp_path / "l.sqlite", read_only=True)

    assert list(tmp_path.iterdir()) == []


def test_an_unreadable_ledger_is_never_taken_for_an_empty_one(tmp_path: Path) -> None:
    """A damaged file stops the run."""
    path = tmp_path / "l.sqlite"
    path.write_bytes(b"SQLite format 3\x00" + b"garbage" * 1000)
    with pytest.raises(LedgerError, match="backup"):
        Ledger(path)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_ledger_is_left_alone(read_only: bool, tmp_path: Path) -> None:
    """A file of a newer version of this program is not touched, and the lock is given back."""
    path = tmp_path / "l.sqlite"
    with Ledger(path) as ledger:
        ledger._db.execute("PRAGMA user_version = 999")
    for _ in range(2):
        with pytest.raises(LedgerError, match="newer version"):
            Ledger(path, read_only=read_only)

    assert _version(path) == 999


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
def test_an_older_ledger_is_brought_up_to_date(version: int, read_only: bool, tmp_path: Path) -> None:
    """Each earlier version becomes today's, and keeps what it holds; for a look, it is done in a copy."""
    path = tmp_path / "l.sqlite"
    _make(path, *MIGRATIONS[:version], OWNER, STEP, version=version)
    with Ledger(path, read_only=read_only) as ledger:
        record = ledger.find(StepKey(1))
        assert ledger.account() is None

    assert _version(path) == (version if read_only else len(MIGRATIONS))
    assert record is not None
    assert record.reason == "no"


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("content", HOLDS_NOTHING)
def test_a_ledger_that_holds_nothing_is_refused(content: str, read_only: bool, tmp_path: Path) -> None:
    """It was there, so things may have been posted; it stays as it is, with all that lies beside it."""
    path = tmp_path / "l.sqlite"
    HOLDS_NOTHING[content](path)
    before = _files(tmp_path)
    with pytest.raises(LedgerError, match="holds nothing") as refused:
        Ledger(path, read_only=read_only)

    assert "before anything is posted" in str(refused.value)
    assert before.items() <= _files(tmp_path).items()


def test_a_copy_of_the_file_alone_is_refused_while_it_knows_no_posts(tmp_path: Path) -> None:
    """As earlier versions left it: all of the first posts were in the file beside it."""
    path = tmp_path / "l.sqlite"
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    for script in (*MIGRATIONS[:2], OWNER, STEP, "PRAGMA user_version = 2"):
        db.executescript(script)
    shutil.copy(path, tmp_path / "copy.sqlite")
    db.close()

    with pytest.raises(LedgerError, match="holds nothing"):
        Ledger(tmp_path / "copy.sqlite")


def test_a_ledger_that_was_never_used_is_new(tmp_path: Path) -> None:
    """A first command that ended before its first post is no trouble for the second."""
    for _ in range(2):
        with Ledger(tmp_path / "l.sqlite") as ledger:
            assert ledger.owner() is None
            assert ledger.counts() == {}


def test_a_birth_that_was_cut_off_begins_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file has no place before it is whole."""
    path = tmp_path / "l.sqlite"
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", _power_cut)
        with pytest.raises(KeyboardInterrupt):
            Ledger(path)
    assert not path.exists()

    with Ledger(path) as ledger:
        assert ledger.counts() == {}
    assert [one.name for one in tmp_path.iterdir() if "new" in one.name] == []


def test_a_copy_of_the_file_alone_is_a_few_posts_behind_at_most(tmp_path: Path) -> None:
    """At any moment of a run: what a backup program takes is nearly all."""
    scene = Scene(FakeMastodon(), tmp_path, make_steps(40))
    copies: list[Path] = []

    def copy() -> None:
        copies.append(tmp_path / f"copy{len(copies)}.sqlite")
        with suppress(FileNotFoundError):
            _copy_in_other_process(scene.ledger_path, copies[-1])

    at_each(scene.fake, "/api/v1/statuses", copy)
    scene.run()

    behind = [number - _posted(copy) for number, copy in enumerate(copies)]
    assert len(behind) == 40
    assert max(behind) <= 4


def test_a_copy_of_the_file_alone_knows_whose_it_is_before_the_first_post(tmp_path: Path) -> None:
    """It is never taken for one that was not used yet."""
    account = LedgerAccount("https://fake.example", "1001", "me@fake.example")
    with Ledger(tmp_path / "l.sqlite") as ledger:
        ledger.belong_to(account)
        _copy_in_other_process(tmp_path / "l.sqlite", tmp_path / "first.sqlite")
        ledger.claim("1", "someone")
        _copy_in_other_process(tmp_path / "l.sqlite", tmp_path / "second.sqlite")
    known = []
    for name in ("first", "second"):
        with Ledger(tmp_path / f"{name}.sqlite", read_only=True) as copy:
            known.append((copy.account(), copy.owner()))

    assert known == [(account, None), (account, ("1", "someone"))]


def test_after_a_run_the_file_alone_is_everything(tmp_path: Path) -> None:
    """Nothing lies beside it."""
    scene = Scene(FakeMastodon(), tmp_path, make_steps())
    scene.run()

    assert not list(tmp_path.glob("*-wal"))
    assert _posted(scene.ledger_path) == 6


def test_nobody_else_may_look_into_it(tmp_path: Path) -> None:
    """The folders that are made for it, and each file, whoever wrote it."""
    path = tmp_path / "home" / "ledgers" / "l.sqlite"
    before = os.umask(0)
    try:
        with Ledger(path) as ledger:
            ledger.claim("1", "someone")
            modes = {one.name: stat.S_IMODE(one.stat().st_mode) for one in path.parent.iterdir()}
            folders = [stat.S_IMODE(one.stat().st_mode) for one in (path.parent, path.parent.parent)]
    finally:
        os.umask(before)

    assert folders == [0o700, 0o700]
    assert set(modes) == {"l.sqlite", "l.sqlite-wal", "l.sqlite-shm", "l.lock", "l.lock-journal"}
    assert set(modes.values()) == {0o600}


def test_what_others_could_look_into_is_closed(tmp_path: Path) -> None:
    """Ledgers of earlier versions were open to all users of the computer."""
    path = tmp_path / "l.sqlite"
    Ledger(path).close()
    path.chmod(0o644)
    tmp_path.chmod(0o755)
    Ledger(path).close()

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o700


def _version(path: Path) -> int:
    db = sqlite3.connect(path)
    (version,) = db.execute("PRAGMA user_version").fetchone()
    db.close()
    return int(version)


def _files(folder: Path) -> dict[str, int]:
    return {one.name: one.stat().st_size for one in folder.iterdir()}


def _power_cut(*_: object) -> None:
    raise KeyboardInterrupt


def _copy_in_other_process(source: Path, to: Path) -> None:
    """To read the file in this process would give up the locks on it."""
    subprocess.run(["cp", str(source), str(to)], check=True)


def _posted(path: Path) -> int:
    with Ledger(path, read_only=True) as ledger:
        return len(ledger.keys_in(StepState.DONE))
