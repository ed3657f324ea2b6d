"""Files: uploading, asking whether they are ready, describing them.

A test says what a file is by its bytes: those below make it one that the server
can't read, one that breaks while it is worked on, or a video without sound.
"""

import httpx

from tests.fakes.answers import reply
from tests.fakes.calls import Call, Upload
from tests.fakes.dialect import Ready
from tests.fakes.world import FakeMedia, World

UNREADABLE = b"unreadable"
BROKEN = b"broken"
SILENT = b"silent"

_SIGNATURES = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG", "image/png"),
    (b"GIF8", "image/gif"),
)


def upload(world: World, call: Call) -> httpx.Response:
    """POST /api/v1/media and /api/v2/media."""
    file = call.files.get("file")
    if file is None:
        raise world.no("no file")
    mime = _mime(file)
    kind = _kind(mime, file.content)
    later = call.path.startswith("/api/v2/") and _later(world, mime)  # the first version waits for it
    _check_file(world, file, mime, later=later)
    description = call.text("description")
    if "alt too long" in world.dialect.says and len(description) > world.dialect.alt_length:
        raise world.no("alt too long", limit=world.dialect.alt_length)
    media = FakeMedia(
        id=world.new_id(world.now()),
        size=len(file.content),
        mime=mime,
        kind=kind,
        description=description,
        created_at=world.now(),
        polls_left=world.processing_polls if later else 0,
        broken=BROKEN in file.content[:4096],
    )
    world.add_media(media)
    accepted = later or (world.dialect.ready is Ready.SAID_LATER and call.path.startswith("/api/v2/"))
    return reply(as_json(world, media), 202 if accepted else 200)


def show(world: World, call: Call, media_id: str) -> httpx.Response:
    """GET /api/v1/media/:id: 206 while it is worked on, 422 when that failed."""
    media = _own(world, media_id)
    if media.polls_left > 0:
        media.polls_left -= 1
    if media.polls_left > 0:
        return reply(as_json(world, media), 206)
    if media.broken and world.dialect.checks_files:
        raise world.no("processing failed" if "processing failed" in world.dialect.says else "file broken")
    return reply(as_json(world, media))


def describe(world: World, call: Call, media_id: str) -> httpx.Response:
    """PUT /api/v1/media/:id."""
    media = _own(world, media_id)
    media.description = call.text("description")
    return reply(as_json(world, media))


def described(world: World, call: Call, media_ids: tuple[str, ...]) -> bool:
    """Whether an edit describes files of its status anew (`media_attributes`, update_status_service.rb)."""
    wishes = [wish for wish in call.things("media_attributes") if wish.get("id") in media_ids]
    if any(len(str(wish.get("description") or "")) > world.dialect.alt_length for wish in wishes):
        raise world.no("alt too long", limit=world.dialect.alt_length)
    before = [world.media[str(wish["id"])].description for wish in wishes]
    for wish in wishes:
        world.media[str(wish["id"])].description = str(wish.get("description") or "")
    return before != [world.media[str(wish["id"])].description for wish in wishes]


def as_json(world: World, media: FakeMedia) -> dict[str, object]:
    """https://docs.joinmastodon.org/entities/MediaAttachment/; no address while it is worked on."""
    url = f"{world.address}/media/{media.id}"
    return {
        "id": media.id,
        "type": media.kind,
        "url": None if media.polls_left else url,
        "preview_url": None if media.polls_left else url,
        "remote_url": None,
        "meta": {},
        "description": media.description or None,
        "blurhash": None,
    }


def _own(world: World, media_id: str) -> FakeMedia:
    media = world.media.get(media_id)
    if media is None or (media.attached_to and world.dialect.attached_media_is_hidden):
        raise world.no("unknown")
    return media


def _check_file(world: World, file: Upload, mime: str, *, later: bool) -> None:
    dialect = world.dialect
    limit = dialect.image_bytes if mime.startswith("image/") else dialect.video_bytes
    if "file too big" in dialect.says and len(file.content) >= limit:
        raise world.no("file too big", limit=limit)
    if not dialect.checks_files:
        return
    start = file.content[:4096]
    if UNREADABLE in start or mime == "application/octet-stream":
        raise world.no("file unreadable")
    if BROKEN in start and not later:
        raise world.no("file broken")


def _mime(file: Upload) -> str:
    """From the bytes where they say it, else as the client says."""
    for signature, mime in _SIGNATURES:
        if file.content.startswith(signature):
            return mime
    return "video/mp4" if file.content[4:8] == b"ftyp" else file.mime


def _kind(mime: str, content: bytes) -> str:
    """A silent video is taken for a GIF (mastodon lib/paperclip/transcoder.rb#update_attachment_type)."""
    kind = mime.partition("/")[0]
    if kind == "image" and mime != "image/gif":
        return "image"
    if mime == "image/gif" or SILENT in content[:4096]:
        return "gifv"
    return kind if kind in {"video", "audio"} else "unknown"


def _later(world: World, mime: str) -> bool:
    """A GIF is worked on at once, a video later (media_attachment.rb#larger_media_format?)."""
    ready = world.dialect.ready
    return ready is Ready.ALL_LATER or (ready is Ready.VIDEO_LATER and mime.startswith(("video/", "audio/")))
