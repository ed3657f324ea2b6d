"""The switches that say what is imported, the same for every command: from words to a `Policy`."""

from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Annotated

import typer
from msgspec import Struct
from msgspec.structs import replace

from migrate.errors import UsageError
from migrate.model import Kind, Limits, MentionStyle, Origin, Policy, Visibility


class Choice(StrEnum):
    """What can be switched on and off."""

    TWEETS = "tweets"
    THREADS = "threads"
    REPLIES = "replies"
    RETWEETS = "retweets"
    COMMUNITY = "community"
    CIRCLE = "circle"
    DELETED = "deleted"


KINDS = {
    Choice.TWEETS: Kind.TWEET,
    Choice.THREADS: Kind.SELF_REPLY,
    Choice.REPLIES: Kind.REPLY,
    Choice.RETWEETS: Kind.RETWEET,
}
ORIGINS = {
    Choice.COMMUNITY: Origin.COMMUNITY,
    Choice.CIRCLE: Origin.CIRCLE,
    Choice.DELETED: Origin.DELETED,
}
NAMES = ", ".join(Choice)

Include = Annotated[
    list[Choice],
    typer.Option("--include", metavar="KIND", help=f"Import these, too; may be repeated: {NAMES}."),
]
Exclude = Annotated[
    list[Choice], typer.Option("--exclude", metavar="KIND", help="Don't import these; may be repeated.")
]
Since = Annotated[
    str | None, typer.Option(metavar="DATE", help="Only tweets from then on: 2019, 2019-03 or 2019-03-24.")
]
Until = Annotated[
    str | None, typer.Option(metavar="DATE", help="Only tweets up to then; that year, month or day included.")
]
Seen = Annotated[Visibility, typer.Option("--visibility", help="Who sees the toots.")]
Footer = Annotated[
    str | None,
    typer.Option(
        metavar="TEXT",
        help="A last line for each toot; {date} and {link} are filled in. '' for none. "
        "Without this switch: the date, where the server can't keep it.",
    ),
]
Mentions = Annotated[
    MentionStyle, typer.Option(help="How other people's Twitter names are written. Nobody is pinged.")
]


class Wishes(Struct, frozen=True):
    """What the person asked for; the footer is settled when the server is known."""

    policy: Policy
    usual_footer: bool

    def policy_for(self, limits: Limits) -> Policy:
        """Where the server keeps dates, no footer is needed to tell them."""
        from migrate.convert import DEFAULT_FOOTER

        if self.usual_footer and not limits.backdates:
            return replace(self.policy, footer=DEFAULT_FOOTER)
        return self.policy


def read_wishes(
    include: list[Choice],
    exclude: list[Choice],
    since: str | None,
    until: str | None,
    *,
    visibility: Visibility,
    footer: str | None,
    mentions: MentionStyle,
) -> Wishes:
    """What the switches ask for. Raises UsageError for a date that isn't one."""
    usual = Policy()
    kinds = usual.include | {KINDS[c] for c in include if c in KINDS}
    origins = usual.origins | {ORIGINS[c] for c in include if c in ORIGINS}
    policy = Policy(
        include=kinds - {KINDS[c] for c in exclude if c in KINDS},
        origins=origins - {ORIGINS[c] for c in exclude if c in ORIGINS},
        since=None if since is None else period(since)[0],
        until=None if until is None else period(until)[1],
        visibility=visibility,
        mentions=mentions,
        footer=footer or None,
    )
    return Wishes(policy, usual_footer=footer is None)


def period(text: str) -> tuple[datetime, datetime]:
    """The first moment of a year, month or day, and the first moment after it, in UTC.

    What the text leaves open is filled in from two different days, and so found out.
    """
    from dateutil.parser import ParserError, parse

    try:
        first = parse(text, default=datetime(2000, 1, 1, tzinfo=UTC))
        other_year = parse(text, default=datetime(2001, 1, 1, tzinfo=UTC))
        last = parse(text, default=datetime(2000, 12, 31, tzinfo=UTC))
    except (ParserError, OverflowError) as e:
        raise _not_a_date(text) from e
    if first.year != other_year.year or first.hour or first.minute:
        raise _not_a_date(text)
    return first.astimezone(UTC), last.astimezone(UTC) + timedelta(days=1)


def _not_a_date(text: str) -> UsageError:
    return UsageError(f"{text!r} is not a date. Write a year, a month or a day: 2019, 2019-03 or 2019-03-24.")
