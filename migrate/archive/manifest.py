"""Read what the archive says about itself: whose it is, when it was made, what it should have."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.json import Decoder

from migrate.archive.containers import BROKEN
from migrate.archive.json_cutter import LONGEST
from migrate.archive.layout import Export, base_of
from migrate.archive.problems import Problems
from migrate.archive.saved_again import read_whole, tidied
from migrate.model import Owner, ProblemKind


class WireFile(Struct, frozen=True, rename="camel"):
    """A file that should be there, and how many records it should have."""

    file_name: str = ""
    count: int | None = None


class WireContents(Struct, frozen=True, rename="camel"):
    """One kind of contents; many have no files."""

    files: list[WireFile] = []


class WireUserInfo(Struct, frozen=True, rename="camel"):
    """The account whose archive it is."""

    account_id: str = ""
    user_name: str = ""
    display_name: str = ""


class WireArchiveInfo(Struct, frozen=True, rename="camel"):
    """The date on which it was made."""

    generation_date: str = ""


class Manifest(Struct, frozen=True, rename="camel"):
    """What is in `data/manifest.js`, since April 2020."""

    user_info: WireUserInfo = WireUserInfo()
    archive_info: WireArchiveInfo = WireArchiveInfo()
    data_types: dict[str, WireContents] = {}


_decode = Decoder(Manifest, strict=False).decode


def manifest_of(export: Export, problems: Problems) -> Manifest:
    """Read an export's manifest; an empty one where it has none, or none that can be read."""
    for name in export.files.get("manifest", ()):
        try:
            with export.container.open(name) as stream:
                text = read_whole(stream, LONGEST)
            return _read(text[text.find(b"{") : text.rfind(b"}") + 1])
        except (*BROKEN, ValueError) as error:
            problems.add(ProblemKind.DAMAGED_FILE, base_of(name), str(error)[:200])
    return Manifest()


def owners_of(manifests: Iterable[Manifest]) -> list[Owner]:
    """List the owners of these archives, where a manifest names them."""
    users = (manifest.user_info for manifest in manifests if manifest.user_info.account_id)
    return [Owner(user.account_id, user.user_name, user.display_name) for user in users]


def _read(text: bytes) -> Manifest:
    try:
        return _decode(text)
    except ValueError:  # people take entries out, and leave a comma before the closing brace
        return _decode(tidied(text))
