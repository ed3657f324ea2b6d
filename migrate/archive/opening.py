"""Open an archive, and read all of it that is ever needed, in one pass."""

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from migrate.archive.archive import Archive
from migrate.archive.articles import join_articles
from migrate.archive.containers import Container, Folder
from migrate.archive.expected_files import (
    believed,
    expected_files_of,
    expected_tweets,
    report_gaps,
    report_missing,
)
from migrate.archive.kinds import Own
from migrate.archive.layout import TWEET_FILES, Export, base_of, exports_in
from migrate.archive.likes import Likes
from migrate.archive.manifest import Manifest, manifest_of, owners_of
from migrate.archive.media import MediaIndex
from migrate.archive.owner import Authors, guess_owner, settle_kinds
from migrate.archive.people_files import PeopleFiles
from migrate.archive.problems import Problems
from migrate.archive.store import TweetStore
from migrate.archive.tweet_files import TweetFiles
from migrate.archive.tweets import Translator
from migrate.archive.zips import open_zip
from migrate.errors import ArchiveError
from migrate.model import Origin, Owner, ProblemKind, Tweet

CIRCLE_TIME = datetime(2022, 5, 1, tzinfo=UTC), datetime(2023, 12, 1, tzinfo=UTC)
"""Twitter Circle began in May 2022 and ended in November 2023; its tweets bear no mark."""

_PACKED = (".zip", ".7z", ".rar", ".tar", ".gz", ".tgz")
_CLASSIC = frozenset({"classic-tweets", "tweets-csv"})
_SIBLINGS = ("account.js", "manifest.js", "user_details.js")


def open_archive(*paths: Path) -> Archive:
    """Open one account's archive: a zip, a folder, several of them, or a single file of tweets.

    Raises ArchiveError where there is none, or where there are two accounts'.
    """
    with ExitStack() as closing:
        problems = Problems()
        exports = _exports(paths, closing, problems)
        dated = [(manifest_of(export, problems), export) for export in exports]
        dated.sort(key=lambda pair: pair[0].archive_info.generation_date, reverse=True)
        return _read([manifest for manifest, _ in dated], [export for _, export in dated], problems, closing)


def _exports(paths: Sequence[Path], closing: ExitStack, problems: Problems) -> list[Export]:
    exports: list[Export] = []
    for path in paths:
        container = _open_container(path)
        closing.callback(container.close)
        for problem in container.problems:
            problems.add(problem.kind, problem.where, problem.detail)
        inside = exports_in(container) or _zipped_inside(container, closing)
        if not inside:
            raise _no_archive_in(container)
        for name in (name for export in inside for name in export.copies):
            problems.add(ProblemKind.COPY_NOT_READ, base_of(name))
        exports += inside
    if not any(stem in export.files for stem in TWEET_FILES for export in exports):
        problems.add(ProblemKind.NO_TWEETS, paths[0].name)
    return exports


def _zipped_inside(container: Container, closing: ExitStack) -> list[Export]:
    """Find archives in the zips of a folder: those are the downloads. Zips in a zip are not opened."""
    found: list[Export] = []
    if isinstance(container, Folder):
        for name in sorted(name for name in container.sizes if name.lower().endswith(".zip")):
            inner = open_zip(container.path / name)
            closing.callback(inner.close)
            found += exports_in(inner)
    return found


def _open_container(path: Path) -> Container:
    """Open the zip, the folder, or the folder around a single file of an archive."""
    try:
        if path.is_dir():
            return Folder(path)
        if not path.exists():
            raise ArchiveError(f"There is nothing at {path}. Give the zip that Twitter sent, or its folder.")
        return (
            _folder_around(path)
            if path.suffix.lower() in {".js", ".json", ".csv", ".txt"}
            else open_zip(path)
        )
    except OSError as error:
        raise ArchiveError(f"{path} can't be read ({error.strerror}). Look at its permissions.") from error


def _folder_around(path: Path) -> Folder:
    """Open the folder if the file lies in an archive: else its other parts would be left out in silence."""
    if any((path.parent / name).exists() for name in _SIBLINGS):
        return Folder(path.parent)
    return Folder(path.parent, only=path.name)


def _no_archive_in(container: Container) -> ArchiveError:
    inner = next((name for name in container.sizes if name.lower().endswith(_PACKED)), None)
    if inner is not None:
        return ArchiveError(
            f"There are no tweets in {container.path}, but there is {inner}. "
            "Unpack that, and give the folder."
        )
    alike = next((name for name in container.sizes if "tweet" in base_of(name).lower()), None)
    if alike is not None:
        return ArchiveError(
            f"There are no tweets in {container.path}, unless they are in {alike}. Give that file the name "
            "that Twitter gave it, tweets.js, or give the zip that Twitter sent (twitter-….zip)."
        )
    return ArchiveError(
        f"There are no tweets in {container.path}. Give the zip that Twitter sent (twitter-….zip), "
        "or the folder that it was unpacked to."
    )


def _read(
    manifests: Sequence[Manifest], exports: Sequence[Export], problems: Problems, closing: ExitStack
) -> Archive:
    media = MediaIndex(exports, problems)
    people = PeopleFiles(exports, problems)
    owner = _owner_named(people.owners(), owners_of(manifests))
    former_handles = people.former_handles()
    newest = _newest(manifests, exports)
    files = TweetFiles(exports, newest, Translator(_own(owner, former_handles), media, problems), problems)
    tweets = files.read_all()
    join_articles(exports, tweets, problems)
    if not owner.id:
        owner = _guessed(owner, files.authors, tweets, former_handles, problems)
    expected = [expected_files_of(*pair, problems) for pair in zip(exports, manifests, strict=True)]
    expected = [believed(*pair) for pair in zip(expected, files.seen, strict=True)]
    claimed = expected_tweets([files for files, new in zip(expected, newest, strict=True) if new])
    if files.older and files.read - len(files.older) == claimed:
        files.set_older_apart(tweets)
    report_missing(expected, exports, files.seen, problems)
    report_gaps(expected, exports, problems)
    author = files.authors.commonest()
    protected = people.protected() or (author is not None and author.protected)
    if protected:
        problems.add(ProblemKind.PROTECTED, f"@{owner.handle}")
    had_circle = people.had_circle()
    if had_circle and not any("twitter-circle-tweet" in export.files for export in exports):
        _warn_of_circle(tweets, problems)
    return Archive(
        owner=owner,
        profile=people.profile(owner.id, media),
        tweets=tweets,
        claimed=claimed if claimed is None or claimed >= files.read else None,
        read=files.read,
        following=people.ids("following"),
        followers=people.ids("follower"),
        blocks=people.ids("block"),
        mutes=people.ids("mute"),
        lists=people.lists(),
        likes=Likes(exports),
        former_handles=former_handles,
        protected=protected,
        time_zone=people.time_zone(),
        had_circle=had_circle,
        problems=problems.all(),  # last, as reading the others adds to them
        media_index=media,
        closing=closing.pop_all(),
    )


def _newest(manifests: Sequence[Manifest], exports: Sequence[Export]) -> list[bool]:
    """Tell which exports are of the newest's time: one download may come in several zips.

    A classic archive has no date, and is older than any that has one.
    """
    dates = [manifest.archive_info.generation_date for manifest in manifests]
    return [
        date == dates[0] or not (date or _CLASSIC & export.files.keys())
        for date, export in zip(dates, exports, strict=True)
    ]


def _owner_named(in_accounts: Sequence[Owner], in_manifests: Sequence[Owner]) -> Owner:
    """Take the newest export's owner, if all exports are one account's; without an id where none has it."""
    owners = [owner for owner in in_accounts if owner.id] or in_manifests
    if len({owner.id for owner in owners}) > 1:
        names = ", ".join(sorted({f"@{owner.handle}" for owner in owners}))
        raise ArchiveError(
            f"These are archives of different accounts ({names}). Give one account's at a time."
        )
    return next(iter([*owners, *in_accounts]), Owner(id="", handle=""))


def _own(owner: Owner, former_handles: Iterable[str]) -> Own:
    return Own(owner.id, frozenset(handle.lower() for handle in (owner.handle, *former_handles) if handle))


def _guessed(
    owner: Owner, authors: Authors, tweets: TweetStore, former_handles: Sequence[str], problems: Problems
) -> Owner:
    """Add what the tweets tell to what is known of the owner."""
    problems.add(ProblemKind.DAMAGED_FILE if owner.handle else ProblemKind.MISSING_FILE, "account.js")
    author = authors.commonest()
    guess = Owner(author.id or "", author.screen_name, author.name) if author else guess_owner(tweets)
    guessed = Owner(guess.id, owner.handle or guess.handle, owner.name or guess.name)
    settle_kinds(tweets, _own(guessed, former_handles), authors)
    return guessed


def _warn_of_circle(tweets: Iterable[Tweet], problems: Problems) -> None:
    since, until = CIRCLE_TIME
    count = sum(tweet.origin is Origin.TWEETS and since <= tweet.created_at < until for tweet in tweets)
    if count:
        problems.add(ProblemKind.CIRCLE_UNKNOWN, "May 2022 to November 2023", f"{count:,} tweets")
