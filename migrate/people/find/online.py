"""The sources outside, each asked once and paid once: the answers are kept."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

from msgspec import Struct

from migrate.errors import LoginError, UsageError
from migrate.model import Owner
from migrate.people.addresses.hosts import HostKind
from migrate.people.contacts import XProfile
from migrate.people.evidence.claims import Claim
from migrate.people.find.book import Book
from migrate.people.sources.cache import Cache
from migrate.people.sources.wikidata import BATCH, WikidataRow, read_by_handle, read_by_id, read_whole
from migrate.people.sources.xapi import (
    FULL_PRICE,
    PATHS,
    PRICE,
    XUser,
    read_key_owner,
    read_own_lists,
)
from migrate.web.fetching import Web

WEEK = timedelta(days=7)
_WHOLE_LIST = "wikidata"


def wikidata_at_hand(cache: Cache, now: datetime) -> list[WikidataRow] | None:
    """Return Wikidata's list, if it was fetched in the last week."""
    return cache.get(_WHOLE_LIST, list[WikidataRow], now - WEEK)


def fetch_wikidata(web: Web, cache: Cache, now: datetime, contact: str = "") -> list[WikidataRow]:
    """Fetch Wikidata's whole list, and keep it. Raises ServerError."""
    rows = read_whole(web, contact)
    cache.keep(_WHOLE_LIST, rows, now)
    return rows


class KnownOnes(Struct, frozen=True):
    """What Wikidata said in the last week about single contacts, and those that it was not asked about."""

    rows: tuple[WikidataRow, ...]
    ids: tuple[str, ...]
    handles: tuple[str, ...]


def known_to_wikidata(cache: Cache, book: Book, now: datetime) -> KnownOnes:
    """Read the kept answers about single contacts."""
    told = {key: cache.get(_about(key), list[WikidataRow], now - WEEK) for key in _keys_of(book)}
    rows = [row for known in told.values() for row in known or ()]
    return KnownOnes(
        tuple(rows),
        tuple(x_id for x_id in ids_of(book) if told[x_id] is None),
        tuple(handle for handle in handles_of(book) if told[f"@{handle.casefold()}"] is None),
    )


def fetch_wikidata_by_id(
    web: Web, cache: Cache, known: KnownOnes, now: datetime, contact: str = ""
) -> Iterator[list[WikidataRow]]:
    """Fetch what Wikidata knows of the other contacts, a batch at a time, and keep it. Raises ServerError."""
    for start in range(0, len(known.ids), BATCH):
        ids = known.ids[start : start + BATCH]
        rows = [row for batch in read_by_id(web, ids, contact) for row in batch]
        for x_id in ids:
            cache.keep(_about(x_id), [row for row in rows if row.x_id == x_id], now)
        yield rows
    for start in range(0, len(known.handles), BATCH):
        handles = known.handles[start : start + BATCH]
        rows = [row for batch in read_by_handle(web, handles, contact) for row in batch]
        for handle in map(str.casefold, handles):
            cache.keep(_about(f"@{handle}"), [row for row in rows if row.x_handle.casefold() == handle], now)
        yield rows


def _keys_of(book: Book) -> list[str]:
    return [*ids_of(book), *(f"@{handle.casefold()}" for handle in handles_of(book))]


def _about(key: str) -> str:
    return f"{_WHOLE_LIST}:{key}"


def ids_of(book: Book) -> list[str]:
    """List the numbers of all contacts that are related to the owner."""
    return [contact.x_id for contact in book if contact.x_id and contact.relations]


def handles_of(book: Book) -> list[str]:
    """List the handles of those whose number is not known."""
    return [contact.handle for contact in book if contact.handle and not contact.x_id and contact.relations]


def fetch_own_lists(
    web: Web, token: str, owner: Owner, cap: float, keep: Path, now: datetime
) -> Iterator[tuple[list[XProfile], Decimal]]:
    """Fetch the owner's own lists, page by page, with what they have cost so far.

    Each answer is added to the file `keep` before it is used: it was paid for, and can be
    read again with --profiles. The question whose the key is counts, too.
    """
    left = Decimal(str(cap)) - FULL_PRICE
    if left < 0:
        raise UsageError(f"To ask X anything costs up to {FULL_PRICE} dollars. Allow more: --x-cap 1")
    price = _price_for(read_key_owner(web, token), owner)
    pages = read_own_lists(web, token, owner.id, list(PATHS), cap=left, now=now, price=price)
    for page in pages:
        try:
            keep.parent.mkdir(parents=True, exist_ok=True)
            with keep.open("ab") as file:
                file.write(page.raw.replace(b"\n", b" ") + b"\n")
        except OSError as e:
            raise UsageError(f"{keep} can't be written ({e.strerror}). Choose another place with -o.") from e
        yield list(page.profiles), page.spent + FULL_PRICE


def _price_for(known: XUser | None, owner: Owner) -> Decimal:
    """Find the price that applies: the full one until X has said that the key is the owner's.

    Raises LoginError where it is another account's.
    """
    if known and owner.id and known.id != owner.id:
        raise LoginError(
            f"The key is that of @{known.username}, and the archive is that of @{owner.handle}. X shows "
            f"blocks and mutes to their owner alone. Log in as @{owner.handle}: migrate login x"
        )
    return PRICE if known else FULL_PRICE


def listed(book: Book) -> int:
    """Count the accounts that X would be asked for, by the lists of the archive."""
    return sum(len(contact.relations.intersection(PATHS)) for contact in book)


def worth_asking(claims: Iterable[Claim]) -> Sequence[str]:
    """List the addresses whose servers can add to what is known."""
    unfit = {HostKind.MIRROR, HostKind.CLOSED}
    return list(dict.fromkeys(c.candidate.address for c in claims if c.candidate.host not in unfit))
