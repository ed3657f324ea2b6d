"""What a person decided about matches: written into the table of matches, kept for every later run."""

import csv
from collections.abc import Iterable
from pathlib import Path

import msgspec

from migrate.errors import UsageError
from migrate.people.contacts import State
from migrate.people.find.earlier import read_decisions
from migrate.people.find.matches import Decisions


def recall(store: Path, table: Path) -> Decisions:
    """Everything that was ever decided. What stands in the table is the newest word. Raises UsageError."""
    try:
        decided = dict(_load(store))
        new = dict(read_decisions(table))
        if new:
            decided |= new
            _save(store, decided.items())
    except (OSError, csv.Error, msgspec.MsgspecError) as e:
        raise UsageError(
            f"Your decisions about matches can't be read or kept ({e}). They are in {table} and {store}."
        ) from e
    return {pair: state for pair, state in decided.items() if state is not State.OPEN}


def _load(store: Path) -> Iterable[tuple[tuple[str, str], State]]:
    if not store.exists():
        return ()
    rows = msgspec.json.decode(store.read_bytes(), type=list[tuple[str, str, State]])
    return (((key, address), state) for key, address, state in rows)


def _save(store: Path, decided: Iterable[tuple[tuple[str, str], State]]) -> None:
    store.parent.mkdir(parents=True, exist_ok=True)
    unfinished = store.with_name(f"{store.name}.part")
    unfinished.write_bytes(msgspec.json.encode([(*pair, state) for pair, state in decided]))
    unfinished.replace(store)
