"""How fast an archive is read, in how much memory, next to other programs.

    python -m benchmarks.peers

`make bench-peers` runs this, prints the tables and keeps them in BENCHMARKS.md. The other programs
live in an environment of their own. MIGRATE_BENCH_PARSER names a copy of parser.py of
github.com/timhutton/twitter-archive-parser, which no registry has.
"""

import os
import shutil
import sys
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.cases import ROOT
from benchmarks.measuring import Run, Spread, made_archive, run

HERE = ROOT / "benchmarks"
REPORT = ROOT / "BENCHMARKS.md"
BEGIN, END = "<!-- archives: written by make bench-peers -->\n", "<!-- /archives -->\n"
OURS = Path(sys.executable).parent
PEERS = Path(os.environ.get("MIGRATE_BENCH_PEERS", ".venv/peers")).absolute() / "bin"
TWEETS = 100_000
ROUNDS = 5

Command = Sequence[str | Path]


def main() -> None:
    """Measure, print, keep."""
    with TemporaryDirectory() as name:
        tables = "\n".join(_tables(Path(name))) + "\n"
    sys.stdout.write(tables)
    before, _, rest = REPORT.read_text(encoding="utf-8").partition(BEGIN)
    REPORT.write_text(before + BEGIN + tables + END + rest.partition(END)[2], encoding="utf-8")


def _tables(folder: Path) -> Iterator[str]:
    archive = made_archive(folder / "archive.zip", tweets=TWEETS, parts=2)
    twice = made_archive(folder / "twice.zip", tweets=2 * TWEETS, parts=3)
    yield f"{TWEETS:,} tweets in two parts, zipped; {ROUNDS} runs: median (least to most).\n"
    yield from _table(
        "Reading",
        {
            "migrate, every tweet as a typed value": [OURS / "python", HERE / "read_ours.py", archive],
            "ijson (yajl2_c), every item thrown away": [PEERS / "python", HERE / "read_ijson.py", archive],
        },
        folder,
    )
    small, large = (run([OURS / "python", HERE / "read_ours.py", path], folder) for path in (archive, twice))
    yield f"\nEach further tweet takes {(large.memory - small.memory) * 1024 / TWEETS:.2f} KB.\n"
    yield from _table("The whole job", _jobs(archive, folder), folder)


def _table(title: str, commands: Mapping[str, Command], folder: Path) -> Iterator[str]:
    """Run all of them in turns; ours is the first, and the measure for the others."""
    rounds = [{name: run(command, folder) for name, command in commands.items()} for _ in range(ROUNDS)]
    ours = [next(iter(each.values())) for each in rounds]
    yield f"| {title} | CPU s | MB | time, migrate = 1 | memory, migrate = 1 |"
    yield "| --- | --- | --- | --- | --- |"
    for name in commands:
        yield f"| {name} | {' | '.join(_figures([each[name] for each in rounds], ours))} |"


def _figures(runs: Sequence[Run], ours: Sequence[Run]) -> Iterator[str]:
    yield str(Spread.of(each.cpu for each in runs))
    yield str(Spread.of(each.memory for each in runs))
    turns = list(zip(runs, ours, strict=True))
    yield str(Spread.of(each.cpu / own.cpu for each, own in turns))
    yield str(Spread.of(each.memory / own.memory for each, own in turns))


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
    database = folder / "t.db"
    jobs: dict[str, Command] = {
        "migrate plan: convert, write the plan": [
            OURS / "migrate",
            "plan",
            archive,
            "-o",
            folder / "plan.csv",
        ],
        "taupe: write a table": [PEERS / "taupe", "-o", folder / "taupe.csv", archive],
        "twitter-to-sqlite: fill a database": [PEERS / "twitter-to-sqlite", "import", database, *old_names],
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


if __name__ == "__main__":
    main()
