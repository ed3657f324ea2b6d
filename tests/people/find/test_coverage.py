"""The numbers that a person reads first: nobody is counted twice, and no mirror as a find."""

from migrate.people.contacts import Contact, Relation
from migrate.people.evidence.claims import Evidence, Source
from migrate.people.evidence.match import Match, Tier
from migrate.people.find.book import Book
from migrate.people.find.coverage import Coverage, CoverageRow, measure
from tests.people.evidence.people import NOW


def test_everybody_is_counted_once_and_the_rejected_not_at_all() -> None:
    """Four are followed: one has two addresses, one merely a mirror, one a name, one nothing."""
    book = Book("1", ["me"])
    for x_id in "2345":
        book.relate(x_id, Relation.FOLLOWING)
    for x_id in "234":
        book.meet(x_id, f"name{x_id}", NOW)
    book.relate("2", Relation.MUTED)
    found = [
        _match("2", "a@one.example", Tier.CONFIRMED, Source.PROFILE, Source.WIKIDATA_ID),
        _match("2", "b@two.example", Tier.SIMILAR, Source.PROFILE),
        _match("3", "name3@birds.example", Tier.REJECTED, Source.FINDER),
    ]

    assert measure(book, found) == Coverage(
        (CoverageRow(Relation.FOLLOWING, 4, 3, 1), CoverageRow(Relation.MUTED, 1, 1, 1)),
        {Source.PROFILE: 1, Source.WIKIDATA_ID: 1},
    )


def _match(x_id: str, address: str, tier: Tier, *sources: Source) -> Match:
    return Match(Contact(x_id), address, tier, tuple(Evidence(source, "…", NOW) for source in sources))
