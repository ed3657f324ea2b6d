"""The plan as a CSV that people can read, and change, in a spreadsheet.

One row for each toot, and one for each tweet that is left out. What a spreadsheet
does to a file decides its form: it starts with a byte order mark, or Excel takes
UTF-8 for something else; ids stand inside words, or they become 1.2E+18; and a
cell that would be taken for a formula, a date or a number has an apostrophe in front.
"""

import csv
import heapq
import re
from collections.abc import Iterator
from pathlib import Path

from migrate.model import LeftOut, Plan, Step, StepKey, tweet_address

_COLUMNS = (
    "toot",
    "date",
    "kind",
    "post",
    "reason",
    "text",
    "content_warning",
    "sensitive",
    "visibility",
    "language",
    "below",
    "quotes",
    "boosts",
    "tweet",
)
_USUAL_MEDIA = 4

_FORMULA = re.compile(r"[=+\-@\t\r]")
_LETTERS = re.compile(r"[^\W\d_]+")
_MOST_WORDS_IN_A_DATE = 2
_TRUTHS = frozenset({"true", "false"})


def write_plan(plan: Plan, path: Path) -> None:
    """Writes the plan to `path`; an older file there is replaced only when the new one is whole."""
    media = max([_USUAL_MEDIA, *(len(step.toot.media) for step in plan.steps)])
    names = [f"{what}_{i}" for i in range(1, media + 1) for what in ("media", "alt_text")]
    unfinished = path.with_name(f"{path.name}.part")
    try:
        with unfinished.open("w", encoding="utf-8-sig", newline="") as file:
            table = csv.DictWriter(file, [*_COLUMNS, *names], restval="")
            table.writeheader()
            table.writerows(_rows(plan))
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
        "toot": _word(step.key),
        "date": f"{step.created_at:%Y-%m-%d %H:%M}",
        "kind": step.kind.value,
        "post": "yes",
        "text": _kept_whole(toot.text),
        "content_warning": _kept_whole(toot.content_warning),
        "sensitive": "yes" if toot.sensitive else "no",
        "visibility": toot.visibility.value,
        "language": toot.language or "",
        "below": _word(step.parent) if step.parent else "",
        "quotes": _word(StepKey(toot.quote)) if toot.quote else "",
        "boosts": _word(StepKey(toot.boost)) if toot.boost else "",
        "tweet": tweet_address(handle, step.key.tweet_id),
    }
    for i, media in enumerate(toot.media, 1):
        row[f"media_{i}"] = _kept_whole(media.file or media.page)
        row[f"alt_text_{i}"] = _kept_whole(media.alt)
    return row


def _left_out(left: LeftOut, handle: str) -> dict[str, str]:
    return {
        "toot": _word(StepKey(left.tweet_id)),
        "date": f"{left.created_at:%Y-%m-%d %H:%M}",
        "kind": left.kind.value,
        "post": "no",
        "reason": left.reason.value,
        "tweet": tweet_address(handle, left.tweet_id),
    }


def _word(key: StepKey) -> str:
    """The key as a word, which no spreadsheet rounds: t1234567890123456789-0."""
    return f"t{key.tweet_id}-{key.part}"


def _kept_whole(cell: str) -> str:
    """The cell, with an apostrophe in front where a spreadsheet would run it, or make a number or date of it.

    Apostrophes that were there before are looked through, so that taking one off
    such a cell gives back exactly what was meant.
    """
    bare = cell.lstrip("'")
    few_words = "\n" not in bare and len(_LETTERS.findall(bare)) <= _MOST_WORDS_IN_A_DATE
    countable = few_words and any(map(str.isdigit, bare))
    if _FORMULA.match(bare) or countable or bare.lower() in _TRUTHS:
        return f"'{cell}"
    return cell
