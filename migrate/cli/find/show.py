"""The output of `migrate find`: counts of people by how much is known, and further sources."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from migrate.cli.find.options import FindOptions
from migrate.cli.show import SHOWN, Sentence, filled, say, table
from migrate.people.contacts import Relation
from migrate.people.evidence.claims import Source
from migrate.people.evidence.match import Match, Tier

if TYPE_CHECKING:
    from migrate.people.find.book import Book
    from migrate.people.sources.xfiles import XFile

WHO = {
    Relation.FOLLOWING: "People you follow",
    Relation.FOLLOWER: "People who follow you",
    Relation.BLOCKED: "People you blocked",
    Relation.MUTED: "People you muted",
    Relation.LIST_OWNER: "Owners of lists",
    Relation.REPLIED_TO: "People you answered",
    Relation.MENTIONED: "People you mentioned",
}
SOURCES = {
    Source.PROFILE: "Profiles on Twitter",
    Source.RETWEET: "Their own tweets that you retweeted",
    Source.FINDER: "Files of other finders",
    Source.WIKIDATA_ID: "Wikidata, by number",
    Source.WIKIDATA_HANDLE: "Wikidata, by name",
    Source.OWN_TWEET: "Your own tweets",
    Source.LIKE: "Tweets that you liked",
    Source.SAME_HANDLE: "Only the same name",
    Source.SAME_NAME: "Only the same display name",
}
TIERS = {
    Tier.CONFIRMED: "A, both sides say so, or Wikidata by number",
    Tier.STATED: "B, they say so on Twitter",
    Tier.CLAIMED: "C, claimed: please look",
    Tier.SIMILAR: "D, similar: please look twice",
    Tier.REJECTED: "Rejected",
}
COVERAGE = "{contacts}, a Twitter name is known for {named}, an address on the fediverse for {addressed}"
FILES = {
    "following_accounts": "Follow list",
    "blocked_accounts": "Blocking list",
    "muted_accounts": "Muting list",
}

MORE: dict[str, Sentence] = {
    "--verify": (
        "asks the server of {n} account whether it exists",
        "asks the servers of {n} accounts whether they exist",
    ),
    "--wikidata": "asks for Wikidata's whole list; sends nothing about you",
    "--profiles FILE": "reads profiles of X accounts that you have in a file; sends nothing",
    "--links": "with --profiles: looks at the pages that people name, for links to their accounts",
    "--csv FILE": "reads what Fedifinder or Debirdify found; sends nothing",
    "--x-api": (
        "asks X for your own lists: about {n} account, 0.001 dollars",
        "asks X for your own lists: about {n} accounts, 0.001 dollars each",
    ),
    "--server": (
        "searches your own server for the name of {n} person",
        "searches your own server for the names of {n} people",
    ),
    "--wikidata-ids": (
        "sends the number of {n} contact to Wikidata",
        "sends the numbers of {n} contacts to Wikidata",
    ),
}
"""The effect of each further source."""


PEOPLE = (
    "{file}: {n} person; a text was found for {texts} of them.",
    "{file}: {n} people; a text was found for {texts} of them.",
)
NO_TEXT_COLUMN = (
    "{file}: {n} person; a text was found for 0 of them: no column is called bio.",
    "{file}: {n} people; a text was found for 0 of them: no column is called bio.",
)
READ = "Columns that were read as texts: {columns}"
UNREAD = "Columns that were not read, for their names say nothing and no address is in them: {columns}"
NAMELESS = (
    "{n} row or line in it names no account on X, and was passed over.",
    "{n} rows or lines in it name no account on X, and were passed over.",
)
ROUNDED = (
    "In {n} row a spreadsheet has rounded the number of the account: only the name says who that is.",
    "In {n} rows a spreadsheet has rounded the number of the account: only the names say who they are.",
)
SHORTENED = (
    "{n} person has a short link (t.co): an address behind it isn't seen. The README says how to avoid it.",
    "{n} people have short links (t.co): what is behind them isn't seen. The README says how to avoid it.",
)


def show_read(file: "XFile") -> None:
    """Print what was read of a file of profiles, and what was not."""
    texts = file.with_text
    told = PEOPLE if texts or file.read else NO_TEXT_COLUMN
    say(told, file=file.name, n=len(file.profiles), texts=texts)
    for sentence, columns in ((READ, file.read), (UNREAD, file.unread)):
        if columns:
            more = ", …" if len(columns) > SHOWN else ""
            say(sentence, columns=", ".join(columns[:SHOWN]) + more)
    counted = ((NAMELESS, file.nameless), (ROUNDED, file.rounded), (SHORTENED, file.shortened))
    for words, n in counted:
        if n:
            say(words, n=n)


def show_coverage(book: "Book", matches: Sequence[Match], leads: int) -> None:
    """Print for how many people the archive has a name, and for how many an address is known."""
    from migrate.people.find.coverage import measure

    found = measure(book, matches)
    say("Your archive has:")
    table(
        [
            (
                WHO[row.relation],
                filled(COVERAGE, contacts=row.contacts, named=row.with_handle, addressed=row.with_address),
            )
            for row in found.rows
        ]
    )
    if found.sources:
        say("Where the addresses come from:")
        table([(SOURCES[source], count) for source, count in found.sources.items()])
    if leads:
        words = (
            "{n} more address belongs to nobody in particular: see leads.csv",
            "{n} more addresses belong to nobody in particular: see leads.csv",
        )
        say(words, n=leads)


def show_tiers(matches: Sequence[Match]) -> None:
    """Print how sure the matches are."""
    counts = Counter(match.tier for match in matches)
    say("Matches:" if matches else "No matches.")
    table([(words, counts[tier]) for tier, words in TIERS.items() if counts[tier]])


def show_files(folder: Path, found: int, imports: Mapping[Path, int]) -> None:
    """Print the files that were written, and what to do with them."""
    if found:
        say("Look at both sides of each match in your browser: {page}", page=str(folder / "matches.html"))
        say(
            "Say yes or no in the column state of {table}, and run the same command again.",
            table=str(folder / "matches.csv"),
        )
    for path, count in imports.items():
        kind = next(words for name, words in FILES.items() if path.name.startswith(name))
        words = (
            "{path}: {n} account. Your server takes it under Preferences, Import, as: {kind}. Choose Merge.",
            "{path}: {n} accounts. Your server takes it under Preferences, Import, as: {kind}. Choose Merge.",
        )
        say(words, path=str(path), n=count, kind=kind)


def show_more(options: FindOptions, book: "Book", matches: Sequence[Match]) -> None:
    """Print the further sources, with what each would ask for."""
    from migrate.people.find.online import ids_of, listed
    from migrate.people.find.ownserver import still_unknown

    unasked = sum(match.checked is None and match.tier is not Tier.REJECTED for match in matches)
    unknown = still_unknown(book, {match.contact.key for match in matches})
    numbers = {
        "--verify": unasked,
        "--x-api": listed(book),
        "--server": len(unknown),
        "--wikidata-ids": len(ids_of(book)),
    }
    used = {
        "--verify": options.verify or not unasked,
        "--wikidata": options.wikidata,
        "--profiles FILE": options.profiles,
        "--links": options.links or not options.profiles,
        "--csv FILE": options.csv,
        "--x-api": options.x_api,
        "--server": options.server,
        "--wikidata-ids": options.wikidata or options.wikidata_ids,
    }
    rows = [(name, filled(words, n=numbers.get(name, 0))) for name, words in MORE.items() if not used[name]]
    if rows:
        say("To find more, add:")
        table(rows)
