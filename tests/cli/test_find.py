"""`migrate find`: what a person sees, and what is on the disk afterwards."""

import csv
from pathlib import Path

import pytest

from migrate.model import Owner
from tests.cli.shell import migrate
from tests.fakes.archive import OWNER, tweet, user_id, write_archive

LEA = user_id("lea_example")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Somebody follows two people, and knows where one of them is."""
    tweets = [tweet("@lea_example is now @lea_example@chaos.social"), tweet("See @bob@chaos.social")]
    return write_archive(tmp_path / "archive.zip", tweets, following=[LEA, "7"], followers=["8"])


def rows(path: Path) -> list[dict[str, str]]:
    """A table of the output."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_without_a_switch_nobody_is_asked(archive: Path, tmp_path: Path) -> None:
    """And the person is told how much is known, and what more could be asked for."""
    seen = migrate("find", archive, "-o", tmp_path / "out")
    (row,) = rows(tmp_path / "out" / "matches.csv")

    assert seen.code == 0
    assert seen.value("People you follow").startswith("2, a Twitter name is known for 1,")
    assert seen.value("--x-api") == "asks X for your own lists: about 3 accounts, 0.001 dollars each"
    assert (row["fediverse_acct"], row["tier"], row["checked_at"]) == ("lea_example@chaos.social", "C", "")
    assert "unchecked" in row["evidence"]
    assert [lead["address"] for lead in rows(tmp_path / "out" / "leads.csv")] == ["bob@chaos.social"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        *("leads.csv", "matches.csv", "matches.html"),
    ]


def test_a_file_of_profiles_finds_more(archive: Path, tmp_path: Path) -> None:
    """Joined by number or by name."""
    bios = tmp_path / "bios.csv"
    bios.write_text("id,username,description\n7,ines_example,find me at @ines@chaos.social\n")
    seen = migrate("find", archive, "-o", tmp_path / "out", "--profiles", bios)

    assert seen.value("Profiles on Twitter") == "1"
    assert ("ines_example", "ines@chaos.social") in {
        (row["x_handle"], row["fediverse_acct"]) for row in rows(tmp_path / "out" / "matches.csv")
    }


def test_what_was_read_of_a_file_is_always_said(archive: Path, tmp_path: Path) -> None:
    """With the people of whom it has nothing but names, and the columns that nobody could make out."""
    bare, odd = tmp_path / "bare.csv", tmp_path / "odd.csv"
    bare.write_text("id,username\n7,ines_example\n8,tom_example\n")
    odd.write_text("username,Bio,Shoe size\nines_example,hello https://t.co/abc,41\n,lost,40\n")
    seen = migrate("find", archive, "-o", tmp_path / "out", "--profiles", bare, "--profiles", odd)

    assert "bare.csv: 2 people; a text was found for 0 of them: no column is called bio." in seen.out
    assert "odd.csv: 1 person; a text was found for 1 of them." in seen.out
    assert "Columns that were read as texts: Bio" in seen.out
    assert "no address is in them: Shoe size" in seen.out
    assert "1 row or line in it names no account on X" in seen.out
    assert "1 person has a short link (t.co)" in seen.out


def test_a_decision_holds_in_every_later_run(archive: Path, tmp_path: Path) -> None:
    """Also in another folder; and a yes is enough for the list to follow."""
    first, second = tmp_path / "one", tmp_path / "two"
    migrate("find", archive, "-o", first)
    table = first / "matches.csv"
    table.write_text(table.read_text(encoding="utf-8-sig").replace(",open", ",yes"), encoding="utf-8")
    migrate("find", archive, "-o", first)
    migrate("find", archive, "-o", second)

    assert [row["state"] for row in rows(second / "matches.csv")] == ["accepted"]
    assert (second / "following_accounts.csv").read_text().splitlines()[1:] == [
        "lea_example@chaos.social,true,false,",
    ]


def test_two_people_in_one_folder_never_mix(archive: Path, tmp_path: Path) -> None:
    """Anna's yes and no would become Ben's; a folder says whose it is, and another is named."""
    out, table = tmp_path / "out", tmp_path / "out" / "matches.csv"
    migrate("find", archive, "-o", out)
    table.write_text(table.read_text(encoding="utf-8-sig").replace(",open", ",yes"), encoding="utf-8")
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    ben = write_archive(tmp_path / "ben.zip", [tweet("Hi @ines_example")], account=Owner("77", "ben_example"))
    seen = migrate("find", ben, "-o", out)

    assert seen.code == 2
    assert f"the contacts of @{OWNER.handle}" in seen.line
    assert "-o contacts-ben_example" in seen.line
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    assert OWNER.handle in (out / "matches.html").read_text()

    (out / "matches.html").unlink()
    assert "another person's" in migrate("find", ben, "-o", out).line
    assert migrate("find", archive, "-o", out).code == 0


def test_again_shows_only_who_is_new(archive: Path, tmp_path: Path) -> None:
    """The second time there is nobody; the table keeps everybody."""
    out = tmp_path / "out"
    migrate("find", archive, "-o", out)
    seen = migrate("find", archive, "-o", out, "--again")

    assert "No matches." in seen.out
    assert len(rows(out / "matches.csv")) == 1


@pytest.mark.parametrize("switch", ["--wikidata", "--wikidata-ids", "--verify", "--links"])
def test_others_are_only_asked_with_a_yes(archive: Path, tmp_path: Path, switch: str) -> None:
    """Where nobody is there to say it, --yes is needed."""
    seen = migrate("find", archive, "-o", tmp_path / "out", switch)

    assert seen.code == 2
    assert "--yes" in seen.line


def test_the_key_for_x_comes_from_the_environment(archive: Path, tmp_path: Path) -> None:
    """A key on the command line would be in the shell's history."""
    seen = migrate("find", archive, "-o", tmp_path / "out", "--x-api", "--yes")

    assert seen.code == 4
    assert "MIGRATE_X_TOKEN" in seen.line


def test_a_file_that_is_no_list_is_told_in_a_line(archive: Path, tmp_path: Path) -> None:
    """With what it should have."""
    odd = tmp_path / "odd.csv"
    odd.write_text("a,b\n1,2\n")
    seen = migrate("find", archive, "-o", tmp_path / "out", "--profiles", odd)

    assert (seen.code, "x_handle" in seen.line) == (2, True)


def test_a_place_that_cannot_be_written_is_told_in_a_line(archive: Path, tmp_path: Path) -> None:
    """With what to do."""
    (tmp_path / "file").write_text("")
    seen = migrate("find", archive, "-o", tmp_path / "file")

    assert (seen.code, "-o" in seen.line) == (2, True)


def test_an_archive_without_tweets_has_people(tmp_path: Path) -> None:
    """What is said elsewhere is true: people can be looked for in it."""
    folder = write_archive(tmp_path / "a", [tweet("one")], following=[LEA, "7"], packing="folder")
    (folder / "data" / "tweets.js").unlink()

    seen = migrate("find", folder, "-o", tmp_path / "out")

    assert seen.code == 0
    assert seen.value("People you follow").startswith("2, ")
