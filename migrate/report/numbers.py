"""The archive in numbers, written down: a page with charts, and tables for those who compute.

The page loads and runs nothing: Jinja escapes what strangers wrote in hashtags and
names, and the Content-Security-Policy allows one style and no script.
"""

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from migrate.model import Account
from migrate.report.charts import Chart
from migrate.report.figures import Figures
from migrate.report.words import CHARTS, LANGUAGE

_TEMPLATES = Environment(loader=PackageLoader("migrate.report"), autoescape=True, trim_blocks=True)


def write_page(charts: Sequence[Chart], owner: Account, path: Path) -> None:
    """A page that opens from disk. Raises OSError."""
    style = Markup(_TEMPLATES.get_template("numbers.css").render())  # noqa: S704 - our own file
    digest = b64encode(sha256(style.encode()).digest()).decode()
    page = _TEMPLATES.get_template("numbers.html").render(
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        style=style,
        language=LANGUAGE,
        title=CHARTS["title"].format(handle=owner.handle),
        charts=charts,
    )
    path.write_text(page, encoding="utf-8")


def write_tables(figures: Figures, folder: Path) -> None:
    """A CSV for each table, with the labels in the first column. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in figures.tables().items():
        # spreadsheets take a leading @ for the beginning of a formula
        labels = [str(label).removeprefix("@") for label in table.index]
        table.set_axis(labels, axis="index").to_csv(folder / f"{name}.csv", index_label=name)
