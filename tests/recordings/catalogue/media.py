"""Uploads: good files, bad files, descriptions."""

from tests.recordings.asking import Asker, File, black_png, padded_png

_V2 = "POST /api/v2/media"
_GOOD = (
    *("a.jpg", "a.png", "still.gif", "a.gif", "a.webp", "a.avif", "a.heic", "a.mp4", "silent.mp4", "a.mov"),
    *("a.webm", "a.mp3", "a.ogg", "a.wav", "a.opus", "a.m4a", "fast.mp4"),
)
_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'


def good(ask: Asker) -> None:
    """One of each kind."""
    for sample in _GOOD:
        files = {"file": ask.file(sample)}
        sent = ask.ask(f"v2.{sample}", f"a good file: {sample}", _V2, by="uploader", files=files)
        if sent.status_code == 202:
            media = sent.json()["id"]
            ask.until_ready(media, "uploader")
            line = f"GET /api/v1/media/{media}"
            ask.ask(f"v2.{sample}.ready", "the same once it is ready", line, by="uploader")


def odd(ask: Asker) -> None:
    """Wrong names, wrong bytes, too few of them, too many."""
    jpeg, mp4 = ask.file("a.jpg")[1], ask.file("a.mp4")[1]
    words = b"this is no picture at all, just words\n" * 9
    rows: tuple[tuple[str, str, File], ...] = (
        ("wrong_name", "a PNG that is called a.jpg, image/jpeg", ask.file("a.png", "a.jpg")),
        ("wrong_type", "a PNG that is sent as text/plain", ask.file("a.png", "a.png", "text/plain")),
        ("text", "a text that is called a.jpg", ask.file(words, "a.jpg")),
        ("binary", "bytes of no known kind", ask.file(bytes(range(256)), "a.bin")),
        ("svg", "an SVG", ask.file(_SVG, "a.svg")),
        ("empty", "no bytes", ask.file(b"", "a.jpg")),
        ("cut", "a JPEG that ends too early", ask.file(jpeg[:700], "a.jpg")),
        ("cut_head", "a JPEG's first 20 bytes", ask.file(jpeg[:20], "a.jpg")),
        ("cut_mp4", "an MP4 that ends too early", ask.file(mp4[:1500], "a.mp4")),
        ("too_big", "a PNG of 16 MiB and a byte", ask.file(padded_png(16 * 1024 * 1024 + 1), "big.png")),
        ("too_many_pixels", "6000 x 5600 pixels: 33.6 million", ask.file(black_png(6000, 5600), "large.png")),
    )
    for name, state, file in rows:
        ask.ask(f"v2.{name}", state, _V2, by="editor", files={"file": file})
    ask.ask("v2.no_file", "no file", _V2, by="editor", data={"description": "nothing"})
    ask.ask("v2.file_is_text", "file is a plain field", _V2, by="editor", data={"file": "words"})


def fields(ask: Asker) -> None:
    """What may stand beside a file; it counts as an upload whatever becomes of it."""
    rows = (
        ("description_1500", "a description of 1500 characters", {"description": "d" * 1500}),
        ("description_1501", "a description of 1501 characters", {"description": "d" * 1501}),
        ("description_10001", "a description of 10001 characters", {"description": "d" * 10001}),
        ("focus", "a focus", {"focus": "0.5,-0.25"}),
        ("focus_bad", "a focus that is none", {"focus": "left"}),
        ("focus_outside", "a focus outside of the picture", {"focus": "7,-9"}),
    )
    files = {"file": ask.file("a.png")}
    for name, state, more in rows:
        ask.ask(f"v2.{name}", state, _V2, by="editor", files=files, data=more)
    sound = {"file": ask.file("a.mp3"), "thumbnail": ask.file("a.png")}
    ask.ask("v2.thumbnail", "a sound with a picture of its own", _V2, by="editor", files=sound)
    video = {"file": ask.file("a.mp4")}
    ask.ask("v1.video", "POST /api/v1/media with a video", "POST /api/v1/media", by="editor", files=video)


def afterwards(ask: Asker) -> None:
    """Asking for a file, describing it, deleting it."""
    state, files = "POST /api/v1/media with a picture", {"file": ask.file("a.png")}
    kept = ask.ask("v1.image", state, "POST /api/v1/media", by="editor", files=files).json()["id"]
    show, put, delete = (f"{method} /api/v1/media/{kept}" for method in ("GET", "PUT", "DELETE"))
    ask.ask("show", "GET of a ready picture", show, by="editor")
    ask.ask("show.anothers", "GET of another's file", show, by="other")
    ask.ask("show.unknown", "GET of what never was", "GET /api/v1/media/999", by="editor")
    described = {"description": "described", "focus": "0.1,0.1"}
    ask.ask("describe", "a description", put, by="editor", json=described)
    ask.ask("describe.empty", "an empty description", put, by="editor", json={"description": ""})
    long = {"description": "d" * 1501}
    ask.ask("describe.1501", "a description of 1501 characters", put, by="editor", json=long)
    ask.ask("describe.anothers", "of another's file", put, by="other", json={"description": "mine"})
    ask.ask("delete.anothers", "another's file", delete, by="other")
    ask.ask("delete", "an unattached file (4.4 and later)", delete, by="editor")
    ask.ask("delete.again", "again", delete, by="editor")
    ask.ask("delete.show", "GET of it", show, by="editor")
