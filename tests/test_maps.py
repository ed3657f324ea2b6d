"""Maps that can't drift: each package's docstring names its modules, the README's picture all packages.

The tests are a map, too: they lie in the folders of what they test.
"""

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


def test_a_module_that_is_not_named_is_noticed(tmp_path: Path) -> None:
    """So is a name whose module is gone."""
    (tmp_path / "__init__.py").write_text('"""What it is.\n\nhere  a module\ngone  another one\n"""\n')
    (tmp_path / "here.py").touch()
    (tmp_path / "new.py").touch()

    with pytest.raises(AssertionError):
        test_a_package_names_its_modules(tmp_path)
    (tmp_path / "new.py").rename(tmp_path / "gone.py")
    test_a_package_names_its_modules(tmp_path)


@pytest.mark.parametrize("package", PACKAGES[1:], ids=lambda path: str(path.relative_to(ROOT)))
def test_a_package_has_tests_of_its_own(package: Path) -> None:
    """In a folder of the same name, or a file; those of the command line are named after the commands."""
    if package.parent.name == "cli":
        package = package.parent
    place = ROOT / "tests" / package.relative_to(ROOT / "migrate")

    assert [*place.rglob("test_*.py"), *place.parent.glob(f"test_{place.name}*.py")]


def test_the_readme_draws_every_package() -> None:
    """The picture under "How it is built"."""
    built = (ROOT / "README.md").read_text().partition("## How it is built")[2].partition("\n## ")[0]

    assert _named(built) == _inside(ROOT / "migrate")
