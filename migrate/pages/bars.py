"""Draw tables as bars for a terminal. Pure: lines of text, the labels as they are given."""

from collections.abc import Sequence
from unicodedata import combining, east_asian_width

FILLS = "█▓▒░"
"""One for each column of a table, in order; a legend shows them with their names."""

_EIGHTHS = " ▏▎▍▌▋▊▉"
_ROOM_FOR_LABELS = 24


def bars(rows: Sequence[tuple[str, Sequence[int]]], width: int) -> list[str]:
    """Draw a line for each row: its label, a bar of its numbers one after the other, and their sum.

    The longest line is `width` cells long. Labels must be free of control characters.
    """
    if not rows:
        return []
    labels = [_cut(label) for label, _ in rows]
    sums = [sum(numbers) for _, numbers in rows]
    label_width = max(map(_cells, labels))
    number_width = max(len(f"{total:,}") for total in sums)
    room = max(width - label_width - number_width - 4, 8)
    return [
        f"  {label}{' ' * (label_width - _cells(label))} {_bar(numbers, room / (max(sums) or 1))} {total:,}"
        for label, (_, numbers), total in zip(labels, rows, sums, strict=True)
    ]


def _bar(numbers: Sequence[int], scale: float) -> str:
    """End each part where the sum up to there does, so that rounding never makes the whole longer."""
    if len(numbers) == 1:
        return _fine_bar(numbers[0] * scale)
    bar, total = "", 0
    for fill, number in zip(FILLS, numbers, strict=False):
        total += number
        bar += fill * (round(total * scale) - len(bar))
    return bar or ("▏" if total else "")


def _fine_bar(length: float) -> str:
    whole, eighths = divmod(round(length * 8), 8)
    return FILLS[0] * whole + (_EIGHTHS[eighths] if eighths else "") or ("▏" if length else "")


def _cut(label: str) -> str:
    """Shorten a label that would leave no room for the bars."""
    if _cells(label) <= _ROOM_FOR_LABELS:
        return label
    end = len(label)
    while _cells(label[:end]) >= _ROOM_FOR_LABELS:
        end -= 1
    return f"{label[:end]}…"


def _cells(text: str) -> int:
    """Count the cells that a terminal takes: two for Chinese and Japanese letters, none for accents."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)
