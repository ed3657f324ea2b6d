"""The look at what was posted: whether everything is there that the server said it took.

What an earlier run has posted and not looked for, because it was cut off, is looked for as well.
Mastodon answers 200, with an id, to a post that its spam filter drops without a word
(app/lib/antispam.rb, since 4.4). Only reading back tells; until then the ledger remembers
the post as unseen, however many runs that takes.
"""

from functools import partial

from migrate.ledger.ledger import Ledger
from migrate.mastodon import PatientClient, decode
from migrate.mastodon.api import PAGING, READING, get_status, get_statuses
from migrate.mastodon.wire import Status
from migrate.model import StepKey
from migrate.posts.replay.events import Doing, Vanished

NOT_KEPT = (
    "the server took it, and it is not there: it was deleted by hand in the meantime, or the server's spam "
    "filter has dropped it"
)


def check_kept(asker: PatientClient, ledger: Ledger, account_id: str) -> Doing[None]:
    """Look for the unseen posts among the account's own, newest first; tell which are missing.

    Each page begins at the newest that is still looked for, so that what the user has posted
    since costs nothing, and at most as many pages are asked for as there are unseen posts.
    """
    unseen = ledger.unseen()
    left = sorted(unseen, key=_number)
    while left:
        page = yield from _page_from(asker, account_id, left[-1])
        if page is None:
            return
        shown = {status.id for status in page}
        ledger.mark_seen(shown & unseen.keys())
        # what is newer than the page's end and not on it: at least the first, whatever the server sends
        end = min(map(_number, [*shown, left[-1]])) if shown else 0
        for remote_id in (one for one in left if one not in shown and _number(one) >= end):
            yield from _check_one(asker, ledger, unseen[remote_id], remote_id)
        left = [one for one in left if _number(one) < end]


def _check_one(asker: PatientClient, ledger: Ledger, key: StepKey, remote_id: str) -> Doing[None]:
    answer = yield from asker.send(READING, partial(get_status, asker.server, remote_id), shape=Status)
    if answer.ok:
        ledger.mark_seen([remote_id])
    elif answer.code == 404:
        ledger.refuse(key, NOT_KEPT)
        yield Vanished(key, NOT_KEPT)


def _page_from(asker: PatientClient, account_id: str, remote_id: str) -> Doing[list[Status] | None]:
    """Read the page that begins with this post; None where the server won't show it."""
    just_above = str(_number(remote_id) + 1)
    answer = yield from asker.send(
        PAGING, partial(get_statuses, asker.server, account_id, just_above), shape=list[Status]
    )
    return decode(answer, list[Status]) if answer.ok else None


def _number(remote_id: str) -> int:
    """Read an id as the number that Mastodon's are: newer ones are higher (lib/mastodon/snowflake.rb)."""
    return int(remote_id) if remote_id.isdecimal() else 0
