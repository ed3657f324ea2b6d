"""Requests that may be repeated, and waiting: for a budget, for the network, for a server in trouble."""

from collections.abc import Callable, Generator, Iterable
from contextlib import suppress
from enum import StrEnum
from typing import TypeVar

from msgspec import Struct

from migrate.errors import LoginError, ServerError
from migrate.mastodon.client import Answer, NoAnswer, NotSent
from migrate.mastodon.outcome import Meaning, free_again_at, meaning_of
from migrate.mastodon.pace import Family
from migrate.mastodon.server import Server

T = TypeVar("T")

PAUSES = (2, 5, 10, 20, 40, 80, 160, 300, 300, 300, 300, 300)
"""Seconds between tries while the network is away or the server is in trouble: half an hour in all."""

NAP = 10.0
"""A sleep is cut into naps, because a machine that was asleep itself has lost count of the time."""


LONG = 3600.0
"""After a wait of this length the server is met anew; if that fails, the next request shows why."""


class WaitReason(StrEnum):
    """Why nothing is sent for a while."""

    LIMIT = "limit"
    NETWORK = "network"
    SERVER = "server"
    SETTLING = "settling"
    MEDIA = "media"


class Waiting(Struct, frozen=True, tag="waiting", tag_field="event"):
    """Nothing is sent until then (seconds since the epoch, by our clock); `family` names a spent budget."""

    until: float
    reason: WaitReason
    family: Family | None = None


Asking = Generator[Waiting, None, T]
"""Something that tells of its waits while it is done, and ends in a T."""


class Asker:
    """One server, asked with patience."""

    def __init__(self, server: Server, sleep: Callable[[float], None]) -> None:
        self.server = server
        self._sleep = sleep

    def ask(
        self,
        families: Iterable[Family],
        request: Callable[[], Answer],
        *,
        enough: Callable[[Answer], bool] = lambda _: False,
    ) -> Asking[Answer]:
        """Send a request that may be repeated until there is a definite answer, done or refused.

        `enough` tells which of the server's troubles is taken for an answer when it comes
        a second time: some endpoints call what they were given, and not themselves, broken.
        """
        families = tuple(families)
        troubled = False
        for pause in PAUSES:
            yield from self.wait_for(families)
            try:
                answer = request()
            except (NotSent, NoAnswer):
                yield from self.pause(pause, WaitReason.NETWORK)
                continue
            meaning = meaning_of(answer)
            if meaning is Meaning.NOT_NOW:
                self.ban(families, answer)
            elif meaning is Meaning.NO_LOGIN:
                raise self.logged_out()
            elif meaning is not Meaning.UNKNOWN or (troubled and enough(answer)):
                return answer
            else:
                troubled = enough(answer)
                yield from self.pause(pause, WaitReason.SERVER)
        raise self.gave_up()

    def wait_for(self, families: Iterable[Family]) -> Asking[None]:
        """Wait until a request of these families may go."""
        while True:
            free, family = self.server.pace.free_at(families, self.server.now())
            if family is None:
                return
            yield from self.wait_until(free, WaitReason.LIMIT, family)

    def pause(self, seconds: float, reason: WaitReason) -> Asking[None]:
        """Leave the server alone for a while."""
        yield from self.wait_until(self.server.now() + seconds, reason)

    def wait_until(self, moment: float, reason: WaitReason, family: Family | None = None) -> Asking[None]:
        """Wait for a moment by the server's clock; it is told by ours."""
        if moment <= self.server.now():
            return
        long = moment - self.server.now() > LONG
        yield Waiting(moment - self.server.client.ahead, reason, family)
        while (left := moment - self.server.now()) > 0:
            self._sleep(min(left, NAP))
        if long:
            with suppress(ServerError):
                self.server.meet_again()

    def ban(self, families: Iterable[Family], answer: Answer) -> None:
        """The server said "not now": believe it."""
        self.server.budgets.ban(families, free_again_at(answer, self.server.now()))

    def logged_out(self) -> LoginError:
        """The login was revoked, or has run out."""
        host = self.server.host
        return LoginError(
            f"{host} no longer accepts this login. Everything up to here is saved. "
            f"Log in again (migrate login {host}), then run the same command: it goes on where it stopped."
        )

    def gave_up(self) -> ServerError:
        """The network or the server stayed away."""
        return ServerError(
            f"{self.server.host} has not answered for a long time. Everything up to here is saved. "
            "Run the same command later: it goes on where it stopped."
        )
