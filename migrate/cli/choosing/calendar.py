"""The author's calendar: the days by which tweets are dated and chosen, and the dates that people type."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, tzinfo
from typing import TYPE_CHECKING

from migrate.cli.show import say
from migrate.cli.times import day_of
from migrate.errors import UsageError
from migrate.model import zone_name

if TYPE_CHECKING:
    from migrate.archive import Archive

_DATE = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?", re.ASCII)
_YEAR_LAST = re.compile(r"(\d\d?)[./ -]+(\d\d?)[./ -]+(\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[./ -]+(\d\d?)[./ -]+(\d\d?)", re.ASCII)

_DECEMBER = 12

BY_SETTINGS = "Days are by the clock of {zone}, which is in the settings of this archive."
BY_CHOICE = "Days are by the clock of {zone}."
BY_COMPUTER = "Days are by the clock of this computer ({zone}). To name another: --timezone Europe/Berlin"


def read_zone(name: str) -> tzinfo:
    """Read the name of a time zone. Raises UsageError."""
    from migrate.archive.zones import zone_named

    zone = zone_named(name)
    if zone is None:
        raise UsageError(
            f"{name!r} is not a time zone that is known. Write a continent and a city, such as Europe/Berlin "
            "or America/New_York, or the name in your Twitter settings, such as Tokyo."
        )
    return zone


def calendar_of(archive: "Archive", named: str | None) -> tzinfo:
    """Find the author's time zone: as the user says, else as the archive says, else this computer's."""
    if named is not None:
        return read_zone(named)
    return archive.time_zone or this_computers()


def this_computers() -> tzinfo:
    """Find the time zone of this computer."""
    from dateutil.tz import gettz, tzlocal

    return gettz() or tzlocal()


def show_calendar(archive: "Archive", named: str | None) -> None:
    """Say by whose clock days are told, and why."""
    zone = calendar_of(archive, named)
    sentence = BY_CHOICE if named else BY_SETTINGS if archive.time_zone else BY_COMPUTER
    say(sentence, zone=zone_name(zone))


def show_days(first: date | None, last: date | None, *, err: bool = False) -> None:
    """Say which days were asked for, as they were understood."""
    if first and last:
        say("From {first} to {last}.", err=err, first=day_of(first), last=day_of(last))
    elif first:
        say("From {first} on.", err=err, first=day_of(first))
    elif last:
        say("Up to {last}.", err=err, last=day_of(last))


def period(text: str) -> tuple[date, date]:
    """Read a year, month or day: its first and its last day. Raises UsageError."""
    found = _DATE.fullmatch(text.strip())
    if found is None:
        raise _not_a_date(text)
    year, month, day = (None if part is None else int(part) for part in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        last_month = month or _DECEMBER
        last = first.replace(month=last_month, day=day or monthrange(first.year, last_month)[1])
    except ValueError as e:
        raise _not_a_date(text) from e
    return first, last


def _not_a_date(text: str) -> UsageError:
    """Refuse what is not written like the help says, and name every way in which it can be read."""
    readings = [f"{day.isoformat()} ({day_of(day)})" for day in dict.fromkeys(_readings(text.strip()))]
    if len(readings) > 1:
        return UsageError(f"{text!r} can be read in two ways. Write {' or '.join(readings)}.")
    if readings:
        return UsageError(f"{text!r} is written in a way that can be misread. Write {readings[0]}.")
    return UsageError(f"{text!r} is not a date. Write a year, a month or a day: 2019, 2019-03 or 2019-03-24.")


def _readings(text: str) -> Iterator[date]:
    """Yield the days that people mean by numbers in another order, or with other signs between them."""
    orders = ((_YEAR_LAST, (2, 1, 0)), (_YEAR_LAST, (2, 0, 1)), (_YEAR_FIRST, (0, 1, 2)))
    for written, (year, month, day) in orders:
        if found := written.fullmatch(text):
            parts = [int(part) for part in found.groups()]
            try:
                yield date(parts[year], parts[month], parts[day])
            except ValueError:
                continue
