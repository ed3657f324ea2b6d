"""`migrate follow` as a person meets it: a real process's HTTP, on this machine."""

import json
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner, Result

from migrate.cli import app
from migrate.cli.follow.before import offer_web_import
from migrate.cli.follow.words import REASONS, SEPARATORS, STATES, UNREAD
from migrate.cli.session import Session
from migrate.ledger import FollowReason, FollowState
from migrate.mastodon import connect, open_http, read_self
from migrate.people.lists import Why
from tests.fakes.mastodon import FakeMastodon, SystemClock
from tests.fakes.serve import serve
from tests.people.follow.scene import Scene, followed, make_people


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[FakeMastodon]:
    """A server on a loopback port, to which the program is logged in, and a folder to work in."""
    fake = FakeMastodon(clock=SystemClock())
    monkeypatch.chdir(tmp_path)
    with serve(fake) as address:
        monkeypatch.setenv("MIGRATE_SERVER", address)
        monkeypatch.setenv("MIGRATE_TOKEN", fake.token)
        fake.add_account("ada@one.example")
        fake.add_account("bo@two.example", followed=True)
        yield fake


def run(*words: str) -> Result:
    """The command, as it is typed."""
    return CliRunner().invoke(app, ["follow", *words])


def write(name: str, text: str) -> str:
    """A file in the folder."""
    Path(name).write_text(text, encoding="utf-8")
    return name


LIST = """Account address,Show boosts
ada@one.example,true
bo@two.example,true
@cy,true
no@three.example,true
"""


def test_a_dry_run_shows_and_changes_nothing(fake: FakeMastodon) -> None:
    """How the file was read, what was not understood, who is new, who is not."""
    result = run(write("list.csv", LIST), "--dry-run")

    assert result.exit_code == 0
    assert "To follow now             1" in result.output
    assert "Followed or asked before  1" in result.output
    assert "Not found                 1" in result.output
    assert "Line 4: the server is missing" in result.output
    assert followed(fake) == {}


def test_a_run_follows_and_reports(fake: FakeMastodon) -> None:
    """On the terminal and in a file; exit code 7, because somebody was not found."""
    result = run(write("list.csv", LIST), "--yes", "--report", "out.csv", "--list", "Friends")

    assert result.exit_code == 7
    assert followed(fake) == {"ada@one.example": 1}
    assert [one.title for one in fake.world.lists.values()] == ["Friends"]
    rows = Path("out.csv").read_text(encoding="utf-8").splitlines()
    assert [row.split(",")[3] for row in rows[1:]] == [
        "done",
        "it was so before",
        "not understood",
        "not found",
    ]


def test_json_is_one_object_a_line(fake: FakeMastodon) -> None:
    """And nothing else on standard output."""
    result = run(write("list.csv", LIST), "--yes", "--json")
    lines = [json.loads(line) for line in result.stdout.splitlines()]

    assert lines[-1] == {
        "event": "summary",
        "people": 3,
        "left": 0,
        "states": {"done": 1, "already": 1, "lost": 1},
    }


def test_undo_takes_back_what_was_done(fake: FakeMastodon) -> None:
    """And leaves whoever was followed before."""
    run(write("list.csv", LIST), "--yes")
    result = run("--undo", "--yes")

    assert result.exit_code == 0
    followed_now = [name for name, account in fake.world.accounts.items() if account.followed]
    assert followed_now == ["bo@two.example"]
    assert "There is nothing to take back" in run("--undo", "--yes").output


def test_a_list_of_blocked_people_is_not_followed_by_mistake(fake: FakeMastodon) -> None:
    """The file says what it is; the person has to say what they want."""
    name = write("blocked_accounts.csv", "ada@one.example\n")
    refused = run(name, "--yes")
    assert (refused.exit_code, followed(fake)) == (2, {})
    assert "--as block" in refused.output

    assert run(name, "--yes", "--as", "block").exit_code == 0
    assert fake.world.accounts["ada@one.example"].blocked


def test_nobody_can_say_yes_to_a_pipe(fake: FakeMastodon) -> None:
    """Without --yes or --dry-run nothing is done where no one is asked."""
    assert run(write("list.csv", LIST)).exit_code == 2
    assert followed(fake) == {}


@pytest.mark.parametrize("text", ["", "nothing here\n", "window.YTD.following.part0 = []"])
def test_a_file_without_people_is_a_usage_error(fake: FakeMastodon, text: str) -> None:
    """One line, exit code 2."""
    assert run(write("list.csv", text), "--yes").exit_code == 2


def test_a_list_of_which_nobody_is_chosen_yet_says_what_to_do(fake: FakeMastodon) -> None:
    """What `migrate find` has written, before anybody has said yes."""
    head = "x_id,x_handle,x_name,relation,fediverse,tier,evidence,state\n"
    result = run(write("matches.csv", f"{head}12,ada,Ada,following,ada@one.example,D,,\n"), "--dry-run")

    assert result.exit_code == 2
    assert "Nobody in matches.csv is chosen yet" in result.output
    assert "yes in the column state" in " ".join(result.output.split())


def test_many_people_are_offered_the_web_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """More than a day's follows: the file for the web page is written, and where to drop it is told."""
    monkeypatch.chdir(tmp_path)
    before = write("following_accounts_new.csv", "mine")
    fake = FakeMastodon()
    scene = Scene(fake, tmp_path, make_people(fake, 401))
    seen = scene.look()
    with open_http(httpx.MockTransport(fake)) as http:
        server = connect(fake.address, http, token=fake.token)
        offer_web_import(seen, Session(server, read_self(server)))

    said = capsys.readouterr().out
    assert "https://fake.example/settings/imports" in said
    assert "following_accounts_new_2.csv" in said
    assert len(Path("following_accounts_new_2.csv").read_text(encoding="utf-8").splitlines()) == 402
    assert Path(before).read_text(encoding="utf-8") == "mine"


def test_everything_has_its_words() -> None:
    """No state, reason or problem is shown as a code."""
    assert set(REASONS) == {reason.value for reason in FollowReason}
    assert set(STATES) == {state.value for state in FollowState}
    assert set(UNREAD) == {why.value for why in Why}
    assert set(SEPARATORS) == {"", ",", ";", "\t", "|"}


def test_the_report_is_written_however_a_run_ends(fake: FakeMastodon) -> None:
    """Something before the server refuses the first follow: the run stops, and the file tells of it."""
    fake.faults.answer(1, 413, "<html>Too large</html>", "POST */follow")
    result = run(write("list.csv", LIST), "--yes", "--report", "out.csv")

    assert result.exit_code == 3
    assert followed(fake) == {}
    assert len(Path("out.csv").read_text(encoding="utf-8").splitlines()) == 5


def test_what_is_known_is_said_before_the_first_look(fake: FakeMastodon) -> None:
    """The titles that the server won't take (recorded on 4.5.15: 256 characters)."""
    result = run(write("list.csv", LIST), "--dry-run", "--list", "x" * 257)

    assert "takes 256 characters" in result.output


def test_who_is_not_on_the_list_is_said_by_name(fake: FakeMastodon) -> None:
    """On the terminal, in the report and in the exit code."""
    name = write("list.csv", "Account\nada@one.example\n")
    result = run(name, "--yes", "--list", "x" * 257, "--report", "out.csv")

    assert result.exit_code == 7
    assert "Title is too long (maximum is 256 characters)): ada@one.example" in result.output
    assert "Title is too long" in Path("out.csv").read_text(encoding="utf-8")


def test_copies_are_told(fake: FakeMastodon) -> None:
    """An account of a mirror is followed only by those who know what it is."""
    result = run(write("list.csv", "ada@one.example\nbo@bird.makeup\n"), "--dry-run")

    assert "1 account only copies what a person writes elsewhere" in result.output
    assert "bo@bird.makeup" in result.output
