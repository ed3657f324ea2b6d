"""The file: one writer, never taken for an empty one, brought up to date, left alone where it is too new."""

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from migrate.errors import LedgerError
from migrate.ledger import Ledger
from migrate.ledger.file import MIGRATIONS
from migrate.model import StepKey
from tests.cli.shell import ROOT

HOLD = """
import sys
from pathlib import Path
from migrate.ledger import Ledger
ledger = Ledger(Path(sys.argv[1]))
ledger.claim("1", "someone")
print("open", flush=True)
sys.stdin.read()
"""


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


@pytest.mark.parametrize("version", range(len(MIGRATIONS)))
def test_an_older_ledger_is_brought_up_to_date(version: int, tmp_path: Path) -> None:
    """Each earlier version becomes today's, and keeps what it holds."""
    path = tmp_path / "l.sqlite"
    db = sqlite3.connect(path)
    for script in MIGRATIONS[:version]:
        db.executescript(script)
    if version:
        db.execute("INSERT INTO steps VALUES (1, 0, 'refused', 1, 'key', '{}', 2.0, 3.0, NULL, NULL, 'no')")
    db.execute(f"PRAGMA user_version = {version}")
    db.commit()
    db.close()
    with Ledger(path) as ledger:
        record = ledger.find(StepKey(1))

    assert _version(path) == len(MIGRATIONS)
    assert (record and record.reason) == ("no" if version else None)


def _version(path: Path) -> int:
    db = sqlite3.connect(path)
    (version,) = db.execute("PRAGMA user_version").fetchone()
    db.close()
    return int(version)
