"""What a server says of itself: NodeInfo, and /api/v1|v2/instance."""

from typing import Any

import httpx

from tests.fakes.answers import reply
from tests.fakes.calls import Call
from tests.fakes.dialect import FakeDialect
from tests.fakes.wording import Refusal
from tests.fakes.world import World
from tests.recordings import kept

_TYPES = [
    *("image/jpeg", "image/png", "image/gif", "image/webp"),
    *("video/webm", "video/mp4", "video/quicktime", "video/ogg", "audio/mpeg", "audio/ogg"),
]


_PAGE = {"Content-Type": "text/html"}


def nodeinfo_links(world: World, _call: Call) -> httpx.Response:
    """/.well-known/nodeinfo."""
    rel = "http://nodeinfo.diaspora.software/ns/schema/2.0"
    return reply({"links": [{"rel": rel, "href": f"{world.address}/nodeinfo/2.0"}]})


def nodeinfo(world: World, _call: Call) -> httpx.Response:
    """The document behind it, https://nodeinfo.diaspora.software/schema.html."""
    body = {
        "version": "2.0",
        "software": {"name": world.dialect.software, "version": world.dialect.version},
        "protocols": ["activitypub"],
        "services": {"inbound": [], "outbound": []},
        "usage": {"users": {"total": 3}, "localPosts": len(world.statuses)},
        "openRegistrations": False,
        "metadata": {},
    }
    return reply(body)


def v2(world: World, _call: Call) -> httpx.Response:
    """https://docs.joinmastodon.org/entities/Instance/."""
    if not world.dialect.instance_v2:
        raise world.no("unknown")
    body: dict[str, object] = {
        "domain": world.host,
        "title": "A fake",
        "version": world.dialect.says_version,
        "source_url": f"https://code.example/{world.dialect.software}",
        "description": "Made up for tests.",
        "languages": ["en"],
        "configuration": _configuration(world.dialect),
        "registrations": {"enabled": False, "approval_required": False, "message": None},
        "contact": {"email": "admin@fake.example", "account": None},
        "rules": _rules(world),
    }
    if world.dialect.api_version is not None:
        body["api_versions"] = {"mastodon": world.dialect.api_version}
    return reply(body)


def v1(world: World, _call: Call) -> httpx.Response:
    """https://docs.joinmastodon.org/entities/V1_Instance/."""
    configuration = _configuration(world.dialect)
    configuration["media_attachments"].pop("description_limit", None)
    body = {
        "uri": world.host,
        "title": "A fake",
        "short_description": "Made up for tests.",
        "description": "",
        "email": "admin@fake.example",
        "version": world.dialect.says_version,
        "urls": {"streaming_api": f"wss://{world.host}"},
        "stats": {"user_count": 3, "status_count": len(world.statuses), "domain_count": 1},
        "thumbnail": None,
        "languages": ["en"],
        "registrations": False,
        "approval_required": False,
        "invites_enabled": False,
        "configuration": configuration,
        "contact_account": None,
        "rules": _rules(world),
    }
    return reply(body, headers={"Deprecation": "@1668384000"} if world.dialect.deprecates_v1 else {})


def rules(world: World, _call: Call) -> httpx.Response:
    """/api/v1/instance/rules."""
    return reply(_rules(world))


def preferences(_world: World, _call: Call) -> httpx.Response:
    """/api/v1/preferences: what posts get that do not say otherwise."""
    return reply({"posting:default:visibility": "public", "posting:default:sensitive": False})


def webfinger(world: World, call: Call) -> httpx.Response:
    """/.well-known/webfinger: of people of this server, RFC 7033."""
    name, _, host = call.text("resource").removeprefix("acct:").partition("@")
    if not name:
        raise Refusal(httpx.Response(400, headers=_PAGE), bare=True)
    if name not in world.accounts or host != world.host:
        raise Refusal(httpx.Response(404, headers=_PAGE), bare=True)
    page, actor = f"{world.address}/@{name}", f"{world.address}/users/{name}"
    links = [
        {"rel": "http://webfinger.net/rel/profile-page", "type": "text/html", "href": page},
        {"rel": "self", "type": "application/activity+json", "href": actor},
        {
            "rel": "http://ostatus.org/schema/1.0/subscribe",
            "template": f"{world.address}/authorize_interaction",
        },
    ]
    body = {"subject": f"acct:{name}@{world.host}", "links": links}
    return reply(body, headers={"Content-Type": "application/jrd+json; charset=utf-8"})


def _rules(world: World) -> list[dict[str, str]]:
    return [{"id": str(number), "text": text} for number, text in enumerate(world.rules, 1)]


def _configuration(dialect: FakeDialect) -> dict[str, Any]:
    media: dict[str, object] = {
        "supported_mime_types": _types(dialect),
        "image_size_limit": dialect.image_bytes,
        "video_size_limit": dialect.video_bytes,
    }
    if dialect.says_matrix:
        media |= {"image_matrix_limit": dialect.says_matrix[0], "video_matrix_limit": dialect.says_matrix[1]}
    if dialect.says_alt_length:
        media["description_limit"] = dialect.alt_length
    statuses: dict[str, object] = {
        "max_characters": dialect.characters,
        "max_media_attachments": dialect.media,
        **dialect.says_more_of_statuses,
    }
    if dialect.says_link_length is not None:
        statuses["characters_reserved_per_url"] = dialect.says_link_length
    polls = {
        "max_options": dialect.poll_options,
        "max_characters_per_option": dialect.poll_option_length,
        "min_expiration": 300,
        "max_expiration": 2_629_746,
    }
    return {"urls": {}, "accounts": {}, "statuses": statuses, "media_attachments": media, "polls": polls}


def _types(dialect: FakeDialect) -> object:
    """As its recording has them, where there is one."""
    if not dialect.recording:
        return dialect.says_types or _TYPES
    said = kept.load(dialect.recording).case("instance:v1")
    return said["body"]["configuration"]["media_attachments"]["supported_mime_types"] if said else _TYPES
