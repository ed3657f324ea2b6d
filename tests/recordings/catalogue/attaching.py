"""Files and the posts that take them."""

from typing import Any

from tests.recordings.asking import STATUSES, Asker

_POLL = {"options": ["a", "b"], "expires_in": 3600}


def taking(ask: Asker) -> None:
    """Free files, taken files, and what is no file."""
    one = ask.upload(description="A test picture")
    theirs, five = ask.upload("other"), [ask.upload() for _ in range(5)]
    _post(ask, "media_only", "a file and no text", [one], "")
    _post(ask, "again", "a file that a post has already", [one])
    _post(ask, "unknown", "a file that never was", ["999"])
    _post(ask, "not_a_number", "an id that is no number", ["abc"])
    _post(ask, "none", "an empty list", [], "no files")
    _post(ask, "anothers", "another's file", [theirs])
    _post(ask, "five", "five files", five)
    four = _post(ask, "four", "four of them; the order is 4 3 2 1", five[3::-1], "four")
    _post(ask, "twice", "the same file twice in one post", [five[4], five[4]])
    form = {"status": "form", "media_ids[]": [ask.upload()]}
    ask.ask("form", "media_ids[]= in a form", STATUSES, data=form)
    _post(ask, "null", "media_ids is null", None, "null files")
    _attached(ask, four["media_attachments"][0]["id"])


def mixed(ask: Asker) -> None:
    """What goes with what."""
    video, picture = ask.upload(sample="a.mp4"), ask.upload()
    _post(ask, "image_and_video", "a picture and a video", [picture, video])
    _post(ask, "video", "a video alone", [video])
    _post(ask, "and_poll", "a file and a poll", [picture], "both", poll=_POLL)
    _post(
        ask,
        "sensitive",
        "a warning makes the file sensitive, if it is free",
        [picture],
        "x",
        spoiler_text="w",
    )
    gifv, audio = ask.upload(sample="silent.mp4"), ask.upload(sample="a.mp3")
    extra, spare = ask.upload(), ask.upload()
    _post(ask, "image_and_gifv", "a picture and a video without sound", [extra, gifv], "mixed")
    _post(ask, "image_and_audio", "a picture and a sound", [spare, audio])
    ask.do(f"DELETE /api/v1/media/{spare}")
    _post(ask, "deleted", "a file that was deleted (4.4 and later)", [spare], "gone")


def unready(ask: Asker) -> None:
    """While nobody works on files; afterwards, one is ready and one has failed."""
    owner = ask.owned()
    owner.pause(paused=True)
    upload = "POST /api/v2/media"
    files = {"file": ask.file("a.mp4")}
    media = ask.ask("unready.upload", "a video, while nobody works on files", upload, files=files).json()[
        "id"
    ]
    ask.ask("unready.show", "it is not ready", f"GET /api/v1/media/{media}")
    _post(ask, "unready.post", "a post with a file that is not ready", [media], "early")
    ask.ask(
        "unready.describe",
        "its description is given while it is not ready",
        f"PUT /api/v1/media/{media}",
        json={"description": "early"},
    )
    state = "POST /api/v1/media waits until it is ready"
    first = ask.ask("unready.v1", state, "POST /api/v1/media", files=files).json()["id"]
    ask.ask("unready.v1.show", "asked for at once", f"GET /api/v1/media/{first}")
    state = "a sound that will break: a WAV of 44 bytes, its head alone"
    broken = ask.ask("broken.upload", state, upload, files={"file": ask.file("broken.wav")}).json()["id"]
    owner.pause(paused=False)
    ask.until_ready(media)
    ask.ask("unready.ready", "it is ready", f"GET /api/v1/media/{media}")
    _post(ask, "unready.posted", "the same post once it is ready", [media], "early")
    _broken(ask, broken)


def _broken(ask: Asker, media: str) -> None:
    ask.ask("broken.show", "seconds later it is still worked on", f"GET /api/v1/media/{media}")
    ask.until_ready(media, seconds=240)
    ask.ask("broken.end", "given up after half a minute", f"GET /api/v1/media/{media}")
    _post(ask, "broken.post", "a post with it", [media], "broken")
    ask.ask("broken.delete", "it is deleted (4.4 and later)", f"DELETE /api/v1/media/{media}")


def _attached(ask: Asker, media: str) -> None:
    where = f"/api/v1/media/{media}"
    ask.ask("attached.show", "GET of a file that a post has", f"GET {where}")
    ask.ask(
        "attached.describe", "PUT of a file that a post has", f"PUT {where}", json={"description": "late"}
    )
    ask.ask("attached.delete", "DELETE of a file that a post has", f"DELETE {where}")


def _post(
    ask: Asker, name: str, state: str, media: list[str] | None, text: str | None = None, **fields: object
) -> dict[str, Any]:
    body = {"status": name if text is None else text, "media_ids": media, **fields}
    posted: dict[str, Any] = ask.ask(name, state, STATUSES, json=body).json()
    return posted
