"""The little server that takes the code: silent, early and wrong visitors hold up nobody."""

import socket
from threading import Thread
from urllib.request import urlopen

import pytest

from migrate.mastodon.loopback import CodeCatcher, catch_code


def visit_soon(catcher: CodeCatcher, query: str) -> None:
    """A browser that comes while the program waits."""
    Thread(target=lambda: urlopen(f"{catcher.redirect}?{query}").read(), daemon=True).start()


def test_a_silent_visitor_holds_up_nobody() -> None:
    """Browsers open connections before they need them."""
    with (
        catch_code("Done.") as catcher,
        socket.create_connection(("127.0.0.1", catcher.server_port)) as silent,
    ):
        visit_soon(catcher, "code=mine&state=ours")

        assert catcher.wait("ours") == "mine"
        silent.setblocking(False)
        with pytest.raises(BlockingIOError):  # it is still waited for
            silent.recv(1)


def test_a_visitor_who_hangs_up_early_is_no_news(capfd: pytest.CaptureFixture[str]) -> None:
    """No traceback in the terminal, and no end of the login."""
    with catch_code("Done.") as catcher:
        with socket.create_connection(("127.0.0.1", catcher.server_port)) as early:
            early.sendall(b"GET /?code=x&state=theirs HTTP/1.1\r\n")
            early.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        visit_soon(catcher, "code=mine&state=ours")

        assert catcher.wait("ours") == "mine"
    assert capfd.readouterr().err == ""


def test_visits_of_others_and_a_no() -> None:
    """Without our state it is not the browser; with it and without a code the user has said no."""
    with catch_code("Done.") as catcher:
        visit_soon(catcher, "code=stolen&state=guessed")
        visit_soon(catcher, "error=access_denied&state=ours")

        assert catcher.wait("ours") is None
