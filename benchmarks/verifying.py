"""How fast accounts are verified, next to the ideal for as many connections.

    python -m benchmarks.verifying

The accounts are on servers of this machine that take 50 ms for each answer; the ideal is the time that
the same requests need when no connection ever waits.
"""

import multiprocessing
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measuring import Spread
from migrate.people.sources.cache import Cache
from migrate.people.sources.checking import CONNECTIONS, check_all
from migrate.people.sources.fediverse import Fediverse
from migrate.web.fetching import Web
from tests.fakes.web import FakeWeb, serve_web

ACCOUNTS, HOSTS, PAUSE, ROUNDS = 2_000, 500, 0.05, 3
REPORTED_EVERY = 0.1
"""So many seconds, the servers write down how often they were asked."""

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def main() -> None:
    """Measure, and say it."""
    addresses = [f"user{n}@host{n % HOSTS}.example" for n in range(ACCOUNTS)]
    times = Spread.of(_times_the_ideal(addresses) for _ in range(ROUNDS))
    sys.stdout.write(
        f"{ACCOUNTS:,} accounts on {HOSTS} hosts, {CONNECTIONS} connections: {times} times the ideal\n"
    )


def _times_the_ideal(addresses: list[str]) -> float:
    """The ideal is that of the requests that were in fact sent."""
    with _servers(addresses) as (port, asked), TemporaryDirectory() as folder:
        with Web(local_port=port) as web, Cache(Path(folder) / "answers.sqlite") as cache:
            began = time.perf_counter()
            found = list(check_all(addresses, Fediverse(web, lambda: NOW), cache, NOW))
            taken = time.perf_counter() - began
        if len({one.address for one in found}) != ACCOUNTS:
            sys.exit("Not every account was found.")
        time.sleep(REPORTED_EVERY * 2)
        return taken / (asked.value * PAUSE / CONNECTIONS)


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
            time.sleep(REPORTED_EVERY)


if __name__ == "__main__":
    main()
