"""A person, a server and a plan: what every test of the replay needs."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import httpx

from migrate.ledger import Ledger
from migrate.mastodon import connect, open_http, read_self
from migrate.model import Kind, Media, MediaKind, Step, StepKey, Toot, Visibility
from migrate.posts.replay import Differences, Event, replay
from tests.fakes.clock import FakeClock
from tests.fakes.mastodon import FakeMastodon, FakeStatus

FIRST = datetime(2015, 1, 1, tzinfo=UTC)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)


class Scene:
    """Runs a plan against a fake server, again and again if need be, like a person who has patience."""

    def __init__(
        self,
        fake: FakeMastodon,
        home: Path,
        steps: Sequence[Step],
        *,
        open_ledger: Callable[[Path], Ledger] = Ledger,
        files: Mapping[str, bytes] | None = None,
        clock: FakeClock | None = None,
    ) -> None:
        """`clock` is that of the computer, where it is not the server's."""
        self.fake = fake
        self.clock = clock or fake.clock
        self.open_ledger = open_ledger
        self.steps = steps
        self.files = files or {}
        self.ledger_path = home / "ledger.sqlite"

    def run(
        self,
        *,
        limit: int | None = None,
        differences: Differences = Differences(),  # noqa: B008
        undated: bool = False,
    ) -> list[Event]:
        """One run of the program, from meeting the server to the last event."""
        clock, token = self.clock, self.fake.token
        with open_http(httpx.MockTransport(self.fake)) as http, self.open_ledger(self.ledger_path) as ledger:
            server = connect(
                self.fake.address,
                http,
                token=token,
                now=clock.now,
                elapsed=clock.elapsed,
                pause=clock.sleep,
            )
            if undated:
                server.post_undated()
            server.keep_budgets_in(ledger)
            account = read_self(server)
            ledger.claim("1", "someone")
            return list(
                replay(
                    self.steps,
                    server,
                    ledger,
                    account_id=account.id,
                    open_media=lambda media: BytesIO(self.files.get(media.id, PNG)),
                    sleep=clock.sleep,
                    limit=limit,
                    differences=differences,
                )
            )

    def mine(self) -> list[FakeStatus]:
        """What the server has of mine."""
        return [status for status in self.fake.statuses if status.account == "me"]

    def delete(self, status: FakeStatus) -> None:
        """The person deletes a toot by hand, in some other app."""
        path = f"{self.fake.address}/api/v1/statuses/{status.id}"
        headers = {"Authorization": f"Bearer {self.fake.token}"}
        assert self.fake(httpx.Request("DELETE", path, headers=headers)).status_code == 200

    def check_whole(self) -> None:
        """Each step once, in order, threads and pictures intact."""
        posted = self.mine()
        assert [status.text for status in posted] == [step.toot.text for step in self.steps]
        ids = {step.key: status.id for step, status in zip(self.steps, posted, strict=True)}
        parents = [ids[step.parent] if step.parent else None for step in self.steps]
        assert [status.in_reply_to_id for status in posted] == parents
        pictures = [[self.fake.media[i].description for i in status.media_ids] for status in posted]
        assert pictures == [[media.alt for media in step.toot.media] for step in self.steps]


def refuse_files(fake: FakeMastodon, count: int = 1, *, first: int = 1, why: str = "no cats") -> None:
    """So many files are refused, one after the other, from this upload on.

    The first of them is sent again, after a picture of the program's own; the others are believed.
    """
    for number in (first, *range(first + 2, first + 2 + count)):
        fake.faults.answer(number, 422, {"error": why}, "POST /api/v?/media")


def bodies_sent(scene: Scene) -> list[dict[str, object]]:
    """Run it, and note what is sent for each post."""
    bodies: list[dict[str, object]] = []
    act = scene.fake.act

    def act_and_note(request: httpx.Request, **how: bool) -> httpx.Response:
        if request.method == "POST" and request.url.path == "/api/v1/statuses":
            bodies.append(json.loads(request.read()))
        return act(request, **how)

    scene.fake.act = act_and_note  # type: ignore[method-assign, assignment]
    scene.run()
    return bodies


def make_steps(count: int = 6, *, visibility: Visibility = Visibility.UNLISTED) -> list[Step]:
    """A thread, two equal tweets, pictures: `count` steps, each a minute after the other."""
    return [_step(number, visibility) for number in range(1, count + 1)]


def _step(number: int, visibility: Visibility) -> Step:
    text = "Good morning" if number in {2, 4} else f"Tweet number {number}"
    media = tuple(_picture(number, i) for i in range(2)) if number in {3, 5} else ()
    return Step(
        key=StepKey(number),
        toot=Toot(text=text, media=media, visibility=visibility),
        created_at=FIRST + timedelta(minutes=number),
        kind=Kind.TWEET,
        parent=StepKey(number - 1) if number in {3, 4} else None,
    )


def _picture(number: int, i: int) -> Media:
    return Media(
        id=f"{number}-{i}",
        kind=MediaKind.PHOTO,
        short="https://t.co/x",
        page="https://twitter.com/someone/status/1/photo/1",
        file=f"tweets_media/{number}-{i}.png",
        alt=f"picture {i} of {number}",
    )
