"""`migrate undo`: what was imported is taken back, and nothing else."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from migrate.cli.home import ledger_of
from migrate.errors import ExitCode
from migrate.ledger import Ledger
from tests.cli.shell import migrate, terminal
from tests.fakes.archive import tweet, write_archive
from tests.fakes.mastodon import FakeMastodon

SELF = "GET /api/v1/accounts/verify_credentials"


@pytest.fixture
def imported(mine: FakeMastodon, samples: Path) -> FakeMastodon:
    """Five toots of ours, and one by hand."""
    assert migrate("import", samples / "tiny", "--yes").code == 0
    mine.post_as("me", "by hand")
    return mine


def test_everything_of_ours_and_nothing_else(imported: FakeMastodon) -> None:
    """The toot that was written by hand stays."""
    outcome = migrate("undo", "--yes")

    assert outcome.code == 0
    assert outcome.value("Deleted") == "5"
    assert texts(imported) == ["by hand"]
    assert migrate("undo", "--yes").value("Posts to delete") == "0"


def test_what_was_taken_back_can_be_imported_again(imported: FakeMastodon, samples: Path) -> None:
    """As the command says."""
    assert "can be imported again" in migrate("undo", "--yes").out

    assert migrate("import", samples / "tiny", "--yes").value("Posted now") == "5"


def test_it_is_shown_and_asked_first(imported: FakeMastodon) -> None:
    """How many, and how long; no is no."""
    host = imported.address.removeprefix("http://")
    with terminal("undo") as screen:
        shown = screen.read_until("[y/N]: ")
        screen.type("n\n")

        assert screen.end() == 0
    assert f"Delete 5 posts of @me@{host} now?" in shown
    assert "This takes a few minutes." in shown
    assert "Nothing was deleted." in screen.shown
    assert len(texts(imported)) == 6


def test_yes_deletes(imported: FakeMastodon) -> None:
    """With a bar that counts."""
    with terminal("undo") as screen:
        screen.read_until("[y/N]: ")
        screen.type("y\n")

        assert screen.end() == 0
    assert "100%" in screen.shown
    assert "5/5" in screen.shown
    assert texts(imported) == ["by hand"]


def test_nobody_there_to_say_yes(imported: FakeMastodon) -> None:
    """Without a terminal and without --yes, nothing is even looked at."""
    outcome = migrate("undo")

    assert outcome.code == 2
    assert "--dry-run" in outcome.line
    assert len(texts(imported)) == 6


def test_dry_run_deletes_nothing(imported: FakeMastodon) -> None:
    """It says how many there are."""
    outcome = migrate("undo", "--dry-run")

    assert outcome.value("Posts to delete") == "5"
    assert "Nothing was deleted (--dry-run)." in outcome.out
    assert len(texts(imported)) == 6


def test_dry_run_before_any_import(mine: FakeMastodon) -> None:
    """There is nothing, and nothing is made."""
    outcome = migrate("undo", "--dry-run")

    assert outcome.value("Posts to delete") == "0"
    assert not ledger_of(mine.address, "1001").exists()


def test_one_toot(imported: FakeMastodon) -> None:
    """By its address, or by the number or address of its tweet."""
    one, other = imported.statuses[0], imported.statuses[1]
    with Ledger(ledger_of(imported.address, "1001"), read_only=True) as ledger:
        keys = {record.remote_id: (record.url, record.key.tweet_id) for record in ledger.in_state("done")}  # type: ignore[arg-type]
    address, tweet = keys[one.id][0], keys[other.id][1]

    assert migrate("undo", "--yes", "--post", address).value("Deleted") == "1"
    assert migrate("undo", "--yes", "--toot", f"https://twitter.com/x/status/{tweet}").value("Deleted") == "1"
    assert not {one.id, other.id} & {status.id for status in imported.statuses}
    assert len(texts(imported)) == 4


def test_a_toot_of_somebody_else(imported: FakeMastodon) -> None:
    """What was written by hand, or by others, is refused, exit 2."""
    by_hand = next(status for status in imported.statuses if status.text == "by hand")
    outcome = migrate("undo", "--yes", "--toot", f"{imported.address}/@me/{by_hand.id}")

    assert outcome.code == 2
    assert "deletes nothing else" in outcome.line
    assert len(texts(imported)) == 6


@pytest.mark.parametrize(("switches", "toots"), [(["--since", "2020"], 5), (["--until", "2020"], 0)])
def test_dates_are_those_of_the_posting(switches: list[str], toots: int, imported: FakeMastodon) -> None:
    """The tweets are of 2019; they were posted today."""
    assert migrate("undo", "--dry-run", *switches).value("Posts to delete") == str(toots)


def test_some_could_not_be_deleted(imported: FakeMastodon) -> None:
    """Exit 7, with the reason; the others are gone."""
    imported.faults.answer(2, 422, {"error": "no"}, "DELETE *")
    outcome = migrate("undo", "--yes")

    assert outcome.code == 7
    assert outcome.value("Deleted") == "4"
    assert "could not be deleted: no" in outcome.err
    assert len(texts(imported)) == 2


def test_thousands_that_stay_are_not_told_one_by_one(mine: FakeMastodon, tmp_path: Path) -> None:
    """Ten, and how many more: four stay, one goes, and so on."""
    migrate("import", write_archive(tmp_path / "a", [tweet(f"Tweet {n}") for n in range(16)]), "--yes")
    for place in (1, 6, 11, 16):
        mine.faults.answer(place, 422, {"error": "no"}, "DELETE *", times=4)
    outcome = migrate("undo", "--yes")
    *told, last = outcome.err.splitlines()

    assert len([line for line in told if "could not be deleted: no" in line]) == 10
    assert last == "... and 3 more of these."


def test_a_server_that_takes_nothing_back(imported: FakeMastodon) -> None:
    """Five tries, and not one each minute for a day; later the same command goes on."""
    imported.faults.answer(1, 422, {"error": "no"}, "DELETE *", times=99)
    outcome = migrate("undo", "--yes")

    assert outcome.code == ExitCode.SERVER
    assert "has refused 5 times in a row (no)" in outcome.err
    imported.faults.clear()
    assert migrate("undo", "--yes").value("Deleted") == "5"


def test_an_account_that_may_not_act(imported: FakeMastodon) -> None:
    """One try: the account is looked at, and the run stops."""
    imported.faults.answer(1, 403, {"error": "Your login is currently disabled"}, "DELETE *", times=99)
    imported.faults.answer(2, 403, {"error": "Your login is currently disabled"}, SELF, times=99)
    outcome = migrate("undo", "--yes")

    assert outcome.code == ExitCode.LOGIN
    assert "does not let this account act now (Your login is currently disabled)" in outcome.err
    assert sum(method == "DELETE" for method, _ in imported.requests) == 1


def test_one_by_an_address_that_ends_otherwise(imported: FakeMastodon) -> None:
    """snac's and Friendica's do not end with the id; the program itself shows them."""
    one, address = imported.statuses[0], "https://snac.example/me/p/17.98"
    with closing(sqlite3.connect(ledger_of(imported.address, "1001"))) as ledger, ledger:
        ledger.execute("UPDATE steps SET url = ? WHERE remote_id = ?", (address, one.id))
    outcome = migrate("undo", "--yes", "--post", f"{address}/")

    assert outcome.value("Deleted") == "1"
    assert one.id not in {status.id for status in imported.statuses}


def test_for_other_programs(imported: FakeMastodon) -> None:
    """One JSON object a line, a summary at the end."""
    lines = [json.loads(line) for line in migrate("undo", "--yes", "--json").out.splitlines()]

    assert [line["event"] for line in lines] == ["taken_back"] * 5 + ["summary"]
    assert lines[-1] == {"event": "summary", "taken_back": 5, "unmoved": 0}


def test_many_take_long(mine: FakeMastodon, samples: Path) -> None:
    """Mastodon takes 30 deletions in half an hour, and that is said before."""
    more = [word for kind in ("replies", "retweets", "deleted", "community") for word in ("--include", kind)]
    migrate("import", samples / "tricky", "--yes", *more)
    outcome = migrate("undo", "--dry-run")

    assert outcome.value("Posts to delete") == "62"
    assert "by the limits of this server: until about" in outcome.out


def texts(fake: FakeMastodon) -> list[str]:
    """What I have on the server."""
    return [status.text for status in fake.statuses if status.account == "me"]
