"""The pages that people name in their profiles, and the addresses that these pages link to.

A link with `rel="me"` says that both are of the same person (https://microformats.org/wiki/rel-me).
On a page of links, as Linktree makes them, every link is the person's; on any other page a
link without it may lead to anybody, and is passed over.
"""

import re
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from msgspec import structs

from migrate.people.addresses.candidate import Candidate, Form
from migrate.people.addresses.forms import read_address
from migrate.people.addresses.hosts import HostKind, canonical_host, host_kind
from migrate.people.contacts import XProfile
from migrate.people.sources.cache import YES, Cache
from migrate.web.fetching import Patience, Unreachable, Web
from migrate.web.public_hosts import ForbiddenPlace

_LINK = re.compile(r"https?://[^\s<>\"'()|]+")
_TRAILING = ".,;:!?]}'\"»”’*~…"
_LINK_PAGES = frozenset(
    {
        *("linktr.ee", "bio.link", "beacons.ai", "about.me", "lnk.bio", "linkin.bio", "campsite.bio"),
        *("allmylinks.com", "bento.me", "solo.to", "carrd.co", "keyoxide.org", "bio.site", "linkstack.org"),
    }
)
_SAID = frozenset({Form.STRONG, Form.MEDIUM})
_OK = 200
_MOST = 100
_CONNECTIONS = 16
_PATIENCE = Patience(seconds=10, tries=1)


def pages_named(profile: XProfile) -> list[str]:
    """List the pages that a profile names and that may link to its person's account."""
    found = (link.rstrip(_TRAILING) for text in profile.texts for link in _LINK.findall(text))
    secure = (re.sub(r"^http:", "https:", link) for link in found)
    return [link for link in dict.fromkeys(secure) if _may_tell(link)]


def links_on(page: str, address: str) -> tuple[str, ...]:
    """List the addresses on the fediverse that a page links to as its person's own."""
    reader = _Links(every=_is_link_page(address))
    with suppress(AssertionError):  # what HTMLParser says of a declaration that it doesn't know
        reader.feed(page)
        reader.close()
    whole = (_joined(address, link) for link in reader.links)
    return tuple(dict.fromkeys(link for link in whole if _is_address(link)))[:_MOST]


def pages_at_hand(pages: Iterable[str], cache: Cache, now: datetime) -> dict[str, tuple[str, ...] | None]:
    """Return what was read of each page in the last weeks; None for those that have to be asked for."""
    return {page: cache.get(f"page:{page}", tuple[str, ...], now - YES) for page in dict.fromkeys(pages)}


def read_pages(
    web: Web, pages: Iterable[str], cache: Cache, now: datetime
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Read pages, several at once, and keep what they link to; a silent one links to nothing for now."""
    pool = ThreadPoolExecutor(_CONNECTIONS, thread_name_prefix="page")
    try:
        asked = list(pages)
        for page, links in zip(asked, pool.map(lambda one: _read(web, one), asked), strict=True):
            if links is not None:
                cache.keep(f"page:{page}", links, now)
            yield page, links or ()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def widened(profile: XProfile, told: dict[str, tuple[str, ...]]) -> XProfile:
    """Add to a profile what its pages link to, each with the page."""
    lines = [f"{link} ({page})" for page in pages_named(profile) for link in told.get(page, ())]
    return structs.replace(profile, texts=(*profile.texts, *lines))


def _read(web: Web, page: str) -> tuple[str, ...] | None:
    try:
        answer = web.fetch(page, accept="text/html", patience=_PATIENCE)
    except (Unreachable, ForbiddenPlace):
        return None
    if answer.code != _OK:
        return None
    return links_on(answer.body.decode(errors="replace"), answer.url)


def _may_tell(link: str) -> bool:
    try:
        host = canonical_host(urlsplit(link).netloc)
    except ValueError:
        return False
    if host is None or _is_address(link):
        return False
    kind = host_kind(host)
    return _is_link_page(link) or kind in {HostKind.UNKNOWN, HostKind.KNOWN, HostKind.OPT_IN}


def _is_link_page(link: str) -> bool:
    host = (urlsplit(link).hostname or "").removeprefix("www.")
    return host in _LINK_PAGES or host.partition(".")[2] in _LINK_PAGES


def _is_address(link: str) -> bool:
    found = read_address(link)
    return isinstance(found, Candidate) and found.form in _SAID


def _joined(page: str, link: str) -> str:
    try:
        return urljoin(page, link)
    except ValueError:
        return ""


class _Links(HTMLParser):
    """Collects the links of a page: those with `rel="me"`, or every one."""

    def __init__(self, *, every: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[str] = []
        self._every = every

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the link of an element that has one."""
        named = dict(attrs)
        is_mine = "me" in (named.get("rel") or "").lower().split()
        if tag in {"a", "link"} and named.get("href") and (is_mine or (self._every and tag == "a")):
            self.links.append((named["href"] or "").strip())
