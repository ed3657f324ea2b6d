"""Coverage: counts of contacts by how much is known about them, and by the source of it."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct

from migrate.people.contacts import Contact, Relation
from migrate.people.evidence.claims import Source
from migrate.people.evidence.match import Match, Tier
from migrate.people.find.book import Book


class CoverageRow(Struct, frozen=True):
    """Counts of one kind of people: all, those with a handle, those with an address that may be theirs."""

    relation: Relation
    contacts: int
    with_handle: int
    with_address: int


class Coverage(Struct, frozen=True):
    """The counts of an archive: a row for each kind of people in it, and the contacts of each source."""

    rows: tuple[CoverageRow, ...]
    sources: dict[Source, int]


def measure(book: Book, matches: Iterable[Match]) -> Coverage:
    """Count each contact once, and no address that was rejected."""
    kept = [match for match in matches if match.tier is not Tier.REJECTED]
    found = {match.contact.key for match in kept}
    contacts = list(book)
    rows = [_row(relation, contacts, found) for relation in Relation]
    told = {(one.source, match.contact.key) for match in kept for one in match.evidence}
    counts = Counter(source for source, _ in told)
    sources = {source: counts[source] for source in Source if counts[source]}
    return Coverage(tuple(row for row in rows if row.contacts), sources)


def _row(relation: Relation, contacts: Sequence[Contact], found: Collection[str]) -> CoverageRow:
    these = [contact for contact in contacts if relation in contact.relations]
    with_handle = sum(bool(contact.handles) for contact in these)
    return CoverageRow(relation, len(these), with_handle, sum(contact.key in found for contact in these))
