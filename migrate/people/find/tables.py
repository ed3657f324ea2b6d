"""What is written down: every match as a table, and the files that Mastodon's own import page takes.

Mastodon reads plain UTF-8: a byte order mark would make its header an account
(app/models/form/import.rb). It counts double rows and then waits for them for ever
(github.com/mastodon/mastodon/issues/30842), takes at most 20,000 rows, and takes a file
with the header of another kind for that kind (issues/20123: everybody was blocked).
"""

import csv
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from migrate.errors import UsageError
from migrate.people.contacts import Relation
from migrate.people.evidence.claims import Evidence, Lead
from migrate.people.evidence.match import Match, Tier
from migrate.people.find.matches import best_of_each

MOST_ROWS = 20_000

COLUMNS = (
    "x_id",
    "x_handle",
    "x_name",
    "relation",
    "fediverse_acct",
    "tier",
    "evidence",
    "evidence_url",
    "checked_at",
    "state",
)
_FORMULA = re.compile(r"[=+\-@\t\r]")
_LONGEST = 300

_FOLLOWING = ("Account address", "Show boosts", "Notify on new posts", "Languages")
_MUTING = ("Account address", "Hide notifications")
_Rows = list[tuple[str, ...]]


def write_matches(matches: Iterable[Match], path: Path) -> None:
    """Every match, also the rejected ones with the reason. With a byte order mark: it is for spreadsheets."""
    rows = ([_harmless(cell) for cell in _cells(match)] for match in matches)
    _write(path, [COLUMNS, *rows], encoding="utf-8-sig")


def write_imports(
    matches: Sequence[Match], folder: Path, already: Collection[str] = (), most_rows: int = MOST_ROWS
) -> dict[Path, int]:
    """The files for Mastodon's import page, and how many accounts each has; none where there is nobody.

    `already` are addresses that one follows. Blocks and mutes need the word of both
    sides: a wrong one hurts a stranger.
    """
    certain = [match for match in matches if match.tier is Tier.CONFIRMED]
    following = [one for one in _addresses(matches, Relation.FOLLOWING) if one not in already]
    tables: dict[str, tuple[_Rows, _Rows]] = {
        "following_accounts": ([_FOLLOWING], [(one, "true", "false", "") for one in following]),
        "blocked_accounts": ([], [(one,) for one in _addresses(certain, Relation.BLOCKED)]),
        "muted_accounts": ([_MUTING], [(one, "true") for one in _addresses(certain, Relation.MUTED)]),
    }
    written = {}
    for name, (header, rows) in tables.items():
        _drop_old(folder, name)
        for number, start in enumerate(range(0, len(rows), most_rows), start=1):
            part = rows[start : start + most_rows]
            path = folder / (f"{name}.csv" if number == 1 else f"{name}_{number}.csv")
            _write(path, [*header, *part])
            written[path] = len(part)
    return written


def write_leads(leads: Iterable[Lead], path: Path) -> None:
    """The addresses that stand in texts and are nobody's in particular."""
    cells = (
        (one.candidate.address, one.evidence.text[:_LONGEST], _date(one.evidence.date), one.evidence.url)
        for one in leads
    )
    rows = ([_harmless(cell) for cell in row] for row in cells)
    _write(path, [("address", "text", "date", "url"), *rows], encoding="utf-8-sig")


def _addresses(matches: Sequence[Match], relation: Relation) -> list[str]:
    """Each address once; nobody whom one has blocked or muted is followed."""
    hidden = {Relation.BLOCKED, Relation.MUTED} - {relation}
    related = [
        match
        for match in matches
        if relation in match.contact.relations
        and (relation is not Relation.FOLLOWING or hidden.isdisjoint(match.contact.relations))
    ]
    return list(dict.fromkeys(match.address for match in best_of_each(related)))


def _cells(match: Match) -> Iterator[str]:
    """In the order of COLUMNS."""
    contact, first = match.contact, match.evidence[0]
    yield contact.x_id
    yield contact.handle
    yield contact.name
    yield "; ".join(relation for relation in Relation if relation in contact.relations)
    yield match.address
    yield match.tier
    told = "; ".join(_told(one) for one in match.evidence)
    yield f"{match.doubt}: {told}" if match.doubt else told
    yield first.url
    yield f"{match.checked.at:%Y-%m-%d %H:%M}" if match.checked else ""
    yield match.state


def _told(evidence: Evidence) -> str:
    said = " ".join(evidence.text.split())[:_LONGEST]
    when = f" {_date(evidence.date)}" if evidence.date else ""
    return f"{evidence.source}{when}: {said}" if said else f"{evidence.source}{when}"


def _date(date: datetime | None) -> str:
    return f"{date:%Y-%m-%d}" if date else ""


def _harmless(cell: str) -> str:
    """With an apostrophe where a spreadsheet would run it, or round a number of 19 digits."""
    return f"'{cell}" if _FORMULA.match(cell) or cell.isdigit() else cell


def _drop_old(folder: Path, name: str) -> None:
    """Files of an earlier run: whoever is not sure any more must not be followed from them."""
    for old in folder.glob(f"{name}*.csv"):
        if re.fullmatch(rf"{name}(_\d+)?\.csv", old.name):
            old.unlink()


def _write(path: Path, rows: Iterable[Sequence[str]], *, encoding: str = "utf-8") -> None:
    """The whole file, or the old one stays."""
    unfinished = path.with_name(f"{path.name}.part")
    try:
        with unfinished.open("w", encoding=encoding, newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
        unfinished.replace(path)
    except OSError as e:
        raise UsageError(f"{path} can't be written ({e.strerror}). Choose another place with -o.") from e
    finally:
        unfinished.unlink(missing_ok=True)
