"""What `migrate find` prints: how much is known of how many people, and what more could be asked."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from migrate.cli.find.options import FindOptions
from migrate.cli.show import filled, in_number, say, table
from migrate.people.contacts import Match, Relation, Source, Tier

if TYPE_CHECKING:
    from migrate.people.find.book import Book

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
FILES = {
    "following_accounts": "Follow list",
    "blocked_accounts": "Blocking list",
    "muted_accounts": "Muting list",
}


def show_coverage(book: "Book", matches: Sequence[Match], leads: int) -> None:
    """Print for how many people the archive has a name, and for how many an address is known."""
    from migrate.people.find.coverage import measure

    found = measure(book, matches)
    words = "{contacts}, a Twitter name is known for {named}, an address on the fediverse for {addressed}"
    say("Your archive has:")
    table(
        [
            (
                WHO[row.relation],
                filled(words, contacts=row.contacts, named=row.with_handle, addressed=row.with_address),
            )
            for row in found.rows
        ]
    )
    if found.sources:
        say("Where the addresses come from:")
        table([(SOURCES[source], count) for source, count in found.sources.items()])
    if leads:
        words = in_number(
            leads,
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
    """Print what was written, and what to do with it."""
    if found:
        say("Look at both sides of each match in your browser: {page}", page=str(folder / "matches.html"))
        say(
            "Say yes or no in the column state of {table}, and run the same command again.",
            table=str(folder / "matches.csv"),
        )
    for path, count in imports.items():
        kind = next(words for name, words in FILES.items() if path.name.startswith(name))
        words = in_number(
            count,
            "{path}: {n} account. Your server takes it under Preferences, Import, as: {kind}. Choose Merge.",
            "{path}: {n} accounts. Your server takes it under Preferences, Import, as: {kind}. Choose Merge.",
        )
        say(words, path=str(path), n=count, kind=kind)


def show_more(options: FindOptions, book: "Book", matches: Sequence[Match]) -> None:
    """Print what each further source would ask for."""
    from migrate.people.find.online import ids_of, listed
    from migrate.people.find.ownserver import still_unknown

    unasked = sum(match.checked is None and match.tier is not Tier.REJECTED for match in matches)
    unknown = still_unknown(book, {match.contact.key for match in matches})
    more = [
        (
            "--verify",
            filled(
                in_number(
                    unasked,
                    "asks the server of {n} account whether it exists",
                    "asks the servers of {n} accounts whether they exist",
                ),
                n=unasked,
            ),
            unasked and not options.verify,
        ),
        ("--wikidata", "asks for Wikidata's whole list; sends nothing about you", not options.wikidata),
        (
            "--profiles FILE",
            "reads profiles of X accounts that you have in a file; sends nothing",
            not options.profiles,
        ),
        ("--csv FILE", "reads what Fedifinder or Debirdify found; sends nothing", not options.csv),
        (
            "--x-api",
            filled(
                in_number(
                    listed(book),
                    "asks X for your own lists: about {n} account, 0.001 dollars",
                    "asks X for your own lists: about {n} accounts, 0.001 dollars each",
                ),
                n=listed(book),
            ),
            not options.x_api,
        ),
        (
            "--server",
            filled(
                in_number(
                    len(unknown),
                    "searches your own server for the name of {n} person",
                    "searches your own server for the names of {n} people",
                ),
                n=len(unknown),
            ),
            not options.server,
        ),
        (
            "--wikidata-ids",
            filled(
                in_number(
                    len(ids_of(book)),
                    "sends the number of {n} contact to Wikidata",
                    "sends the numbers of {n} contacts to Wikidata",
                ),
                n=len(ids_of(book)),
            ),
            not (options.wikidata or options.wikidata_ids),
        ),
    ]
    if rows := [(switch, words) for switch, words, open_ in more if open_]:
        say("To find more, add:")
        table(rows)
