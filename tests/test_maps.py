"""Maps that can't drift: each package's docstring names its modules, the README's picture all packages."""

import ast
import re
from pathlib import Path

import pytest

from tests.cli.shell import ROOT

PACKAGES = sorted(path.parent for path in (ROOT / "migrate").rglob("__init__.py"))


def _inside(package: Path) -> set[str]:
    """The modules and packages directly inside a package."""
    modules = {path.stem for path in package.glob("*.py")} - {"__init__", "__main__"}
    return modules | {path.parent.name for path in package.glob("*/__init__.py")}


def _named(text: str) -> set[str]:
    """The first words of lines like `name  what it is` or `    name/  what it is`."""
    return set(re.findall(r"^ *(?:migrate/)?(\w+)(?:/|\.py)?  +\S", text, re.MULTILINE))


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_package_names_its_modules(package: Path) -> None:
    """All of them, and none that is gone."""
    docstring = ast.get_docstring(ast.parse((package / "__init__.py").read_text())) or ""

    assert _named(docstring) == _inside(package)


def test_the_readme_draws_every_package() -> None:
    """The picture under "How it is built"."""
    built = (ROOT / "README.md").read_text().partition("## How it is built")[2].partition("\n## ")[0]

    assert _named(built) == _inside(ROOT / "migrate")
