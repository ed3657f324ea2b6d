"""The benchmarks run, and say what they measured."""

import importlib
from pathlib import Path

import pytest

from benchmarks.__main__ import Pair, check_out, rows, table
from benchmarks.cases import ROOT, Case, cases, run_case
from benchmarks.measuring import Run, Spread
from tests.fakes.archive import make_archive

NEED_A_PLACE_OF_THEIR_OWN = {"read_ijson", "read_ours"}
MODULES = {path.stem for path in (ROOT / "benchmarks").glob("*.py")} - NEED_A_PLACE_OF_THEIR_OWN


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A very small one."""
    return make_archive(tmp_path_factory.mktemp("bench") / "archive.zip", tweets=30, likes=10)


@pytest.mark.parametrize("module", sorted(MODULES))
def test_every_benchmark_can_be_loaded(module: str) -> None:
    """What they call is still there."""
    importlib.import_module(f"benchmarks.{module}")


@pytest.mark.parametrize("case", cases(Path("archive.zip")), ids=lambda case: case.name)
def test_every_case_runs(case: Case, archive: Path) -> None:
    """With the program of this tree; each takes some time and memory."""
    (here,) = (each for each in cases(archive) if each.name == case.name)

    assert all(figure > 0 for figure in run_case(here, ROOT))


def test_the_program_of_the_tree_is_run(tmp_path: Path) -> None:
    """And not the one that is installed; one that fails has a row that says how."""
    (tmp_path / "migrate").mkdir()
    (tmp_path / "migrate" / "__init__.py").touch()
    (tmp_path / "migrate" / "__main__.py").write_text("raise SystemExit('No such command')")

    assert list(rows(Case("moon", ("-m", "migrate", "moon")), tmp_path)) == [
        "| moon | | fails: No such command | | |"
    ]


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="no checkout of git")
def test_the_parent_is_checked_out(tmp_path: Path) -> None:
    """With the whole program in it."""
    assert (check_out("HEAD", tmp_path / "parent") / "migrate" / "__main__.py").is_file()


def test_the_table_has_medians_and_ratios_pair_by_pair() -> None:
    """A ratio of medians would hide which runs were neighbours."""
    before = [Run(1, 10, 100), Run(2, 20, 100), Run(4, 40, 100)]
    after = [Run(2, 10, 100), Run(2, 20, 110), Run(3, 40, 120)]

    assert list(table("plan", [Pair(*pair) for pair in zip(before, after, strict=True)])) == [
        "| plan | CPU s | 2.00 (1.00 to 4.00) | 2.00 (2.00 to 3.00) | 1.00 (0.75 to 2.00) |",
        "| plan | clock s | 20 (10 to 40) | 20 (10 to 40) | 1.00 (1.00 to 1.00) |",
        "| plan | MB | 100 (100 to 100) | 110 (100 to 120) | 1.10 (1.00 to 1.20) |",
    ]


def test_a_spread_of_an_even_number_has_the_middle() -> None:
    """Between the two in the middle."""
    assert Spread.of([4.0, 1.0, 2.0, 3.0]) == (2.5, 1.0, 4.0)
