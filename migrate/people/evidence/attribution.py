"""The owner of an address in a text.

An address in a profile belongs to that profile, unless the words before it give it to
another person. An address in a tweet has no owner at first: to the author
of a retweet when it has the author's name or the author says "find me"; to a person
who is mentioned when it has that person's name. Everything else is kept as a lead.
"""

import html
import re
from collections.abc import Iterator

from msgspec import structs

from migrate.model import Mention, Tweet, tweet_address
from migrate.people.addresses.candidate import Candidate, Form
from migrate.people.addresses.grammar import unstyled
from migrate.people.addresses.text import addresses_in
from migrate.people.contacts import XProfile
from migrate.people.evidence.claims import Claim, Evidence, Lead, Source

_FIRST_PERSON = re.compile(
    r"""\b(?:
      (?:find|follow|join|catch|see|add)\ (?:me|us)
    | (?:i\ am|i['’]m|we\ are|we['’]re)\ (?:now\ |also\ |over\ )*(?:on|at|here)
    | (?:i|we)(?:\ have|['’]ve)?\ (?:also\ )?moved
    | (?:my|our)\ (?:new\ )?(?:mastodon|fedi|account|handle|profile|home)
    | me\ (?:on|at)\ (?:mastodon|the\ fedi)
    | (?:folgt|findet)\ (?:mir|mich) | ich\ bin
    | (?:suivez|retrouvez)[ -]moi
    | s[ií]g[ua]e?n?me | seguitemi | me\ sigam?
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_OF_OTHERS = re.compile(
    r"""\b(?:
      husband|wife|spouse|partner|married|father|mother|dad|mum|mom|son|daughter|brother|sister|friend|fan
    | bot|team|editor|reporter|writer|journalist|engineer|developer|dev|staff|ceo|cto|founder|co-?founder
    | admin|mod|moderator|professor|prof|student|manager|head|chief|works?|working|formerly|prev|ex
    )\b[^.|•·\n]{0,20}$ | \b(?:via|by|with|feat|thanks\ to|cc|ft\.?)\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_BEFORE = 40
"""Characters before an address that may say whose it is."""

_SHORTEST = 3
"""Letters of a name; shorter ones are alike by chance."""


def is_near(address: str, name: str) -> bool:
    """Tell whether the address has this name, but for case, dots, dashes and underscores."""
    ours, theirs = _bare(address.partition("@")[0]), _bare(name)
    return ours == theirs and len(ours) >= _SHORTEST


def claims_of_profile(
    profile: XProfile, key: str, *, source: Source = Source.PROFILE, stale: bool = False
) -> Iterator[Claim]:
    """Read the addresses that a profile on Twitter states; those that may be another's in the weak form."""
    found = {(c.address): (c, text) for text in reversed(profile.texts) for c in addresses_in(text)}
    own = {address for address in found if _is_own(address, profile)}
    for address, (candidate, text) in found.items():
        somebody_elses = (own and address not in own) or _is_of_others(text, address)
        form = Form.WEAK if somebody_elses and address not in own else candidate.form
        url = f"https://twitter.com/{profile.handle}" if profile.handle else ""
        evidence = Evidence(source, text, profile.at, url, form, stale)
        yield Claim(key, structs.replace(candidate, form=form), evidence)


def claims_of_tweet(tweet: Tweet, owner_handle: str) -> Iterator[Claim | Lead]:
    """Read the addresses in a tweet of the archive, each with its owner where the tweet tells."""
    text = _text_of(tweet)
    for candidate in (found := addresses_in(" ".join((text, *_profiles_linked(tweet))))):
        source = Source.RETWEET if tweet.retweet else Source.OWN_TWEET
        url = tweet_address(owner_handle, tweet.id)
        evidence = Evidence(source, text, tweet.created_at, url, candidate.form)
        if tweet.retweet and _says_author(candidate, text, tweet.retweet.handle, alone=len(found) == 1):
            yield Claim(_key(tweet.retweet.user_id, tweet.retweet.handle), candidate, evidence)
        elif named := _named(candidate, tweet.mentions):
            told = structs.replace(evidence, source=Source.OWN_TWEET)
            yield Claim(_key(named.user_id, named.handle), candidate, told)
        else:
            yield Lead(candidate, evidence)


def leads_of_like(text: str, address: str) -> Iterator[Lead]:
    """Read the addresses in a tweet that the user liked. The archive doesn't say whose tweet it is."""
    for candidate in addresses_in(text):
        yield Lead(candidate, Evidence(Source.LIKE, text, None, address, candidate.form))


def _profiles_linked(tweet: Tweet) -> list[str]:
    """Select the links that can be profiles. Most are to newspapers: reading each would double the time."""
    targets = [link.target for link in tweet.links if link.target]
    return [target for target in targets if "@" in target or "/users/" in target]


def _says_author(candidate: Candidate, text: str, handle: str, *, alone: bool) -> bool:
    if is_near(candidate.address, handle):
        return True
    before = _before(text, candidate.address)
    return alone and _FIRST_PERSON.search(before) is not None and not _OF_OTHERS.search(before)


def _named(candidate: Candidate, mentions: tuple[Mention, ...]) -> Mention | None:
    return next((one for one in mentions if is_near(candidate.address, one.handle)), None)


def _is_own(address: str, profile: XProfile) -> bool:
    return is_near(address, profile.handle) or is_near(address, profile.name.replace(" ", ""))


def _is_of_others(text: str, address: str) -> bool:
    before = _before(text, address)
    return _OF_OTHERS.search(before) is not None and not _FIRST_PERSON.search(before)


def _before(text: str, address: str) -> str:
    """Find the words before the place where the address begins."""
    user, _, host = address.partition("@")
    written = unstyled(text)
    spellings = (address, f"{user}@", host, f"@{user}")
    place = next((at for at in map(written.lower().find, spellings) if at >= 0), 0)
    return re.sub(r"(?:https?://)?\S*$", "", written[:place]).rstrip()[-_BEFORE:]


def _text_of(tweet: Tweet) -> str:
    if tweet.note:
        return tweet.note.text
    if tweet.retweet:
        whole = tweet.retweet.text or tweet.text.partition(": ")[2]
        return html.unescape(whole)
    return html.unescape(tweet.text) if tweet.escaped and "&" in tweet.text else tweet.text


def _key(user_id: str | None, handle: str) -> str:
    return user_id or f"@{handle.casefold()}"


def _bare(name: str) -> str:
    return re.sub(r"[_.\-]", "", name).casefold()
