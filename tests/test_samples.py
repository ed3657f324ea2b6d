"""The sample archives and the invented ones are what Twitter would have written, and nobody's real data."""

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from migrate.archive import open_archive
from migrate.model import Tweet, moment_of
from tests.fakes.archive import ERA_NAMES, PROFILES, make_archive, media_names, tweet, when_of, write_archive
from tests.fakes.archive_samples import SAMPLES, write_era, write_tiny, write_tricky

TINY, TRICKY, ERAS = SAMPLES / "tiny", SAMPLES / "tricky", SAMPLES / "eras"
SCRIPT_FILES = sorted(SAMPLES.glob("*/data/*.js"))
ADDRESS = re.compile(r"https?://([^/\s\"\\]+)|@([\w-]+(?:\.[\w-]+)+)")
# What a format names in every record; and a shortener, with a link that it can't have.
KNOWN_HOSTS = {"t.co", "twitter.com", "x.com", "pbs.twimg.com", "video.twimg.com", "bit.ly"}
# Where an era keeps its tweets; the classic archive does so twice.
HOMES = ("data/js/tweets/*.js", "tweets.csv", "tweet.js", "data/tweet.js", "data/tweets.js")


@pytest.mark.parametrize("path", SCRIPT_FILES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_samples_are_printed_as_twitter_prints(path: Path) -> None:
    """Two blanks, ` : `, `[ ]` and `{ }`, no line break at the end."""
    opening, _, printed = path.read_text().partition(" = ")

    assert opening in {f"window.YTD.{path.stem.replace('-', '_')}.part0", "window.__THAR_CONFIG"}
    assert printed == _as_twitter_prints(json.loads(printed))


@pytest.mark.parametrize("sample", [TINY, TRICKY], ids=lambda path: path.name)
def test_manifest_counts_are_true(sample: Path) -> None:
    """Every file that the manifest names is there, with as many items as it says."""
    listed = [
        file for kind in _items(sample / "data/manifest.js")["dataTypes"].values() for file in kind["files"]
    ]

    assert {file["fileName"] for file in listed} == {
        f"data/{path.name}" for path in (sample / "data").glob("*.js") if path.stem != "manifest"
    }
    assert all(int(file["count"]) == len(_items(sample / file["fileName"])) for file in listed)


@pytest.mark.parametrize("sample", [TINY, TRICKY], ids=lambda path: path.name)
def test_every_index_of_the_samples_points_at_what_it_names(sample: Path) -> None:
    """Cut out by its indices, an entity reads as it is spelt."""
    pairs = list(_slices(_tweets(sample)))

    assert pairs
    assert [cut for cut, _ in pairs] == [spelt for _, spelt in pairs]


def test_every_index_of_a_note_points_at_what_it_names() -> None:
    """Notes count in their own text, which is not escaped."""
    cores = [item["noteTweet"]["core"] for item in _items(TRICKY / "data/note-tweet.js")]

    assert [_cut(core, one) for core in cores for one in core["urls"]] == [
        one["shortUrl"] for core in cores for one in core["urls"]
    ]
    assert [_cut(core, one) for core in cores for one in core["mentions"]] == ["@lea_example"]
    assert [_cut(core, one) for core in cores for one in core["hashtags"]] == ["#garden"]


@pytest.mark.parametrize("sample", [TINY, TRICKY], ids=lambda path: path.name)
def test_ids_of_the_samples_agree_with_their_dates(sample: Path) -> None:
    """From November 2010 on an id holds the millisecond."""
    dated = [(moment_of(int(one["id"])), when_of(one)) for one in _tweets(sample)]

    assert all(exact is None or exact.replace(microsecond=0) == second for exact, second in dated)


@pytest.mark.parametrize(("sample", "lost"), [(TINY, []), (TRICKY, ["SampleMissing09.jpg"])])
def test_media_of_the_samples_are_there_but_for_the_lost_one(sample: Path, lost: list[str]) -> None:
    """Every name that a tweet leads to is a file, and there are no others."""
    named = {name for one in _tweets(sample) for name in media_names(one)}
    there = {path.name for path in (sample / "data/tweets_media").iterdir()}

    assert sorted(name.split("-", 1)[1] for name in named - there) == lost
    assert there <= named


def test_samples_name_no_real_place() -> None:
    """Every address is Twitter's own, as the format wants it, or under a name that RFC 2606 keeps free."""
    texts = [path.read_text() for path in (*SCRIPT_FILES, *ERAS.rglob("*.js"), *ERAS.rglob("*.csv"))]
    hosts = {host for text in texts for found in ADDRESS.findall(text) for host in found if host}

    assert {host for host in hosts if not re.search(r"(^|\.)example(\.org|\.com)?$", host)} <= KNOWN_HOSTS


def test_samples_name_no_real_people() -> None:
    """Every handle says that it is an example, or that it is gone."""
    handles = {
        one["screen_name"] for sample in (TINY, TRICKY) for each in _tweets(sample) for one in _mentions(each)
    }

    assert {handle for handle in handles if not handle.endswith("_example")} == {
        "robin_before",
        "vanished_one",
    }


def test_samples_are_small() -> None:
    """All of them together take less than a megabyte."""
    assert sum(path.stat().st_size for path in SAMPLES.rglob("*") if path.is_file()) < 1_000_000


@pytest.mark.parametrize(("sample", "write"), [(TINY, write_tiny), (TRICKY, write_tricky)])
def test_samples_are_as_their_cases_say(sample: Path, write: Any, tmp_path: Path) -> None:
    """Nobody has changed a sample by hand, or a case without writing the sample again."""
    assert _scripts(write(tmp_path / "again")) == _scripts(sample)


def test_there_is_one_sample_of_each_era_as_its_writer_says(tmp_path: Path) -> None:
    """None is forgotten, none is changed by hand."""
    for era in ERA_NAMES:
        write_era(tmp_path / era, era)

    assert _scripts(tmp_path) == _scripts(ERAS)
    assert {path.name for path in ERAS.iterdir()} == set(ERA_NAMES)


@pytest.mark.parametrize("era", ERA_NAMES)
def test_every_era_says_the_same(era: str) -> None:
    """Whoever has an archive of any time gets the same toots."""
    with open_archive(ERAS / era) as opened, open_archive(ERAS / "2025") as newest:
        assert [_said(one) for one in opened.tweets] == [_said(one) for one in newest.tweets]
        assert len(opened.tweets) == 4


def test_same_seed_makes_the_same_archive(tmp_path: Path) -> None:
    """To the byte; another seed makes another one."""
    first = make_archive(tmp_path / "1.zip", tweets=200, seed=7, media=True).read_bytes()

    assert make_archive(tmp_path / "2.zip", tweets=200, seed=7, media=True).read_bytes() == first
    assert make_archive(tmp_path / "3.zip", tweets=200, seed=8, media=True).read_bytes() != first


@pytest.mark.parametrize("profile", PROFILES)
def test_every_index_of_invented_tweets_points_at_what_it_names(profile: Any, tmp_path: Path) -> None:
    """In all scripts, among emoji and escaped characters, in cut retweets."""
    folder = make_archive(tmp_path / "made", tweets=1000, profile=profile, packing="folder")
    pairs = list(_slices(_tweets(folder)))

    assert len(pairs) > 200
    assert [cut for cut, _ in pairs] == [spelt for _, spelt in pairs]


def test_invented_tweets_are_as_many_as_asked_for_and_in_no_order(tmp_path: Path) -> None:
    """Spread over the parts, each of them once; every answer to oneself finds an older tweet."""
    folder = make_archive(tmp_path / "made", tweets=2500, parts=3, packing="folder", profile="threader")
    parts = [_items(folder / "data" / name) for name in ("tweets.js", "tweets-part1.js", "tweets-part2.js")]
    tweets = [item["tweet"] for part in parts for item in part]
    ids = [int(one["id"]) for one in tweets]
    own = [one for one in tweets if one.get("in_reply_to_screen_name") == "ada_example"]

    assert [len(part) for part in parts] == [834, 834, 832]
    assert len(set(ids)) == len(ids)
    assert ids not in (sorted(ids), sorted(ids, reverse=True))
    assert all(int(one["in_reply_to_status_id"]) in ids for one in own)
    assert all(int(one["in_reply_to_status_id"]) < int(one["id"]) for one in own)


def test_every_era_is_written_from_the_same_tweets(tmp_path: Path) -> None:
    """A tweet's id and its words are found in whatever file its era keeps them."""
    one = tweet("All of this was made up")
    folders = [write_archive(tmp_path / era, [one], era=era, packing="folder") for era in ERA_NAMES]
    texts = [path.read_text() for folder in folders for home in HOMES for path in folder.glob(home)]

    assert len(texts) == len(ERA_NAMES) + 1
    assert all(one["id"] in text and "All of this was made up" in text for text in texts)


@pytest.mark.parametrize(
    ("packing", "name"),
    [
        ("zip", r"data/tweets\.js"),
        ("nested", r"twitter-[\d-]+-[0-9a-f]{64}/data/tweets\.js"),
        ("mac", r"__MACOSX/twitter-.*/data/\._tweets\.js"),
    ],
)
def test_zips_hold_their_files_where_the_packing_puts_them(packing: Any, name: str, tmp_path: Path) -> None:
    """As downloaded, with a folder around it, and with what a Mac adds."""
    with zipfile.ZipFile(write_archive(tmp_path / "made.zip", [tweet("Hello")], packing=packing)) as made:
        names = made.namelist()

    assert any(re.fullmatch(name, one) for one in names)


def _scripts(folder: Path) -> dict[Path, bytes]:
    """Every script and table below the folder, by its place there."""
    found = (*folder.rglob("*.js"), *folder.rglob("*.csv"))
    return {path.relative_to(folder): path.read_bytes() for path in found}


def _said(one: Tweet) -> tuple[object, ...]:
    return one.id, one.created_at, one.kind, one.text, [link.target for link in one.links]


def _as_twitter_prints(value: object) -> str:
    """Written down once more from the rules, apart from the code that writes the samples."""
    printed = json.dumps(value, ensure_ascii=False, indent=2, separators=(",", " : "))
    return re.sub(r"([\[{])([\]}])(?=,?$)", r"\1 \2", printed, flags=re.MULTILINE)


def _items(path: Path) -> Any:
    return json.loads(path.read_text().partition(" = ")[2])


def _tweets(archive: Path) -> list[dict[str, Any]]:
    return [item["tweet"] for item in _items(archive / "data/tweets.js")]


def _mentions(one: dict[str, Any]) -> Any:
    return one["entities"]["user_mentions"]


def _slices(tweets: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """What is cut out of each text, and what it should be."""
    for one in tweets:
        yield one["full_text"], _between(one, one["display_text_range"])
        found = one["entities"]
        yield from ((_between(one, each["indices"]), "#" + each["text"]) for each in found["hashtags"])
        yield from ((_between(one, each["indices"]), "$" + each["text"]) for each in found["symbols"])
        yield from ((_between(one, each["indices"]), "@" + each["screen_name"]) for each in _mentions(one))
        media = one.get("extended_entities", {}).get("media", ())
        yield from ((_between(one, each["indices"]), each["url"]) for each in (*found["urls"], *media))


def _between(one: dict[str, Any], places: list[str]) -> str:
    return str(one["full_text"][int(places[0]) : int(places[1])])


def _cut(core: dict[str, Any], entity: dict[str, Any]) -> str:
    return str(core["text"][int(entity["fromIndex"]) : int(entity["toIndex"])])
