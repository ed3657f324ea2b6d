"""The switches that say what is imported, the same for every command: from words to a `Policy`."""

import inspect
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Annotated, Any

import typer
from msgspec import Struct
from msgspec.structs import replace

from migrate.cli.choosing.known_people import Matches, Ping, with_known
from migrate.cli.choosing.rules import Choice, Rules, read_rules
from migrate.errors import UsageError
from migrate.model import Limits, MentionStyle, Policy, Visibility

NAMES = ", ".join(Choice)
LONGEST_WARNING = 100

PlanFile = Annotated[
    Path | None,
    typer.Option(
        "--plan", metavar="FILE.csv", help="Do what this file says: written by plan, edited by you."
    ),
]


class Wishes(Struct, frozen=True):
    """What the person asked for; the footer is settled when the server is known."""

    policy: Policy
    usual_footer: bool
    plan_file: Path | None = None

    def policy_for(self, limits: Limits) -> Policy:
        """Where the server keeps dates, no footer is needed to tell them."""
        from migrate.posts.convert import DEFAULT_FOOTER

        if self.usual_footer and not limits.backdates:
            return replace(self.policy, footer=DEFAULT_FOOTER)
        return self.policy

    def from_file(self, path: Path | None) -> "Wishes":
        """The same, with a plan that people have looked through. Raises UsageError where both want a say."""
        without_people = replace(self, policy=replace(self.policy, known={}, ping=False))
        if path is not None and without_people != Wishes(Policy(), usual_footer=True):
            raise UsageError(
                "With --plan, the file says what is posted and how. Leave the other switches away, or write "
                "the file again with them: migrate plan ARCHIVE -o plan.csv"
            )
        return replace(self, plan_file=path)


def choosing(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command all switches of `read_wishes`, and what they ask for as its `wishes`."""
    switches = inspect.signature(read_wishes).parameters

    @wraps(command)
    def run(**given: Any) -> None:
        wishes = read_wishes(**{name: given.pop(name) for name in switches})
        command(**given, wishes=wishes)

    own = [p for p in inspect.signature(command).parameters.values() if p.name != "wishes"]
    together = [p.replace(kind=p.KEYWORD_ONLY) for p in (*own, *switches.values())]
    run.__signature__ = inspect.Signature(together)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in together}
    return run


def read_wishes(
    *,
    include: Annotated[
        list[Choice], typer.Option(metavar="KIND", help=f"Import these, too; may be repeated: {NAMES}.")
    ] = [],  # noqa: B006 - typer's way to say "none given"
    exclude: Annotated[
        list[Choice], typer.Option(metavar="KIND", help="Don't import these; may be repeated.")
    ] = [],  # noqa: B006
    since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Only tweets from then on: 2019, 2019-03 or 2019-03-24."),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Only tweets up to then; that year, month or day included."),
    ] = None,
    min_likes: Annotated[
        int | None, typer.Option(min=0, metavar="N", help="Only tweets with so many likes.")
    ] = None,
    min_retweets: Annotated[
        int | None, typer.Option(min=0, metavar="N", help="Only tweets that were retweeted so often.")
    ] = None,
    with_word: Annotated[
        list[str],
        typer.Option(metavar="WORD", help="Only tweets with this word or #hashtag, or another one."),
    ] = [],  # noqa: B006
    without_word: Annotated[
        list[str], typer.Option(metavar="WORD", help="No tweets with this word or #hashtag; may be repeated.")
    ] = [],  # noqa: B006
    language: Annotated[
        list[str], typer.Option(metavar="CODE", help="Only tweets in this language: en; may be repeated.")
    ] = [],  # noqa: B006
    only_media: Annotated[
        bool, typer.Option("--only-media", help="Only tweets with pictures or videos.")
    ] = False,
    warn: Annotated[
        list[str],
        typer.Option(
            metavar="WORD=TEXT", help="A content warning for tweets with this word; may be repeated."
        ),
    ] = [],  # noqa: B006
    visibility: Annotated[
        Visibility | None, typer.Option(help="Who sees the toots; unlisted if you don't say.")
    ] = None,
    footer: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT",
            help="A last line for each toot; {date} and {link} are filled in. '' for none. "
            "Without this switch: the date, where the server can't keep it.",
        ),
    ] = None,
    mentions: Annotated[
        MentionStyle | None,
        typer.Option(
            help="How other people's Twitter names are written; plain if you don't say. Nobody is pinged."
        ),
    ] = None,
    matches: Matches = None,
    ping: Ping = False,
    rules: Annotated[
        Path | None,
        typer.Option(metavar="FILE.toml", help="These choices from a file, such as: min-likes = 3"),
    ] = None,
) -> Wishes:
    """What the switches ask for. Raises UsageError."""
    typed = Rules(
        include=tuple(include),
        exclude=tuple(exclude),
        since=since,
        until=until,
        visibility=visibility,
        footer=footer,
        mentions=mentions,
        min_likes=min_likes,
        min_retweets=min_retweets,
        with_word=tuple(with_word),
        without_word=tuple(without_word),
        language=tuple(language),
        only_media=only_media,
        warn=dict(map(_warning, warn)),
    )
    said = typed.over(read_rules(rules)) if rules else typed
    if any(len(warning) > LONGEST_WARNING for warning in said.warn.values()):
        raise UsageError(f"A content warning has up to {LONGEST_WARNING} characters. Write a shorter one.")
    wishes = Wishes(said.policy(), usual_footer=said.footer is None)
    return with_known(wishes, matches, ping=ping)


def _warning(text: str) -> tuple[str, str]:
    word, _, warning = (part.strip() for part in text.partition("="))
    if not word or not warning:
        raise UsageError(f"{text!r} is not a warning. Write the word and what to say: spider=Animals")
    return word, warning
