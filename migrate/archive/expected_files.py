"""Hold what was read against the files that the archive says it has."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from migrate.archive.layout import TWEET_FILES, Export, base_of, original_name, stem_of
from migrate.archive.manifest import Manifest
from migrate.archive.problems import Problems
from migrate.archive.records import Records, Shape
from migrate.model import Origin, ProblemKind

_MOST_PARTS = 1000
"""A name can say any number."""


class ExpectedFile(NamedTuple):
    """A file that should be there, and how many records it should have.

    Programs that keep a classic archive up to date list a month each time, with another number.
    """

    base: str
    stem: str
    records: int
    listed: frozenset[int]


class WireMonth(Struct, frozen=True):
    """An item of tweet_index.js, the manifest of the classic archive."""

    file_name: str
    tweet_count: int = 0


def expected_files_of(export: Export, manifest: Manifest, problems: Problems) -> list[ExpectedFile]:
    """List what one export says that it has, of the files that are ever opened."""
    files = [
        (file.file_name, file.count or 0) for kind in manifest.data_types.values() for file in kind.files
    ]
    for name in export.files.get("tweet_index", ()):
        months = Records(export.container, name, (Shape(WireMonth),), problems)
        files += [(month.file_name, month.tweet_count) for month in months]
    listed: dict[str, list[int]] = {}
    for name, count in files:
        listed.setdefault(base_of(name), []).append(count)
    return [
        ExpectedFile(base, stem, max(counts), frozenset(counts))
        for base, counts in listed.items()
        if (stem := stem_of(base))
    ]


def believed(expected: Sequence[ExpectedFile], seen: Counter[str]) -> list[ExpectedFile]:
    """Believe that number of a file listed several times which it has; else the highest."""
    return [
        file._replace(records=seen[file.base]) if seen[file.base] in file.listed else file
        for file in expected
    ]


def expected_tweets(expected: Sequence[Sequence[ExpectedFile]]) -> int | None:
    """Count the tweets that there should be; None where nothing says so, or exports differ."""
    counts = {sum(file.records for file in files if _is_tweets(file)) for files in expected if files}
    return counts.pop() if len(counts) == 1 else None


def report_missing(
    expected: Sequence[Sequence[ExpectedFile]],
    exports: Sequence[Export],
    seen: Sequence[Counter[str]],
    problems: Problems,
) -> None:
    """Note every file that is missing, and every one that has fewer records than it should.

    One download in several zips has one manifest, so a file may be in another of them.
    """
    present = [
        {original_name(base_of(name)) for names in export.files.values() for name in names}
        for export in exports
    ]
    for files, here, read_here in zip(expected, present, seen, strict=True):
        for base, stem, count, _ in files:
            if stem in TWEET_FILES:
                read = read_here[base] if base in here else max(read[base] for read in seen)
                if read < count:
                    detail = f"{read:,} of {count:,}"
                    problems.add(ProblemKind.MISSING_TWEETS, base, detail, TWEET_FILES[stem])
            elif count and not any(base in bases for bases in present):
                problems.add(ProblemKind.MISSING_FILE, base)


def report_gaps(
    expected: Sequence[Sequence[ExpectedFile]], exports: Sequence[Export], problems: Problems
) -> None:
    """Note what the names of the files alone tell: parts that are missing, and months without a file.

    There is no second part without a first. A month may be one in which nothing was written.
    """
    listed = {file.base for files in expected for file in files}
    for stem, origin in TWEET_FILES.items():
        names = [name for export in exports for name in export.files.get(stem, ())]
        present = {original_name(base_of(name)) for name in names}
        for base in _parts_before(stem, present):
            if base not in present | listed:
                problems.add(ProblemKind.MISSING_TWEETS, base, "the file is missing", origin)
    for export in exports:
        if "tweet_index" not in export.files:
            months = {original_name(base_of(name)) for name in export.files.get("classic-tweets", ())}
            for base in _months_between(months):
                problems.add(ProblemKind.MONTH_WITHOUT_FILE, base)


def _parts_before(stem: str, present: Iterable[str]) -> Iterator[str]:
    """List what Twitter calls the parts of a file before the last one that is there."""
    numbers = [base.removesuffix(".js").rpartition("-part")[2] for base in present]
    last = max((int(number) for number in numbers if number.isdecimal()), default=0)
    for number in range(min(last, _MOST_PARTS)):
        yield f"{stem}-part{number}.js" if number else f"{stem}.js"


def _months_between(present: Collection[str]) -> Iterator[str]:
    """List the months between the first and the last for which there is no file."""
    numbers = {int(base[:4]) * 12 + int(base[5:7]) - 1 for base in present}
    for number in range(min(numbers, default=0), max(numbers, default=0)):
        if number not in numbers:
            yield f"{number // 12}_{number % 12 + 1:02}.js"


def _is_tweets(file: ExpectedFile) -> bool:
    return TWEET_FILES.get(file.stem) is Origin.TWEETS
