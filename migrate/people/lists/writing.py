"""People to files: the one that Mastodon's web page takes, and a report for a spreadsheet."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from migrate.model import Person
from migrate.sheets import Edits, WrittenTable, csv_bytes, shield, write_table

FOLLOWING = ("Account address", "Show boosts", "Notify on new posts", "Languages")
OUTCOME = ("line", "address", "account", "outcome", "why", "words of the server", "when", "lists")


def following_table(people: Iterable[Person]) -> bytes:
    """Make Mastodon's following_accounts.csv: no byte order mark, no empty yes or no, no second `@`.

    A mark makes Mastodon take the header for a person; an empty cell makes GoToSocial
    leave the row out (internal/typeutils/csv.go).
    """
    return csv_bytes(FOLLOWING, _following(people))


def write_following(folder: Path, people: Iterable[Person]) -> Path:
    """Write that file beside what is there already: the user's own file often has the same name."""
    number, path = 1, folder / "following_accounts_new.csv"
    while path.exists():
        number += 1
        path = folder / f"following_accounts_new_{number}.csv"
    return write_table(path, FOLLOWING, _following(people), Edits(), mark=False).path


def write_outcomes(path: Path, rows: Iterable[Sequence[object]], edits: Edits) -> WrittenTable:
    """Write the report: how each person stands."""
    cells = ([shield(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return write_table(path, OUTCOME, cells, edits)


def _following(people: Iterable[Person]) -> Iterator[tuple[str, ...]]:
    """Write the cells of a person in the order of FOLLOWING."""
    for person in people:
        languages = ",".join(person.languages)
        yield person.address, _word(yes=person.boosts), _word(yes=person.notify), languages


def _word(*, yes: bool) -> str:
    return "true" if yes else "false"
