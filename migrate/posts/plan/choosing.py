"""Which tweets are posted, and why each other one is not. Pure.

By default that is a person's own tweets and threads. A reply to oneself goes the
way of the tweet its chain began with: in a conversation with others it is left out
as the replies are.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from msgspec import Struct

from migrate.model import Kind, Origin, Policy, Tweet
from migrate.model import ProblemKind as P
from migrate.posts.plan.word_search import contains_word

_REASON_OF_ORIGIN = {
    Origin.TWEETS: P.NOT_CHOSEN,
    Origin.COMMUNITY: P.COMMUNITY,
    Origin.CIRCLE: P.CIRCLE,
    Origin.DELETED: P.DELETED,
}
_REASON_OF_KIND = {
    Kind.TWEET: P.NOT_CHOSEN,
    Kind.SELF_REPLY: P.NOT_CHOSEN,
    Kind.REPLY: P.REPLY_TO_OTHERS,
    Kind.RETWEET: P.RETWEET,
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
    refused: P | None
    unwanted: P | None


class Chooser:
    """Holds tweets against what the person wants."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._rules = [(reason, holds) for reason, asked, holds in _RULES if asked(policy)]

    def outline(self, index: int, tweet: Tweet) -> Outline:
        """What the plan has to know of this tweet."""
        refused = self._refused(tweet)
        return Outline(
            index,
            tweet.id,
            tweet.created_at,
            tweet.kind,
            tweet.reply_to,
            tweet.edited_into,
            refused,
            self._unwanted(tweet) if self._rules and not refused else None,
        )

    def _refused(self, tweet: Tweet) -> P | None:
        policy = self._policy
        if tweet.origin not in policy.origins:
            return _REASON_OF_ORIGIN[tweet.origin]
        if policy.since is not None and tweet.created_at < policy.since:
            return P.BEFORE
        if policy.until is not None and tweet.created_at >= policy.until:
            return P.AFTER
        return None if tweet.kind in policy.include else _REASON_OF_KIND[tweet.kind]

    def _unwanted(self, tweet: Tweet) -> P | None:
        return next((reason for reason, holds in self._rules if holds(tweet, self._policy)), None)


def reasons_of(tweets: Iterable[Outline], edits: Mapping[int, int], policy: Policy) -> dict[int, P]:
    """Why each tweet that is left out is left out."""
    reasons: dict[int, P] = {}
    conversations: set[int] = set()
    for tweet in tweets:
        if tweet.kind is Kind.REPLY or (
            tweet.kind is Kind.SELF_REPLY
            and tweet.reply_to is not None
            and edits.get(tweet.reply_to, tweet.reply_to) in conversations
        ):
            conversations.add(tweet.id)
        passed_over = tweet.id in conversations and Kind.REPLY not in policy.include
        in_conversation = P.IN_CONVERSATION if passed_over else None
        if reason := tweet.refused or in_conversation or tweet.unwanted:
            reasons[tweet.id] = reason
    return reasons


def _is_in_another_language(tweet: Tweet, policy: Policy) -> bool:
    return (tweet.language or "").lower() not in policy.languages


_RULES: tuple[tuple[P, Callable[[Policy], object], Callable[[Tweet, Policy], bool]], ...] = (
    (P.FEW_LIKES, lambda policy: policy.min_likes, lambda tweet, policy: tweet.likes < policy.min_likes),
    (
        P.FEW_RETWEETS,
        lambda policy: policy.min_retweets,
        lambda tweet, policy: tweet.retweets < policy.min_retweets,
    ),
    (P.WITHOUT_MEDIA, lambda policy: policy.only_media, lambda tweet, _: not tweet.media),
    (P.OTHER_LANGUAGE, lambda policy: policy.languages, _is_in_another_language),
    (
        P.WITH_WORD,
        lambda policy: policy.without_words,
        lambda tweet, policy: contains_word(tweet, policy.without_words),
    ),
    (
        P.WITHOUT_WORD,
        lambda policy: policy.with_words,
        lambda tweet, policy: not contains_word(tweet, policy.with_words),
    ),
)
"""The reasons that a person can ask for; how to tell whether they did, and whether it holds of a tweet."""
