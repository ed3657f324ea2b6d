"""People to files: the one that Mastodon's web page takes, and what became of everybody for a spreadsheet."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pandas as pd

from migrate.errors import UsageError
from migrate.model import Person

HEADER = ("Account address", "Show boosts", "Notify on new posts", "Languages")
OUTCOME = ("line", "address", "account", "outcome", "why", "words of the server", "when")
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula (owasp.org/www-community/attacks/CSV_Injection)."""


def following_table(people: Iterable[Person]) -> bytes:
    """Mastodon's following_accounts.csv: no mark before the first name, no empty yes or no, no second `@`.

    A mark makes Mastodon take the header for a person; an empty cell makes GoToSocial
    leave the row out (internal/typeutils/csv.go).
    """
    rows = [
        (person.address, _word(yes=person.boosts), _word(yes=person.notify), ",".join(person.languages))
        for person in people
    ]
    return pd.DataFrame(rows, columns=pd.Index(HEADER)).to_csv(index=False, lineterminator="\n").encode()


def write_following(folder: Path, people: Iterable[Person]) -> Path:
    """Write that file beside what is there already: the person's own file often has the same name."""
    number, path = 1, folder / "following_accounts_new.csv"
    while path.exists():
        number += 1
        path = folder / f"following_accounts_new_{number}.csv"
    _write(path, following_table(people))
    return path


def write_outcomes(path: Path, rows: Sequence[tuple[object, ...]]) -> None:
    """What became of everybody, with cells that a spreadsheet can't take for formulas."""
    frame = pd.DataFrame(list(rows), columns=pd.Index(OUTCOME)).map(_harmless)
    _write(path, frame.to_csv(index=False).encode())


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as e:
        raise UsageError(f"{path} can't be written ({e.strerror}). Choose another place for it.") from e


def _word(*, yes: bool) -> str:
    return "true" if yes else "false"


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(DANGEROUS) else cell
