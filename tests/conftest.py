"""For every test: a home of its own, no waiting, no environment of the person who runs it."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
import stamina

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell starts what runs in the background so; the programs that tests press Ctrl-C for inherit it.
    signal.signal(signal.SIGINT, signal.default_int_handler)

SAMPLES = Path(__file__).parents[1] / "sample_archives"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The application folder of this test."""
    for name in ("MIGRATE_SERVER", "MIGRATE_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("MIGRATE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TZ", "UTC")
    return tmp_path / "home"


@pytest.fixture(autouse=True)
def _no_waiting() -> Iterator[None]:
    """Reads are tried again at once."""
    stamina.set_testing(True, attempts=3)
    yield
    stamina.set_testing(False)


@pytest.fixture
def samples() -> Path:
    """The sample archives."""
    return SAMPLES
