"""Every match as a table, and the files that Mastodon's own import page takes.

Mastodon reads plain UTF-8: a byte order mark would make its header an account
(app/models/form/import.rb). It counts double rows and then waits for them for ever
(github.com/mastodon/mastodon/issues/30842), takes at most 20,000 rows, and takes a file
with the header of another kind for that kind (issues/20123: everybody was blocked).
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from migrate.people.contacts import Relation
from migrate.people.decisions import Decision
from migrate.people.evidence.claims import Evidence, Lead
from migrate.people.evidence.match import Match, Tier
from migrate.people.find.earlier import COLUMNS
from migrate.people.find.matches import best_of_each, pairs_of
from migrate.people.lists.writing import FOLLOWING
from migrate.sheets import Edits, WrittenTable, put_away, shield, write_table

MOST_ROWS = 20_000

LEADS = ("address", "text", "date", "url", "by", "to")
_LONGEST = 300

_MUTING = ("Account address", "Hide notifications")
_Rows = list[tuple[str, ...]]


def write_matches(
    matches: Iterable[Match], path: Path, edits: Edits, words: Mapping[tuple[str, str], str] | None = None
) -> WrittenTable:
    """Write every match, also the rejected ones with the reason.

    `words` stand in the column of decisions and are none: they are left for the user to explain.
    """
    rows = ([shield(cell) for cell in _cells(match, words or {})] for match in matches)
    return write_table(path, COLUMNS, rows, edits)


def write_imports(
    matches: Sequence[Match],
    folder: Path,
    edits: Edits,
    already: Collection[str] = (),
    most_rows: int = MOST_ROWS,
) -> list[WrittenTable]:
    """Write the files for Mastodon's import page; none for a list without people.

    `already` are addresses that the user follows. Blocks and mutes need the word of both sides,
    or the user's yes: a wrong one hurts a stranger.
    """
    certain = [one for one in matches if one.tier is Tier.CONFIRMED or one.state is Decision.ACCEPTED]
    following = [one for one in _addresses(matches, Relation.FOLLOWING) if one not in already]
    tables: dict[str, tuple[tuple[str, ...], _Rows]] = {
        "following_accounts": (FOLLOWING, [(one, "true", "false", "") for one in following]),
        "blocked_accounts": ((), [(one,) for one in _addresses(certain, Relation.BLOCKED)]),
        "muted_accounts": (_MUTING, [(one, "true") for one in _addresses(certain, Relation.MUTED)]),
    }
    written = []
    for name, (header, rows) in tables.items():
        parts = [rows[start : start + most_rows] for start in range(0, len(rows), most_rows)]
        paths = [folder / (f"{name}_{n}.csv" if n > 1 else f"{name}.csv") for n in range(1, len(parts) + 1)]
        written += [put_away(old, edits) for old in _earlier_files(folder, name) if old not in paths]
        written += [
            write_table(path, header, part, edits, mark=False)
            for path, part in zip(paths, parts, strict=True)
        ]
    return written


def write_leads(leads: Iterable[Lead], path: Path, edits: Edits) -> WrittenTable:
    """Write the addresses that stand in texts and belong to no contact, with who wrote them to whom."""
    rows = ([shield(cell) for cell in _lead_cells(one)] for one in leads)
    return write_table(path, LEADS, rows, edits)


def _addresses(matches: Sequence[Match], relation: Relation) -> list[str]:
    """List each address once; people whom the user has blocked or muted are not followed."""
    hidden = {Relation.BLOCKED, Relation.MUTED} - {relation}
    related = [
        match
        for match in matches
        if relation in match.contact.relations
        and (relation is not Relation.FOLLOWING or hidden.isdisjoint(match.contact.relations))
    ]
    return list(dict.fromkeys(match.address for match in best_of_each(related)))


def _cells(match: Match, words: Mapping[tuple[str, str], str]) -> Iterator[str]:
    """Write the cells of a match in the order of COLUMNS."""
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
    pairs = pairs_of(contact, match.address)
    yield next((words[pair] for pair in pairs if pair in words), match.state)


def _lead_cells(lead: Lead) -> tuple[str, ...]:
    told = lead.evidence
    return lead.candidate.address, _line(told.text), _date(told.date), told.url, lead.by, lead.to


def _told(evidence: Evidence) -> str:
    said = _line(evidence.text)
    when = f" {_date(evidence.date)}" if evidence.date else ""
    return f"{evidence.source}{when}: {said}" if said else f"{evidence.source}{when}"


def _line(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]


def _date(date: datetime | None) -> str:
    return f"{date:%Y-%m-%d}" if date else ""


def _earlier_files(folder: Path, name: str) -> list[Path]:
    """List the files of an earlier run: people who are not sure any more must not be followed from them."""
    found = folder.glob(f"{name}*.csv")
    return sorted(old for old in found if re.fullmatch(rf"{name}(_\d+)?\.csv", old.name))
