"""What a server remembers of Idempotency-Keys, and which of them are being worked on."""

from collections import Counter
from datetime import datetime, timedelta

import httpx

from tests.fakes.dialect import Keys
from tests.fakes.world import World

_KEPT_FOR = {Keys.STATUS_FOR_AN_HOUR: timedelta(hours=1), Keys.ANY_ANSWER_FOR_SIX_HOURS: timedelta(hours=6)}


class KeyMemory:
    """Keys and what came of them; one account's, as the fake has only one."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._kept: dict[str, tuple[datetime, str | httpx.Response]] = {}
        self.running: Counter[str] = Counter()

    @property
    def keeps_answers(self) -> bool:
        return self._world.dialect.keys is Keys.ANY_ANSWER_FOR_SIX_HOURS

    def status_id(self, key: str, now: datetime) -> str | None:
        kept = self._recall(key, now)
        return kept if isinstance(kept, str) else None

    def answer(self, key: str, now: datetime) -> httpx.Response | None:
        kept = self._recall(key, now)
        return kept if isinstance(kept, httpx.Response) else None

    def remembers(self, key: str, now: datetime) -> bool:
        return self._recall(key, now) is not None

    def keep_status(self, key: str, status_id: str, now: datetime) -> None:
        self._keep(Keys.STATUS_FOR_AN_HOUR, key, status_id, now)

    def keep_answer(self, key: str, answer: httpx.Response, now: datetime) -> None:
        self._keep(Keys.ANY_ANSWER_FOR_SIX_HOURS, key, answer, now)

    def _keep(self, way: Keys, key: str, what: str | httpx.Response, now: datetime) -> None:
        if key and self._world.dialect.keys is way:
            self._forget(now)
            self._kept[key] = (now + _KEPT_FOR[way], what)

    def _recall(self, key: str, now: datetime) -> str | httpx.Response | None:
        until, what = self._kept.get(key, (now, None))
        return what if until > now else None

    def _forget(self, now: datetime) -> None:
        """The oldest stand first, as all are kept for the same time."""
        while self._kept and (oldest := next(iter(self._kept))) and self._kept[oldest][0] <= now:
            del self._kept[oldest]
