"""The types of the pictures and videos that archives hold, by the ending of the file's name.

Twitter keeps the ending true. The system's own table of types is not the same
everywhere: Windows, macOS and slim containers lack some of these.
"""

from pathlib import PurePosixPath

_TYPES = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".heic": "image/heic",
    ".heif": "image/heif",
    ".mp4": "video/mp4",
    ".mov": "video/quicktime",
}


def mime_type_of(file: str) -> str | None:
    """Tell a file's type by its name, or None if it is neither picture nor video."""
    return _TYPES.get(PurePosixPath(file).suffix.lower())
