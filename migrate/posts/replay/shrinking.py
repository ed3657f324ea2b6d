"""Pictures that are too large for the server, scaled down in memory as they are sent."""

from io import BytesIO
from math import sqrt
from typing import TYPE_CHECKING, BinaryIO

from migrate.model import Limits, Media
from migrate.posts.convert import can_shrink
from migrate.posts.replay.sending import Opener

if TYPE_CHECKING:
    from PIL.Image import Image

_TRIES = 8
_QUALITY = 90


def shrinking(open_media: Opener, limits: Limits) -> Opener:
    """Make an opener that gives a smaller picture where the server takes none as large as that.

    It needs Pillow. What Pillow can't read is an OSError, as other damage is.
    """

    def opened(media: Media) -> BinaryIO:
        if not can_shrink(media, limits):
            return open_media(media)
        with open_media(media) as file:
            return BytesIO(_shrunk(file, limits))

    return opened


def _shrunk(file: BinaryIO, limits: Limits) -> bytes:
    """Scale a picture down until it fits; it stays of its type, and upright without its camera's notes."""
    from PIL import Image, ImageOps

    try:
        with Image.open(file) as stored:
            picture, kind = ImageOps.exif_transpose(stored), stored.format or "JPEG"
            pixels = picture.width * picture.height
            share = min(1.0, (limits.image_pixels or pixels) / pixels)
            for _ in range(_TRIES):
                scaled = _scaled(picture, share, kind)
                if len(scaled) < limits.image_bytes:
                    return scaled
                share *= 0.9 * min(1.0, limits.image_bytes / len(scaled))
    except (Image.DecompressionBombError, ValueError, SyntaxError) as error:
        raise OSError(f"it can't be scaled down ({error})") from error
    raise OSError("it can't be made small enough")


def _scaled(picture: "Image", share: float, kind: str) -> bytes:
    """Write the picture with this share of its pixels."""
    from PIL.Image import Resampling

    size = max(1, int(picture.width * sqrt(share))), max(1, int(picture.height * sqrt(share)))
    whole = picture.convert("RGBA") if picture.mode == "P" else picture
    out = BytesIO()
    whole.resize(size, Resampling.LANCZOS).save(out, kind, quality=_QUALITY)
    return out.getvalue()
