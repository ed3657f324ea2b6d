"""The wheel holds the whole program, and what it needs besides Python."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.shell import ROOT

SAMPLES = ("sample_archives/tricky", "sample_archives/tricky_profiles.csv")
DEMO_ARCHIVE = """
from migrate.cli import app
from migrate.cli.demo import SAMPLES
app(["preview", str(SAMPLES[0] / "tricky"), "-o", "preview"])
"""


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, as it is installed."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as files:
        files.extractall(folder / "installed")
    return folder / "installed"


def test_the_wheel_holds_every_file(unpacked: Path) -> None:
    """Modules, templates, the sample for the demo; and nothing else."""
    samples = {f"migrate/{name}" for name in _files(ROOT, *SAMPLES)}

    assert _files(unpacked, "migrate") == _files(ROOT, "migrate") | samples


def test_the_wheel_works(unpacked: Path, tmp_path: Path) -> None:
    """It finds its sample and its templates, far away from the checkout."""
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}
    subprocess.run([sys.executable, "-c", DEMO_ARCHIVE], cwd=tmp_path, env=environment, check=True)

    assert (tmp_path / "preview" / "index.html").is_file()


def _files(root: Path, *places: str) -> set[str]:
    """Every file below some places, by its name from the root."""
    found = (path for place in places for path in (root / place, *(root / place).rglob("*")))
    return {path.relative_to(root).as_posix() for path in found if path.is_file() and path.suffix != ".pyc"}
