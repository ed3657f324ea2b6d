"""Tables that are no lists of people to follow, and rows of a list that are none of it."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from migrate.errors import UsageError
from migrate.sheets import Row, Table

_POST = re.compile(
    r"https?://[^/\s]+/(?:"
    r"(?:@|users/)[^/\s]+/(?:statuses/|posts/|p/)?[0-9A-Za-z]{6,}|(?:ap/)?users/[^/\s]+/statuses/\S+"
    r"|(?:notice|notes|objects|post|comment|videos/watch|w)/\S+)/?"
)
"""The address of a post: Mastodon's bookmarks.csv (app/models/export.rb) holds nothing else."""

_DOMAINS = ("#domain", "domain")
"""How the header of a list of blocked servers begins (mastodon app/models/form/domain_block_batch.rb)."""

_LEMMY = ("blocked_users", "followed_communities")
"""Keys of the settings that Lemmy exports (crates/apub/src/api/user_settings_backup.rs)."""


def expect_people(table: Table) -> None:
    """Refuse a table that lists something else. Raises UsageError."""
    if _are_posts(table.rows):
        raise UsageError(
            f"{table.name} lists posts, such as your bookmarks, and not people. Nobody is followed for "
            "them. Your server's own page for imports takes bookmarks."
        )
    if any(table.rows[0].at(0).lower().startswith(word) for word in _DOMAINS):
        raise UsageError(
            f"{table.name} lists servers, such as those that you have blocked, and not people. Your server's "
            "own page for imports takes it."
        )
    if any(word in cell for row in table.rows for cell in row.cells for word in _LEMMY):
        raise UsageError(
            f"{table.name} holds the settings of a Lemmy account: communities, and whom you have blocked "
            "there. It is no list of people to follow. Import it on Lemmy."
        )


def without_comments(table: Table) -> Table:
    """Leave out the lines that begin with `#`: in lists that people write by hand, these are comments."""
    rows = tuple(row for row in table.rows if not _is_comment(row))
    return replace(table, rows=rows)


def _is_comment(row: Row) -> bool:
    first = row.at(0)
    return first.startswith("#") and (first[1:2] in {"", " ", "#"} or not any(row.cells[1:]))


def _are_posts(rows: Sequence[Row]) -> bool:
    """Tell whether each row is the address of a post alone, but for a header."""
    cells = [[cell for cell in row.cells if cell] for row in rows]
    posts = sum(len(row) == 1 and _POST.fullmatch(row[0]) is not None for row in cells)
    return posts > 0 and posts >= len(rows) - 1
