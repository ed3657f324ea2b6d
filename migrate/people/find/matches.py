"""From claims to matches: one for each contact and address, with all that speaks for it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, structs

from migrate.people.addresses.hosts import host_kind
from migrate.people.contacts import Contact, Relation
from migrate.people.decisions import Decision
from migrate.people.evidence.attribution import is_near
from migrate.people.evidence.checked import Checked, Outcome
from migrate.people.evidence.claims import Claim, Evidence
from migrate.people.evidence.match import IMPOSSIBLE, SURE, Doubt, Match, Tier
from migrate.people.evidence.tiers import judge
from migrate.people.find.book import Book

Decisions = Mapping[tuple[str, str], Decision]
"""The user's decisions, by the key of a contact and an address."""

_ORDER = {relation: place for place, relation in enumerate(Relation)}


class Background(Struct, frozen=True):
    """The background of the claims: servers' answers by address, decisions, the user's own addresses."""

    checks: Mapping[str, Checked] = {}
    decisions: Decisions = {}
    own: frozenset[str] = frozenset()


def make_matches(book: Book, claims: Iterable[Claim], background: Background) -> list[Match]:
    """Join the claims to matches: people whom the user follows come first, and the surest of each person."""
    evidence: defaultdict[tuple[str, str], dict[Evidence, None]] = defaultdict(dict)
    asked: dict[tuple[str, str], str] = {}
    for claim in claims:
        place = claim.key, canonical(claim.candidate.address, background.checks)
        evidence[place][claim.evidence] = None
        asked.setdefault(place, claim.candidate.address)
    matches = []
    for (key, address), told in evidence.items():
        if contact := book.by_key(key):
            check = background.checks.get(asked[key, address])
            matches.append(_match(contact, address, tuple(told), check, background))
    return sorted(_one_owner_each(matches), key=_rank)


def canonical(address: str, checks: Mapping[str, Checked]) -> str:
    """Tell what the server calls the account, after every move; the same address where it didn't say."""
    check = checks.get(address)
    return check.address if check and check.outcome is Outcome.FOUND else address


def pairs_of(contact: Contact, address: str) -> Iterator[tuple[str, str]]:
    """List the keys of a decision: the contact's own, and its names, where a spreadsheet rounded that."""
    yield contact.key, address
    yield from ((f"@{handle.name.casefold()}", address) for handle in contact.handles)


def is_sure(match: Match) -> bool:
    """Tell whether a match may be followed: by the user's yes, or without a no where the tier is enough."""
    if match.state is not Decision.OPEN:
        return match.state is Decision.ACCEPTED and match.doubt not in IMPOSSIBLE
    return match.tier in SURE


def best_of_each(matches: Iterable[Match]) -> list[Match]:
    """Choose one address for each contact, and every other that the user accepted."""
    chosen: list[Match] = []
    served: set[str] = set()
    for match in matches:
        if is_sure(match) and (match.state is Decision.ACCEPTED or match.contact.key not in served):
            served.add(match.contact.key)
            chosen.append(match)
    return chosen


def _one_owner_each(matches: Iterable[Match]) -> Iterator[Match]:
    """Give an account one owner: where several people name it, only a contact with its name may be sure.

    People name the account of their newspaper, their club, their podcast.
    """
    matches = list(matches)
    owners = Counter(match.address for match in matches if match.tier in SURE)
    for match in matches:
        shared = match.tier is Tier.STATED and owners[match.address] > 1
        if shared and not is_near(match.address, match.contact.handle):
            yield structs.replace(match, tier=Tier.CLAIMED, doubt=Doubt.SHARED)
        else:
            yield match


def _match(
    contact: Contact, address: str, told: tuple[Evidence, ...], check: Checked | None, background: Background
) -> Match:
    kind = host_kind(address.rpartition("@")[2])
    decided = (background.decisions.get(pair) for pair in pairs_of(contact, address))
    state = next((one for one in decided if one), Decision.OPEN)
    if not kind.is_fediverse:
        return Match(contact, address, Tier.REJECTED, told, Doubt.FORBIDDEN_PLACE, check, state)
    judgement = judge(contact, told, kind, check, background.own)
    return Match(contact, address, judgement.tier, told, judgement.doubt, check, state)


def _rank(match: Match) -> tuple[object, ...]:
    nearest = min((_ORDER[relation] for relation in match.contact.relations), default=len(_ORDER))
    active = match.checked.last_active if match.checked else ""
    return nearest, -match.contact.times, match.contact.key, match.tier, _backwards(active), match.address


def _backwards(date: str) -> tuple[int, ...]:
    """Make a sort key by which the latest date comes first."""
    return tuple(-ord(sign) for sign in date)
