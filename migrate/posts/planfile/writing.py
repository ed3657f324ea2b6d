"""A plan to a file: one row for each toot, and one for each tweet that is left out."""

import heapq
from collections.abc import Iterator
from datetime import tzinfo
from operator import itemgetter
from pathlib import Path

from migrate.model import LeftOut, Plan, Step, StepKey, minute_of, on_calendar, tweet_address
from migrate.posts.planfile.cells import COLUMNS, word
from migrate.sheets import Edits, WrittenTable, shield_text, write_table

_USUAL_MEDIA = 4
_NOTHING = ("",) * (len(COLUMNS) - 1)


def write_plan(plan: Plan, path: Path, edits: Edits | None = None) -> WrittenTable:
    """Write the plan to `path`. Raises UsageError where that can't be."""
    media = max([_USUAL_MEDIA, *(len(step.toot.media) for step in plan.steps)])
    header = [*COLUMNS, *(f"{what}_{i}" for i in range(1, media + 1) for what in ("media", "alt_text"))]
    blank = ("",) * len(header)
    return write_table(path, header, (row + blank[len(row) :] for row in _rows(plan)), edits or Edits())


def _rows(plan: Plan) -> Iterator[tuple[str, ...]]:
    """Every tweet at its place, whether it is posted or not."""
    handle = plan.owner.handle
    zone = plan.policy.zone
    posted = ((step.key.tweet_id, _posted(step, handle, zone)) for step in plan.steps)
    left_out = ((left.tweet_id, _left_out(left, handle, zone)) for left in plan.left_out)
    merged = heapq.merge(posted, left_out, key=itemgetter(0))
    return (row for _, row in merged)


def _posted(step: Step, handle: str, zone: tzinfo) -> tuple[str, ...]:
    """In the order of COLUMNS, then each file with its description."""
    toot = step.toot
    return (
        word(step.key),
        _date(step, zone),
        step.kind.value,
        "yes",
        "",
        shield_text(toot.text),
        shield_text(toot.content_warning),
        "yes" if toot.sensitive else "no",
        toot.visibility.value,
        toot.language or "",
        word(step.parent) if step.parent else "",
        word(StepKey(toot.quote)) if toot.quote else "",
        word(StepKey(toot.boost)) if toot.boost else "",
        tweet_address(handle, step.key.tweet_id),
        *(shield_text(cell) for one in toot.media for cell in (one.file or one.page, one.alt)),
    )


def _left_out(left: LeftOut, handle: str, zone: tzinfo) -> tuple[str, ...]:
    """In the order of COLUMNS, with nothing in those that are about a toot."""
    told = (
        word(StepKey(left.tweet_id)),
        _date(left, zone),
        left.kind.value,
        "no",
        left.reason.value,
    )
    return (*told, *_NOTHING[len(told) :], tweet_address(handle, left.tweet_id))


def _date(row: Step | LeftOut, zone: tzinfo) -> str:
    """Write when a tweet was written, by its author's clock."""
    return minute_of(on_calendar(row.created_at, zone, has_time=row.has_time)).replace("T", " ")
