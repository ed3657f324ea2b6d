"""From the switches to a plan, for every command that shows or does one."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from migrate.cli.show import say, table
from migrate.cli.words import SWITCHES, WORDS

if TYPE_CHECKING:
    from migrate.archive import Archive
    from migrate.model import Limits, Plan, Policy


def plan_for(archive: "Archive", limits: "Limits", policy: "Policy", footer: str | None) -> "Plan":
    """Decide what will be posted. Where the server keeps dates, no footer is needed to tell them."""
    from migrate.convert import DEFAULT_FOOTER
    from migrate.plan import make_plan

    if footer is None:
        policy = replace(policy, footer=None if limits.backdates else DEFAULT_FOOTER)
    return make_plan(archive.tweets, archive.account, limits, policy)


def show_plan(plan: "Plan", archive: "Archive") -> None:
    """What will be posted, what is left out and why, what is not as it should be."""
    from collections import Counter

    say("Archive of @{handle}", handle=plan.owner.handle)
    table([("Tweets in the archive", len(archive.tweets)), ("Toots to post", len(plan.steps))])
    left_out = Counter(item.reason for item in plan.left_out)
    if left_out:
        say("Left out:")
        rows = [
            (f"{WORDS[reason]}", _with_switch(count, SWITCHES.get(reason)))
            for reason, count in left_out.items()
        ]
        table([(label, value) for label, value in rows])
    problems = Counter(item.kind for item in [*archive.problems, *plan.problems])
    if problems:
        say("Good to know:")
        table([(WORDS[kind], count) for kind, count in problems.items()])


def _with_switch(count: int, switch: str | None) -> str:
    return f"{count:,}" if switch is None else f"{count:,}  ({switch})"
