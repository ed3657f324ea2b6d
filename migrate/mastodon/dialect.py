"""The properties of a server as a value: read once, then passed on.

Servers that speak Mastodon's API differ in what they promise. Each family of servers is
a row of the table in families.py; the rest of the program asks for the property
(`dialect.backdates`) and never for the name.
"""

from enum import StrEnum

from msgspec import Struct

from migrate.mastodon.pace import Budget
from migrate.model.limits import Limits

MINUTE, HOUR, DAY = 60, 3600, 86400

Version = tuple[int, int, int]


class PeopleImport(StrEnum):
    """The form in which a server's API takes a whole list of people."""

    CSV_FILE = "csv_file"
    """gotosocial internal/api/client/import/import.go: Mastodon's own files."""
    ADDRESSES = "addresses"
    """pleroma lib/pleroma/web/pleroma_api/controllers/user_import_controller.ex: one address a line."""


class Dialect(Struct, frozen=True):
    """The behaviour of a server. Times are in seconds. The defaults are those of an unknown server."""

    limits: Limits
    budgets: tuple[Budget, ...]
    name: str = ""
    version: Version = (0, 0, 0)
    remembers_keys: int = 0
    """The time for which a repeated Idempotency-Key gives the first answer again; 0: there are no keys."""
    locks_keys: bool = False
    """A repeated key waits for the first request instead of posting a second time."""
    breaks_repeats: bool = False
    """A repeated key gets a 500 though the post is there (github.com/mastodon/mastodon/issues/40399)."""
    caches_errors: bool = False
    """A key also repeats a refusal: after an answer, a fresh one is needed."""
    settles_after: int = 300
    """The time after which a request without an answer can't be under way any more: nginx stops waiting
    after 120 s (Mastodon's dist/nginx.conf), the server behind it may go on for a while."""
    signature: str = ""
    """The beginning of its header `X-Creator`. A page so signed is the server's own word, though no JSON."""
    backdates: bool = False
    ids_are_dates: bool = False
    """Ids are ULIDs made from the post's own date, and the account's own posts are listed by it."""
    lists_private: bool = False
    """The list of the account's own posts has those for few readers, too. On snac (mastoapi.c) and
    Takahē (activities/models/post.py) the home timeline alone has them."""
    lists_newest: int = 0
    """How many of the account's own posts are listed; 0: all. The home timeline has the others."""
    has_source: bool = False
    edits: bool = False
    """PUT /api/v1/statuses/:id changes a post, and keeps the files that are named again."""
    edits_descriptions: bool = False
    """It also describes files anew (`media_attributes`)."""
    languages: frozenset[str] | None = None
    """The codes of the languages that it knows; None where it keeps every one."""
    not_found_is_gone: bool = False
    """A 404 to a deletion means that the post is gone, and not that posts can't be deleted."""
    drops_silently: bool = False
    """May answer 200 to a post and keep nothing (app/lib/antispam.rb)."""
    boosts_are_free: bool = False
    """A boost isn't taken off the budget of posts."""
    checks_mentions: bool = False
    """Knows `allowed_mentions`."""
    keeps_media: int = DAY - HOUR
    """The time that an upload may wait for its post."""
    knows_narrow_scopes: bool = True
    """A login may be for parts of `read` and `write`, such as `read:accounts`."""
    imports_people: PeopleImport | None = None
    follow_limit: int = 0
    """How many people an account with few followers may follow; 0: as many as it likes."""
    list_limit: int = 0
    """How many lists an account may have; 0: as many as it likes."""
    list_title_length: int = 0
    keeps_follow_languages: bool = False
    """A follow may be for posts in some languages only."""
    import_page: str = ""
    """The page where the user can hand in a list of people, without the limit on follows."""
