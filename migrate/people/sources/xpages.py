"""The accounts in a page of X that was saved from the browser: "Following", "Followers", a list's members.

X shows each person there in an element with `data-testid="UserCell"`: the display name, the
handle as a link, the bio. Emoji are pictures with the sign in `alt`, and buttons are no text.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes, policy
from html.parser import HTMLParser

from migrate.people.contacts import XProfile
from migrate.people.sources.xparts import handle_in

_CELL = "UserCell"
_EMPTY = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_IN_LINE = frozenset({"a", "b", "em", "i", "img", "span", "strong"})
_SILENT = frozenset({"script", "style", "svg", "button", "noscript"})
_MHTML = re.compile(r"(?:From|Subject|MIME-Version|Snapshot-Content-Location|Content-Type): ", re.IGNORECASE)


def is_page(text: str) -> bool:
    """Tell whether a text is a web page, or one in a single file (MHTML)."""
    start = text[:2000].lstrip("\ufeff \t\r\n").lower()
    return start.startswith(("<!doctype html", "<html")) or is_single_file(text)


def is_single_file(text: str) -> bool:
    """Tell whether a text is a page as Chrome saves it in a single file (RFC 2557)."""
    return _MHTML.match(text) is not None and "multipart/related" in text[:4000]


def people_on(page: str) -> Iterator[XProfile]:
    """Read each person on a page."""
    reader = _Cells()
    with suppress(AssertionError):  # what HTMLParser says of a declaration that it doesn't know
        for one in _pages_in(page) if is_single_file(page) else [page]:
            reader.feed(one)
        reader.close()
    for cell in reader.cells:
        if profile := _profile(cell):
            yield profile


def _pages_in(single_file: str) -> Iterator[str]:
    message = message_from_bytes(single_file.encode(), policy=policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            yield str(part.get_content())


class _Cell:
    """An account's element: its lines, and the handles that it links to."""

    def __init__(self) -> None:
        self.lines: list[str] = [""]
        self.handles: list[str] = []


class _Cells(HTMLParser):
    """Collects the elements of accounts. Elements that are not in a line of text end it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.cells: list[_Cell] = []
        self._depth = 0
        self._begun = 0
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an account, or a line; read emoji and links."""
        named = dict(attrs)
        if tag not in _EMPTY:
            self._depth += 1
        if named.get("data-testid") == _CELL and not self._begun:
            self._begun = self._depth
            self.cells.append(_Cell())
        if not self._begun:
            return
        if not self._silent and (tag in _SILENT or named.get("role") == "button"):
            self._silent = self._depth
        if tag == "a" and (handle := _linked(named.get("href") or "")):
            self.cells[-1].handles.append(handle)
        if tag == "img" and not self._silent:
            self.cells[-1].lines[-1] += named.get("alt") or ""
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        """End an account, or a line."""
        if tag in _EMPTY:
            return
        self._break(tag)
        if self._silent == self._depth:
            self._silent = 0
        if self._begun == self._depth:
            self._begun = 0
        self._depth -= 1

    def handle_data(self, data: str) -> None:
        """Add to the line."""
        if self._begun and not self._silent:
            self.cells[-1].lines[-1] += data

    def _break(self, tag: str) -> None:
        if self._begun and tag not in _IN_LINE and self.cells[-1].lines[-1]:
            self.cells[-1].lines.append("")


def _linked(link: str) -> str:
    """Read the handle of a link to a profile; on X's own pages it is a path alone."""
    return handle_in(f"https://x.com{link}" if link.startswith("/") else link, said=False)


def _profile(cell: _Cell) -> XProfile | None:
    lines = [line for one in cell.lines if (line := " ".join(one.split()))]
    if not cell.handles:
        return None
    handle = cell.handles[0]
    own = next((at for at, line in enumerate(lines) if line.lower() == f"@{handle}".lower()), 0)
    name = " ".join(lines[:own])
    bio = "\n".join(lines[own + 1 :])
    return XProfile("", handle, name, tuple(text for text in (name, bio) if text))
