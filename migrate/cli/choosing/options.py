"""The switches that choose the tweets to import, for every command: from words to a `Policy`."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from inspect import Parameter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from msgspec import Struct
from msgspec.structs import replace

from migrate.cli.choosing.calendar import calendar_of, read_zone
from migrate.cli.choosing.descriptions import Descriptions, read_descriptions
from migrate.cli.choosing.known_people import Matches, Ping, with_known
from migrate.cli.choosing.rules import FIELDS, Choice, Choices, IfUnknown, Rules, read_rules
from migrate.cli.switches import TimeZone
from migrate.errors import UsageError
from migrate.model import Limits, MentionStyle, Policy, Visibility
from migrate.posts.filters import FILTERS, Filter

if TYPE_CHECKING:
    from migrate.archive import Archive

NAMES = ", ".join(Choice)
LONGEST_WARNING = 100

PlanFile = Annotated[
    Path | None,
    typer.Option(
        "--plan", metavar="FILE.csv", help="Do what this file says: written by plan, edited by you."
    ),
]

Warnings = Annotated[
    list[str],
    typer.Option(metavar="WORD=TEXT", help="A content warning for tweets with this word; may be repeated."),
]
KeepWarnings = Annotated[
    bool,
    typer.Option(
        "--keep-warnings",
        help="Leave content warnings that you wrote by hand, such as CW: food, in the text.",
    ),
]
Articles = Annotated[
    bool,
    typer.Option(
        "--articles", help="Post the whole texts of your articles, as threads; else title and link."
    ),
]
Shrink = Annotated[
    bool,
    typer.Option("--shrink", help="Scale pictures down that are too big for the server, instead of a link."),
]
Footer = Annotated[
    str | None,
    typer.Option(
        metavar="TEXT",
        help="A last line for each post; {date} and {link} are filled in. '' for none. "
        "Without this switch: the date, where the server can't keep it.",
    ),
]
Mentions = Annotated[
    MentionStyle | None,
    typer.Option(
        help="How other people's Twitter names are written; plain if you don't say. Nobody is pinged."
    ),
]


class ImportOptions(Struct, frozen=True):
    """The wishes of the user; the footer is settled when the server is known, the calendar by the archive.

    `said` is what they say with switches and in a file of rules, and `has_rules` whether there is one.
    `asks` says that they can be asked about what they don't say.
    """

    policy: Policy
    usual_footer: bool
    plan_file: Path | None = None
    said: Choices = Choices()
    has_rules: bool = False
    asks: bool = True

    def policy_for(self, limits: Limits, archive: "Archive") -> Policy:
        """Settle the calendar, and the footer: where the server keeps dates, none is needed to tell them."""
        from migrate.posts.convert import DEFAULT_FOOTER

        policy = replace(self.policy, zone=calendar_of(archive, self.said.timezone))
        if self.usual_footer and not limits.backdates:
            return replace(policy, footer=DEFAULT_FOOTER)
        return policy

    def from_file(self, path: Path | None) -> "ImportOptions":
        """Add a plan that the user has looked through. Raises UsageError where switches contradict it."""
        without_people = replace(self.policy, known={}, ping=False, shrink=False)
        if path is not None and (without_people != Policy() or not self.usual_footer):
            raise UsageError(
                "With --plan, the file says what is posted and how. Leave the other switches away, or write "
                "the file again with them: migrate plan ARCHIVE -o plan.csv"
            )
        return replace(self, plan_file=path)


def choosing(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command all switches of `read_options`, and their meaning as its `options`."""
    switches = list(_switches())

    @wraps(command)
    def run(**given: Any) -> None:
        values = {switch.name: given.pop(switch.name) for switch in switches}
        filters = {filter_.field: values.pop(filter_.field) for filter_ in FILTERS}
        command(**given, options=read_options(filters=filters, **values))

    own = [p for p in inspect.signature(command).parameters.values() if p.name != "options"]
    together = [p.replace(kind=Parameter.KEYWORD_ONLY) for p in (*own, *switches)]
    run.__signature__ = inspect.Signature(together)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in together}
    return run


def read_options(
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
    timezone: TimeZone = None,
    filters: Mapping[str, object] = {},
    cut_threads: Annotated[
        bool,
        typer.Option(
            "--cut-threads", help="Let these filters keep parts of threads; threads stay whole else."
        ),
    ] = False,
    if_unknown: Annotated[
        IfUnknown | None,
        typer.Option(
            help="Tweets of which the archive doesn't know what you ask for (likes, language). Without this "
            "switch you are asked; where nobody can be, they are left."
        ),
    ] = None,
    warn: Warnings = [],  # noqa: B006
    keep_warnings: KeepWarnings = False,
    articles: Articles = False,
    visibility: Annotated[
        Visibility | None, typer.Option(help="Who sees the posts; unlisted if you don't say.")
    ] = None,
    footer: Footer = None,
    mentions: Mentions = None,
    shrink: Shrink = False,
    descriptions: Descriptions = None,
    matches: Matches = None,
    ping: Ping = False,
    rules: Annotated[
        Path | None,
        typer.Option(metavar="FILE.toml", help="These choices from a file, such as: min-likes = 3"),
    ] = None,
) -> ImportOptions:
    """Put the switches together. Raises UsageError."""
    typed = Rules(
        include=tuple(include),
        exclude=tuple(exclude),
        since=since,
        until=until,
        timezone=timezone,
        visibility=visibility,
        footer=footer,
        mentions=mentions,
        warn=dict(map(_warning, warn)),
        keep_warnings=keep_warnings,
        cut_threads=cut_threads,
        if_unknown=if_unknown,
        articles=articles,
        shrink=shrink,
        **{name: tuple(value) if isinstance(value, list) else value for name, value in filters.items()},
    )
    said = typed.over(read_rules(rules)) if rules else typed
    _expect_short_warnings(said.warn)
    if said.timezone is not None:
        read_zone(said.timezone)
    policy = replace(said.policy(), descriptions=read_descriptions(descriptions))
    policy = with_known(policy, matches, ping=ping)
    usual_footer = said.footer is None
    return ImportOptions(policy, usual_footer=usual_footer, said=said, has_rules=rules is not None)


def _switches() -> Iterator[Parameter]:
    """List each switch of `read_options`, with the switch of each filter in the place of `filters`."""
    for parameter in inspect.signature(read_options).parameters.values():
        if parameter.name == "filters":
            yield from map(_switch_of, FILTERS)
        else:
            yield parameter


def _switch_of(filter_: Filter) -> Parameter:
    kind, usual = FIELDS[filter_.takes]
    if filter_.takes is str:
        kind, usual = list[str], []  # typer knows no tuples of any length
    least = 0 if filter_.takes is int else None
    option = typer.Option(f"--{filter_.name}", min=least, metavar=filter_.metavar, help=filter_.help)
    return Parameter(filter_.field, Parameter.KEYWORD_ONLY, default=usual, annotation=Annotated[kind, option])


def _warning(text: str) -> tuple[str, str]:
    word, _, warning = (part.strip() for part in text.partition("="))
    if not word or not warning:
        raise UsageError(f"{text!r} is not a warning. Write the word and what to say: spider=Animals")
    return word, warning


def _expect_short_warnings(warnings: Mapping[str, str]) -> None:
    if any(len(warning) > LONGEST_WARNING for warning in warnings.values()):
        raise UsageError(f"A content warning has up to {LONGEST_WARNING} characters. Write a shorter one.")
