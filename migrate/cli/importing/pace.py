"""`--pace`: slower than the server allows, so that nobody's timeline is flooded."""

import re
from typing import TYPE_CHECKING, Annotated

import typer

from migrate.errors import UsageError

if TYPE_CHECKING:
    from migrate.mastodon import Budget

PERIODS = {"minute": 60, "hour": 3600, "day": 86400, "week": 604800}
_PACE = re.compile(rf"\s*(\d{{1,6}})\s*/\s*({'|'.join(PERIODS)})\s*", re.IGNORECASE)

PaceText = Annotated[
    str | None,
    typer.Option("--pace", metavar="N/PERIOD", help="Post slower, evenly: 5/day, 100/hour or 1/minute."),
]


def read_pace(text: str | None) -> "Budget | None":
    """Read the pace as one post every so many seconds: `5/day` is spread over the day. Raises UsageError."""
    from migrate.mastodon.pace import Quota, one_every

    if text is None:
        return None
    found = _PACE.fullmatch(text)
    if found is None or int(found[1]) == 0:
        raise UsageError(
            f"{text!r} is not a pace. Write how many posts in which time: 5/day, 100/hour, 1/minute."
        )
    return one_every(PERIODS[found[2].lower()] / int(found[1]), Quota.USER_LIMIT)
