"""Read every tweet of every file once, and count what was met."""

from collections import Counter
from collections.abc import Sequence

from msgspec import structs

from migrate.archive.dates import moment
from migrate.archive.kinds import settled_kind
from migrate.archive.layout import NOTE_FILES, TWEET_FILES, Export, base_of, original_name
from migrate.archive.notes import WireNote, WrappedNote, join
from migrate.archive.owner import Authors
from migrate.archive.problems import Problems
from migrate.archive.records import Records, Shape
from migrate.archive.store import Intake, TweetStore
from migrate.archive.tweets import Translator, versions_of
from migrate.archive.tweets_csv import TweetsCsv
from migrate.archive.wire import TweetRecord, WireTweet, WrappedTweet
from migrate.model import Origin, ProblemKind

_SHAPES: Sequence[Shape[TweetRecord]] = (Shape(WrappedTweet), Shape(WireTweet))
"""The ways to read a tweet, likeliest first."""


class TweetFiles:
    """The tweets of all exports of one account, newest export first.

    `seen` counts the records of each export's files by base name, the unreadable ones too.
    `read` counts the distinct tweets in the files of tweets, those included that another
    file calls private. `older` are the ids of those that only exports of another time than the
    newest have. `authors` are the accounts that a classic archive names with its tweets.
    """

    def __init__(
        self, exports: Sequence[Export], newest: Sequence[bool], translator: Translator, problems: Problems
    ) -> None:
        self.seen: list[Counter[str]] = [Counter() for _ in exports]
        self.authors = Authors()
        self.read = 0
        self.older: set[int] = set()
        self._exports = exports
        self._newest = newest
        self._translator = translator
        self._problems = problems
        self._intake = Intake()
        self._private: set[int] = set()
        self._versions: set[tuple[int, ...]] = set()

    def read_all(self) -> TweetStore:
        """Read every file, the most private first: the first to name a tweet decides what it is."""
        for stem, origin in TWEET_FILES.items():
            for export, newest, seen in zip(self._exports, self._newest, self.seen, strict=True):
                names = export.files.get(stem, ())
                earlier = set(self._intake.known if names else ())
                for name in names:
                    seen[original_name(base_of(name))] += self._read_file(export, name, origin, earlier)
                if names and not newest and origin is Origin.TWEETS:
                    self.older |= self._intake.known - earlier
            if origin is not Origin.TWEETS:
                self._private = set(self._intake.known)
        tweets = TweetStore(self._intake)
        self._settle_kinds(tweets)
        self._tie_versions(tweets)
        self._join_notes(tweets)
        return tweets

    def _read_file(self, export: Export, name: str, origin: Origin, earlier: set[int]) -> int:
        """Read one file; a tweet that an earlier file had is known, one of this file's own kind is double."""
        records = self._records(export, name, origin)
        known, add, tweet_of = self._intake.known, self._intake.add, self._translator.tweet_of
        before = len(known)
        for number, record in enumerate(records, 1):
            wire = record.tweet
            if wire.id in known:
                self._met_again(wire.id, origin, earlier, records.base)
                continue
            try:
                add(tweet_of(wire, origin))
            except ValueError as error:
                records.report.unusable(number, str(error), moment(wire.created_at))
                continue
            if wire.edit_info and (versions := versions_of(wire.edit_info)):
                self._versions.add(versions)
            if wire.user:
                self.authors.add(wire.user, wire.id, retweeted=wire.retweeted)
        if origin is Origin.TWEETS:
            self.read += len(known) - before
        return records.seen

    def _records(self, export: Export, name: str, origin: Origin) -> Records[TweetRecord] | TweetsCsv:
        if name.endswith(".csv"):
            return TweetsCsv(export.container, name, self._problems)
        return Records(export.container, name, _SHAPES, self._problems, tweets=origin)

    def _met_again(self, tweet_id: int, origin: Origin, earlier: set[int], base: str) -> None:
        if tweet_id not in earlier:
            self._problems.add(ProblemKind.DUPLICATE, str(tweet_id), base)
        elif origin is Origin.TWEETS and tweet_id in self._private:
            self._private.discard(tweet_id)
            self.read += 1

    def set_older_apart(self, tweets: TweetStore) -> None:
        """Tell the tweets that only an older export has from the others."""
        for tweet in filter(None, map(tweets.find, self.older)):
            tweets.put(structs.replace(tweet, origin=Origin.OLDER))
        self.read -= len(self.older)

    def _settle_kinds(self, tweets: TweetStore) -> None:
        """Tell the kinds that depend on whether the archive has the parent."""
        for tweet in filter(None, map(tweets.find, self._translator.doubtful)):
            parent = tweets.find(tweet.reply_to) if tweet.reply_to else None
            kind = settled_kind(tweet, parent, self._translator.own)
            if kind is not tweet.kind:
                tweets.put(structs.replace(tweet, kind=kind))

    def _tie_versions(self, tweets: TweetStore) -> None:
        """Tell the older versions of an edited tweet which is the last one that is here.

        An older export knows fewer versions than a newer one; the newer has the last word.
        """
        for versions in sorted(self._versions, key=max):
            here = [tweet for tweet in map(tweets.find, sorted(versions)) if tweet]
            for older in here[:-1]:
                tweets.put(structs.replace(older, edited_into=here[-1].id))

    def _join_notes(self, tweets: TweetStore) -> None:
        for export in self._exports:
            for stem in NOTE_FILES:
                for name in export.files.get(stem, ()):
                    for record in Records(export.container, name, (Shape(WrappedNote),), self._problems):
                        self._join_note(record.note_tweet, tweets)

    def _join_note(self, note: WireNote, tweets: TweetStore) -> None:
        if not join(note, tweets):
            self._problems.add(ProblemKind.NOTE_WITHOUT_TWEET, note.created_at, note.core.text[:60])
