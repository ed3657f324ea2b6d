"""Tables as bars for a terminal."""

from hypothesis import given
from hypothesis import strategies as st

from migrate.pages.bars import bars


def test_the_longest_bar_ends_where_the_line_does() -> None:
    """Label, bar and number fill the width; the others are in proportion."""
    lines = bars([("2018", [100]), ("2019", [50]), ("2020", [0])], 32)

    assert lines == [
        "  2018 █████████████████████ 100",
        "  2019 ██████████▌ 50",
        "  2020  0",
    ]


def test_parts_of_a_bar_follow_each_other() -> None:
    """One fill for each column."""
    assert bars([("2018", [4, 2, 2, 0])], 19) == ["  2018 █████▓▓▓▒▒ 8"]


def test_wide_letters_take_two_cells() -> None:
    """Bars begin below each other, whatever the script of their labels."""
    first, second = bars([("#写真", [2]), ("#photo", [2])], 40)

    assert first.index("█") + 2 == second.index("█")


@given(st.lists(st.lists(st.integers(0, 10**6), min_size=4, max_size=4), min_size=1, max_size=9))
def test_no_line_is_too_long_and_nothing_that_is_there_is_invisible(numbers: list[list[int]]) -> None:
    """Whatever the numbers; one tweet beside a million still has its line."""
    lines = bars([("year", row) for row in numbers], 60)

    assert all(len(line) <= 60 for line in lines)
    assert all(any(c in line for c in "█▓▒░▏") == any(row) for line, row in zip(lines, numbers, strict=True))
