"""Look around on the user's own server for accounts with the names of contacts.

It finds whom the server has met, and strangers and copies with the same name first
(github.com/hachyderm/community/issues/403). So what comes of it is a likeness, and
nobody is followed for it without the user's yes.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial

from msgspec import Struct

from migrate.mastodon import Answer, PatientClient, Process, Server, Waiting, decode
from migrate.mastodon.api import PAGING, READING
from migrate.mastodon.people import HITS, get_followed, next_page, search
from migrate.mastodon.wire import Account, SearchResults
from migrate.people.addresses.forms import from_address, full_address
from migrate.people.contacts import Contact, Relation
from migrate.people.evidence.attribution import is_near
from migrate.people.evidence.claims import Claim, Evidence, Source
from migrate.people.find.book import Book
from migrate.people.sources.cache import YES, Cache
from migrate.web.json_body import UnreadableBody, read_json

_SHORTEST = 6
"""Letters of a display name; shorter ones are alike by chance."""


class Searched(Struct, frozen=True):
    """A contact was searched for, and these accounts have the name; unless the server would not tell."""

    contact: Contact
    claims: tuple[Claim, ...]
    is_told: bool = True


def still_unknown(book: Book, known: Collection[str]) -> Sequence[Contact]:
    """List the people followed of whom a name is known, and nothing more; `known` are the keys of others."""
    return [
        contact
        for contact in book
        if Relation.FOLLOWING in contact.relations and contact.handle and contact.key not in known
    ]


def search_own_server(
    server: Server, contacts: Iterable[Contact], sleep: Callable[[float], None]
) -> Iterator[Searched | Waiting]:
    """Search for each by handle, and by display name where that finds nobody, at the server's pace.

    Mastodon searches handles and display names, and no bios (app/services/account_search_service.rb).
    Raises LoginError or ServerError.
    """
    client = PatientClient(server, sleep)
    for contact in contacts:
        claims: tuple[Claim, ...] = ()
        is_told = True
        for words in _searched_for(contact):
            answer = yield from client.send(
                READING, partial(search, server, words, resolve=False), shape=SearchResults
            )
            claims = tuple(_claims(contact, answer, server.host))
            is_told = is_told and answer.ok
            if claims:
                break
        yield Searched(contact, claims, is_told)


def keep_searched(cache: Cache, host: str, searched: Searched, now: datetime) -> None:
    """Keep what a search found, or that it found nobody; not that the server would not tell."""
    if searched.is_told:
        cache.keep(_about(host, searched.contact), searched.claims, now)


def searched_before(
    cache: Cache, host: str, contacts: Iterable[Contact], now: datetime
) -> tuple[list[Claim], list[Contact]]:
    """Return what this server has found in the last weeks, and the contacts that are left to search for."""
    claims: list[Claim] = []
    left: list[Contact] = []
    for contact in contacts:
        found = cache.get(_about(host, contact), tuple[Claim, ...], now - YES)
        if found is None:
            left.append(contact)
        claims += found or ()
    return claims, left


def read_followed(
    server: Server, account_id: str, sleep: Callable[[float], None]
) -> Process[Waiting, frozenset[str] | None]:
    """Read the addresses that an account follows; None where the server would not tell.

    Raises LoginError or ServerError.
    """
    client = PatientClient(server, sleep)
    followed: set[str] = set()
    max_id: str | None = ""
    while max_id is not None:
        answer = yield from client.send(
            PAGING, partial(get_followed, server, account_id, max_id), shape=list[Account]
        )
        if not answer.ok:
            return None
        page = {full_address(one.acct, server.host) for one in decode(answer, list[Account])}
        max_id = None if page <= followed else next_page(answer)
        followed |= page
    return frozenset(followed)


def _searched_for(contact: Contact) -> list[str]:
    name = contact.name.strip()
    by_name = len(name) >= _SHORTEST and name.casefold() != contact.handle.casefold()
    return [contact.handle, name] if by_name else [contact.handle]


def _about(host: str, contact: Contact) -> str:
    return f"search:{host}:{contact.key}:{contact.handle.casefold()}:{contact.name.casefold()}"


def _claims(contact: Contact, answer: Answer, host: str) -> Iterator[Claim]:
    if not answer.ok:
        return
    try:
        found = read_json(answer.body, SearchResults)
    except UnreadableBody:
        return
    for account in found.accounts[:HITS]:
        candidate = from_address(full_address(account.acct, host))
        source = _likeness(contact, account)
        if candidate and source:
            yield Claim(contact.key, candidate, Evidence(source, account.display_name, url=account.url))


def _likeness(contact: Contact, account: Account) -> Source | None:
    if is_near(account.acct, contact.handle):
        return Source.SAME_HANDLE
    ours, theirs = contact.name.strip().casefold(), account.display_name.strip().casefold()
    return Source.SAME_NAME if ours == theirs and len(ours) >= _SHORTEST else None
