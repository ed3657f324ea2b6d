"""The embedded server behind `migrate demo`: a real Mastodon API on this machine, gone when it stops.

mastodon-mock (extra `demo`) keeps toots and pictures and has a web client.
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

if TYPE_CHECKING:
    from mastodon_mock.config import MastodonMockConfig

TOKEN = "sandbox"  # noqa: S105 - for a server that only this process knows
ME = "me"


class Sandbox(Struct, frozen=True):
    """A server that is up. `page` is where a person can look at it."""

    address: str
    token: str
    page: str


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
        host = f"127.0.0.1:{listening.getsockname()[1]}"
        web = create_app(_configuration(host, media))
        server = uvicorn.Server(uvicorn.Config(web, log_level="error", lifespan="on", server_header=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.02)
        try:
            yield Sandbox(f"http://{host}", TOKEN, f"http://{host}/_ui/")
        finally:
            server.should_exit = True
            thread.join(timeout=10)


def _configuration(host: str, media: str) -> "MastodonMockConfig":
    from mastodon_mock.config import MastodonMockConfig, SeedAccount, SeedConfig

    people = [
        SeedAccount(username=ME, display_name="You", access_token=TOKEN),
        SeedAccount(username="host", display_name="Your host", role="admin"),
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
