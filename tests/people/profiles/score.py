"""How much of the labelled profiles is read, by kind: `python -m tests.people.profiles.score`.

Every address exists here, and its account says what the label `there` tells of it. So the reading is
scored, and the judging of whose an address is. An address is found when it is claimed for its person at
all; what is sure is followed unasked (tiers A and B). The half that is held back, by a checksum of the
name, was scored while the readers were written, by kind and by language, and not tuned to line by line.
It is not quite unseen: some thirty of its profiles were read before the split was made.
"""

import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

import msgspec

from migrate.model import Kind, Mention, Retweet, Tweet
from migrate.people.addresses.hosts import host_kind
from migrate.people.contacts import Contact, SeenHandle, XProfile
from migrate.people.evidence.attribution import claims_of_profile, claims_of_tweet
from migrate.people.evidence.checked import Checked, Outcome
from migrate.people.evidence.claims import Claim, Evidence
from migrate.people.evidence.match import SURE, Tier
from migrate.people.evidence.tiers import judge
from tests.people.profiles.labelled import LabelledProfile, read_kinds

NOW = datetime(2026, 3, 1, tzinfo=UTC)
X_ID = "7"


class Score(msgspec.Struct, frozen=True):
    """Counts of addresses: the people's own, and what was made of all of them."""

    own: int = 0
    found: int = 0
    sure: int = 0
    sure_and_right: int = 0
    rejected: int = 0
    named_wrongly: int = 0

    def __add__(self, other: "Score") -> "Score":
        pairs = zip(msgspec.structs.astuple(self), msgspec.structs.astuple(other), strict=True)
        return Score(*(one + two for one, two in pairs))

    @property
    def recall(self) -> float:
        """The share of the people's own addresses that are found."""
        return self.found / self.own if self.own else 1.0

    @property
    def precision(self) -> float:
        """The share of what is sure that is right."""
        return self.sure_and_right / self.sure if self.sure else 1.0


def tiers_of(profile: LabelledProfile) -> dict[str, Tier]:
    """Read a profile, and judge each address that it claims for its person."""
    contact = Contact(X_ID, (SeenHandle(profile.screen_name, NOW),), profile.name)
    evidence: defaultdict[str, list[Evidence]] = defaultdict(list)
    for claim in _claims(profile):
        evidence[claim.candidate.address].append(claim.evidence)
    return {
        address: judge(contact, told, host_kind(address.partition("@")[2]), _account(address, profile)).tier
        for address, told in evidence.items()
    }


def score(profile: LabelledProfile) -> Score:
    """Compare what is read with the labels."""
    tiers = tiers_of(profile)
    claimed = {address for address, tier in tiers.items() if tier is not Tier.REJECTED}
    sure = {address for address, tier in tiers.items() if tier in SURE}
    own = set(profile.own)
    labelled = own.union(profile.others, profile.former, profile.leads)
    return Score(
        own=len(own),
        found=len(own & claimed),
        sure=len(sure),
        sure_and_right=len(sure & own),
        rejected=len(own & set(tiers) - claimed),
        named_wrongly=len(set(tiers) - labelled),
    )


def total(profiles: Iterable[LabelledProfile]) -> Score:
    """Add up the scores of several profiles."""
    return sum(map(score, profiles), Score())


def is_held_back(profile: LabelledProfile) -> bool:
    """Tell the half that is only scored from the half that was looked at."""
    return zlib.crc32(profile.screen_name.encode()) % 2 == 1


def _claims(profile: LabelledProfile) -> Iterator[Claim]:
    texts = (profile.name, profile.bio, profile.location, *profile.links, profile.pinned)
    yield from claims_of_profile(XProfile(X_ID, profile.screen_name, profile.name, texts, NOW), X_ID)
    for text in profile.tweets:
        for one in claims_of_tweet(_tweet(text, profile.screen_name), "owner_of_it"):
            if isinstance(one, Claim) and one.key == X_ID:
                yield one


def _tweet(text: str, handle: str) -> Tweet:
    if text.startswith("RT "):
        return Tweet(1, NOW, text, Kind.RETWEET, retweet=Retweet(handle, X_ID))
    return Tweet(1, NOW, text, Kind.TWEET, mentions=(Mention(0, len(handle) + 1, handle, X_ID),))


def _account(address: str, profile: LabelledProfile) -> Checked:
    said = profile.there.get(address, "")
    return Checked(address, Outcome.FOUND, NOW, address=address, software="mastodon", summary=said)


def main() -> None:
    """Print a line for each kind, and the two halves."""
    kinds = read_kinds()
    everybody = [profile for profiles in kinds.values() for profile in profiles]
    halves = {
        "looked at": [one for one in everybody if not is_held_back(one)],
        "held back": [one for one in everybody if is_held_back(one)],
    }
    print(f"{'':18}   own  found  recall  sure precision rejected strange")
    for name, profiles in (*kinds.items(), *halves.items(), ("all", everybody)):
        one = total(profiles)
        print(
            f"{name:18} {one.own:5} {one.found:6} {one.recall:7.3f} {one.sure:5} {one.precision:9.3f}"
            f" {one.rejected:8} {one.named_wrongly:7}"
        )


if __name__ == "__main__":
    sys.exit(main())
