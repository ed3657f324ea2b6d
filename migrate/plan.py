"""What will be posted, in which order and below what; and what won't, and why. Pure.

By default that is a person's own tweets and threads. A reply to oneself goes the
way of the tweet its chain began with: in a conversation with others it is left out
as the replies are.
"""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from msgspec.structs import replace

from migrate.convert import Conversion, convert, length, says
from migrate.model import (
    Account,
    Kind,
    LeftOut,
    Limits,
    Origin,
    Plan,
    Policy,
    Problem,
    ProblemKind,
    Step,
    StepKey,
    Toot,
    Tweet,
)

TICK = timedelta(milliseconds=1)
SAME_TIME = timedelta(seconds=10)

_REASON_OF_ORIGIN = {
    Origin.TWEETS: ProblemKind.NOT_CHOSEN,
    Origin.COMMUNITY: ProblemKind.COMMUNITY,
    Origin.CIRCLE: ProblemKind.CIRCLE,
    Origin.DELETED: ProblemKind.DELETED,
}
_REASON_OF_KIND = {
    Kind.TWEET: ProblemKind.NOT_CHOSEN,
    Kind.SELF_REPLY: ProblemKind.NOT_CHOSEN,
    Kind.REPLY: ProblemKind.REPLY_TO_OTHERS,
    Kind.RETWEET: ProblemKind.RETWEET,
}


def make_plan(tweets: Iterable[Tweet], owner: Account, limits: Limits, policy: Policy) -> Plan:
    """The steps in order of tweet and part, and everything that is left out with its reason.

    `tweets` come ascending by id, each id once.
    """
    everything = list(tweets)
    edits = _edits(everything)
    current = _current(everything, edits)
    reasons = _reasons(current, edits, policy)
    own = {tweet.id for tweet in current if tweet.id not in reasons}
    own.update(old for old, last in edits.items() if last in own)

    steps: list[Step] = []
    problems: list[Problem] = []
    above: dict[int, Step] = {}
    without_footer = replace(policy, footer=None)
    for tweet in current:
        parent = above.get(edits.get(tweet.reply_to, tweet.reply_to)) if tweet.reply_to is not None else None
        if tweet.id not in reasons:
            same_day = parent is not None and parent.created_at.date() == tweet.created_at.date()
            conversion = _converted(tweet, owner, limits, without_footer if same_day else policy, own)
            problems += conversion.problems
            if conversion.toots:
                parent = _add_steps(steps, tweet, conversion.toots, parent, edits)
            else:
                reasons[tweet.id] = ProblemKind.EMPTY
        if parent is not None:
            above[tweet.id] = parent
    return Plan(owner, tuple(steps), _left_out(everything, edits, reasons), tuple(problems))


def _edits(tweets: Sequence[Tweet]) -> dict[int, int]:
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


def _current(tweets: Sequence[Tweet], edits: Mapping[int, int]) -> Sequence[Tweet]:
    """The tweets as they stand, an edited one at the place and with the date of its first version.

    Replies could be written before the last edit, and must come after what they answer.
    """
    if not edits:
        return tweets
    by_id = {tweet.id: tweet for tweet in tweets}
    first: dict[int, int] = {}
    for old, kept in sorted(edits.items()):
        first.setdefault(kept, old)
    current = [
        replace(tweet, created_at=by_id[first[tweet.id]].created_at) if tweet.id in first else tweet
        for tweet in tweets
        if tweet.id not in edits
    ]
    return sorted(current, key=lambda tweet: first.get(tweet.id, tweet.id))


def _reasons(tweets: Sequence[Tweet], edits: Mapping[int, int], policy: Policy) -> dict[int, ProblemKind]:
    """Why each tweet that is left out is left out."""
    reasons: dict[int, ProblemKind] = {}
    conversations: set[int] = set()
    for tweet in tweets:
        if tweet.kind is Kind.REPLY or (
            tweet.kind is Kind.SELF_REPLY
            and tweet.reply_to is not None
            and edits.get(tweet.reply_to, tweet.reply_to) in conversations
        ):
            conversations.add(tweet.id)
        reason = _reason(tweet, policy, in_conversation=tweet.id in conversations)
        if reason is not None:
            reasons[tweet.id] = reason
    return reasons


def _reason(tweet: Tweet, policy: Policy, *, in_conversation: bool) -> ProblemKind | None:
    if tweet.origin not in policy.origins:
        return _REASON_OF_ORIGIN[tweet.origin]
    if policy.since is not None and tweet.created_at < policy.since:
        return ProblemKind.BEFORE
    if policy.until is not None and tweet.created_at >= policy.until:
        return ProblemKind.AFTER
    if tweet.kind not in policy.include:
        return _REASON_OF_KIND[tweet.kind]
    if in_conversation and Kind.REPLY not in policy.include:
        return ProblemKind.IN_CONVERSATION
    return next((reason for reason, holds in _OTHER_REASONS if holds(tweet, policy)), None)


def _is_in_another_language(tweet: Tweet, policy: Policy) -> bool:
    return bool(policy.languages) and (tweet.language or "").lower() not in policy.languages


_OTHER_REASONS: tuple[tuple[ProblemKind, Callable[[Tweet, Policy], bool]], ...] = (
    (ProblemKind.FEW_LIKES, lambda tweet, policy: tweet.likes < policy.min_likes),
    (ProblemKind.FEW_RETWEETS, lambda tweet, policy: tweet.retweets < policy.min_retweets),
    (ProblemKind.WITHOUT_MEDIA, lambda tweet, policy: policy.only_media and not tweet.media),
    (ProblemKind.OTHER_LANGUAGE, _is_in_another_language),
    (ProblemKind.WITH_WORD, lambda tweet, policy: says(tweet, policy.without_words)),
    (
        ProblemKind.WITHOUT_WORD,
        lambda tweet, policy: bool(policy.with_words) and not says(tweet, policy.with_words),
    ),
)


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
    tweets: Iterable[Tweet], edits: Mapping[int, int], reasons: Mapping[int, ProblemKind]
) -> tuple[LeftOut, ...]:
    """Each tweet that no step stands for."""
    return tuple(
        LeftOut(tweet.id, tweet.created_at, tweet.kind, reason)
        for tweet in tweets
        if (reason := ProblemKind.OLD_EDIT if tweet.id in edits else reasons.get(tweet.id)) is not None
    )
