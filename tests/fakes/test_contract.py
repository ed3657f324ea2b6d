"""Each fake answers as the server was recorded: the same questions, over its port, case by case.

Status, headers and fields, what is left of which limit, and what the fake's world is like
afterwards. Where a fake differs on purpose, `on_purpose.py` says why.
"""

from functools import cache

import pytest

from tests.fakes.contract import Comparison, ask_fake, group_of
from tests.fakes.dialects import DIALECTS
from tests.fakes.on_purpose import ON_PURPOSE, UNRECORDED, unexplained
from tests.recordings.catalogue import groups
from tests.recordings.kept import load
from tests.recordings.plain import Case

RECORDED = [name for name, dialect in DIALECTS.items() if dialect.recording]
HELD = [
    (dialect, group.name)
    for dialect in RECORDED
    for group in groups.GROUPS
    if group_of(load(DIALECTS[dialect].recording), group.name)
]
BY_NAME = {group.name: group for group in groups.GROUPS}


@cache
def answered(dialect: str, group: str) -> tuple[list[Case], list[str]]:
    """A fake's answers to a group, and what is wrong with the world."""
    return ask_fake(dialect, BY_NAME[group])


@cache
def asked(dialect: str, group: str) -> tuple[dict[str, list[str]], list[str]]:
    """The differences of each recorded case, and what is wrong with the world."""
    cases, wrong = answered(dialect, group)
    compare = Comparison(load(DIALECTS[dialect].recording))
    compared = {case["name"]: compare(case) for case in cases}
    return {name: differences for name, differences in compared.items() if differences is not None}, wrong


@pytest.mark.parametrize(("dialect", "group"), HELD)
def test_the_fake_answers_as_the_server_did(dialect: str, group: str) -> None:
    """But for what stands in the table."""
    differing = {
        name: left
        for name, differences in asked(dialect, group)[0].items()
        if (left := unexplained(dialect, name, differences))
    }

    assert differing == {}


@pytest.mark.parametrize(("dialect", "group"), HELD)
def test_the_world_is_as_the_answer_says(dialect: str, group: str) -> None:
    """A no changes nothing; what is said to be posted is there, what is said to be deleted is not."""
    assert asked(dialect, group)[1] == []


@pytest.mark.parametrize(("dialect", "group"), HELD)
def test_all_that_was_recorded_is_asked(dialect: str, group: str) -> None:
    """A question that is no longer asked would let its answer rot."""
    assert group_of(load(DIALECTS[dialect].recording), group) <= set(asked(dialect, group)[0])


@pytest.mark.parametrize("dialect", RECORDED)
def test_five_posts_at_once_with_one_key(dialect: str) -> None:
    """How many get through is chance, whether more than one does is not: from Mastodon 4.6 on none."""
    recording = load(DIALECTS[dialect].recording)
    names = [f"at_once:same_key.{number}" for number in range(1, 6)]
    recorded = [case for name in names if (case := recording.case(name))]
    faked = [case for case in answered(dialect, "at_once")[0] if case["name"] in names]

    assert (_posts(recorded) > 1) == (_posts(faked) > 1) == (not DIALECTS[dialect].locks_keys)


def test_no_row_of_the_table_is_left_over() -> None:
    """Each covers a difference that is there."""
    found = [
        (dialect, case, difference)
        for dialect, group in HELD
        for case, differences in asked(dialect, group)[0].items()
        for difference in differences
    ]

    assert [row for row in ON_PURPOSE if not any(row.covers(*one) for one in found)] == []


def test_a_dialect_without_a_recording_is_marked() -> None:
    """By name, with where it was read instead."""
    assert set(UNRECORDED) == set(DIALECTS) - set(RECORDED)


def _posts(cases: list[Case]) -> int:
    return len({case["body"]["id"] for case in cases if case["status"] == 200})
