"""Packed values come out as they went in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migrate.model import Packed


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=600), st.data())
def test_what_went_in_comes_out(values: list[str], data: st.DataObject) -> None:
    """By number, by slice, from both ends, and in order."""
    packed = Packed(str, values)

    assert (list(packed), len(packed)) == (values, len(values))
    for index in data.draw(st.lists(st.integers(-700, 700), max_size=5)):
        if -len(values) <= index < len(values):
            assert packed[index] == values[index]
        else:
            with pytest.raises(IndexError):
                packed[index]
    start, end, step = data.draw(st.tuples(st.integers(), st.integers(), st.integers(1, 3)))
    assert packed[start:end:step] == values[start:end:step]


def test_it_grows_over_many_blocks() -> None:
    """What is added later stands behind."""
    packed = Packed(int)
    for number in range(1000):
        packed.add(number)
        assert packed[-1] == number

    assert packed == range(1000)
    assert packed != range(999)
    assert packed != [*range(999), 0]


def test_what_does_not_go_in_leaves_no_trace() -> None:
    """Half a value must not shift those behind it."""
    packed = Packed(list[str], [["first"]])
    with pytest.raises(UnicodeEncodeError):
        packed.add(["x" * 100_000, "\ud800"])
    packed.add(["second"])

    assert packed == [["first"], ["second"]]
