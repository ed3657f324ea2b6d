"""What stands behind the links of a tweet, written so that whoever clicks arrives where Twitter led.

Mastodon cuts an address where its own pattern ends: at `!` or `.`, at a bracket or a sign that
no address should have (github.com/mastodon/mastodon/issues/6701, whose answer is to write such
signs as `%21`). An address that leads to one of the owner's own tweets will lead to its toot.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping

from msgspec import Struct

from migrate.model import Link, Owner, OwnLink, tweet_address
from migrate.posts.convert.recognised import HASHTAG, is_international, is_plain_link, links_in

T_CO = re.compile(r"https?://t\.co/[A-Za-z0-9]+")

_STATUS = re.compile(
    r"(?:https?://web\.archive\.org/web/[^/\s]+/)?(?:https?://)?"
    r"(?:(?:[\w-]+\.)*(?:twitter|x|fxtwitter|vxtwitter|fixupx|fixvx|twittpr|xcancel)\.com"
    r"|(?:[\w-]+\.)*nitter(?:\.[\w-]+)+)"
    r"(?::\d+)?/(?:#!/)?(?:[^?#\s]+?/)?status(?:es)?/(\d{1,19})(?![\w-])",
    re.IGNORECASE,
)
"""Twitter, its mobile pages, and who shows its tweets under the same path: fixers of previews, Nitter and
the Internet Archive."""

_PARTS = re.compile(r"([a-z][a-z0-9+.-]*://)([^/?#\\]*)([^?#]*)(\?[^#]*)?(#.*)?", re.IGNORECASE | re.DOTALL)
_IN_NO_ADDRESS = re.compile(r"""[\s\x00-\x20\x7f-\xa0"<>\\^`{|}＃]""")
_NEVER_BEFORE_A_LINK = re.compile(r"[\w@＠$#＃\ufeff/]")
_PATH_ENDS = re.compile(r"""\Z|[\s)<>]|[,.;:!?"'\]](?:\Z|[\s)])""")
_QUERY_ENDS = re.compile(r"""\Z|[ \n<>]|[,.;:!?"')\]](?:\Z|[ \n])""")
_SPACES = frozenset(["", " ", "\n"])
"""What mostly stands around a link."""
_JOINS = frozenset("?&#")
"""Signs that divide an address: written otherwise, they mean something else."""


class Behind(Struct, frozen=True, gc=False):
    """What stands behind each short link, which lead to tweets of the owner's, and what can be no link."""

    addresses: Mapping[str, str]
    own_links: tuple[OwnLink, ...] = ()
    unlinked: tuple[str, ...] = ()


def addresses_behind(
    links: Iterable[Link], pages: Mapping[str, str], owner: Owner, own_tweet_ids: Container[int]
) -> Behind:
    """Look up what stands behind each link."""
    addresses = dict(pages)
    own_links: list[OwnLink] = []
    unlinked: list[str] = []
    for link in links:
        target = link.target or ("" if T_CO.match(link.short) else link.short)
        if not target:
            continue
        if own_link := _own_link(target, owner, own_tweet_ids):
            addresses[link.short] = own_link.url
            if own_link not in own_links:
                own_links.append(own_link)
        elif address := arriving(target):
            addresses[link.short] = address
        else:
            addresses[link.short] = _IN_NO_ADDRESS.sub(_encoded, target.strip())
            unlinked.append(target)
    return Behind(addresses, tuple(own_links), tuple(unlinked))


def _own_link(target: str, owner: Owner, own_tweet_ids: Container[int]) -> OwnLink | None:
    """Recognise a link to a tweet of the owner's that is or will be a toot.

    The id decides and not the name in the address, which may be a former one. The
    address is written in one way, so that it is found when the toot's takes its place.
    """
    tweet_id = status_id(target)
    if tweet_id is None or tweet_id not in own_tweet_ids:
        return None
    return OwnLink(tweet_address(owner.handle, tweet_id), tweet_id)


def status_id(address: str) -> int | None:
    """Read the id of the tweet that an address leads to, also by way of its photo or video."""
    status = _STATUS.match(address) if "/status" in address else None
    return int(status[1]) if status else None


def arriving(target: str) -> str | None:
    """Write an address so that Mastodon takes all of it for a link, and nothing in it for a hashtag.

    It leads to the same page: a sign and its `%21` are one to servers, and a `?` with nothing
    behind it asks for nothing. None where Mastodon makes no link of it.
    """
    target = target.strip()
    if is_plain_link(target):
        return target
    parts = _PARTS.fullmatch(target if "://" in target else f"http://{target}")
    if parts is None:
        return None
    scheme, host, path, query, anchor = parts.groups(default="")
    path = path.replace("\\", "/") or ("/" if anchor and not query else "")
    rest = _without_tags(_IN_NO_ADDRESS.sub(_encoded, f"{path}{'' if query == '?' else query}{anchor}"))
    start = f"{scheme}{_recognised(host.rstrip('.').removesuffix(':'))}"
    return next((address for way in _ways(rest) if _is_link(address := f"{start}{way}")), None)


def _ways(rest: str) -> Iterator[str]:
    """List the ways to write what follows a host, the most readable first."""
    for way in (rest, rest.replace("(", "%28").replace(")", "%29")):
        path, asks, query = way.partition("?")
        for end in (f"{asks}{query}", _ended(f"{asks}{query}")):
            yield f"{path}{end}"
            yield f"{_ended(path)}{end}"


def set_apart(link: str, before: str, after: str) -> str:
    """Keep a link apart from what stands next to it, where a server would take that for a part of it.

    `after` are the next two characters. Mastodon goes on through letters and signs of
    any script, in a query also through brackets and their spaces, and ends before ASCII
    punctuation only where nothing follows that.
    """
    if before in _SPACES and after[:1] in _SPACES:
        return link
    left = " " if _NEVER_BEFORE_A_LINK.match(before) else ""
    right = "" if (_QUERY_ENDS if "?" in link else _PATH_ENDS).match(after) else " "
    return f"{left}{link}{right}"


def _is_link(address: str) -> bool:
    return any((link.start, link.end) == (0, len(address)) for link in links_in(address))


def _recognised(host: str) -> str:
    """Write a host in ASCII where it has signs that are younger than what Mastodon knows as letters."""
    if host.isascii() or is_international(host):
        return host
    labels = host.lower().split(".")
    return ".".join(
        label if label.isascii() else f"xn--{label.encode('punycode').decode()}" for label in labels
    )


def _without_tags(rest: str) -> str:
    """Keep an anchor from being a hashtag, which it is after most signs up to Mastodon 4.5."""
    while tag := HASHTAG.search(rest):
        sign = tag.start()
        place = sign + 1 if rest[sign - 1] in _JOINS else sign - 1
        rest = f"{rest[:place]}{_in_percent(rest[place])}{rest[place + 1 :]}"
    return rest


def _ended(rest: str) -> str:
    return f"{rest[:-1]}{_in_percent(rest[-1])}" if rest else rest


def _encoded(sign: re.Match[str]) -> str:
    return _in_percent(sign[0])


def _in_percent(sign: str) -> str:
    return "".join(f"%{byte:02X}" for byte in sign.encode())
