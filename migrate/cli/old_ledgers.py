"""Ledgers of the same account under other names, found and joined, and put aside.

Earlier versions named a ledger after the account's handle, which changes: people rename themselves, and
a server may call itself something else after an upgrade.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from migrate.cli.home import ledger_path, ledgers_path
from migrate.cli.show import say, warn
from migrate.errors import LedgerError
from migrate.private import make_private_folder

if TYPE_CHECKING:
    from migrate.ledger import Ledger
    from migrate.mastodon import Server
    from migrate.mastodon.wire import Account, Status

ASKED = 3
"""So many posts of a ledger are asked for, until one is there that says whose it is."""


def find_other_ledgers(own: Path, server: "Server", account: "Account") -> list[Path]:
    """Find the ledgers of an account beside its own: by what they say, by their posts, by their name."""
    hosts = (server.host, _host(server.client.address))
    names = {ledger_path(f"{account.username}@{host}") for host in hosts}
    found = []
    for path in sorted(ledgers_path().glob("*.sqlite")):
        if path != own:
            is_ours = _is_of(path, server, account)
            if is_ours or (is_ours is None and path in names):
                found.append(path)
    return found


@contextmanager
def look_into(paths: Sequence[Path]) -> "Iterator[Ledger]":
    """Open the ledgers of an account for a look: joined, as the next run will join them."""
    from migrate.ledger import Ledger

    if len(paths) == 1:
        with Ledger(paths[0], read_only=True) as ledger:
            yield ledger
        return
    with TemporaryDirectory() as folder, Ledger(Path(folder) / "joined.sqlite") as joined:
        for path in paths:
            with Ledger(path, read_only=True) as ledger:
                joined.join(ledger)
        yield joined


def join_and_put_aside(ledger: "Ledger", path: Path) -> None:
    """Join another ledger of the account with its own, and put its file aside."""
    from migrate.ledger import Ledger

    is_first = ledger.owner() is None
    with Ledger(path) as other:
        joined = ledger.join(other)
    aside = _free_place(path)
    path.replace(aside)
    path.with_suffix(".lock").unlink(missing_ok=True)
    if not is_first:
        say("Two records of this account were joined. One was put aside: {path}", err=True, path=str(aside))
    warn_of_doubles(joined.posted_by_both)


def warn_of_doubles(tweets: Sequence[int]) -> None:
    """Print which tweets two records have posted, each its own post."""
    for tweet in tweets:
        warn(
            "Tweet {tweet} was posted twice, once by each of two records. The second post is not in the "
            "record any more: delete it by hand.",
            tweet=str(tweet),
        )


def _is_of(path: Path, server: "Server", account: "Account") -> bool | None:
    """Tell whether a ledger is that of an account; None where that can't be said."""
    from migrate.ledger import Ledger

    address = server.client.address
    try:
        with Ledger(path, read_only=True) as ledger:
            known, posts = ledger.account(), ledger.newest_posts(ASKED)
    except LedgerError:
        return None
    if known is None:
        return _are_by(account, [post for post in posts if _host(post[1]) == _host(address)], server)
    if known.account_id != account.id:
        return False
    if known.address == address:
        return True
    return _are_by(account, posts, server, moved=True) or False


def _are_by(
    account: "Account", posts: Sequence[tuple[str, str]], server: "Server", *, moved: bool = False
) -> bool | None:
    """Ask the server whose posts these are; None where none of them is there.

    Of a server that has `moved` to another address, a post is the same if its address there is: small
    servers count from 1, and have the same ids for other posts.
    """
    for remote_id, url in posts:
        status = _read_post(remote_id, server)
        if status and status.account and not (moved and _path(status.url or "") != _path(url)):
            return status.account.id == account.id
    return None


def _read_post(remote_id: str, server: "Server") -> "Status | None":
    from migrate.mastodon.api import get_status
    from migrate.mastodon.client import decode
    from migrate.mastodon.wire import Status

    answer = server.ask(partial(get_status, server, remote_id), Status)
    return decode(answer, Status) if answer.ok and answer.is_json else None


def _host(address: str) -> str:
    return urlsplit(address).netloc


def _path(address: str) -> str:
    return urlsplit(address).path


def _free_place(path: Path) -> Path:
    folder = ledgers_path() / "joined"
    make_private_folder(folder)
    number, place = 1, folder / path.name
    while place.exists():
        number += 1
        place = folder / f"{path.stem} {number}.sqlite"
    return place
