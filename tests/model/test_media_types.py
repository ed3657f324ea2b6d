"""The one table of what a file's ending means."""

import pytest

from migrate.model import mime_type_of


@pytest.mark.parametrize(
    ("file", "mime_type"),
    [
        ("data/tweets_media/1-a.jpg", "image/jpeg"),
        ("1-a.JPEG", "image/jpeg"),
        ("1-a.png", "image/png"),
        ("1-a.webp", "image/webp"),
        ("1-a.gif", "image/gif"),
        ("1-a.avif", "image/avif"),
        ("1-a.heic", "image/heic"),
        ("1-a.mp4", "video/mp4"),
        ("1-a.mov", "video/quicktime"),
        ("1-a.svg", None),
        ("1-a", None),
        ("folder.png/1-a", None),
        ("", None),
    ],
)
def test_the_ending_tells(file: str, mime_type: str | None) -> None:
    """In small letters or big ones, and nothing but the ending."""
    assert mime_type_of(file) == mime_type
