"""The sources that are asked only when named: each says first what it sends, to whom, and at what cost."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from migrate.cli.home import home
from migrate.cli.show import clock_time, filled, say, warn
from migrate.errors import LoginError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from migrate.contacts import Checked, Claim, Lead, XProfile
    from migrate.directory.wikidata import Row
    from migrate.find.book import Book
    from migrate.find.gather import Gathered

TELL_WIKIDATA = (
    "Wikidata: one question, the same for everybody, is sent to query.wikidata.org. It says nothing about "
    "whom you know. It costs nothing."
)
TELL_WIKIDATA_IDS = (
    "Wikidata: the Twitter numbers of {n} of your contacts are sent to query.wikidata.org. Wikidata learns "
    "whom you know. It costs nothing."
)
TELL_X = (
    "X: your own lists are asked for at api.x.com, with your key. X charges {price} dollars for each "
    "account (ten times as much if the key is of somebody else's developer account). For the {n} in your "
    "archive that is about {cost} dollars. It stops at {cap} dollars by that price (--x-cap)."
)
TELL_SERVER = (
    "Your server: the Twitter names of {n} people are searched for at {host}, one after the other. {host} "
    "learns whom you look for, and asks nobody else. It costs nothing."
)
TELL_VERIFY = (
    "Verify: {n} accounts are asked about, each at its own server ({hosts} servers). A server sees the "
    "address of your computer, and for which account you ask. It costs nothing."
)
TOKEN = "MIGRATE_X_TOKEN"  # noqa: S105 - the name of a variable


class Asked(NamedTuple):
    """What the person named."""

    profiles: tuple[Path, ...] = ()
    csv: tuple[Path, ...] = ()
    wikidata: bool = False
    wikidata_ids: bool = False
    x_api: bool = False
    x_cap: float = 5.0
    server: bool = False
    account: str | None = None
    verify: bool = False
    yes: bool = False


def must_be_able_to_ask(asked: Asked) -> None:
    """Raises an error where a key is missing, or where others would be asked and no one could say yes."""
    if asked.x_api and not os.environ.get(TOKEN, "").strip():
        raise LoginError(f"Put your key for the X API into the environment first: {TOKEN}.")
    others = asked.wikidata or asked.wikidata_ids or asked.x_api or asked.server or asked.verify
    if others and not asked.yes and not sys.stdin.isatty():
        raise UsageError("Nobody is there to say yes. To ask others without being asked, add --yes.")


def ask_sources(
    asked: Asked, gathered: "Gathered", owner_id: str, out: Path
) -> "tuple[list[Claim], list[Lead]]":
    """Everything that the named sources and the archive say about the contacts."""
    from migrate.find.sources import Told, all_claims

    now = datetime.now(UTC)
    profiles = _read_files(asked.profiles)
    if asked.x_api:
        profiles += _ask_x(asked, gathered.book, owner_id, out, now)
    told = Told(profiles, _read_files(asked.csv), _ask_wikidata(asked, gathered.book, now))
    claims, leads = all_claims(gathered, told, now)
    if asked.server:
        claims += _ask_server(asked, gathered.book, claims)
    return claims, leads


def verify(asked: Asked, claims: "Iterable[Claim]") -> "dict[str, Checked]":
    """What the accounts' own servers say; without --verify what they said lately."""
    from tqdm import tqdm

    from migrate.contacts import Outcome
    from migrate.directory.cache import Cache
    from migrate.directory.checking import check_all, to_ask
    from migrate.directory.fediverse import Fediverse
    from migrate.directory.web import Web
    from migrate.find.online import worth_asking

    addresses, now = worth_asking(claims), datetime.now(UTC)
    with Cache(home() / "answers.sqlite") as cache:
        new = to_ask(addresses, cache, now)
        hosts = len({address.rpartition("@")[2] for address in new})
        if not (asked.verify and (not new or _agreed(asked, TELL_VERIFY, n=len(new), hosts=hosts))):
            known = (cache.checked(address, now) for address in addresses)
            return {one.asked: one for one in known if one}
        with Web() as web:
            answers = check_all(addresses, Fediverse(web, lambda: datetime.now(UTC)), cache, now)
            bar = tqdm(answers, total=len(addresses), unit=" accounts", disable=None, leave=False)
            checks = {one.asked: one for one in bar}
    if new and all(checks[address].outcome is Outcome.NO_ANSWER for address in new):
        warn("No server answered. Is there a connection? Look again in an hour: run the same command.")
    return checks


def _read_files(paths: tuple[Path, ...]) -> "list[XProfile]":
    from migrate.directory.xfiles import read_profiles

    return [profile for path in paths for profile in read_profiles(path)]


def _ask_x(asked: Asked, book: "Book", owner_id: str, out: Path, now: datetime) -> "list[XProfile]":
    from migrate.directory.web import Web
    from migrate.directory.xapi import PRICE, price_of
    from migrate.find.online import fetch_own_lists, listed

    n = listed(book)
    if not _agreed(asked, TELL_X, price=str(PRICE), n=n, cost=f"{price_of(n):.2f}", cap=f"{asked.x_cap:.2f}"):
        return []
    keep = out / "x-profiles.jsonl"
    found: list[XProfile] = []
    with Web() as web:
        pages = fetch_own_lists(web, os.environ[TOKEN].strip(), owner_id, asked.x_cap, keep, now)
        for profiles, spent in pages:
            found += profiles
            say("{n} accounts, {spent} dollars so far", n=len(found), spent=f"{spent:.2f}", err=True)
    say("What X told is kept in {path}. Read it again for nothing: --profiles {path}", path=str(keep))
    return found


def _ask_wikidata(asked: Asked, book: "Book", now: datetime) -> "list[Row]":
    from migrate.directory.cache import Cache
    from migrate.directory.web import Web
    from migrate.find.online import fetch_wikidata, fetch_wikidata_by_id, ids_of, wikidata_at_hand

    rows: list[Row] = []
    if not (asked.wikidata or asked.wikidata_ids):
        return rows
    with Cache(home() / "answers.sqlite") as cache, Web() as web:
        if asked.wikidata:
            known = wikidata_at_hand(cache, now)
            if known is None and _agreed(asked, TELL_WIKIDATA):
                known = fetch_wikidata(web, cache, now)
            rows += known or []
        if asked.wikidata_ids and _agreed(asked, TELL_WIKIDATA_IDS, n=len(ids_of(book))):
            for batch in fetch_wikidata_by_id(web, book):
                rows += batch
    return rows


def _ask_server(asked: Asked, book: "Book", claims: "list[Claim]") -> "list[Claim]":
    import time

    from tqdm import tqdm

    from migrate.cli.session import credentials, open_session
    from migrate.find.ownserver import Searched, search_own_server, still_unknown

    unknown = still_unknown(book, claims)
    found: list[Claim] = []
    with open_session(credentials(asked.account)) as session:
        if not unknown or not _agreed(asked, TELL_SERVER, n=len(unknown), host=session.server.host):
            return found
        with tqdm(total=len(unknown), unit=" people", disable=None, leave=False) as bar:
            for event in search_own_server(session.server, unknown, time.sleep):
                if isinstance(event, Searched):
                    found += event.claims
                    bar.update()
                else:
                    bar.set_description_str(filled("waiting until {time}", time=clock_time(event.until)))
    return found


def _agreed(asked: Asked, sentence: str, **values: object) -> bool:
    say(sentence, err=True, **values)
    return asked.yes or typer.confirm("Go on?", err=True)
