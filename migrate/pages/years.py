"""Count how much there is of each year: the bars of the chart. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import tzinfo

from msgspec import Struct

from migrate.model import LeftOut, Plan, Step, on_calendar

_LEAST = 3.0
"""The least that can be seen of a bar, in hundredths of the chart."""


class Year(Struct, frozen=True):
    """A year with its toots and left-out tweets, and how high their bars are, in hundredths of the chart."""

    year: int
    posted: int
    left_out: int
    posted_height: float
    left_out_height: float


def make_years(plan: Plan) -> Sequence[Year]:
    """Count every year from the first to the last, those without tweets too."""
    zone = plan.policy.zone
    posted = Counter(_year_of(step, zone) for step in plan.steps)
    left_out = Counter(_year_of(left, zone) for left in plan.left_out)
    all_years = posted.keys() | left_out.keys()
    if not all_years:
        return ()
    most = max((posted + left_out).values())
    return [
        Year(
            year,
            posted[year],
            left_out[year],
            _height(posted[year], most),
            _height(left_out[year], most),
        )
        for year in _from_first_to_last(all_years)
    ]


def _year_of(row: Step | LeftOut, zone: tzinfo) -> int:
    return on_calendar(row.created_at, zone, has_time=row.has_time).year


def _height(count: int, most: int) -> float:
    return round(_LEAST + (100 - 2 * _LEAST) * count / most, 1) if count else 0


def _from_first_to_last(years: Iterable[int]) -> range:
    present = set(years)
    return range(min(present), max(present) + 1)
