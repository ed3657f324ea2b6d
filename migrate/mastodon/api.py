"""One function for each endpoint that is used, and the budgets that it spends."""

from typing import BinaryIO
from urllib.parse import quote

from migrate.mastodon.client import Answer
from migrate.mastodon.dialect import Dialect
from migrate.mastodon.pace import Quota
from migrate.mastodon.server import Server

READING = (Quota.REQUESTS,)
PAGING = (Quota.PAGES, Quota.REQUESTS)
POSTING = (Quota.POSTS, Quota.USER_LIMIT, Quota.REQUESTS)
BOOSTING = (Quota.USER_LIMIT, Quota.REQUESTS)
"""Where a boost is no post; see `boosting`."""
EDITING = (Quota.POSTS, Quota.USER_LIMIT, Quota.REQUESTS)
UPLOADING = (Quota.UPLOADS, Quota.REQUESTS)
DELETING = (Quota.DELETES, Quota.REQUESTS)

PAGE = 40
"""The most statuses that one page holds on Mastodon."""


def path_to(*names: str) -> str:
    """Make the path of an endpoint. An id is what the server calls a thing, whatever letters are in it."""
    return "/api/v1/" + "/".join(quote(name, safe="") for name in names)


def post_status(server: Server, body: dict[str, object], key: str) -> Answer:
    """https://docs.joinmastodon.org/methods/statuses/#create ."""
    return server.call(POSTING, "POST", "/api/v1/statuses", json=body, headers={"Idempotency-Key": key})


def boost_status(server: Server, status_id: str) -> Answer:
    """https://docs.joinmastodon.org/methods/statuses/#boost : a second one may be another."""
    return server.call(boosting(server.dialect), "POST", path_to("statuses", status_id, "reblog"))


def boosting(dialect: Dialect) -> tuple[Quota, ...]:
    """Tell what a boost spends on this server."""
    return BOOSTING if dialect.boosts_are_free else POSTING


def upload_media(server: Server, file: tuple[str, BinaryIO, str], description: str) -> Answer:
    """https://docs.joinmastodon.org/methods/media/#v2 ."""
    form = {"description": description} if description else None
    return server.call(UPLOADING, "POST", "/api/v2/media", files={"file": file}, form=form)


def get_media(server: Server, media_id: str) -> Answer:
    """https://docs.joinmastodon.org/methods/media/#get : 404 once it belongs to a post."""
    return server.call(READING, "GET", path_to("media", media_id))


def get_status(server: Server, status_id: str) -> Answer:
    """https://docs.joinmastodon.org/methods/statuses/#get ."""
    return server.call(READING, "GET", path_to("statuses", status_id))


def get_source(server: Server, status_id: str) -> Answer:
    """https://docs.joinmastodon.org/methods/statuses/#source ."""
    return server.call(READING, "GET", path_to("statuses", status_id, "source"))


def get_statuses(server: Server, account_id: str, max_id: str | None) -> Answer:
    """https://docs.joinmastodon.org/methods/accounts/#statuses : one page, newest first."""
    return _get_page(server, path_to("accounts", account_id, "statuses"), max_id, exclude_reblogs="true")


def get_home(server: Server, max_id: str | None) -> Answer:
    """https://docs.joinmastodon.org/methods/timelines/#home : one page of it, newest first."""
    return _get_page(server, "/api/v1/timelines/home", max_id)


def edit_status(server: Server, status_id: str, body: dict[str, object]) -> Answer:
    """https://docs.joinmastodon.org/methods/statuses/#edit : counts as a post (app/models/status.rb)."""
    return server.call(EDITING, "PUT", path_to("statuses", status_id), json=body)


def delete_status(server: Server, status_id: str) -> Answer:
    """https://docs.joinmastodon.org/methods/statuses/#delete : 404 when it is gone already.

    Its files go along where the server can do that: else they stay for a day, for a post written anew.
    """
    params: dict[str, str | int] = {"delete_media": "true"} if server.dialect.deletes_media else {}
    return server.call(DELETING, "DELETE", path_to("statuses", status_id), params=params or None)


def unboost_status(server: Server, status_id: str) -> Answer:
    """https://docs.joinmastodon.org/methods/statuses/#unreblog : counts as a deletion (rack_attack.rb)."""
    return server.call(DELETING, "POST", path_to("statuses", status_id, "unreblog"))


def verify_app(server: Server) -> Answer:
    """https://docs.joinmastodon.org/methods/apps/#verify_credentials : which program the token is of."""
    return server.call(READING, "GET", "/api/v1/apps/verify_credentials")


def _get_page(server: Server, path: str, max_id: str | None, **more: str) -> Answer:
    """Later pages have a budget of their own (rack_attack.rb, throttle_authenticated_paging)."""
    params: dict[str, str | int] = {"limit": PAGE, **more}
    if max_id:
        params["max_id"] = max_id
    return server.call(PAGING if max_id else READING, "GET", path, params=params)
