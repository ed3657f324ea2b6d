"""The plan: in which order, below what, in which words. Pure."""

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from msgspec.structs import replace

from migrate.convert import Conversion, convert, length, says
from migrate.model import (
    Account,
    LeftOut,
    Limits,
    Plan,
    Policy,
    Problem,
    ProblemKind,
    Step,
    StepKey,
    Toot,
    Tweet,
)
from migrate.plan.choosing import Outline, outline_of, reasons_of

TICK = timedelta(milliseconds=1)
SAME_TIME = timedelta(seconds=10)


def make_plan(tweets: Sequence[Tweet], owner: Account, limits: Limits, policy: Policy) -> Plan:
    """The steps in order of tweet and part, and everything that is left out with its reason.

    `tweets` come ascending by id, each id once.
    """
    outlines = [outline_of(index, tweet, policy) for index, tweet in enumerate(tweets)]
    edits = _edits(outlines)
    current = _current(outlines, edits)
    reasons = reasons_of(current, edits, policy)
    own = {outline.id for outline in current if outline.id not in reasons}
    own.update(old for old, last in edits.items() if last in own)

    steps: list[Step] = []
    problems: list[Problem] = []
    above: dict[int, Step] = {}
    without_footer = replace(policy, footer=None)
    for outline in current:
        reply_to = outline.reply_to
        parent = above.get(edits.get(reply_to, reply_to)) if reply_to is not None else None
        if outline.id not in reasons:
            tweet = _as_outlined(tweets[outline.index], outline)
            same_day = parent is not None and parent.created_at.date() == tweet.created_at.date()
            conversion = _converted(tweet, owner, limits, without_footer if same_day else policy, own)
            problems += conversion.problems
            if conversion.toots:
                parent = _add_steps(steps, tweet, conversion.toots, parent, edits)
            else:
                reasons[tweet.id] = ProblemKind.EMPTY
        if parent is not None:
            above[outline.id] = parent
    return Plan(owner, tuple(steps), _left_out(outlines, edits, reasons), tuple(problems))


def _as_outlined(tweet: Tweet, outline: Outline) -> Tweet:
    """An edited tweet has the date of its first version."""
    moved = tweet.created_at != outline.created_at
    return replace(tweet, created_at=outline.created_at) if moved else tweet


def _edits(tweets: Sequence[Outline]) -> dict[int, int]:
    """The older versions of edited tweets, each with the one that stays: the last that the archive has."""
    versions: dict[int, list[int]] = {}
    for tweet in tweets:
        if tweet.edited_into is not None:
            versions.setdefault(tweet.edited_into, []).append(tweet.id)
    if not versions:
        return {}
    present = {tweet.id for tweet in tweets}
    edits: dict[int, int] = {}
    for last, older in versions.items():
        kept = last if last in present else max(older)
        edits.update((old, kept) for old in older if old != kept)
    return edits


def _current(tweets: Sequence[Outline], edits: Mapping[int, int]) -> Sequence[Outline]:
    """The tweets as they stand, an edited one at the place and with the date of its first version.

    Replies could be written before the last edit, and must come after what they answer.
    """
    if not edits:
        return tweets
    dates = {tweet.id: tweet.created_at for tweet in tweets}
    first: dict[int, int] = {}
    for old, kept in sorted(edits.items()):
        first.setdefault(kept, old)
    current = [
        replace(tweet, created_at=dates[first[tweet.id]]) if tweet.id in first else tweet
        for tweet in tweets
        if tweet.id not in edits
    ]
    return sorted(current, key=lambda tweet: first.get(tweet.id, tweet.id))


def _converted(
    tweet: Tweet, owner: Account, limits: Limits, policy: Policy, own: Container[int]
) -> Conversion:
    """The toots, with the content warnings for their words; servers count a warning with the text."""
    found = dict.fromkeys(warning for word, warning in policy.warnings if says(tweet, (word,)))
    if not found:
        return convert(tweet, owner, limits, policy, own)
    warning = ", ".join(found)
    room = max(limits.characters - length(warning, limits), 1)
    conversion = convert(tweet, owner, replace(limits, characters=room), policy, own)
    toots = (toot if toot.boost else replace(toot, content_warning=warning) for toot in conversion.toots)
    return replace(conversion, toots=tuple(toots))


def _add_steps(
    steps: list[Step],
    tweet: Tweet,
    toots: Sequence[Toot],
    parent: Step | None,
    edits: Mapping[int, int],
) -> Step:
    """Adds a step for each toot, each below the one before; the last is where replies will hang."""
    last = parent
    for part, toot in enumerate(toots):
        last = Step(
            key=StepKey(tweet.id, part),
            toot=_to_last_edits(toot, edits) if edits else toot,
            created_at=_after(steps[-1].created_at, tweet.created_at) if steps else tweet.created_at,
            kind=tweet.kind,
            parent=None if last is None else last.key,
        )
        steps.append(last)
    return steps[-1]


def _after(before: datetime, moment: datetime) -> datetime:
    """A millisecond later than the step before, where both are of one time.

    GoToSocial orders dated posts of one millisecond at random (its ids are ULIDs), and
    classic archives know only the day. Real gaps and odd dates are left as they are.
    """
    return before + TICK if timedelta(0) <= before - moment < SAME_TIME else moment


def _to_last_edits(toot: Toot, edits: Mapping[int, int]) -> Toot:
    """Links to an older version of an edited tweet lead to the version that is posted."""
    return replace(
        toot,
        quote=edits.get(toot.quote, toot.quote) if toot.quote is not None else None,
        boost=edits.get(toot.boost, toot.boost) if toot.boost is not None else None,
        own_links=tuple(
            replace(link, tweet_id=edits.get(link.tweet_id, link.tweet_id)) for link in toot.own_links
        ),
    )


def _left_out(
    tweets: Iterable[Outline], edits: Mapping[int, int], reasons: Mapping[int, ProblemKind]
) -> tuple[LeftOut, ...]:
    """Each tweet that no step stands for."""
    return tuple(
        LeftOut(tweet.id, tweet.created_at, tweet.kind, reason)
        for tweet in tweets
        if (reason := ProblemKind.OLD_EDIT if tweet.id in edits else reasons.get(tweet.id)) is not None
    )
