"""The sources that are asked only when named: each first tells what it sends, to whom, at what cost."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from migrate.cli.find.options import FindOptions, read_contact
from migrate.cli.find.own_server import ServerSearch
from migrate.cli.find.x_login import x_token
from migrate.cli.home import home
from migrate.cli.run import How, carry_out
from migrate.cli.session import credentials, open_session
from migrate.cli.show import say, warn
from migrate.errors import LoginError, ServerError

if TYPE_CHECKING:
    from migrate.model import Owner
    from migrate.people.contacts import XProfile
    from migrate.people.evidence.checked import Checked
    from migrate.people.evidence.claims import Claim, Lead
    from migrate.people.find.book import Book
    from migrate.people.find.gather import Gathered
    from migrate.people.sources.wikidata import WikidataRow
    from migrate.web.fetching import Web

TELL_WIKIDATA = (
    "Wikidata: one question, the same for everybody, is sent to query.wikidata.org. It says nothing about "
    "whom you know. It costs nothing."
)
TELL_WIKIDATA_IDS = (
    "Wikidata: the Twitter numbers of your contacts ({n} in all), and the names of those whose number is not "
    "known ({m} in all), are sent to query.wikidata.org. Wikidata learns whom you know. It costs nothing."
)
TELL_X = (
    "X: your own lists are asked for at api.x.com, with your key. X charges {price} dollars for each "
    "account of your own lists where the app is yours, else {full}. For those in your archive ({n} in all) "
    "that is about {cost} dollars, else {most}. First X is asked whose the key is: the higher price counts "
    "until X has said that it is yours. It stops at {cap} dollars (--x-cap)."
)
SO_FAR = ("{n} account, {spent} dollars so far", "{n} accounts, {spent} dollars so far")
TELL_LINKS = (
    "Links: the pages that people name in their profiles are looked at. Pages: {n}, servers: {hosts}. A "
    "server sees the address of your computer, and which page you ask for. It costs nothing."
)
TELL_VERIFY = (
    "Verify: each account is asked about at its own server. Accounts: {n}, servers: {hosts}. A server sees "
    "the address of your computer, and which account you ask about. It costs nothing."
)


class Sources:
    """The sources that were named, asked one after the other.

    `followed` are the addresses that the user follows already, as far as the user's own server
    was asked. `open_web` is the door to all other servers.
    """

    def __init__(self, options: FindOptions, open_web: "Callable[[], Web] | None" = None) -> None:
        from migrate.web.fetching import Web

        self.followed: set[str] = set()
        self._options = options
        self._open_web = open_web or Web
        self._now = datetime.now(UTC)

    def ask(self, gathered: "Gathered", owner: "Owner", out: Path) -> "tuple[list[Claim], list[Lead]]":
        """Gather the claims about contacts, from the sources and the archive."""
        from migrate.people.find.sources import SourceAnswers, all_claims

        options, book = self._options, gathered.book
        profiles = _read_profiles(options.profiles)
        if options.x_api:
            profiles += self._ask_x(book, owner, out)
        if options.links:
            profiles = self._ask_pages(book, profiles)
        finders, addresses = _read_finders(options.csv)
        told = SourceAnswers(profiles, finders, self._ask_wikidata(book), addresses)
        claims, leads = all_claims(gathered, told, self._now)
        if options.server:
            claims += self._ask_server(book, claims)
        return claims, leads

    def verify(self, claims: "Iterable[Claim]") -> "dict[str, Checked]":
        """Ask the accounts' own servers; without --verify, read their recent answers."""
        from tqdm import tqdm

        from migrate.people.evidence.checked import Outcome
        from migrate.people.find.online import worth_asking
        from migrate.people.sources.cache import Cache
        from migrate.people.sources.checking import check_all, to_ask
        from migrate.people.sources.fediverse import Fediverse

        addresses, now = worth_asking(claims), self._now
        with Cache(home() / "answers.sqlite") as cache:
            new = to_ask(addresses, cache, now)
            hosts = len({address.rpartition("@")[2] for address in new})
            options = self._options
            if not (options.verify and (not new or options.allow(TELL_VERIFY, n=len(new), hosts=hosts))):
                known = (cache.checked(address, now) for address in addresses)
                return {one.asked: one for one in known if one}
            with self._open_web() as web:
                answers = check_all(addresses, Fediverse(web, lambda: datetime.now(UTC)), cache, now)
                bar = tqdm(answers, total=len(addresses), unit=" accounts", disable=None, leave=False)
                checks = {one.asked: one for one in bar}
        if new and all(checks[address].outcome is Outcome.NO_ANSWER for address in new):
            warn("No server answered. Is there a connection? Look again in an hour: run the same command.")
        return checks

    def _ask_x(self, book: "Book", owner: "Owner", out: Path) -> "list[XProfile]":
        from migrate.people.find.online import fetch_own_lists, listed
        from migrate.people.sources.xapi import FULL_PRICE, PRICE, price_of

        n, cap = listed(book), self._options.x_cap
        costs = {
            "cost": f"{price_of(n):.2f}",
            "full": str(FULL_PRICE),
            "most": f"{price_of(n, FULL_PRICE):.2f}",
        }
        if not self._options.allow(TELL_X, price=str(PRICE), n=n, cap=f"{cap:.2f}", **costs):
            return []
        keep, token = out / "x-profiles.jsonl", x_token(self._open_web)
        found: list[XProfile] = []
        with self._open_web() as web:
            try:
                for profiles, spent in fetch_own_lists(web, token, owner, cap, keep, self._now):
                    found += profiles
                    say(SO_FAR, n=len(found), spent=f"{spent:.2f}", err=True)
            except (LoginError, ServerError) as e:
                if not found:
                    raise
                warn("{trouble} What X has told so far is used.", trouble=str(e))
        say(
            "The answers of X are kept in {path}. To read them again at no cost: --profiles {path}",
            path=str(keep),
        )
        return found

    def _ask_pages(self, book: "Book", profiles: "list[XProfile]") -> "list[XProfile]":
        from tqdm import tqdm

        from migrate.people.find.sources import learn
        from migrate.people.sources.cache import Cache
        from migrate.people.sources.linked import pages_at_hand, pages_named, read_pages, widened

        named = [page for one in learn(book, profiles) for page in pages_named(one)]
        with Cache(home() / "answers.sqlite") as cache, self._open_web() as web:
            kept = pages_at_hand(named, cache, self._now)
            told = {page: links for page, links in kept.items() if links is not None}
            new = [page for page, links in kept.items() if links is None]
            hosts = len({page.split("/")[2] for page in new})
            if new and self._options.allow(TELL_LINKS, n=len(new), hosts=hosts):
                answers = read_pages(web, new, cache, self._now)
                told |= tqdm(answers, total=len(new), unit=" pages", disable=None, leave=False)
        return [widened(one, told) for one in profiles]

    def _ask_wikidata(self, book: "Book") -> "list[WikidataRow]":
        from migrate.people.find.online import (
            fetch_wikidata,
            fetch_wikidata_by_id,
            known_to_wikidata,
            wikidata_at_hand,
        )
        from migrate.people.sources.cache import Cache

        options, contact = self._options, read_contact()
        rows: list[WikidataRow] = []
        if not (options.wikidata or options.wikidata_ids):
            return rows
        with Cache(home() / "answers.sqlite") as cache, self._open_web() as web:
            if options.wikidata:
                known = wikidata_at_hand(cache, self._now)
                if known is None and options.allow(TELL_WIKIDATA):
                    known = fetch_wikidata(web, cache, self._now, contact)
                rows += known or []
            if options.wikidata_ids:
                told = known_to_wikidata(cache, book, self._now)
                rows += told.rows
                n, m = len(told.ids), len(told.handles)
                if n + m and options.allow(TELL_WIKIDATA_IDS, n=n, m=m):
                    for batch in fetch_wikidata_by_id(web, cache, told, self._now, contact):
                        rows += batch
        return rows

    def _ask_server(self, book: "Book", claims: "list[Claim]") -> "list[Claim]":
        from migrate.people.find.ownserver import still_unknown
        from migrate.people.sources.cache import Cache

        unknown = still_unknown(book, {claim.key for claim in claims})
        login, answers = credentials(self._options.account), home() / "answers.sqlite"
        with open_session(login) as session, session.open_ledger(), Cache(answers) as cache:
            search = ServerSearch(session, unknown, cache)
            carry_out(search, How(yes=self._options.yes))
        self.followed |= search.followed
        return search.claims


def _read_profiles(paths: tuple[Path, ...]) -> "list[XProfile]":
    from migrate.cli.find.show import show_read
    from migrate.people.sources.xfiles import read_profiles

    profiles: list[XProfile] = []
    for path in paths:
        file = read_profiles(path)
        show_read(file)
        profiles += file.profiles
    return profiles


def _read_finders(paths: tuple[Path, ...]) -> "tuple[list[XProfile], list[Lead]]":
    profiles: list[XProfile] = []
    addresses: list[Lead] = []
    if paths:
        from migrate.people.find.finders import read_finder

        for some, others in map(read_finder, paths):
            profiles += some
            addresses += others
    return profiles, addresses
