"""What snac does otherwise than others: it is worked around, or told once."""

import json
from pathlib import Path

import httpx
import pytest
from msgspec.structs import replace

from migrate.posts.replay import Unmarked, VisibilityChanged
from tests.fakes.mastodon import FakeMastodon
from tests.posts.replay.scene import Scene, make_steps


def hide_nothing(fake: FakeMastodon, *, edits: bool) -> None:
    """Let POST ignore `sensitive`, and PUT as well before 2.94; a PUT knows files by their new names.

    Both tried on 2.75.
    """
    act = fake.act

    def answer(request: httpx.Request, **how: bool) -> httpx.Response:
        path, method = request.url.path, request.method
        if not path.startswith("/api/v1/statuses") or method not in {"POST", "PUT"}:
            return act(request, **how)
        body = json.loads(request.read())
        if method == "PUT":
            own = fake.world.statuses[path.rpartition("/")[2]].media_ids
            assert len(body["media_ids"]) == len(own)
            body["media_ids"] = own
        body["sensitive"] = body["sensitive"] and edits and method == "PUT"
        headers = {name: request.headers[name] for name in ("authorization", "content-type")}
        return act(httpx.Request(method, request.url, json=body, headers=headers), **how)

    fake.act = answer  # type: ignore[method-assign, assignment]


@pytest.mark.parametrize("edits", [True, False])
def test_sensitive_pictures(edits: bool, tmp_path: Path) -> None:
    """Hidden by an edit that keeps them, where the server takes it; else the user is told."""
    steps = [replace(step, toot=replace(step.toot, sensitive=True)) for step in make_steps(3)]
    scene = Scene(FakeMastodon("snac-2.94"), tmp_path, steps)
    hide_nothing(scene.fake, edits=edits)
    events = scene.run()

    assert [status.sensitive for status in scene.mine()] == [False, False, edits]
    assert sum(isinstance(event, Unmarked) for event in events) == (not edits)
    scene.check_whole()


def test_a_visibility_that_it_shows_as_another(tmp_path: Path) -> None:
    """Recorded on 2.75 as statuses:visibility.unlisted: said before the question, and not of each post."""
    scene = Scene(FakeMastodon("snac-2.75"), tmp_path, make_steps(2))
    act = scene.fake.act

    def answer(request: httpx.Request, **how: bool) -> httpx.Response:
        response = act(request, **how)
        if (request.method, request.url.path) != ("POST", "/api/v1/statuses"):
            return response
        return httpx.Response(200, json={**response.json(), "visibility": "public"})

    scene.fake.act = answer  # type: ignore[method-assign, assignment]

    assert not any(isinstance(event, VisibilityChanged) for event in scene.run())


@pytest.mark.parametrize(("dialect", "fresh"), [("snac-2.94", True), ("mastodon-4.5", False)])
def test_each_post_has_a_connection_of_its_own(dialect: str, fresh: bool, tmp_path: Path) -> None:
    """snac closes a connection after each answer without saying so: a post on it would be in doubt."""
    scene = Scene(FakeMastodon(dialect), tmp_path, make_steps(2))
    wishes: list[str] = []
    act = scene.fake.act

    def note(request: httpx.Request, **how: bool) -> httpx.Response:
        if request.url.path.startswith(("/api/v1/statuses", "/api/v1/accounts/1/")):
            wishes.append(request.headers.get("connection", ""))
        return act(request, **how)

    scene.fake.act = note  # type: ignore[method-assign, assignment]
    scene.run()

    assert set(wishes) == {"close" if fresh else "keep-alive"}


def test_no_two_files_have_one_name(tmp_path: Path) -> None:
    """Two tweets have a file of the same name; snac would take them for one (2.75: v2.wrong_name)."""
    steps = [step for step in make_steps(5) if step.toot.media]
    alike = [
        replace(
            step,
            parent=None,
            toot=replace(step.toot, media=tuple(replace(one, file="a.png") for one in step.toot.media)),
        )
        for step in steps
    ]
    scene = Scene(FakeMastodon("snac-2.75"), tmp_path, alike)
    names: list[str] = []
    act = scene.fake.act

    def note(request: httpx.Request, **how: bool) -> httpx.Response:
        if request.url.path == "/api/v2/media":
            names.append(request.read().partition(b'filename="')[2].partition(b'"')[0].decode())
        return act(request, **how)

    scene.fake.act = note  # type: ignore[method-assign, assignment]
    scene.run()

    assert len(names) == len(set(names)) == 4
    assert all(name.startswith("a-") and name.endswith(".png") for name in names)
