"""A profile's links back to Twitter: the accounts that it names, and whether it is a mere copy.

A link back is no proof. bird.makeup puts a field named `Official` with a link to the
Twitter account on every one of its mirrors, so mirrors are told apart before any link
counts.
"""

import re

from migrate.people.addresses.hosts import HostKind, host_kind
from migrate.people.contacts import Contact
from migrate.people.evidence.checked import Checked

_PAGE = re.compile(
    r"(?:^|[^\w.@-])(?:https?://)?(?:www\.|mobile\.|m\.)?(?:twitter|x)\.com/(?:#!/)?@?(?P<handle>\w{1,15})(?!\w|\.\w)",
    re.IGNORECASE,
)
_INTENT = re.compile(
    r"(?:twitter|x)\.com/intent/(?:user|follow)\?(?:.*&)?screen_name=(?P<handle>\w{1,15})", re.IGNORECASE
)
_NOT_A_NAME = frozenset({"hashtag", "home", "i", "intent", "search", "share", "explore", "settings"})
_TWITTER = re.compile(r"twitter|birdsite|bird site|(?<!\w)x(?!\w)|tweets?\b", re.IGNORECASE)
_NAME = re.compile(r"@?(?P<handle>\w{1,15})")

_MIRROR_SOFTWARE = frozenset({"birdsitelive", "bird.makeup", "birddotmakeup", "beakon", "tweetbridge"})
_COPY = re.compile(r"replica from twitter|its author can['’]t see your replies|\bunofficial\b", re.IGNORECASE)
_AUTOMATED_COPY = re.compile(
    r"\b(?:mirror|copy|copies|repost|relay|forward|bot for|tweets? (?:by|from|of)|from twitter)",
    re.IGNORECASE,
)


def twitter_handles(profile: Checked) -> frozenset[str]:
    """Read every Twitter handle that the profile links to, or gives under a label that says Twitter."""
    places = (*profile.links, profile.summary, *(value for _, value in profile.fields))
    found = {
        match["handle"] for place in places for form in (_PAGE, _INTENT) for match in form.finditer(place)
    }
    for label, value in profile.fields:
        name = _NAME.fullmatch(value.strip())
        if name and _TWITTER.search(label):
            found.add(name["handle"])
    return frozenset(handle.casefold() for handle in found) - _NOT_A_NAME


def links_back(profile: Checked, contact: Contact) -> bool:
    """Tell whether the profile names this contact's account on Twitter."""
    return not twitter_handles(profile).isdisjoint(one.name.casefold() for one in contact.handles)


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
