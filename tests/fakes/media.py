"""Files: uploading, asking whether they are ready, describing them, deleting them.

See `files.py` for what their bytes say.
"""

from dataclasses import replace
from datetime import timedelta
from hashlib import md5

import httpx

from tests.fakes import files
from tests.fakes.answers import reply
from tests.fakes.calls import Call, Upload
from tests.fakes.dialect import MIB, FakeDialect, Ready
from tests.fakes.files import Looked
from tests.fakes.things import FakeMedia
from tests.fakes.wording import crash
from tests.fakes.world import World

_PATIENCE = timedelta(seconds=24)  # one more try, then the work is given up


def upload(world: World, call: Call) -> httpx.Response:
    """POST /api/v1/media and /api/v2/media."""
    file = call.files.get("file")
    if file is None:
        raise world.no("file broken" if world.dialect.rails and call.gives("file") else "no file")
    looked = _look(world, file)
    later = call.path.startswith("/api/v2/") and _later(world, looked)  # the first version waits for it
    if looked.breaks and not later and world.dialect.checks_files:
        raise world.no("file broken")
    refuse_description(world, call.text("description"))
    media = world.add_media(_media(world, call, file, looked))
    if later:
        media.polls_left, media.waits = world.processing_polls, world.paused
        media.given_up_at = world.now() + _PATIENCE if looked.breaks else None
    accepted = later or (world.dialect.ready is Ready.SAID_LATER and call.path.startswith("/api/v2/"))
    return reply(as_json(world, media), 202 if accepted else 200)


def show(world: World, call: Call, media_id: str) -> httpx.Response:
    """GET /api/v1/media/:id: 206 while it is worked on, 422 when that failed."""
    if not world.dialect.shows_media:
        raise world.no("unknown")
    media = _own(world, call, media_id)
    media.polls_left = max(0, media.polls_left - 1)
    if is_worked_on(world, media):
        return reply(as_json(world, media), 206)
    if media.broken and world.dialect.checks_files:
        raise world.no("processing failed" if "processing failed" in world.dialect.says else "file broken")
    return reply(as_json(world, media))


def describe(world: World, call: Call, media_id: str) -> httpx.Response:
    """PUT /api/v1/media/:id: taken at any time, and answered as GET is."""
    media = _own(world, call, media_id)
    refuse_description(world, call.text("description"))
    _describe(media, call.text("description"), call.text("focus"))
    return reply(as_json(world, media), 206 if world.dialect.rails and is_worked_on(world, media) else 200)


def delete(world: World, call: Call, media_id: str) -> httpx.Response:
    """DELETE /api/v1/media/:id: of a file that no status has."""
    if not world.dialect.deletes_media:
        raise world.no("no route")
    media = world.media.get(media_id)
    if media is None or media.owner != call.by:
        raise world.no("unknown")
    if media.attached_to:
        raise world.no("media in use")
    world.drop_media(media_id)
    return reply({})


def described(world: World, call: Call, media_ids: tuple[str, ...]) -> bool:
    """Whether an edit describes files of its status anew (`media_attributes`, update_status_service.rb)."""
    wishes = [wish for wish in call.things("media_attributes") if wish.get("id") in media_ids]
    for wish in wishes:
        refuse_description(world, str(wish.get("description") or ""))
    before = [world.media[str(wish["id"])].description for wish in wishes]
    for wish in wishes:
        _describe(
            world.media[str(wish["id"])], str(wish.get("description") or ""), str(wish.get("focus") or "")
        )
    return before != [world.media[str(wish["id"])].description for wish in wishes]


def refuse_description(world: World, description: str) -> None:
    if "alt too long" in world.dialect.says and len(description) > world.dialect.alt_length:
        raise world.no("alt too long", limit=world.dialect.alt_length, length=len(description))


def is_worked_on(world: World, media: FakeMedia) -> bool:
    """Not ready yet, and not given up either."""
    if media.given_up_at is not None:
        return world.now() < media.given_up_at
    return media.polls_left > 0 or (media.waits and world.paused)


def as_json(world: World, media: FakeMedia) -> dict[str, object]:
    """https://docs.joinmastodon.org/entities/MediaAttachment/; no address while it is worked on."""
    url = f"{world.address}/media/{media.id}"
    unready = is_worked_on(world, media) or media.broken
    pictured = media.kind != "audio" if world.dialect.rails else not unready
    return {
        "id": media.id,
        "type": "image" if world.dialect.files_are_pictures else media.kind,
        "url": None if unready else url,
        "preview_url": url if pictured or media.has_cover else None,
        "remote_url": None,
        "meta": {},
        "description": media.description if media.is_described or world.dialect.describes_all_files else None,
        "blurhash": None,
    }


def _look(world: World, file: Upload) -> Looked:
    dialect = world.dialect
    looked = files.look(file.content, file.mime, dialect.says_matrix[0] if dialect.says_matrix else 2**62)
    limit = dialect.image_bytes if looked.kind == "image" else dialect.video_bytes
    if "file too big" in dialect.says and len(file.content) >= limit:
        raise world.no("file too big", limit=limit, mib=limit // MIB)
    if not dialect.gifs_become_videos and looked.mime == "image/gif":
        looked = replace(looked, kind="image")
    if not dialect.checks_files or (
        looked.no in files.TAKEN_BY_SOME | {""} and looked.no not in dialect.says
    ):
        looked = replace(looked, no="" if _reads(dialect, looked) else "file unreadable")
    if not looked.no:
        return looked
    if dialect.rails and (looked.no == "crash" or (looked.no == "file is words" and dialect.words_crash)):
        raise crash(as_json=True)
    if looked.no in dialect.says:
        raise world.no(looked.no, **looked.details)
    raise world.no("file unreadable")


def _reads(dialect: FakeDialect, looked: Looked) -> bool:
    return not dialect.reads_types or looked.mime in dialect.reads_types


def _media(world: World, call: Call, file: Upload, looked: Looked) -> FakeMedia:
    return FakeMedia(
        id=_named(file.name) if world.dialect.media_ids_of_names else world.new_id(world.now()),
        size=len(file.content),
        mime=looked.mime,
        kind=looked.kind,
        description=call.text("description"),
        is_described=bool(call.text("description")),
        created_at=world.now(),
        owner=call.by,
        broken=looked.breaks,
        has_cover="thumbnail" in call.files,
        focus=call.text("focus"),
    )


def _named(name: str) -> str:
    return md5(name.encode(), usedforsecurity=False).hexdigest() + name[name.rfind(".") :]


def _describe(media: FakeMedia, description: str, focus: str) -> None:
    media.description, media.is_described = description, True
    media.focus = focus or media.focus


def _own(world: World, call: Call, media_id: str) -> FakeMedia:
    media = world.media.get(media_id)
    if (
        media is None
        or media.owner != call.by
        or (media.attached_to and world.dialect.attached_media_is_hidden)
    ):
        raise world.no("unknown")
    return media


def _later(world: World, looked: Looked) -> bool:
    """What is large is worked on later, or everything is."""
    ready = world.dialect.ready
    return ready is Ready.ALL_LATER or (ready is Ready.VIDEO_LATER and looked.is_large)
