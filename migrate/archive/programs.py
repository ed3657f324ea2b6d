"""Tell which program a tweet was written with, and whether that brought it from the fediverse.

Twitter keeps the program's name inside a link to its page; the oldest classic archives have the
word `web` alone.
"""

import html
import re
from typing import NamedTuple

_CROSSPOSTERS = re.compile(
    r"mastodon|masto\.donte|moa\.party|\bmoa bridge\b|pleroma|misskey|fediverse", re.IGNORECASE
)
"""Programs that wrote on Twitter what was posted on the fediverse, by their names or addresses
(github.com/renatolond/mastodon-twitter-poster, github.com/FedStoa/moa)."""

_TAGS = re.compile(r"<[^>]*>")
_MOST = 1000


class Program(NamedTuple):
    """A program; `name` is None where the archive doesn't tell it."""

    name: str | None
    crossposts: bool


class _Programs(dict[str, Program]):
    """The programs by the sources of tweets; an archive has few of them."""

    def __missing__(self, source: str) -> Program:
        name = " ".join(html.unescape(_TAGS.sub("", source)).split())
        program = Program(name or None, _CROSSPOSTERS.search(source) is not None)
        if len(self) < _MOST:
            self[source] = program
        return program


PROGRAMS = _Programs()
