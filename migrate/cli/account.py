"""`migrate login`, `whoami` and `logout`."""

import webbrowser
from typing import TYPE_CHECKING, Annotated

import typer

from migrate.cli.app import app
from migrate.cli.home import logins_path
from migrate.cli.session import all_logins
from migrate.cli.show import say, warn
from migrate.errors import LoginError

if TYPE_CHECKING:
    from migrate.mastodon import Server
    from migrate.mastodon.login import Request

CODE_CAUGHT = "Done. You can close this page and go back to the terminal."


@app.command()
def login(
    server: Annotated[str, typer.Argument(help="Your server: mastodon.social, or your handle there.")],
    *,
    browser: Annotated[
        bool, typer.Option(help="Open the web browser; without it, you copy a code by hand.")
    ] = True,
) -> None:
    """Let this program post for your account. You say yes in the web browser."""
    from migrate.mastodon import connect, open_http
    from migrate.mastodon.login import describe_login, end_login, read_address
    from migrate.mastodon.logins import add_login

    address = read_address(server)
    with open_http() as http:
        met = connect(address, http)
        request, code = _in_browser(met) if browser and _has_browser() else _by_hand(met)
        token = end_login(met, request, code)
        new = describe_login(connect(address, http, token=token), request, token)
    add_login(logins_path(), new)
    say("You are logged in as @{handle}. Next: migrate import YOUR-ARCHIVE.zip", handle=new.handle)


@app.command()
def whoami() -> None:
    """Show the accounts that you are logged in to."""
    logins = all_logins()
    if not logins:
        raise LoginError("You are not logged in. Log in: migrate login YOUR.SERVER")
    for known in logins:
        say("@{handle}", handle=known.handle)


@app.command()
def logout(
    account: Annotated[
        str | None, typer.Argument(help="NAME@SERVER, if you are logged in to several.")
    ] = None,
) -> None:
    """Take this program's right to post back, on the server and here."""
    from migrate.mastodon import connect, open_http
    from migrate.mastodon.login import revoke
    from migrate.mastodon.logins import choose_login, drop_login

    known = choose_login(all_logins(), account)
    with open_http() as http:
        revoked = revoke(connect(known.address, http), known)
    drop_login(logins_path(), known.handle)
    say("You are logged out of @{handle}.", handle=known.handle)
    if not revoked:
        warn(
            "The server did not confirm it. To be sure, open {address}/oauth/authorized_applications "
            "in your browser and remove twitter-to-mastodon there.",
            address=known.address,
        )


def _has_browser() -> bool:
    try:
        webbrowser.get()
    except webbrowser.Error:
        return False
    return True


def _in_browser(server: "Server") -> "tuple[Request, str]":
    from migrate.mastodon.login import begin_login
    from migrate.mastodon.loopback import catch_code

    with catch_code(CODE_CAUGHT) as catcher:
        request = begin_login(server, catcher.redirect)
        say("Your web browser opens. Say yes there, and come back. If it doesn't open, go to:")
        typer.echo(request.page)
        webbrowser.open(request.page)
        code = catcher.wait(request.state)
    if code is None:
        raise LoginError("You said no in the browser, so nothing was changed.")
    return request, code


def _by_hand(server: "Server") -> "tuple[Request, str]":
    from migrate.mastodon.login import COPIED_BY_HAND, begin_login

    request = begin_login(server, COPIED_BY_HAND)
    say("Open this page in a web browser, on any device, say yes there, and copy the code that it shows:")
    typer.echo(request.page)
    return request, typer.prompt("The code")
