"""A process that dies at one chosen point: before or after a request, before or after a write to the ledger.

The points of a job are counted as it runs, so that a test can take each of them in turn and know
when there are no more.
"""

import shutil
from collections.abc import Callable, Collection
from pathlib import Path

import httpx

from migrate.ledger import Ledger
from tests.fakes.faults import Faults, Killed, Server


class Dying(Faults):
    """The faults of a server whose client dies at the points of these numbers, counted over all its runs.

    With a power `cut` the ledger is then what it was when something was last brought to the disk.
    """

    def __init__(self, points: Collection[int] = (), *, cut: bool = False) -> None:
        super().__init__()
        self.points = points
        self.passed = 0
        self._cut = cut
        self._died = False

    def next(self, line: str) -> Callable[[Server, httpx.Request], httpx.Response]:
        """Let the request have a point before it and one after it."""
        return self._ask

    def open_ledger(self, path: Path) -> Ledger:
        """Open a ledger each of whose writes has a point before it and one after it."""
        on_disk = path.with_suffix(".disk")
        if self._cut and self._died and on_disk.exists():
            for one in path.parent.glob(f"{path.name}*"):
                one.unlink()
            shutil.copyfile(on_disk, path)
        self._died = False
        return _DyingLedger(path, self, on_disk if self._cut else None)

    def pass_point(self) -> None:
        """Raise Killed where the process is to die."""
        self.passed += 1
        if self.passed in self.points:
            self._died = True
            raise Killed

    def _ask(self, server: Server, request: httpx.Request) -> httpx.Response:
        self.pass_point()
        answer = server.act(request)
        self.pass_point()
        return answer


class _DyingLedger(Ledger):
    def __init__(self, path: Path, dying: Dying, on_disk: Path | None) -> None:
        self._dying = dying
        self._on_disk = on_disk
        super().__init__(path)

    def _write(self, *statements: object, **how: object) -> int:
        self._dying.pass_point()
        changed = super()._write(*statements, **how)  # type: ignore[arg-type]
        if self._on_disk and how.get("to_disk"):
            self.export(self._on_disk)
        self._dying.pass_point()
        return changed
