"""Damages archives on purpose, as a disk, a download or a stranger may; the same for the same seed."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.fakes.archive import write_archive
from tests.fakes.archive_tricky import ROBIN, tricky

Members = dict[str, bytes]

NASTY = (
    *(b"", b"{", b"}", b"[", b"]", b'"', b"\\", b",", b":", b"\0", b"\xff", b"\xed\xa0\x80", b"\r\n"),
    *(
        b"\n  },\n  {",
        b"\n}",
        b"[]",
        b"{}",
        b'""',
        b"null",
        b"true",
        b"-1",
        b"0",
        b"1e999",
        b"9" * 400,
        b"NaN",
    ),
    *(b'"\\ud83d"', b'"\\u0000"', b'"three"', b'"-1"', b'"99999999999999999999"', b'"RT @a: "'),
    *(b"[" * 5000, b'{"":' * 3000, b'{"tweet":' * 500, b'"Mon Jan 01 00:00:00 +0000 1997"'),
    *("\u202e\u2066".encode(), "tweets".encode("utf-16"), b"\xef\xbb\xbf"),
)
NAMES = (
    *(
        "../data/tweets.js",
        "/etc/passwd",
        "data\\tweets.js",
        "a/b/c/data/tweets.js",
        "data/tweets.js/",
        "-",
        "\0",
    ),
    *("__MACOSX/data/._tweets.js", "NUL", "x" * 300, "tweet.js", "tweets.csv", "data/js/tweets/2013_05.js"),
    *("data/tweets-part1.js", "data/tweets-part999999999.js", "data/note-tweet.js", "data/deleted-tweets.js"),
    *("data/twitter-circle-tweet.js", "data/account.js", "data/user_details.js", "data/manifest.js"),
    *("data/tweets_media/1-.mp4", "data/tweet_media/x.zip"),
)
_VALUE = re.compile(rb'(?<=: )("(?:[^"\\]|\\.)*"|-?\d+|true|false|null|\[ \]|\{ \})')


def samples(folder: Path) -> list[Members]:
    """One archive of each generation, with every odd case in it."""
    tweets, notes = tricky()
    eras = ("csv", "classic", "2018", "2020", "2022", "2025")
    made = (
        write_archive(folder / era, tweets[-25:], notes=notes, account=ROBIN, era=era, packing="folder")
        for era in eras
    )
    return [
        {str(path.relative_to(top)): path.read_bytes() for path in sorted(top.rglob("*")) if path.is_file()}
        for top in made
    ]


def with_damaged_tweets(sample: Members, rng: Random) -> bytes:
    """A zip of the sample in which only the file of tweets is damaged."""
    members = dict(sample)
    for _ in range(rng.randint(1, 3)):
        change = rng.choice((*_OF_BYTES, _other_value))
        members["data/tweets.js"] = change(members["data/tweets.js"], rng)
    return _zip(members, rng)


def mutated(sample: Members, rng: Random) -> bytes:
    """A zip of the sample with one to five things wrong."""
    members = dict(sample)
    for _ in range(rng.randint(1, 5)):
        name = rng.choice(sorted(members))
        rng.choice(_OF_MEMBERS)(members, name, rng)
    content = _zip(members, rng)
    if rng.random() < 0.2:
        content = rng.choice(_OF_BYTES)(content, rng)
    return content


def _flip(content: bytes, rng: Random) -> bytes:
    if not content:
        return content
    at = rng.randrange(len(content))
    return content[:at] + bytes([content[at] ^ 1 << rng.randrange(8)]) + content[at + 1 :]


def _insert(content: bytes, rng: Random) -> bytes:
    at = rng.randint(0, len(content))
    return content[:at] + rng.choice(NASTY) + content[at:]


def _take_out(content: bytes, rng: Random) -> bytes:
    at = rng.randint(0, len(content))
    return content[:at] + content[at + rng.randint(1, 2000) :]


def _repeat(content: bytes, rng: Random) -> bytes:
    at = rng.randint(0, len(content))
    return content[:at] + content[at : at + rng.randint(1, 5000)] * rng.randint(2, 5) + content[at:]


def _cut(content: bytes, rng: Random) -> bytes:
    return content[: rng.randint(0, len(content))]


def _other_value(content: bytes, rng: Random) -> bytes:
    values = list(_VALUE.finditer(content))
    if not values:
        return content
    value = rng.choice(values)
    return content[: value.start()] + (rng.choice(NASTY) or b"null") + content[value.end() :]


def _of_content(change: Callable[[bytes, Random], bytes]) -> Callable[[Members, str, Random], None]:
    def changed(members: Members, name: str, rng: Random) -> None:
        members[name] = change(members[name], rng)

    return changed


def _rename(members: Members, name: str, rng: Random) -> None:
    members[rng.choice(NAMES)] = (
        members.pop(name) if rng.random() < 0.5 and len(members) > 1 else members[name]
    )


def _swap(members: Members, name: str, rng: Random) -> None:
    other = rng.choice(sorted(members))
    members[name], members[other] = members[other], members[name]


_OF_BYTES = (_flip, _insert, _take_out, _repeat, _cut)
_OF_MEMBERS = (*map(_of_content, (*_OF_BYTES, _other_value, _other_value, _other_value)), _rename, _swap)


def _zip(members: Members, rng: Random) -> bytes:
    target = io.BytesIO()
    method = rng.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
    with zipfile.ZipFile(target, "w", method, compresslevel=1) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return target.getvalue()
