"""What the servers make of `scheduled_at`."""

from datetime import UTC, datetime, timedelta

from tests.fakes.dialect import Dates
from tests.fakes.world import World


def scheduled_for(world: World, text: str) -> datetime | None:
    """The date to post for; None for now. Refused where this server refuses it."""
    if not text or world.dialect.dates is Dates.IGNORED:
        return None
    date = _parsed(text)
    if date is None:
        if "date unreadable" in world.dialect.says:
            raise world.no("date unreadable", text=text)
        return None
    now = world.now()
    if date > now:
        return _ahead(world, date, now)
    if world.dialect.dates is Dates.BACKDATED:
        _refuse_backdating(world, date)
    return None if world.dialect.dates is Dates.POSTED_NOW else date


def _parsed(text: str) -> datetime | None:
    try:
        date = datetime.fromisoformat(text)
    except ValueError:
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)


def _ahead(world: World, date: datetime, now: datetime) -> datetime | None:
    if date >= now + timedelta(minutes=5) or world.dialect.dates is Dates.VERBATIM:
        return date
    if world.dialect.near_future_is_refused:
        raise world.no("date too near")
    return None


def _refuse_backdating(world: World, date: datetime) -> None:
    if not world.backdating_allowed:
        raise world.no("backdating off")
    if date <= datetime.fromtimestamp(0, UTC):
        raise world.no("before the epoch")
