"""What the account itself has shown of the steps' posts.

Posts that were found there, and not made from this ledger, were taken in: another computer
has made them, or a lost ledger knew them.
"""

from collections.abc import Callable
from typing import Any

from migrate.ledger.records import Statement
from migrate.model.toots import StepKey

_CLAIMED = """
    SELECT remote_id, tweet_id, part FROM steps WHERE state = 'done' ORDER BY length(remote_id), remote_id
"""
_MADE_BEFORE = """
    SELECT 1 FROM steps LEFT JOIN taken_in USING (tweet_id, part)
    WHERE remote_id = ? AND last_sent <= ? AND taken_in.tweet_id IS NULL
"""
_TAKEN_IN = "SELECT tweet_id, part FROM taken_in JOIN steps USING (tweet_id, part) WHERE state = 'done'"


class ShownPosts:
    """The ledger's part about what was seen on the account."""

    def __init__(self, write: Callable[..., int], rows: Callable[..., list[Any]]) -> None:
        self._write = write
        self._rows = rows

    def take_in(self, key: StepKey) -> None:
        """Write down that this step's post was found, and not made from this ledger; it is seen."""
        place = (key.tweet_id, key.part)
        seen = ("UPDATE steps SET unseen = 0 WHERE tweet_id = ? AND part = ?", place)
        self._write(("INSERT OR IGNORE INTO taken_in VALUES (?, ?)", place), seen)

    def taken_in(self) -> set[StepKey]:
        """Read the steps whose posts were found."""
        return {StepKey(tweet_id, part) for tweet_id, part in self._rows(_TAKEN_IN)}

    def claimed(self) -> dict[str, StepKey]:
        """Read every post that the server is known to have, by its ids there, oldest first.

        The ids tell the order: they grow with time on each kind of server. Clocks step back.
        """
        return {remote_id: StepKey(tweet_id, part) for remote_id, tweet_id, part in self._rows(_CLAIMED)}

    def made_before(self, remote_id: str, moment: float) -> bool:
        """Tell whether a post was made from this ledger, and by a request that was sent before a moment."""
        return bool(self._rows(_MADE_BEFORE, (remote_id, moment)))

    def doubt(self, key: StepKey, reason: str) -> None:
        """Write down that the server seems to have this step's post, though it was not found there."""
        statement = "UPDATE steps SET reason = ? WHERE tweet_id = ? AND part = ?"
        self._write((statement, (reason, key.tweet_id, key.part)))


def made_here(key: StepKey) -> Statement:
    """Write down that an answer brought this post: it is this ledger's own from now on."""
    return "DELETE FROM taken_in WHERE tweet_id = ? AND part = ?", (key.tweet_id, key.part)
