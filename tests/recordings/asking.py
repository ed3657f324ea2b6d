"""Asking a server questions, and keeping what it answers.

A question has a name that never changes, by which its answers on two servers are held
side by side. What only prepares the next question is asked with `make`, `upload` and
`do`, and is not kept.
"""

import re
import struct
import time
import zlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, Protocol, Self

import httpx

from tests.recordings.hung_up import AgainTransport

SAMPLES = Path(__file__).parent / "samples"
STATUSES = "POST /api/v1/statuses"
_TYPES = {
    "jpg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "heic": "image/heic",
    "svg": "image/svg+xml",
    "mp4": "video/mp4",
    "mov": "video/quicktime",
    "webm": "video/webm",
    "mp3": "audio/mpeg",
    "ogg": "audio/ogg",
    "wav": "audio/wav",
    "opus": "audio/opus",
    "m4a": "audio/mp4",
}

File = tuple[str, bytes, str]


class Owner(Protocol):
    """What only the one whose server it is can do: a fake's test can, a recorder can't."""

    def token(self, role: str) -> str:
        """One more token for an account."""

    def impose(self, role: str, standing: str) -> None:
        """Let an account be "frozen", "silenced", …; "" for as before."""

    def consent(self, query: Mapping[str, str], *, yes: bool) -> httpx.Response:
        """The page behind /oauth/authorize, for somebody who is signed in as "login" and says yes or no."""

    def pause(self, *, paused: bool) -> None:
        """Let nobody work on files for a while."""

    def fill_lists(self, role: str, count: int) -> None:
        """Leave an account with so many lists."""

    def front(self, kind: str) -> str:
        """The address of what stands in front of the server: "down", "slow", "small", "plain", …"""


class Watch:
    """Whoever wants to know what a question does looks before it and after it; nobody, unless told."""

    def before(self) -> None:
        """A question that is kept is about to be asked."""

    def after(self, exchange: "Exchange") -> None:
        """It was answered."""

    def together(self, _count: int) -> AbstractContextManager[None]:
        """So many questions are asked at the same moment while this lasts."""
        return nullcontext()


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and its answer. `path` is as asked, `body` as answered: JSON, or the text of a page."""

    name: str
    state: str
    method: str
    path: str
    status: int
    headers: Mapping[str, str]
    body: Any


@dataclass
class Asker:
    """Asks one server in the names of several accounts, each of which plays one or more roles."""

    address: str
    names: Mapping[str, str]
    tokens: Mapping[str, str]
    host: str  # what the server calls itself, in addresses of people
    owner: Owner | None = None
    wait: Callable[[float], object] = time.sleep
    patient: bool = True  # waits for the limits that a question is not about
    watch: Watch = field(default_factory=Watch)
    exchanges: list[Exchange] = field(default_factory=list)
    made: list[tuple[str, str]] = field(default_factory=list)  # whose post, by name, and its id
    now: datetime = field(default_factory=lambda: datetime.now(UTC))  # as the server's last answer says
    ids: dict[str, str] = field(default_factory=dict)  # of accounts, by name; looked up where they lack

    def __post_init__(self) -> None:
        self._http = httpx.Client(
            base_url=self.address, timeout=150, follow_redirects=False, transport=AgainTransport()
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def ask(
        self, name: str, state: str, line: str, *, by: str | None = "me", token: str = "", **sent: Any
    ) -> httpx.Response:
        """Ask, keep the exchange under its name, and return the answer."""
        self.watch.before()
        answer = self.do(line, by=by, token=token, **sent)
        method, _, path = line.partition(" ")
        self.keep(name, state, method, path, answer)
        return answer

    def keep(self, name: str, state: str, method: str, path: str, answer: httpx.Response) -> None:
        """An exchange that was made in another way."""
        exchange = Exchange(
            name, state, method, path, answer.status_code, dict(answer.headers), _body(answer)
        )
        self.exchanges.append(exchange)
        self.watch.after(exchange)

    def do(
        self, line: str, *, by: str | None = "me", token: str = "", at: str = "", **sent: Any
    ) -> httpx.Response:
        """Ask without keeping, here or `at` another address of this server.

        Where a limit that the question is not about is reached, wait.
        """
        method, _, path = line.partition(" ")
        headers = {"Accept": "application/json", **sent.pop("headers", {})}
        if token or by:
            headers["Authorization"] = f"Bearer {token or self.tokens[by or '']}"
        while True:
            answer = self._http.request(method, at + path, headers=headers, **sent)
            self.learn(by, method, path, answer)
            reset = answer.headers.get("x-ratelimit-reset")
            if answer.status_code != 429 or not self.patient or not reset:
                return answer
            self.wait(max(1.0, (datetime.fromisoformat(reset) - self.now).total_seconds() + 1))

    def make(self, by: str = "me", **fields: object) -> dict[str, Any]:
        """A post that is only needed for the next question."""
        body: dict[str, Any] = self.do(STATUSES, by=by, json=fields).json()
        return body

    def upload(self, by: str = "me", sample: str = "a.png", **fields: str) -> str:
        """The id of a file that is only needed for the next question, once it is ready."""
        answer = self.do("POST /api/v2/media", by=by, files={"file": self.file(sample)}, data=fields)
        media_id = str(answer.json()["id"])
        self.until_ready(media_id, by)
        return media_id

    def until_ready(self, media_id: str, by: str = "me", *, seconds: float = 60) -> None:
        """Wait until a file is no longer worked on."""
        for _ in range(int(seconds)):
            if self.do(f"GET /api/v1/media/{media_id}", by=by).status_code != 206:
                return
            self.wait(1)

    def file(self, sample: str | bytes, name: str = "", mime: str = "") -> File:
        """A sample, or some bytes, as a part of a form."""
        content = (SAMPLES / sample).read_bytes() if isinstance(sample, str) else sample
        name = name or str(sample)
        return name, content, mime or _TYPES.get(name.rpartition(".")[2], "application/octet-stream")

    def id(self, role: str) -> str:
        """The id of the account that plays a role."""
        name = self.names[role]
        if name not in self.ids:
            patient, self.patient = self.patient, True
            found = self.do("GET /api/v1/accounts/lookup", params={"acct": name}).raise_for_status()
            self.ids[name], self.patient = found.json()["id"], patient
        return self.ids[name]

    def owned(self) -> Owner:
        """The owner; only for questions that nobody asks without."""
        if self.owner is None:
            raise LookupError("these questions need the server's owner")
        return self.owner

    def learn(self, by: str | None, method: str, path: str, answer: httpx.Response) -> None:
        """The server's clock, and what was posted."""
        if "date" in answer.headers:
            self.now = parsedate_to_datetime(answer.headers["date"])
        if (
            by
            and method == "POST"
            and answer.status_code == 200
            and re.match(r"/api/v1/statuses(/\w+/reblog)?$", path)
        ):
            self.made.append((self.names[by], answer.json()["id"]))


def later(now: datetime, **more: float) -> str:
    """A date as it is sent."""
    return f"{now + timedelta(**more):%Y-%m-%dT%H:%M:%SZ}"


def padded_png(size: int) -> bytes:
    """A good PNG with so many bytes that some stand behind its end."""
    return (SAMPLES / "a.png").read_bytes().ljust(size, b"\0")


def black_png(width: int, height: int) -> bytes:
    """A picture with many pixels in few bytes."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * (width + 1) * height, 9)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def one_after_another(
    rows: Sequence[tuple[str, str, dict[str, Any]]], ask: Asker, line: str, **more: Any
) -> None:
    """Questions that differ in their body alone: name, state, body."""
    for name, state, body in rows:
        ask.ask(name, state, line, json=body, **more)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _body(answer: httpx.Response) -> Any:
    if "json" in answer.headers.get("content-type", ""):
        try:
            return answer.json()
        except ValueError:
            return answer.text
    return answer.text
