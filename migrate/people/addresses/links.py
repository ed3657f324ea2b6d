"""The owner of the profile that a web address shows, on every known kind of server and client.

A profile seen from another server, `https://home.example/@name@far.example`, is the
person at far.example; most tools read it wrongly. Clients put the server into the path
(Elk: `https://elk.zone/mastodon.social/@name`). A number is no name: `/web/accounts/12`
and Mastodon's `/ap/users/12` count accounts, and only their server knows the owners.
"""

import re
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from migrate.people.addresses import hostlists
from migrate.people.addresses.candidate import Form
from migrate.people.addresses.grammar import HOST, NAME
from migrate.people.addresses.hosts import HostKind, canonical_host, host_kind

_APP = r"(?:(?:web|deck|app)/)?"
_CLIENT = re.compile(rf"/(?P<host>{HOST})(?P<path>/@.+)")
_BRIDGED = re.compile(rf"/(?P<network>bsky|web)/(?P<name>{NAME})/?")
_SEEN_FROM_HOME = re.compile(
    rf"/(?:{_APP}(?:ap/)?@|(?:u|c|m|users|profile|channel|a)/@?)(?P<name>{NAME})@(?P<host>[^@/]+)(?:/.*)?"
)
_FEED = re.compile(r"\.(?:rss|atom|json)$", re.IGNORECASE)
"""The endings of Mastodon's feeds. Names with a dot are bridged hosts, and no host ends so."""

_PAGES = (
    r"about|account|admin|api|auth|authorize[_-](?:follow|interaction)|blocks|bookmarks|collections"
    r"|conversations|deck|directory|discover|domain_blocks|explore|favourites|follow_requests|followed_tags"
    r"|getting-started|help|home|invite|keyboard-shortcuts|links|lists|local|login|mutes|notifications"
    r"|notifications_v2|oauth|ostatus_subscribe|pinned|privacy(?:-policy)?|public|publish|register|rules"
    r"|search|settings|share|signup|start|statuses|tags|terms(?:-of-service)?|web"
)
"""First parts of addresses on fediverse servers that are no names (Mastodon's are in
config/routes/web_app.rb)."""

_ANY = r"(?:/.*)?"
_OWN_PAGES = (
    r"(?:/(?:\d+|with_replies|media|featured|following|followers|statuses/\w+|tagged/[^/]+|post/\w+)?)?/?"
)
_FOLDERS = r"(?:@|u|user|profile|accounts|author|channel|video-channels)"
_NO_NUMBER = rf"(?P<name>(?!\d+(?:/|$)){NAME})"
_PATHS = tuple(
    (re.compile(path), on_known, elsewhere)
    for path, on_known, elsewhere in (
        (rf"/{_APP}@(?P<name>{NAME}){_OWN_PAGES}", Form.STRONG, Form.STRONG),
        (rf"/{_APP}@(?P<name>{NAME}){_ANY}", Form.STRONG, Form.DOUBTFUL),
        (rf"/p/{_NO_NUMBER}/\d+/?", Form.MEDIUM, None),
        (rf"/users/{_NO_NUMBER}{_ANY}", Form.STRONG, Form.WEAK),
        (rf"/users/(?P<name>{NAME}){_ANY}", Form.STRONG, Form.DOUBTFUL),
        (rf"/(?:a|c)/{_NO_NUMBER}/?", Form.MEDIUM, Form.WEAK),
        (rf"/(?:a|c)/{_NO_NUMBER}/(?:videos|video-\w+|about){_ANY}", Form.MEDIUM, Form.MEDIUM),
        (rf"/(?:u|profile|video-channels|accounts|channel)/{_NO_NUMBER}/?", Form.MEDIUM, Form.MEDIUM),
        (
            rf"/(?:video-channels|accounts)/{_NO_NUMBER}/(?:videos|video-\w+|about){_ANY}",
            Form.MEDIUM,
            Form.MEDIUM,
        ),
        (rf"/{_FOLDERS}/{_NO_NUMBER}/?", Form.MEDIUM, Form.DOUBTFUL),
        (rf"/{_FOLDERS}/{_NO_NUMBER}{_ANY}", Form.DOUBTFUL, Form.DOUBTFUL),
        (rf"/(?!(?i:{_PAGES})/?$)(?P<name>{NAME})/?", Form.MEDIUM, None),
    )
)
"""The paths of profiles, each with how plainly it is one on a known server, and on any other host."""

_FOLLOW = ("uri", "acct", "url")
_CARRIERS = {
    "share": ("text",),
    "authorize_interaction": _FOLLOW,
    "authorize-follow": _FOLLOW,
    "authorize_follow": _FOLLOW,
    "ostatus_subscribe": _FOLLOW,
}
"""Pages that begin a post or ask whether to follow an account, and the parameters that name it."""

_KNOWN = frozenset({HostKind.KNOWN, HostKind.MIRROR, HostKind.CLOSED})


class ProfileLink(NamedTuple):
    """The name and the host that a link shows, as they are written."""

    name: str
    host: str
    form: Form


def split_link(link: str) -> SplitResult | None:
    """Split a web address, which may lack its scheme, into its parts; None for what is none."""
    try:
        parts = urlsplit(link if "://" in link else f"https://{link}")
        is_whole = bool(parts.hostname) and parts.port != 0
    except ValueError:  # reading a port that is no number raises it as well
        return None
    return parts if is_whole else None


def carried_by(parts: SplitResult) -> str:
    """Read the text that a link for sharing or following carries; empty for every other link."""
    page = parts.path.strip("/")
    wanted = _CARRIERS.get(page, ())
    asked = parse_qs(parts.query) if wanted else {}
    return next((asked[name][0].strip() for name in wanted if name in asked), "")


def server_of(parts: SplitResult) -> tuple[str, str]:
    """Read which server a link leads to, past a client that shows it, and the path there."""
    path = unquote(parts.path)
    if client := _CLIENT.fullmatch(path):
        return client["host"], client["path"]
    host = parts.netloc.rpartition("@")[2].lower()
    return host.removesuffix(":80").removesuffix(":443"), path


def read_profile_link(parts: SplitResult) -> ProfileLink | None:
    """Read the owner of the profile or post that a link shows; None for other pages."""
    host, path = server_of(parts)
    if host == "fed.brid.gy" and (bridged := _BRIDGED.fullmatch(path)):
        return ProfileLink(bridged["name"], f"{bridged['network']}.brid.gy", Form.STRONG)
    if seen := _SEEN_FROM_HOME.fullmatch(path):
        return ProfileLink(seen["name"], seen["host"], Form.STRONG)
    canonical = canonical_host(host) or ""
    kind = host_kind(canonical)
    is_known = kind in _KNOWN or canonical in hostlists.BARE_NAMES
    for pattern, on_known, elsewhere in _PATHS:
        form = on_known if is_known else elsewhere
        if form in {Form.MEDIUM, Form.WEAK} and not is_known and _is_forum(canonical):
            form = Form.DOUBTFUL
        if form and (found := pattern.fullmatch(path)):
            return ProfileLink(
                _FEED.sub("", found["name"]), host.removeprefix("www."), _on_host(canonical, form)
            )
    return None


def _is_forum(host: str) -> bool:
    """Tell a forum, a shop, a forge by its name: their members' pages have the same paths."""
    return not hostlists.FORUMS.isdisjoint(host.split("."))


def _on_host(canonical: str, form: Form) -> Form:
    """Doubt a profile on an unusual port, or on a host without a name: no public server has its own there."""
    return Form.DOUBTFUL if re.search(r":|\.\d+$", canonical) else form
