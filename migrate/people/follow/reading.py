"""Reads that may be repeated, and the meaning of a no.

A server says 403 to a request about one person, to a login that has too few rights, and to an
account that is frozen. Its words may be in any language, so the login itself is asked: if it may
not act, the run stops, and no person is written down as refused.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from msgspec.structs import replace

from migrate.errors import LoginError, ServerError
from migrate.ledger import FollowReason, FollowState
from migrate.mastodon import Answer, PatientClient, Process, Waiting, decode, reason_of
from migrate.mastodon.api import READING
from migrate.mastodon.meeting import verify
from migrate.mastodon.people import RELATIONSHIPS, get_relationships
from migrate.mastodon.wire import Account, Relationship
from migrate.people.follow.deciding import Lookup

T = TypeVar("T")

_REASONS = {
    403: FollowReason.NOT_ALLOWED,
    404: FollowReason.GONE,
    410: FollowReason.GONE,
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
    enough = _is_about_another_server if far else _is_not_found
    answer = yield from client.send(READING, request, shape=shape, enough=enough)
    if answer.ok:
        return decode(answer, shape)
    yield from expect_about_it(client, answer)
    if answer.code == 403:
        raise _not_answered(client, answer)
    return answer


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
    """Find out why one person was refused.

    Raises LoginError or ServerError where the no is not about the person.
    """
    yield from expect_about_it(client, answer)
    return _REASONS.get(answer.code, FollowReason.OTHER)


def expect_about_it(client: PatientClient, answer: Answer) -> Process[Waiting, None]:
    """Raise where a no is about the login, the account or the server, and not about what was asked.

    A frozen or a moved account is told so by every request (recorded on 4.5.15: frozen.verify,
    moved.verify). Requests about people are small: a 413 is the word of something before the server.
    """
    host = client.server.host
    if answer.code == 413:
        raise ServerError(
            f"Something that stands before {host} refuses what this program sends (413). Everything up to "
            "here is saved. Run the same command later: it goes on where it stopped."
        )
    if answer.code != 403:
        return
    said = f"{answer.headers.get('www-authenticate', '')} {reason_of(answer)}".lower()
    if any(word in said for word in _ABOUT_RIGHTS):
        raise _no_right(client)
    checked = yield from client.send(READING, lambda: verify(client.server), shape=Account)
    if not checked.ok:
        raise LoginError(
            f"{host} does not let this account act now ({reason_of(checked)}). Everything up to here is "
            "saved, and nobody counts as refused. When your account may act again, run the same command. "
            f"If the login has ended, log in again first: migrate login {host}"
        )


def _not_answered(client: PatientClient, answer: Answer) -> ServerError:
    host = client.server.host
    return ServerError(
        f"{host} does not answer what this program has to know ({reason_of(answer)}). Everything up to here "
        "is saved. Run the same command later: it goes on where it stopped."
    )


def _no_right(client: PatientClient) -> LoginError:
    """Say that the login may not follow: it is older than this feature, or was given fewer rights."""
    host = client.server.host
    return LoginError(
        f"This login may not see or change whom you follow on {host}. Log in again and say yes to "
        f"everything that is asked for: migrate login {host}"
    )


def _read_some(client: PatientClient, ids: Sequence[str]) -> Process[Waiting, list[Relationship] | Answer]:
    return (yield from read(client, partial(get_relationships, client.server, ids), list[Relationship]))


def _is_about_another_server(answer: Answer) -> bool:
    return _is_not_found(answer) or (answer.is_json and answer.code >= 500)


def _is_not_found(answer: Answer) -> bool:
    """Tell whether an account is unknown. Takahē says it in HTML (api/views/accounts.py, lookup)."""
    return answer.code == 404
