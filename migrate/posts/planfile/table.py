"""A file to the rows of a plan, whatever a spreadsheet made of it."""

from pathlib import Path

from migrate.errors import UsageError
from migrate.posts.planfile.cells import TO_BE_READ
from migrate.sheets import Row, Table, open_table, plain_name, wrong_quotes
from migrate.sheets.text import OWN_BIGGEST


def open_plan(path: Path) -> Table:
    """Read a plan's rows. Raises UsageError for anything that is no such table."""
    table = open_table(path, _is_header, OWN_BIGGEST)
    name = table.name
    if table.header is None:
        raise UsageError(f"{name} is not a plan. Write one first: migrate plan ARCHIVE -o plan.csv")
    if missing := sorted(column for column in TO_BE_READ if plain_name(column) not in table.header.places):
        raise UsageError(
            f"{name} has lost columns: {', '.join(missing)}. Take them back from an earlier copy, or write "
            "the plan again: migrate plan ARCHIVE -o plan.csv"
        )
    if table.broken_after is not None:
        raise wrong_quotes(table)
    return table


def _is_header(row: Row) -> bool:
    return {"toot", "post"}.issubset(row.plain_names)
