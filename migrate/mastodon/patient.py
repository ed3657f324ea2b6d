"""Requests that may be repeated, and waiting: for a budget, for the network, for a server in trouble."""

from collections.abc import Callable, Iterable

from migrate.errors import LoginError, ServerError
from migrate.mastodon.client import Answer, NoAnswer, NotSent
from migrate.mastodon.pace import Quota
from migrate.mastodon.server import Server
from migrate.mastodon.verdict import Verdict, pause_asked, verdict_of
from migrate.mastodon.waiting import Process, Waiting, WaitReason

PAUSES = (2, 5, 10, 20, 40, 80, 160, 300, 300, 300, 300, 300)
"""Seconds between tries while the network is away or the server is in trouble: half an hour in all."""

NAP = 10.0
"""A sleep is cut into naps, because a machine that was asleep itself has lost count of the time."""

LONG = 3600.0
"""After a wait of this length the server is met anew."""


class PatientClient:
    """Sends to one server what may be sent again, and waits where it has to."""

    def __init__(self, server: Server, sleep: Callable[[float], None]) -> None:
        self.server = server
        self._sleep = sleep

    def send(
        self,
        quotas: Iterable[Quota],
        request: Callable[[], Answer],
        *,
        shape: type[object] = object,
        enough: Callable[[Answer], bool] = lambda _: False,
        again: bool = False,
    ) -> Process[Waiting, Answer]:
        """Send a request that may be repeated until there is a definite answer, done or refused.

        A yes that can't be read as `shape` is no answer: a proxy has cut it, or the server is in trouble.
        `enough` tells which of the server's troubles is taken for an answer when it comes
        a second time: some endpoints call what they were given, and not themselves, broken.
        `again` if it has come before.
        """
        quotas = tuple(quotas)
        troubled = again
        for pause in PAUSES:
            yield from self.wait_for(quotas)
            try:
                answer = request()
            except (NotSent, NoAnswer):
                yield from self.pause(pause, WaitReason.NETWORK)
                continue
            verdict = verdict_of(answer, self.server.dialect, shape)
            if verdict is Verdict.NOT_NOW:
                self.back_off(quotas, answer, at_least=pause)
            elif verdict is Verdict.NO_LOGIN:
                raise self.logged_out()
            elif verdict is not Verdict.UNKNOWN or (troubled and enough(answer)):
                return answer
            else:
                troubled = enough(answer)
                yield from self.pause(pause, WaitReason.SERVER)
        raise self.gave_up()

    def wait_for(self, quotas: Iterable[Quota]) -> Process[Waiting, None]:
        """Wait until a request of these quotas may go."""
        while True:
            free, quota = self.server.pace.free_at(quotas, self.server.now())
            if quota is None:
                return
            yield from self.wait_until(free, WaitReason.LIMIT, quota)

    def pause(self, seconds: float, reason: WaitReason) -> Process[Waiting, None]:
        """Leave the server alone for a while."""
        yield from self.wait_until(self.server.now() + seconds, reason)

    def wait_until(
        self, moment: float, reason: WaitReason, quota: Quota | None = None
    ) -> Process[Waiting, None]:
        """Wait until the server's clock shows this moment; the user is told it by the clock here.

        Where only the clock here shows that it is over, the server is asked what time it is.
        """
        if moment <= self.server.now():
            return
        long = moment - self.server.now() > LONG
        clock = self.server.client.clock
        yield Waiting(clock.shown_here(moment), reason, quota)
        while (left := moment - self.server.now()) > 0:
            self._sleep(min(left, NAP))
            if clock.may_have_passed(moment):
                self.server.ask_time()
        if long:
            self.server.meet_again()

    def back_off(self, quotas: Iterable[Quota], answer: Answer, *, at_least: float = 0.0) -> None:
        """Believe a server that said "not now", and that says so again and again leave alone for longer."""
        now = self.server.now()
        until = now + max(pause_asked(answer, now), at_least)
        self.server.budgets.block(quotas, answer.headers, until=until, now=now)

    def logged_out(self) -> LoginError:
        """Make the error for a login that was revoked, or has run out."""
        host = self.server.host
        return LoginError(
            f"{host} no longer accepts this login. Everything up to here is saved. "
            f"Log in again (migrate login {host}), then run the same command: it goes on where it stopped."
        )

    def gave_up(self) -> ServerError:
        """Make the error for a network or a server that stayed away."""
        return ServerError(
            f"{self.server.host} has not answered for a long time. Everything up to here is saved. "
            "Run the same command later: it goes on where it stopped."
        )
