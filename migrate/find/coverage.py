"""The truth about coverage: of how many people how much is known, and who said so."""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from migrate.contacts import Contact, Match, Relation, Source, Tier
from migrate.find.book import Book


class Row(Struct, frozen=True):
    """Of one kind of people: all, with a handle, with a candidate, and how many of each tier at best."""

    relation: Relation
    contacts: int
    with_handle: int
    with_candidate: int
    tiers: dict[Tier, int]


class Coverage(Struct, frozen=True):
    """`rows` has only the kinds that there are; `sources` counts the contacts that each source tells of."""

    rows: tuple[Row, ...]
    sources: dict[Source, int]
    leads: int


def measure(book: Book, matches: Sequence[Match], leads: int) -> Coverage:
    """Count everybody once."""
    best: dict[str, Tier] = {}
    for match in matches:
        key = match.contact.key
        best[key] = min(best.get(key, match.tier), match.tier)
    contacts = list(book)
    rows = [_row(relation, contacts, best) for relation in Relation]
    told = {(one.source, match.contact.key) for match in matches for one in match.evidence}
    sources = Counter(source for source, _ in told)
    return Coverage(tuple(row for row in rows if row.contacts), dict(sources), leads)


def _row(relation: Relation, contacts: Iterable[Contact], best: dict[str, Tier]) -> Row:
    these = [contact for contact in contacts if relation in contact.relations]
    tiers = Counter(best[contact.key] for contact in these if contact.key in best)
    with_handle = sum(bool(contact.handles) for contact in these)
    return Row(relation, len(these), with_handle, tiers.total(), {tier: tiers[tier] for tier in Tier})
