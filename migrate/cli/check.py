"""`migrate check`: the contents of an archive."""

from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from migrate.cli.app import app
from migrate.cli.choosing.calendar import calendar_of, show_calendar
from migrate.cli.show import (
    MORE,
    SHOWN,
    Sentence,
    cleaned,
    counts,
    filled,
    print_json,
    say,
    say_whose,
    table,
    warn,
    warn_each,
)
from migrate.cli.switches import Archives, Lenient, TimeZone
from migrate.cli.times import about, day_of
from migrate.errors import ArchiveError, UsageError
from migrate.model import Origin

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from migrate.archive import Archive
    from migrate.archive.summary import Summary
    from migrate.model import Problem


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
    timezone: TimeZone = None,
    lenient: Lenient = False,
) -> None:
    """See what is in an archive, and what is wrong with it."""
    from migrate.archive import open_archive
    from migrate.archive.summary import summarize

    with open_archive(*archive) as opened:
        found, zone = summarize(opened), calendar_of(opened, timezone)
        if json:
            print_json(found)
        else:
            _print_tables(found, _years(opened, zone))
            show_calendar(opened, timezone)
            _print_liked(opened)
        if html or csv or not json:
            _draw(opened, zone, html, csv, in_terminal=not json)
        expect_whole(opened, lenient=lenient)


def expect_whole(
    archive: "Archive", origins: "Collection[Origin]" = frozenset({Origin.TWEETS}), *, lenient: bool
) -> None:
    """Stop where tweets that are asked for could not be read, unless the user has chosen to go on.

    Raises ArchiveError. A file of others, such as that of deleted tweets, stops nobody.
    """
    from migrate.model import ProblemKind as P

    losses = {P.UNREADABLE, P.NO_TWEETS, P.MISSING_TWEETS, P.TRUNCATED}
    lost = [p for p in archive.problems if p.kind in losses and p.origin in origins]
    if not lost:
        return
    if any(problem.kind is P.NO_TWEETS for problem in lost) and not lenient:
        raise ArchiveError(_no_tweets(archive.claimed))
    warn_each("{loss}", [{"loss": _in_words(problem)} for problem in lost])
    if not lenient:
        raise ArchiveError(
            "Some tweets of this archive could not be read (see above). Download the archive again if you "
            "can. To go on without them, run the same command with --lenient."
        )


def _no_tweets(claimed: int | None) -> str:
    sentence: Sentence
    if claimed is None:
        sentence = "There is no file of tweets in this archive (tweets.js)."
    else:
        sentence = (
            "There is no file of tweets in this archive (tweets.js). It says that it has {n} tweet.",
            "There is no file of tweets in this archive (tweets.js). It says that it has {n} tweets.",
        )
    advice = "Give the zip that Twitter sent, or its whole folder. `migrate find` works without tweets."
    return f"{filled(sentence, n=claimed)} {advice}"


def _in_words(loss: "Problem") -> str:
    """Say what was lost, by its place in the file and the day, which the user can look for on Twitter."""
    from migrate.cli.problem_words import WORDS

    detail = loss.detail or WORDS[loss.kind][0]
    place = loss.place
    if place is None:
        return filled("{file}: {detail}", file=loss.where, detail=detail)
    if place.written is None:
        sentence = "{file}: {n} of {all} can't be used: {detail}."
        return filled(sentence, file=place.file, n=place.number, all=place.of, detail=detail)
    return filled(
        "{file}: {n} of {all}, written on {day}, can't be used: {detail}.",
        file=place.file,
        n=place.number,
        all=place.of,
        day=day_of(place.written),
        detail=detail,
    )


def _draw(
    archive: "Archive", zone: tzinfo, html: Path | None, csv: Path | None, *, in_terminal: bool
) -> None:
    """Draw the charts, by the author's clock. Raises UsageError where a file can't be written."""
    from migrate.cli.charts import show_charts
    from migrate.model import Origin
    from migrate.pages.charts import make_charts
    from migrate.pages.figures import make_figures
    from migrate.pages.numbers import write_page, write_tables

    tweets = (tweet for tweet in archive.tweets if tweet.origin is Origin.TWEETS)
    figures = make_figures(tweets, archive.owner, zone)
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


def _print_tables(found: "Summary", years: str) -> None:
    from migrate.cli.problem_words import WORDS

    say_whose(found.owner)
    table([*_tweets(found, years), *_private(found), *_others(found)])
    if found.protected:
        warn("Your Twitter account is protected: only your followers could read these tweets.")
    _print_sources(found)
    if found.problems:
        say("Good to know:")
        counts([(problem.count, WORDS[problem.kind]) for problem in found.problems])


def _print_liked(archive: "Archive") -> None:
    """Print how many tweets would be left with more and more likes, and how long these would take."""
    from migrate.model import Policy
    from migrate.posts.plan.contents import liked

    rows: list[tuple[str, object]] = []
    for left in liked(archive.tweets, Policy()):
        label = filled(("at least {n} like", "at least {n} likes"), n=left.least)
        sentence = ("{n} post, {time}", "{n} posts, {time}")
        rows.append((label, filled(sentence, n=left.tweets, time=about(_usual_time(left.files)))))
    if rows:
        say("What --min-likes would leave to post:")
        table(rows)


def _usual_time(files: "Sequence[int]") -> float:
    """Foretell how long posts with so many files each take on a Mastodon that limits as most do."""
    from migrate.mastodon import Pace
    from migrate.mastodon.api import POSTING
    from migrate.mastodon.families import MASTODON
    from migrate.posts.replay.moves import Needs, foretell

    usual = MASTODON.oldest
    pace = Pace({budget.quota: budget for budget in usual.budgets})
    return foretell([Needs(count, POSTING) for count in files], pace, 0.0, usual.keeps_media)


def _print_sources(found: "Summary") -> None:
    """Print with which programs the tweets were written, as far as it is known."""
    rows = [(source.name, source.tweets) for source in found.sources if source.name is not None]
    if rows:
        say("Written with (to leave a program out: --without-source NAME):")
        table([(str(cleaned(name)), tweets) for name, tweets in rows[:SHOWN]])
        if len(rows) > SHOWN:
            say(MORE, n=len(rows) - SHOWN)


def _tweets(found: "Summary", years: str) -> list[tuple[str, object]]:
    said = found.claimed is not None
    return [
        ("Years", years),
        ("Tweets", filled("{n} of {all}", n=found.tweets, all=found.claimed) if said else found.tweets),
        ("Replies to other people", found.replies),
        ("Retweets", found.retweets),
        ("Threads of your own", found.threads),
        ("Pictures and videos", found.media),
        ("Pictures and videos that are missing", found.media_missing),
    ]


def _years(archive: "Archive", zone: tzinfo) -> str:
    """Name the first and the last year in which the owner tweeted, by their calendar."""
    from migrate.model import on_calendar

    ends = [
        next((tweet for tweet in tweets if tweet.origin is Origin.TWEETS), None)
        for tweets in (archive.tweets, reversed(archive.tweets))
    ]
    years = [on_calendar(end.created_at, zone, has_time=end.has_time).year for end in ends if end]
    return " - ".join(map(str, years)) or "-"


def _private(found: "Summary") -> list[tuple[str, object]]:
    """Count the tweets that are left out unless they are asked for; most archives have none."""
    rows = [
        ("Tweets for a community", found.community),
        ("Tweets for your Twitter Circle", found.circle),
        ("Tweets that you had deleted", found.deleted),
        ("Tweets that are only in an older archive", found.older),
        ("Tweets for paying subscribers", found.subscribers),
        ("Tweets that came from the fediverse", found.crossposted),
    ]
    return [(label, count) for label, count in rows if count]


def _others(found: "Summary") -> list[tuple[str, object]]:
    return [("People you followed", found.following), ("People who followed you", found.followers)]
