"""Turn the tables of an archive into charts, the same for a terminal and a page. Pure."""

from collections.abc import Iterable

import pandas as pd
from msgspec import Struct

from migrate.model import Kind
from migrate.pages.figures import Figures
from migrate.pages.words import CHARTS, KINDS, MEDIA, WEEKDAYS

HOURS_TOGETHER = 3


class Chart(Struct, frozen=True):
    """Rows of a label and a number for each series; a single series needs no name."""

    name: str
    title: str
    series: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]

    @property
    def most(self) -> int:
        """Measure the longest bar."""
        return max(sum(numbers) for _, numbers in self.rows)


def make_charts(figures: Figures) -> list[Chart]:
    """Make a chart of each table in which there is something to see."""
    hours = figures.hours.groupby(figures.hours.index // HOURS_TOGETHER).sum()
    spans = [f"{h * HOURS_TOGETHER:02}:00 - {(h + 1) * HOURS_TOGETHER - 1:02}:59" for h in hours.index]
    media = [MEDIA[str(kind)] for kind in figures.media.index]
    kinds = tuple(KINDS[Kind(str(kind))] for kind in figures.years)
    charts = [
        _chart("years", figures.years, figures.years.index, kinds),
        _chart("weekdays", figures.weekdays, WEEKDAYS),
        _chart("hours", hours, spans),
        _chart("hashtags", figures.hashtags, figures.hashtags.index),
        _chart("people", figures.people, figures.people.index),
        _chart("media", figures.media, media, tuple(CHARTS[str(column)] for column in figures.media)),
    ]
    return [chart for chart in charts if chart.rows and chart.most]


def _chart(name: str, table: pd.DataFrame, labels: Iterable[object], series: tuple[str, ...] = ()) -> Chart:
    numbers = [tuple(map(int, row)) for row in table.to_numpy()]
    return Chart(name, CHARTS[name], series, tuple(zip(map(str, labels), numbers, strict=True)))
