"""The parts of one profile, as they are read, made into the profile."""

import re

from migrate.people.contacts import XProfile
from migrate.people.sources.xnames import Part
from migrate.sheets import Damaged, bare, read_id

_PLAIN = re.compile(r"@?(\w{1,15})", re.ASCII)
_ON_X = re.compile(
    r"(?:https?://)?(?:(?:www\.|mobile\.|m\.)?(?:twitter|x)\.com)/(?:#!/)?@?(\w{1,15})/?(?=[?#)\]\s]|$)",
    re.ASCII | re.IGNORECASE,
)
_NOBODY = frozenset(
    {"i", "intent", "home", "share", "search", "hashtag", "explore", "settings", "messages", "login"}
)
"""The first words of X's own paths, which are nobody's names."""

_BARE_ADDRESS = re.compile(r"[\w.-]+@[\w.-]+")


def handle_in(text: str, *, said: bool = True) -> str:
    """Read the handle in a text: a link to X, or a name; without an @ only where it is `said` to be one."""
    linked = _ON_X.search(text)
    if linked:
        return "" if linked[1].lower() in _NOBODY else linked[1]
    plain = _PLAIN.fullmatch(bare(text))
    return plain[1] if plain and (said or bare(text).startswith("@")) else ""


class Parts:
    """What has been read of a profile so far. The first id, handle and name count, and every text.

    `is_rounded` says that a spreadsheet has rounded the id, which then says nothing.
    """

    def __init__(self) -> None:
        self.is_rounded = False
        self._first: dict[Part, str] = {}
        self._texts: dict[str, None] = {}
        self._halves: dict[Part, str] = {}

    def add(self, part: Part | None, text: str) -> None:
        """Add what stands in a part."""
        match part:
            case Part.ID:
                self._add_id(text)
            case Part.HANDLE:
                self._add_handle(text)
            case Part.NAME:
                self._first.setdefault(part, text.strip())
            case Part.ADDRESS:
                self._texts |= dict.fromkeys(_addresses(text))
            case Part.USER | Part.SERVER:
                self._halves.setdefault(part, text.strip())
            case Part.TEXT if text.strip():
                self._texts[text.strip()] = None

    def profile(self) -> XProfile | None:
        """Make the profile; None where nothing says whose it is, or where an id is all there is."""
        x_id, handle = self._first.get(Part.ID, ""), self._first.get(Part.HANDLE, "")
        name = self._first.get(Part.NAME, "")
        texts = [name, *self._texts, self._joined_address()]
        if not (handle or (x_id and (name or self._texts or self._halves))):
            return None
        return XProfile(x_id, handle, name, tuple(dict.fromkeys(text for text in texts if text)))

    def _add_id(self, text: str) -> None:
        x_id = read_id(text)
        if isinstance(x_id, Damaged):
            self.is_rounded = True
        elif x_id:
            self._first.setdefault(Part.ID, x_id)

    def _add_handle(self, text: str) -> None:
        if handle := handle_in(text):
            self._first.setdefault(Part.HANDLE, handle)
        elif text.strip():
            self._texts[text.strip()] = None

    def _joined_address(self) -> str:
        user, server = (self._halves.get(part, "") for part in (Part.USER, Part.SERVER))
        host = re.sub(r"^https?://|/.*$", "", server)
        return f"@{user.lstrip('@')}@{host}" if user and host else ""


def _addresses(text: str) -> list[str]:
    """List each address by itself, with an @ before it, so that it is not taken for mail."""
    words = [word for word in re.split(r"[\s,;]+", text) if word]
    return [f"@{word}" if _BARE_ADDRESS.fullmatch(word) else word for word in words]
