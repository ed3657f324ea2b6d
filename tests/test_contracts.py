"""The contracts in pyproject.toml bite: what they forbid, written into a copy of the program, is named."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.shell import ROOT

PACKAGES = sorted(path.parent.name for path in (ROOT / "migrate").glob("*/__init__.py"))
DOORS = {
    "httpx": {"mastodon", "web"},
    "typer": {"cli"},
    "tqdm": {"cli"},
    "csv": {"sheets"},
    "pandas": set[str](),
}
"""Libraries that belong to some packages; all the others, or all but a module or two, do without them."""

WINGS = {"posts", "people"}
FORBIDDEN = [
    *((package, name) for name, owners in DOORS.items() for package in PACKAGES if package not in owners),
    *((one, f"migrate.{other}") for one in sorted(WINGS) for other in sorted(WINGS - {one})),
    *(("model", "migrate.archive"), ("sheets", "migrate.ledger"), ("ledger", "migrate.posts")),
    *(("model", "stamina"), ("posts.convert", "sqlite3"), ("people.evidence", "rich")),
    ("posts.plan", "pandas"),
]
"""A package, and what none of its modules imports."""


@pytest.fixture(scope="module")
def complaints(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What import-linter says of a program with everything in it that is forbidden."""
    folder = tmp_path_factory.mktemp("copy")
    shutil.copy(ROOT / "pyproject.toml", folder)
    shutil.copytree(ROOT / "migrate", folder / "migrate", ignore=shutil.ignore_patterns("__pycache__"))
    for package, name in FORBIDDEN:
        with (folder / "migrate" / package.replace(".", "/") / "__init__.py").open("a") as module:
            module.write(f"\nimport {name}\n")
    ran = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=folder,
        env={**os.environ, "COLUMNS": "300"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    return ran.stdout


@pytest.mark.parametrize(("package", "name"), FORBIDDEN)
def test_what_is_forbidden_is_named(complaints: str, package: str, name: str) -> None:
    """With the module that imports it."""
    assert f"migrate.{package} -> {name} (l." in complaints
