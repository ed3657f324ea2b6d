"""The words before the question: how the file was read, who is new, and how long it takes."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from migrate.cli.follow.words import BEFORE, NEW, SEPARATORS, UNREAD
from migrate.cli.session import Session
from migrate.cli.show import SHOWN, say, table, warn
from migrate.cli.times import show_time, span
from migrate.model import Action, Person

if TYPE_CHECKING:
    from migrate.people.follow.deciding import FollowPlan
    from migrate.people.lists import PeopleList

LONG_LOOK = 60
"""A look of fewer seconds needs no word."""


def show_reading(reading: "PeopleList", chosen: Sequence[Person], name: str) -> None:
    """Print how the file was understood, and which rows were not."""
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
            *([("Rows that name a person again", reading.again)] if reading.again else []),
            *([("Struck out by you", reading.rejected)] if reading.rejected else []),
            *([("Not chosen", left_out)] if (left_out := len(reading.people) - len(chosen)) else []),
            *([("Rows that were not understood", len(reading.unread))] if reading.unread else []),
        ]
    )
    _show_unread(reading)
    _show_mirrors(chosen)


def _show_mirrors(people: Sequence[Person]) -> None:
    """Name those whose server only copies what others write elsewhere."""
    from migrate.people.addresses.hosts import HostKind, host_kind

    copies = [one.address for one in people if host_kind(one.address.rpartition("@")[2]) is HostKind.MIRROR]
    if copies:
        warn(
            (
                "{n} account only copies what a person writes elsewhere. They do not see you there: {names}",
                "{n} accounts only copy what people write elsewhere. They do not see you there: {names}",
            ),
            n=len(copies),
            names=", ".join(copies[:SHOWN]),
        )


def show_forecast(people: Sequence[Person], action: Action, session: Session, seconds: float) -> None:
    """Print what is known before anyone is looked up: how long that takes, and the server's limits."""
    host = session.server.host
    if seconds >= LONG_LOOK:
        say(
            "Looking up {n} people takes about {time}, for {host} answers only so many requests. "
            "Stopped and run again, it goes on. With --yes it follows while it looks.",
            n=len(people),
            time=span(seconds),
            host=host,
        )
    if action is Action.FOLLOW:
        _show_limits(people, session)


def _show_limits(people: Sequence[Person], session: Session) -> None:
    from migrate.mastodon.people import follows_left

    server, own = session.server, session.account
    left = follows_left(server, own)
    if left is not None and left < len(people):
        warn(
            "You follow {now} people, and {host} usually lets you follow {left} more. That number grows with "
            "the people who follow you.",
            now=own.following_count,
            host=server.host,
            left=left,
        )
    longest = server.dialect.list_title_length
    for title in dict.fromkeys(title for person in people for title in person.lists):
        if longest and len(title) > longest:
            warn(
                'The title of the list "{title}" is too long: {host} takes {n} characters. Shorten it.',
                title=f"{title[:40]}…",
                host=server.host,
                n=longest,
            )
    if not server.dialect.keeps_follow_languages and any(person.languages for person in people):
        warn("{host} does not choose posts by language: you get those in all languages.", host=server.host)


def show_outlook(seen: "FollowPlan", action: Action, session: Session, seconds: float) -> None:
    """Print who is new, who is not, and how long it takes."""
    states = Counter(known.state.value for known in seen.others)
    moved = sum(lookup.record.moved for lookup in seen.new)
    oneself = sum(known.reason == "oneself" for known in seen.others)
    say("As @{handle} on {host}:", handle=session.handle, host=session.server.host)
    rows: list[tuple[str, object]] = [
        (NEW[action], len(seen.new)),
        (BEFORE[action], states["already"] + states["done"]),
        ("Waiting for an answer", states["requested"] + states["pending"]),
        ("Moved, and looked up where they are now", moved),
        ("Yourself", oneself),
        ("Left out for another reason", states["left_out"] - oneself),
        ("Refused before", states["refused"]),
        ("Not found", states["lost"]),
        ("Not looked up yet", seen.unseen),
    ]
    table([row for row in rows if row[1] or row[0] == NEW[action]])
    if seen.new:
        show_time(seconds)
    most = session.server.dialect.list_limit
    if most and seen.lists > most:
        warn(
            "You would have {n} lists, and {host} lets you have {most}. The last ones can't be made.",
            n=seen.lists,
            host=session.server.host,
            most=most,
        )
    if seen.ends:
        warn(
            "You follow {n} of them now. Blocking ends that, and undoing does not bring it back.",
            n=seen.ends,
        )


def show_lists(people: Sequence[Person]) -> None:
    """Print which lists they are put on; a list takes only people who are followed."""
    counts = Counter(title for person in people for title in person.lists)
    for title, n in counts.items():
        words = ('On the list "{title}": {n} person', 'On the list "{title}": {n} people')
        say(words, title=title, n=n)


def offer_web_import(seen: "FollowPlan", session: Session) -> None:
    """Write the file for the server's own web page, which takes any number of people at once, and say so."""
    from msgspec.structs import replace

    from migrate.mastodon import Quota
    from migrate.people.lists import write_following

    dialect, budget = session.server.dialect, session.server.pace.budgets.get(Quota.FOLLOWS)
    if not dialect.import_page or budget is None or len(seen.new) <= budget.limit:
        return
    people = [replace(lookup.person, address=lookup.record.acct) for lookup in seen.new]
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


def _show_unread(reading: "PeopleList") -> None:
    shown: Counter[str] = Counter()
    for row in reading.unread:
        shown[row.why] += 1
        if shown[row.why] <= SHOWN:
            warn("Line {line}: {why} ({text})", line=str(row.line), why=UNREAD[row.why], text=row.text)
    for why, n in shown.items():
        if n > SHOWN:
            words = (
                "{n} more row: {why}. The report (--report FILE.csv) has them all.",
                "{n} more rows: {why}. The report (--report FILE.csv) has them all.",
            )
            warn(words, n=n - SHOWN, why=UNREAD[why])
