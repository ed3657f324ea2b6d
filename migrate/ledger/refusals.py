"""What the server would not take, under which conditions, and what is tried again.

What a server refuses today it may take tomorrow: with a new login, after an upgrade, in other
words. So each refusal is kept with a mark of the conditions at that time.
"""

from collections.abc import Callable, Iterable
from typing import Any

from migrate.ledger.records import LostFile, Statement
from migrate.model.toots import StepKey

UNDER = "(SELECT mark FROM conditions)"
"""The conditions of now, inside a statement."""

UNDONE = "state = 'open', remote_id = NULL, url = NULL, reason = NULL, first_sent = 0, unseen = 0"
"""A step that is sent again as if it had never been: with a fresh key."""

_TRY_AGAIN = f"UPDATE steps SET {UNDONE} WHERE tweet_id = ? AND part = ? AND state = 'refused'"  # noqa: S608
_FORGET_FILE = "DELETE FROM uploads WHERE tweet_id = ? AND media_id = ? AND reason IS NOT NULL"
_LOST = """
    SELECT tweet_id, media_id, reason FROM uploads WHERE reason IS NOT NULL
        AND EXISTS (SELECT 1 FROM steps WHERE steps.tweet_id = uploads.tweet_id AND state = 'done')
    ORDER BY tweet_id, media_id
"""


class Refusals:
    """The ledger's part about what was refused."""

    def __init__(self, write: Callable[..., int], rows: Callable[..., list[Any]]) -> None:
        self._write = write
        self._rows = rows

    def note_conditions(self, mark: str) -> None:
        """Write down under which conditions the server is asked from now on."""
        self._write(("INSERT OR REPLACE INTO conditions VALUES (1, ?)", (mark,)))

    def try_again(self, keys: Iterable[StepKey]) -> None:
        """Write down that these steps are to be sent again, with fresh keys, though they were refused."""
        self._write(*[(_TRY_AGAIN, (key.tweet_id, key.part)) for key in keys])

    def forget_files(self, files: Iterable[tuple[int, str]]) -> None:
        """Write down that these files, by tweet id and media id, are to be sent again."""
        self._write(*[(_FORGET_FILE, file) for file in files])

    def lost_files(self) -> list[LostFile]:
        """Read which files the server would not take, of tweets that it has."""
        return self._rows(_LOST, into=lambda row: LostFile(*row))


def forget_refusals_of(tweet_id: int) -> list[Statement]:
    """Make what forgets that parts or files of a tweet were refused."""
    return [
        (f"UPDATE steps SET {UNDONE} WHERE tweet_id = ? AND state = 'refused'", (tweet_id,)),  # noqa: S608
        ("DELETE FROM uploads WHERE tweet_id = ? AND reason IS NOT NULL", (tweet_id,)),
    ]
