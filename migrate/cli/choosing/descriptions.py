"""Descriptions of pictures and videos from a file, as archives since 2019 have none.

    {"1125131801195446273-One.jpg": "A cat on a loaf", "1125131801195446300": "The same cat"}

The lists that archive.alt-text.org made are read as well
(github.com/timhutton/twitter-archive-parser/issues/20).
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Annotated
from urllib.parse import urlsplit

import msgspec
import typer
from msgspec import Struct

from migrate.cli.show import warn_each
from migrate.errors import UsageError
from migrate.model import Tweet

Descriptions = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE.json",
        help="Descriptions of pictures and videos, by the name of the file in the archive, or by the "
        "tweet's number where it has only one.",
    ),
]


class ListedText(Struct):
    """An item of a list: the tweet, the address that the picture had, and its description."""

    tweet_id: str | int
    media_url: str
    alt_text: str | None = None


def read_descriptions(path: Path | None) -> dict[str, str]:
    """Read the descriptions, by name of file or number of tweet. Raises UsageError."""
    if path is None:
        return {}
    try:
        said = msgspec.json.decode(
            path.read_bytes().removeprefix(b"\xef\xbb\xbf"), type=dict[str, str] | list[ListedText]
        )
    except OSError as e:
        raise UsageError(f"{path} can't be read ({e.strerror}). Check the name of the file.") from e
    except (msgspec.DecodeError, UnicodeDecodeError) as e:
        raise UsageError(
            f'{path.name} is no file of descriptions ({e}). An example: {{"112513-One.jpg": "A cat"}}'
        ) from e
    pairs = said.items() if isinstance(said, dict) else _listed(said)
    return {_name_in(key): text.strip() for key, text in pairs if text.strip()}


def tell_unused(descriptions: Mapping[str, str], tweets: Iterable[Tweet]) -> None:
    """Report the descriptions that fit no picture or video: a name may be misspelt."""
    if not descriptions:
        return
    from migrate.posts.convert import without_media

    left = sorted(without_media(descriptions, tweets))
    warn_each('The description of "{name}" fits no file of this archive.', [{"name": name} for name in left])


def _listed(items: list[ListedText]) -> Iterator[tuple[str, str]]:
    for item in items:
        name = PurePosixPath(urlsplit(item.media_url).path).name
        yield f"{item.tweet_id}-{name}", item.alt_text or ""


def _name_in(key: str) -> str:
    """Take the name alone where the file is given with its folder."""
    return key.strip().replace("\\", "/").rpartition("/")[2]
