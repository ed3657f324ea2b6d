"""How numbers and foreign texts are written, and what is counted."""

import pytest

from migrate.cli.problem_words import WORDS
from migrate.cli.show import counts, filled
from migrate.model import ProblemKind


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
