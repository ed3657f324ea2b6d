"""How the files that were uploaded are described on the server, by the server's ids."""

from collections.abc import Callable, Mapping
from typing import Any


class Descriptions:
    """The descriptions' part of a ledger. Of files that an older version has uploaded it knows nothing."""

    def __init__(self, write: Callable[..., int], rows: Callable[..., list[Any]]) -> None:
        self._write = write
        self._rows = rows

    def keep(self, descriptions: Mapping[str, str]) -> None:
        """Write down how these files are described now."""
        statement = "INSERT OR REPLACE INTO descriptions VALUES (?, ?)"
        self._write(*[(statement, pair) for pair in descriptions.items()])

    def all(self) -> dict[str, str]:
        """Read them."""
        return dict(self._rows("SELECT remote_id, description FROM descriptions"))
