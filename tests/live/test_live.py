"""The same promises on a server of your choice, with an account that is there for tests:

    MIGRATE_LIVE_SERVER=... MIGRATE_LIVE_TOKEN=... pytest tests/live

Any Mastodon from 4.3 on will do, GoToSocial, and snac; the token needs read:accounts,
read:statuses, write:statuses and write:media. Five posts are made that only the account
itself can see; they are deleted at the end, and so is their picture where the server can do
that (Mastodon 4.4 and later; others throw it away themselves). snac before 2.84 deletes
nothing through its API: there the test says which posts are left. The import is killed on
its way: where the third post was lost with it, the second run is silent for five minutes,
until that post can't be on its way any more. Part of what is run before a release, with
`make live`.
"""

import json
import os
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from uuid import uuid4

import httpx
import pytest

from migrate.posts.replay.finding import plain_text
from tests.cli.shell import Outcome, ended, migrate, start
from tests.conftest import SAMPLES
from tests.fakes.archive import media_names, photo, tweet, write_archive
from tests.recordings.hung_up import AgainTransport

SERVER, TOKEN = os.environ.get("MIGRATE_LIVE_SERVER", ""), os.environ.get("MIGRATE_LIVE_TOKEN", "")
WINDOW = SAMPLES / "tiny/data/tweets_media/1125131802873167872-SampleWindow001.jpg"

if not (SERVER and TOKEN):
    pytest.skip(
        "no live server: set MIGRATE_LIVE_SERVER and MIGRATE_LIVE_TOKEN to an account for tests",
        allow_module_level=True,
    )


class Live(NamedTuple):
    """What two runs, the first of them killed, have left on the server: its toots, oldest first."""

    archive: Path
    env: dict[str, str]
    again: Outcome
    toots: list[dict[str, Any]]


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """Imports a small archive, killed after the second toot and run again; deletes all of it at the end."""
    where, mark = tmp_path_factory.mktemp("live"), uuid4().hex[:12]
    archive = _archive(where / "archive.zip", mark)
    env = {"MIGRATE_SERVER": SERVER, "MIGRATE_TOKEN": TOKEN, "MIGRATE_HOME": str(where / "home")}
    headers = {"Authorization": f"Bearer {TOKEN}"}
    transport = AgainTransport()  # snac hangs up at random
    with httpx.Client(base_url=_address(), headers=headers, timeout=130, transport=transport) as http:
        try:
            _kill_after_two(archive, env)
            again = _run(archive, env)
            yield Live(archive, env, again, _toots(http, mark))
        finally:
            _delete(http, _toots(http, mark))


def test_killed_and_run_again(live: Live) -> None:
    """The second run posts what the first has not, and no more."""
    summary = json.loads(live.again.out.splitlines()[-1])

    assert live.again.code == 0
    assert summary["posted"] + summary["already"] == 5
    assert summary["already"] >= 2


def test_each_tweet_is_there_once(live: Live) -> None:
    """In order."""
    starts = ("A thread for", "Second", "Third and last", "My window", "Pancakes")

    texts = [plain_text(toot["content"]) for toot in live.toots]

    assert [text.startswith(start) for text, start in zip(texts, starts, strict=True)] == [True] * 5


def test_a_thread_is_a_thread(live: Live) -> None:
    """Each of its toots answers the one before; the others answer nothing."""
    ids = [toot["id"] for toot in live.toots]

    assert [toot["in_reply_to_id"] for toot in live.toots] == [None, ids[0], ids[1], None, None]


def test_a_picture_is_with_its_tweet(live: Live) -> None:
    """With one tweet, and with no other."""
    assert [len(toot["media_attachments"]) for toot in live.toots] == [0, 0, 0, 1, 0]


def test_a_link_is_a_link(live: Live) -> None:
    """To the address behind Twitter's."""
    assert 'href="https://example.org/how"' in live.toots[4]["content"]
    assert "t.co" not in live.toots[4]["content"]


def test_one_more_run_posts_nothing(live: Live) -> None:
    """However often."""
    summary = json.loads(_run(live.archive, live.env).out.splitlines()[-1])

    assert summary == {"event": "summary", "posted": 0, "already": 5, "refused": 0, "left_out": 0}


def _archive(where: Path, mark: str) -> Path:
    """A thread of three, a picture, a link."""
    first = tweet(f"A thread for a test, made up ({mark}) 1/3")
    second = tweet(f"Second ({mark}) 2/3", reply_to=first)
    third = tweet(f"Third and last ({mark}) 3/3", reply_to=second)
    picture = tweet(f"My window ({mark})", media=[photo("SampleWindow001", width=480, height=320)])
    link = tweet(f"Pancakes ({mark}) https://example.org/how")
    files = dict.fromkeys(media_names(picture), WINDOW.read_bytes())
    return write_archive(where, [first, second, third, picture, link], media=files)


def _kill_after_two(archive: Path, env: dict[str, str]) -> None:
    process = start("import", archive, "--yes", "--json", "--visibility", "direct", env=env)
    assert process.stdout
    posted = (line for line in process.stdout if '"event":"posted"' in line)
    next(posted, None)
    next(posted, None)
    process.kill()
    ended(process)


def _run(archive: Path, env: dict[str, str]) -> Outcome:
    return migrate("import", archive, "--yes", "--json", "--visibility", "direct", env=env)


def _toots(http: httpx.Client, mark: str) -> list[dict[str, Any]]:
    """What the account has of this test, oldest first."""
    me = http.get("/api/v1/accounts/verify_credentials").raise_for_status().json()["id"]
    # snac lists what few can see in the home timeline alone (mastoapi.c)
    places = (f"/api/v1/accounts/{me}/statuses", "/api/v1/timelines/home")
    pages = [http.get(place, params={"limit": 40}).raise_for_status().json() for place in places]
    toots = {toot["id"]: toot for page in pages for toot in page if mark in toot["content"]}
    return list(toots.values())[::-1]


def _delete(http: httpx.Client, toots: list[dict[str, Any]]) -> None:
    """The last first, so that no reply is left without what it answers; tells what can't be deleted."""
    for toot in reversed(toots):
        answer = http.delete(f"/api/v1/statuses/{toot['id']}", params={"delete_media": "true"})
        if answer.status_code == 404:
            warnings.warn(f"{toot['url']} is left: this server has no deletion", stacklevel=2)
        else:
            answer.raise_for_status()


def _address() -> str:
    return SERVER if "://" in SERVER else f"https://{SERVER}"
