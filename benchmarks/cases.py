"""What is measured: command lines of the program, as long as every version understands them."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks.measuring import Run, run

ROOT = Path(__file__).parents[1]
POSTS = 250
"""Fewer than a Mastodon takes at once (300 posts in 3 hours, 300 requests in 5 minutes): none waits."""


class Case(NamedTuple):
    """A command: arguments for Python, and whether it needs a server that it is logged in to."""

    name: str
    arguments: tuple[str | Path, ...]
    server: bool = False


def cases(archive: Path) -> tuple[Case, ...]:
    """List what is measured. The last one runs none of our code: it shows how quiet the machine is."""
    program = ("-m", "migrate")
    posting = ("import", archive, "--yes", "--limit", str(POSTS))
    return (
        Case("read the archive", (ROOT / "benchmarks" / "read_ours.py", archive)),
        Case("check", (*program, "check", archive)),
        Case("plan", (*program, "plan", archive, "-o", "plan.csv")),
        Case("preview", (*program, "preview", archive, "-o", "preview")),
        Case("find", (*program, "find", archive, "-o", "contacts", "--yes")),
        Case(f"import {POSTS} posts", (*program, *posting), server=True),
        Case("migrate --help", (*program, "--help")),
        Case("import typer", ("-c", "import typer")),
    )


def run_case(case: Case, tree: Path) -> Run:
    """Run a case with the program of a source tree, in a folder and a home of its own."""
    with TemporaryDirectory() as name, _login() if case.server else nullcontext({}) as login:
        ours = {"PYTHONPATH": str(tree), "MIGRATE_HOME": str(Path(name) / "home")}
        return run([sys.executable, *case.arguments], Path(name), {**os.environ, **ours, **login})


@contextmanager
def _login() -> Iterator[dict[str, str]]:
    """Start an empty server in a process of its own, and give the login there."""
    spawn = multiprocessing.get_context("spawn")
    here, there = spawn.Pipe()
    server = spawn.Process(target=_serve, args=(there,), daemon=True)
    server.start()
    try:
        yield here.recv()
    finally:
        server.terminate()
        server.join()


def _serve(there: Connection) -> None:
    from tests.fakes.mastodon import FakeMastodon, SystemClock
    from tests.fakes.serve import serve

    fake = FakeMastodon("mastodon-4.6", clock=SystemClock())
    with serve(fake) as address:
        there.send({"MIGRATE_SERVER": address, "MIGRATE_TOKEN": fake.token})
        signal.pause()
