"""Make the page of matches: both sides of each next to each other, so that a user can say yes or no.

Names and texts on it were written by strangers: they are escaped, and links lead to https alone.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from migrate.errors import UsageError
from migrate.model import Owner
from migrate.pages import matchwords as words
from migrate.pages.document import TEMPLATES, own_files, policy
from migrate.pages.words import LANGUAGE
from migrate.people.contacts import Contact
from migrate.people.evidence.checked import Checked
from migrate.people.evidence.claims import Evidence
from migrate.people.evidence.match import Match


class ShownEvidence(Struct, frozen=True):
    """A piece of evidence, in words."""

    sentence: str
    text: str
    date: str
    url: str


class Pair(Struct, frozen=True):
    """A match as the page shows it.

    `about` and `there` are lines about the person on Twitter and the account on the
    fediverse; `words` is what a search looks through.
    """

    match: Match
    tier: str
    twitter: str
    about: tuple[str, ...]
    fediverse: str
    there: tuple[str, ...]
    evidence: tuple[ShownEvidence, ...]
    reason: str
    state: str
    words: str


_WHOSE = re.compile(r'<meta name="contacts-of" content="([^"<>]*)">')
_HEAD = 10_000
"""The letters of a page among which it says whose it is."""


def write_matches_page(matches: Sequence[Match], path: Path, owner: Owner | None = None) -> None:
    """Write the page of an archive's owner. Raises UsageError where it can't be written."""
    try:
        path.write_text(make_matches_page(matches, owner), encoding="utf-8")
    except OSError as e:
        raise UsageError(f"{path} can't be written ({e.strerror}). Choose another place with -o.") from e


def read_whose(path: Path) -> Owner | None:
    """Read whose contacts are on a page; None where there is no page, or where it doesn't say."""
    try:
        with path.open(encoding="utf-8", errors="replace") as page:
            found = _WHOSE.search(page.read(_HEAD))
    except OSError:
        return None
    x_id, _, handle = found[1].partition(" ") if found else ("", "", "")
    return Owner(x_id, handle) if x_id or handle else None


def make_matches_page(matches: Sequence[Match], owner: Owner | None = None) -> str:
    """Make the whole document."""
    script, style = own_files("matches.js"), own_files("base.css", "matches.css")
    counts = Counter(match.tier for match in matches)
    related = {relation for match in matches for relation in match.contact.relations}
    return TEMPLATES.get_template("matches.html").render(
        policy=policy(style, script),
        script=script,
        style=style,
        language=LANGUAGE,
        say=words.PAGE,
        owner=owner,
        whose=words.WHOSE.format(handle=owner.handle) if owner and owner.handle else "",
        pairs=[_pair(match) for match in matches],
        tiers=[(tier, sentence, counts[tier]) for tier, sentence in words.TIERS.items() if counts[tier]],
        relations=[
            (relation, sentence) for relation, sentence in words.RELATIONS.items() if relation in related
        ],
    )


def _pair(match: Match) -> Pair:
    contact, checked = match.contact, match.checked
    user, _, host = match.address.partition("@")
    page = _safe(checked.url) if checked else ""
    names = [contact.name, *(handle.name for handle in contact.handles), match.address]
    by_id = f"https://twitter.com/intent/user?user_id={contact.x_id}"
    return Pair(
        match=match,
        tier=words.TIERS[match.tier],
        twitter=f"https://twitter.com/{contact.handle}" if contact.handle else by_id,
        about=tuple(_about(contact)),
        fediverse=page or f"https://{host}/@{user}",
        there=tuple(_there(checked)) if checked else (),
        evidence=tuple(map(_evidence, match.evidence)),
        reason=words.REASONS[match.doubt],
        state=words.STATES[match.state],
        words=" ".join([*names, checked.name if checked else ""]),
    )


def _about(contact: Contact) -> Iterator[str]:
    if contact.handles and (seen := contact.handles[0].last_seen):
        yield words.SEEN.format(date=f"{seen:%Y-%m-%d}")
    if earlier := [f"@{handle.name}" for handle in contact.handles[1:]]:
        yield words.EARLIER.format(names=", ".join(earlier))
    for relation, sentence in words.RELATIONS.items():
        if relation in contact.relations:
            yield sentence
    if contact.times:
        yield words.NAMED.format(n=contact.times)


def _there(checked: Checked) -> Iterator[str]:
    if checked.last_active:
        yield words.ACTIVE.format(date=checked.last_active)
    if checked.locked:
        yield words.LOCKED
    for link in checked.links:
        yield words.LINKS.format(link=link)
    for address in checked.passed:
        yield words.MOVED.format(address=address)


def _evidence(evidence: Evidence) -> ShownEvidence:
    date = f"{evidence.date:%Y-%m-%d}" if evidence.date else ""
    return ShownEvidence(words.SOURCES[evidence.source], evidence.text[:500], date, _safe(evidence.url))


def _safe(url: str) -> str:
    """Keep only a link that runs nothing."""
    return url if url.startswith("https://") else ""
