"""The user's decisions about matches, kept for every later run, whatever becomes of the table."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from migrate.errors import UsageError
from migrate.people.decisions import Decision
from migrate.people.find.earlier import EarlierMatch, decisions_in
from migrate.people.find.matches import Decisions
from migrate.private import make_private_file, make_private_folder
from migrate.sheets import written_beside


def recall(store: Path, earlier: Iterable[EarlierMatch]) -> Decisions:
    """Recall everything that was ever decided; the table has the newest word. Raises UsageError."""
    try:
        decided = dict(_load(store))
        new = dict(decisions_in(earlier))
        if new:
            decided |= new
            _save(store, decided.items())
    except (OSError, msgspec.MsgspecError) as e:
        raise UsageError(
            f"Your decisions about matches can't be read or kept ({e}). They are in {store}."
        ) from e
    return {pair: decision for pair, decision in decided.items() if decision is not Decision.OPEN}


def _load(store: Path) -> Iterable[tuple[tuple[str, str], Decision]]:
    if not store.exists():
        return ()
    rows = msgspec.json.decode(store.read_bytes(), type=list[tuple[str, str, Decision]])
    return (((key, address), decision) for key, address, decision in rows)


def _save(store: Path, decided: Iterable[tuple[tuple[str, str], Decision]]) -> None:
    make_private_folder(store.parent)
    with written_beside(store) as unfinished:
        make_private_file(unfinished)
        unfinished.write_bytes(msgspec.json.encode([(*pair, decision) for pair, decision in decided]))
