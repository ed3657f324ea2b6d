"""What a server finds in the bytes of a file: its kind, and why it can't be taken.

Enough of each format to tell the samples of tests/recordings apart as Mastodon does
(app/models/media_attachment.rb, lib/paperclip/). A test that has no real file says by
one of the markers what is wrong with its own.
"""

import struct
from dataclasses import dataclass, field

UNREADABLE = b"unreadable"
BROKEN = b"broken"
SILENT = b"silent"

_SIGNATURES = (
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"\x89PNG", "image/png"),
    (0, b"GIF8", "image/gif"),
    (8, b"WEBP", "image/webp"),
    (8, b"WAVE", "audio/wav"),
    (0, b"\x1aE\xdf\xa3", "video/webm"),
    (0, b"OggS", "audio/ogg"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"\xff\xfb", "audio/mpeg"),
)
_BRANDS = {b"avif": "image/avif", b"heic": "image/heic", b"M4A ": "audio/mp4", b"qt  ": "video/quicktime"}
TAKEN_BY_SOME = frozenset({"too many pixels", "too many frames", "cut short"})
_MOST_FRAMES = 120  # a second; media_attachment.rb MAX_VIDEO_FRAME_RATE
_WORDS = 100  # so many bytes of text are not what somebody made up for a test


@dataclass(frozen=True, slots=True)
class Looked:
    """`kind` is "image", "gifv", "video", "audio" or "unknown"; `no` the reason why it is not taken.

    Those that `TAKEN_BY_SOME` names are reasons where a server says so, and else none.
    """

    mime: str
    kind: str
    no: str = ""
    details: dict[str, int] = field(default_factory=dict)
    breaks: bool = False  # while it is worked on

    @property
    def is_large(self) -> bool:
        """It is worked on later (media_attachment.rb#larger_media_format?)."""
        return self.kind in {"gifv", "video", "audio"}


def look(content: bytes, said: str, most_pixels: int) -> Looked:
    """By the bytes where they say it, else as the client says."""
    start = content[:4096]
    signed = _signed(content)
    mime, kind = signed or said, _kind(signed or said, content)
    (width, height), frames = _size(content), _frames_a_second(content)
    wrong = {
        "file unreadable": UNREADABLE in start or not (content and (signed or _may_be(said))),
        "file is words": not signed and _is_text(content),
        "crash": content[6:10] == b"JFIF" and len(content) < 100,
        "file broken": _ends_early(content),
        "too many pixels": width * height > most_pixels,
        "too many frames": frames > _MOST_FRAMES,
        "cut short": content[6:10] == b"JFIF" and not content.rstrip(b"\0").endswith(b"\xff\xd9"),
    }
    no = next((reason for reason, is_so in wrong.items() if is_so), "")
    breaks = BROKEN in start or (mime == "audio/wav" and len(content) <= 44)
    return Looked(mime, kind, no, {"width": width, "height": height, "frames": frames}, breaks)


def _signed(content: bytes) -> str:
    for place, signature, mime in _SIGNATURES:
        if content[place : place + len(signature)] == signature:
            return mime
    return _BRANDS.get(content[8:12], "video/mp4") if content[4:8] == b"ftyp" else ""


def _may_be(said: str) -> bool:
    return said.partition("/")[0] in {"image", "video", "audio"} and said != "image/svg+xml"


def _is_text(content: bytes) -> bool:
    return (
        len(content) > _WORDS
        and content.isascii()
        and content[:_WORDS].decode().replace("\n", " ").isprintable()
    )


def _kind(mime: str, content: bytes) -> str:
    """A video without sound is taken for a GIF (lib/paperclip/transcoder.rb#update_attachment_type)."""
    kind = mime.partition("/")[0]
    moves = content.count(b"\x21\xf9\x04") > 1
    silent = SILENT in content[:4096] or (b"moov" in content and b"soun" not in content)
    if (mime == "image/gif" and moves) or (kind == "video" and silent):
        return "gifv"
    return kind if kind in {"image", "video", "audio"} else "unknown"


def _size(content: bytes) -> tuple[int, int]:
    """Of a PNG, https://www.w3.org/TR/png/#11IHDR."""
    if content[12:16] != b"IHDR":
        return 0, 0
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def _ends_early(content: bytes) -> bool:
    """An MP4 with a box that is longer than what is left, after a first one that is whole (ISO 14496-12)."""
    if content[4:8] != b"ftyp":
        return False
    place = struct.unpack(">I", content[:4])[0]
    while 0 < place + 8 <= len(content):
        size = struct.unpack(">I", content[place : place + 4])[0]
        if size < 8 or place + size > len(content):
            return size >= 8
        place += size
    return False


def _frames_a_second(content: bytes) -> int:
    """Of an MP4's first track: its time scale, by the length of a frame (ISO 14496-12, mdhd and stts)."""
    header, times = content.find(b"mdhd"), content.find(b"stts")
    if content[4:8] != b"ftyp" or header < 0 or times < 0:
        return 0
    scale = struct.unpack(">I", content[header + 16 : header + 20])[0]
    length = struct.unpack(">I", content[times + 16 : times + 20])[0]
    return int(scale // length) if length else 0
