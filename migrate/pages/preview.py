"""Write the preview to disk: a folder with the page and its pictures, or the page alone."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from migrate.archive.archive import Archive
from migrate.errors import MigrateError, UsageError
from migrate.model import Plan, zone_name
from migrate.pages.album import copied, inlined
from migrate.pages.cards import Place, make_cards
from migrate.pages.page import MARK, UNFINISHED, Page, make_page
from migrate.pages.years import make_years

PAGE_NAME = "index.html"
_FILES_NAME = "media"
_HEAD = 2000


class Progress(Struct, frozen=True):
    """The progress of copying pictures and videos."""

    done: int
    total: int


def write_folder(
    plan: Plan, archive: Archive, folder: Path, *, backdates: bool, server: str | None = None
) -> Iterator[Progress]:
    """Write the page as `index.html` in the folder, pictures and videos beside it; the page comes last.

    Raises UsageError where the folder holds anything but an earlier preview.
    """
    if folder.exists() and not (folder.is_dir() and (_is_empty(folder) or _is_ours(folder / PAGE_NAME))):
        raise UsageError(f"{folder} is there already and is not a preview. Give another name with -o.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        page = folder / PAGE_NAME
        if not page.exists():
            page.write_text(UNFINISHED, encoding="utf-8")
        files = _files(plan, archive)
        placing = copied(archive, files, folder / _FILES_NAME)
        yield from _write(plan, archive, placing, len(files), page, backdates=backdates, server=server)
    except OSError as e:
        raise _cannot_write(folder, e) from e


def write_single(
    plan: Plan, archive: Archive, file: Path, *, backdates: bool, server: str | None = None
) -> Iterator[Progress]:
    """Write all into one file, with those pictures in it that are small enough.

    Raises UsageError where the file is there and is not an earlier preview.
    """
    if file.exists() and not _is_ours(file):
        raise UsageError(f"{file} is there already and is not a preview. Give another name with -o.")
    try:
        files = _files(plan, archive)
        placing = inlined(archive, files)
        yield from _write(plan, archive, placing, len(files), file, backdates=backdates, server=server)
    except OSError as e:
        raise _cannot_write(file, e) from e


def _write(
    plan: Plan,
    archive: Archive,
    placing: Iterable[tuple[str, Place]],
    total: int,
    target: Path,
    *,
    backdates: bool,
    server: str | None,
) -> Iterator[Progress]:
    places: dict[str, Place] = {}
    for file, place in placing:
        places[file] = place
        yield Progress(len(places), total)
    avatar = places.get(archive.profile.avatar or "", Place())
    page = Page(
        owner=plan.owner,
        avatar=avatar.address,
        cards=make_cards(plan, archive.tweets.find, places),
        years=tuple(make_years(plan)),
        backdates=backdates,
        zone=zone_name(plan.policy.zone),
        server=server,
    )
    unfinished = target.with_name(f".{target.name}.part")
    with unfinished.open("wb") as document:
        document.writelines(make_page(page))
    unfinished.replace(target)


def _files(plan: Plan, archive: Archive) -> dict[str, int | None]:
    """List the files that the cards show, each once, with their sizes; the avatar first."""
    files = {archive.profile.avatar: None} if archive.profile.avatar else {}
    shown = (media for step in plan.steps for media in step.toot.media)
    return files | {media.file: media.size for media in shown if media.file}


def _is_empty(folder: Path) -> bool:
    return next(folder.iterdir(), None) is None


def _is_ours(page: Path) -> bool:
    if not page.is_file():
        return False
    with page.open(encoding="utf-8", errors="replace") as text:
        return MARK in text.read(_HEAD)


def _cannot_write(where: Path, error: OSError) -> MigrateError:
    return MigrateError(
        f"The preview can't be written to {where} ({error.strerror}). "
        "Give another place with -o, or make room there."
    )
