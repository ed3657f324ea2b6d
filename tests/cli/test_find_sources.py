"""`migrate find` with its sources: what is asked, said, spent, and written down.

The hosts are on this machine for once; so the command is entered below its switches.
"""

import csv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from migrate.archive import open_archive
from migrate.cli.find.command import look_for_people
from migrate.cli.find.options import FindOptions
from migrate.cli.home import ledger_of
from migrate.errors import LoginError, UsageError
from migrate.ledger import Ledger
from migrate.people.evidence.match import Match
from migrate.web.fetching import Web
from tests.cli.shell import migrate, terminal
from tests.fakes.archive import OWNER, tweet, user_id, write_archive
from tests.fakes.mastodon import FakeMastodon
from tests.fakes.web import Answer, FakeWeb, serve_web
from tests.fakes.web import Asked as Request

LEA, INES = user_id("lea_example"), "7"
BACK = [{"name": "Twitter", "value": '<a href="https://twitter.com/lea_example">lea_example</a>'}]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Somebody follows two people, and has heard where one of them is."""
    tweets = [tweet("@lea_example is now @lea_example@chaos.social")]
    return write_archive(tmp_path / "archive.zip", tweets, following=[LEA, INES])


@pytest.fixture
def web() -> Iterator[FakeWeb]:
    """Every host there is."""
    with serve_web(FakeWeb()) as fake:
        fake.host("chaos.social").add("lea_example", fields=BACK)
        yield fake


def find(archive: Path, out: Path, web: FakeWeb, **named: object) -> dict[str, Match]:
    """The matches by their addresses, when all that is named was asked."""
    options = FindOptions(yes=True, **named)  # type: ignore[arg-type]
    with open_archive(archive) as opened:
        found = look_for_people(opened, options, out, set(), open_web=lambda: Web(local_port=web.port))
    return {match.address: match for match in found.matches}


def rows(path: Path) -> list[dict[str, str]]:
    """A table that was written, if it was."""
    text = path.read_text(encoding="utf-8-sig") if path.exists() else ""
    return list(csv.DictReader(text.splitlines()))


def to_follow(out: Path) -> list[str]:
    """The addresses of the file for Mastodon's import page."""
    return [row["Account address"] for row in rows(out / "following_accounts.csv")]


def test_an_account_that_answers_is_sure_enough_to_follow(
    archive: Path, tmp_path: Path, web: FakeWeb, capsys: pytest.CaptureFixture[str]
) -> None:
    """It was told before what is sent, and to how many servers."""
    found = find(archive, tmp_path / "out", web, verify=True)
    seen = capsys.readouterr()

    assert found["lea_example@chaos.social"].tier == "B"
    assert to_follow(tmp_path / "out") == ["lea_example@chaos.social"]
    assert "Accounts: 1, servers: 1." in seen.err
    assert "lea_example" in (tmp_path / "out" / "matches.html").read_text()


def test_what_was_answered_is_not_asked_again(archive: Path, tmp_path: Path, web: FakeWeb) -> None:
    """Nor is it forgotten by a run that asks nobody."""
    find(archive, tmp_path / "out", web, verify=True)
    before = len(web.asked)

    assert find(archive, tmp_path / "out", web, verify=True)["lea_example@chaos.social"].tier == "B"
    assert find(archive, tmp_path / "out", web)["lea_example@chaos.social"].tier == "B"
    assert len(web.asked) == before > 0


def test_no_answer_from_anybody_is_ones_own_connection(
    archive: Path, tmp_path: Path, web: FakeWeb, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is said, and nobody is counted as gone for it."""
    web.route("chaos.social", "/.well-known/webfinger", Answer("<h1>Bad gateway</h1>", 502, "text/html"))
    web.route("chaos.social", "/.well-known/host-meta", Answer("<h1>Bad gateway</h1>", 502, "text/html"))
    find(archive, tmp_path / "out", web, verify=True)

    assert "No server answered" in capsys.readouterr().err


def test_wikidata_tells_of_people_by_number(archive: Path, tmp_path: Path, web: FakeWeb) -> None:
    """One question, whose answer is kept for a week; what it says of others is passed over."""
    rows = [
        {
            "item": "http://www.wikidata.org/entity/Q1",
            "xUser": "ines",
            "xId": INES,
            "fedi": "ines@art.example",
        },
        {
            "item": "http://www.wikidata.org/entity/Q2",
            "xUser": "else",
            "xId": "99",
            "fedi": "else@art.example",
        },
    ]
    bindings = [{name: {"value": value} for name, value in row.items()} for row in rows]
    answer = Answer({"results": {"bindings": bindings}}, kind="application/sparql-results+json")
    web.route("query.wikidata.org", "/sparql", answer)
    web.host("art.example").add("ines")

    for _ in range(2):
        found = find(archive, tmp_path / "out", web, wikidata=True, verify=True)
        assert (found["ines@art.example"].tier, "else@art.example" in found) == ("A", False)
    assert len(web.paths("query.wikidata.org")) == 1


def test_wikidata_by_numbers_says_of_how_many_it_tells(
    archive: Path, tmp_path: Path, web: FakeWeb, capsys: pytest.CaptureFixture[str]
) -> None:
    """The fallback names one's contacts; that is said first."""
    web.route("query.wikidata.org", "/sparql", Answer({"results": {"bindings": []}}, kind="application/json"))
    find(archive, tmp_path / "out", web, wikidata_ids=True)

    err = capsys.readouterr().err
    assert "the Twitter numbers of your contacts (2 in all), and the names of those whose number" in err
    (asked,) = web.asked
    assert f'"{INES}"' in asked.form["query"]


def test_wikidata_is_asked_once_a_week_about_each_contact(
    archive: Path, tmp_path: Path, web: FakeWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also about those of whom it knows nothing; a contact of one's own choice is told to it."""
    monkeypatch.setenv("MIGRATE_CONTACT", "ada@one.example")
    row = {
        "item": "http://www.wikidata.org/entity/Q1",
        "xUser": "ines",
        "xId": INES,
        "fedi": "ines@art.example",
    }
    bound = {name: {"value": value} for name, value in row.items()}
    web.route("query.wikidata.org", "/sparql", Answer({"results": {"bindings": [bound]}}))
    first = find(archive, tmp_path / "out", web, wikidata_ids=True)
    again = find(archive, tmp_path / "out", web, wikidata_ids=True)

    assert "ines@art.example" in first
    assert first.keys() == again.keys()
    (asked,) = web.asked
    assert "(ada@one.example;" in asked.headers["User-Agent"]


@pytest.mark.parametrize("contact", ["ada", "ada@one.example\r\nX: y", "http://one.example", "a (b)"])
def test_a_contact_is_a_mail_or_web_address(
    archive: Path, tmp_path: Path, web: FakeWeb, monkeypatch: pytest.MonkeyPatch, contact: str
) -> None:
    """Anything else would spoil the name of the client."""
    monkeypatch.setenv("MIGRATE_CONTACT", contact)

    with pytest.raises(UsageError, match="MIGRATE_CONTACT"):
        find(archive, tmp_path / "out", web, wikidata=True)


def test_wikidata_is_asked_by_name_for_those_without_a_number(tmp_path: Path, web: FakeWeb) -> None:
    """Somebody whose list one keeps has a name in the archive, and no number."""
    lists = {"lists-subscribed": [{"url": "https://twitter.com/Ines_Art/lists/painters"}]}
    archive = write_archive(tmp_path / "archive.zip", [tweet("Hello")], following=[LEA], others=lists)
    row = {"item": "http://www.wikidata.org/entity/Q1", "xUser": "ines_art", "fedi": "ines@art.example"}
    bound = {name: {"value": value} for name, value in row.items()}

    def answer(asked: Request) -> Answer:
        known = '"Ines_Art"' in asked.form["query"]
        return Answer({"results": {"bindings": [bound] if known else []}}, kind="application/json")

    web.route("query.wikidata.org", "/sparql", answer)
    found = find(archive, tmp_path / "out", web, wikidata_ids=True)
    by_number, by_name = web.asked

    assert (f'"{LEA}"' in by_number.form["query"], '"Ines_Art"' in by_name.form["query"]) == (True, True)
    assert found["ines@art.example"].contact.handle == "Ines_Art"


def test_damaged_likes_are_told(
    archive: Path, tmp_path: Path, web: FakeWeb, capsys: pytest.CaptureFixture[str]
) -> None:
    """Once, with how many; the others were searched."""
    likes = 'window.YTD.like.part0 = [ {"like": {"tweetId": "12"}}, {"like": {"tweetId": "x"}} ]'
    with zipfile.ZipFile(archive, "a") as packed:
        packed.writestr("data/like.js", likes)
    find(archive, tmp_path / "out", web)

    assert "1 of the tweets that you liked can't be read." in capsys.readouterr().err


def test_x_is_paid_and_what_it_told_is_kept(
    archive: Path,
    tmp_path: Path,
    web: FakeWeb,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The price is told before, the money while it goes, and the file can be read again for nothing."""
    monkeypatch.setenv("MIGRATE_X_TOKEN", "made-up-key")
    ines = {"id": INES, "username": "ines_art", "name": "Ines", "description": "now @ines@art.example"}
    web.route("api.x.com", "/2/users/me", Answer({"data": {"id": OWNER.id, "username": OWNER.handle}}))
    for name in ("following", "blocking", "muting", "followers"):
        data = [ines] if name == "following" else []
        answer = Answer({"data": data, "meta": {"result_count": len(data)}})
        web.route("api.x.com", f"/2/users/{OWNER.id}/{name}", answer)
    first = find(archive, tmp_path / "out", web, x_api=True)
    seen = capsys.readouterr()
    again = find(archive, tmp_path / "out", web, profiles=(tmp_path / "out" / "x-profiles.jsonl",))

    assert "ines@art.example" in first
    assert first.keys() == again.keys()
    assert "0.001 dollars for each" in seen.err
    assert "1 account, 0.01 dollars so far" in seen.err
    assert "made-up-key" not in seen.out + seen.err + (tmp_path / "out" / "x-profiles.jsonl").read_text()


def test_the_pages_that_people_name_are_looked_at(
    archive: Path, tmp_path: Path, web: FakeWeb, capsys: pytest.CaptureFixture[str]
) -> None:
    """Those of contacts alone, each once; it was told before to how many servers."""
    bios = tmp_path / "bios.csv"
    site = "id,username,website\n{},{},https://{}/\n{}"
    bios.write_text(site.format(INES, "ines_example", "ines.example", "99,else,https://else.example/\n"))
    page = b'<a rel="me" href="https://art.example/@ines_paints">my account</a>'
    web.route("ines.example", "/", Answer(page, kind="text/html"))

    for _ in range(2):
        found = find(archive, tmp_path / "out", web, profiles=(bios,), links=True)
        assert found["ines_paints@art.example"].contact.x_id == INES
    assert [one.host for one in web.asked] == ["ines.example"]
    assert "Pages: 1, servers: 1." in capsys.readouterr().err


def serve_x(web: FakeWeb, me: Answer, following: int, blocking: Answer | None = None) -> None:
    """X with a list of so many people, whatever is asked for, and an answer about blocks."""

    def page(asked: Request) -> Answer:
        most = min(int(asked.query["max_results"]), following)
        users = [{"id": f"{n + 1}", "username": f"u{n}", "description": "hi"} for n in range(most)]
        return Answer({"data": users, "meta": {"result_count": most}})

    web.route("api.x.com", "/2/users/me", me)
    web.route("api.x.com", f"/2/users/{OWNER.id}/following", page)
    web.route("api.x.com", f"/2/users/{OWNER.id}/blocking", blocking or Answer({"meta": {"result_count": 0}}))
    for name in ("muting", "followers"):
        web.route("api.x.com", f"/2/users/{OWNER.id}/{name}", Answer({"meta": {"result_count": 0}}))


MINE = Answer({"data": {"id": OWNER.id, "username": OWNER.handle}})


@pytest.mark.parametrize(
    ("me", "asked_for"),
    [(MINE, 40), (Answer({"title": "?"}, 404), 4), (Answer("<h1>Over capacity</h1>", 503, "text/html"), 4)],
)
def test_the_cap_counts_the_price_that_applies(
    archive: Path,
    tmp_path: Path,
    web: FakeWeb,
    monkeypatch: pytest.MonkeyPatch,
    me: Answer,
    asked_for: int,
) -> None:
    """A tenth of a cent once X has said whose the key is, a cent until then; the question counts, too."""
    monkeypatch.setenv("MIGRATE_X_TOKEN", "made-up-key")
    serve_x(web, me, following=100)
    find(archive, tmp_path / "out", web, x_api=True, x_cap=0.05)

    following = [one for one in web.asked if one.path.endswith("/following")]
    assert [one.query["max_results"] for one in following] == [str(asked_for)]


@pytest.mark.parametrize(
    ("me", "words"),
    [
        (Answer({"title": "Unsupported Authentication"}, 403), "Nothing was spent"),
        (Answer({"title": "Unauthorized"}, 401), "migrate login x"),
        (Answer({"data": {"id": "1", "username": "ben_example"}}), "@ben_example"),
    ],
    ids=["app-only", "ended", "another's"],
)
def test_a_key_that_is_not_the_owners_costs_nothing(
    archive: Path,
    tmp_path: Path,
    web: FakeWeb,
    monkeypatch: pytest.MonkeyPatch,
    me: Answer,
    words: str,
) -> None:
    """The app-only Bearer Token of X's console would be charged ten times as much, and read no blocks."""
    monkeypatch.setenv("MIGRATE_X_TOKEN", "made-up-key")
    serve_x(web, me, following=100)

    with pytest.raises(LoginError, match=words):
        find(archive, tmp_path / "out", web, x_api=True)
    assert web.paths("api.x.com") == ["/2/users/me"]


def test_what_was_paid_for_is_used_when_a_later_call_fails(
    archive: Path,
    tmp_path: Path,
    web: FakeWeb,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The trouble is told, and where the answers are."""
    monkeypatch.setenv("MIGRATE_X_TOKEN", "made-up-key")
    serve_x(web, MINE, following=3, blocking=Answer({}, 402))
    find(archive, tmp_path / "out", web, x_api=True)
    seen = capsys.readouterr()

    assert "there is no credit left" in seen.err
    assert "What X has told so far is used" in seen.err
    assert "x-profiles.jsonl" in seen.out
    assert len((tmp_path / "out" / "x-profiles.jsonl").read_text().splitlines()) == 1
    assert (tmp_path / "out" / "matches.csv").exists()


def test_too_small_a_cap_asks_nothing(
    archive: Path, tmp_path: Path, web: FakeWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The question whose the key is may cost a cent."""
    monkeypatch.setenv("MIGRATE_X_TOKEN", "made-up-key")

    with pytest.raises(UsageError, match="--x-cap"):
        find(archive, tmp_path / "out", web, x_api=True, x_cap=0.005)
    assert web.asked == []


def test_ones_own_server_is_searched_and_asked_whom_one_follows(
    archive: Path, tmp_path: Path, mine: FakeMastodon
) -> None:
    """The likeness is for a person to decide; whoever is followed already is not in the list to follow."""
    mine.add_account("lea_example@chaos.social", followed=True)
    mine.add_account("ines_example@far.example")
    bios = tmp_path / "bios.csv"
    lea = f"{LEA},lea_example,🐘 @lea_example@chaos.social"
    bios.write_text(f"id,username,description\n{INES},ines_example,hello\n{lea}\n")
    out = tmp_path / "out"
    seen = migrate("find", archive, "-o", out, "--profiles", bios, "--server", "--yes")
    table = out / "matches.csv"
    asked = sum(path.startswith("/api/") for _, path in mine.requests)
    with Ledger(ledger_of(mine.address, "1001")) as ledger:
        counted = ledger.spent()["requests"][1]

    assert seen.code == 0
    assert counted == asked > 3
    assert {row["fediverse_acct"]: row["tier"] for row in rows(table)} == {
        "lea_example@chaos.social": "C",
        "ines_example@far.example": "D",
    }

    table.write_text(table.read_text(encoding="utf-8-sig").replace(",open", ",yes"), encoding="utf-8")
    migrate("find", archive, "-o", out, "--profiles", bios)
    assert to_follow(out) == ["lea_example@chaos.social"]
    migrate("find", archive, "-o", out, "--profiles", bios, "--server", "--yes")
    assert to_follow(out) == ["ines_example@far.example"]


def test_no_is_no(archive: Path, tmp_path: Path) -> None:
    """What would be sent is told first; after a no, nobody was asked, and the rest goes on."""
    with terminal("find", archive, "-o", tmp_path / "out", "--wikidata", "--verify") as screen:
        screen.read_until("It says nothing about")
        screen.read_until("Go on? [y/N]:")
        screen.type("n\n")
        screen.read_until("Accounts: 1")
        screen.type("n\n")
        code = screen.end()

    assert code == 0
    assert "C, claimed: please look" in screen.shown
