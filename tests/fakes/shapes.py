"""The JSON of the API: statuses, accounts, refusals with a body of their own."""

from datetime import UTC, datetime

import httpx

from tests.fakes import media, texts
from tests.fakes.answers import reply
from tests.fakes.calls import Call
from tests.fakes.wording import Refusal
from tests.fakes.world import FakeAccount, FakeStatus, World


def status(world: World, one: FakeStatus) -> dict[str, object]:
    """https://docs.joinmastodon.org/entities/Status/."""
    boosted = world.statuses.get(one.reblog_of or "")
    body: dict[str, object] = {
        "id": one.id,
        "created_at": moment(world, one.created_at),
        "edited_at": moment(world, one.edited_at) if one.edited_at else None,
        "in_reply_to_id": one.in_reply_to_id,
        "in_reply_to_account_id": None,
        "sensitive": one.sensitive,
        "spoiler_text": one.spoiler_text,
        "visibility": one.visibility,
        "language": one.language if world.dialect.status_language else "en",
        "uri": f"{world.address}/users/{one.account}/statuses/{one.id}",
        "url": one.url or f"{world.address}/@{one.account}/{one.id}",
        "replies_count": 0,
        "reblogs_count": 0,
        "favourites_count": 0,
        "content": texts.as_html(one.text),
        "reblog": status(world, boosted) if boosted else None,
        "account": account(world, world.accounts[one.account]),
        "media_attachments": _attachments(world, one),
        "mentions": [_mention(world, name) for name in one.mentions],
        "tags": [],
        "emojis": [],
        "card": None,
        "poll": None,
    }
    if world.dialect.tells_application:
        body["application"] = {"name": one.application, "website": None}
    if world.dialect.text_in_status:
        body["text"] = texts.as_html(one.text) if world.dialect.text_is_html else one.text
    return body


def account(world: World, one: FakeAccount, *, with_move: bool = True) -> dict[str, object]:
    """https://docs.joinmastodon.org/entities/Account/."""
    moved = world.accounts.get(one.moved_to or "")
    body: dict[str, object] = {
        "id": one.id,
        "username": one.username.partition("@")[0],
        "acct": one.username,
        "display_name": one.username.partition("@")[0].title(),
        "locked": one.locked,
        "bot": False,
        "created_at": "2026-01-04T00:00:00.000Z",
        "note": "",
        "url": f"{world.address}/@{one.username}",
        "avatar": f"{world.address}/avatars/missing.png",
        "header": f"{world.address}/headers/missing.png",
        "followers_count": one.followers,
        "following_count": 0,
        "statuses_count": 0,
        "last_status_at": None,
        "emojis": [],
        "fields": [],
    }
    if moved and with_move:
        # one move only, as app/serializers/rest/account_serializer.rb#moved_and_not_nested?
        body["moved"] = account(world, moved, with_move=False)
    return body


def scheduled(world: World, call: Call, date: datetime) -> dict[str, object]:
    """https://docs.joinmastodon.org/entities/ScheduledStatus/."""
    params = {name: values[-1] for name, values in call.form.items() if values}
    params["text"] = params.pop("status", "")
    return {
        "id": str(7001 + len(world.scheduled)),
        "scheduled_at": moment(world, date),
        "params": params,
        "media_attachments": [],
    }


def moment(world: World, when: datetime) -> str:
    """ISO 8601 as this server writes it."""
    milliseconds = when.microsecond // 1000 if world.dialect.millisecond_dates else 0
    return f"{when.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.{milliseconds:03d}Z"


def unexpected_accounts(world: World, names: list[str]) -> Refusal:
    """mastodon app/controllers/api/v1/statuses_controller.rb, since 4.2."""
    body = {
        "error": "Post would be sent to unexpected accounts",
        "unexpected_accounts": [account(world, world.accounts[name]) for name in names],
    }
    return Refusal(reply(body, 422))


def crash(call: Call) -> httpx.Response:
    """A bug of the server: Rails' page, JSON where it is asked for (action_dispatch public_exceptions.rb)."""
    if "application/json" in call.headers.get("accept", ""):
        return reply({"status": 500, "error": "Internal Server Error"}, 500)
    return httpx.Response(
        500, html="<!DOCTYPE html><title>We're sorry, but something went wrong (500)</title>"
    )


def _attachments(world: World, one: FakeStatus) -> list[dict[str, object]]:
    shown = [
        media.as_json(world, world.media[media_id]) for media_id in one.media_ids if media_id in world.media
    ]
    if not world.dialect.media_ids_kept:
        for place, attachment in enumerate(shown):
            attachment["id"] = str(place)
    return shown


def _mention(world: World, name: str) -> dict[str, object]:
    mentioned = world.accounts[name]
    return {
        "id": mentioned.id,
        "username": name.partition("@")[0],
        "acct": name,
        "url": f"{world.address}/@{name}",
    }
