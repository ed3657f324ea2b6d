"""Every tool's file reads as it is meant, and broken ones as far as they go; nothing ends in a traceback."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migrate.errors import UsageError
from migrate.model import Action, Person
from migrate.people.addresses.cells import listed_addresses
from migrate.people.lists import (
    PeopleList,
    Why,
    choose,
    read_people,
    write_following,
    write_outcomes,
)
from migrate.sheets import Edits, Table, open_table, read_table, read_text

CORPUS = Path(__file__).parent / "csv"
MORE: dict[str, Any] = tomllib.loads((CORPUS.parent / "lists.toml").read_text(encoding="utf-8"))
EXPECTED: dict[str, Any] = tomllib.loads((CORPUS / "expected.toml").read_text(encoding="utf-8"))


def test_every_file_is_expected() -> None:
    """At least forty, none without an entry."""
    files = {path.name for path in CORPUS.iterdir()} - {"expected.toml"}

    assert files == set(EXPECTED)
    assert len(files) >= 40


@pytest.mark.parametrize("name", EXPECTED)
def test_the_corpus_reads_as_expected(name: str) -> None:
    """People in order, with their wishes, and each row that names nobody with its line."""
    expect(open_table(CORPUS / name), EXPECTED[name])


@pytest.mark.parametrize("name", MORE)
def test_lists_of_all_kinds(name: str) -> None:
    """What spreadsheets in other languages, apps and people write."""
    entry = dict(MORE[name])
    expect(read_table(read_text(name, entry.pop("text").encode())), entry)


def test_there_are_eighty() -> None:
    """Files and texts, none of them twice."""
    texts = {entry["text"] for entry in MORE.values()}

    assert len(EXPECTED) + len(texts) >= 80


def expect(table: Table, entry: dict[str, Any]) -> None:
    """Read a list, and see that it says what is right, or that it is refused with this word."""
    if "refused" in entry:
        with pytest.raises(UsageError, match=entry["refused"]):
            read_people(table)
    else:
        assert _told(read_people(table)) == _expected(entry)


def _told(reading: PeopleList) -> dict[str, object]:
    people = reading.people
    wishes = {p.address: [p.boosts, p.notify, list(p.languages)] for p in people}
    return {
        "people": [person.address for person in people],
        "unread": [[row.line, row.why.value] for row in reading.unread],
        "meant": reading.meant,
        "again": reading.again,
        "rejected": reading.rejected,
        "encoding": reading.encoding,
        "guessed": reading.guessed,
        "wishes": {address: wish for address, wish in wishes.items() if wish != [True, False, []]},
        "lists": {person.address: list(person.lists) for person in people if person.lists},
        "tiers": {person.address: person.tier for person in people if person.tier},
        "shows_notifications": [person.address for person in people if not person.hide_notifications],
    }


def _expected(entry: dict[str, Any]) -> dict[str, object]:
    usual: dict[str, object] = {"unread": [], "meant": None, "again": 0, "rejected": 0, "encoding": "utf-8"}
    return (
        usual | {"guessed": False, "wishes": {}, "lists": {}, "tiers": {}, "shows_notifications": []} | entry
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"PK\x03\x04 a sheet", "save it as CSV"),
        (b"%PDF-1.7", "PDF"),
        (b"\n<!DOCTYPE html><p>Log in first</p>", "web page"),
        (b'window.YTD.following.part0 = [ {"following": {"accountId": "1"}} ]', "Twitter archive"),
    ],
)
def test_what_is_no_table_is_told(content: bytes, words: str) -> None:
    """The usual mistakes have a sentence each."""
    with pytest.raises(UsageError, match=words):
        _read("a.csv", content)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """As a mistake in what was typed."""
    with pytest.raises(UsageError, match="can't be read"):
        open_table(tmp_path / "none.csv")


def test_whom_a_deed_is_meant_for() -> None:
    """Whoever was blocked on Twitter, or only follows, is not followed; tiers narrow further."""
    people = [
        Person("a@x.example", relation=frozenset({"following", "mentioned"}), tier="A"),
        Person("b@x.example", relation=frozenset({"blocked"}), tier="A"),
        Person("c@x.example", relation=frozenset({"follower"}), tier="A"),
        Person("d@x.example", relation=frozenset({"following"}), tier="b"),
        Person("e@x.example"),
    ]

    assert _names(choose(people, Action.FOLLOW, frozenset())) == "ade"
    assert _names(choose(people, Action.BLOCK, frozenset())) == "be"
    assert _names(choose(people, Action.FOLLOW, frozenset({"A", "B"}))) == "ad"


def test_only_sure_matches_need_no_yes() -> None:
    """C, D and R are for a person's yes; blocks and mutes only at A."""
    both = frozenset({"following", "blocked"})
    people = [Person(f"{name}@x.example", relation=both, tier=name.upper()) for name in "abcdr"]
    yes = [Person(f"{p.address}.org", relation=both, tier=p.tier, accepted=True) for p in people]

    assert _names(choose(people, Action.FOLLOW, frozenset())) == "ab"
    assert _names(choose(people, Action.BLOCK, frozenset())) == "a"
    assert _names(choose(yes, Action.FOLLOW, frozenset())) == "abcdr"
    assert _names(choose(yes, Action.BLOCK, frozenset())) == "abcdr"
    assert _names(choose(people, Action.FOLLOW, frozenset("D"))) == "d"


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    """Never a traceback, and never a row lost: each names somebody or is told."""
    try:
        reading = _read("a.csv", content)
    except UsageError:
        return
    _check(reading)


_CELL = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            "ada@one.example",
            "@bo@two.example",
            "https://x.example/@cy",
            "true",
            '"',
            "en,fr",
            "Account address",
        ]
    ),
)


@given(st.lists(st.lists(_CELL, max_size=5), max_size=8), st.sampled_from([",", ";", "\t", "|"]))
def test_any_table_is_read(rows: list[list[str]], separator: str) -> None:
    """The same for what looks more like a table."""
    text = "\n".join(separator.join(row) for row in rows)
    if text.strip():
        try:
            _check(_read("lists.csv", text.encode("utf-8", errors="replace")))
        except UsageError:
            return


@given(st.text(max_size=60))
def test_an_address_once_read_reads_the_same(text: str) -> None:
    """What is found is canonical."""
    for address in listed_addresses(text):
        assert listed_addresses(address) == [address]
        assert listed_addresses(f"@{address}") == [address]


def _read(name: str, content: bytes) -> PeopleList:
    return read_people(read_table(read_text(name, content)))


def _read(name: str, content: bytes) -> PeopleList:
    return read_people(read_table(read_text(name, content)))


def _check(reading: PeopleList) -> None:
    assert all(person.line >= 1 for person in reading.people)
    assert all(isinstance(row.why, Why) and row.line >= 1 for row in reading.unread)
    assert len({person.address for person in reading.people}) == len(reading.people)


def test_what_is_written_for_mastodon_reads_the_same(tmp_path: Path) -> None:
    """Four columns, plain UTF-8, no empty yes or no; and a file that is there already stays."""
    people = [Person("ada@one.example"), Person("bo@two.example", boosts=False, languages=("en", "fr"))]
    first = write_following(tmp_path, people)
    second = write_following(tmp_path, people)

    assert first.read_bytes() == (
        b"Account address,Show boosts,Notify on new posts,Languages\n"
        b'ada@one.example,true,false,\nbo@two.example,false,false,"en,fr"\n'
    )
    again = read_people(open_table(second)).people
    assert [(p.address, p.boosts, p.languages) for p in again] == [
        (p.address, p.boosts, p.languages) for p in people
    ]


def test_a_report_holds_no_formulas(tmp_path: Path) -> None:
    """A cell from a server or a file can't do anything in a spreadsheet."""
    path = tmp_path / "out.csv"
    write_outcomes(path, [(1, "=1+1", "@a", "-x", "+y", "\tz", "plain")], Edits())

    assert path.read_text(encoding="utf-8").splitlines()[1] == "1,'=1+1,'@a,'-x,'+y,'\tz,plain"


def _names(people: list[Person]) -> str:
    return "".join(person.address[0] for person in people)


NAMES = st.from_regex(r"\A[a-z0-9_](?:[a-z0-9_]|[.-](?=[a-z0-9_])){0,12}\Z")
FORMS = {
    "an address": "{name}@{host}",
    "a handle": "@{name}@{host}",
    "a link": "https://{host}/@{name}",
    "an older link": "https://{host}/users/{name}",
    "acct": "acct:{name}@{host}",
    "in angles": "<{name}@{host}>",
    "a link elsewhere": "https://home.example/@{name}@{host}",
}
TABLES = {
    "a line": "{cell}\n",
    "Mastodon's": "Account address,Show boosts,Notify on new posts,Languages\n{cell},true,false,\n",
    "without a header": "{cell},true,false,\n",
    "a spreadsheet": "Name;Mastodon\nSmith;{cell}\n",
    "a list": "List,Account\nFriends,{cell}\n",
    "tabs": "Name\tProfile\nSmith\t{cell}\n",
    "matches": "x_handle,fediverse_acct,tier,state\nsmith,{cell},B,yes\n",
}


@given(name=NAMES.filter(lambda name: not name.isdigit()), form=st.sampled_from(sorted(FORMS)))
@pytest.mark.parametrize("table", TABLES)
def test_nobody_but_the_person_in_the_list_is_read(table: str, name: str, form: str) -> None:
    """Letter for letter, underscores in front and at the end as well; and whoever can't be read is nobody."""
    text = TABLES[table].format(cell=FORMS[form].format(name=name, host="two.example"))
    reading = read_people(read_table(read_text("people.csv", text.encode())))

    assert {person.address for person in reading.people} <= {f"{name}@two.example"}
    assert len(reading.people) + len(reading.unread) == 1
