"""Polls: only what is refused and what is asked; nobody votes here."""

from tests.fakes.calls import Call
from tests.fakes.world import World

_MONTH = 2_629_746  # seconds; mastodon app/validators/poll_expiration_validator.rb


def options(world: World, call: Call) -> tuple[str, ...]:
    """The choices of the poll that a call asks for, none without one; refused where they won't do.

    mastodon app/validators/poll_options_validator.rb
    """
    poll, dialect = call.thing("poll"), world.dialect
    options_asked = poll.get("options")
    choices = [str(choice) for choice in options_asked] if isinstance(options_asked, list) else []
    if not poll or "too few options" not in dialect.says:
        _refuse_long(world, choices)
        return tuple(choices)
    if len(choices) < 2:
        raise world.no("too few options")
    if len(choices) > dialect.poll_options:
        raise world.no("too many options", limit=dialect.poll_options)
    _refuse_long(world, choices)
    if len(set(choices)) < len(choices):
        raise world.no("same options")
    _refuse_end(world, poll.get("expires_in"))
    return tuple(choices)


def _refuse_long(world: World, choices: list[str]) -> None:
    """The first that is too long, where this server has a limit."""
    limit = world.dialect.poll_option_length
    for place, choice in enumerate(choices):
        if len(choice) > limit and "long option" in world.dialect.says:
            raise world.no("long option", limit=limit, place=place)


def _refuse_end(world: World, seconds: object) -> None:
    if seconds is None:
        raise world.no("no end")
    if float(str(seconds)) < 300:
        raise world.no("end too soon")
    if float(str(seconds)) > _MONTH:
        raise world.no("end too far")
