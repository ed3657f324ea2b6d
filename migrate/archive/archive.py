"""What one account's archive holds, as the rest of the program sees it."""

from collections.abc import Sequence
from contextlib import ExitStack
from types import TracebackType
from typing import BinaryIO, Self
from zoneinfo import ZoneInfo

from msgspec import Struct

from migrate.archive.likes import Likes
from migrate.archive.media import MediaIndex
from migrate.archive.people_files import Lists, Profile
from migrate.archive.store import TweetStore
from migrate.model import Media, Owner, Problem


class Archive(Struct, frozen=True):
    """An open archive. Use it in a `with`, or close it: media are read from the zip when they are needed.

    `tweets` has each tweet once, ascending by id. `claimed` is how many tweets the archive
    says it has, None where it doesn't say; `read` is how many of those were there. `time_zone`
    is that of the owner's settings, None where it isn't known.
    """

    owner: Owner
    profile: Profile
    tweets: TweetStore
    problems: Sequence[Problem]
    claimed: int | None
    read: int
    following: Sequence[str]
    followers: Sequence[str]
    blocks: Sequence[str]
    mutes: Sequence[str]
    lists: Lists
    likes: Likes
    former_handles: Sequence[str]
    protected: bool
    time_zone: ZoneInfo | None
    had_circle: bool
    media_index: MediaIndex
    closing: ExitStack

    def open_media(self, media: Media) -> BinaryIO:
        """Open a picture or video that has a file; OSError where that is gone or damaged."""
        return self.open_file(media.file or "")

    def open_file(self, name: str) -> BinaryIO:
        """Open a media file, such as the profile's avatar; OSError where it is gone or damaged."""
        return self.media_index.open(name)

    def close(self) -> None:
        """Let go of the zips."""
        self.closing.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
