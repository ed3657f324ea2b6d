"""How much memory a very long replay takes, from its first tenth to its last.

python -m benchmarks.memory
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from migrate.ledger import Ledger
from migrate.mastodon import connect
from migrate.model import Kind, Step, StepKey, Toot
from migrate.posts.replay import Posted, replay
from tests.fakes.clock import FakeClock
from tests.posts.replay.counting import CountingServer, no_bytes
from tests.posts.replay.scene import FIRST

STEPS = 100_000
WORDS = "and some more words, as many as a tweet has "


def main() -> None:
    """Print the resident memory at each tenth of the run."""
    steps = [Step(StepKey(n), Toot(f"Tweet {n} {WORDS * 3}"), FIRST, Kind.TWEET) for n in range(1, STEPS + 1)]
    clock, posted = FakeClock(), 0
    with TemporaryDirectory() as home, Ledger(Path(home) / "ledger.sqlite") as ledger:
        ledger.claim("1", "someone")
        server = connect("https://fake.example", CountingServer(clock), now=clock.now)  # type: ignore[arg-type]
        server.keep_budgets_in(ledger)
        for event in replay(steps, server, ledger, account_id="1", open_media=no_bytes, sleep=clock.sleep):
            posted += isinstance(event, Posted)
            if isinstance(event, Posted) and posted % (STEPS // 10) == 0:
                sys.stdout.write(f"{posted:>7,} posts: {resident():.0f} MB\n")


def resident() -> float:
    """Megabytes that this process has in memory now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1024 / 1024


if __name__ == "__main__":
    main()
