"""The file of logins, with the accounts that this program may act for. Only its owner can read it."""

import os
from pathlib import Path

import msgspec
from msgspec import Struct

from migrate.errors import LoginError


class Login(Struct, frozen=True):
    """One account, and the right to act for it. `handle` is `me@host`; no field of it is ever printed
    but that and the address."""

    handle: str
    address: str
    account_id: str
    token: str
    client_id: str = ""
    client_secret: str = ""


def read_logins(path: Path) -> list[Login]:
    """Read every login, oldest first; none where there is no file yet."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=list[Login])
    except FileNotFoundError:
        return []
    except (OSError, msgspec.MsgspecError) as e:
        raise LoginError(
            f"The file with your logins can't be read. Delete it, then log in again: {path}"
        ) from e


def add_login(path: Path, login: Login) -> None:
    """Remember a login, in the place of an older one of the same account."""
    others = [old for old in read_logins(path) if old.handle != login.handle]
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
    """Write beside the file, then put it in its place; other users can't read it at any moment."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".new")
    beside.unlink(missing_ok=True)
    with os.fdopen(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        file.write(msgspec.json.format(msgspec.json.encode(logins)))
    beside.replace(path)
