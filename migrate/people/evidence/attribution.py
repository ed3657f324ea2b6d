"""The owner of an address in a text.

An address in a profile belongs to that profile, unless the words around it give it to
another person, or say that it was left. An address in a tweet has no owner at first: to the author
of a retweet when it has the author's name or the author says so; to a person
who is mentioned when it has that person's name. Everything else is kept as a lead.
"""

import html
import re
from collections.abc import Iterator

from msgspec import structs

from migrate.model import Mention, Tweet, tweet_address
from migrate.people.addresses.candidate import Candidate, Form
from migrate.people.addresses.reading import Reading
from migrate.people.addresses.text import addresses_in, read_text
from migrate.people.contacts import XProfile
from migrate.people.evidence.claims import Claim, Evidence, Lead, Source
from migrate.people.evidence.whose import LED, Whose, whose_are

_WEIGHT = (Whose.UNSAID, Whose.LED_TO, Whose.OWN, Whose.ANOTHERS, Whose.FORMER, Whose.DENIED)
"""What counts where several texts of a profile speak of one address, the heaviest last."""

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
    found: dict[str, tuple[Candidate, str, Whose]] = {}
    for text in profile.texts:
        for candidate, whose in _told_in(read_text(text, profile.handle)):
            first = found.setdefault(candidate.address, (candidate, text, whose))
            if _WEIGHT.index(whose) > _WEIGHT.index(first[2]):
                found[candidate.address] = (first[0], text, whose)
    own = {address for address, (_, _, whose) in found.items() if _is_own(address, profile, whose)}
    url = f"https://twitter.com/{profile.handle}" if profile.handle else ""
    for address, (candidate, text, whose) in found.items():
        is_doubtful = address not in own and (whose is Whose.ANOTHERS or (own and whose not in LED))
        form = Form.WEAK if is_doubtful else candidate.form
        evidence = Evidence(source, text, profile.at, url, form, stale, whose)
        yield Claim(key, structs.replace(candidate, form=form), evidence)


def claims_of_tweet(tweet: Tweet, owner_handle: str) -> Iterator[Claim | Lead]:
    """Read the addresses in a tweet of the archive, each with its owner where the tweet tells."""
    text = _with_links(_text_of(tweet), tweet)
    author = tweet.retweet.handle if tweet.retweet else owner_handle
    named = _told_in(read_text(text, author))
    alone = sum(whose in {Whose.UNSAID, *LED} for _, whose in named) == 1
    for candidate, whose in named:
        source = Source.RETWEET if tweet.retweet else Source.OWN_TWEET
        url = tweet_address(owner_handle, tweet.id)
        evidence = Evidence(source, text, tweet.created_at, url, candidate.form, whose=whose)
        if tweet.retweet and (theirs := _said_by_author(candidate, whose, author, alone=alone)):
            evidence = structs.replace(evidence, form=theirs.form)
            yield Claim(_key(tweet.retweet.user_id, tweet.retweet.handle), theirs, evidence)
        elif person := _named(candidate, tweet.mentions):
            evidence = structs.replace(evidence, source=Source.OWN_TWEET)
            yield Claim(_key(person.user_id, person.handle), candidate, evidence)
        else:
            to = tweet.mentions[0].handle if len(tweet.mentions) == len(named) == 1 else ""
            yield Lead(candidate, evidence, author, to)


def leads_of_like(text: str, address: str) -> Iterator[Lead]:
    """Read the addresses in a tweet that the user liked. The archive doesn't say whose tweet it is."""
    for candidate in addresses_in(text):
        yield Lead(candidate, Evidence(Source.LIKE, text, None, address, candidate.form))


def _told_in(reading: Reading) -> list[tuple[Candidate, Whose]]:
    """List each address of a text once, with what the text says of it last and most plainly."""
    found: dict[str, tuple[Candidate, Whose]] = {}
    for named, whose in zip(reading.named, whose_are(reading), strict=True):
        known = found.setdefault(named.candidate.address, (named.candidate, whose))
        if _WEIGHT.index(whose) > _WEIGHT.index(known[1]):
            found[named.candidate.address] = (known[0], whose)
    return list(found.values())


def _with_links(text: str, tweet: Tweet) -> str:
    """Write the addresses behind t.co where they stand, if they can be profiles.

    Most are of newspapers: reading each would double the time.
    """
    for link in tweet.links:
        if link.target and ("@" in link.target or "/users/" in link.target):
            written = text.replace(link.short, link.target) if link.short else text
            text = written if link.target in written else f"{written} {link.target}"
    return text


def _said_by_author(candidate: Candidate, whose: Whose, author: str, *, alone: bool) -> Candidate | None:
    """Tell whether the author of a retweet speaks of themselves: plainly, or perhaps, in the weak form."""
    if whose in {Whose.FORMER, Whose.DENIED}:
        return None
    if is_near(candidate.address, author) or (alone and whose in LED):
        return candidate
    return structs.replace(candidate, form=Form.WEAK) if alone and whose is Whose.UNSAID else None


def _named(candidate: Candidate, mentions: tuple[Mention, ...]) -> Mention | None:
    return next((one for one in mentions if is_near(candidate.address, one.handle)), None)


def _is_own(address: str, profile: XProfile, whose: Whose) -> bool:
    """Tell whether an address has the name of the profile, which outweighs a word about another."""
    has_name = is_near(address, profile.handle) or is_near(address, profile.name.replace(" ", ""))
    return has_name and whose not in {Whose.FORMER, Whose.DENIED}


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
