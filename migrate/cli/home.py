"""The folder in which this program keeps the logins, and a ledger for each account."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import typer


def home() -> Path:
    """Find the user's application folder; MIGRATE_HOME moves it."""
    moved = os.environ.get("MIGRATE_HOME")
    return Path(moved) if moved else Path(typer.get_app_dir("twitter-to-mastodon"))


@contextmanager
def home_at(folder: Path) -> Iterator[None]:
    """Keep everything in this folder for a while: a demo leaves nothing behind."""
    before = os.environ.get("MIGRATE_HOME")
    os.environ["MIGRATE_HOME"] = str(folder)
    try:
        yield
    finally:
        if before is None:
            del os.environ["MIGRATE_HOME"]
        else:
            os.environ["MIGRATE_HOME"] = before


def logins_path() -> Path:
    """Find the file with the logins."""
    return home() / "logins.json"


def ledger_of(address: str, account_id: str) -> Path:
    """Find the ledger of an account by what never changes: its id, at the address that was logged in to."""
    return ledger_path(f"{account_id}@{urlsplit(address).netloc}")


def ledger_path(name: str) -> Path:
    """Find a ledger by its name; in earlier versions that was the account's handle, `me@host`."""
    return ledgers_path() / (re.sub(r"[^\w.@-]", "_", name.lower()) + ".sqlite")


def ledgers_path() -> Path:
    """Find the folder of all ledgers."""
    return home() / "ledgers"
