"""`migrate login x`: the user's own app at X may read the user's own lists."""

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from migrate.cli.home import home
from migrate.cli.show import say
from migrate.errors import LoginError

if TYPE_CHECKING:
    from migrate.web.fetching import Web

TOKEN = "MIGRATE_X_TOKEN"  # noqa: S105 - the name of a variable
CLIENT = "MIGRATE_X_CLIENT_ID"
SITES = frozenset({"x", "x.com", "twitter", "twitter.com"})
STEPS = """\
X lets only an app of your own read your lists, and charges you for it. In a web browser:
  1. Open https://console.x.com , make an app, and buy a little credit.
  2. In the app's "User authentication settings", choose "Native App" and "Read", and write
     this callback address, letter for letter: {callback}
  3. Copy the "Client ID" from "Keys and tokens". No other key is needed."""


def x_login_path() -> Path:
    """Find the file with the login at X."""
    return home() / "x-login.json"


def login_to_x(open_web: "Callable[[], Web] | None" = None) -> None:
    """Let this program read the user's own lists on X. Raises LoginError or ServerError."""
    from migrate.mastodon.loopback import catch_code
    from migrate.people.sources.xlogin import CALLBACK, PORT, begin_x_login, end_x_login, keep_x_login
    from migrate.web.fetching import Web

    say(STEPS, callback=CALLBACK)
    client_id = os.environ.get(CLIENT, "").strip() or typer.prompt("The Client ID")
    request = begin_x_login(client_id)
    try:
        with catch_code("Done. You can close this page and go back to the terminal.", PORT) as catcher:
            say("Your web browser opens now. Say yes there. If no page opens, open this one:")
            typer.echo(request.page)
            threading.Thread(target=_open, args=(request.page,), daemon=True).start()
            code = catcher.wait(request.state)
    except OSError as e:
        raise LoginError(
            f"Another program is listening at {CALLBACK} . Close it (perhaps it is a login that was left "
            "open), and start again: migrate login x"
        ) from e
    if code is None:
        raise LoginError("You said no in the browser, so nothing was changed.")
    with (open_web or Web)() as web:
        keep_x_login(x_login_path(), end_x_login(web, request, code, time.time()))
    say("You are logged in at X. Next: migrate find YOUR-ARCHIVE.zip --x-api")


def x_token(open_web: "Callable[[], Web] | None" = None) -> str:
    """Read the key for X: MIGRATE_X_TOKEN, else the login that is kept, renewed where it has ended.

    Raises LoginError or ServerError.
    """
    from migrate.people.sources.xlogin import fresh, keep_x_login, read_x_login
    from migrate.web.fetching import Web

    if given := os.environ.get(TOKEN, "").strip():
        return given
    known = read_x_login(x_login_path())
    if known is None:
        raise LoginError(f"Log in at X first: migrate login x (or put a user access token into {TOKEN}).")
    with (open_web or Web)() as web:
        login = fresh(web, known, time.time())
    if login != known:
        keep_x_login(x_login_path(), login)
    return login.token


def _open(page: str) -> None:
    import webbrowser

    webbrowser.open(page)
