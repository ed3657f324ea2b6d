"""A plan through LibreOffice and back: `make office`. Where there is none, this says so and skips."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace

from migrate.archive import open_archive
from migrate.errors import UsageError
from migrate.model import Kind, Limits, Origin, Plan, Policy
from migrate.posts.plan import make_plan
from migrate.posts.planfile import read_plan, write_plan

SOFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.skipif("MIGRATE_OFFICE" not in os.environ, reason="takes long; `make office` runs it"),
    pytest.mark.skipif(SOFFICE is None, reason="no LibreOffice: apt-get install libreoffice-calc-nogui"),
]

COMMA, SEMICOLON, TAB = 44, 59, 9
UTF_8, UTF_16, WINDOWS = 76, 65535, 1
AS_TYPED, AS_NUMBERS = "false", "true"
"""Whether the import dialog's "detect special numbers" is on: dates and 1E5 are then rewritten."""


@pytest.mark.parametrize("sample", ["tiny", "tricky"])
@pytest.mark.parametrize("detect", [AS_TYPED, AS_NUMBERS], ids=["plain", "numbers"])
@pytest.mark.parametrize(
    ("separator", "charset"),
    [(COMMA, UTF_8), (SEMICOLON, UTF_8), (TAB, UTF_16)],
    ids=["utf-8", "semicolon", "utf-16"],
)
def test_there_and_back(
    sample: str, detect: str, separator: int, charset: int, samples: Path, tmp_path: Path
) -> None:
    """Opened, kept as a spreadsheet, saved as CSV: the same toots, letter for letter."""
    plan, base, back = through(samples / sample, tmp_path, detect, separator, charset)

    assert replace(read_plan(back, base, Limits()), policy=plan.policy) == plan


def test_saved_for_windows(samples: Path, tmp_path: Path) -> None:
    """Emoji are found again; letters that LibreOffice has replaced by similar ones are named."""
    plan, base, back = through(samples / "tiny", tmp_path, AS_TYPED, SEMICOLON, WINDOWS)
    assert replace(read_plan(back, base, Limits()), policy=plan.policy) == plan

    _, base, back = through(samples / "tricky", tmp_path, AS_TYPED, SEMICOLON, WINDOWS)
    with pytest.raises(UsageError, match=r"Row \d+: letters or emoji were lost"):
        read_plan(back, base, Limits())


def through(sample: Path, folder: Path, detect: str, separator: int, charset: int) -> tuple[Plan, Plan, Path]:
    """A plan, the archive's own with everything in it, and the file that came back."""
    usual = Policy(footer="📅 {date}")
    everything = replace(usual, include=frozenset(Kind), origins=frozenset(Origin))
    with open_archive(sample) as archive:
        plan = make_plan(archive.tweets, archive.owner, Limits(), usual)
        base = make_plan(archive.tweets, archive.owner, Limits(), everything)
    write_plan(plan, folder / "plan.csv")
    convert(folder / "plan.csv", "ods", folder, f"--infilter=CSV:{COMMA},34,{UTF_8},1,,0,false,{detect}")
    saved_as = f"csv:Text - txt - csv (StarCalc):{separator},34,{charset},1"
    convert(folder / "plan.ods", saved_as, folder / "back")
    return plan, base, folder / "back" / "plan.csv"


def convert(path: Path, to: str, into: Path, *more: str) -> None:
    """LibreOffice without a window, with a profile of its own."""
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    subprocess.run(
        [SOFFICE or "", profile, "--headless", *more, "--convert-to", to, "--outdir", str(into), str(path)],
        check=True,
        capture_output=True,
        timeout=120,
    )
