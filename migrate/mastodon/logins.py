"""The file of logins, with the accounts that this program may act for. Only its owner can read it."""

from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from migrate.errors import LoginError
from migrate.private import make_private_file, make_private_folder
from migrate.web.json_body import UnreadableBody, read_json


class Login(Struct, frozen=True):
    """One account, and the right to act for it. `handle` is `me@host`; no field of it is ever printed
    but that and the address."""

    handle: str
    address: str
    account_id: str
    token: str
    client_id: str = ""
    client_secret: str = ""


def is_token(text: str) -> bool:
    """Tell whether a text can be a token: one word that fits into a header."""
    return text.isascii() and text.isprintable() and " " not in text and text != ""


def read_logins(path: Path) -> list[Login]:
    """Read every login, oldest first; none where there is no file yet."""
    try:
        logins = read_json(path.read_bytes(), list[Login])
    except FileNotFoundError:
        return []
    except (OSError, UnreadableBody) as e:
        raise _unreadable(path) from e
    if not all(is_token(login.token) for login in logins):
        raise _unreadable(path)
    return logins


def _unreadable(path: Path) -> LoginError:
    return LoginError(f"The file with your logins can't be read. Delete it, then log in again: {path}")


def add_login(path: Path, login: Login) -> None:
    """Remember a login, in the place of an older one of the same account, whatever its name was then."""
    account = (login.address, login.account_id)
    logins = read_logins(path)
    others = [old for old in logins if old.handle != login.handle and _account(old) != account]
    _write(path, [*others, login])


def drop_login(path: Path, handle: str) -> None:
    """Forget a login."""
    _write(path, [login for login in read_logins(path) if login.handle != handle])


def choose_login(logins: list[Login], handle: str | None) -> Login:
    """Choose the login that is meant: the only one, or the one that is named. Raises LoginError."""
    if not logins:
        raise LoginError("You are not logged in yet. Log in first: migrate login YOUR.SERVER")
    wanted = handle.lstrip("@") if handle else None
    found = [login for login in logins if wanted in {None, login.handle}]
    if len(found) == 1:
        return found[0]
    known = ", ".join(login.handle for login in logins)
    if found:
        raise LoginError(f"You are logged in to several accounts: {known}. Name one: --account NAME@SERVER")
    raise LoginError(f"There is no login for {wanted}. You are logged in as: {known}")


def _write(path: Path, logins: list[Login]) -> None:
    """Write beside the file, then put it in its place; other users can never read it."""
    beside = path.with_suffix(".new")
    try:
        make_private_folder(path.parent)
        beside.unlink(missing_ok=True)
        make_private_file(beside)
        beside.write_bytes(msgspec.json.format(msgspec.json.encode(logins)))
        beside.replace(path)
    except OSError as e:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise LoginError(
            f"Your logins can't be kept ({e}), and nothing was changed. See whether this program may write "
            f"there and whether the disk has room: {path}"
        ) from e


def _account(login: Login) -> tuple[str, str]:
    """What stays the same when the account is renamed."""
    return login.address, login.account_id
