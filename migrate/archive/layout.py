"""Find the files of an archive of any era and packing, and tell which may be opened at all.

What is not named here is never opened: direct messages, address books and advertising
data stay unread because nothing can ask for them.
"""

import re

from msgspec import Struct

from migrate.archive.containers import Container
from migrate.model import Origin

TWEET_FILES = {
    "twitter-circle-tweet": Origin.CIRCLE,
    "deleted-tweets": Origin.DELETED,
    "deleted-tweet": Origin.DELETED,
    "community-tweet": Origin.COMMUNITY,
    "tweets": Origin.TWEETS,
    "tweet": Origin.TWEETS,
    "classic-tweets": Origin.TWEETS,
    "tweets-csv": Origin.TWEETS,
}
"""The most private first: where a tweet is in two of them, the first decides what it is."""

NOTE_FILES = ("note-tweet", "deleted-note-tweet")

ARTICLE_FILES = ("article", "twitter-article")
"""Articles that the owner wrote; the second was their name until 2024."""

PEOPLE_FILES = (
    "account",
    "profile",
    "following",
    "follower",
    "block",
    "mute",
    "lists-created",
    "lists-member",
    "lists-subscribed",
    "screen-name-change",
    "protected-history",
    "twitter-circle",
    "account-timezone",
)

LIKE_FILES = ("like",)

CLASSIC_FILES = ("user_details", "tweet_index")
"""Of 2012 to 2019. Its tweets, a file a month, are here called classic-tweets."""

MEDIA_FOLDERS = frozenset(
    {
        "tweets_media",
        "tweet_media",
        "community_tweet_media",
        "deleted_tweets_media",
        "twitter_circle_tweet_media",
        "profile_media",
    }
)

_FILES = frozenset(
    {*TWEET_FILES, *NOTE_FILES, *ARTICLE_FILES, *PEOPLE_FILES, *LIKE_FILES, *CLASSIC_FILES, "manifest"}
)
_MARKS = frozenset({*TWEET_FILES, "account", "manifest", "user_details"})
_FILE = re.compile(r"(?P<stem>[a-z_-]+?)(?:-part\d+)?\.js")
_MONTH = re.compile(r"\d{4}_\d{2}\.js")
_COPIED = re.compile(
    r"""(?:(?:copy|copie|kopie|copia|c\u00f3pia|kopia)\s(?:\(\d+\)\s)?(?:of|de|von|di|av)\s)?
        (?P<name>[a-z0-9_-]+?)
        (?:[\s_-]*(?:copy|copie|kopie|copia|c\u00f3pia|kopia))?(?:\s+\d{1,2}|\s*\(\d{1,2}\))?
        (?P<ending>\.(?:js|json|csv)|(?<!csv)\.txt)(?:\.(?:js|json|csv|txt))?""",
    re.VERBOSE,
)
"""What computers make of the name of a file that is copied, downloaded twice, or saved by an editor."""

_INNER_FOLDERS = ("data/js/tweets/", "js/tweets/", "data/js/", "js/", "data/")


class Export(Struct):
    """One archive as Twitter made it: the names of its files by stem, and of its media by base name.

    `copies` are further copies of its files, which are not read.
    """

    container: Container
    files: dict[str, list[str]] = {}
    media: dict[str, str] = {}
    copies: list[str] = []


def exports_in(container: Container) -> list[Export]:
    """Find the archives in a container: those nearest to its top, be it in folders of their own."""
    by_root: dict[str, Export] = {}
    for name in container.sizes:
        folder, base = _split(name)
        if base is None:
            continue
        above, _, last = folder[:-1].rpartition("/")
        if last.lower() in MEDIA_FOLDERS:
            root = _root(f"{above}/" if above else "")
            by_root.setdefault(root, Export(container)).media[base] = name
        elif stem := stem_of(base):
            by_root.setdefault(_root(folder), Export(container)).files.setdefault(stem, []).append(name)
    for export in by_root.values():
        _keep_originals(export)
        if "classic-tweets" in export.files:
            export.files.pop("tweets-csv", None)  # the same tweets again
    return _nearest(by_root)


def base_of(name: str) -> str:
    """Take the last part of a name inside an archive, whichever slashes it has."""
    return name.replace("\\", "/").rpartition("/")[2]


def stem_of(base: str) -> str | None:
    """Tell which of the files that may be opened it is, or a part or copy of; None for all others."""
    return _stem_of(base) or _stem_of(original_name(base))


def original_name(base: str) -> str:
    """Tell what Twitter called a file, from what a computer or a person made of the name."""
    lowered = base.lower()
    copied = None if _stem_of(lowered) else _COPIED.fullmatch(lowered)
    if copied is None:
        return lowered if _stem_of(lowered) else base
    ending = ".csv" if ".csv" in lowered else ".js"
    return f"{copied['name']}{ending}"


def _stem_of(base: str) -> str | None:
    if base == "tweets.csv":
        return "tweets-csv"
    if _MONTH.fullmatch(base):
        return "classic-tweets"
    file = _FILE.fullmatch(base)
    return file["stem"] if file and file["stem"] in _FILES else None


def _keep_originals(export: Export) -> None:
    """Read each file once: the one with Twitter's name, or else the first that is a copy by its name."""
    for stem, names in export.files.items():
        read: dict[str, str] = {}
        for name in sorted(names, key=lambda name: (base_of(name) != original_name(base_of(name)), name)):
            folder = name[: len(name) - len(base_of(name))]
            known = read.setdefault(folder + original_name(base_of(name)), name)
            if known is not name:
                export.copies.append(name)
        export.files[stem] = [name for name in names if name in read.values()]


def _split(name: str) -> tuple[str, str | None]:
    """Split into folder and base name; no base name where Twitter writes no such thing."""
    folder, slash, base = name.replace("\\", "/").rpartition("/")
    steps = folder.split("/")
    if ".." in steps or "__MACOSX" in steps or base.startswith("._") or (slash and not steps[0]):
        return folder, None
    return folder + slash, base


def _root(folder: str) -> str:
    """Tell the folder that an archive lies in, from the folder of one of its files."""
    lowered = folder.lower()
    for inner in _INNER_FOLDERS:
        if lowered == inner or lowered.endswith("/" + inner):
            return folder[: -len(inner)]
    return folder


def _nearest(by_root: dict[str, Export]) -> list[Export]:
    marked = {root: export for root, export in by_root.items() if _MARKS & export.files.keys()} or by_root
    if not marked:
        return []
    depth = min(root.count("/") for root in marked)
    return [export for root, export in marked.items() if root.count("/") == depth]
