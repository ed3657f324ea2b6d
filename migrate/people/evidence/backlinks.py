"""A profile's links back to Twitter: the accounts that it names as its own, and whether it is a mere copy.

A link back is no proof. bird.makeup puts a field named `Official` with a link to the
Twitter account on every one of its mirrors, so mirrors are told apart before any link
counts. And an account that names another Twitter account as its own is somebody else's.
"""

import re
from collections.abc import Iterator

from migrate.people.addresses.grammar import unstyled
from migrate.people.addresses.hosts import HostKind, host_kind
from migrate.people.addresses.lexicon import any_word
from migrate.people.contacts import Contact
from migrate.people.evidence.checked import Checked
from migrate.people.evidence.whose import WORDS, Whose, whose_by

_FRONTS = r"twitter|x|fxtwitter|vxtwitter|fixupx|fixvx|nitter"
_SITE = rf"(?:(?:www\.|mobile\.|m\.)?(?:{_FRONTS})\.(?:com|net)|nitter\.[\w.-]+\.\w+)"
_PAGE = re.compile(
    rf"(?:https?://|(?<![\w./@-])){_SITE}/(?:#!/)?@?(?P<handle>[A-Za-z0-9_]{{1,15}})(?![A-Za-z0-9_]|\.\w)",
    re.IGNORECASE,
)
_INTENT = re.compile(
    r"(?:twitter|x)\.com/intent/(?:user|follow)\?(?:.*&)?screen_name=(?P<handle>[A-Za-z0-9_]{1,15})",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?:twitter|x)\.com/(?:intent/(?:user|follow)\?(?:.*&)?user_id=|i/user/)(?P<id>\d+)", re.IGNORECASE
)
_NOT_A_NAME = frozenset(
    {"hashtag", "home", "i", "intent", "search", "share", "explore", "settings", "login", "notifications"}
)

_BIRD = any_word(WORDS["twitter"])
_LABEL = re.compile(rf"{_BIRD}|(?<!\w)x(?!\w)", re.IGNORECASE)
"""What the labels of fields for an account on Twitter say."""

_HANDLE = r"(?<![\w@./])@(?P<handle>[A-Za-z0-9_]{1,15})(?![A-Za-z0-9_@]|\.\w)"
_BETWEEN = r"[^@.|\n•·;]{0,24}?"
_TOLD = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?:{_BIRD}|(?<!\w)x\s?:){_BETWEEN}{_HANDLE}",
        rf"{_HANDLE}{_BETWEEN}(?:{_BIRD}|\b(?:on|at|auf|sur|en|su|op|в|no)\sx(?!\w))",
        r"(?<![\w.])@?(?P<handle>[A-Za-z0-9_]{1,15})@(?:www\.)?(?:twitter|x)\.com(?!\w)",
    )
)
_VALUES = (
    re.compile(_HANDLE),
    re.compile(r"\s*(?P<handle>[A-Za-z0-9_]{1,15})(?:\s*\(.*\))?\s*"),
)
"""A handle among others, and one that is the whole value."""

_MIRROR_SOFTWARE = frozenset(
    {
        "birdsitelive",
        "bird.makeup",
        "birddotmakeup",
        "beakon",
        "tweetbridge",
        "rss-parrot",
        "rssparrot",
        "birdsite",
        "rss2fedi",
    }
)
_COPY = re.compile(any_word(WORDS["copy"]), re.IGNORECASE)
_AUTOMATED_COPY = re.compile(any_word(WORDS["automated_copy"]), re.IGNORECASE)


def twitter_handles(profile: Checked) -> frozenset[str]:
    """Read every Twitter handle that the profile gives as its person's own, by a link, a label or a word."""
    summary = unstyled(profile.summary)
    told = dict(_told_in(summary))
    linked = (
        match["handle"]
        for link in profile.links
        for form in (_PAGE, _INTENT)
        for match in form.finditer(link)
    )
    found = {handle.casefold() for handle in linked} | set(told)
    found -= {handle for handle, is_own in told.items() if not is_own}
    for label, value in profile.fields:
        found |= {match["handle"].casefold() for form in (_PAGE, _INTENT) for match in form.finditer(value)}
        if _LABEL.search(unstyled(label)):
            found |= set(_labelled(unstyled(value)))
        found |= {handle for handle, is_own in _told_in(unstyled(f"{label}: {value}")) if is_own}
    return frozenset(found) - _NOT_A_NAME


def twitter_numbers(profile: Checked) -> frozenset[str]:
    """Read the numbers of Twitter accounts that the profile links to: `intent/user?user_id=` has one."""
    places = (*profile.links, profile.summary, *(value for _, value in profile.fields))
    return frozenset(match["id"] for place in places for match in _NUMBER.finditer(place))


def links_back(profile: Checked, contact: Contact) -> bool:
    """Tell whether the profile names this contact's account on Twitter."""
    handles = {one.name.casefold() for one in contact.handles}
    return contact.x_id in twitter_numbers(profile) or not twitter_handles(profile).isdisjoint(handles)


def names_another(profile: Checked, contact: Contact) -> bool:
    """Tell whether the profile names accounts on Twitter as its own, and none of them is this contact's."""
    if not contact.handles or links_back(profile, contact):
        return False
    return bool(twitter_handles(profile) or twitter_numbers(profile))


def is_mirror(profile: Checked) -> bool:
    """Tell whether the profile is an automatic copy of a Twitter account, run by another person."""
    host = profile.address.rpartition("@")[2]
    if profile.software.lower() in _MIRROR_SOFTWARE or host_kind(host) is HostKind.MIRROR:
        return True
    words = f"{profile.name} {profile.summary}"
    if _COPY.search(words):
        return True
    labels = {label.strip().casefold() for label, _ in profile.fields}
    return profile.automated and (bool(_AUTOMATED_COPY.search(words)) or "official" in labels)


def _labelled(value: str) -> Iterator[str]:
    among, alone = _VALUES
    if whole := alone.fullmatch(value):
        yield whole["handle"].casefold()
    yield from (match["handle"].casefold() for match in among.finditer(value))


def _told_in(text: str) -> Iterator[tuple[str, bool]]:
    """Read the Twitter handles in a text, each with whether it is given as the writer's own."""
    for form in (_PAGE, _INTENT, *_TOLD):
        for match in form.finditer(text):
            whose = whose_by(text[: match.start()])
            yield match["handle"].casefold(), whose not in {Whose.ANOTHERS, Whose.DENIED}
