"""What `migrate find` tells: how much is known of how many people, and what more could be asked."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from migrate.cli.find.sources import Asked
from migrate.cli.show import filled, say, table
from migrate.people.contacts import Relation
from migrate.people.evidence.claims import Source
from migrate.people.evidence.match import Match, Tier

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
    """Of how many people the archive knows a name, and of how many anybody knows an address."""
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
        say("Who told of people's addresses:")
        table([(SOURCES[source], count) for source, count in found.sources.items()])
    if leads:
        say("{n} more addresses are nobody's in particular: see leads.csv", n=leads)


def show_tiers(matches: Sequence[Match]) -> None:
    """How sure the matches are."""
    counts = Counter(match.tier for match in matches)
    say("Matches:" if matches else "No matches.")
    table([(words, counts[tier]) for tier, words in TIERS.items() if counts[tier]])


def show_files(folder: Path, found: int, imports: Mapping[Path, int]) -> None:
    """What was written, and what to do with it."""
    if found:
        say("Look at both sides of each match in your browser: {page}", page=str(folder / "matches.html"))
        say(
            "Say yes or no in the column state of {table}, and run the same command again.",
            table=str(folder / "matches.csv"),
        )
    for path, count in imports.items():
        kind = next(words for name, words in FILES.items() if path.name.startswith(name))
        say(
            "{path}: {n} accounts. Your server takes it under Preferences, Import, as: {kind}. Choose Merge.",
            path=str(path),
            n=count,
            kind=kind,
        )


def show_more(asked: Asked, book: "Book", matches: Sequence[Match]) -> None:
    """What each further source would ask for."""
    from migrate.people.find.online import ids_of, listed
    from migrate.people.find.ownserver import still_unknown

    unasked = sum(match.checked is None and match.tier is not Tier.REJECTED for match in matches)
    unknown = still_unknown(book, {match.contact.key for match in matches})
    more = [
        (
            "--verify",
            filled("asks the servers of {n} accounts whether they exist", n=unasked),
            unasked and not asked.verify,
        ),
        ("--wikidata", "asks for Wikidata's whole list; sends nothing about you", not asked.wikidata),
        (
            "--profiles FILE",
            "reads profiles of X accounts that you have in a file; sends nothing",
            not asked.profiles,
        ),
        ("--csv FILE", "reads what Fedifinder or Debirdify found; sends nothing", not asked.csv),
        (
            "--x-api",
            filled("asks X for your own lists: about {n} accounts, 0.001 dollars each", n=listed(book)),
            not asked.x_api,
        ),
        (
            "--server",
            filled("searches your own server for the names of {n} people", n=len(unknown)),
            not asked.server,
        ),
        (
            "--wikidata-ids",
            filled("sends the numbers of {n} contacts to Wikidata", n=len(ids_of(book))),
            not (asked.wikidata or asked.wikidata_ids),
        ),
    ]
    if rows := [(switch, words) for switch, words, open_ in more if open_]:
        say("To find more, add:")
        table(rows)
