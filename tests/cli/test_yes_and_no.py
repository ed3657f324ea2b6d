"""A yes is a yes and a no is a no: every word, in every table, for every command that reads it."""

import csv
from collections.abc import Mapping
from pathlib import Path

import pytest

from migrate.model import Person
from migrate.people.lists import read_people
from migrate.sheets import open_table
from migrate.sheets.yesno import NO, YES
from tests.cli.shell import Outcome, migrate
from tests.fakes.archive import tweet, user_id, write_archive
from tests.fakes.mastodon import FakeMastodon

UNKNOWN = ("perhaps", "?", "nope!?")
SAID = {
    **dict.fromkeys(("accepted", "ACCEPTED ", "Yes.", *YES), "yes"),
    **dict.fromkeys(("rejected", "'Rejected", "NO", *NO), "no"),
    **dict.fromkeys(("", "open", "forget"), "open"),
    **dict.fromkeys(UNKNOWN, "unknown"),
}
HANDLES = {word: f"somebody_{n}" for n, word in enumerate(SAID)}
COLUMNS = "x_id,x_handle,x_name,relation,fediverse_acct,tier,evidence,evidence_url,checked_at,state"


def those(*said: str, host: str = "social.example") -> set[str]:
    """The addresses of the people about whom this was said."""
    return {f"{HANDLES[word]}@{host}" for word, meaning in SAID.items() if meaning in said}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Somebody follows one person for each word, and names each in a tweet."""
    tweets = [tweet(f"Good to see you, @{handle}, after all") for handle in HANDLES.values()]
    following = [user_id(handle) for handle in HANDLES.values()]
    return write_archive(tmp_path / "archive.zip", tweets, following=following)


def matches(folder: Path, tier: str, host: str = "social.example") -> Path:
    """A table of all of them, each with a word in the column `state`."""
    path = folder / "matches.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter=";")
        table.writerow(COLUMNS.split(","))
        for word, handle in HANDLES.items():
            address = f"{handle}@{host}"
            table.writerow([f"'{user_id(handle)}", handle, "", "following", address, tier, "", "", "", word])
    return path


def rows_of(path: Path) -> list[dict[str, str]]:
    """A table that the program wrote."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def expect_unknown_words(outcome: Outcome, name: str) -> None:
    """Each is told, with its row."""
    for row, word in enumerate(HANDLES, start=2):
        told = f'Row {row} of {name}: "{word}" in the column state is neither yes nor no.' in outcome.err
        assert told == (word in UNKNOWN), word


@pytest.mark.parametrize("tier", ["A", "C", "D", "R"])
def test_follow(mine: FakeMastodon, tier: str, tmp_path: Path) -> None:
    """Whoever got a no is struck out at any tier, whoever got a yes is followed at any tier."""
    for handle in HANDLES.values():
        mine.add_account(f"{handle}@social.example")
    outcome = migrate("follow", matches(tmp_path, tier), "--yes")

    wanted = ("yes", "open", "unknown") if tier == "A" else ("yes",)
    assert {name for name, one in mine.world.accounts.items() if one.followed} == those(*wanted)
    expect_unknown_words(outcome, "matches.csv")


@pytest.mark.parametrize("tier", ["A", "C", "R"])
def test_a_dry_run_of_follow(mine: FakeMastodon, tier: str, tmp_path: Path) -> None:
    """It counts the same people, also where another program reads it."""
    for handle in HANDLES.values():
        mine.add_account(f"{handle}@social.example")
    outcome = migrate("follow", matches(tmp_path, tier), "--dry-run")

    assert outcome.value("Struck out by you") == str(len(those("no")))
    sure = those("yes", "open", "unknown") if tier == "A" else those("yes")
    assert outcome.value("To follow now") == str(len(sure))
    expect_unknown_words(outcome, "matches.csv")
    expect_unknown_words(migrate("follow", matches(tmp_path, tier), "--dry-run", "--json"), "matches.csv")


@pytest.mark.parametrize("tier", ["A", "C", "D", "R"])
def test_known(archive: Path, tier: str, tmp_path: Path) -> None:
    """Whoever got a no is not named by that address, whoever got a yes is, at any tier."""
    outcome = migrate("plan", archive, "-o", tmp_path / "plan.csv", "--known", matches(tmp_path, tier))
    text = (tmp_path / "plan.csv").read_text(encoding="utf-8-sig")

    named = {
        f"{handle}@social.example"
        for handle in HANDLES.values()
        if any(f"https://social.example/@{handle}{end}" in text for end in " ,\n")
    }
    assert named == (those("yes", "open", "unknown") if tier == "A" else those("yes"))
    expect_unknown_words(outcome, "matches.csv")


@pytest.mark.parametrize(("tier", "host"), [("C", "social.example"), ("R", "counter.social")])
@pytest.mark.parametrize("switch", [(), ("--again",)])
def test_find(archive: Path, switch: tuple[str, ...], tier: str, host: str, tmp_path: Path) -> None:
    """What was said is kept and counts at tiers C and R alike.

    A word that is not known keeps its cell, and is told until it is explained.
    """
    finder = tmp_path / "finder.csv"
    lines = [f"{handle},{handle}@{host}" for handle in HANDLES.values()]
    finder.write_text("\n".join(["Twitter user name,Fediverse IDs", *lines]))
    out = tmp_path / "out"
    out.mkdir()
    matches(out, tier, host)
    outcome = migrate("find", archive, "-o", out, "--csv", finder, *switch)

    rows = rows_of(out / "matches.csv")
    assert {row["tier"] for row in rows} == {tier}
    states = {row["x_handle"]: row["state"] for row in rows}
    kept = {"yes": "accepted", "no": "rejected", "open": "open"}
    assert states == {handle: kept.get(SAID[word], word) for word, handle in HANDLES.items()}
    expect_unknown_words(outcome, "matches.csv")
    again = migrate("find", archive, "-o", tmp_path / "other", "--csv", finder)
    assert again.code == 0
    followed = rows_of(tmp_path / "other" / "following_accounts.csv")
    assert {row["Account address"] for row in followed} == those("yes", host=host)


def test_a_word_that_is_not_known_is_told_until_it_is_explained(archive: Path, tmp_path: Path) -> None:
    """It stays through two runs, and then it is what the person says it is."""
    finder = tmp_path / "finder.csv"
    finder.write_text("Twitter user name,Fediverse IDs\nsomebody_0,somebody_0@social.example\n")
    find = ("find", archive, "-o", tmp_path, "--csv", finder)
    migrate(*find)
    _say(tmp_path / "matches.csv", "-jein")
    for _ in range(2):
        assert '"-jein" in the column state is neither yes nor no' in migrate(*find).err
    _say(tmp_path / "matches.csv", "NEIN")

    assert "neither yes nor no" not in migrate(*find).err
    assert [row["state"] for row in rows_of(tmp_path / "matches.csv")] == ["rejected"]


def _say(path: Path, word: str) -> None:
    rows = [row | {"state": word} for row in rows_of(path)]
    with path.open("w", encoding="utf-16", newline="") as file:
        table = csv.DictWriter(file, list(rows[0]), delimiter="\t")
        table.writeheader()
        table.writerows(rows)


@pytest.mark.parametrize(
    ("column", "name"),
    [
        ("Show boosts", "boosts"),
        ("Notify on new posts", "notify"),
        ("Hide notifications", "hide_notifications"),
    ],
)
def test_the_wishes_of_a_list(column: str, name: str, tmp_path: Path) -> None:
    """A word that is not known changes nothing, as if nothing stood there."""
    words = {word: said for word, said in SAID.items() if word not in _DECISIONS}
    path = tmp_path / "list.csv"
    lines = [f"{HANDLES[word]}@social.example;{word}" for word in words]
    path.write_text("\n".join([f"Account address;{column}", *lines]), encoding="utf-16")
    read = read_people(open_table(path))

    usual = getattr(Person("a@social.example"), name)
    wishes = {person.address: getattr(person, name) for person in read.people}
    assert wishes == {
        f"{HANDLES[word]}@social.example": {"yes": True, "no": False}.get(said, usual)
        for word, said in words.items()
    }
    assert [(cell.column, cell.word) for cell in read.unclear] == [(name, word) for word in UNKNOWN]


@pytest.mark.parametrize("column", ["post", "sensitive"])
def test_the_plan_file(column: str, archive: Path, tmp_path: Path) -> None:
    """The same words; one that is not known stops everything before anything is posted."""
    plan = tmp_path / "plan.csv"
    migrate("plan", archive, "-o", plan)
    words = [word for word, said in SAID.items() if said in {"yes", "no"} and word not in _DECISIONS]
    rows = rows_of(plan)[: len(words)]
    said = {row["toot"]: SAID[word] for row, word in zip(rows, words, strict=True)}
    _write(plan, [row | {column: word} for row, word in zip(rows, words, strict=True)])
    outcome = migrate("preview", archive, "--single", "-o", tmp_path / "page.html", "--plan", plan)

    assert outcome.code == 0
    if column == "post":
        assert outcome.value("Tweets to import") == str(list(said.values()).count("yes"))
    _write(plan, [rows[0] | {column: "perhaps"}])
    refused = migrate("preview", archive, "--single", "-o", tmp_path / "page.html", "--plan", plan)
    assert (refused.code, f'Row 2: "{column}" must be yes or no' in refused.line) == (2, True)


_DECISIONS = {"accepted", "ACCEPTED ", "rejected", "'Rejected", "open", "forget"}
"""These are words of the column `state` alone."""


def _write(path: Path, rows: list[Mapping[str, str]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.DictWriter(file, list(rows[0]))
        table.writeheader()
        table.writerows(rows)
