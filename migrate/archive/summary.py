"""Count what a person wants to know of an archive first."""

from collections import Counter
from datetime import datetime

from msgspec import Struct

from migrate.archive.archive import Archive
from migrate.model import Kind, Origin, Owner, ProblemKind, Tweet, shown_elsewhere


class ProblemCount(Struct, frozen=True):
    """How often something is not as it should be."""

    kind: ProblemKind
    count: int


class ProgramCount(Struct, frozen=True):
    """How many tweets were written with a program; `name` is None for those of which it isn't known."""

    name: str | None
    tweets: int


class Summary(Struct, frozen=True, rename={"owner": "account"}):
    """An archive in numbers.

    Of what is left out unless it is asked for, from `community` to `crossposted`, only the number
    is told. All else counts the file of tweets alone, as the archive's own list does: `tweets` of
    `claimed`, which is None where the archive doesn't say. `sources` are the programs with which
    these tweets, and those that came from the fediverse, were written; the most used first.
    """

    owner: Owner
    tweets: int
    claimed: int | None
    replies: int
    retweets: int
    self_replies: int
    threads: int
    media: int
    media_missing: int
    first: datetime | None
    last: datetime | None
    community: int
    circle: int
    deleted: int
    older: int
    subscribers: int
    crossposted: int
    following: int
    followers: int
    protected: bool
    sources: tuple[ProgramCount, ...]
    problems: tuple[ProblemCount, ...]


_COUNTED = frozenset({Origin.TWEETS, Origin.FEDIVERSE})


def summarize(archive: Archive) -> Summary:
    """Count everything in one pass."""
    origins: Counter[Origin] = Counter()
    kinds: Counter[Kind] = Counter()
    programs: Counter[str | None] = Counter()
    missing: Counter[bool] = Counter()
    problems = Counter(problem.kind for problem in archive.problems)
    threads = _Threads()
    dates: list[datetime] = []
    for tweet in archive.tweets:
        origins[tweet.origin] += 1
        if tweet.origin in _COUNTED:
            programs[tweet.program] += 1
        if tweet.origin is not Origin.TWEETS:
            continue
        kinds[tweet.kind] += 1
        problems.update(kind for kind, _ in shown_elsewhere(tweet))
        missing.update(item.file is None for item in tweet.media)
        threads.add(tweet)
        dates = [*dates[:1], tweet.created_at]
    return Summary(
        owner=archive.owner,
        tweets=archive.read,
        claimed=archive.claimed,
        replies=kinds[Kind.REPLY],
        retweets=kinds[Kind.RETWEET],
        self_replies=kinds[Kind.SELF_REPLY],
        threads=len(threads.roots),
        media=missing.total(),
        media_missing=missing[True],
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        community=origins[Origin.COMMUNITY],
        circle=origins[Origin.CIRCLE],
        deleted=origins[Origin.DELETED],
        older=origins[Origin.OLDER],
        subscribers=origins[Origin.SUBSCRIBERS],
        crossposted=origins[Origin.FEDIVERSE],
        following=len(archive.following),
        followers=len(archive.followers),
        protected=archive.protected,
        sources=tuple(ProgramCount(name, count) for name, count in programs.most_common()),
        problems=tuple(ProblemCount(kind, count) for kind, count in problems.most_common()),
    )


class _Threads:
    """The tweets with which chains of the owner's replies to themselves begin."""

    def __init__(self) -> None:
        self.roots: set[int] = set()
        self._root_of: dict[int, int] = {}

    def add(self, tweet: Tweet) -> None:
        """Take a tweet in; they come in order."""
        if tweet.kind is Kind.SELF_REPLY and tweet.reply_to:
            root = self._root_of.get(tweet.reply_to, tweet.reply_to)
            self._root_of[tweet.id] = root
            self.roots.add(root)
