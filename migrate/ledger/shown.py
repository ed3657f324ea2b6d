"""What the account itself has shown of the steps' posts.

Posts that were found there, and not made from this ledger, were taken in: another computer
has made them, or a lost ledger knew them. A post is unseen from its answer until it was
seen among the account's own: only reading back tells that the server kept it.
"""

from collections.abc import Callable, Iterable
from typing import Any

from migrate.ledger.file import Statement
from migrate.model import StepKey

_UNSEEN = """
    SELECT steps.remote_id, tweet_id, part FROM unseen JOIN steps USING (tweet_id, part)
    WHERE steps.state = 'done'
"""
_CLAIMED = """
    SELECT remote_id, tweet_id, part FROM steps WHERE state = 'done' ORDER BY length(remote_id), remote_id
"""
_TAKEN_IN = "SELECT tweet_id, part FROM taken_in JOIN steps USING (tweet_id, part) WHERE state = 'done'"


class ShownPosts:
    """The ledger's part about what was seen on the account."""

    def __init__(self, write: Callable[..., int], rows: Callable[..., list[Any]]) -> None:
        self._write = write
        self._rows = rows

    def take_in(self, key: StepKey) -> None:
        """Write down that this step's post was found, and not made from this ledger; it is seen."""
        self._write(("INSERT OR IGNORE INTO taken_in VALUES (?, ?)", (key.tweet_id, key.part)), seen(key))

    def taken_in(self) -> set[StepKey]:
        """Read the steps whose posts were found; none where an older ledger is only looked at."""
        if not self._rows("SELECT 1 FROM sqlite_master WHERE name = 'taken_in'"):
            return set()
        return {StepKey(tweet_id, part) for tweet_id, part in self._rows(_TAKEN_IN)}

    def claimed(self) -> dict[str, StepKey]:
        """Read every post that the server is known to have, by its ids there, oldest first.

        The ids tell the order: they grow with time on each kind of server. Clocks step back.
        """
        return {remote_id: StepKey(tweet_id, part) for remote_id, tweet_id, part in self._rows(_CLAIMED)}

    def unseen(self) -> dict[str, StepKey]:
        """Read the posts that were not yet seen, by the server's ids."""
        return {remote_id: StepKey(tweet_id, part) for remote_id, tweet_id, part in self._rows(_UNSEEN)}

    def doubt(self, key: StepKey, reason: str) -> None:
        """Write down that the server seems to have this step's post, though it was not found there."""
        statement = "UPDATE steps SET reason = ? WHERE tweet_id = ? AND part = ?"
        self._write((statement, (reason, key.tweet_id, key.part)))

    def keep_seen(self, keys: Iterable[StepKey]) -> None:
        """Write down that these steps' posts were seen on the account."""
        self._write(*map(seen, keys))


def finished(key: StepKey) -> tuple[Statement, Statement]:
    """Write down that an answer brought this post: this program's own from now on, and not yet seen."""
    place = (key.tweet_id, key.part)
    return (
        ("INSERT OR IGNORE INTO unseen VALUES (?, ?)", place),
        ("DELETE FROM taken_in WHERE tweet_id = ? AND part = ?", place),
    )


def seen(key: StepKey) -> Statement:
    """Write down that this step's post was seen."""
    return "DELETE FROM unseen WHERE tweet_id = ? AND part = ?", (key.tweet_id, key.part)
