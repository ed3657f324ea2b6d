"""One function for each endpoint about people: finding them, following, blocking, muting, lists, imports."""

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from urllib.parse import parse_qs, urlencode

from migrate.mastodon.api import PAGING, READING, path_to
from migrate.mastodon.client import Answer
from migrate.mastodon.languages import kept_language
from migrate.mastodon.pace import Quota
from migrate.mastodon.server import Server
from migrate.mastodon.wire import Account
from migrate.model.people import Action, Person

ACTING = (Quota.REQUESTS,)
FOLLOWING = (Quota.FOLLOWS, Quota.REQUESTS)
UNFOLLOWING = (Quota.UNFOLLOWS, Quota.REQUESTS)

PEOPLE_A_PAGE = 80
"""The most people that Mastodon gives on a page."""

_LINK = re.compile(r"<([^<>]*)>([^<>]*)")
_NEXT = re.compile(r";\s*rel=\"?next\b")

HITS = 5
"""The most people in the answer to a search."""

RELATIONSHIPS = 40
"""The number of ids that fit into one address everywhere."""

DOING = {Action.FOLLOW: FOLLOWING, Action.BLOCK: ACTING, Action.MUTE: ACTING}
UNDOING = {Action.FOLLOW: UNFOLLOWING, Action.BLOCK: ACTING, Action.MUTE: ACTING}
FILES = {Action.FOLLOW: "following", Action.BLOCK: "blocks", Action.MUTE: "mutes"}
IMPORTS = {Action.FOLLOW: "follow_import", Action.BLOCK: "blocks_import", Action.MUTE: "mutes_import"}


FOLLOWS_FOR_A_FOLLOWER = 1.1


def follows_left(server: Server, own: Account) -> int | None:
    """Say how many more people an account may follow; None where there is no limit.

    mastodon app/validators/follow_limit_validator.rb. A server may have set other limits, and tells nobody.
    """
    limit = server.dialect.follow_limit
    most = max(limit, round(own.followers_count * FOLLOWS_FOR_A_FOLLOWER))
    return max(most - own.following_count, 0) if limit else None


def look_up(server: Server, address: str) -> Answer:
    """https://docs.joinmastodon.org/methods/accounts/#lookup : 404 for an account unknown to the server."""
    return server.call(READING, "GET", "/api/v1/accounts/lookup", params={"acct": address})


def search(server: Server, query: str, *, resolve: bool) -> Answer:
    """https://docs.joinmastodon.org/methods/search/#v2 : the server looks around, and may ask others.

    With `resolve`, it asks the server of an address that it doesn't know. Its first result is
    the account most like the query, not always the one that was asked for
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
    return server.call(READING, "GET", path_to("accounts", account_id))


def get_followed(server: Server, account_id: str, max_id: str) -> Answer:
    """https://docs.joinmastodon.org/methods/accounts/#following : one page of the followed accounts."""
    params: dict[str, str | int] = {"limit": PEOPLE_A_PAGE}
    if max_id:
        params["max_id"] = max_id
    return server.call(PAGING, "GET", path_to("accounts", account_id, "following"), params=params)


def next_page(answer: Answer) -> str | None:
    """Read the `max_id` of the page after this one (https://docs.joinmastodon.org/api/guidelines/#pagination)."""
    for address, rest in _LINK.findall(answer.headers.get("link", "")):
        if _NEXT.search(rest):
            return next(iter(parse_qs(address.partition("?")[2]).get("max_id", ())), None)
    return None


def get_relationships(server: Server, ids: Iterable[str]) -> Answer:
    """https://docs.joinmastodon.org/methods/accounts/#relationships : how they are related to the user."""
    query = urlencode([("id[]", account_id) for account_id in ids])
    return server.call(READING, "GET", f"/api/v1/accounts/relationships?{query}")


def act(server: Server, action: Action, account_id: str, wish: Person) -> Answer:
    """Follow, block or mute: https://docs.joinmastodon.org/methods/accounts/#follow and below."""
    path = path_to("accounts", account_id, action.value)
    return server.call(DOING[action], "POST", path, json=_body(server, action, wish))


def take_back(server: Server, action: Action, account_id: str) -> Answer:
    """Do the opposite of `act`; it also succeeds where there is nothing to take back."""
    return server.call(UNDOING[action], "POST", path_to("accounts", account_id, f"un{action.value}"))


def import_file(server: Server, action: Action, table: bytes) -> Answer:
    """Hand in one of Mastodon's own files (gotosocial internal/api/client/import/import.go)."""
    files = {"data": ("people.csv", BytesIO(table), "text/csv")}
    form = {"type": FILES[action], "mode": "merge"}
    return server.call(ACTING, "POST", "/api/v1/import", files=files, form=form)


def import_addresses(server: Server, action: Action, addresses: Sequence[str]) -> Answer:
    """Hand in addresses (pleroma lib/pleroma/web/pleroma_api/controllers/user_import_controller.ex)."""
    body = {"list": "\n".join(addresses)}
    return server.call(ACTING, "POST", f"/api/pleroma/{IMPORTS[action]}", json=body)


def get_lists(server: Server) -> Answer:
    """https://docs.joinmastodon.org/methods/lists/#get ."""
    return server.call(READING, "GET", "/api/v1/lists")


def create_list(server: Server, title: str) -> Answer:
    """https://docs.joinmastodon.org/methods/lists/#create ."""
    return server.call(ACTING, "POST", "/api/v1/lists", json={"title": title})


def delete_list(server: Server, list_id: str) -> Answer:
    """https://docs.joinmastodon.org/methods/lists/#delete ."""
    return server.call(ACTING, "DELETE", path_to("lists", list_id))


def get_listed(server: Server, list_id: str) -> Answer:
    """https://docs.joinmastodon.org/methods/lists/#accounts : limit 0 is everybody, on one page."""
    return server.call(READING, "GET", path_to("lists", list_id, "accounts"), params={"limit": 0})


def add_to_list(server: Server, list_id: str, ids: Sequence[str]) -> Answer:
    """https://docs.joinmastodon.org/methods/lists/#accounts-add : all of them or, with one no, none."""
    path = path_to("lists", list_id, "accounts")
    return server.call(ACTING, "POST", path, json={"account_ids": list(ids)})


def remove_from_list(server: Server, list_id: str, ids: Sequence[str]) -> Answer:
    """https://docs.joinmastodon.org/methods/lists/#accounts-remove ."""
    path = path_to("lists", list_id, "accounts")
    return server.call(ACTING, "DELETE", path, json={"account_ids": list(ids)})


def _body(server: Server, action: Action, wish: Person) -> dict[str, object]:
    """Make the options that differ from the server's defaults, with the languages that it knows."""
    known = server.dialect.languages
    languages = [kept for tag in wish.languages if (kept := kept_language(tag, known))]
    body: dict[str, object] = {}
    if action is Action.MUTE:
        body["notifications"] = wish.hide_notifications
    if action is Action.FOLLOW and not wish.boosts:
        body["reblogs"] = False
    if action is Action.FOLLOW and wish.notify:
        body["notify"] = True
    if action is Action.FOLLOW and languages:
        body["languages"] = list(dict.fromkeys(languages))
    return body
