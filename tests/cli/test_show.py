"""How numbers and foreign texts are written, and what is counted."""

import json
import shutil
import unicodedata
from pathlib import Path

import pytest

from migrate.cli.problem_words import WORDS
from migrate.cli.show import counts, filled, print_json
from migrate.model import ProblemKind
from tests.cli.shell import migrate

BIDI = frozenset({"LRE", "LRO", "RLE", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def test_values_are_one_clean_line() -> None:
    """Nothing from outside starts a line, moves the cursor, or is taken for a place to fill."""
    assert filled("{n} of {name}", n=12345, name="a\nb\x1b[31m{n}") == "12,345 of a b[31m{n}"


def test_every_kind_of_problem_has_its_words() -> None:
    """Whatever is left out or wrong can be said."""
    assert WORDS.keys() == set(ProblemKind)
    assert all(one and many for one, many in WORDS.values())


def test_one_of_a_kind_is_said_in_the_singular(capsys: pytest.CaptureFixture[str]) -> None:
    """The numbers stand one below the other."""
    counts([(1, ("tweet is", "tweets are")), (1200, ("post is", "posts are"))])

    assert capsys.readouterr().out == "      1  tweet is\n  1,200  posts are\n"


def test_json_can_be_looked_at_in_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """What would steer it, or turn the order of letters round, is escaped; other programs read the same."""
    steering = {
        letter
        for letter in map(chr, range(0x10000))
        if unicodedata.category(letter) in {"Cc", "Zl", "Zp"}
        or unicodedata.bidirectional(letter)
        in {"LRE", "LRO", "RLE", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    } | {"\u061c", "\u200e", "\u200f"}
    words = "".join(sorted(steering)) + "日本 👩\u200d👧 می\u200cخواهم"
    print_json({"words": words})
    out = capsys.readouterr().out

    assert json.loads(out) == {"words": words}
    assert steering.isdisjoint(out.rstrip("\n"))
    assert "日本 👩\u200d👧 می\u200cخواهم" in out


def test_a_hostile_name_is_escaped_in_json(samples: Path, tmp_path: Path) -> None:
    """By each command that prints JSON."""
    archive = tmp_path / "archive"
    shutil.copytree(samples / "tiny", archive)
    account = archive / "data" / "account.js"
    account.write_text(account.read_text().replace("Ada Example", "\u202e\\u009b31m"))
    outcome = migrate("check", "--json", archive)

    assert "\\u202e" in outcome.out
    assert outcome.out.rstrip("\n").isprintable()
