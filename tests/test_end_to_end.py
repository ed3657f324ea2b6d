"""The main job, over real HTTP: sample archives onto the embedded server, by the command line."""

import json
import os
import re
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import mastodon_mock
import pytest

from migrate.archive import Archive, open_archive
from migrate.model import Limits, Media, Plan, Policy, Step, StepKey
from migrate.posts.convert import DEFAULT_FOOTER
from migrate.posts.plan import make_plan
from migrate.sandbox import Sandbox, open_sandbox
from migrate.sandbox.server import TOKEN_KEEPER
from tests.cli.shell import ended, migrate, start, terminal
from tests.conftest import SAMPLES
from tests.fakes.mastodon import FakeMastodon, SystemClock
from tests.fakes.serve import serve

TRICKY, TINY = SAMPLES / "tricky", SAMPLES / "tiny"


class Imported(NamedTuple):
    """An archive on a server: the run that brought it there, and everything to hold it against."""

    code: int
    summary: dict[str, Any]
    env: dict[str, str]
    sandbox: Sandbox
    plan: Plan
    toots: dict[str, dict[str, Any]]
    ids: dict[StepKey, str]

    def toot(self, step: Step) -> dict[str, Any]:
        """What the server has of a step."""
        return self.toots[self.ids[step.key]]


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Imported]:
    """`sample_archives/tricky`, imported once for all tests that only look."""
    with open_sandbox() as sandbox:
        env = _env(sandbox, tmp_path_factory.mktemp("home"))
        outcome = migrate("import", TRICKY, "--yes", "--json", env=env)
        events = [json.loads(line) for line in outcome.out.splitlines()]
        ids = {
            StepKey(**event["key"]): event["url"].rpartition("/")[2]
            for event in events
            if event["event"] == "posted"
        }
        yield Imported(outcome.code, events[-1], env, sandbox, _plan(TRICKY), _toots(sandbox), ids)


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """A server with nothing on it."""
    with open_sandbox() as fresh:
        yield fresh


def test_every_tweet_arrives(imported: Imported) -> None:
    """A toot for each step of the plan, and nothing else."""
    assert imported.code == 0
    assert imported.ids.keys() == {step.key for step in imported.plan.steps}
    assert set(imported.ids.values()) == imported.toots.keys()
    assert imported.summary == {
        "event": "summary",
        "posted": len(imported.plan.steps),
        "already": 0,
        "refused": 0,
        "left_out": len(imported.plan.left_out),
    }


def test_threads_are_threads(imported: Imported) -> None:
    """Each toot answers the one that its tweet answered."""
    parents = {s.key: imported.toot(s)["in_reply_to_id"] for s in imported.plan.steps}

    assert parents == {s.key: s.parent and imported.ids[s.parent] for s in imported.plan.steps}
    assert sum(parent is not None for parent in parents.values()) == 12


def test_pictures_are_with_their_tweets(imported: Imported) -> None:
    """The very files, all of them."""
    with open_archive(TRICKY) as archive, httpx.Client() as http:
        for step in imported.plan.steps:
            pictures = imported.toot(step)["media_attachments"]

            assert [http.get(p["url"]).content for p in pictures] == [
                _read(archive, media) for media in step.toot.media
            ]


def test_links_are_links(imported: Imported) -> None:
    """Where the archive knows the address behind a t.co link, the toot has it; one link is lost for good."""
    content = "".join(toot["content"] for toot in imported.toots.values())

    assert content.count("t.co/") == content.count("https://t.co/MadeUpLink") == 2  # href and text
    assert 'href="https://example.org/on-moving?house=new&amp;page=2"' in content


def test_nobody_is_mentioned(imported: Imported) -> None:
    """This server would take nothing in these toots for a mention: there are two addresses among them."""
    assert [toot["mentions"] for toot in imported.toots.values()] == [[]] * len(imported.toots)
    content = "".join(toot["content"] for toot in imported.toots.values())
    assert "@" not in content.replace("robin@mail", "").replace("medium.com/@lea_example", "")


def test_toots_can_be_looked_at(imported: Imported) -> None:
    """The address of a profile or a toot leads into the web client, which has been given the login."""
    client = Path(mastodon_mock.__file__).parent / "_ui_dist"
    assert any(TOKEN_KEEPER in script.read_text() for script in client.rglob("*.js"))

    page = httpx.get(next(iter(imported.toots.values()))["url"]).text
    assert f'localStorage.setItem("{TOKEN_KEEPER}", "{imported.sandbox.token}")' in page
    assert 'location.replace("/_ui/" + page)' in page


def test_second_run_posts_nothing(imported: Imported) -> None:
    """And says so."""
    again = migrate("import", TRICKY, "--yes", env=imported.env)

    assert again.code == 0
    assert again.value("Posted now") == "0"
    assert "There was nothing left to post." in again.out
    assert _toots(imported.sandbox).keys() == imported.toots.keys()


def test_left_out_is_told_with_reasons(imported: Imported) -> None:
    """Before and after, each reason with its number and the switch that brings it in."""
    again = migrate("import", TRICKY, "--yes", env=imported.env)

    assert again.out.count("4  replies to other people (to import: --include replies)") == 2


def test_json_is_one_event_a_line(sandbox: Sandbox, home: Path) -> None:
    """The last line is the summary; nothing else is on standard output."""
    outcome = migrate("import", TINY, "--yes", "--json", env=_env(sandbox, home))
    events = [json.loads(line) for line in outcome.out.splitlines()]

    assert [event["event"] for event in events[:-1]] == [
        *("begun", "posted", "posted", "posted", "posted"),
        *("uploaded", "posted"),
    ]
    assert events[-1] == {"event": "summary", "posted": 5, "already": 0, "refused": 0, "left_out": 0}


def test_limit_stops_and_the_next_run_goes_on(sandbox: Sandbox, home: Path) -> None:
    """Two today, the rest tomorrow, in order."""
    env = _env(sandbox, home)
    first = migrate("import", TINY, "--yes", "--limit", 2, env=env)
    assert first.value("Still to post") == "3"
    assert "run the same command again" in first.out
    assert len(_toots(sandbox)) == 2

    second = migrate("import", TINY, "--yes", "--json", env=env)
    summary = json.loads(second.out.splitlines()[-1])
    assert summary == {"event": "summary", "posted": 3, "already": 2, "refused": 0, "left_out": 0}
    assert [toot["content"][3:9] for toot in _toots(sandbox).values()] == [
        *("Hello!", "Pancak", "Two th", "One: b", "My win")
    ]


def test_dry_run_posts_nothing(sandbox: Sandbox, home: Path) -> None:
    """With a login it counts by the server's limits, and still only reads."""
    outcome = migrate("import", TRICKY, "--dry-run", env=_env(sandbox, home))

    assert outcome.code == 0
    assert outcome.value("To post now") == "53"
    assert "Nothing was posted (--dry-run)." in outcome.out
    assert _toots(sandbox) == {}
    assert not list(home.rglob("*.sqlite"))


def test_demo_without_anyone_watching(home: Path) -> None:
    """Exits by itself, says how many toots were posted and where, and leaves nothing behind."""
    outcome = ended(start("demo"))

    assert outcome.code == 0
    assert "53 posts went to" in outcome.out
    assert "Look at it: http://127.0.0.1:" in outcome.out
    assert outcome.value("A, both sides say so, or Wikidata by number") == "2"
    assert outcome.value("Followed") == "3"
    assert not home.exists()


def test_demo_with_someone_watching() -> None:
    """Stays up, and can be looked at, until Ctrl-C."""
    with terminal("demo") as screen:
        shown = screen.read_until("Ctrl-C.")
        (page,) = re.findall(r"Look at it: (\S+)", shown)
        assert httpx.get(page).status_code == 200
        (matches,) = re.findall(r"next to each other: (\S+)", shown)
        assert "Moved here from @lea@old.example" in Path(matches).read_text()
        screen.press_ctrl_c()

        assert screen.end() == 0
    assert "The server is gone" in screen.shown
    assert not Path(matches).exists()


@pytest.mark.parametrize(
    ("death", "n", "request_line"),
    [
        ("die_after", 1, "POST /api/v1/statuses"),
        ("die_after", 1, "POST /api/v2/media"),
        ("die_before", 4, "POST /api/v1/statuses"),
        ("die_after", 5, "POST /api/v1/statuses"),
    ],
)
def test_killed_and_run_again(death: str, n: int, request_line: str, home: Path) -> None:
    """A real process, a real SIGKILL: each tweet is on the server once, in its thread."""
    fake = FakeMastodon("mastodon-4.6", clock=SystemClock())
    getattr(fake.faults, death)(n, request_line)
    running: list[subprocess.Popen[str]] = []
    with serve(fake, on_death=lambda: os.kill(running[0].pid, signal.SIGKILL)) as address:
        env = {"MIGRATE_HOME": str(home), "MIGRATE_SERVER": address, "MIGRATE_TOKEN": fake.token}
        running.append(start("import", TINY, "--yes", env=env))
        assert ended(running[0]).code == -9

        assert ended(start("import", TINY, "--yes", env=env)).code == 0

    assert [status.text[:6] for status in fake.statuses] == [
        *("Hello!", "Pancak", "Two th", "One: b", "My win")
    ]
    assert fake.statuses[3].in_reply_to_id == fake.statuses[2].id
    assert len(fake.statuses[4].media_ids) == 1


def _env(sandbox: Sandbox, home: Path) -> dict[str, str]:
    return {
        "MIGRATE_HOME": str(home),
        "MIGRATE_SERVER": sandbox.address,
        "MIGRATE_TOKEN": sandbox.token,
    }


def _plan(sample: Path) -> Plan:
    with open_archive(sample) as archive:
        return make_plan(archive.tweets, archive.owner, Limits(), Policy(footer=DEFAULT_FOOTER))


def _read(archive: Archive, media: Media) -> bytes:
    with archive.open_media(media) as file:
        return file.read()


def _toots(sandbox: Sandbox) -> dict[str, dict[str, Any]]:
    """Everything that the account has, oldest first."""
    mine = {"Authorization": f"Bearer {sandbox.token}"}
    with httpx.Client(base_url=sandbox.address, headers=mine) as http:
        me = http.get("/api/v1/accounts/verify_credentials").json()["id"]
        toots: list[dict[str, Any]] = []
        while page := http.get(
            f"/api/v1/accounts/{me}/statuses",
            params={"limit": 40, **({"max_id": toots[-1]["id"]} if toots else {})},
        ).json():
            toots += page
    return {toot["id"]: toot for toot in reversed(toots)}
