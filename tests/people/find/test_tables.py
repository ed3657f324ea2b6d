"""What is written down: for people, for spreadsheets, and for Mastodon's import page."""

import csv
from pathlib import Path

import pytest
from msgspec import structs

from migrate.errors import UsageError
from migrate.people.contacts import Contact, Relation, SeenHandle
from migrate.people.decisions import Decision
from migrate.people.evidence.claims import Evidence, Source
from migrate.people.evidence.match import Doubt, Match, Tier
from migrate.people.find.earlier import COLUMNS, decisions_in, known_in, read_matches, tiers_in
from migrate.people.find.tables import write_imports, write_matches
from migrate.sheets import Edits
from tests.people.evidence.people import NOW, account


def match(
    x_id: str,
    address: str,
    tier: Tier,
    *relations: Relation,
    state: Decision = Decision.OPEN,
    name: str = "Somebody",
) -> Match:
    """A contact and an address."""
    contact = Contact(x_id, (SeenHandle(f"name{x_id}", NOW),), name, frozenset(relations))
    told = (Evidence(Source.PROFILE, "🐘 @x@host", NOW, "https://twitter.com/x"),)
    return Match(contact, address, tier, told, checked=account(address), state=state)


FOLLOWED, BLOCKED, MUTED = Relation.FOLLOWING, Relation.BLOCKED, Relation.MUTED
A, B, C, D, R = Tier


def rows_of(path: Path) -> list[list[str]]:
    """The cells of a table, without the byte order mark."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_a_table_of_matches_keeps_ids_whole_and_runs_nothing(tmp_path: Path) -> None:
    """A spreadsheet rounds 19 digits and takes a name that begins with = for a formula."""
    path = tmp_path / "matches.csv"
    write_matches(
        [match("1234567890123456789", "a@b.social", A, FOLLOWED, MUTED, name="=cmd()")], path, Edits()
    )

    (header, row) = rows_of(path)
    assert header == list(COLUMNS)
    assert row[:6] == [
        "'1234567890123456789",
        "name1234567890123456789",
        "'=cmd()",
        "following; muted",
        "a@b.social",
        "A",
    ]
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")


def test_only_sure_people_are_written_for_import(tmp_path: Path) -> None:
    """A and B are followed; C, D and R only by a person's yes; nobody against a person's no."""
    matches = [
        match("1", "a@x.social", A, FOLLOWED),
        match("2", "b@x.social", B, FOLLOWED),
        match("3", "c@x.social", C, FOLLOWED),
        match("4", "d@x.social", D, FOLLOWED),
        match("5", "yes@x.social", D, FOLLOWED, state=Decision.ACCEPTED),
        match("6", "no@x.social", A, FOLLOWED, state=Decision.REJECTED),
        match("7", "back@x.social", R, FOLLOWED, state=Decision.ACCEPTED),
        match("8", "fan@x.social", A, Relation.FOLLOWER),
        match("9", "gone@x.social", R, FOLLOWED),
    ]
    write_imports(matches, tmp_path, Edits())

    assert (tmp_path / "following_accounts.csv").read_bytes() == (
        b"Account address,Show boosts,Notify on new posts,Languages\n"
        b"a@x.social,true,false,\nb@x.social,true,false,\nyes@x.social,true,false,\n"
        b"back@x.social,true,false,\n"
    )


@pytest.mark.parametrize("doubt", [Doubt.FORBIDDEN_PLACE, Doubt.SELF])
def test_a_yes_makes_no_place_a_server(doubt: Doubt, tmp_path: Path) -> None:
    """Nobody can be followed at a mail host, and no account can follow itself."""
    accepted = match("1", "a@x.social", R, FOLLOWED, state=Decision.ACCEPTED)
    path = tmp_path / "matches.csv"
    write_matches([structs.replace(accepted, doubt=doubt)], path, Edits())

    assert write_imports([structs.replace(accepted, doubt=doubt)], tmp_path, Edits()) == []
    assert known_in(read_matches(path), path.name) == {}


def test_blocks_and_mutes_need_both_sides(tmp_path: Path) -> None:
    """A wrong block hurts a stranger. Blocks have no header: with one, Mastodon takes them for follows."""
    matches = [
        match("1", "a@x.social", A, BLOCKED),
        match("2", "b@x.social", B, BLOCKED),
        match("3", "m@x.social", A, MUTED, FOLLOWED),
        match("4", "n@x.social", B, MUTED),
    ]
    write_imports(matches, tmp_path, Edits())

    assert (tmp_path / "blocked_accounts.csv").read_bytes() == b"a@x.social\n"
    assert rows_of(tmp_path / "muted_accounts.csv") == [
        ["Account address", "Hide notifications"],
        ["m@x.social", "true"],
    ]
    assert not (tmp_path / "following_accounts.csv").exists()


def test_a_yes_is_enough_to_block_and_mute(tmp_path: Path) -> None:
    """As for `migrate follow matches.csv --as block`: the person has looked at both sides."""
    matches = [
        match("1", "yes@x.social", C, BLOCKED, state=Decision.ACCEPTED),
        match("2", "no@x.social", A, BLOCKED, state=Decision.REJECTED),
        match("3", "mute@x.social", D, MUTED, state=Decision.ACCEPTED),
        match("4", "back@x.social", R, MUTED, state=Decision.ACCEPTED),
    ]
    write_imports(matches, tmp_path, Edits())

    assert (tmp_path / "blocked_accounts.csv").read_bytes() == b"yes@x.social\n"
    assert rows_of(tmp_path / "muted_accounts.csv")[1:] == [
        ["mute@x.social", "true"],
        ["back@x.social", "true"],
    ]


def test_each_address_is_written_once_and_one_for_each_person(tmp_path: Path) -> None:
    """Double rows hang Mastodon's import; a person's second account is a person's own choice."""
    matches = [
        match("1", "a@x.social", A, FOLLOWED),
        match("1", "second@x.social", B, FOLLOWED),
        match("1", "wanted@x.social", C, FOLLOWED, state=Decision.ACCEPTED),
        match("2", "a@x.social", B, FOLLOWED),
        match("3", "known@x.social", A, FOLLOWED),
    ]
    (written,) = write_imports(matches, tmp_path, Edits(), already={"known@x.social"})

    assert [row[0] for row in rows_of(written.path)[1:]] == ["a@x.social", "wanted@x.social"]


def test_a_file_has_no_more_rows_than_mastodon_takes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rest is in a second file with a header of its own."""
    followed = [match(str(n), f"u{n}@x.social", A, FOLLOWED) for n in range(3)]
    written = write_imports(followed, tmp_path, Edits(), most_rows=2)

    assert {one.path.name: one.rows for one in written} == {
        "following_accounts.csv": 2,
        "following_accounts_2.csv": 1,
    }


def test_who_is_not_sure_any_more_is_not_left_in_an_old_file(tmp_path: Path) -> None:
    """Nobody looks at the date of a file before importing it."""
    edits, folder = Edits(tmp_path / "tables.json"), tmp_path / "out"
    folder.mkdir()
    write_imports([match("1", "a@x.social", A, FOLLOWED)], folder, edits)
    write_imports([match("1", "a@x.social", C, FOLLOWED)], folder, edits)

    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("word", ["rejected", "No", "REJECTED "])
def test_a_decision_is_read_back_from_the_table(tmp_path: Path, word: str) -> None:
    """Whatever a spreadsheet did to the rest of the row."""
    path = tmp_path / "matches.csv"
    write_matches(
        [
            structs.replace(match("12", "a@x.social", B), state=Decision.ACCEPTED),
            structs.replace(match("", "b@x.social", B), doubt=Doubt.NONE),
        ],
        path,
        Edits(),
    )
    text = path.read_text(encoding="utf-8-sig").replace(",open\n", f",{word}\n")
    path.write_text(text, encoding="utf-8")

    assert list(decisions_in(read_matches(path))) == [
        (("12", "a@x.social"), Decision.ACCEPTED),
        (("@name", "b@x.social"), Decision.REJECTED),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_table_is_read_as_spreadsheets_save_it(tmp_path: Path, sign: str, encoding: str) -> None:
    """With semicolons, with tabs, in the letters of Windows."""
    path = tmp_path / "matches.csv"
    cells = ["'12", "tom", "Zoë", "following", "a@x.social", "C", "", "", "", "Yes"]
    path.write_bytes("\r\n".join([sign.join(COLUMNS), sign.join(cells), ""]).encode(encoding))

    assert list(decisions_in(read_matches(path))) == [(("12", "a@x.social"), Decision.ACCEPTED)]
    assert tiers_in(read_matches(path)) == {"a@x.social": "C"}


def test_a_table_that_lost_its_columns_is_not_passed_over(tmp_path: Path) -> None:
    """A person's decisions would be lost in silence."""
    path = tmp_path / "matches.csv"
    path.write_text("a,b\n1,2\n")

    with pytest.raises(UsageError, match="first line"):
        list(decisions_in(read_matches(path)))
