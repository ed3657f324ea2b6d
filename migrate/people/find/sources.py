"""The answers of each source become claims about contacts: joined by number first, by name with care.

A number is for life. A name may be another person's by now: then the two numbers differ,
or the other number is unknown and the archive saw the name so long ago that it says little.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from msgspec import Struct, structs

from migrate.people.addresses.forms import from_address
from migrate.people.contacts import Contact, XProfile
from migrate.people.evidence.attribution import claims_of_profile
from migrate.people.evidence.claims import Claim, Evidence, Lead, Source
from migrate.people.find.book import Book, is_stale
from migrate.people.find.gather import Gathered
from migrate.people.sources.wikidata import WikidataRow


class SourceAnswers(Struct, frozen=True):
    """The answers of all sources but the archive: X accounts about themselves, other finders, Wikidata.

    `addresses` are those that finders list without saying whose they are.
    """

    profiles: Sequence[XProfile] = ()
    finders: Sequence[XProfile] = ()
    wikidata: Sequence[WikidataRow] = ()
    addresses: Sequence[Lead] = ()


def all_claims(gathered: Gathered, answers: SourceAnswers, now: datetime) -> tuple[list[Claim], list[Lead]]:
    """Collect the claims about contacts from all sources, and the leads that are about no contact."""
    book = gathered.book
    profiles, finders = learn(book, answers.profiles), learn(book, answers.finders)
    similar, leads = claims_of_leads(book, (*gathered.leads, *answers.addresses))
    claims = [
        *gathered.claims,
        *claims_of_profiles(book, profiles),
        *claims_of_profiles(book, finders, Source.FINDER),
        *claims_of_wikidata(book, answers.wikidata, now),
        *similar,
    ]
    return claims, leads


def learn(book: Book, profiles: Iterable[XProfile]) -> list[XProfile]:
    """Add to the book what these accounts are called now, and return those that are contacts."""
    known = [one for one in profiles if one.relations or _contact(book, one.x_id, one.handle)]
    for profile in known:
        if profile.x_id:
            book.learn(profile)
    return known


def claims_of_profiles(
    book: Book, profiles: Iterable[XProfile], source: Source = Source.PROFILE
) -> Iterator[Claim]:
    """Read what X accounts say about themselves, and pass over those that aren't contacts."""
    for profile in profiles:
        if contact := _contact(book, profile.x_id, profile.handle):
            by_name = not (profile.x_id and contact.x_id)
            stale = by_name and is_stale(contact, profile.handle, profile.at)
            yield from claims_of_profile(profile, contact.key, source=source, stale=stale)


def claims_of_wikidata(book: Book, rows: Iterable[WikidataRow], now: datetime) -> Iterator[Claim]:
    """Read what Wikidata says, by number where it has one, else by a name that is still in use."""
    for row in rows:
        candidate = from_address(row.address)
        contact = _contact(book, row.x_id, "" if row.ended else row.x_handle)
        if candidate and contact:
            by_name = not (row.x_id and contact.x_id)
            source = Source.WIKIDATA_HANDLE if by_name else Source.WIKIDATA_ID
            url = row.item.replace("http://www.wikidata.org/entity/", "https://www.wikidata.org/wiki/")
            stale = by_name and is_stale(contact, row.x_handle, now)
            yield Claim(contact.key, candidate, Evidence(source, date=now, url=url, stale=stale))


def claims_of_leads(book: Book, leads: Iterable[Lead]) -> tuple[list[Claim], list[Lead]]:
    """Turn leads that have a contact's name into claims of likeness, and return the others as they are."""
    claims, others = [], []
    for lead in leads:
        contact = book.find(None, lead.candidate.address.partition("@")[0])
        if contact and contact.relations:
            told = structs.replace(lead.evidence, source=Source.SAME_HANDLE)
            claims.append(Claim(contact.key, lead.candidate, told))
        else:
            others.append(lead)
    return claims, others


def _contact(book: Book, x_id: str, handle: str) -> Contact | None:
    """Find the contact that is meant. Where both sides have a number, the numbers have to be the same."""
    if x_id and (contact := book.find(x_id, "")):
        return contact
    contact = book.find(None, handle) if handle else None
    return contact if contact and not (x_id and contact.x_id) else None
