"""The sources outside, each asked once and paid once: the answers are kept."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

from migrate.errors import UsageError
from migrate.people.addresses.hosts import HostKind
from migrate.people.contacts import XProfile
from migrate.people.evidence.claims import Claim
from migrate.people.find.book import Book
from migrate.people.sources.cache import Cache
from migrate.people.sources.wikidata import WikidataRow, read_by_handle, read_by_id, read_whole
from migrate.people.sources.xapi import PATHS, read_own_lists
from migrate.web.fetching import Web

WEEK = timedelta(days=7)
_WHOLE_LIST = "wikidata"


def wikidata_at_hand(cache: Cache, now: datetime) -> list[WikidataRow] | None:
    """Return Wikidata's list, if it was fetched in the last week."""
    return cache.get(_WHOLE_LIST, list[WikidataRow], now - WEEK)


def fetch_wikidata(web: Web, cache: Cache, now: datetime) -> list[WikidataRow]:
    """Fetch Wikidata's whole list, and keep it. Raises ServerError."""
    rows = read_whole(web)
    cache.keep(_WHOLE_LIST, rows, now)
    return rows


def fetch_wikidata_by_id(web: Web, book: Book) -> Iterator[list[WikidataRow]]:
    """Fetch what Wikidata knows of the contacts, a batch at a time. Raises ServerError."""
    yield from read_by_id(web, ids_of(book))
    yield from read_by_handle(web, handles_of(book))


def ids_of(book: Book) -> list[str]:
    """List the numbers of all contacts that are related to the owner."""
    return [contact.x_id for contact in book if contact.x_id and contact.relations]


def handles_of(book: Book) -> list[str]:
    """List the handles of those whose number is not known."""
    return [contact.handle for contact in book if contact.handle and not contact.x_id and contact.relations]


def fetch_own_lists(
    web: Web, token: str, x_id: str, cap: float, keep: Path, now: datetime
) -> Iterator[tuple[list[XProfile], Decimal]]:
    """Fetch the owner's own lists, page by page, with what they have cost so far.

    Each answer is added to the file `keep` before it is used: it was paid for, and can be
    read again with --profiles.
    """
    pages = read_own_lists(web, token, x_id, list(PATHS), cap=Decimal(str(cap)), now=now)
    for page in pages:
        try:
            keep.parent.mkdir(parents=True, exist_ok=True)
            with keep.open("ab") as file:
                file.write(page.raw.replace(b"\n", b" ") + b"\n")
        except OSError as e:
            raise UsageError(f"{keep} can't be written ({e.strerror}). Choose another place with -o.") from e
        yield list(page.profiles), page.spent


def listed(book: Book) -> int:
    """Count the accounts that X would be asked for, by the lists of the archive."""
    return sum(len(contact.relations.intersection(PATHS)) for contact in book)


def worth_asking(claims: Iterable[Claim]) -> Sequence[str]:
    """List the addresses whose servers can add to what is known."""
    unfit = {HostKind.MIRROR, HostKind.CLOSED}
    return list(dict.fromkeys(c.candidate.address for c in claims if c.candidate.host not in unfit))
