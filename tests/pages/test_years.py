"""The bars of the chart."""

from datetime import UTC, datetime

from migrate.model import Kind, LeftOut, Owner, Plan, ProblemKind, Step, StepKey, Toot
from migrate.pages.years import make_years


def test_every_year_from_the_first_to_the_last_has_its_numbers() -> None:
    """Years without tweets are there too, so that the chart tells the truth about time."""
    years = make_years(_plan(posted=[2010, 2010, 2013], left_out=[2011]))

    assert [(year.year, year.posted, year.left_out) for year in years] == [
        (2010, 2, 0),
        (2011, 0, 1),
        (2012, 0, 0),
        (2013, 1, 0),
    ]


def test_the_longest_bar_fits_and_the_shortest_is_seen() -> None:
    """One tweet beside a thousand still has a bar; the thousand stay inside the chart."""
    few, many = make_years(_plan(posted=[2010, *[2011] * 1000], left_out=[2011] * 500))

    assert few.posted_height >= 3
    assert many.posted_height + many.left_out_height <= 100


def test_a_plan_of_nothing_has_no_bars() -> None:
    """An archive without tweets has a page as well."""
    assert list(make_years(_plan(posted=[], left_out=[]))) == []


def _plan(*, posted: list[int], left_out: list[int]) -> Plan:
    steps = [Step(StepKey(n), Toot("x"), _day(year), Kind.TWEET) for n, year in enumerate(posted)]
    left = [LeftOut(n, _day(year), Kind.TWEET, ProblemKind.BEFORE) for n, year in enumerate(left_out)]
    return Plan(Owner("1", "ada"), tuple(steps), tuple(left))


def _day(year: int) -> datetime:
    return datetime(year, 6, 1, tzinfo=UTC)
