"""Lists of people as spreadsheets, apps and servers leave them."""

import pytest

from migrate.people.lists import PeopleList, read_people
from migrate.sheets import read_table, read_text


def read(text: str, name: str = "people.csv", encoding: str = "utf-8") -> PeopleList:
    """A list from its text."""
    return read_people(read_table(read_text(name, text.encode(encoding))))


def names(people: PeopleList) -> list[str]:
    """The addresses in it."""
    return [person.address for person in people.people]


@pytest.mark.parametrize(
    ("yes", "no"), [("WAHR", "FALSCH"), ("VRAI", "FAUX"), ("VERO", "FALSO"), ("PRAWDA", "FAŁSZ"), ("1", "0")]
)
def test_a_spreadsheet_in_another_language(yes: str, no: str) -> None:
    """It translates Mastodon's own yes and no when it saves."""
    people = read(
        "Account address;Show boosts;Notify on new posts;Languages\r\n"
        f"ada@one.example;{yes};{no};\r\nbo@two.example;{no};{yes};fr\r\n"
    ).people

    assert [(p.boosts, p.notify, p.languages) for p in people] == [(True, False, ()), (False, True, ("fr",))]


@pytest.mark.parametrize("name", ["following.csv", "mutes.csv"])
def test_a_word_that_is_not_known_is_told_without_a_header_too(name: str) -> None:
    """Where most of the others are yes or no, it should have been one; people keep what is usual."""
    read_list = read("ada@one.example,WAHR\nbo@two.example,manchmal\ncy@three.example,FALSCH\n", name)

    (unclear,) = read_list.unclear
    assert (unclear.row, unclear.word) == (2, "manchmal")
    assert names(read_list) == ["ada@one.example", "bo@two.example", "cy@three.example"]


def test_names_behind_addresses_are_no_wishes() -> None:
    """Nothing is told of them."""
    read_list = read("ada@one.example,Ada\nno@two.example,No\ncy@three.example,Cy\n")

    assert (len(read_list.people), read_list.unclear) == (3, ())
    assert all(person.boosts for person in read_list.people)


@pytest.mark.parametrize(
    "above",
    [
        "My people, as of today\n",
        "Sheet 1\n\n",
        "Made with ♥ by an app;;\n;;\n",
        "People of @me@home.example on 2 January\n",
        "1\n2\n3\n4\n",
    ],
)
@pytest.mark.parametrize("header", ["Account address;Show boosts", "ACCOUNT ADDRESS ; show_boosts"])
def test_a_title_above_the_header(above: str, header: str) -> None:
    """It is passed over, and names nobody; the lines are those of the file."""
    read_list = read(f"{above}{header}\nada@one.example;no\nnobody;yes\n")

    assert names(read_list) == ["ada@one.example"]
    assert [row.line for row in read_list.unread] == [above.count("\n") + 3]
    assert not read_list.people[0].boosts


def test_people_above_a_header_are_people() -> None:
    """Two files that were put together."""
    read_list = read("ada@one.example,true\nAccount address,Show boosts\nbo@two.example,false\n")

    assert names(read_list) == ["ada@one.example", "bo@two.example"]
    assert [row.line for row in read_list.unread] == [2]


def test_a_title_above_names_that_nobody_knows() -> None:
    """Columns are then known by what is in them."""
    read_list = read("Table 1\n\nWho,Where\nAda,ada@one.example\nBo,nowhere\n")

    assert names(read_list) == ["ada@one.example"]
    assert [row.line for row in read_list.unread] == [5]


@pytest.mark.parametrize("header", ["", "List,Account\n", "List name,Account address\n"])
def test_the_title_of_a_list_is_kept(header: str) -> None:
    """Whole, with its commas, and whatever address is in it; that one is nobody on the list."""
    people = read(
        f'{header}"Near, and dear",ada@one.example\n"fans of bo@two.example",cy@three.example\n', "lists.csv"
    ).people

    assert [(p.address, p.lists) for p in people] == [
        ("ada@one.example", ("Near, and dear",)),
        ("cy@three.example", ("fans of bo@two.example",)),
    ]


def test_a_collection_of_a_server() -> None:
    """What a server tells of one's followings is a list of addresses, too."""
    people = read('{"type":"OrderedCollection","orderedItems":["https://one.example/users/ada"]}', "f.json")

    assert names(people) == ["ada@one.example"]


def test_more_people_on_a_line_than_a_spreadsheet_has_columns() -> None:
    """Nobody is dropped in silence."""
    addresses = [f"p{n}@one.example" for n in range(2000)]

    assert names(read(",".join(addresses))) == addresses


def test_the_row_counts_that_somebody_said_yes_to() -> None:
    """Two people on Twitter name one account; about one of them the person said yes."""
    read_list = read(
        "address,relation,tier,state\nada@one.example,follower,C,open\nada@one.example,following,D,ja\n"
    )

    (person,) = read_list.people
    assert (person.accepted, person.tier, person.relation) == (True, "D", {"following"})
