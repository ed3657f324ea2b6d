"""The last look of a run: whether everything is there that the server said it took.

What an earlier run has posted and not looked for, because it was cut off, is looked for as well.
Mastodon answers 200, with an id, to a post that its spam filter drops without a word
(app/lib/antispam.rb, since 4.4). Only reading back tells.
"""

from functools import partial

from migrate.ledger import Ledger
from migrate.mastodon import PatientClient, decode
from migrate.mastodon.api import PAGING, READING, get_status, get_statuses
from migrate.mastodon.wire import Status
from migrate.posts.replay.events import Doing, Vanished

NOT_KEPT = (
    "the server took it, and it is not there: it was deleted by hand in the meantime, or the server's spam "
    "filter has dropped it"
)


def check_kept(asker: PatientClient, ledger: Ledger, account_id: str) -> Doing[None]:
    """Look for the posts that were never seen again among the account's own; tell what is missing."""
    unseen, max_id = ledger.shown.unseen(), None
    if not asker.server.dialect.drops_silently:
        ledger.shown.keep_seen(unseen.values())
        return
    while unseen:
        page = yield from _page(asker, account_id, max_id)
        found = {status.id: key for status in page if (key := unseen.pop(status.id, None))}
        if not found:
            break
        ledger.shown.keep_seen(found.values())
        max_id = page[-1].id
    for remote_id, key in unseen.items():
        answer = yield from asker.send(READING, partial(get_status, asker.server, remote_id))
        if answer.code == 404:
            ledger.refuse(key, NOT_KEPT)
            yield Vanished(key, NOT_KEPT)
        elif answer.ok:
            ledger.shown.keep_seen([key])


def _page(asker: PatientClient, account_id: str, max_id: str | None) -> Doing[list[Status]]:
    answer = yield from asker.send(PAGING, lambda: get_statuses(asker.server, account_id, max_id))
    return decode(answer, list[Status]) if answer.ok else []
