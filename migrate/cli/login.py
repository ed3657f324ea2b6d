"""`migrate login`, `whoami` and `logout`."""

import threading
from typing import TYPE_CHECKING, Annotated

import typer

from migrate.cli.app import app
from migrate.cli.find.x_login import SITES, login_to_x
from migrate.cli.home import logins_path
from migrate.cli.session import all_logins, from_environment, open_session
from migrate.cli.show import say, warn
from migrate.cli.switches import AccountName
from migrate.cli.times import pause_aloud
from migrate.errors import LoginError, ServerError

if TYPE_CHECKING:
    from migrate.mastodon import Server
    from migrate.mastodon.login import Request
    from migrate.mastodon.logins import Login

CODE_CAUGHT = "Done. You can close this page and go back to the terminal."


@app.command("login")
def login_command(
    server: Annotated[
        str,
        typer.Argument(metavar="SERVER", help="Your server: mastodon.social, or your handle there; or: x"),
    ],
    *,
    browser: Annotated[
        bool, typer.Option(help="Open the web browser; without it, you copy a code by hand.")
    ] = True,
) -> None:
    """Let this program post for your account. You say yes in the web browser."""
    from migrate.mastodon import connect, open_http
    from migrate.mastodon.login import describe_login, end_login
    from migrate.mastodon.logins import add_login
    from migrate.people.addresses.servers import read_server

    if server.strip().lower() in SITES:
        login_to_x()
        return
    address = read_server(server)
    with open_http() as http:
        met = connect(address, http, pause=pause_aloud)
        request, code = _in_browser(met) if browser and _has_browser() else _by_hand(met)
        token = end_login(met, request, code)
        new = describe_login(connect(address, http, token=token, pause=pause_aloud), request, token)
    add_login(logins_path(), new)
    say("You are logged in as @{handle}. Next: migrate import YOUR-ARCHIVE.zip", handle=new.handle)


@app.command("whoami")
def whoami_command() -> None:
    """Show the accounts that you are logged in to."""
    if given := from_environment():
        with open_session(given) as session:
            say("@{handle} (by MIGRATE_SERVER and MIGRATE_TOKEN)", handle=session.handle)
        return
    logins = all_logins()
    if not logins:
        raise LoginError("You are not logged in. Log in: migrate login YOUR.SERVER")
    for known in logins:
        say("@{handle}", handle=known.handle)


@app.command("logout")
def logout_command(account: AccountName = None) -> None:
    """Take back this program's right to post, on the server and here."""
    from migrate.mastodon.logins import choose_login, drop_login

    known = choose_login(all_logins(), account)
    revoked = _revoke(known)
    drop_login(logins_path(), known.handle)
    say("You are logged out of @{handle}.", handle=known.handle)
    if not revoked:
        warn(
            "The server did not confirm it. To be sure, open {address}/oauth/authorized_applications "
            "in your browser and remove twitter-to-mastodon there.",
            address=known.address,
        )


def _revoke(login: "Login") -> bool:
    """Ask the server to revoke the token, and tell whether it confirms.

    A server that is gone for good must not keep the login alive here.
    """
    from migrate.mastodon import Client, open_http
    from migrate.mastodon.login import revoke

    try:
        with open_http() as http:
            return revoke(Client(login.address, http), login)
    except ServerError:
        return False


def _has_browser() -> bool:
    import webbrowser

    try:
        webbrowser.get()
    except webbrowser.Error:
        return False
    return True


def _in_browser(server: "Server") -> "tuple[Request, str]":
    import webbrowser

    from migrate.mastodon.login import begin_login
    from migrate.mastodon.loopback import catch_code

    with catch_code(CODE_CAUGHT) as catcher:
        request = begin_login(server, catcher.redirect)
        say("Your web browser opens now. Say yes there, then come back. If no page opens, open this one:")
        typer.echo(request.page)
        say("Is your browser on another computer? Press Ctrl-C, then: migrate login --no-browser YOUR.SERVER")
        # a browser without windows holds the terminal until it is closed, and we must answer it meanwhile
        threading.Thread(target=webbrowser.open, args=(request.page,), daemon=True).start()
        code = catcher.wait(request.state)
    if code is None:
        raise LoginError("You said no in the browser, so nothing was changed.")
    return request, code


def _by_hand(server: "Server") -> "tuple[Request, str]":
    from migrate.mastodon.login import COPIED_BY_HAND, begin_login

    request = begin_login(server, COPIED_BY_HAND)
    say("Open this page in a web browser, on any device. Say yes there, and copy the code that it shows:")
    typer.echo(request.page)
    return request, typer.prompt("The code")
