"""Before anything is done to people: how the file was read, who is new, how long it takes, a question."""

import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from migrate.cli.follow.words import BEFORE, NEW, SEPARATORS, UNREAD
from migrate.cli.show import clock_time, filled, say, span, table, warn
from migrate.errors import UsageError

if TYPE_CHECKING:
    from migrate.cli.session import Session
    from migrate.model import Deed, Person
    from migrate.people.follow import Outlook
    from migrate.people.lists import PeopleList

A_FEW_MINUTES = 300
SHOWN = 10
"""So many rows of a kind are named one by one; the report has them all."""


def show_reading(reading: "PeopleList", chosen: Sequence["Person"], name: str) -> None:
    """How the file was understood, and which rows were not."""
    how = SEPARATORS[reading.separator]
    if reading.columns:
        say(
            'Read {file}: {how}, addresses in the column "{column}".',
            file=name,
            how=how,
            column=reading.columns[0],
        )
    else:
        say("Read {file}: {how}.", file=name, how=how)
    if reading.guessed:
        warn("The file does not say its encoding; it was read as {encoding}.", encoding=reading.encoding)
    if reading.has_lists and not reading.has_header:
        say("The first column was read as the names of lists.")
    table(
        [
            ("People in it", len(reading.people)),
            *([("Rows that name somebody again", reading.again)] if reading.again else []),
            *([("Struck out by you", reading.rejected)] if reading.rejected else []),
            *([("Not chosen", left_out)] if (left_out := len(reading.people) - len(chosen)) else []),
            *([("Rows that were not understood", len(reading.unread))] if reading.unread else []),
        ]
    )
    _show_unread(reading)


def show_outlook(seen: "Outlook", deed: "Deed", session: "Session", seconds: float) -> None:
    """Who is new, who is not, and how long it takes."""
    states = Counter(known.state.value for known in seen.others)
    moved = sum(sight.known.moved for sight in seen.new)
    oneself = sum(known.reason == "oneself" for known in seen.others)
    say("As @{handle} on {host}:", handle=session.handle, host=session.server.host)
    rows: list[tuple[str, object]] = [
        (NEW[deed], len(seen.new)),
        (BEFORE[deed], states["already"] + states["done"]),
        ("Waiting for an answer", states["requested"] + states["pending"]),
        ("Moved, and looked up where they are now", moved),
        ("Yourself", oneself),
        ("Left out for another reason", states["left_out"] - oneself),
        ("Refused before", states["refused"]),
        ("Not found", states["lost"]),
        ("Not looked up yet", seen.unseen),
    ]
    table([row for row in rows if row[1] or row[0] == NEW[deed]])
    if seen.new:
        show_time(seconds)
    if seen.ends:
        warn(
            "You follow {n} of them now. Blocking them ends that, and undoing does not bring it back.",
            n=seen.ends,
        )


def show_time(seconds: float) -> None:
    """Only the server's limits are known beforehand, so a short time is not told to the minute."""
    if seconds < A_FEW_MINUTES:
        say("This takes a few minutes.")
        return
    say(
        "This takes {time}, by the limits of this server: until about {end}. You may stop it with Ctrl-C at "
        "any time; the same command goes on.",
        time=span(seconds),
        end=clock_time(time.time() + seconds),
    )


def show_lists(people: Sequence["Person"]) -> None:
    """Which lists they are put on; a list takes those alone who are followed."""
    counts = Counter(title for person in people for title in person.lists)
    for title, n in counts.items():
        say('On the list "{title}": {n} people', title=title, n=n)


def offer_web_import(seen: "Outlook", session: "Session") -> None:
    """The server's web page takes any number at once; a program may not. Write the file that it takes."""
    from msgspec.structs import replace

    from migrate.mastodon import Family
    from migrate.people.lists import write_following

    dialect, budget = session.server.dialect, session.server.pace.budgets.get(Family.FOLLOWS)
    if not dialect.import_page or budget is None or len(seen.new) <= budget.limit:
        return
    people = [replace(sight.person, address=sight.known.acct) for sight in seen.new]
    path = write_following(Path.cwd(), people)
    say(
        "{host} takes {limit} follows a day from a program, and any number from its own web page. If you "
        'want it faster: answer no here, and open {page} in a browser. Choose "Following list" and "Merge" '
        '(never "Overwrite": that unfollows everybody else), and give it the file {file}. Run this command '
        "again some hours later: it tells you what became of everybody.",
        host=session.server.host,
        limit=budget.limit,
        page=f"{session.server.client.address}{dialect.import_page}",
        file=path.name,
    )


def must_be_able_to_ask(*, json: bool) -> None:
    """Raises UsageError where no one could say yes."""
    if json or not sys.stdin.isatty():
        raise UsageError(
            "Nobody is there to say yes. To look first, add --dry-run. "
            "To go ahead without being asked, add --yes."
        )


def agreed(question: str, n: int, session: "Session") -> bool:
    """Ask; whether the person said yes."""
    if typer.confirm(filled(question, n=n, handle=session.handle), err=True):
        return True
    say("Nothing was changed. When you are ready, run the same command again.")
    return False


def _show_unread(reading: "PeopleList") -> None:
    shown: Counter[str] = Counter()
    for row in reading.unread:
        shown[row.why] += 1
        if shown[row.why] <= SHOWN:
            warn("Line {line}: {why} ({text})", line=str(row.line), why=UNREAD[row.why], text=row.text)
    for why, n in shown.items():
        if n > SHOWN:
            warn(
                "{n} more rows: {why}. The report (--report FILE.csv) has them all.",
                n=n - SHOWN,
                why=UNREAD[why],
            )
