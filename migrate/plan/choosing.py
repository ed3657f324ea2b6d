"""Which tweets are posted, and why each other one is not. Pure.

By default that is a person's own tweets and threads. A reply to oneself goes the
way of the tweet its chain began with: in a conversation with others it is left out
as the replies are.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from msgspec import Struct

from migrate.convert import says
from migrate.model import Kind, Origin, Policy, ProblemKind, Tweet

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


class Outline(Struct, frozen=True, gc=False):
    """What has to be known of every tweet at once; the tweets themselves are looked at one by one.

    `refused` is the reason to leave it out that goes before the conversation it stands in,
    `unwanted` the one that comes after.
    """

    index: int
    id: int
    created_at: datetime
    kind: Kind
    reply_to: int | None
    edited_into: int | None
    refused: ProblemKind | None
    unwanted: ProblemKind | None


def outline_of(index: int, tweet: Tweet, policy: Policy) -> Outline:
    """What the plan has to know of this tweet."""
    refused = _refused(tweet, policy)
    return Outline(
        index=index,
        id=tweet.id,
        created_at=tweet.created_at,
        kind=tweet.kind,
        reply_to=tweet.reply_to,
        edited_into=tweet.edited_into,
        refused=refused,
        unwanted=None if refused else _unwanted(tweet, policy),
    )


def reasons_of(tweets: Iterable[Outline], edits: Mapping[int, int], policy: Policy) -> dict[int, ProblemKind]:
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
        passed_over = tweet.id in conversations and Kind.REPLY not in policy.include
        in_conversation = ProblemKind.IN_CONVERSATION if passed_over else None
        if reason := tweet.refused or in_conversation or tweet.unwanted:
            reasons[tweet.id] = reason
    return reasons


def _refused(tweet: Tweet, policy: Policy) -> ProblemKind | None:
    if tweet.origin not in policy.origins:
        return _REASON_OF_ORIGIN[tweet.origin]
    if policy.since is not None and tweet.created_at < policy.since:
        return ProblemKind.BEFORE
    if policy.until is not None and tweet.created_at >= policy.until:
        return ProblemKind.AFTER
    return None if tweet.kind in policy.include else _REASON_OF_KIND[tweet.kind]


def _unwanted(tweet: Tweet, policy: Policy) -> ProblemKind | None:
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
