"""The tables that the user has edited: they differ from what this program wrote last."""

import hashlib
from contextlib import suppress
from pathlib import Path

import msgspec

from migrate.private import make_private_file, make_private_folder
from migrate.sheets.beside import written_beside


class Edits:
    """The content written last to each table. Without a readable store, every table counts as edited."""

    def __init__(self, store: Path | None = None) -> None:
        self._store = store

    def is_edited(self, path: Path) -> bool:
        """Tell whether the file differs from what was written to it last."""
        return self._written().get(str(path.absolute())) != fingerprint(path)

    def remember(self, path: Path) -> None:
        """Remember the file as it is now. If that fails, it counts as edited later."""
        if self._store is None:
            return
        written = self._written() | {str(path.absolute()): fingerprint(path)}
        with suppress(OSError):
            make_private_folder(self._store.parent)
            with written_beside(self._store) as unfinished:
                make_private_file(unfinished)
                unfinished.write_bytes(msgspec.json.encode(written))

    def _written(self) -> dict[str, str]:
        try:
            content = self._store.read_bytes() if self._store else b"{}"
            return msgspec.json.decode(content, type=dict[str, str])
        except (OSError, msgspec.MsgspecError):
            return {}


def fingerprint(path: Path) -> str:
    """Make the digest of a file's content."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
