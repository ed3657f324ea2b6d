"""`migrate check`: the contents of an archive."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from migrate.cli.app import app
from migrate.cli.show import counts, filled, print_json, say, say_whose, table, warn, warn_each
from migrate.cli.switches import Archives, Lenient
from migrate.errors import ArchiveError, UsageError

if TYPE_CHECKING:
    from migrate.archive import Archive
    from migrate.archive.summary import Summary


@app.command("check")
def check_command(
    archive: Archives,
    *,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE.html", help="Write the charts as a page, too.")
    ] = None,
    csv: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Write the numbers as tables, too.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="For other programs: one JSON object.")] = False,
    lenient: Lenient = False,
) -> None:
    """See what is in an archive, and what is wrong with it."""
    from migrate.archive import open_archive
    from migrate.archive.summary import summarize

    with open_archive(*archive) as opened:
        found = summarize(opened)
        if json:
            print_json(found)
        else:
            _print_tables(found)
        if html or csv or not json:
            _draw(opened, html, csv, in_terminal=not json)
        expect_whole(opened, lenient=lenient)


def expect_whole(archive: "Archive", *, lenient: bool) -> None:
    """Stop where tweets could not be read, unless the user has chosen to go on. Raises ArchiveError."""
    from migrate.cli.problem_words import WORDS
    from migrate.model import ProblemKind as P

    lost = [p for p in archive.problems if p.kind in {P.UNREADABLE, P.MISSING_TWEETS, P.TRUNCATED}]
    if not lost:
        return
    warn_each("{where}: {detail}", [{"where": p.where, "detail": p.detail or WORDS[p.kind][0]} for p in lost])
    if not lenient:
        raise ArchiveError(
            "Some tweets of this archive could not be read (see above). Download the archive again if you "
            "can. To go on without them, run the same command with --lenient."
        )


def _draw(archive: "Archive", html: Path | None, csv: Path | None, *, in_terminal: bool) -> None:
    """Draw the charts, by this computer's time zone. Raises UsageError where a file can't be written."""
    from dateutil.tz import tzlocal

    from migrate.cli.charts import show_charts
    from migrate.model import Origin
    from migrate.pages.charts import make_charts
    from migrate.pages.figures import make_figures
    from migrate.pages.numbers import write_page, write_tables

    tweets = (tweet for tweet in archive.tweets if tweet.origin is Origin.TWEETS)
    figures = make_figures(tweets, archive.owner, tzlocal())
    charts = make_charts(figures)
    if in_terminal:
        show_charts(charts)
    try:
        if html:
            write_page(charts, archive.owner, html)
            say("The charts are in {path}", path=str(html), err=not in_terminal)
        if csv:
            write_tables(figures, csv)
            say("The tables are in {path}", path=str(csv), err=not in_terminal)
    except OSError as e:
        raise UsageError(f"This can't be written ({e.strerror}): {e.filename}. Choose another place.") from e


def _print_tables(found: "Summary") -> None:
    from migrate.cli.problem_words import WORDS

    say_whose(found.owner)
    table([*_tweets(found), *_private(found), *_others(found)])
    if found.protected:
        warn("Your Twitter account is protected: only your followers could read these tweets.")
    if found.problems:
        say("Good to know:")
        counts([(problem.count, WORDS[problem.kind]) for problem in found.problems])


def _tweets(found: "Summary") -> list[tuple[str, object]]:
    said = found.claimed is not None
    years = f"{found.first:%Y} - {found.last:%Y}" if found.first and found.last else "-"
    return [
        ("Years", years),
        ("Tweets", filled("{n} of {all}", n=found.tweets, all=found.claimed) if said else found.tweets),
        ("Replies to other people", found.replies),
        ("Retweets", found.retweets),
        ("Threads of your own", found.threads),
        ("Pictures and videos", found.media),
        ("Pictures and videos that are missing", found.media_missing),
    ]


def _private(found: "Summary") -> list[tuple[str, object]]:
    """Count the tweets that are left out unless they are asked for; most archives have none."""
    rows = [
        ("Tweets for a community", found.community),
        ("Tweets for your Twitter Circle", found.circle),
        ("Tweets that you had deleted", found.deleted),
    ]
    return [(label, count) for label, count in rows if count]


def _others(found: "Summary") -> list[tuple[str, object]]:
    return [("People you followed", found.following), ("People who followed you", found.followers)]
