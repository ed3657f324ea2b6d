"""Pictures and videos of the preview: beside the page or in it, under names of our own."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from migrate.archive import Archive, open_archive
from migrate.pages.album import LARGEST_INLINE, MOST_INLINE, Absence, Place, copied, inlined
from tests.fakes.archive import media_names, photo, tweet, write_archive

PICTURE = b"\xff\xd8\xff\xe0 a picture"


def test_files_are_copied_under_names_that_the_archive_did_not_choose(tmp_path: Path) -> None:
    """Only the ending is taken over, and only one that a browser shows."""
    with _archive(tmp_path, '../../b"><script>') as archive:
        places = _copied(archive, tmp_path / "media")

    (place,) = places.values()
    (copy,) = (tmp_path / "media").iterdir()
    assert place == Place(f"media/{copy.name}")
    assert copy.name.removesuffix(".jpg").isalnum()
    assert copy.read_bytes() == PICTURE


def test_a_second_run_copies_nothing_again(tmp_path: Path) -> None:
    """What is there already, whole, stays as it is; what is torn is copied again."""
    with _archive(tmp_path, "a", "b") as archive:
        _copied(archive, tmp_path / "media")
        whole, torn = sorted((tmp_path / "media").iterdir())
        whole.write_bytes(b"x" * len(PICTURE))
        torn.write_bytes(PICTURE[:5])
        _copied(archive, tmp_path / "media")

    assert whole.read_bytes() == b"x" * len(PICTURE)
    assert torn.read_bytes() == PICTURE


def test_a_damaged_file_is_named_and_leaves_nothing_behind(tmp_path: Path) -> None:
    """The zip's checksum doesn't fit: no half picture on the page."""
    _archive(tmp_path, "a").close()
    _damage(tmp_path / "archive.zip", ".jpg")
    with open_archive(tmp_path / "archive.zip") as archive:
        (place,) = _copied(archive, tmp_path / "media").values()
        ((_, inside),) = inlined(archive, _files(archive))

    assert place == inside == Place(absence=Absence.DAMAGED)
    assert list((tmp_path / "media").iterdir()) == []


@pytest.mark.parametrize("ending", ["svg", "html", "js"])
def test_files_that_could_hold_script_stay_where_they_are(tmp_path: Path, ending: str) -> None:
    """Neither beside the page nor in it."""
    with _archive(tmp_path, "a", ending=ending) as archive:
        (place,) = _copied(archive, tmp_path / "media").values()
        ((_, inside),) = inlined(archive, _files(archive))

    assert place == inside == Place(absence=Absence.UNKNOWN_KIND)
    assert list((tmp_path / "media").iterdir()) == []


def test_one_file_takes_small_pictures_and_says_of_the_others_that_they_are_too_big(tmp_path: Path) -> None:
    """Too big each by itself, or too many together."""
    sizes = [LARGEST_INLINE + 1, *[LARGEST_INLINE] * (MOST_INLINE // LARGEST_INLINE), 1]
    with _archive(tmp_path, *map(str, range(len(sizes))), sizes=sizes) as archive:
        places = [place for _, place in inlined(archive, _files(archive))]

    assert [place.absence for place in places] == [Absence.TOO_BIG, *[None] * 32, Absence.TOO_BIG]
    assert places[1].address.startswith("data:image/jpeg;base64,/9j/")


def _archive(folder: Path, *keys: str, ending: str = "jpg", sizes: list[int] | None = None) -> Archive:
    """An archive with a tweet for each picture."""
    tweets = [tweet("A picture", media=[photo(key, ending=ending)]) for key in keys]
    contents = [PICTURE.ljust(size) for size in sizes or [0] * len(keys)]
    names = [name for one in tweets for name in media_names(one)]
    path = write_archive(folder / "archive.zip", tweets, media=dict(zip(names, contents, strict=True)))
    return open_archive(path)


def _damage(zipped: Path, ending: str) -> None:
    """A byte in the middle of a member is another one."""
    content = bytearray(zipped.read_bytes())
    with ZipFile(zipped) as names:
        member = next(one for one in names.infolist() if one.filename.endswith(ending))
    name_and_extra = sum(content[member.header_offset + 26 + i] for i in (0, 2))
    content[member.header_offset + 30 + name_and_extra + member.compress_size // 2] ^= 0xFF
    zipped.write_bytes(content)


def _files(archive: Archive) -> dict[str, int | None]:
    return {one.file: one.size for tweet in archive.tweets for one in tweet.media if one.file}


def _copied(archive: Archive, folder: Path) -> dict[str, Place]:
    return dict(copied(archive, _files(archive), folder))
