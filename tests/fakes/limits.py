"""How many requests a server takes, and how it says so.

A limit matches `METHOD /path?query`. Most count every request that arrives; the ones
that count what was done (`counts_deeds`) are spent by whoever does it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property

from tests.fakes.clock import FakeClock


@dataclass(frozen=True)
class Limit:
    """So many of these in so many seconds.

    `aligned` windows start at multiples of their length since the epoch (rack-attack
    lib/rack/attack/cache.rb key_and_expiry); the others with their first request.
    """

    name: str
    count: int
    seconds: int
    matches: str
    counts_deeds: bool = False
    aligned: bool = True
    strangers: bool | None = None  # True: only requests without a valid token; False: only with one
    per: str = "account"  # or "token"; strangers are all the same
    by_path: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.matches)

    def applies(self, line: str, *, known: bool) -> bool:
        return (
            not self.counts_deeds
            and (self.strangers is None or self.strangers is not known)
            and self.pattern.match(line) is not None
        )


# mastodon config/initializers/rack_attack.rb, in its order, and app/lib/rate_limiter.rb at the end
_PAGING = r"\w+ /api.*[?&](page|min_id|max_id|since_id)=[^&]"
_DEEDS = (
    Limit("statuses", 300, 3 * 3600, "", counts_deeds=True),
    Limit("follows", 400, 24 * 3600, "", counts_deeds=True),
)
_OLD_COMMON = (
    Limit("unauthenticated_api", 300, 300, r"\w+ /api", strangers=True),
    Limit("api_media", 30, 1800, r"POST /api/v\d+/media/?(\?|$)", strangers=False),
    Limit("authenticated_paging", 300, 900, _PAGING, strangers=False),
    Limit("unauthenticated_paging", 300, 900, _PAGING, strangers=True),
    Limit(
        "api_delete",
        30,
        1800,
        r"(DELETE /api/v1/statuses/\w+|POST /api/v1/statuses/\w+/unreblog)(\?|$)",
        strangers=False,
    ),
)
MASTODON_3_LIMITS = (
    Limit("authenticated_api", 300, 300, r"\w+ /api", strangers=False),
    *_OLD_COMMON,
    *_DEEDS,
)
MASTODON_4_2_LIMITS = (
    Limit("authenticated_api", 1500, 300, r"\w+ /api", strangers=False),
    Limit("per_token_api", 300, 300, r"\w+ /api", strangers=False, per="token"),
    *_OLD_COMMON,
    *_DEEDS,
)
MASTODON_4_3_LIMITS = (
    *MASTODON_4_2_LIMITS,
    Limit("app_registrations", 5, 600, r"POST /api/v1/apps(\?|$)", per="address"),
)

# gotosocial internal/middleware/ratelimit.go, cmd/gotosocial/action/server/server.go clLimit: by address
GOTOSOCIAL_LIMITS = (Limit("address", 300, 300, r"\w+ /(api|auth|oauth)", aligned=False),)

# pleroma config/config.exs :rate_limit, lib/pleroma/web/plugs/rate_limiter.ex: by user
_ACTION = r"(POST /api/v1/statuses(\?|$|/\w+/(un)?(reblog|favourite)\b)|DELETE /api/v1/statuses/)"
PLEROMA_LIMITS = (
    Limit("status_id_action", 3, 60, r"POST /api/v1/statuses/\w+/(un)?reblog", aligned=False, by_path=True),
    Limit("statuses_actions", 15, 10, _ACTION, aligned=False),
    Limit("relation_id_action", 2, 60, r"POST /api/v1/accounts/\w+/(un)?follow", aligned=False, by_path=True),
    Limit("relations_actions", 10, 10, r"POST /api/v1/accounts/\w+/(un)?follow", aligned=False),
    Limit("search", 30, 1, r"GET /api/v\d/search", aligned=False),
    Limit("oauth_app_creation", 5, 900, r"POST /api/v1/apps", aligned=False),
)


@dataclass(slots=True)
class Window:
    """What is left of one limit; `resets` as a moment in seconds."""

    limit: Limit
    resets: float
    used: int = 0

    @property
    def left(self) -> int:
        return max(0, self.limit.count - self.used)

    @property
    def exceeded(self) -> bool:
        return self.used > self.limit.count


class Exceeded(Exception):  # noqa: N818 - a server's no, not an error of the fake
    """One limit was reached."""

    def __init__(self, window: Window) -> None:
        super().__init__(window.limit.name)
        self.window = window


class Meter:
    """Counts requests and deeds against the limits of one server."""

    def __init__(self, limits: tuple[Limit, ...], clock: FakeClock) -> None:
        self.limits = limits
        self._clock = clock
        self._windows: dict[tuple[str, str, str], Window] = {}

    def count(self, line: str, *, by: str, token: str) -> list[Window]:
        """Count a request of an account, "" for nobody's; the windows that it fell into, up to a full one."""
        windows = []
        for window in self._matching(line, by=by, token=token):
            window.used += 1
            if window.used > window.limit.count:
                raise Exceeded(window)
            windows.append(window)
        return windows

    def deed(self, name: str, by: str) -> Window | None:
        """The window of what is counted when it is done, if this server has such a limit."""
        limit = next((limit for limit in self.limits if limit.counts_deeds and limit.name == name), None)
        return self._window(limit, by) if limit else None

    def spend(self, name: str, by: str) -> None:
        """Count one deed; raises when there is none left, and then nothing may be done."""
        window = self.deed(name, by)
        if window is None:
            return
        if window.left == 0:
            raise Exceeded(window)
        window.used += 1

    def headers(self, window: Window) -> dict[str, str]:
        return {
            "X-RateLimit-Limit": str(window.limit.count),
            "X-RateLimit-Remaining": str(window.left),
            "X-RateLimit-Reset": self._reset(window),
        }

    def _matching(self, line: str, *, by: str, token: str) -> Iterator[Window]:
        whose = {"account": by, "token": token, "address": ""}
        for limit in self.limits:
            if limit.applies(line, known=bool(by)):
                yield self._window(limit, whose[limit.per], line if limit.by_path else "")

    def _window(self, limit: Limit, whose: str, path: str = "") -> Window:
        now = self._clock.now().timestamp()
        window = self._windows.get((limit.name, whose, path))
        if window is None or now >= window.resets:
            start = now - now % limit.seconds if limit.aligned else now
            window = self._windows[limit.name, whose, path] = Window(limit, start + limit.seconds)
        return window

    def _reset(self, window: Window) -> str:
        """ISO 8601; Mastodon adds whole seconds to now, whose fraction stays (rate_limiter.rb#to_headers)."""
        if not window.limit.aligned:
            return f"{datetime.fromtimestamp(window.resets, UTC):%Y-%m-%dT%H:%M:%S.000Z}"
        now = self._clock.now()
        whole = int(now.timestamp())
        reset = now + timedelta(seconds=window.limit.seconds - whole % window.limit.seconds)
        return f"{reset:%Y-%m-%dT%H:%M:%S.%fZ}"
