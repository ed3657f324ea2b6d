"""From claims to matches: one for each contact and address, with all that speaks for it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, structs

from migrate.people.addresses.hosts import kind_of
from migrate.people.contacts import (
    Checked,
    Claim,
    Contact,
    Evidence,
    Match,
    Outcome,
    Reason,
    Relation,
    Tier,
)
from migrate.people.decisions import Decision
from migrate.people.evidence.attribution import is_near
from migrate.people.evidence.tiers import judge
from migrate.people.find.book import Book

Decisions = Mapping[tuple[str, str], Decision]
"""What a person decided about a contact's key and an address."""

_SURE = frozenset({Tier.CONFIRMED, Tier.STATED})
_ORDER = {relation: place for place, relation in enumerate(Relation)}


class Known(Struct, frozen=True):
    """What is known besides the claims: servers' answers by address, decisions, one's own addresses."""

    checks: Mapping[str, Checked] = {}
    decisions: Decisions = {}
    own: frozenset[str] = frozenset()


def make_matches(book: Book, claims: Iterable[Claim], known: Known) -> list[Match]:
    """Those of the people one follows first, the surest first."""
    evidence: defaultdict[tuple[str, str], dict[Evidence, None]] = defaultdict(dict)
    asked: dict[tuple[str, str], str] = {}
    for claim in claims:
        place = claim.key, canonical(claim.candidate.address, known.checks)
        evidence[place][claim.evidence] = None
        asked.setdefault(place, claim.candidate.address)
    matches = []
    for (key, address), told in evidence.items():
        if contact := book.by_key(key):
            check = known.checks.get(asked[key, address])
            matches.append(_match(contact, address, tuple(told), check, known))
    return sorted(_one_owner_each(matches), key=_rank)


def canonical(address: str, checks: Mapping[str, Checked]) -> str:
    """What the server calls the account, after every move; the same address where it didn't say."""
    check = checks.get(address)
    return check.address if check and check.outcome is Outcome.FOUND else address


def pairs_of(contact: Contact, address: str) -> Iterator[tuple[str, str]]:
    """What a decision may be kept under: the contact's key, or a name where a spreadsheet rounded that."""
    yield contact.key, address
    yield from ((f"@{handle.name.casefold()}", address) for handle in contact.handles)


def is_sure(match: Match) -> bool:
    """Whether it may be followed: by a person's yes, or without a no where the tier is enough."""
    if match.state is not Decision.OPEN:
        return match.state is Decision.ACCEPTED and match.tier is not Tier.REJECTED
    return match.tier in _SURE


def best_of_each(matches: Iterable[Match]) -> list[Match]:
    """One address for each contact, and any further that a person accepted."""
    chosen: list[Match] = []
    served: set[str] = set()
    for match in matches:
        if is_sure(match) and (match.state is Decision.ACCEPTED or match.contact.key not in served):
            served.add(match.contact.key)
            chosen.append(match)
    return chosen


def _one_owner_each(matches: Iterable[Match]) -> Iterator[Match]:
    """An account has one owner: where several people name it, only those who have its name may be sure.

    People name the account of their newspaper, their club, their podcast.
    """
    matches = list(matches)
    owners = Counter(match.address for match in matches if match.tier in _SURE)
    for match in matches:
        shared = match.tier is Tier.STATED and owners[match.address] > 1
        if shared and not is_near(match.address, match.contact.handle):
            yield structs.replace(match, tier=Tier.CLAIMED, reason=Reason.SHARED)
        else:
            yield match


def _match(
    contact: Contact, address: str, told: tuple[Evidence, ...], check: Checked | None, known: Known
) -> Match:
    kind = kind_of(address.rpartition("@")[2])
    decided = (known.decisions.get(pair) for pair in pairs_of(contact, address))
    state = next((one for one in decided if one), Decision.OPEN)
    if kind is None:
        return Match(contact, address, Tier.REJECTED, told, Reason.FORBIDDEN_PLACE, check, state)
    judgement = judge(contact, told, kind, check, known.own)
    return Match(contact, address, judgement.tier, told, judgement.reason, check, state)


def _rank(match: Match) -> tuple[object, ...]:
    nearest = min((_ORDER[relation] for relation in match.contact.relations), default=len(_ORDER))
    active = match.checked.last_active if match.checked else ""
    return nearest, -match.contact.times, match.contact.key, match.tier, _backwards(active), match.address


def _backwards(date: str) -> tuple[int, ...]:
    """For the latest date first."""
    return tuple(-ord(sign) for sign in date)
