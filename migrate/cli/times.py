"""Moments and lengths of time in words, and the time that a run needs."""

import time
from datetime import date, datetime

from migrate.cli.show import filled, say

MINUTE, HOUR, DAY = 60, 3600, 86400
UNITS = (
    (DAY, "1 day", "{n} days"),
    (HOUR, "1 hour", "{n} hours"),
    (MINUTE, "1 minute", "{n} minutes"),
    (1, "1 second", "{n} seconds"),
)
A_FEW_MINUTES = 300
"""Only the server's limits are known beforehand, so a shorter time is not told to the minute."""


ASKS_FOR_PAUSE = "waiting until {time}: this server asks for a pause"
WORTH_A_WORD = 3.0
"""The shortest wait, in seconds, that is mentioned."""


def pause_aloud(seconds: float) -> None:
    """Let the time pass for which a server asks, and say until when."""
    if seconds >= WORTH_A_WORD:
        say(ASKS_FOR_PAUSE, err=True, time=clock_time(time.time() + seconds))
    time.sleep(seconds)


def clock_time(seconds: float) -> str:
    """Write a moment as people say it: the time today, with the date on other days."""
    moment, today = datetime.fromtimestamp(seconds).astimezone(), datetime.now().astimezone()
    return moment.strftime("%H:%M" if moment.date() == today.date() else "%Y-%m-%d %H:%M")


def day_of(moment: date) -> str:
    """Write a day as people do: `4 May 2019`."""
    return f"{moment.day} {moment:%B %Y}"


def span(seconds: float) -> str:
    """Write a length of time in the one or two units that matter."""
    exact = HOUR if seconds >= DAY else MINUTE if seconds >= HOUR else 1
    left, words = round(seconds / exact) * exact, []
    for unit, one, many in UNITS:
        n, left = divmod(left, unit)
        if n:
            words.append(one if n == 1 else filled(many, n=n))
    if len(words) > 1:
        return filled("{longer} and {shorter}", longer=words[0], shorter=words[1])
    return words[0] if words else filled("{n} seconds", n=0)


def about(seconds: float) -> str:
    """Write a length of time that is only roughly known."""
    return "a few minutes" if seconds < A_FEW_MINUTES else filled("about {time}", time=span(seconds))


def time_needed(seconds: float) -> list[tuple[str, object]]:
    """Make the rows of a table with the length of a run, and its end."""
    if seconds < A_FEW_MINUTES:
        return [("Time needed", "a few minutes")]
    return [
        ("Time needed", filled("{time}, by the limits of this server", time=span(seconds))),
        ("Done about", clock_time(time.time() + seconds)),
    ]


def show_time(seconds: float) -> None:
    """Print how long a run takes, until when, and that it may be stopped."""
    if seconds < A_FEW_MINUTES:
        say("This takes a few minutes.")
        return
    say(
        "This takes {time}, by the limits of this server: until about {end}. You may stop it with Ctrl-C at "
        "any time; the same command goes on.",
        time=span(seconds),
        end=clock_time(time.time() + seconds),
    )
