"""The numbers of an archive as bars in the terminal."""

from collections.abc import Sequence
from shutil import get_terminal_size
from typing import TYPE_CHECKING

import typer

from migrate.cli.show import cleaned, say

if TYPE_CHECKING:
    from migrate.pages.charts import Chart

WIDEST = 100


def show_charts(charts: "Sequence[Chart]") -> None:
    """Print one chart after the other, with a legend where a bar has several parts."""
    from migrate.pages.bars import FILLS, bars

    width = min(get_terminal_size().columns, WIDEST)
    for chart in charts:
        say("")
        say("{title}", title=chart.title)
        for line in bars([(str(cleaned(label)), numbers) for label, numbers in chart.rows], width):
            typer.echo(line)
        if chart.series:
            typer.echo(
                "  " + "  ".join(f"{fill} {name}" for fill, name in zip(FILLS, chart.series, strict=False))
            )
