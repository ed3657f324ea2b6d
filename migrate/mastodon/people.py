"""One function for each endpoint about people: finding them, following, blocking, muting, lists, imports."""

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from urllib.parse import urlencode

from migrate.mastodon.api import PAGING, READING
from migrate.mastodon.client import Answer
from migrate.mastodon.pace import Quota
from migrate.mastodon.server import Server
from migrate.model import Deed, Person

ACTING = (Quota.REQUESTS,)
FOLLOWING = (Quota.FOLLOWS, Quota.REQUESTS)
UNFOLLOWING = (Quota.UNFOLLOWS, Quota.REQUESTS)

PEOPLE_A_PAGE = 80
"""The most that Mastodon gives at once."""

_NEXT = re.compile(r"[?&]max_id=(?P<id>[^&>]+)[^>]*>\s*;\s*rel=\"?next\"?")

HITS = 5
"""So many people are told of at most for one search."""

RELATIONSHIPS = 40
"""So many ids fit into one address everywhere."""

DOING = {Deed.FOLLOW: FOLLOWING, Deed.BLOCK: ACTING, Deed.MUTE: ACTING}
UNDOING = {Deed.FOLLOW: UNFOLLOWING, Deed.BLOCK: ACTING, Deed.MUTE: ACTING}
FILES = {Deed.FOLLOW: "following", Deed.BLOCK: "blocks", Deed.MUTE: "mutes"}
IMPORTS = {Deed.FOLLOW: "follow_import", Deed.BLOCK: "blocks_import", Deed.MUTE: "mutes_import"}


def look_up(server: Server, address: str) -> Answer:
    """https://docs.joinmastodon.org/methods/accounts/#lookup : 404 for whom the server never met."""
    return server.call(READING, "GET", "/api/v1/accounts/lookup", params={"acct": address})


def search(server: Server, query: str, *, resolve: bool) -> Answer:
    """https://docs.joinmastodon.org/methods/search/#v2 : the server looks around, and may ask others.

    With `resolve`, it asks the server of an address that it doesn't know. Its first result is
    whoever is most like the query, not always the one who was asked for
    (app/services/account_search_service.rb).
    """
    params: dict[str, str | int] = {
        "q": query,
        "type": "accounts",
        "resolve": "true" if resolve else "false",
        "limit": HITS,
    }
    return server.call(READING, "GET", "/api/v2/search", params=params)


def get_account(server: Server, account_id: str) -> Answer:
    """https://docs.joinmastodon.org/methods/accounts/#get ."""
    return server.call(READING, "GET", f"/api/v1/accounts/{account_id}")


def get_followed(server: Server, account_id: str, max_id: str) -> Answer:
    """https://docs.joinmastodon.org/methods/accounts/#following : one page of whom an account follows."""
    params: dict[str, str | int] = {"limit": PEOPLE_A_PAGE}
    if max_id:
        params["max_id"] = max_id
    return server.call(PAGING, "GET", f"/api/v1/accounts/{account_id}/following", params=params)


def next_page(answer: Answer) -> str | None:
    """Read the `max_id` of the page after this one (https://docs.joinmastodon.org/api/guidelines/#pagination)."""
    found = _NEXT.search(answer.headers.get("link", ""))
    return found["id"] if found else None


def get_relationships(server: Server, ids: Iterable[str]) -> Answer:
    """https://docs.joinmastodon.org/methods/accounts/#relationships : what they are to the user."""
    query = urlencode([("id[]", account_id) for account_id in ids])
    return server.call(READING, "GET", f"/api/v1/accounts/relationships?{query}")


def act(server: Server, deed: Deed, account_id: str, wish: Person) -> Answer:
    """Follow, block or mute: https://docs.joinmastodon.org/methods/accounts/#follow and below."""
    path = f"/api/v1/accounts/{account_id}/{deed.value}"
    return server.call(DOING[deed], "POST", path, json=_body(deed, wish))


def take_back(server: Server, deed: Deed, account_id: str) -> Answer:
    """Do the opposite; where there is nothing to take back, it succeeds as well."""
    return server.call(UNDOING[deed], "POST", f"/api/v1/accounts/{account_id}/un{deed.value}")


def import_file(server: Server, deed: Deed, table: bytes) -> Answer:
    """Hand in one of Mastodon's own files (gotosocial internal/api/client/import/import.go)."""
    files = {"data": ("people.csv", BytesIO(table), "text/csv")}
    form = {"type": FILES[deed], "mode": "merge"}
    return server.call(ACTING, "POST", "/api/v1/import", files=files, form=form)


def import_addresses(server: Server, deed: Deed, addresses: Sequence[str]) -> Answer:
    """Hand in addresses (pleroma lib/pleroma/web/pleroma_api/controllers/user_import_controller.ex)."""
    body = {"list": "\n".join(addresses)}
    return server.call(ACTING, "POST", f"/api/pleroma/{IMPORTS[deed]}", json=body)


def get_lists(server: Server) -> Answer:
    """https://docs.joinmastodon.org/methods/lists/#get ."""
    return server.call(READING, "GET", "/api/v1/lists")


def create_list(server: Server, title: str) -> Answer:
    """https://docs.joinmastodon.org/methods/lists/#create ."""
    return server.call(ACTING, "POST", "/api/v1/lists", json={"title": title})


def delete_list(server: Server, list_id: str) -> Answer:
    """https://docs.joinmastodon.org/methods/lists/#delete ."""
    return server.call(ACTING, "DELETE", f"/api/v1/lists/{list_id}")


def get_listed(server: Server, list_id: str) -> Answer:
    """https://docs.joinmastodon.org/methods/lists/#accounts : limit 0 is everybody, on one page."""
    return server.call(READING, "GET", f"/api/v1/lists/{list_id}/accounts", params={"limit": 0})


def add_to_list(server: Server, list_id: str, ids: Sequence[str]) -> Answer:
    """https://docs.joinmastodon.org/methods/lists/#accounts-add : all of them or, with one no, none."""
    path = f"/api/v1/lists/{list_id}/accounts"
    return server.call(ACTING, "POST", path, json={"account_ids": list(ids)})


def remove_from_list(server: Server, list_id: str, ids: Sequence[str]) -> Answer:
    """https://docs.joinmastodon.org/methods/lists/#accounts-remove ."""
    path = f"/api/v1/lists/{list_id}/accounts"
    return server.call(ACTING, "DELETE", path, json={"account_ids": list(ids)})


def _body(deed: Deed, wish: Person) -> dict[str, object]:
    """Only what differs from what the server does by itself."""
    body: dict[str, object] = {}
    if deed is Deed.MUTE:
        body["notifications"] = wish.hide_notifications
    if deed is Deed.FOLLOW and not wish.boosts:
        body["reblogs"] = False
    if deed is Deed.FOLLOW and wish.notify:
        body["notify"] = True
    if deed is Deed.FOLLOW and wish.languages:
        body["languages"] = list(wish.languages)
    return body
