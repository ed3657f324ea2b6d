"""What the choices have done: the tweets that each has touched, and those that are in doubt."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence

from migrate.cli.run import agreed
from migrate.cli.show import Sentence, counts, filled, say, warn
from migrate.model import Plan, Policy, ProblemKind, Tweet

WARNED = ("post with the warning “{warning}”", "posts with the warning “{warning}”")
KEEP_UNKNOWN = (
    "The archive doesn't tell of {n} tweet what you ask for (see above). Keep it?",
    "The archive doesn't tell of {n} tweets what you ask for (see above). Keep them?",
)
NOTHING_LEFT = "With these choices, nothing is left to post. What there is without them:"
SHOWN = 10


def wants_unknown(plan: Plan) -> bool:
    """Ask whether to keep what can't be compared with the choices; no, where nobody can be asked."""
    from migrate.cli.problem_words import WORDS
    from migrate.posts.filters import DOUBTS

    left_out = Counter(item.reason for item in plan.left_out)
    doubtful = [(left_out[doubt.reason], WORDS[doubt.reason]) for doubt in DOUBTS if left_out[doubt.reason]]
    if not doubtful or not sys.stdin.isatty():
        return False
    counts(doubtful)
    return agreed(filled(KEEP_UNKNOWN, n=sum(n for n, _ in doubtful)))


def asked_reasons(policy: Policy) -> Iterator[ProblemKind]:
    """List the reasons for which these choices can leave tweets out."""
    from migrate.posts.filters import FILTERS

    if policy.since is not None:
        yield ProblemKind.BEFORE
    if policy.until is not None:
        yield ProblemKind.AFTER
    yield from (filter_.reason for filter_ in FILTERS if filter_.name in policy.filters)


def show_warnings(plan: Plan) -> None:
    """Print how many posts have each of the content warnings that were asked for; none is a number, too."""
    texts = dict.fromkeys(text for _, text in plan.policy.warnings)
    if texts:
        say("Content warnings:")
        warned = Counter(step.toot.content_warning for step in plan.steps if step.toot.content_warning)
        rows: list[tuple[int, Sentence]] = []
        for text in texts:
            n = sum(count for warning, count in warned.items() if text in warning)
            rows.append((n, filled(WARNED, n=n, warning=text)))
        counts(rows)


def show_what_there_is(tweets: Sequence[Tweet], plan: Plan) -> None:
    """Where choices leave nothing, say so, and print the years, languages and words to choose from."""
    if plan.steps or not any(asked_reasons(plan.policy)):
        return
    from migrate.posts.plan.contents import contents_of

    there = contents_of(tweets, plan.policy)
    warn(NOTHING_LEFT)
    for label, found in (
        ("Years: {found}", there.years.items()),
        ("Languages: {found}", there.languages),
        ("Commonest words: {found}", there.words),
    ):
        if found:
            named = ", ".join(f"{name} ({count:,})" for name, count in found)
            warn(label, found=named)
