"""The user's own followings, blocks, mutes and followers, asked of X with the user's own key.

X charges for each account in an answer: a tenth of a cent for the lists of the app's own owner
(Owned Reads), ten times that for any other (https://docs.x.com/x-api/getting-started/pricing).
The higher price counts until X has said that the key is the owner's. So no page is larger than
the rest of the cap, and every answer is handed on as it came, to be kept.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from urllib.parse import urlencode

from msgspec import Struct

from migrate.errors import LoginError, ServerError
from migrate.people.contacts import Relation, XProfile
from migrate.people.sources.xfiles import profiles_in
from migrate.web.fetching import Fetched, Patience, Unreachable, Web
from migrate.web.json_body import UnreadableBody, read_json
from migrate.web.public_hosts import ForbiddenPlace

HOST = "https://api.x.com"
PRICE = Decimal("0.001")
"""Dollars for one account of the user's own lists."""

FULL_PRICE = Decimal("0.010")
"""Dollars for any other account."""

PATHS = {
    Relation.FOLLOWING: "following",
    Relation.BLOCKED: "blocking",
    Relation.MUTED: "muting",
    Relation.FOLLOWER: "followers",
}
"""The lists in the order in which they are asked for, the most useful first."""

_FIELDS = {"user.fields": "id,username,name,description,url,location,entities"}
"""The fields that are asked for. Pinned tweets are not: X would charge for each as for a post."""

_PAGE = 1000
_PATIENCE = Patience(seconds=60, size=32 << 20, tries=3)
_UNAUTHORIZED, _FORBIDDEN = 401, 403
_NO_RIGHT = frozenset({_UNAUTHORIZED, _FORBIDDEN})
_OK = 200
_PAYMENT_REQUIRED = 402


class XPage(Struct, frozen=True):
    """A page of a list. `raw` is X's answer as it came, `spent` what all pages so far have cost."""

    relation: Relation
    profiles: tuple[XProfile, ...]
    raw: bytes
    spent: Decimal


class XUser(Struct, frozen=True):
    """An account on X, by its number and its handle."""

    id: str
    username: str = ""


def price_of(accounts: int, price: Decimal = PRICE) -> Decimal:
    """Return the price of so many accounts, in dollars."""
    return accounts * price


def read_key_owner(web: Web, token: str) -> XUser | None:
    """Ask whose the key is, for the price of one account at most; None where X doesn't say.

    An app-only key belongs to nobody: X answers it with 403 and charges nothing
    (https://docs.x.com/x-api/users/get-my-user wants a user's key). Raises LoginError.
    """
    try:
        page = web.fetch(f"{HOST}/2/users/me", token=token, patience=_PATIENCE)
    except (Unreachable, ForbiddenPlace) as e:
        raise ServerError("X could not be reached, and nothing was spent. Try again later.") from e
    if page.code == _FORBIDDEN:
        raise LoginError(
            "This key is of an app, and not of your account: it is the app-only Bearer Token of X's console, "
            "or lacks the rights tweet.read and users.read. It would cost ten times as much. Nothing was "
            "spent. Log in instead: migrate login x"
        )
    if page.code == _UNAUTHORIZED:
        raise LoginError(
            "X does not know this key, or it has ended (after two hours). Log in again: migrate login x"
        )
    answer = page.read_as(_Me)
    return answer.data if answer else None


def read_own_lists(
    web: Web,
    token: str,
    x_id: str,
    relations: Sequence[Relation],
    *,
    cap: Decimal,
    now: datetime,
    price: Decimal = PRICE,
) -> Iterator[XPage]:
    """Read the lists page by page, to their end or to the cap. Raises LoginError or ServerError."""
    left = int(cap / price)
    spent = Decimal(0)
    for relation in (listed for listed in PATHS if listed in relations):
        next_page: str | None = ""
        while next_page is not None and left > 0:
            page = _ask(web, token, f"/2/users/{x_id}/{PATHS[relation]}", min(_PAGE, left), next_page)
            meta = _meta(page)
            left -= meta.result_count
            spent += price_of(meta.result_count, price)
            profiles = profiles_in(page.body.decode(errors="replace"), now, frozenset({relation}))
            yield XPage(relation, tuple(profiles), page.body, spent)
            next_page = meta.next_token


class _Meta(Struct, frozen=True):
    result_count: int = 0
    next_token: str | None = None


class _Me(Struct, frozen=True):
    data: XUser


class _Answer(Struct, frozen=True):
    meta: _Meta = _Meta()


def _ask(web: Web, token: str, path: str, most: int, next_page: str) -> Fetched:
    query = {**_FIELDS, "max_results": str(most)}
    if next_page:
        query["pagination_token"] = next_page
    try:
        page = web.fetch(f"{HOST}{path}?{urlencode(query)}", token=token, patience=_PATIENCE)
    except (Unreachable, ForbiddenPlace) as e:
        raise ServerError("X could not be reached. Try again later; what was told so far is kept.") from e
    if page.code in _NO_RIGHT:
        raise LoginError(
            "X does not accept the key for this list. It needs the rights tweet.read, users.read, "
            "follows.read, block.read and mute.read. Log in again, and all of them are asked for: "
            "migrate login x"
        )
    if page.code == _PAYMENT_REQUIRED:
        raise ServerError("X wants to be paid first: there is no credit left in the X developer console.")
    if page.code != _OK:
        raise ServerError(f"X refused (code {page.code}). Try again later; what was told so far is kept.")
    return page


def _meta(page: Fetched) -> _Meta:
    try:
        return read_json(page.body, _Answer).meta
    except UnreadableBody as e:
        raise ServerError(
            "X's answer can't be understood. Try again later; what was told so far is kept."
        ) from e
