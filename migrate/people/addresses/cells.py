"""What a cell names: `name@host`, `@name@host`, `acct:`, or the address of a profile.

A profile seen from one's own server, `https://home.example/@name@far.example`, is the
person at far.example; most tools read it wrongly.
"""

import ipaddress
import re
import unicodedata
from enum import StrEnum
from urllib.parse import unquote, urlsplit

LONGEST_CELL = 4000
LONGEST_NAME = 200
LONGEST_HOST = 253

INVISIBLE = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF])
BETWEEN = re.compile(r"[\s,;|<>\"'“”‘’()\[\]{}]+")
AROUND = ".:!?…*_-"
SCHEMES = ("web+acct:", "web+ap:", "acct:", "mailto:")
NAME = re.compile(r"\w(?:[\w.-]*\w)?")
LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?")
PROFILE_FOLDERS = frozenset({"users", "u", "profile", "accounts", "author"})
APPS = frozenset({"web", "deck", "app"})

ELSEWHERE = frozenset(
    (
        *("bsky.app", "facebook.com", "flickr.com", "github.com", "instagram.com", "linkedin.com"),
        *("medium.com", "patreon.com", "pinterest.com", "reddit.com", "substack.com", "t.me"),
        *("telegram.me", "tiktok.com", "tumblr.com", "unsplash.com", "youtube.com", "youtu.be"),
    )
)
TWITTER = frozenset({"twitter.com", "x.com", "t.co", "nitter.net"})
MAIL = frozenset(
    (
        *("aol.com", "fastmail.com", "free.fr", "gmail.com", "gmx.at", "gmx.ch", "gmx.com", "gmx.de"),
        *("gmx.net", "googlemail.com", "hey.com", "hotmail.com", "icloud.com", "laposte.net"),
        *("libero.it", "live.com", "mac.com", "mail.ru", "mailbox.org", "me.com", "msn.com"),
        *("naver.com", "orange.fr", "outlook.com", "pm.me", "posteo.de", "proton.me"),
        *("protonmail.com", "qq.com", "t-online.de", "tuta.com", "web.de", "yahoo.com", "yandex.ru"),
        *("163.com",),
    )
)


class Why(StrEnum):
    """Why a row names nobody; each has its sentence in `cli/follow/words.py`."""

    EMPTY = "empty"
    NO_ADDRESS = "no_address"
    TWITTER = "twitter"
    NO_SERVER = "no_server"
    ELSEWHERE = "elsewhere"
    MAIL = "mail"


def addresses_in(cell: str) -> list[str]:
    """Every address that a cell names, in order, each once."""
    found = (read_address(word) for word in _words(cell))
    return list(dict.fromkeys(address for address in found if isinstance(address, str) and "@" in address))


def why_none(cell: str) -> Why:
    """What is wrong with a cell that names no address."""
    reasons = [why for word in _words(cell) if isinstance(why := read_address(word), Why)]
    return next((why for why in reasons if why is not Why.NO_ADDRESS), Why.NO_ADDRESS)


def read_address(word: str) -> str | Why:
    """One word: the address that it is, or why it is none."""
    word = word.strip(AROUND)
    scheme = next((scheme for scheme in SCHEMES if word.lower().startswith(scheme)), "")
    word = word[len(scheme) :].lstrip("/") if scheme else word
    if "/" in word:
        return _read_link(word if "://" in word else f"https://{word}")
    name, at, host = word.removeprefix("@").rpartition("@")
    if not at:
        return Why.NO_SERVER if word.startswith("@") and NAME.fullmatch(word[1:]) else Why.NO_ADDRESS
    return _address(name, host, Why.MAIL)


def canonical_host(text: str) -> str | None:
    """A host in small letters and ASCII; None for what can't be one.

    Python's codec writes ß as ss, which is another domain: what doesn't come back is refused.
    """
    host, _, port = text.lower().rstrip(".").partition(":")
    try:
        written = host.encode("idna").decode("ascii")
        if not host.isascii() and written.encode("ascii").decode("idna") != host:
            return None
    except UnicodeError:
        return None
    if len(written) > LONGEST_HOST or not (_is_name(written) or _is_number(written)):
        return None
    if port and not (port.isdecimal() and port.isascii() and len(port) <= len("65535")):
        return None
    return f"{written}:{port}" if port else written


def _words(cell: str) -> list[str]:
    clean = unicodedata.normalize("NFKC", cell[:LONGEST_CELL]).translate(INVISIBLE)
    return [word for word in BETWEEN.split(clean) if word]


def _read_link(link: str) -> str | Why:
    """The person whose profile, or whose post, this is."""
    try:
        parts = urlsplit(link)
        host = parts.netloc.rpartition("@")[2].lower()
    except ValueError:
        return Why.NO_ADDRESS
    folders = [unquote(folder) for folder in parts.path.split("/") if folder]
    if _is_in(host, TWITTER):
        return Why.TWITTER
    while folders and folders[0] in APPS:
        folders.pop(0)
    if not folders:
        return Why.NO_ADDRESS
    if folders[0].startswith("@"):
        name, at, far = folders[0][1:].partition("@")
        return _address(name, far if at else host, Why.ELSEWHERE)
    if folders[0] in PROFILE_FOLDERS and len(folders) > 1:
        return _address(folders[1].removeprefix("@"), host, Why.ELSEWHERE)
    return Why.ELSEWHERE if _is_in(host, ELSEWHERE) else Why.NO_ADDRESS


def _address(name: str, host: str, elsewhere: Why) -> str | Why:
    known = canonical_host(host)
    if known is None or len(name) > LONGEST_NAME or not NAME.fullmatch(name):
        return Why.NO_ADDRESS
    if _is_in(known, TWITTER):
        return Why.TWITTER
    if _is_in(known, ELSEWHERE) or known in MAIL:
        return elsewhere
    return f"{name.lower()}@{known}"


def _is_in(host: str, names: frozenset[str]) -> bool:
    """Whether a host is one of these or below one; never by parts of a label (`t.me` in `a-t.me`)."""
    labels = host.split(".")
    return any(".".join(labels[start:]) in names for start in range(len(labels)))


def _is_name(host: str) -> bool:
    labels = host.split(".")
    ending = labels[-1]
    return len(labels) > 1 and not ending.isdigit() and all(LABEL.fullmatch(label) for label in labels)


def _is_number(host: str) -> bool:
    try:
        return isinstance(ipaddress.ip_address(host), ipaddress.IPv4Address)
    except ValueError:
        return False
