"""The last look of a run: whether everything is there that the server said it took.

Mastodon answers 200, with an id, to a post that its spam filter drops without a word
(app/lib/antispam.rb, since 4.4). Only reading back tells.
"""

from functools import partial

from migrate.ledger import Ledger
from migrate.mastodon import PatientClient, decode
from migrate.mastodon.api import PAGING, READING, get_status, get_statuses
from migrate.mastodon.wire import Status
from migrate.model import StepKey
from migrate.posts.replay.events import Doing, Vanished

NOT_KEPT = "the server said yes and did not keep it: its spam filter may have dropped it"


def check_kept(
    asker: PatientClient, ledger: Ledger, account_id: str, posted: dict[str, StepKey]
) -> Doing[None]:
    """Look for the posts of this run (by the server's ids) among the account's own; tell what is missing."""
    unseen = dict(posted) if asker.server.dialect.drops_silently else {}
    max_id = None
    while unseen:
        page = yield from _page(asker, account_id, max_id)
        found = [status.id for status in page if unseen.pop(status.id, None)]
        if not found:
            break
        max_id = page[-1].id
    for remote_id, key in unseen.items():
        answer = yield from asker.send(READING, partial(get_status, asker.server, remote_id))
        if answer.code == 404:
            ledger.refuse(key, NOT_KEPT)
            yield Vanished(key, NOT_KEPT)


def _page(asker: PatientClient, account_id: str, max_id: str | None) -> Doing[list[Status]]:
    answer = yield from asker.send(PAGING, lambda: get_statuses(asker.server, account_id, max_id))
    return decode(answer, list[Status]) if answer.ok else []
