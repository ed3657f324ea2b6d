"""`migrate find`: the user's Twitter contacts on the fediverse, and how sure each match is."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from migrate.cli.app import app
from migrate.cli.find.options import FindOptions
from migrate.cli.find.sources import Sources
from migrate.cli.home import home
from migrate.cli.show import say_whose, warn
from migrate.cli.switches import AccountName, Archives
from migrate.cli.tables import edits, tell_kept, tell_unclear
from migrate.errors import UsageError

if TYPE_CHECKING:
    from migrate.archive import Archive
    from migrate.model import Owner
    from migrate.people.evidence.claims import Lead
    from migrate.people.evidence.match import Match
    from migrate.people.find.book import Book
    from migrate.people.find.earlier import EarlierMatch
    from migrate.web.fetching import Web

Files = list[Path]


@app.command("find")
def find_command(
    archive: Archives,
    out: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where to write what is found.")
    ] = Path("contacts"),
    *,
    profiles: Annotated[
        Files, typer.Option(metavar="FILE", help="Profiles of people on X: CSV, JSON, JSON lines.")
    ] = [],  # noqa: B006 - typer's way to say "none given"
    csv: Annotated[
        Files, typer.Option(metavar="FILE", help="What Fedifinder, Debirdify or others found.")
    ] = [],  # noqa: B006
    wikidata: Annotated[
        bool, typer.Option("--wikidata", help="Ask Wikidata for everybody it knows. Says nothing about you.")
    ] = False,
    wikidata_ids: Annotated[
        bool, typer.Option("--wikidata-ids", help="Ask Wikidata by the numbers of your contacts.")
    ] = False,
    x_api: Annotated[
        bool, typer.Option("--x-api", help="Ask X for your own lists. It costs money: see --x-cap.")
    ] = False,
    x_cap: Annotated[
        float, typer.Option("--x-cap", min=0, metavar="DOLLARS", help="Never spend more than this.")
    ] = 5.0,
    server: Annotated[
        bool, typer.Option("--server", help="Search your own server for people of the same name.")
    ] = False,
    links: Annotated[
        bool, typer.Option("--links", help="Look at the pages that people name in their profiles.")
    ] = False,
    account: AccountName = None,
    check: Annotated[
        bool, typer.Option("--verify", help="Ask the servers of the accounts that were found.")
    ] = False,
    already: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Your following_accounts.csv: leave these out.")
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="Show only who is new since the last time.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't ask before others are asked.")] = False,
) -> None:
    """Look for the people of your archive on the fediverse. Nobody is followed."""
    from migrate.archive import open_archive
    from migrate.cli.find.show import show_more

    options = FindOptions(
        tuple(profiles), tuple(csv), wikidata, wikidata_ids, x_api, x_cap, server, account, check, yes, links
    )
    options.expect_usable()
    followed = _read_already(already)
    with open_archive(*archive) as opened:
        found = look_for_people(opened, options, out, followed, again=again)
    show_more(options, found.book, found.matches)


class Found(NamedTuple):
    """The people in the archive, and the matches, the surest of each person first."""

    book: "Book"
    matches: "list[Match]"


def look_for_people(
    archive: "Archive",
    options: FindOptions,
    out: Path,
    already: set[str],
    *,
    again: bool = False,
    open_web: "Callable[[], Web] | None" = None,
) -> Found:
    """Find people, print how sure the matches are, and write them down."""
    from migrate.cli.find.show import show_coverage, show_tiers
    from migrate.people.find.decisions import recall
    from migrate.people.find.earlier import read_earlier, tiers_in, unclear_in, undecided_words
    from migrate.people.find.gather import gather
    from migrate.people.find.matches import Background, make_matches

    say_whose(archive.owner)
    gathered, sources = gather(archive), Sources(options, open_web)
    earlier = read_earlier(out / "matches.csv")
    _expect_own(out, archive.owner, earlier, gathered.book)
    if n := gathered.unreadable_likes:
        warn("{n} of the tweets that you liked can't be read. The others were searched.", n=n)
    claims, leads = sources.ask(gathered, archive.owner, out)
    checks = sources.verify(claims)
    tell_unclear("matches.csv", list(unclear_in(earlier)))
    decisions = recall(home() / "contacts" / f"{archive.owner.id}.json", earlier)
    matches = make_matches(gathered.book, claims, Background(checks, decisions, gathered.own | _own_logins()))
    before = tiers_in(earlier) if again else {}
    new = [match for match in matches if before.get(match.address) != match.tier]
    show_coverage(gathered.book, matches, len(leads))
    show_tiers(new)
    unread = undecided_words(earlier)
    _write(matches, new, leads, out, already | sources.followed, unread, archive.owner)
    return Found(gathered.book, matches)


def _expect_own(out: Path, owner: "Owner", earlier: "Sequence[EarlierMatch]", book: "Book") -> None:
    """Stop where a folder has another person's contacts: their yes and no would become this one's.

    Raises UsageError.
    """
    from migrate.pages.matches import read_whose
    from migrate.people.find.earlier import are_of

    name, known = f"contacts-{owner.handle or owner.id or 2}", read_whose(out / "matches.html")
    is_comparable = known is not None and known.id and owner.id
    if known and is_comparable and known.id != owner.id:
        raise UsageError(
            f"{out} has the contacts of @{known.handle or known.id}, and a yes or no in it is theirs. "
            f"This archive's contacts need a folder of their own. Add: -o {name}"
        )
    if not is_comparable and are_of(earlier, book) is False:
        raise UsageError(
            f"Nobody in {out / 'matches.csv'} is in this archive: it seems to be another person's. "
            f"Give this archive's contacts a folder of their own. Add: -o {name}"
        )


def _write(
    matches: "Sequence[Match]",
    new: "Sequence[Match]",
    leads: "Sequence[Lead]",
    out: Path,
    already: set[str],
    words: Mapping[tuple[str, str], str],
    owner: "Owner",
) -> None:
    """Write the tables, the page, and the files for Mastodon; with --again these have only new people."""
    from migrate.cli.find.show import show_files
    from migrate.pages.matches import write_matches_page
    from migrate.people.find.tables import write_imports, write_leads, write_matches

    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as e:
        raise UsageError(f"{out} can't be made ({e.strerror}). Choose another folder with -o.") from e
    known = edits()
    tables = [
        write_matches(matches, out / "matches.csv", known, words),
        write_leads(leads, out / "leads.csv", known),
    ]
    imports = write_imports(new, out, known, already)
    write_matches_page(new, out / "matches.html", owner)
    show_files(out, len(new), {one.path: one.rows for one in imports if one.rows})
    tell_kept([*tables, *imports])


def _own_logins() -> set[str]:
    """Find the user's own accounts on the fediverse, as far as they are logged in here."""
    from migrate.cli.session import all_logins

    return {login.handle.lower() for login in all_logins()}


def _read_already(path: Path | None) -> set[str]:
    from migrate.people.lists import read_people
    from migrate.sheets import open_table

    return {person.address for person in read_people(open_table(path)).people} if path else set()
