"""Reads that may be repeated, and the meaning of a no.

A server says 403 to a request about one person and to a login that has too few rights. Its
words may be in any language, so the login itself is asked: if it no longer holds, the run
stops, and no person is written down as refused.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from msgspec.structs import replace

from migrate.errors import LoginError
from migrate.ledger import FollowReason, FollowState
from migrate.mastodon import Answer, PatientClient, Process, Waiting, decode, reason_of
from migrate.mastodon.api import READING
from migrate.mastodon.meeting import verify
from migrate.mastodon.people import RELATIONSHIPS, get_relationships
from migrate.mastodon.wire import Relationship
from migrate.people.follow.deciding import Lookup

T = TypeVar("T")

_REASONS = {
    403: FollowReason.NOT_ALLOWED,
    404: FollowReason.GONE,
    410: FollowReason.GONE,
    422: FollowReason.FULL,
}
_ABOUT_RIGHTS = ("insufficient_scope", "scope", "permission")


def read(
    client: PatientClient, request: Callable[[], Answer], shape: type[T], *, far: bool = False
) -> Process[Waiting, T | Answer]:
    """Ask until there is an answer, and decode it; return the answer itself where it is a no.

    `far` reads need another server. If that one can't be reached, this one answers with a 5xx
    every time (mastodon app/controllers/concerns/api/error_handling.rb), so the second 5xx is
    the answer.
    """
    answer = yield from _ask(client, request, shape, far=far)
    return decode(answer, shape) if answer.ok else answer


def read_relationships(
    client: PatientClient, ids: Sequence[str]
) -> Process[Waiting, dict[str, Relationship]]:
    """Read how the account is related to others, by their ids; those that the server has not are missing."""
    found: list[Relationship] = []
    unique = list(dict.fromkeys(ids))
    for start in range(0, len(unique), RELATIONSHIPS):
        some = unique[start : start + RELATIONSHIPS]
        answer = yield from _read_some(client, some)
        told = [] if isinstance(answer, Answer) else answer
        found += told
        # one id that is gone spoils all of them on Takahe, and snac 2.75 answers the first alone
        untold = set(some) - {relationship.id for relationship in told}
        for account_id in some if len(some) > 1 else ():
            if account_id in untold:
                single = yield from _read_some(client, [account_id])
                found += [] if isinstance(single, Answer) else single
    return {relationship.id: relationship for relationship in found}


def look_again(client: PatientClient, lookups: Sequence[Lookup]) -> Process[Waiting, list[Lookup]]:
    """See how the account is related to these people now."""
    ids = [lookup.record.account_id for lookup in lookups if lookup.record.state is not FollowState.LOST]
    found = yield from read_relationships(client, [account_id for account_id in ids if account_id])
    return [replace(lookup, relationship=found.get(lookup.record.account_id or "")) for lookup in lookups]


def why_refused(client: PatientClient, answer: Answer) -> Process[Waiting, FollowReason]:
    """Find out why one person was refused. Raises LoginError where it is not about the person."""
    if answer.code in {401, 403}:
        _expect_right(client, answer)
        checked = yield from client.send(READING, lambda: verify(client.server))
        if not checked.ok:
            raise client.logged_out()
    return _REASONS.get(answer.code, FollowReason.OTHER)


def _expect_right(client: PatientClient, answer: Answer) -> None:
    """Raise LoginError where the server says that this login may not do such things at all."""
    said = f"{answer.headers.get('www-authenticate', '')} {reason_of(answer)}".lower()
    if answer.code in {401, 403} and any(word in said for word in _ABOUT_RIGHTS):
        raise _no_right(client)


def _no_right(client: PatientClient) -> LoginError:
    """Say that the login may not follow: it is older than this feature, or was given fewer rights."""
    host = client.server.host
    return LoginError(
        f"This login may not see or change whom you follow on {host}. Log in again and say yes to "
        f"everything that is asked for: migrate login {host}"
    )


def _read_some(client: PatientClient, ids: Sequence[str]) -> Process[Waiting, list[Relationship] | Answer]:
    return (yield from read(client, partial(get_relationships, client.server, ids), list[Relationship]))


def _ask(
    client: PatientClient, request: Callable[[], Answer], shape: type[object], *, far: bool
) -> Process[Waiting, Answer]:
    enough = _is_about_another_server if far else _is_not_found
    answer = yield from client.send(READING, request, shape=shape, enough=enough)
    if answer.code in {401, 403}:
        _expect_right(client, answer)
        raise _no_right(client)
    return answer


def _is_about_another_server(answer: Answer) -> bool:
    return _is_not_found(answer) or (answer.is_json and answer.code >= 500)


def _is_not_found(answer: Answer) -> bool:
    """Tell whether an account is unknown. Takahē says it in HTML (api/views/accounts.py, lookup)."""
    return answer.code == 404
