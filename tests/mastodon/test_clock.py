"""The server's time: it never steps back, and one clock that is wrong changes nothing."""

from datetime import UTC, datetime, timedelta

import pytest

from migrate.mastodon.clock import ServerClock, date_of, steady
from tests.fakes.clock import CLOCKS, DAY, HOUR, MINUTE, FakeClock, OwnClock

SHORT = 1.5
"""Seconds that whole seconds may cost."""


def meet(server: FakeClock, own: FakeClock) -> ServerClock:
    """A clock that has heard of the server's."""
    clock = ServerClock(own.now, own.elapsed)
    hear(clock, server)
    return clock


def hear(clock: ServerClock, server: FakeClock, off: float = 0) -> None:
    """An answer comes at once, with a `Date` that a proxy may have written."""
    clock.learn(int(server.now().timestamp()) + off, took=0.0)


def late(clock: ServerClock, server: FakeClock) -> float:
    """By how much it is behind the server's."""
    return server.now().timestamp() - clock.now() - clock.ahead


@pytest.mark.parametrize("name", CLOCKS)
def test_it_is_the_servers_whatever_is_shown_here(name: str) -> None:
    """Never ahead, so that nothing is sent too early, and never back."""
    server = FakeClock()
    own = CLOCKS[name](server)
    clock, before = meet(server, own), 0.0
    for number in range(300):
        own.sleep(0.37 if number % 50 else HOUR)
        assert clock.now() >= before
        before = clock.now()
        hear(clock, server)
        assert clock.now() == before or name == "of a laptop"
        assert -1 <= late(clock, server) <= SHORT


def test_whole_seconds_are_made_whole_again() -> None:
    """Some answer comes just after the second has changed: from then on it is no longer late."""
    server = FakeClock()
    clock = meet(server, server)
    for _ in range(100):
        server.advance(0.37)
        hear(clock, server)

    assert 0 <= late(clock, server) < 0.02


@pytest.mark.parametrize("seconds", [-DAY, -10 * MINUTE, -0.4, 0.4, 10 * MINUTE, DAY])
def test_the_clock_here_is_set(seconds: float) -> None:
    """Before the next answer, and after it."""
    server = FakeClock()
    own = OwnClock(server)
    clock = meet(server, own)
    own.off = seconds
    assert 0 <= late(clock, server) <= SHORT

    hear(clock, server)
    assert 0 <= late(clock, server) <= SHORT


@pytest.mark.parametrize("seconds", [-DAY, -10 * MINUTE, 10 * MINUTE, DAY])
def test_a_date_that_no_clock_here_agrees_with_is_not_believed(seconds: float) -> None:
    """It is another proxy's; the next one is the server's again."""
    server = FakeClock()
    clock = meet(server, server)
    hear(clock, server, seconds)
    assert 0 <= late(clock, server) <= SHORT

    server.advance(100)
    hear(clock, server)
    assert 0 <= late(clock, server) <= SHORT


def test_after_a_sleep_two_of_three_clocks_are_believed() -> None:
    """The third has stood still. Until an answer comes, nothing goes too early."""
    server = FakeClock()
    own = OwnClock(server, suspended=HOUR)
    clock = meet(server, own)
    moment = clock.now() + 600
    for _ in range(10):
        assert not clock.may_have_passed(moment)
        own.sleep(10)

    assert clock.may_have_passed(moment)
    assert late(clock, server) > HOUR

    hear(clock, server)
    assert late(clock, server) <= SHORT
    assert not clock.may_have_passed(clock.now() + 600)


def test_a_clock_that_runs_fast_is_followed() -> None:
    """A computer that nobody corrects gains a minute in a month."""
    server = FakeClock()
    own = FakeClock()
    clock = meet(server, own)
    for _ in range(30 * 24):
        server.advance(HOUR)
        own.advance(HOUR * 1.00003)
        hear(clock, server)

    assert abs(late(clock, server)) <= 1


def test_an_answer_that_took_long_says_less() -> None:
    """Its `Date` may be that of the beginning."""
    server = FakeClock()
    clock = meet(server, server)
    begun = int(server.now().timestamp())
    server.advance(120)
    clock.learn(begun, took=120.0)
    assert 0 <= late(clock, server) <= SHORT

    clock.learn(begun + 119, took=120.0)
    assert 0 <= late(clock, server) <= SHORT


def test_without_a_date_it_is_the_time_here() -> None:
    """Its first reading; what it shows later is not asked."""
    server = FakeClock()
    own = OwnClock(server, off=(DAY,))
    clock = ServerClock(own.now, own.elapsed)
    own.off = 0
    own.sleep(60)

    assert late(clock, server) == pytest.approx(-DAY)
    assert not clock.may_have_passed(clock.now() + 60)


def test_a_moment_is_told_by_the_clock_here() -> None:
    """The user looks at that one."""
    server = FakeClock()
    clock = meet(server, OwnClock(server, off=(DAY,)))
    there = server.now() + timedelta(hours=1)

    assert clock.shown_here(there.timestamp()) == pytest.approx(there.timestamp() + DAY, abs=SHORT)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"date": "Sun, 01 Mar 2026 00:01:00 GMT"}, 60),
        ({"date": "Sun, 01 Mar 2026 00:01:00 GMT", "age": "90"}, 150),
        ({"date": "Sun, 01 Mar 2026 00:01:00 GMT", "age": "old"}, 60),
        ({"date": "Sun, 01 Mar 2026 00:01:00 GMT", "age": "9" * 400}, 60),
        ({"date": "soon"}, None),
        ({"age": "90"}, None),
        ({}, None),
    ],
)
def test_when_an_answer_was_sent(headers: dict[str, str], seconds: float | None) -> None:
    """A cache passes on the date of long ago, and how long (RFC 9111)."""
    start = datetime(2026, 3, 1, tzinfo=UTC).timestamp()

    assert date_of(headers) == (None if seconds is None else start + seconds)


def test_this_computers_clock_goes_on() -> None:
    """The real ones."""
    clock = ServerClock()
    one, then = steady(), clock.now()

    assert steady() >= one
    assert clock.now() >= then
    assert abs(clock.now() - datetime.now(UTC).timestamp()) < MINUTE
