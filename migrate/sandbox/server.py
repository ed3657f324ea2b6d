"""A real Mastodon API on this machine, gone when it stops.

mastodon-mock (extra `demo`) keeps toots and pictures and has a web client. That client
asks for a token before it shows anything, so the addresses of profiles and toots lead
to a page that hands it ours: a user who opens one sees the toot, without a login.
"""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from msgspec import Struct

from migrate.errors import MigrateError
from migrate.sandbox.neighbours import NEIGHBOURS, Neighbourhood

if TYPE_CHECKING:
    from fastapi import FastAPI
    from mastodon_mock.config import MastodonMockConfig

TOKEN = "sandbox"  # noqa: S105 - for a server that only this process knows
TOKEN_KEEPER = "mastodon_mock_token"  # noqa: S105
"""Where mastodon-mock's web client keeps its login, in the browser's local storage."""

ME = "me"
DOOR = f"""<!doctype html><meta charset="utf-8"><title>Sandbox</title><script>
localStorage.setItem("{TOKEN_KEEPER}", "{TOKEN}");
const [, name, toot] = location.pathname.split("/");
const open = (page) => location.replace("/_ui/" + page);
if (toot) open("statuses/" + toot);
else fetch("/api/v1/accounts/lookup?acct=" + name.slice(1))
  .then((answer) => answer.json()).then((account) => open("accounts/" + account.id));
</script>"""
"""Leads the address of a profile (/@me) or a toot (/@me/1) to its page in the web client."""


class Sandbox(Struct, frozen=True):
    """A server that is up, and the token of its one user; its neighbours answer at the same port."""

    address: str
    token: str
    port: int


@contextmanager
def open_sandbox() -> Iterator[Sandbox]:
    """Start the server on a free port of the loopback interface, and stop it at the end."""
    try:
        import uvicorn
        from mastodon_mock.app import create_app
    except ImportError as e:
        raise MigrateError(
            "The demo needs one more part. Install it: pip install 'twitter-to-mastodon[demo]'"
        ) from e
    with TemporaryDirectory() as media, socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        host = f"127.0.0.1:{port}"
        app = create_app(_configuration(host, media))
        _open_door(app)
        web = Neighbourhood(app, NEIGHBOURS)
        server = uvicorn.Server(uvicorn.Config(web, log_level="error", lifespan="on", server_header=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.02)
        try:
            yield Sandbox(f"http://{host}", TOKEN, port)
        finally:
            server.should_exit = True
            thread.join(timeout=10)


def _open_door(web: "FastAPI") -> None:
    from starlette.requests import Request
    from starlette.responses import HTMLResponse

    def door(_: Request) -> HTMLResponse:
        return HTMLResponse(DOOR)

    web.add_route("/@{name}", door)
    web.add_route("/@{name}/{toot}", door)


def _configuration(host: str, media: str) -> "MastodonMockConfig":
    from mastodon_mock.config import MastodonMockConfig, SeedAccount, SeedConfig

    people = [
        SeedAccount(username=ME, display_name="You", access_token=TOKEN),
        SeedAccount(username="host", display_name="Your host", role="admin"),
        *(
            SeedAccount(
                username=neighbour.name,
                domain=neighbour.host,
                display_name=neighbour.title,
                note=neighbour.bio,
            )
            for neighbour in NEIGHBOURS
        ),
    ]
    return MastodonMockConfig(
        domain=host,
        url_scheme="http",
        title="Sandbox",
        description="A server that lives on this machine only.",
        media_storage_path=media,
        seed=SeedConfig(accounts=people),
        rules=["Be kind.", "This server forgets everything when it stops."],
    )
