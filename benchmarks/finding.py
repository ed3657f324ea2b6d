"""How fast contacts are found, next to what nobody could do without.

    python -m benchmarks.finding

Offline: looking for addresses and contacts in an archive, likes and all, next to reading
and decoding the same archive alone. Verifying: accounts on servers of this machine that take 50 ms
for each answer, next to the time that so many requests need on so many connections.
"""

import multiprocessing
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from migrate.archive import open_archive
from migrate.people.find.gather import gather
from migrate.people.find.sources import SourceAnswers, all_claims
from migrate.people.sources.cache import Cache
from migrate.people.sources.checking import CONNECTIONS, check_all
from migrate.people.sources.fediverse import Fediverse
from migrate.web.fetching import Web
from tests.fakes.archive import make_archive
from tests.fakes.web import FakeWeb, serve_web

TWEETS, LIKES, CONTACTS, ROUNDS = 100_000, 100_000, 5_000, 5
ACCOUNTS, HOSTS, PAUSE = 2_000, 500, 0.05
NOW = datetime(2026, 3, 1, tzinfo=UTC)


def main() -> None:
    """Measure both, and say it."""
    with TemporaryDirectory() as name:
        alone, found = _offline(Path(name))
        sys.stdout.write(
            f"{TWEETS:,} tweets, {LIKES:,} likes, {CONTACTS:,} contacts: read {alone:.2f} s, "
            f"read and searched {found:.2f} s: {found / alone:.2f} times\n"
        )
        ideal, taken = _verifying(Path(name))
        sys.stdout.write(
            f"{ACCOUNTS:,} accounts on {HOSTS} hosts, {CONNECTIONS} connections: ideal {ideal:.1f} s, "
            f"verified in {taken:.1f} s: {taken / ideal:.2f} times\n"
        )


def _offline(folder: Path) -> tuple[float, float]:
    path = make_archive(folder / "archive.zip", tweets=TWEETS, likes=LIKES)
    alone, found = [], []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        with open_archive(path) as archive:
            sum(1 for _ in chain(archive.tweets, archive.likes))
            alone.append(time.perf_counter() - began)
        began = time.perf_counter()
        with open_archive(path) as archive:
            people = replace(archive, following=[str(n) for n in range(CONTACTS)])
            all_claims(gather(people), SourceAnswers(), NOW)
            found.append(time.perf_counter() - began)
    return min(alone), min(found)


def _verifying(folder: Path) -> tuple[float, float]:
    """The ideal is that of the requests that were in fact sent."""
    addresses = [f"user{n}@host{n % HOSTS}.example" for n in range(ACCOUNTS)]
    with _servers(addresses) as (port, asked), Web(local_port=port) as web:
        with Cache(folder / "answers.sqlite") as cache:
            began = time.perf_counter()
            found = list(check_all(addresses, Fediverse(web, lambda: NOW), cache, NOW))
            taken = time.perf_counter() - began
        if len({one.address for one in found}) != ACCOUNTS:
            sys.exit("Not every account was found.")
        return asked.value * PAUSE / CONNECTIONS, taken


@contextmanager
def _servers(addresses: list[str]) -> Iterator[tuple[int, "multiprocessing.sharedctypes.Synchronized[int]"]]:
    """In a process of their own, so that they don't take the time of the one who asks."""
    spawn = multiprocessing.get_context("spawn")
    port, asked = spawn.Value("i", 0), spawn.Value("i", 0)
    servers = spawn.Process(target=_serve, args=(addresses, port, asked), daemon=True)
    servers.start()
    while not port.value:
        time.sleep(0.05)
    try:
        yield port.value, asked
    finally:
        servers.terminate()
        servers.join()


def _serve(addresses: list[str], port: object, asked: object) -> None:
    fake = FakeWeb(pause=PAUSE)
    for address in addresses:
        user, _, host = address.partition("@")
        fake.host(host).add(user)
    with serve_web(fake):
        port.value = fake.port  # type: ignore[attr-defined]
        while True:
            asked.value = len(fake.asked)  # type: ignore[attr-defined]
            time.sleep(0.1)


if __name__ == "__main__":
    main()
