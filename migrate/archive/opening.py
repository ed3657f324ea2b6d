"""Opens an archive and reads all of it that is ever needed, in one pass."""

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from migrate.archive.archive import Archive
from migrate.archive.door import open_source
from migrate.archive.expected_files import check_claims, claimed_tweets, claims_of
from migrate.archive.layout import TWEET_FILES, Export, exports_in
from migrate.archive.likes import Likes
from migrate.archive.manifest import Manifest, manifest_of, owners_of
from migrate.archive.media import MediaIndex
from migrate.archive.owner import guess_owner, settle_kinds
from migrate.archive.people import People
from migrate.archive.reading import Reading
from migrate.archive.store import TweetStore
from migrate.archive.troubles import Troubles
from migrate.archive.tweets import Translator
from migrate.archive.wire import WireUser
from migrate.errors import ArchiveError
from migrate.model import Origin, Owner, ProblemKind, Tweet

CIRCLE_TIME = datetime(2022, 5, 1, tzinfo=UTC), datetime(2023, 12, 1, tzinfo=UTC)
"""Twitter Circle began in May 2022 and ended in November 2023; its tweets bear no mark."""


def open_archive(*paths: Path) -> Archive:
    """One account's archive: a zip, a folder, several of them, or a single file of tweets.

    Raises ArchiveError where there is none, or where there are two people's.
    """
    with ExitStack() as closing:
        troubles = Troubles()
        exports = _exports(paths, closing, troubles)
        dated = [(manifest_of(export, troubles), export) for export in exports]
        dated.sort(key=lambda one: one[0].archive_info.generation_date, reverse=True)
        return _read([manifest for manifest, _ in dated], [export for _, export in dated], troubles, closing)


def _exports(paths: Sequence[Path], closing: ExitStack, troubles: Troubles) -> list[Export]:
    exports: list[Export] = []
    for path in paths:
        source = open_source(path)
        closing.callback(source.close)
        for problem in source.problems:
            troubles.add(problem.kind, problem.where, problem.detail)
        found = exports_in(source)
        if not found:
            raise _no_tweets_in(path)
        exports += found
    if not any(stem in export.files for stem in TWEET_FILES for export in exports):
        raise _no_tweets_in(paths[0])
    return exports


def _no_tweets_in(path: Path) -> ArchiveError:
    return ArchiveError(
        f"There are no tweets in {path}. Give the zip that Twitter sent (twitter-….zip), "
        "or the folder that it was unpacked to."
    )


def _read(
    manifests: Sequence[Manifest], exports: Sequence[Export], troubles: Troubles, closing: ExitStack
) -> Archive:
    media = MediaIndex(exports, troubles)
    people = People(exports, troubles)
    owner = _owner_named(people.owners(), owners_of(manifests))
    reading = Reading(exports, Translator(owner.id, media, troubles), troubles)
    tweets = reading.read_all()
    if not owner.id:
        owner = _guessed(owner, reading.author, tweets, troubles)
    claims = [claims_of(*one, troubles) for one in zip(exports, manifests, strict=True)]
    check_claims(claims, exports, reading.seen, troubles)
    protected = people.protected() or (reading.author is not None and reading.author.protected)
    if protected:
        troubles.add(ProblemKind.PROTECTED, f"@{owner.handle}")
    had_circle = people.had_circle()
    if had_circle and not any("twitter-circle-tweet" in export.files for export in exports):
        _warn_of_circle(tweets, troubles)
    return Archive(
        owner=owner,
        profile=people.profile(owner.id, media),
        tweets=tweets,
        claimed=claimed_tweets(claims),
        read=reading.read,
        following=people.ids("following"),
        followers=people.ids("follower"),
        blocks=people.ids("block"),
        mutes=people.ids("mute"),
        lists=people.lists(),
        likes=Likes(exports),
        former_handles=people.former_handles(),
        protected=protected,
        had_circle=had_circle,
        problems=troubles.all(),  # last, as reading the others adds to them
        media_index=media,
        closing=closing.pop_all(),
    )


def _owner_named(in_accounts: Sequence[Owner], in_manifests: Sequence[Owner]) -> Owner:
    """Take the newest export's owner, if all exports are one account's; without an id where none has it."""
    owners = [owner for owner in in_accounts if owner.id] or in_manifests
    if len({owner.id for owner in owners}) > 1:
        names = ", ".join(sorted({f"@{owner.handle}" for owner in owners}))
        raise ArchiveError(
            f"These are archives of different accounts ({names}). Give one account's at a time."
        )
    return next(iter([*owners, *in_accounts]), Owner(id="", handle=""))


def _guessed(owner: Owner, author: WireUser | None, tweets: TweetStore, troubles: Troubles) -> Owner:
    """Add to what is known of the owner what the tweets tell."""
    kind = ProblemKind.DAMAGED_FILE if owner.handle else ProblemKind.MISSING_FILE
    troubles.add(kind, "account.js")
    guess = Owner(author.id or "", author.screen_name, author.name) if author else guess_owner(tweets)
    if guess.id:
        settle_kinds(tweets, guess.id)
    return Owner(guess.id, owner.handle or guess.handle, owner.name or guess.name)


def _warn_of_circle(tweets: Iterable[Tweet], troubles: Troubles) -> None:
    since, until = CIRCLE_TIME
    count = sum(tweet.origin is Origin.TWEETS and since <= tweet.created_at < until for tweet in tweets)
    if count:
        troubles.add(ProblemKind.CIRCLE_UNKNOWN, "May 2022 to November 2023", f"{count:,} tweets")
