"""`--descriptions FILE`: what pictures show, for archives that don't know it."""

import csv
import json
from pathlib import Path

import pytest

from tests.cli.shell import migrate
from tests.fakes.archive import media_names, photo, tweet, write_archive

ONE = tweet("one", media=[photo("loaf")])
TWO = tweet("two", media=[photo("cat"), photo("oven")])


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A tweet with a picture, and one with two; one picture has a description."""
    described = TWO["extended_entities"]["media"][0]
    described["ext_alt_text"] = "as Twitter knew it"
    media = {name: b"\xff\xd8\xff" for made in (ONE, TWO) for name in media_names(made)}
    return write_archive(tmp_path / "a.zip", [ONE, TWO], media=media)


def descriptions_in(plan: Path) -> list[str]:
    """All of them, in the order of the tweets."""
    with plan.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return [row[f"alt_text_{n}"] for row in rows for n in (1, 2) if row[f"media_{n}"]]


@pytest.mark.parametrize("folder", ["", "data/tweets_media/"])
def test_files_are_described_by_name_or_by_tweet(archive: Path, tmp_path: Path, folder: str) -> None:
    """The user's come before the archive's; a tweet's number says nothing where it has several."""
    cat, oven = media_names(TWO)
    texts = tmp_path / "texts.json"
    said = {ONE["id_str"]: "A loaf", folder + cat: "A cat", TWO["id_str"]: "Which?"}
    texts.write_text(json.dumps(said))

    outcome = migrate("plan", archive, "-o", tmp_path / "plan.csv", "--descriptions", texts)

    assert outcome.code == 0
    assert descriptions_in(tmp_path / "plan.csv") == ["A loaf", "A cat", ""]
    assert f'The description of "{TWO["id_str"]}" fits no file of this archive.' in outcome.err
    texts.write_text(json.dumps({oven.partition("-")[2]: "x" * 2000}), encoding="utf-8-sig")

    migrate("plan", archive, "-o", tmp_path / "plan.csv", "--descriptions", texts)

    assert descriptions_in(tmp_path / "plan.csv") == ["", "as Twitter knew it", "x" * 1499 + "…"]


def test_a_list_with_addresses_is_read_as_well(archive: Path, tmp_path: Path) -> None:
    """As archive.alt-text.org wrote it."""
    address = ONE["extended_entities"]["media"][0]["media_url_https"]
    texts = tmp_path / "texts.json"
    item = {"tweet_id": ONE["id_str"], "media_url": f"{address}?name=large", "alt_text": "A loaf"}
    texts.write_text(json.dumps([item, {**item, "tweet_id": "1", "alt_text": None}]))

    outcome = migrate("plan", archive, "-o", tmp_path / "plan.csv", "--descriptions", texts)

    assert descriptions_in(tmp_path / "plan.csv") == ["A loaf", "as Twitter knew it", ""]
    assert "fits no file" not in outcome.err


@pytest.mark.parametrize("text", ["", "[1]", '{"a": 1}', '"a"', "{"])
def test_another_file_is_told_in_a_line(archive: Path, tmp_path: Path, text: str) -> None:
    """With an example of what it should be."""
    texts = tmp_path / "texts.json"
    texts.write_text(text)

    outcome = migrate("plan", archive, "-o", tmp_path / "plan.csv", "--descriptions", texts)

    assert outcome.code == 2
    assert "texts.json is no file of descriptions" in outcome.line
    assert "Check the name" in migrate("plan", archive, "--descriptions", tmp_path / "none.json").line
