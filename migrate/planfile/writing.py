"""A plan to a file: one row for each toot, and one for each tweet that is left out.

The file starts with a byte order mark, or Excel takes UTF-8 for something else.
"""

import csv
import heapq
from collections.abc import Iterator
from pathlib import Path

from migrate.model import LeftOut, Plan, Step, StepKey, tweet_address
from migrate.planfile.cells import COLUMNS, kept_whole, word

_USUAL_MEDIA = 4


def write_plan(plan: Plan, path: Path) -> None:
    """Writes the plan to `path`; an older file there is replaced only when the new one is whole."""
    media = max([_USUAL_MEDIA, *(len(step.toot.media) for step in plan.steps)])
    names = [f"{what}_{i}" for i in range(1, media + 1) for what in ("media", "alt_text")]
    unfinished = path.with_name(f"{path.name}.part")
    try:
        with unfinished.open("w", encoding="utf-8-sig", newline="") as file:
            columns = [*COLUMNS, *names]
            table = csv.writer(file)
            table.writerow(columns)
            table.writerows([row.get(column, "") for column in columns] for row in _rows(plan))
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _rows(plan: Plan) -> Iterator[dict[str, str]]:
    """Every tweet at its place, whether it is posted or not."""
    handle = plan.owner.handle
    posted = ((step.key.tweet_id, _posted(step, handle)) for step in plan.steps)
    left_out = ((left.tweet_id, _left_out(left, handle)) for left in plan.left_out)
    merged = heapq.merge(posted, left_out, key=lambda row: row[0])
    return (row for _, row in merged)


def _posted(step: Step, handle: str) -> dict[str, str]:
    toot = step.toot
    row = {
        "toot": word(step.key),
        "date": f"{step.created_at:%Y-%m-%d %H:%M}",
        "kind": step.kind.value,
        "post": "yes",
        "text": kept_whole(toot.text),
        "content_warning": kept_whole(toot.content_warning),
        "sensitive": "yes" if toot.sensitive else "no",
        "visibility": toot.visibility.value,
        "language": toot.language or "",
        "below": word(step.parent) if step.parent else "",
        "quotes": word(StepKey(toot.quote)) if toot.quote else "",
        "boosts": word(StepKey(toot.boost)) if toot.boost else "",
        "tweet": tweet_address(handle, step.key.tweet_id),
    }
    for i, media in enumerate(toot.media, 1):
        row[f"media_{i}"] = kept_whole(media.file or media.page)
        row[f"alt_text_{i}"] = kept_whole(media.alt)
    return row


def _left_out(left: LeftOut, handle: str) -> dict[str, str]:
    return {
        "toot": word(StepKey(left.tweet_id)),
        "date": f"{left.created_at:%Y-%m-%d %H:%M}",
        "kind": left.kind.value,
        "post": "no",
        "reason": left.reason.value,
        "tweet": tweet_address(handle, left.tweet_id),
    }
