"""Make the plan: in which order, below what, in which words. Pure."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from migrate.model import (
    LeftOut,
    Limits,
    Owner,
    Packed,
    Plan,
    Policy,
    Problem,
    ProblemKind,
    Step,
    StepKey,
    Toot,
    Tweet,
    on_calendar,
)
from migrate.posts.convert import Conversion, convert
from migrate.posts.plan.choosing import Chosen, Outline, choose, last_edit
from migrate.posts.word_search import contains_word

TICK = timedelta(milliseconds=1)
SAME_TIME = timedelta(seconds=10)


class _Anchor(Struct, frozen=True, gc=False):
    """Where the answers to a tweet hang, and the day on which that was written."""

    key: StepKey
    day: date


def make_plan(tweets: Sequence[Tweet], owner: Owner, limits: Limits, policy: Policy) -> Plan:
    """List the steps in order of tweet and part, and everything that is left out with its reason.

    `tweets` come ascending by id, each id once.
    """
    chosen = choose(tweets, policy)
    edits, current, reasons = chosen.edits, chosen.current, chosen.reasons
    own_tweet_ids = {outline.id for outline in current if outline.id not in reasons}
    own_tweet_ids.update(old for old, last in edits.items() if last in own_tweet_ids)

    steps = Packed(Step)
    problems: list[Problem] = []
    anchors: dict[int, _Anchor] = {}
    answered = _answered(current, edits)
    without_footer = replace(policy, footer=None)
    before: datetime | None = None
    for outline in current:
        anchor = anchors.get(last_edit(outline.reply_to, edits)) if outline.reply_to is not None else None
        if outline.id not in reasons:
            tweet = _as_outlined(tweets[outline.index], outline)
            day = on_calendar(tweet.created_at, policy.zone, has_time=tweet.has_time).date()
            same_day = anchor is not None and anchor.day == day
            conversion = _converted(
                tweet, owner, limits, without_footer if same_day else policy, own_tweet_ids
            )
            problems += conversion.problems
            last: Step | None = None
            for last in _steps_of(tweet, conversion.toots, anchor.key if anchor else None, before, edits):
                steps.add(last)
            if last is None:
                reasons[tweet.id] = ProblemKind.EMPTY
            else:
                before, anchor = last.created_at, _Anchor(last.key, day)
        if anchor is not None and outline.id in answered:
            anchors[outline.id] = anchor
    return Plan(owner, steps, Packed(LeftOut, _left_out(chosen)), tuple(problems), policy)


def _as_outlined(tweet: Tweet, outline: Outline) -> Tweet:
    """Give an edited tweet the date of its first version."""
    moved = tweet.created_at != outline.created_at
    return replace(tweet, created_at=outline.created_at) if moved else tweet


def _answered(tweets: Iterable[Outline], edits: Mapping[int, int]) -> set[int]:
    """Find the tweets that others hang below."""
    return {last_edit(tweet.reply_to, edits) for tweet in tweets if tweet.reply_to is not None}


def _converted(
    tweet: Tweet, owner: Owner, limits: Limits, policy: Policy, own_tweet_ids: Container[int]
) -> Conversion:
    """Convert the tweet, with the warnings for its words."""
    if not policy.warnings:
        return convert(tweet, owner, limits, policy, own_tweet_ids)
    wanted = [warning for word, warning in policy.warnings if contains_word(tweet, (word,))]
    return convert(tweet, owner, limits, policy, own_tweet_ids, ", ".join(dict.fromkeys(wanted)))


def _steps_of(
    tweet: Tweet,
    toots: Iterable[Toot],
    parent: StepKey | None,
    before: datetime | None,
    edits: Mapping[int, int],
) -> Iterator[Step]:
    """Make a step for each toot, each below the one before; `before` is the date of the last step so far."""
    for part, toot in enumerate(toots):
        key = StepKey(tweet.id, part)
        moment = tweet.created_at if before is None else _after(before, tweet.created_at)
        sent = _to_last_edits(toot, edits) if edits else toot
        yield Step(key, sent, moment, tweet.kind, parent, tweet.has_time)
        before, parent = moment, key


def _after(before: datetime, moment: datetime) -> datetime:
    """Move a step a millisecond past the one before, where both are of one time.

    GoToSocial orders dated posts of one millisecond at random (its ids are ULIDs), and
    classic archives know only the day. Real gaps and odd dates are left as they are.
    """
    return before + TICK if timedelta(0) <= before - moment < SAME_TIME else moment


def _to_last_edits(toot: Toot, edits: Mapping[int, int]) -> Toot:
    """Lead links to an older version of an edited tweet to the version that is posted."""
    return replace(
        toot,
        quote=None if toot.quote is None else last_edit(toot.quote, edits),
        boost=None if toot.boost is None else last_edit(toot.boost, edits),
        own_links=tuple(replace(link, tweet_id=last_edit(link.tweet_id, edits)) for link in toot.own_links),
    )


def _left_out(chosen: Chosen) -> Iterator[LeftOut]:
    """List each tweet that no step stands for."""
    edits, reasons = chosen.edits, chosen.reasons
    return (
        LeftOut(tweet.id, tweet.created_at, tweet.kind, reason, tweet.has_time)
        for tweet in chosen.outlines
        if (reason := ProblemKind.OLD_EDIT if tweet.id in edits else reasons.get(tweet.id)) is not None
    )
