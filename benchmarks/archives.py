"""How fast an archive is read, in how much memory, against other programs in the same run.

`make bench` runs this, prints the table and keeps it in BENCHMARKS.md. The other programs
live in an environment of their own. MIGRATE_BENCH_PARSER names a copy of parser.py of
github.com/timhutton/twitter-archive-parser, which no registry has.
"""

import os
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from benchmarks.measuring import Run, measure
from tests.fakes.archive import make_archive

HERE = Path(__file__).parent
REPORT = HERE.parent / "BENCHMARKS.md"
BEGIN, END = "<!-- archives: written by make bench -->\n", "<!-- /archives -->\n"
OURS = Path(sys.executable).parent
PEERS = Path(os.environ.get("MIGRATE_BENCH_PEERS", ".venv/peers")).absolute() / "bin"
TWEETS = 100_000
ROUNDS = 5

Command = Sequence[str | Path]


def main() -> None:
    """Measure, print, keep."""
    with tempfile.TemporaryDirectory() as name:
        table = "\n".join(_table(Path(name))) + "\n"
    sys.stdout.write(table)
    before, _, rest = REPORT.read_text(encoding="utf-8").partition(BEGIN)
    REPORT.write_text(before + BEGIN + table + END + rest.partition(END)[2], encoding="utf-8")


def _table(folder: Path) -> Iterator[str]:
    archive = _made(folder / "archive.zip", tweets=TWEETS, parts=2)
    twice = _made(folder / "twice.zip", tweets=2 * TWEETS, parts=3)
    yield f"{TWEETS:,} tweets in two parts, zipped; best time and most memory of {ROUNDS} runs.\n"
    reading = measure(
        {
            "migrate, every tweet as a typed value": _python(OURS, "read_ours.py", archive),
            "ijson (yajl2_c), every item thrown away": _python(PEERS, "read_ijson.py", archive),
        },
        rounds=ROUNDS,
        folder=folder,
    )
    yield from _rows("Reading", reading)
    more = measure({"twice": _python(OURS, "read_ours.py", twice)}, rounds=1, folder=folder)["twice"]
    grown = (more.megabytes - next(iter(reading.values())).megabytes) * 1024 / TWEETS
    yield f"\nEach further tweet takes {grown:.2f} KB.\n"
    yield from _rows("The whole job", measure(_jobs(archive, folder), rounds=ROUNDS, folder=folder))


def _made(path: Path, **size: int) -> Path:
    """Made in a process of its own: one that is measured begins with the memory of the one that starts it."""
    with ProcessPoolExecutor(1) as other:
        return other.submit(make_archive, path, **size).result()


def _jobs(archive: Path, folder: Path) -> dict[str, Command]:
    """Programs that read an archive and write something useful, each in its own way.

    twitter-to-sqlite finds no tweets under the names that files have had since 2022.
    """
    unpacked = folder / "unpacked"
    with zipfile.ZipFile(archive) as source:
        source.extractall(unpacked)
    old_names = [folder / part / "tweet.js" for part in ("tweets", "tweets-part1")]
    for old_name in old_names:
        old_name.parent.mkdir()
        shutil.copy(unpacked / "data" / f"{old_name.parent.name}.js", old_name)
    jobs: dict[str, Command] = {
        "migrate plan: convert, write the plan": [
            OURS / "migrate",
            "plan",
            archive,
            "-o",
            folder / "plan.csv",
        ],
        "taupe: write a table": [PEERS / "taupe", "-o", folder / "taupe.csv", archive],
        "twitter-to-sqlite: fill a database": [
            PEERS / "twitter-to-sqlite",
            "import",
            folder / "t.db",
            *old_names,
        ],
    }
    if parser := os.environ.get("MIGRATE_BENCH_PARSER"):
        shutil.copy(parser, unpacked / "parser.py")
        _give_what_parser_insists_on(unpacked)
        answer_no = 'cd "$1" && yes n | "$2" parser.py'
        jobs["parser.py: write Markdown and HTML"] = ["sh", "-c", answer_no, "sh", unpacked, PEERS / "python"]
    return jobs


def _give_what_parser_insists_on(unpacked: Path) -> None:
    """Without these it stops before its work is done."""
    (unpacked / "data" / "tweets_media").mkdir(exist_ok=True)
    (unpacked / "assets" / "images").mkdir(parents=True, exist_ok=True)
    (unpacked / "assets" / "images" / "favicon.ico").touch()
    for name in ("direct-messages", "direct-messages-group"):
        empty = f"window.YTD.{name.replace('-', '_')}.part0 = [ ]"
        (unpacked / "data" / f"{name}.js").write_text(empty, encoding="utf-8")


def _python(environment: Path, script: str, *arguments: Path) -> Command:
    return [environment / "python", HERE / script, *arguments]


def _rows(title: str, runs: dict[str, Run]) -> Iterator[str]:
    ours = next(iter(runs.values()))
    yield f"| {title} | seconds | MB | time, migrate = 1 | memory, migrate = 1 |"
    yield "| --- | --: | --: | --: | --: |"
    for name, run in runs.items():
        ratios = f"{run.seconds / ours.seconds:.2f} | {run.megabytes / ours.megabytes:.2f}"
        yield f"| {name} | {run.seconds:.2f} | {run.megabytes:.0f} | {ratios} |"


if __name__ == "__main__":
    main()
