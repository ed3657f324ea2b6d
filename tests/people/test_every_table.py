"""Every file that some reader understood, every reader understands, however a spreadsheet has saved it."""

import csv
import io
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from migrate.errors import UsageError
from migrate.model import Kind, Limits, Owner, Plan, Step, StepKey, Toot
from migrate.people.decisions import Decision
from migrate.people.find.earlier import COLUMNS, decisions_in, known_in, read_matches, tiers_in, unclear_in
from migrate.people.find.finders import read_finder
from migrate.people.lists import read_people
from migrate.people.sources.xfiles import read_profiles
from migrate.posts.planfile import read_plan, write_plan
from migrate.sheets import open_table

CORPUS = sorted((Path(__file__).parent / "lists" / "csv").glob("*.csv"))
Rows = list[list[str]]
Save = Callable[[Rows], bytes]


def saved(encoding: str = "utf-8", sign: str = ",", above: str = "", end: str = "\r\n") -> Save:
    """A way to save a table."""

    def save(rows: Rows) -> bytes:
        file = io.StringIO(newline="")
        quotes = csv.QUOTE_ALL if end == "\r" else csv.QUOTE_MINIMAL
        csv.writer(file, delimiter=sign, lineterminator=end, quoting=quotes).writerows(rows)
        return (above + file.getvalue()).encode(encoding)

    return save


def with_header(change: Callable[[str], str]) -> Save:
    """Another spelling of the columns."""
    return lambda rows: saved()([[change(cell) for cell in rows[0]], *rows[1:]])


WAYS = {
    "comma": saved(),
    "semicolon": saved(sign=";"),
    "tab": saved(sign="\t"),
    "bar": saved(sign="|"),
    "mark": saved("utf-8-sig"),
    "utf-16": saved("utf-16", "\t"),
    "utf-16-le": saved("utf-16-le", ";"),
    "utf-16-be": saved("utf-16-be"),
    "utf-32": saved("utf-32"),
    "windows": saved("cp1252", ";"),
    "old-mac": saved(end="\r"),
    "unix": saved(end="\n"),
    "twice": saved(end="\r\r\n"),
    "sep": saved(sign=";", above="sep=;\r\n"),
    "quoted-sep": saved(sign="\t", above='"sep=\t"\r\n'),
    "wrong-sep": saved(sign=";", above="sep=,\r\n"),
    "title": saved(above="A title that somebody wrote\r\n\r\n"),
    "upper": with_header(str.upper),
    "spaces": with_header(lambda name: f" {name.replace('_', ' ')} "),
    "apostrophes": with_header(lambda name: f"'{name}"),
    "more-columns": lambda rows: saved()([[*row, "", ""] for row in rows]),
    "empty-rows": lambda rows: saved()([*rows, [""] * 5, []]),
}
ANY_WAY = pytest.mark.parametrize("save", WAYS.values(), ids=WAYS)


@ANY_WAY
def test_matches(save: Save, tmp_path: Path) -> None:
    """For find, --again, --known and follow."""
    path = tmp_path / "matches.csv"
    rows = [
        [
            "'1234567890123456789",
            "zoe",
            "Zoë",
            "following",
            "zoe@one.example",
            "B",
            "x, y; z",
            "",
            "",
            "nein",
        ],
        ["42", "Tom", "=1", "following", "tom@two.example", "D", "", "", "2026-01-02 10:00", "oui"],
        ["", "ann", "Ann", "follower", "ann@three.example", "C", "", "", "", "perhaps"],
    ]
    path.write_bytes(save([list(COLUMNS), *rows]))
    matches = read_matches(path)

    assert dict(decisions_in(matches)) == {
        ("1234567890123456789", "zoe@one.example"): Decision.REJECTED,
        ("42", "tom@two.example"): Decision.ACCEPTED,
    }
    assert tiers_in(matches) == {"zoe@one.example": "B", "tom@two.example": "D", "ann@three.example": "C"}
    assert known_in(matches, "") == {"42": "tom@two.example"}
    assert [cell.word for cell in unclear_in(matches)] == ["perhaps"]
    people = read_people(open_table(path))
    assert [(one.address, one.accepted) for one in people.people] == [
        ("tom@two.example", True),
        ("ann@three.example", False),
    ]
    assert (people.rejected, len(people.unclear), people.unread) == (1, 1, ())


@ANY_WAY
def test_profiles(save: Save, tmp_path: Path) -> None:
    """For --profiles, and for --csv where a finder wrote the other side, too."""
    path = tmp_path / "profiles.csv"
    path.write_bytes(save([["id", "user_name", "Bio"], ["42", "@tom", "Zoë; me:\n@tom@one.example"]]))

    (profile,) = read_profiles(path).profiles
    assert (profile.x_id, profile.handle, profile.texts) == ("42", "tom", ("Zoë; me:\n@tom@one.example",))
    assert read_finder(path)[0][0].texts == profile.texts


@ANY_WAY
def test_leads(save: Save, tmp_path: Path) -> None:
    """For --csv and for follow."""
    path = tmp_path / "leads.csv"
    path.write_bytes(save([["address", "text", "date", "url"], ["a@one.example", "Zoë, you", "2020", ""]]))

    assert [lead.candidate.address for lead in read_finder(path)[1]] == ["a@one.example"]
    assert [one.address for one in read_people(open_table(path)).people] == ["a@one.example"]


@ANY_WAY
def test_a_plan(save: Save, tmp_path: Path) -> None:
    """The same posts, letter for letter."""
    path = tmp_path / "plan.csv"
    noon = datetime(2020, 5, 1, 12, tzinfo=UTC)
    texts = ["=1+1", "two\n\nlines, Zoë; yes", "hi;=1", '"quoted"', "2019"]
    steps = [Step(StepKey(10 + n), Toot(text), noon, Kind.TWEET, None) for n, text in enumerate(texts)]
    plan = Plan(Owner("1", "me_example"), tuple(steps), ())
    write_plan(plan, path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    path.write_bytes(save(rows))

    assert read_plan(path, plan, Limits()) == plan


OF_NO_PEOPLE = {"bookmarks", "blocked_domains"}
"""Mastodon's files that list posts and servers: they are refused, in any letters."""


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_the_lists_of_every_finder(path: Path, encoding: str, tmp_path: Path) -> None:
    """In the letters of another spreadsheet the same people."""
    table = open_table(path)
    other = tmp_path / path.name
    text = path.read_bytes().decode(table.encoding, errors="replace").removeprefix("\ufeff")
    other.write_bytes(text.encode(encoding))
    if path.stem in OF_NO_PEOPLE:
        with pytest.raises(UsageError, match="and not people"):
            read_people(open_table(other))
        return

    assert read_people(open_table(other)).people == read_people(table).people


SHIFTED = {
    "a quotation mark of its own": '12,lea,Lea,following,a@x.social,A,"so, yes,,,no',
    "a comma without quotation marks": "12,lea,Lea,following,a@x.social,A,so, yes,,,no",
}


@pytest.mark.parametrize("row", SHIFTED.values(), ids=SHIFTED)
@pytest.mark.parametrize(
    "read",
    [read_matches, lambda path: read_people(open_table(path)), read_profiles],
    ids=["find", "list", "x"],
)
def test_a_no_that_has_moved_is_not_passed_over(
    row: str, read: Callable[[Path], object], tmp_path: Path
) -> None:
    """Somebody with tier A would be followed in spite of it."""
    path = tmp_path / "matches.csv"
    path.write_text(f"{','.join(COLUMNS)}\n13,tom,Tom,following,b@x.social,A,,,,\n{row}\n")

    with pytest.raises(UsageError, match=r"row [23]"):
        read(path)


def test_a_note_beyond_the_last_column_is_in_nobodys_way(tmp_path: Path) -> None:
    """People write beside a table, too."""
    path = tmp_path / "matches.csv"
    path.write_text(f"{','.join(COLUMNS)}\n12,lea,Lea,following,a@x.social,A,,,,no,met her twice\n")

    assert list(decisions_in(read_matches(path))) == [(("12", "a@x.social"), Decision.REJECTED)]
    assert read_people(open_table(path)).rejected == 1
