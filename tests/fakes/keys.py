"""What a server remembers of Idempotency-Keys, and which of them are being worked on."""

from collections import Counter
from datetime import datetime, timedelta

import httpx

from tests.fakes.dialect import Keys
from tests.fakes.world import World

_KEPT_FOR = {Keys.STATUS_FOR_AN_HOUR: timedelta(hours=1), Keys.ANY_ANSWER_FOR_SIX_HOURS: timedelta(hours=6)}

Key = tuple[str, str]  # whose, and what it says


class KeyMemory:
    """Keys and what came of them."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._kept: dict[Key, tuple[datetime, str | httpx.Response]] = {}
        self.running: Counter[Key] = Counter()

    @property
    def keeps_answers(self) -> bool:
        return self._world.dialect.keys is Keys.ANY_ANSWER_FOR_SIX_HOURS

    def status_id(self, by: str, key: str, now: datetime) -> str | None:
        kept = self._recall((by, key), now)
        return kept if isinstance(kept, str) else None

    def answer(self, by: str, key: str, now: datetime) -> httpx.Response | None:
        kept = self._recall((by, key), now)
        return kept if isinstance(kept, httpx.Response) else None

    def remembers(self, by: str, key: str, now: datetime) -> bool:
        return self._recall((by, key), now) is not None

    def keep_status(self, by: str, key: str, status_id: str, now: datetime) -> None:
        self._keep(Keys.STATUS_FOR_AN_HOUR, (by, key), status_id, now)

    def keep_answer(self, by: str, key: str, answer: httpx.Response, now: datetime) -> None:
        self._keep(Keys.ANY_ANSWER_FOR_SIX_HOURS, (by, key), answer, now)

    def _keep(self, way: Keys, key: Key, what: str | httpx.Response, now: datetime) -> None:
        if key[1] and self._world.dialect.keys is way:
            self._forget(now)
            self._kept[key] = (now + _KEPT_FOR[way], what)

    def _recall(self, key: Key, now: datetime) -> str | httpx.Response | None:
        until, what = self._kept.get(key, (now, None))
        return what if until > now else None

    def _forget(self, now: datetime) -> None:
        """The oldest stand first, as all are kept for the same time."""
        while self._kept and (oldest := next(iter(self._kept))) and self._kept[oldest][0] <= now:
            del self._kept[oldest]
