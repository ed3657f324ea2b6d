"""Pictures that are too large are scaled down as they are sent, and stay what they are."""

from io import BytesIO
from random import Random
from typing import BinaryIO

import pytest
from PIL import Image

from migrate.model import Limits, Media, MediaKind
from migrate.posts.replay import shrinking


def picture(kind: str, mode: str = "RGB", size: tuple[int, int] = (320, 240)) -> bytes:
    """Noise, which no format makes small."""
    bands = len(Image.new(mode, (1, 1)).getbands())
    made = Image.frombytes(mode, size, Random(1).randbytes(size[0] * size[1] * bands))
    out = BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6  # held on its side
    made.save(out, kind, exif=exif) if kind == "JPEG" else made.save(out, kind)
    return out.getvalue()


def sent(content: bytes, name: str, limits: Limits, size: tuple[int, int] = (320, 240)) -> bytes:
    """What the server gets of a picture."""
    media = Media("1", MediaKind.PHOTO, "", file=name, size=len(content), width=size[0], height=size[1])

    def opened(_: Media) -> BinaryIO:
        return BytesIO(content)

    with shrinking(opened, limits)(media) as file:
        return file.read()


@pytest.mark.parametrize(
    ("kind", "mode", "name"),
    [
        ("JPEG", "RGB", "1-a.jpg"),
        ("JPEG", "L", "1-a.jpg"),
        ("JPEG", "CMYK", "1-a.jpg"),
        ("PNG", "RGBA", "1-a.png"),
        ("PNG", "P", "1-a.png"),
        ("WEBP", "RGB", "1-a.webp"),
    ],
)
def test_it_fits_in_bytes_and_in_pixels(kind: str, mode: str, name: str) -> None:
    """Whatever its type and its colours; its shape is kept, and how it is held."""
    content = picture(kind, mode)
    fewer_bytes = Limits(image_bytes=len(content) // 3)
    fewer_pixels = Limits(image_pixels=10_000)

    assert len(sent(content, name, fewer_bytes)) < fewer_bytes.image_bytes
    with Image.open(BytesIO(sent(content, name, fewer_pixels))) as scaled:
        assert (scaled.format, scaled.width * scaled.height <= 10_000) == (kind, True)
        assert scaled.mode == ("RGBA" if mode == "P" else mode)  # a palette has no colours in between
        wide, high = sorted(scaled.size, reverse=True)
        assert wide / high == pytest.approx(4 / 3, rel=0.02)
        assert (scaled.height > scaled.width) is (kind == "JPEG")


def test_what_fits_is_sent_as_it_is() -> None:
    """Byte for byte; and so is what is no picture of these types."""
    content = picture("JPEG")

    assert sent(content, "1-a.jpg", Limits()) == content
    assert sent(content, "1-a.heic", Limits(image_bytes=10)) == content


@pytest.mark.parametrize("content", [b"no picture at all", picture("PNG")[:200]])
def test_what_is_damaged_is_an_error_of_its_own(content: bytes) -> None:
    """As it is where nothing is scaled: the post goes without it, and that is told."""
    with pytest.raises(OSError, match=r"scaled down|identify|truncated"):
        sent(content, "1-a.png", Limits(image_bytes=10))


def test_what_cannot_be_made_small_enough_is_an_error() -> None:
    """A server that takes ten bytes takes no picture."""
    with pytest.raises(OSError, match="small enough"):
        sent(picture("PNG"), "1-a.png", Limits(image_bytes=10))
