"""The page of matches: both sides of each next to each other, so that a person can say yes or no.

Names and texts on it were written by strangers. They are escaped by Jinja, links lead to
https alone, and the Content-Security-Policy allows one style, one script, and no network.
"""

from base64 import b64encode
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, PackageLoader
from markupsafe import Markup
from msgspec import Struct

from migrate.contacts import Evidence, Match, Reason, Relation, Source, State, Tier
from migrate.errors import UsageError

_TEMPLATES = Environment(loader=PackageLoader("migrate.report"), autoescape=True, trim_blocks=True)

TIERS = {
    Tier.CONFIRMED: "Confirmed: both sides say so, or Wikidata by number",
    Tier.STATED: "Stated: they say so on Twitter",
    Tier.CLAIMED: "Claimed: please look",
    Tier.SIMILAR: "Similar: please look twice",
    Tier.REJECTED: "Rejected",
}
REASONS = {
    Reason.NONE: "",
    Reason.MIRROR: "This account only copies tweets. The person is not there.",
    Reason.NO_FEDERATION: "Nobody can follow accounts on this server from outside.",
    Reason.DEAD_HOST: "This server did not answer. It may be back another day.",
    Reason.NOT_FOUND: "This account does not exist.",
    Reason.GONE: "This account was deleted or suspended.",
    Reason.FORBIDDEN_PLACE: "This is not a server on the fediverse.",
    Reason.MOVED_TOO_OFTEN: "This account has moved too often to follow the trail.",
    Reason.MEMORIAL: "This account remembers somebody who has died.",
    Reason.SELF: "This is your own account.",
    Reason.BOT: "This account says that a machine writes it.",
    Reason.UNCHECKED: "Its server was not asked yet. Run the command again with --verify.",
    Reason.SHARED: "Several people name this account. It may be their employer's or their club's.",
    Reason.STALE_HANDLE: "The Twitter name was seen long ago. Somebody else may have it now.",
}
SOURCES = {
    Source.PROFILE: "Their profile on Twitter says",
    Source.RETWEET: "A tweet of theirs says",
    Source.FINDER: "Another finder's file says",
    Source.WIKIDATA_ID: "Wikidata says so, by their Twitter number",
    Source.WIKIDATA_HANDLE: "Wikidata says so, by their Twitter name",
    Source.OWN_TWEET: "A tweet of yours says",
    Source.LIKE: "A tweet that you liked says",
    Source.SAME_HANDLE: "It has the same name",
    Source.SAME_NAME: "It has the same display name",
}
STATES = {State.OPEN: "", State.ACCEPTED: "You said yes", State.REJECTED: "You said no"}


class Told(Struct, frozen=True):
    """One piece of evidence, in words."""

    sentence: str
    text: str
    date: str
    url: str


class Pair(Struct, frozen=True):
    """One match as the page shows it."""

    match: Match
    twitter: str
    fediverse: str
    told: tuple[Told, ...]
    reason: str
    state: str
    words: str
    """What a search looks through."""


def write_matches_page(matches: Sequence[Match], path: Path) -> None:
    """Write the page. Raises UsageError where that can't be."""
    try:
        path.write_text(make_matches_page(matches), encoding="utf-8")
    except OSError as e:
        raise UsageError(f"{path} can't be written ({e.strerror}). Choose another place with -o.") from e


def make_matches_page(matches: Sequence[Match]) -> str:
    """The whole document."""
    script, style = (Markup(_text_of(name)) for name in ("matches.js", "matches.css"))  # noqa: S704 - our own files
    counts = Counter(match.tier for match in matches)
    related = {relation for match in matches for relation in match.contact.relations}
    return _TEMPLATES.get_template("matches.html").render(
        policy=_policy(script, style),
        script=script,
        style=style,
        pairs=[_pair(match) for match in matches],
        tiers=[(tier, words, counts[tier]) for tier, words in TIERS.items() if counts[tier]],
        relations=[relation for relation in Relation if relation in related],
    )


def _pair(match: Match) -> Pair:
    contact, checked = match.contact, match.checked
    user, _, host = match.address.partition("@")
    page = _safe(checked.url) if checked else ""
    seen = [one.name for one in contact.handles]
    words = [contact.name, *seen, match.address, checked.name if checked else ""]
    by_id = f"https://twitter.com/intent/user?user_id={contact.x_id}"
    return Pair(
        match,
        f"https://twitter.com/{contact.handle}" if contact.handle else by_id,
        page or f"https://{host}/@{user}",
        tuple(map(_told, match.evidence)),
        REASONS[match.reason],
        STATES[match.state],
        " ".join(words).casefold(),
    )


def _told(evidence: Evidence) -> Told:
    date = f"{evidence.date:%Y-%m-%d}" if evidence.date else ""
    return Told(SOURCES[evidence.source], evidence.text[:500], date, _safe(evidence.url))


def _safe(url: str) -> str:
    """A link that runs nothing."""
    return url if url.startswith("https://") else ""


def _policy(script: str, style: str) -> str:
    rules = ("default-src 'none'", f"script-src '{_hash(script)}'", f"style-src '{_hash(style)}'")
    return "; ".join((*rules, "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'"))


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _text_of(name: str) -> str:
    source, _, _ = _TEMPLATES.loader.get_source(_TEMPLATES, name)  # type: ignore[union-attr]
    return source
