"""Archives of raw bytes, for what no proper archive has in it."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

import msgspec

from tests.fakes.archive_entities import Json

ACCOUNT = (
    b'window.YTD.account.part0 = [ {\n  "account" : {\n    "username" : "ada_example",\n'
    b'    "accountId" : "990000000000000001",\n    "accountDisplayName" : "Ada Example"\n  }\n} ]'
)


def zip_of(path: Path, members: Mapping[str, bytes | str], **options: object) -> Path:
    """A zip with an account file and these members."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {"data/account.js": ACCOUNT, **members}.items():
            archive.writestr(name, content)
    return path


def js(*items: Json, wrapper: str = "tweet", name: str = "tweets", part: int = 0) -> bytes:
    """Items as Twitter writes them since 2021, each in its wrapper."""
    text = msgspec.json.format(msgspec.json.encode([{wrapper: item} for item in items]), indent=2)
    return f"window.YTD.{name}.part{part} = ".encode() + text.replace(b'": ', b'" : ')


def manifest(**counts: int) -> bytes:
    """A manifest that claims so many records; `tweets_part1` stands for data/tweets-part1.js."""
    files = [
        {"fileName": f"data/{stem.replace('_', '-')}.js", "globalName": "YTD", "count": str(count)}
        for stem, count in counts.items()
    ]
    config = {"userInfo": {}, "archiveInfo": {}, "dataTypes": {"tweets": {"files": files}}}
    return b"window.__THAR_CONFIG = " + msgspec.json.encode(config)
