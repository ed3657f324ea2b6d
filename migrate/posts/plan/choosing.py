"""Choose the tweets that are posted, and tell why each of the others is not. Pure.

By default these are the user's own tweets and threads. A self-reply follows the tweet
that its chain began with: in a conversation with others it is left out as the replies are,
and filters keep or leave a thread whole, unless the user wants it cut.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from migrate.model import Kind, Origin, Policy, Tweet, on_calendar
from migrate.model import ProblemKind as P
from migrate.posts.filters import FILTERS, Answer

_REASON_OF_ORIGIN = {
    Origin.TWEETS: P.NOT_CHOSEN,
    Origin.COMMUNITY: P.COMMUNITY,
    Origin.CIRCLE: P.CIRCLE,
    Origin.DELETED: P.DELETED,
    Origin.OLDER: P.ONLY_OLDER,
    Origin.SUBSCRIBERS: P.SUBSCRIBERS,
    Origin.FEDIVERSE: P.FROM_FEDIVERSE,
}
_REASON_OF_KIND = {
    Kind.TWEET: P.NOT_CHOSEN,
    Kind.SELF_REPLY: P.NOT_CHOSEN,
    Kind.REPLY: P.REPLY_TO_OTHERS,
    Kind.RETWEET: P.RETWEET,
}


class Outline(Struct, frozen=True, gc=False):
    """What has to be known of every tweet at once; the tweets themselves are looked at one by one.

    `refused` is a reason to leave it out that counts before the conversation it stands in.
    `answers` has what each filter in use says of it.
    """

    index: int
    id: int
    created_at: datetime
    has_time: bool
    kind: Kind
    reply_to: int | None
    edited_into: int | None
    refused: P | None
    answers: tuple[Answer, ...] = ()


class Chosen(Struct, frozen=True):
    """Which tweets are posted, and which are not.

    `outlines` are of all tweets, and `current` of those that stand today. `edits` map the older
    versions of edited tweets to the one that stays, `roots` the self-replies to the tweet that
    their thread began with; `reasons` are those of the tweets left out.
    """

    outlines: Sequence[Outline]
    edits: Mapping[int, int]
    current: Sequence[Outline]
    roots: Mapping[int, int]
    reasons: dict[int, P]

    def posted(self) -> Iterator[Outline]:
        """List the tweets that are posted."""
        return (tweet for tweet in self.current if tweet.id not in self.reasons)

    def root_of(self, tweet_id: int) -> int:
        """Find the tweet that a tweet's thread began with: itself, where it answers none."""
        return self.roots.get(tweet_id, tweet_id)


def choose(tweets: Iterable[Tweet], policy: Policy) -> Chosen:
    """Compare the tweets, ascending by id, with what the user wants."""
    chooser = _Chooser(policy)
    outlines = [chooser.outline(index, tweet) for index, tweet in enumerate(tweets)]
    edits = _edits_of(outlines)
    current = _current_of(outlines, edits)
    roots = _roots_of(current, edits)
    return Chosen(outlines, edits, current, roots, chooser.reasons(current, roots))


def last_edit(tweet_id: int, edits: Mapping[int, int]) -> int:
    """Find the version of a tweet that is posted."""
    return edits.get(tweet_id, tweet_id)


class _Chooser:
    """Compares tweets with what the user wants."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._filters = [
            (filter_, filter_.keeps(value))
            for filter_ in FILTERS
            if (value := policy.filters.get(filter_.name))
        ]

    def outline(self, index: int, tweet: Tweet) -> Outline:
        """Note what the plan has to know of this tweet."""
        refused = self._refused(tweet)
        return Outline(
            index,
            tweet.id,
            tweet.created_at,
            tweet.has_time,
            tweet.kind,
            tweet.reply_to,
            tweet.edited_into,
            refused,
            () if refused else tuple([keeps(tweet) for _, keeps in self._filters]),
        )

    def _refused(self, tweet: Tweet) -> P | None:
        policy = self._policy
        if tweet.origin not in policy.origins:
            return _REASON_OF_ORIGIN[tweet.origin]
        if policy.since is not None or policy.until is not None:
            day = on_calendar(tweet.created_at, policy.zone, has_time=tweet.has_time).date()
            if policy.since is not None and day < policy.since:
                return P.BEFORE
            if policy.until is not None and day > policy.until:
                return P.AFTER
        return None if tweet.kind in policy.include else _REASON_OF_KIND[tweet.kind]

    def reasons(self, tweets: Iterable[Outline], roots: Mapping[int, int]) -> dict[int, P]:
        """Find the reason of each tweet that is left out."""
        reasons: dict[int, P] = {}
        replies: set[int] = set()
        threads: dict[int, list[Outline]] = {}
        for tweet in tweets:
            root = roots.get(tweet.id, tweet.id)
            if tweet.kind is Kind.REPLY:
                replies.add(tweet.id)
            if tweet.refused:
                reasons[tweet.id] = tweet.refused
            elif root in replies and Kind.REPLY not in self._policy.include:
                reasons[tweet.id] = P.IN_CONVERSATION
            elif self._filters:
                threads.setdefault(tweet.id if self._policy.cut_threads else root, []).append(tweet)
        for thread in threads.values():
            if reason := self._unwanted([tweet.answers for tweet in thread]):
                reasons.update((tweet.id, reason) for tweet in thread)
        return reasons

    def _unwanted(self, thread: Sequence[tuple[Answer, ...]]) -> P | None:
        """Find the first filter that leaves this thread out; what is not known counts after what is."""
        doubt: P | None = None
        for (filter_, _), answers in zip(self._filters, zip(*thread, strict=True), strict=True):
            answer = filter_.judges(answers)
            if answer is False:
                return filter_.reason
            if answer is None and filter_.doubt and not self._policy.keep_unknown:
                doubt = doubt or filter_.doubt.reason
        return doubt


def _roots_of(tweets: Iterable[Outline], edits: Mapping[int, int]) -> dict[int, int]:
    """Map each self-reply to the tweet with which its chain began."""
    roots: dict[int, int] = {}
    for tweet in tweets:
        if tweet.kind is Kind.SELF_REPLY and tweet.reply_to is not None:
            above = last_edit(tweet.reply_to, edits)
            roots[tweet.id] = roots.get(above, above)
    return roots


def _edits_of(tweets: Iterable[Outline]) -> dict[int, int]:
    """Map the older versions of edited tweets to the one that stays: the last that the archive has."""
    versions: dict[int, list[int]] = {}
    for tweet in tweets:
        if tweet.edited_into is not None:
            versions.setdefault(tweet.edited_into, []).append(tweet.id)
    if not versions:
        return {}
    present = {tweet.id for tweet in tweets if tweet.id in versions}
    edits: dict[int, int] = {}
    for last, older in versions.items():
        kept = last if last in present else max(older)
        edits.update((old, kept) for old in older if old != kept)
    return edits


def _current_of(tweets: Sequence[Outline], edits: Mapping[int, int]) -> Sequence[Outline]:
    """List the tweets as they stand, an edited one at the place and with the date of its first version.

    Replies could be written before the last edit, and must come after what they answer.
    """
    if not edits:
        return tweets
    dates = {tweet.id: tweet.created_at for tweet in tweets if tweet.id in edits}
    first: dict[int, int] = {}
    for old, kept in sorted(edits.items()):
        first.setdefault(kept, old)
    current = [
        replace(tweet, created_at=dates[first[tweet.id]]) if tweet.id in first else tweet
        for tweet in tweets
        if tweet.id not in edits
    ]
    return sorted(current, key=lambda tweet: first.get(tweet.id, tweet.id))
