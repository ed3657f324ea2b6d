"""`migrate import`: what is told and asked before anything is posted."""

import signal
from pathlib import Path
from typing import Any

import httpx
import pytest

from migrate.cli.home import ledger_path
from migrate.ledger import Ledger
from tests.cli.shell import ended, migrate, start, terminal
from tests.fakes.mastodon import FakeMastodon, SystemClock
from tests.fakes.serve import serve


def test_nobody_there_to_say_yes(mine: FakeMastodon, samples: Path) -> None:
    """Without a terminal and without --yes, nothing is even looked at."""
    outcome = migrate("import", samples / "tiny")

    assert outcome.code == 2
    assert "--dry-run" in outcome.line
    assert "--yes" in outcome.line
    assert mine.requests == []


def test_no_is_no(mine: FakeMastodon, samples: Path) -> None:
    """A kind sentence, and that was all."""
    with terminal("import", samples / "tiny") as screen:
        screen.read_until("[y/N]: ")
        screen.type("n\n")

        assert screen.end() == 0
    assert "Nothing was posted. When you are ready, run the same command again." in screen.shown
    assert mine.statuses == []


def test_yes_is_asked_with_all_that_matters(mine: FakeMastodon, samples: Path) -> None:
    """How many, to whom, for how long, seen by whom, under which rules; then it is done."""
    host = mine.address.removeprefix("http://")
    with terminal("import", samples / "tiny") as screen:
        shown = screen.read_until("[y/N]: ")
        screen.type("y\n")

        assert screen.end() == 0
    assert f"Post 5 posts to @me@{host} now?" in shown
    assert "Time needed    a few minutes" in shown
    assert "your 0 followers, and everybody who visits your profile" in shown
    assert "1  Be kind." in shown
    assert "100%" in screen.shown
    assert len(mine.statuses) == 5


def test_a_no_does_not_bind_the_account(mine: FakeMastodon, samples: Path) -> None:
    """Somebody else's archive, looked at and refused, leaves the account free for one's own."""
    with terminal("import", samples / "tricky") as screen:
        screen.read_until("[y/N]: ")
        screen.type("n\n")
        assert screen.end() == 0

    assert migrate("import", samples / "tiny", "--yes").code == 0


def test_dry_run_needs_nothing(samples: Path) -> None:
    """No login, no network: the plan by Mastodon's usual limits."""
    outcome = migrate("import", samples / "tricky", "--dry-run")

    assert outcome.code == 0
    assert outcome.value("Posts that they become") == "53"
    assert "Mastodon's usual limits" in outcome.out
    assert "Nothing was posted (--dry-run)." in outcome.out


def test_dry_run_without_a_network(samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who is logged in and offline is told, and gets the plan all the same."""
    monkeypatch.setenv("MIGRATE_SERVER", "http://127.0.0.1:9")
    monkeypatch.setenv("MIGRATE_TOKEN", "token")
    outcome = migrate("import", samples / "tiny", "--dry-run")

    assert outcome.code == 0
    assert "could not be reached" in outcome.line
    assert outcome.value("Posts that they become") == "5"


def test_dry_run_knows_what_was_posted_before(mine: FakeMastodon, samples: Path) -> None:
    """In words and as JSON."""
    migrate("import", samples / "tiny", "--yes", "--limit", 2)

    assert migrate("import", samples / "tiny", "--dry-run").value("To post now") == "3"
    assert migrate("import", samples / "tiny", "--dry-run", "--json").out == (
        '{"event":"summary","posted":0,"already":2,"refused":0,"left_out":0}\n'
    )


def test_missing_pictures_are_counted_once(samples: Path) -> None:
    """The archive and the plan both know of them."""
    outcome = migrate("import", samples / "tricky", "--dry-run")

    assert "1  picture or video that the archive doesn't have" in outcome.out


@pytest.mark.parametrize(("visibility", "warned"), [("public", True), ("unlisted", False)])
def test_public_is_warned_of(visibility: str, warned: bool, mine: FakeMastodon, samples: Path) -> None:
    """The public timelines get every toot; most servers don't want that."""
    outcome = migrate("import", samples / "tiny", "--dry-run", "--visibility", visibility)

    assert ("public timelines" in outcome.err) is warned


@pytest.mark.parametrize(
    ("dialect", "followers", "warned"),
    [("mastodon-4.5", 7, True), ("mastodon-4.5", 0, False), ("gotosocial-0.20", 7, False)],
)
def test_followers_are_thought_of(
    dialect: str, followers: int, warned: bool, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where old tweets look new, followers get them all: better to import before, or slowly."""
    fake = FakeMastodon(dialect, clock=SystemClock())
    fake.world.accounts["me"].followers = followers
    with serve(fake) as address:
        monkeypatch.setenv("MIGRATE_SERVER", address)
        monkeypatch.setenv("MIGRATE_TOKEN", fake.token)
        outcome = migrate("import", samples / "tiny", "--dry-run")

    assert ("before people follow you" in outcome.err) is warned


@pytest.mark.parametrize(
    ("switches", "toots"),
    [
        (["--since", "2018"], 26),
        (["--until", "2010"], 1),
        (["--since", "2013-02-11", "--until", "2013-02-11"], 1),
        (["--since", "2013-02", "--until", "2013-02"], 2),
        (["--include", "replies"], 58),
        (["--include", "retweets", "--include", "deleted"], 56),
        (["--exclude", "threads"], 41),
    ],
)
def test_what_is_imported_can_be_chosen(switches: list[str], toots: int, samples: Path) -> None:
    """By date, both ends included, and by kind."""
    outcome = migrate("import", samples / "tricky", "--dry-run", *switches)

    assert outcome.value("Posts that they become") == str(toots)


@pytest.mark.parametrize("date", ["last year", "2019-13", "10", "March", "2019-02-30", "12:30", ""])
def test_what_is_no_date(date: str, samples: Path) -> None:
    """One line with examples, exit 2."""
    outcome = migrate("import", samples / "tiny", "--dry-run", "--since", date)

    assert outcome.code == 2
    assert "2019-03-24" in outcome.line


def test_footer(mine: FakeMastodon, samples: Path) -> None:
    """The date where the server can't keep it; one's own words; none."""
    migrate("import", samples / "tiny", "--yes", "--limit", 1)
    migrate("import", samples / "tiny", "--yes", "--limit", 1, "--footer", "{date} {link}")
    migrate("import", samples / "tiny", "--yes", "--limit", 1, "--footer", "")
    texts = [status.text for status in mine.statuses]

    assert texts[0].endswith("\n\n2019-05-01")
    assert texts[1].endswith("\n\n2019-05-03 https://twitter.com/ada_example/status/1124218282623107072")
    assert texts[2] == "Two things I learned today."


def test_interrupted(mine: FakeMastodon, samples: Path) -> None:
    """Ctrl-C in the middle: one sentence, exit 130, and the same command goes on."""
    running = []
    mine.faults.die_after(3, "POST /api/v1/statuses")
    with serve(mine, on_death=lambda: running[0].send_signal(signal.SIGINT)) as address:
        running.append(start("import", samples / "tiny", "--yes", env={"MIGRATE_SERVER": address}))
        outcome = ended(running[0])
        assert outcome.code == 130
        assert outcome.line == "Stopped. Everything up to here is saved; the same command goes on."

        assert migrate("import", samples / "tiny", "--yes", env={"MIGRATE_SERVER": address}).code == 0
    assert len({status.text for status in mine.statuses}) == len(mine.statuses) == 5


def test_some_were_refused(mine: FakeMastodon, samples: Path) -> None:
    """Exit 7, each with its reason; the others are there."""
    mine.faults.answer(2, 422, {"error": "Validation failed: no pancakes"}, "POST /api/v1/statuses")
    outcome = migrate("import", samples / "tiny", "--yes")

    assert outcome.code == 7
    assert outcome.value("Refused by the server") == "1"
    assert "Tweet 1124218282623107072 was refused: Validation failed: no pancakes" in outcome.err
    assert len(mine.statuses) == 4


def test_refused_before_is_not_posted_before(mine: FakeMastodon, samples: Path) -> None:
    """A later run counts the refused ones as refused, and ends as the first one did."""
    mine.faults.answer(2, 422, {"error": "no pancakes"}, "POST /api/v1/statuses")
    migrate("import", samples / "tiny", "--yes")
    again = migrate("import", samples / "tiny", "--yes", "--json")

    assert again.code == 7
    assert again.out.splitlines()[-1] == (
        '{"event":"summary","posted":0,"already":4,"refused":1,"left_out":0}'
    )


def test_who_can_see_a_post_is_told_where_the_server_decides_it(mine: FakeMastodon, samples: Path) -> None:
    """A limited account's public posts become unlisted (recorded on 4.5.15: standing:silenced.post)."""
    mine.impose("me", "silenced")
    outcome = migrate("import", samples / "tiny", "--yes", "--visibility", "public")

    assert outcome.code == 0
    assert "5 posts are unlisted now, and not public as you asked." in outcome.err
    assert f"The first is {mine.address}/@me/{mine.statuses[0].id}" in outcome.err


def test_a_quote_that_became_a_link_is_told(mine: FakeMastodon, samples: Path) -> None:
    """Whatever the sentence says, which is in the account's language (recorded on 4.5.15: quotes:unknown)."""
    act = mine.act

    def act_but_quote(request: httpx.Request, **how: Any) -> httpx.Response:
        if b'"quoted_status_id"' in request.read():
            return httpx.Response(404, json={"error": "Il n'y a pas de crêpes"})
        return act(request, **how)

    mine.act = act_but_quote  # type: ignore[method-assign]
    outcome = migrate("import", samples / "tricky", "--yes")

    assert outcome.err.count("was posted with a link to what it quotes") == 2
    assert outcome.value("Refused by the server") == "0"


def test_who_can_see_a_post_is_told_to_programs(mine: FakeMastodon, samples: Path) -> None:
    """One event for each post, and their number in the summary."""
    mine.impose("me", "silenced")
    outcome = migrate("import", samples / "tiny", "--yes", "--visibility", "public", "--json")

    assert outcome.out.count('"event":"visibility_changed"') == 5
    assert outcome.out.splitlines()[-1] == (
        '{"event":"summary","posted":5,"already":0,"refused":0,"left_out":0,"visibility_changed":5}'
    )


def test_what_was_dropped_before_is_told_now(mine: FakeMastodon, samples: Path) -> None:
    """The login ran out in the first run, after its spam filter had dropped a post; the second one looks."""
    mine.drop_silently("2019-05-01")
    mine.faults.answer(5, 401, {"error": "revoked"}, "POST /api/v1/statuses")
    assert migrate("import", samples / "tiny", "--yes", "--footer", "📅 {date}").code == 4
    outcome = migrate("import", samples / "tiny", "--yes", "--footer", "📅 {date}")

    assert outcome.code == 7
    assert "the server took it, and it is not there" in outcome.err
    names = ("Posted now", "Posted before", "Refused by the server", "Still to post")
    assert [outcome.value(name) for name in names] == ["1", "3", "1", "0"]


def test_only_one_import_at_a_time(mine: FakeMastodon, samples: Path) -> None:
    """A second one into the same account is sent away, and disturbs nothing."""
    with Ledger(ledger_path(f"me@{mine.address.removeprefix('http://')}")):
        outcome = migrate("import", samples / "tiny", "--yes")

    assert outcome.code == 6
    assert "Another import into this account is running" in outcome.line
    assert mine.statuses == []


def test_waiting_is_told_on_the_screen(mine: FakeMastodon, samples: Path) -> None:
    """A bar that stands still says why, until when, and when all will be done."""
    _use_up(mine, "posts", 300, 3 * 3600)
    with terminal("import", samples / "tiny", "--yes") as screen:
        shown = screen.read_until("posts in 3 hours")
        screen.press_ctrl_c()

        assert screen.end() == 130
    assert "this server takes 300 posts in 3 hours" in shown
    assert ", done about " in shown
    assert mine.statuses == []


def test_waiting_is_told_in_a_log(mine: FakeMastodon, samples: Path) -> None:
    """Without a terminal there is no bar, only a line for each wait."""
    _use_up(mine, "posts", 300, 3 * 3600)
    process = start("import", samples / "tiny", "--yes")
    assert process.stderr
    line = process.stderr.readline()
    process.kill()
    ended(process)

    assert line.startswith("waiting until ")
    assert line.endswith(": this server takes 300 posts in 3 hours\n")


def _use_up(fake: FakeMastodon, family: str, limit: int, seconds: int) -> None:
    """Earlier runs have used all of a budget. The window begins now, so that it can't end in the test."""
    now = fake.clock.now().timestamp()
    with Ledger(ledger_path(f"me@{fake.address.removeprefix('http://')}")) as ledger:
        ledger.keep_spent({family: (now - now % seconds, limit, now + 60)})
