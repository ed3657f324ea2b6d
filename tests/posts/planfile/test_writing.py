"""The plan as a table that people open in a spreadsheet."""

import csv
from datetime import UTC, datetime
from pathlib import Path

import pytest

from migrate.model import (
    Kind,
    LeftOut,
    Media,
    MediaKind,
    Owner,
    Plan,
    ProblemKind,
    Step,
    StepKey,
    Toot,
)
from migrate.posts.planfile import write_plan

ME = Owner("1", "me_example")
NOON = datetime(2020, 5, 1, 12, 0, tzinfo=UTC)
NUMBER = 1256123456789012345


def step(
    number: int, part: int = 0, text: str = "words", parent: StepKey | None = None, **toot: object
) -> Step:
    return Step(StepKey(number, part), Toot(text, **toot), NOON, Kind.TWEET, parent)


def table(plan: Plan, folder: Path) -> list[dict[str, str]]:
    write_plan(plan, folder / "plan.csv")
    with (folder / "plan.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_row_for_each_toot(tmp_path: Path):
    """Each part has its row, with what stands above it."""
    first, second = step(NUMBER), step(NUMBER, 1, parent=StepKey(NUMBER))
    rows = table(Plan(ME, (first, second), ()), tmp_path)

    assert [(row["toot"], row["below"], row["post"]) for row in rows] == [
        (f"t{NUMBER}-0", "", "yes"),
        (f"t{NUMBER}-1", f"t{NUMBER}-0", "yes"),
    ]
    assert rows[0]["tweet"] == f"https://twitter.com/me_example/status/{NUMBER}"


def test_what_is_left_out_stands_at_its_place(tmp_path: Path):
    """A tweet that is left out has a row with the reason, between the others."""
    left = LeftOut(20, NOON, Kind.REPLY, ProblemKind.REPLY_TO_OTHERS)
    rows = table(Plan(ME, (step(10), step(30)), (left,)), tmp_path)

    assert [(row["toot"], row["post"], row["reason"]) for row in rows] == [
        ("t10-0", "yes", ""),
        ("t20-0", "no", "reply_to_others"),
        ("t30-0", "yes", ""),
    ]


def test_what_people_can_change_is_there(tmp_path: Path):
    """Words, warning, visibility, language, pictures and what they show."""
    cat = Media("1", MediaKind.PHOTO, "https://t.co/m", file="data/tweets_media/20-cat.jpg", alt="My cat")
    dog = Media("2", MediaKind.PHOTO, "https://t.co/m", file="data/tweets_media/20-dog.jpg")
    toot = {"content_warning": "pets", "sensitive": True, "language": "fr", "media": (cat, dog)}
    [row] = table(Plan(ME, (step(20, text="Mes amis", **toot),), ()), tmp_path)

    assert row["date"] == "2020-05-01 12:00"
    assert (row["text"], row["content_warning"], row["sensitive"]) == ("Mes amis", "pets", "yes")
    assert (row["visibility"], row["language"]) == ("unlisted", "fr")
    assert (row["media_1"], row["alt_text_1"]) == ("data/tweets_media/20-cat.jpg", "My cat")
    assert (row["media_2"], row["alt_text_2"]) == ("data/tweets_media/20-dog.jpg", "")


def test_quotes_and_boosts(tmp_path: Path):
    """They name the toot that they repeat."""
    rows = table(Plan(ME, (step(20, quote=10), step(21, text="", boost=10)), ()), tmp_path)

    assert [(row["quotes"], row["boosts"]) for row in rows] == [("t10-0", ""), ("", "t10-0")]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+49 30 1234",
        "-1",
        "@SUM(A1)",
        "1/2",
        "2019",
        "5 May",
        "10:30",
        "1E5",
        "TRUE",
        "'=1",
        "''5",
        "'=SUM(a;b;c)",
        "٣",
    ],
)
def test_what_a_spreadsheet_would_change(tmp_path: Path, text: str):
    """A text that would be run, or made a number or a date, has an apostrophe more, and nothing else."""
    [row] = table(Plan(ME, (step(20, text=text),), ()), tmp_path)

    assert row["text"] == f"'{text}"


@pytest.mark.parametrize(
    "text",
    [
        "words",
        "'Twas the night",
        "5 years ago I was here",
        'a "quote", a; b',
        "one\n\n2",
        "日本語 🎉",
        "true love",
    ],
)
def test_other_texts_are_untouched(tmp_path: Path, text: str):
    """All other texts stand in the file as they will be posted."""
    [row] = table(Plan(ME, (step(20, text=text),), ()), tmp_path)

    assert row["text"] == text


def test_spreadsheets_see_that_it_is_utf8(tmp_path: Path):
    """The file begins with a byte order mark, without which Excel shows Ã© for é."""
    table(Plan(ME, (), ()), tmp_path)

    assert (tmp_path / "plan.csv").read_bytes().startswith(b"\xef\xbb\xbftoot,")


def test_an_older_plan_survives_a_failure(tmp_path: Path):
    """A plan that could not be written whole leaves the one that was there, and nothing else."""
    path = tmp_path / "plan.csv"
    path.write_text("what somebody has edited for hours")
    with pytest.raises(UnicodeEncodeError):
        write_plan(Plan(ME, (step(20, text="\ud800"),), ()), path)

    assert path.read_text() == "what somebody has edited for hours"
    assert list(tmp_path.iterdir()) == [path]
