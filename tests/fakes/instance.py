"""What a server says of itself: NodeInfo, and /api/v1|v2/instance."""

import httpx

from tests.fakes.answers import reply
from tests.fakes.calls import Call
from tests.fakes.dialect import FakeDialect
from tests.fakes.world import World

_TYPES = [
    *("image/jpeg", "image/png", "image/gif", "image/webp"),
    *("video/webm", "video/mp4", "video/quicktime", "video/ogg", "audio/mpeg", "audio/ogg"),
]


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
    body = {
        "uri": world.host,
        "title": "A fake",
        "short_description": "Made up for tests.",
        "description": "",
        "email": "admin@fake.example",
        "version": world.dialect.says_version,
        "urls": {},
        "stats": {"user_count": 3, "status_count": len(world.statuses), "domain_count": 1},
        "thumbnail": None,
        "languages": ["en"],
        "registrations": False,
        "approval_required": False,
        "invites_enabled": False,
        "configuration": _configuration(world.dialect),
        "contact_account": None,
        "rules": _rules(world),
    }
    return reply(body)


def _rules(world: World) -> list[dict[str, str]]:
    return [{"id": str(number), "text": text} for number, text in enumerate(world.rules, 1)]


def _configuration(dialect: FakeDialect) -> dict[str, object]:
    media: dict[str, object] = {
        "supported_mime_types": dialect.says_types or _TYPES,
        "image_size_limit": dialect.image_bytes,
        "video_size_limit": dialect.video_bytes,
    }
    if dialect.says_matrix:
        media |= {"image_matrix_limit": dialect.says_matrix[0], "video_matrix_limit": dialect.says_matrix[1]}
    if dialect.says_alt_length:
        media["description_limit"] = dialect.alt_length
    statuses = {"max_characters": dialect.characters, "max_media_attachments": dialect.media}
    if dialect.says_link_length is not None:
        statuses["characters_reserved_per_url"] = dialect.says_link_length
    return {"urls": {}, "statuses": statuses, "media_attachments": media, "polls": {}}
