"""The account's own posts: those of them that a run has to know of, and those that are gone."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from functools import partial

from migrate.errors import ServerError
from migrate.ledger.ledger import Ledger
from migrate.ledger.records import Record
from migrate.mastodon import Answer, PatientClient, decode, reason_of
from migrate.mastodon.api import PAGE, PAGING, READING, get_home, get_status, get_statuses
from migrate.mastodon.wire import Status
from migrate.model import Step, StepKey
from migrate.posts.replay.events import Doing
from migrate.posts.replay.finding import FOR_FEW, is_by, ulid_after

Read = dict[str, Status]
"""The account's posts that were read, by their ids, newest first."""


def read_account(
    asker: PatientClient,
    account_id: str,
    steps: Sequence[Step],
    claimed: Mapping[str, StepKey],
    *,
    whole: bool,
) -> Doing[Read]:
    """Read as much of the account as is needed; where its list leaves posts out, the home timeline, too."""
    server, read = asker.server, Read()
    dialect = server.dialect
    own = partial(get_statuses, server, account_id)

    def enough(status: Status) -> bool:
        return not whole and status.id in claimed

    if dialect.ids_are_dates and steps and not whole:
        yield from _read_by_date(asker, own, account_id, read, steps, claimed)
    else:
        yield from _read_pages(asker, own, account_id, read, None, enough)
    for_few = any(step.toot.visibility in FOR_FEW for step in steps)
    cut_off = 0 < dialect.lists_newest <= len(read)
    if not dialect.lists_private and (for_few or cut_off):
        yield from _read_pages(asker, partial(get_home, server), account_id, read, None, enough)
    return read


def _read_by_date(
    asker: PatientClient,
    get_page: Callable[[str | None], Answer],
    account_id: str,
    read: Read,
    steps: Sequence[Step],
    claimed: Mapping[str, StepKey],
) -> Doing[None]:
    """Read the posts that bear the dates of these steps, and those newer ones that bear their own.

    A post may be without the date of its tweet (--undated). Of what is newer than the steps nothing is
    read below a post that the ledger knows: what is older was looked at when that was written down.
    """
    dates = [step.created_at for step in steps]
    oldest, newest = min(dates) - timedelta(seconds=1), max(dates) + timedelta(seconds=1)
    jumps = False

    def is_older(status: Status) -> bool:
        return status.created_at is not None and status.created_at < oldest

    def enough(status: Status) -> bool:
        nonlocal jumps
        jumps = status.id in claimed and status.created_at is not None and status.created_at > newest
        return jumps or is_older(status)

    yield from _read_pages(asker, get_page, account_id, read, None, enough)
    if jumps:
        yield from _read_pages(asker, get_page, account_id, read, ulid_after(newest), is_older)


def _read_pages(
    asker: PatientClient,
    get_page: Callable[[str | None], Answer],
    account_id: str,
    read: Read,
    max_id: str | None,
    enough: Callable[[Status], bool],
) -> Doing[None]:
    """Read page by page, newest first, down to a post that is `enough`, or to the end."""
    seen: set[str] = set()
    while True:
        answer = yield from asker.send(PAGING, partial(get_page, max_id), shape=list[Status])
        if not answer.ok:
            raise _unreadable(asker, answer)
        page = decode(answer, list[Status])
        for status in page:
            if status.account is not None and not is_by(status, account_id):
                continue
            read[status.id] = status
            if enough(status):
                return
        # snac before 2.84 answers with the same page for ever (mastoapi.c)
        if all(status.id in seen for status in page):
            return
        seen.update(status.id for status in page)
        max_id = page[-1].id


def _unreadable(asker: PatientClient, answer: Answer) -> ServerError:
    host = asker.server.host
    return ServerError(
        f"{host} does not show which posts the account has ({reason_of(answer)}). Nothing was posted, "
        f"because it could be there twice. A login by migrate login {host} has the right to read them."
    )


def missing_among(
    asker: PatientClient, ledger: Ledger, read: Read, claimed: Mapping[str, StepKey], *, whole: bool
) -> Doing[tuple[Record, ...]]:
    """Look for posts that the ledger has and the account doesn't: the newest, or all."""
    dialect = asker.server.dialect
    if dialect.backdates and dialect.ids_are_dates and not whole:
        return ()
    suspects: list[tuple[str, StepKey]] = []
    for remote_id, key in reversed([*claimed.items()]):
        if remote_id not in read:
            suspects.append((remote_id, key))
        elif not whole:
            break
    missing: list[Record] = []
    for remote_id, key in suspects if whole else suspects[:PAGE]:
        request = partial(get_status, asker.server, remote_id)
        answer = yield from asker.send(READING, request, enough=_is_gone)
        record = ledger.find(key) if _is_gone(answer) else None
        missing += [record] if record else []
    return tuple(missing)


def _is_gone(answer: Answer) -> bool:
    return answer.code in {404, 410}
