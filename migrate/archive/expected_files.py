"""Holds what was read against what the archive says that it has."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from migrate.archive.layout import TWEET_FILES, Export, base_of, stem_of
from migrate.archive.manifest import Manifest
from migrate.archive.records import Records, Shape
from migrate.archive.troubles import Troubles
from migrate.model import Origin, ProblemKind


class Claim(NamedTuple):
    """A file that should be there, and how many records it should have."""

    base: str
    stem: str
    records: int


class WireMonth(Struct, frozen=True):
    """An item of tweet_index.js, the manifest of the classic archive."""

    file_name: str
    tweet_count: int = 0


def claims_of(export: Export, manifest: Manifest, troubles: Troubles) -> list[Claim]:
    """What one export claims about the files that are ever opened."""
    files = [
        (file.file_name, file.count or 0) for kind in manifest.data_types.values() for file in kind.files
    ]
    for name in export.files.get("tweet_index", ()):
        months = Records(export.source, name, (Shape(WireMonth),), troubles)
        files += [(month.file_name, month.tweet_count) for month in months]
    named = ((base_of(name), count) for name, count in files)
    return [Claim(base, stem, count) for base, count in named if (stem := stem_of(base))]


def claimed_tweets(claims: Sequence[Sequence[Claim]]) -> int | None:
    """How many tweets there should be; None where nothing says so, or several exports do."""
    said = [sum(one.records for one in of_export if _is_tweets(one)) for of_export in claims if of_export]
    return said[0] if len(set(said)) == 1 else None


def check_claims(
    claims: Sequence[Sequence[Claim]],
    exports: Sequence[Export],
    seen: Sequence[Counter[str]],
    troubles: Troubles,
) -> None:
    """Note every file that is missing, and every one that has fewer records than it should.

    One download in several zips has one manifest, so a file may be in another of them.
    """
    present = [{base_of(name) for names in export.files.values() for name in names} for export in exports]
    for of_export, here, read_here in zip(claims, present, seen, strict=True):
        for base, stem, count in of_export:
            if stem in TWEET_FILES:
                read = read_here[base] if base in here else max(read[base] for read in seen)
                if read < count:
                    troubles.add(ProblemKind.MISSING_TWEETS, base, f"{read:,} of {count:,}")
            elif count and not any(base in bases for bases in present):
                troubles.add(ProblemKind.MISSING_FILE, base)


def _is_tweets(claim: Claim) -> bool:
    return TWEET_FILES.get(claim.stem) is Origin.TWEETS
