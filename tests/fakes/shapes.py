"""The JSON of the API: statuses, accounts, refusals with a body of their own."""

from datetime import UTC, datetime
from urllib.parse import quote

from tests.fakes import markup, media, texts
from tests.fakes.answers import reply
from tests.fakes.calls import Call
from tests.fakes.markup import Place
from tests.fakes.things import FakeAccount, FakeStatus
from tests.fakes.wording import Refusal
from tests.fakes.world import World

_SHOWN = {"silenced": "limited", "suspended": "suspended", "memorial": "memorial"}


def status(world: World, one: FakeStatus, by: str = "me") -> dict[str, object]:
    """https://docs.joinmastodon.org/entities/Status/, as an account sees it."""
    boosted = world.statuses.get(one.reblog_of or "")
    parent = world.accounts.get(one.in_reply_to_account or "")
    body: dict[str, object] = {
        "id": one.id,
        "created_at": moment(world, one.created_at),
        "edited_at": moment(world, one.edited_at) if one.edited_at else None,
        "in_reply_to_id": one.in_reply_to_id,
        "in_reply_to_account_id": parent.id if parent else None,
        "sensitive": one.sensitive,
        "spoiler_text": one.spoiler_text,
        "visibility": _visibility(world, one),
        "language": _language(world, one),
        "uri": f"{world.address}/users/{one.account}/statuses/{one.id}",
        "url": one.url,
        "replies_count": 0,
        "reblogs_count": 0,
        "favourites_count": 0,
        "content": content(world, one),
        "reblog": status(world, boosted, by) if boosted else None,
        "reblogged": (by, one.reblog_of or one.id) in world.boosts,
        "account": account(world, world.accounts[one.account]),
        "media_attachments": _attachments(world, one),
        "mentions": [_mention(world, name) for name in _named(one)],
        "tags": _tags(world, one),
        "emojis": [],
        "card": None,
        "poll": _poll(one),
    }
    if world.dialect.tells_application:
        body["application"] = {"name": one.application, "website": None}
    if world.dialect.shows_quotes:
        body["quote"] = _quote(world, one, by)
    if world.dialect.text_in_status and (one.text or world.dialect.empty_text_in_status):
        body["text"] = texts.as_html(one.text, world.dialect) if world.dialect.text_is_html else one.text
    return body


def deleted(world: World, one: FakeStatus, by: str) -> dict[str, object]:
    """What a DELETE answers: its source, to be written anew, and on Mastodon no HTML."""
    text = texts.as_html(one.text, world.dialect) if world.dialect.text_is_html else one.text
    body, boosted = status(world, one, by) | {"text": text}, world.statuses.get(one.reblog_of or "")
    if world.dialect.rails:
        del body["content"]
        body["reblog"] = deleted(world, boosted, by) if boosted else None
    if one.reblog_of:
        body["text"] = ""
    return body


def content(world: World, one: FakeStatus) -> str:
    """Its HTML; a quote begins with the address of what it quotes (mastodon app/lib/text_formatter.rb)."""
    if not world.dialect.markup:
        return texts.as_html(one.text, world.dialect)
    quoted = world.statuses.get(one.quoted_status_id or "")
    inline = f'<p class="quote-inline">RE: {markup.link(quoted.url)}</p>' if quoted else ""
    people = {name: f"{world.address}/@{name}" for name in _named(one)}
    return inline + markup.as_html(one.text, world.dialect, Place(world.address, people))


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
    if one.standing in _SHOWN:
        body[_SHOWN[one.standing]] = True
    if moved and with_move:
        # one move only, as app/serializers/rest/account_serializer.rb#moved_and_not_nested?
        body["moved"] = account(world, moved, with_move=False)
    return body


def scheduled(world: World, call: Call, date: datetime) -> dict[str, object]:
    """https://docs.joinmastodon.org/entities/ScheduledStatus/."""
    asked = ("sensitive", "spoiler_text", "visibility", "language", "poll", "in_reply_to_id")
    params = dict.fromkeys(asked) | {name: values[-1] for name, values in call.form.items() if values}
    params |= {"text": params.pop("status", ""), "scheduled_at": None}
    return {
        "id": str(7001 + world.ever_scheduled),
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


def _attachments(world: World, one: FakeStatus) -> list[dict[str, object]]:
    shown = [
        media.as_json(world, world.media[media_id]) for media_id in one.media_ids if media_id in world.media
    ]
    if not world.dialect.media_ids_kept:
        for place, attachment in enumerate(shown):
            attachment["id"] = f"{one.url}_{place}"
    return shown


def _mention(world: World, name: str) -> dict[str, object]:
    mentioned = world.accounts[name]
    return {
        "id": mentioned.id,
        "username": name.partition("@")[0],
        "acct": name,
        "url": f"{world.address}/@{name}",
    }


def _visibility(world: World, one: FakeStatus) -> str:
    if not world.dialect.two_visibilities:
        return one.visibility
    return "public" if one.visibility in {"public", "unlisted"} else "private"


def _language(world: World, one: FakeStatus) -> str | None:
    said = world.dialect.status_language
    return one.language if said == "its own" else said or None


def _named(one: FakeStatus) -> tuple[str, ...]:
    return (*one.mentions, *((one.account,) if one.mentions_author else ()))


def _tags(world: World, one: FakeStatus) -> list[dict[str, str]]:
    if not world.dialect.markup:
        return []
    names = markup.hashtags(one.text, world.dialect)
    return [{"name": name, "url": f"{world.address}/tags/{quote(name)}"} for name in names]


def _poll(one: FakeStatus) -> dict[str, object] | None:
    if not one.poll:
        return None
    options = [{"title": title, "votes_count": 0} for title in one.poll]
    return {"id": f"{one.id}1", "expired": False, "multiple": False, "options": options}


def _quote(world: World, one: FakeStatus, by: str) -> dict[str, object] | None:
    if one.quoted_status_id is None:
        return None
    quoted = world.statuses.get(one.quoted_status_id)
    if quoted is None:
        return {"state": "deleted", "quoted_status": None}
    return {"state": "accepted", "quoted_status": status(world, quoted, by)}
