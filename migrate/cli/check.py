"""`migrate check`: what is in an archive."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from migrate.cli.app import app
from migrate.cli.show import say, table, warn
from migrate.cli.words import WORDS
from migrate.errors import ArchiveError

if TYPE_CHECKING:
    from migrate.archive import Archive

Archives = Annotated[
    list[Path], typer.Argument(metavar="ARCHIVE", help="The zip as downloaded from Twitter, or its folder.")
]
AsJson = Annotated[bool, typer.Option("--json", help="For other programs: one JSON object.")]
Lenient = Annotated[bool, typer.Option("--lenient", help="Go on although some tweets can't be read.")]


@app.command()
def check(archive: Archives, *, json: AsJson = False, lenient: Lenient = False) -> None:
    """Look into an archive: whose it is, what it holds, what is wrong with it."""
    from migrate.archive import open_archive

    with open_archive(*archive) as opened:
        found = summary(opened)
        if json:
            _print_json(found)
        else:
            _print_table(found)
        expect_whole(opened, lenient=lenient)


def summary(archive: "Archive") -> dict[str, Any]:
    """The facts of an archive, as the JSON output shows them."""
    from migrate.model import Kind

    kinds: Counter[str] = Counter()
    media: Counter[bool] = Counter()
    threads: set[int] = set()
    roots: dict[int, int] = {}
    first = last = None
    for tweet in archive.tweets:
        kinds[tweet.kind] += 1
        media.update(item.file is None for item in tweet.media)
        first, last = first or tweet.created_at, tweet.created_at
        if tweet.kind is Kind.SELF_REPLY and tweet.reply_to:
            roots[tweet.id] = root = roots.get(tweet.reply_to, tweet.reply_to)
            threads.add(root)
    problems = Counter(problem.kind for problem in archive.problems)
    return {
        "account": {
            "id": archive.account.id,
            "handle": archive.account.handle,
            "name": archive.account.name,
        },
        "tweets": kinds.total(),
        "claimed": archive.claimed,
        "replies": kinds[Kind.REPLY],
        "retweets": kinds[Kind.RETWEET],
        "self_replies": kinds[Kind.SELF_REPLY],
        "threads": len(threads),
        "media": media.total(),
        "media_missing": media[True],
        "first": first and first.isoformat(),
        "last": last and last.isoformat(),
        "following": len(archive.following),
        "followers": len(archive.followers),
        "protected": archive.protected,
        "problems": [{"kind": kind, "count": count} for kind, count in problems.most_common()],
    }


def expect_whole(archive: "Archive", *, lenient: bool) -> None:
    """Stop where tweets could not be read, unless the person knows it and goes on. Raises ArchiveError."""
    from migrate.model import ProblemKind as P

    lost = [p for p in archive.problems if p.kind in {P.UNREADABLE, P.MISSING_TWEETS, P.TRUNCATED}]
    if not lost:
        return
    for problem in lost[:10]:
        warn("{where}: {detail}", where=problem.where, detail=problem.detail or WORDS[problem.kind])
    if not lenient:
        raise ArchiveError(
            "Some tweets of this archive could not be read (see above). Download the archive again if you "
            "can. To go on without them, run the same command with --lenient."
        )


def _print_json(found: dict[str, Any]) -> None:
    import msgspec

    typer.echo(msgspec.json.encode(found).decode())


def _print_table(found: dict[str, Any]) -> None:
    account = found["account"]
    say("Archive of @{handle} ({name})", handle=account["handle"], name=account["name"])
    read, claimed = found["tweets"], found["claimed"]
    years = (found["first"] or "?")[:4] + "-" + (found["last"] or "?")[:4]
    whole = f"{read:,}" if claimed in {None, read} else f"{read:,} / {claimed:,}"
    table(
        [
            ("Years", years),
            ("Tweets", whole),
            ("  own threads", found["threads"]),
            ("  replies to others", found["replies"]),
            ("  retweets", found["retweets"]),
            ("Pictures and videos", found["media"]),
            ("  not in the archive", found["media_missing"]),
            ("People followed", found["following"]),
            ("Followers", found["followers"]),
        ]
    )
    if found["protected"]:
        warn("Your Twitter account is protected: only your followers could read these tweets.")
    if found["problems"]:
        say("What is not as it should be:")
        table([(WORDS[p["kind"]], p["count"]) for p in found["problems"]])
