"""Words that people see: a post is called a post everywhere, as Mastodon does since 2022.

In code a `Toot` is one converted post; columns and file names that are machine-read keep the word.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main

from migrate.cli import app
from tests.cli.shell import ROOT, migrate

COMMANDS = sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
TOOT = re.compile(r"\btoot", re.IGNORECASE)


def sentences_in(module: Path) -> Iterator[str]:
    """The texts of a module that have more than one word and are no docstring."""
    tree = ast.parse(module.read_text())
    quiet = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in quiet:
            yield from [node.value] if re.search(r"\w \w|\w \W|\W \w", node.value) else []


@pytest.mark.parametrize("command", COMMANDS)
def test_no_help_speaks_of_toots(command: str) -> None:
    """Nor does a switch, though an old one still works."""
    assert not TOOT.search(migrate(command, "--help").out)


def test_no_sentence_speaks_of_toots() -> None:
    """Neither errors nor pages. The sandbox has a script with such a variable, and hosts have such names."""
    modules = [path for path in (ROOT / "migrate").rglob("*.py") if path.stem not in {"server", "hostlists"}]
    found = {text for module in modules for text in sentences_in(module) if TOOT.search(text)}

    assert found == set()


@pytest.mark.parametrize("page", sorted((ROOT / "migrate").rglob("*.html")), ids=lambda path: path.name)
def test_no_page_speaks_of_toots(page: Path) -> None:
    """They are shown to people as they are."""
    assert not TOOT.search(re.sub(r"\{[{%#].*?[}%#]\}", "", page.read_text()))
