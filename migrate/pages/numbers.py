"""Write the archive in numbers: a page with charts, and tables for those who compute.

The page runs nothing.
"""

from collections.abc import Sequence
from pathlib import Path

from migrate.model import Owner
from migrate.pages.charts import Chart
from migrate.pages.document import TEMPLATES, own_files, policy
from migrate.pages.figures import Figures
from migrate.pages.words import CHARTS, LANGUAGE


def write_page(charts: Sequence[Chart], owner: Owner, path: Path) -> None:
    """Write a page that opens from disk. Raises OSError."""
    style = own_files("base.css", "numbers.css")
    page = TEMPLATES.get_template("numbers.html").render(
        policy=policy(style),
        style=style,
        language=LANGUAGE,
        title=CHARTS["title" if owner.handle else "title_unknown"].format(handle=owner.handle),
        charts=charts,
    )
    path.write_text(page, encoding="utf-8")


def write_tables(figures: Figures, folder: Path) -> None:
    """Write a CSV for each table, with the labels in the first column. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in figures.tables().items():
        # spreadsheets take a leading @ for the beginning of a formula
        labels = [str(label).removeprefix("@") for label in table.index]
        table.set_axis(labels, axis="index").to_csv(folder / f"{name}.csv", index_label=name)
