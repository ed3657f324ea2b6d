"""A filter is declared once: everything that is said and done for it comes from its declaration."""

from pathlib import Path

import pytest

from migrate.cli.choosing.rules import read_rules
from migrate.cli.problem_words import WORDS
from migrate.pages.words import ABOUT
from migrate.posts.filters import FILTERS, Filter
from tests.cli.shell import migrate

VALUES = {int: ("7", "7", 7), bool: (None, "true", True), str: ("bread", '["bread"]', ("bread",))}
"""By what a filter takes: what is typed, what stands in rules.toml, and the value in the policy."""

FITTING = {"without-source": "example  WEB app"}
"""What is typed for a filter of which the sample has no tweet with the usual value."""


@pytest.mark.parametrize("filter_", FILTERS, ids=lambda filter_: filter_.name)
def test_each_has_its_switch_its_key_and_its_words(filter_: Filter, tmp_path: Path) -> None:
    """The same name everywhere, and the same value by both ways."""
    _, written, value = VALUES[filter_.takes]
    rules = tmp_path / "rules.toml"
    rules.write_text(f"{filter_.name} = {written}\n")

    assert read_rules(rules).policy().filters == {filter_.name: value}
    assert f"--{filter_.name} " in migrate("import", "--help").out
    assert WORDS[filter_.reason] == (filter_.one, filter_.many)
    assert ABOUT[filter_.reason] == filter_.about


@pytest.mark.parametrize("filter_", FILTERS, ids=lambda filter_: filter_.name)
def test_each_works_from_the_command_line(filter_: Filter, samples: Path, tmp_path: Path) -> None:
    """Its reason stands in the plan's table, and its words in the terminal."""
    typed = FITTING.get(filter_.name, VALUES[filter_.takes][0])
    switch = [f"--{filter_.name}"] if typed is None else [f"--{filter_.name}", typed]
    outcome = migrate("plan", samples / "tricky", "-o", tmp_path / "plan.csv", *switch)

    assert outcome.code == 0
    assert f",{filter_.reason.value}," in (tmp_path / "plan.csv").read_text(encoding="utf-8-sig")
    assert filter_.one in outcome.out or filter_.many in outcome.out


def test_no_two_are_alike() -> None:
    """Each has a name and a reason of its own."""
    assert len({filter_.name for filter_ in FILTERS}) == len(FILTERS)
    assert len({filter_.reason for filter_ in FILTERS}) == len(FILTERS)
