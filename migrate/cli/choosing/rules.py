"""The user's choices, by switches or in a small file, `--rules rules.toml`.

The keys of the file are the names of the switches:

    include = ["replies"]
    since = 2015
    min-likes = 3
    without-word = ["work", "#ad"]
    warn = { spider = "Animals" }
"""

import tomllib
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from migrate.cli.choosing.calendar import period
from migrate.errors import UsageError
from migrate.model import Kind, MentionStyle, Origin, Policy, Visibility
from migrate.posts.filters import FILTERS


class Choice(StrEnum):
    """A kind of tweet that can be included and excluded."""

    TWEETS = "tweets"
    THREADS = "threads"
    REPLIES = "replies"
    RETWEETS = "retweets"
    COMMUNITY = "community"
    CIRCLE = "circle"
    DELETED = "deleted"
    SUBSCRIBERS = "subscribers"
    CROSSPOSTED = "crossposted"


KINDS = {
    Choice.TWEETS: Kind.TWEET,
    Choice.THREADS: Kind.SELF_REPLY,
    Choice.REPLIES: Kind.REPLY,
    Choice.RETWEETS: Kind.RETWEET,
}
ORIGINS = {
    Choice.COMMUNITY: frozenset({Origin.COMMUNITY}),
    Choice.CIRCLE: frozenset({Origin.CIRCLE}),
    Choice.DELETED: frozenset({Origin.DELETED, Origin.OLDER}),
    Choice.SUBSCRIBERS: frozenset({Origin.SUBSCRIBERS}),
    Choice.CROSSPOSTED: frozenset({Origin.FEDIVERSE}),
}


class IfUnknown(StrEnum):
    """What to do with tweets of which the archive doesn't know what a filter asks."""

    KEEP = "keep"
    LEAVE = "leave"


class Choices(Struct, frozen=True, omit_defaults=True, rename="kebab", forbid_unknown_fields=True):
    """Every choice but the filters, as it is typed. None: not chosen."""

    include: tuple[Choice, ...] = ()
    exclude: tuple[Choice, ...] = ()
    since: str | None = None
    until: str | None = None
    timezone: str | None = None
    visibility: Visibility | None = None
    footer: str | None = None
    mentions: MentionStyle | None = None
    warn: dict[str, str] = {}
    keep_warnings: bool = False
    cut_threads: bool = False
    if_unknown: IfUnknown | None = None
    articles: bool = False
    shrink: bool = False

    def over(self, other: "Choices") -> "Choices":
        """Join both: lists are put together; for a single value these choices win."""
        mine, theirs = _said(self), _said(other)
        both = {**theirs, **mine}
        for name in mine.keys() & theirs.keys():
            if isinstance(mine[name], tuple):
                both[name] = (*theirs[name], *mine[name])
            elif isinstance(mine[name], dict):
                both[name] = {**theirs[name], **mine[name]}
        return Rules(**both)

    def policy(self) -> Policy:
        """Make the policy that follows. Raises UsageError for a date that isn't one."""
        usual = Policy()
        kinds = usual.include | {KINDS[c] for c in self.include if c in KINDS}
        origins = usual.origins.union(*(ORIGINS[c] for c in self.include if c in ORIGINS))
        filters = {filter_.name: getattr(self, filter_.field) for filter_ in FILTERS}
        return Policy(
            include=kinds - {KINDS[c] for c in self.exclude if c in KINDS},
            origins=origins.difference(*(ORIGINS[c] for c in self.exclude if c in ORIGINS)),
            since=None if self.since is None else period(self.since)[0],
            until=None if self.until is None else period(self.until)[1],
            visibility=self.visibility or usual.visibility,
            mentions=self.mentions or usual.mentions,
            footer=self.footer or None,
            warnings=tuple(self.warn.items()),
            keep_warnings=self.keep_warnings,
            articles=self.articles,
            shrink=self.shrink,
            filters={name: value for name, value in filters.items() if value},
            cut_threads=self.cut_threads,
            keep_unknown=self.if_unknown is IfUnknown.KEEP,
        )


FIELDS: dict[type, tuple[Any, Any]] = {
    int: (int | None, None),
    bool: (bool, False),
    str: (tuple[str, ...], ()),
}
"""For each kind of filter: the type of its value in the rules, and the value that asks for nothing."""

Rules: type[Choices] = msgspec.defstruct(  # type: ignore[assignment]
    "Rules",
    [(filter_.field, *FIELDS[filter_.takes]) for filter_ in FILTERS],
    bases=(Choices,),
    module=__name__,
    frozen=True,
    omit_defaults=True,
    rename="kebab",
    forbid_unknown_fields=True,
)
"""Every choice, the filters included."""


def read_rules(path: Path) -> Choices:
    """Read the choices in a file. Raises UsageError, which names the key that is wrong."""
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as e:
        raise UsageError(f"{path} can't be read ({e.strerror}). Check the name of the file.") from e
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as e:
        raise UsageError(f"{path.name} is not a file of rules ({e}). An example: min-likes = 3") from e
    names = [field.encode_name for field in msgspec.structs.fields(Rules)]
    if unknown := sorted(said.keys() - set(names)):
        raise UsageError(
            f"{path.name} has keys that are not known: {', '.join(unknown)}. Known are: {', '.join(names)}."
        )
    # 2019 and 2019-03-24 are a number and a date in TOML
    said.update({name: str(said[name]) for name in ("since", "until") if name in said})
    try:
        return msgspec.convert(said, Rules)
    except msgspec.ValidationError as e:
        raise UsageError(f"{path.name} has a value that can't be used: {e}.") from e


def _said(choices: Choices) -> dict[str, Any]:
    usual = Rules()
    values = msgspec.structs.asdict(choices)
    return {name: value for name, value in values.items() if value != getattr(usual, name)}
