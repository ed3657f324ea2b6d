"""How fast toots are posted where no limit holds them up, next to a bare loop of requests.

    python -m benchmarks.posting

Both post the same bodies one after the other to mastodon-mock, a server with a
database of its own, over loopback. The bare loop keeps no record: that difference
is what "each tweet once" costs.
"""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

from benchmarks.measuring import Spread
from migrate.ledger import Ledger
from migrate.mastodon import connect, open_http, read_self
from migrate.model import Kind, Step, StepKey, Toot
from migrate.posts.replay import replay
from tests.posts.replay.counting import no_bytes
from tests.posts.replay.scene import FIRST

TOOTS, ROUNDS = 300, 6
TOKEN = "mock_token"  # noqa: S105 - the mock's own


def main() -> None:
    """Measure in pairs, each program first in every other one."""
    steps = [_step(number) for number in range(1, TOOTS + 1)]
    pairs = []
    with _mock() as address:
        _bare(address, steps)
        for turn in range(ROUNDS):
            order = (_bare, _migrate) if turn % 2 else (_migrate, _bare)
            seconds = {program: program(address, steps) for program in order}
            pairs.append((seconds[_bare], seconds[_migrate]))
    bare, ours = (Spread.of(TOOTS / seconds for seconds in side) for side in zip(*pairs, strict=True))
    ratio = Spread.of(without / with_record for without, with_record in pairs)
    sys.stdout.write(f"posts a second: bare loop {bare}, migrate {ours}: {ratio} of the bare rate\n")


def _bare(address: str, steps: list[Step]) -> float:
    began = time.perf_counter()
    with httpx.Client(headers={"Authorization": f"Bearer {TOKEN}"}) as http:
        for step in steps:
            body = {"status": step.toot.text, "visibility": "unlisted", "allowed_mentions": []}
            key = {"Idempotency-Key": f"{began}-{step.key.tweet_id}"}
            http.post(f"{address}/api/v1/statuses", json=body, headers=key).raise_for_status()
    return time.perf_counter() - began


def _migrate(address: str, steps: list[Step]) -> float:
    with TemporaryDirectory() as home, open_http() as http, Ledger(Path(home) / "l.sqlite") as ledger:
        server = connect(address, http, token=TOKEN)
        account = read_self(server)
        ledger.claim("1", "someone")
        server.budgets.lift()
        began = time.perf_counter()
        for event in replay(steps, server, ledger, account_id=account.id, open_media=no_bytes):
            if getattr(event, "key", None) == steps[-1].key:
                break
        return time.perf_counter() - began


@contextmanager
def _mock() -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mastodon_mock", "serve", "--in-memory", "--port", str(port)]
    with TemporaryDirectory() as folder:
        server = subprocess.Popen([*command, "--log-level", "critical"], cwd=folder)  # noqa: S603 - our own
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(address)
            yield address
        finally:
            server.kill()
            server.wait()


def _wait_for(address: str) -> None:
    for _ in range(100):
        try:
            httpx.get(f"{address}/health")
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    sys.exit("the mock server did not start")


def _step(number: int) -> Step:
    return Step(StepKey(number), Toot(f"Tweet {number}, and some more words to it"), FIRST, Kind.TWEET)


if __name__ == "__main__":
    main()
