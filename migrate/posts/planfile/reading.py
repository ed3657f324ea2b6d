"""A plan that people have changed, and the plan of the archive it belongs to, to the plan to carry out.

The file decides what is posted, in which words, and who sees it. The archive decides
what a spreadsheet can't hold: dates, kinds, threads and files.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from migrate.errors import UsageError
from migrate.model import LeftOut, Limits, Plan, Problem, ProblemKind, Step, StepKey, Toot
from migrate.posts.planfile.cells import key_in, word
from migrate.posts.planfile.table import open_plan
from migrate.posts.planfile.toots import Odd, TootReader, links_between, truth
from migrate.sheets import Row, Table

TICK = timedelta(milliseconds=1)
SHOWN = 10
"""Rows that are named one by one."""


class Renewal(Struct, frozen=True):
    """The plan as it was written where no server was known, and the same plan for this server."""

    written: Plan
    now: Plan


def read_plan(path: Path, plan: Plan, limits: Limits, renewal: Renewal | None = None) -> Plan:
    """The plan that the file asks for; `plan` is the archive's own, with everything included.

    With a `renewal`, tweets whose rows nobody has changed become what this server makes of them.

    Raises UsageError where the file is no plan of this archive, or has rows that can't be
    carried out as they stand. Rows that are gone are left out, as those that say no are.
    """
    table = open_plan(path)
    by_tweet = _by_tweet(plan)
    known = by_tweet.keys() | {left.tweet_id for left in plan.left_out}
    keys = [key_in(row["toot"]) for row in table.rows]
    if known and not any(key and key.tweet_id in known for key in keys):
        raise UsageError(
            f"{table.name} is not a plan of this archive, which is of @{plan.owner.handle}. "
            "Write one first: migrate plan ARCHIVE -o plan.csv"
        )
    reader, wishes, odd = TootReader(table, by_tweet, limits), _Wishes(), []
    renewed = _renewed(table, keys, renewal) if renewal else {}
    for row, key in zip(table.rows, keys, strict=True):
        if key and key.tweet_id in renewed:
            wishes.toots.update((step.key, step.toot) for step in renewed[key.tweet_id])
            continue
        try:
            _read_row(row, key, known, reader, wishes)
        except Odd as e:
            odd.append((row.number, str(e)))
    if odd:
        raise _refusal(table, odd)
    return _assemble(plan, by_tweet, wishes)


def _renewed(table: Table, keys: Sequence[StepKey | None], renewal: Renewal) -> Mapping[int, Sequence[Step]]:
    """Find this server's posts of the tweets whose rows are as they were written."""
    rows: dict[int, list[tuple[StepKey, Row]]] = {}
    for row, key in zip(table.rows, keys, strict=True):
        if key:
            rows.setdefault(key.tweet_id, []).append((key, row))
    written, now = _by_tweet(renewal.written), _by_tweet(renewal.now)
    reader = TootReader(table, written, Limits())
    return {
        tweet_id: now[tweet_id]
        for tweet_id, steps in written.items()
        if tweet_id in now and _are_as_written(rows.get(tweet_id, ()), steps, reader)
    }


def _are_as_written(rows: Sequence[tuple[StepKey, Row]], steps: Sequence[Step], reader: TootReader) -> bool:
    if [key for key, _ in rows] != [step.key for step in steps]:
        return False
    try:
        return all(
            truth(row, "post") and dict(reader.read(row, step.key)) == {step.key: _as_read(step.toot)}
            for (_, row), step in zip(rows, steps, strict=True)
        )
    except Odd:
        return False


def _as_read(toot: Toot) -> Toot:
    """Leave of a toot what its row tells."""
    return replace(toot, own_links=())


def _by_tweet(plan: Plan) -> dict[int, list[Step]]:
    by_tweet: dict[int, list[Step]] = {}
    for step in plan.steps:
        by_tweet.setdefault(step.key.tweet_id, []).append(step)
    return by_tweet


class _Wishes:
    """What the rows ask for: toots, and the reasons of those that say no."""

    def __init__(self) -> None:
        self.toots: dict[StepKey, Toot] = {}
        self.reasons: dict[int, ProblemKind] = {}
        self.rows: dict[StepKey, int] = {}


def _read_row(
    row: Row, key: StepKey | None, known: Iterable[int], reader: TootReader, wishes: _Wishes
) -> None:
    if key is None:
        raise Odd('the first column must hold a word such as "t123-0", as it was written')
    if key.tweet_id not in known:
        raise Odd("this archive has no such tweet")
    if key in wishes.rows:
        raise Odd(f"this row is there twice (see row {wishes.rows[key]})")
    if row.is_longer_than_header:
        raise Odd("there are more cells than the first row has: the quotation marks of a text are lost")
    wishes.rows[key] = row.number
    if truth(row, "post"):
        wishes.toots.update(reader.read(row, key))
    else:
        wishes.reasons[key.tweet_id] = _reason(row["reason"])


def _reason(cell: str) -> ProblemKind:
    try:
        return ProblemKind(cell.strip())
    except ValueError:
        return ProblemKind.SWITCHED_OFF


def _refusal(table: Table, odd: Sequence[tuple[int, str]]) -> UsageError:
    named = [f"Row {number}: {what}." for number, what in odd[:SHOWN]]
    if len(odd) > SHOWN:
        named.append(f"And {len(odd) - SHOWN} more rows.")
    return UsageError(
        f"Nothing was posted, because {table.name} can't be used as it is. {' '.join(named)} "
        "Correct this in your spreadsheet, save it as CSV (UTF-8), and run the same command again."
    )


def _assemble(plan: Plan, by_tweet: Mapping[int, Sequence[Step]], wishes: _Wishes) -> Plan:
    """The steps in the archive's order, each below the nearest toot above it that is posted."""
    wanted: dict[int, list[StepKey]] = {}
    for key in sorted(wishes.toots):
        wanted.setdefault(key.tweet_id, []).append(key)
    steps: list[Step] = []
    last: dict[int, StepKey] = {}
    for tweet_id, own in by_tweet.items():
        above = own[0].parent
        parent = last.get(above.tweet_id) if above else None
        for key in wanted.get(tweet_id, ()):
            toot = wishes.toots[key]
            # what is not posted can't be boosted
            if toot.boost is None or toot.boost in wanted:
                toot = links_between(toot, plan.owner.handle, tweet_id, wanted.keys())
                created_at = own[0].created_at + key.part * TICK
                steps.append(Step(key, toot, created_at, own[0].kind, parent, own[0].has_time))
                parent = key
        if parent is not None:
            last[tweet_id] = parent
    posted = {step.key for step in steps}
    problems = [problem for problem in plan.problems if int(problem.where) in wanted]
    problems += _missing_parts(by_tweet, posted)
    left_out = tuple(_left_out(plan, posted, wishes))
    return Plan(plan.owner, tuple(steps), left_out, tuple(problems), plan.policy)


def _left_out(plan: Plan, posted: Iterable[StepKey], wishes: _Wishes) -> Iterator[LeftOut]:
    """Each tweet of which nothing is posted, in the order of tweets."""
    tweets = {key.tweet_id for key in posted}
    left_out = {left.tweet_id: left for left in plan.left_out}
    for step in plan.steps:
        key = step.key
        if key.tweet_id not in tweets and key.part == 0:
            reason = wishes.reasons.get(key.tweet_id, ProblemKind.SWITCHED_OFF)
            left_out[key.tweet_id] = LeftOut(key.tweet_id, step.created_at, step.kind, reason, step.has_time)
    return (left_out[tweet_id] for tweet_id in sorted(left_out))


def _missing_parts(by_tweet: Mapping[int, Sequence[Step]], posted: Iterable[StepKey]) -> Iterator[Problem]:
    """Parts that are not posted of tweets that are: told, for a row may be gone by mistake."""
    parts: dict[int, set[int]] = {}
    for key in posted:
        parts.setdefault(key.tweet_id, set()).add(key.part)
    for tweet_id, there in parts.items():
        whole = set(range(max(len(by_tweet[tweet_id]), max(there) + 1)))
        for part in sorted(whole - there):
            yield Problem(ProblemKind.SWITCHED_OFF, str(tweet_id), word(StepKey(tweet_id, part)))
