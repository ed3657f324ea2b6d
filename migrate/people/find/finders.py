"""The tables of other finders, with the Twitter side of each address or without it.

Fedifinder and Debirdify write both; Movetodon, Twitodon and Mastodon itself write addresses
and nothing else. Such an address belongs to no contact until one has its name.
"""

from datetime import UTC, datetime
from pathlib import Path

from migrate.errors import UsageError
from migrate.people.addresses.forms import from_address
from migrate.people.contacts import XProfile
from migrate.people.evidence.claims import Evidence, Lead, Source
from migrate.people.lists import read_people
from migrate.people.sources.xfiles import profiles_of
from migrate.sheets import open_text, read_table


def read_finder(path: Path) -> tuple[list[XProfile], list[Lead]]:
    """Read the accounts on Twitter with what was found about them, or the addresses without a contact.

    Raises UsageError where there is neither.
    """
    file = open_text(path)
    at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    if profiles := profiles_of(file, at).profiles:
        return list(profiles), []
    evidence = Evidence(Source.FINDER, path.name, at)
    candidates = (from_address(person.address) for person in read_people(read_table(file)).people)
    leads = [Lead(candidate, evidence) for candidate in candidates if candidate]
    if not leads:
        raise UsageError(
            f"There is nobody in {path}. It should be a file of Fedifinder, Debirdify, Movetodon or another "
            "finder, or following_accounts.csv of Mastodon."
        )
    return [], leads
