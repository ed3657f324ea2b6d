"""Many addresses at once: several hosts at a time, and each host one request at a time.

The hosts with the most addresses begin, so that none of them is left alone at the end.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from queue import SimpleQueue
from threading import Event

from migrate.people.evidence.checked import Checked, Outcome
from migrate.people.sources.cache import Cache
from migrate.people.sources.fediverse import Fediverse

CONNECTIONS = 16
_PATIENCE = 2
"""The number of silences in a row after which a host is not asked again in this run."""


def to_ask(addresses: Iterable[str], cache: Cache, now: datetime) -> list[str]:
    """List the addresses about which no answer is at hand."""
    return [address for address in dict.fromkeys(addresses) if cache.checked(address, now) is None]


def check_all(
    addresses: Iterable[str],
    fediverse: Fediverse,
    cache: Cache,
    now: datetime,
    connections: int = CONNECTIONS,
) -> Iterator[Checked]:
    """Yield the known answers first, then every new one as it comes; each is kept before it is passed on."""
    by_host: defaultdict[str, list[str]] = defaultdict(list)
    for address in dict.fromkeys(addresses):
        if known := cache.checked(address, now):
            yield known
        else:
            by_host[address.rpartition("@")[2]].append(address)
    answers: SimpleQueue[Checked | BaseException] = SimpleQueue()
    stop = Event()
    pool = ThreadPoolExecutor(connections, thread_name_prefix="ask")
    try:
        for some in sorted(by_host.values(), key=len, reverse=True):
            pool.submit(_ask_host, some, fediverse, answers, stop)
        for _ in range(sum(map(len, by_host.values()))):
            answer = answers.get()
            if isinstance(answer, BaseException):
                raise answer
            cache.keep_checked(answer)
            yield answer
    finally:
        stop.set()
        pool.shutdown(wait=False, cancel_futures=True)


def _ask_host(
    addresses: list[str],
    fediverse: Fediverse,
    answers: "SimpleQueue[Checked | BaseException]",
    stop: Event,
) -> None:
    silent = 0
    try:
        for address in addresses:
            if stop.is_set():
                return
            answer = fediverse.check(address) if silent < _PATIENCE else fediverse.unasked(address)
            silent = silent + 1 if answer.outcome is Outcome.NO_ANSWER else 0
            answers.put(answer)
    except BaseException as error:  # noqa: BLE001 - it is raised again where the answers are read
        answers.put(error)
