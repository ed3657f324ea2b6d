"""What is looked at is what is posted: plan and preview are for the server of the login, on every dialect."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.shell import migrate
from tests.fakes.archive import write_archive
from tests.fakes.archive_tweets import tweet
from tests.fakes.dialects import DIALECTS
from tests.fakes.mastodon import FakeMastodon, FakeStatus, SystemClock
from tests.fakes.serve import serve

NOON = datetime(2019, 3, 1, 12, 0, tzinfo=UTC)
LOGINS = ("MIGRATE_SERVER", "MIGRATE_TOKEN")


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    """Tweets that become other posts on other servers: a quote, a thread, a long text, tags, an address."""
    first = tweet("Ada's first words 🌻", when=NOON)
    page = f"https://twitter.com/ada_example/status/{first['id']}"
    others = [
        tweet(f"As I said: {page}", when=NOON.replace(day=2)),
        tweet("Words of a thread " * 40, when=NOON.replace(day=3)),
        tweet("/#tag (#other) mail bob@example.org, https://example.org/Yahoo!", when=NOON.replace(day=4)),
    ]
    last = tweet("and on", when=NOON.replace(day=3, hour=13), reply_to=others[1])
    return write_archive(tmp_path / "odd.zip", [first, *others, last])


def login(monkeypatch: pytest.MonkeyPatch, fake: FakeMastodon) -> None:
    """The environment holds a login."""
    for name, value in zip(LOGINS, (fake.address, fake.token), strict=True):
        monkeypatch.setenv(name, value)


@pytest.mark.parametrize("logged_in", [True, False], ids=["with a login", "before"])
@pytest.mark.parametrize("dialect", DIALECTS)
def test_an_unedited_plan_is_what_is_posted(
    dialect: str, odd: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, logged_in: bool
) -> None:
    """Written with a login or before there was one, and followed letter for letter: text, quote, date."""
    plan = tmp_path / "plan.csv"
    if not logged_in:
        migrate("plan", odd, "-o", plan)
    sent = []
    for with_plan in (False, True):
        fake = FakeMastodon(dialect, clock=SystemClock())
        fake.world.processing_polls = 1
        monkeypatch.setenv("MIGRATE_HOME", str(tmp_path / f"home-{with_plan}"))
        with serve(fake):
            login(monkeypatch, fake)
            if logged_in:
                migrate("plan", odd, "-o", plan)
            outcome = migrate("import", odd, "--yes", *(["--plan", plan] if with_plan else []))
            assert outcome.code == 0
            sent.append([as_sent(status) for status in fake.statuses])
    without, by_plan = sent

    assert len(without) >= 5
    assert by_plan == without


def test_a_row_that_was_edited_is_posted_as_it_is(
    odd: Path, mine: FakeMastodon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a plan that was written before there was a login; the other rows become what they are there."""
    plan = tmp_path / "plan.csv"
    monkeypatch.delenv("MIGRATE_SERVER")
    monkeypatch.delenv("MIGRATE_TOKEN")
    migrate("plan", odd, "-o", plan)
    plan.write_text(plan.read_text(encoding="utf-8-sig").replace("first words", "very first words"))
    login(monkeypatch, mine)
    migrate("import", odd, "--yes", "--plan", plan)

    assert mine.statuses[0].text.startswith("Ada's very first words 🌻")
    assert mine.statuses[1].quoted_status_id == mine.statuses[0].id


def as_sent(status: FakeStatus) -> tuple[object, ...]:
    """What the server has of a post; links to the user's own posts have its address and numbers."""
    text = re.sub(r"127\.0\.0\.1:\d+/\S*", "", status.text)
    written = status.created_at if status.created_at.year == NOON.year else None
    return (
        text,
        status.spoiler_text,
        status.language,
        status.visibility,
        written,
        status.quoted_status_id is None,
    )


@pytest.mark.parametrize("command", ["plan", "preview"])
def test_the_login_says_for_which_server(
    command: str, odd: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server with room for 5,000 characters needs no thread, and it is named."""
    fake = FakeMastodon("gotosocial-0.20", clock=SystemClock())
    usual = migrate(command, odd, "-o", tmp_path / "usual")
    with serve(fake):
        login(monkeypatch, fake)
        mine = migrate(command, odd, "-o", tmp_path / "mine")

    assert "by Mastodon's usual limits" in usual.out
    assert usual.value("Posts that they become") != mine.value("Posts that they become") == "5"
    assert f"This is for {fake.address.removeprefix('http://')}" in mine.out


def test_a_login_that_is_no_longer_taken(odd: Path, fake: FakeMastodon, tmp_path: Path) -> None:
    """Is told; the plan is by the usual limits then, as without a login."""
    gone = {"MIGRATE_SERVER": fake.address, "MIGRATE_TOKEN": "gone"}
    outcome = migrate("plan", odd, "-o", tmp_path / "plan.csv", env=gone)

    assert outcome.code == 0
    assert "no longer accepts this login" in outcome.err
    assert "by Mastodon's usual limits" in outcome.out


def test_the_page_says_it_too(odd: Path, mine: FakeMastodon, tmp_path: Path) -> None:
    """It may be looked at days later."""
    migrate("preview", odd, "--single", "-o", tmp_path / "page")
    host = mine.address.removeprefix("http://")

    assert f"Made for {host}" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_the_choices_of_the_last_import_are_seen_as_well(
    odd: Path, mine: FakeMastodon, tmp_path: Path
) -> None:
    """An import goes on with them, and so what is looked at does."""
    migrate("import", odd, "--yes", "--limit", "1", "--footer", "{date}, long ago")
    outcome = migrate("plan", odd, "-o", tmp_path / "plan.csv")

    assert "As in the last import: --footer" in outcome.out
    assert "2019-03-02, long ago" in (tmp_path / "plan.csv").read_text(encoding="utf-8-sig")


def test_a_server_of_the_login_that_does_not_answer(
    odd: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Is told; the plan is by the usual limits then, and says so."""
    monkeypatch.setenv("MIGRATE_SERVER", "http://127.0.0.1:9")
    monkeypatch.setenv("MIGRATE_TOKEN", "token")
    outcome = migrate("plan", odd, "-o", tmp_path / "plan.csv")

    assert outcome.code == 0
    assert "could not be reached" in outcome.err
    assert "by Mastodon's usual limits" in outcome.out
