"""What a cell of the column `state` says."""

import pytest

from migrate.people.decisions import Decision, forgets, read_decision


@pytest.mark.parametrize(
    ("cell", "decision"),
    [
        ("accepted", Decision.ACCEPTED),
        ("'Yes ", Decision.ACCEPTED),
        ("WAHR", Decision.ACCEPTED),
        ("Rejected.", Decision.REJECTED),
        ("non", Decision.REJECTED),
        ("open", Decision.OPEN),
        ("", Decision.OPEN),
        ("Forget", Decision.OPEN),
        ("perhaps", None),
        ("accepted?", None),
    ],
)
def test_a_cell_says_one_thing(cell: str, decision: Decision | None) -> None:
    """A word that is not known is none of the three."""
    assert read_decision(cell) is decision


def test_only_one_word_takes_a_decision_back() -> None:
    """`open` is what we write ourselves where nothing was decided."""
    assert [word for word in ("forget", "FORGET ", "open", "", "no") if forgets(word)] == [
        "forget",
        "FORGET ",
    ]
