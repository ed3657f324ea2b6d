"""Links: which lead to one's own tweets, which may be dead, and the room around a link."""

import re
from collections.abc import Container

from migrate.model import Owner, OwnLink, tweet_address

_STATUS = re.compile(
    r"https?://(?:(?:mobile|www)\.)?(?:twitter|x)\.com/(?:#!/)?[^?#\s]+?/status(?:es)?/(\d{1,19})(?![\w-])",
    re.IGNORECASE,
)
_END = re.compile(r"""\Z|[\s()<>]|[,.;:!?"'\]](?:\Z|[\s)])""")
_SPACES = re.compile(r"\s")
_SHORTENER = re.compile(
    r"https?://(?:www\.)?(?:adf\.ly|amzn\.to|bit\.ly|bitly\.com|buff\.ly|cli\.gs|dlvr\.it|fb\.me|ff\.im|"
    r"goo\.gl|ht\.ly|ift\.tt|is\.gd|j\.mp|lnkd\.in|migre\.me|ow\.ly|ping\.fm|post\.ly|shar\.es|short\.ie|"
    r"sn\.im|snipurl\.com|snurl\.com|su\.pr|t\.co|tiny\.cc|tinyurl\.com|tl\.gd|tr\.im|trib\.al|twurl\.nl|"
    r"u\.nu|v\.gd|wp\.me|x\.co|xrl\.us)(?:/|$)",
    re.IGNORECASE,
)


def own_link(target: str, owner: Owner, own: Container[int]) -> OwnLink | None:
    """The link, if it leads to a tweet that is or will be a toot of one's own.

    The id decides and not the name in the address, which may be a former one. The
    address is written in one way, so that whoever replaces it finds it.
    """
    tweet_id = status_id(target)
    if tweet_id is None or tweet_id not in own:
        return None
    return OwnLink(tweet_address(owner.handle, tweet_id), tweet_id)


def stands_in(link: OwnLink, text: str) -> bool:
    """Whether this very link is in the text, and not one to a tweet whose id only begins alike."""
    return re.search(rf"{re.escape(link.url)}(?!\d)", text) is not None


def status_id(address: str) -> int | None:
    """The tweet that an address on Twitter leads to, also by way of its photo or video."""
    found = _STATUS.match(address) if "/status" in address else None
    return int(found[1]) if found else None


def real_address(target: str) -> str:
    """The address as servers recognise one: with a scheme, without spaces."""
    address = _SPACES.sub("%20", target.strip())
    return address if "://" in address else f"http://{address}"


def is_short(address: str) -> bool:
    """Whether a shortener stands between the reader and the page; many have closed."""
    return _SHORTENER.match(address) is not None


def spaced(link: str, before: str, after: str) -> str:
    """The link apart from what stands next to it, where a server would take that for a part of it.

    `after` are the next two characters. Mastodon goes on through letters and signs of
    any script, and ends before ASCII punctuation only where nothing follows that.
    """
    left = " " if before and (before.isalnum() or before == "_") else ""
    right = "" if _END.match(after) else " "
    return f"{left}{link}{right}"
