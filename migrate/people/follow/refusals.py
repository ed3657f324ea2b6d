"""What a no means, and how to tell a no to one person from a no to this login.

A server says 403 to both. Its words may be in any language, so the login itself is
asked: if it no longer holds, the run stops, and no person is written down as refused.
"""

from migrate.errors import LoginError
from migrate.ledger import FollowReason
from migrate.mastodon import Answer, PatientClient, Process, Waiting, reason_of
from migrate.mastodon.api import READING, verify

_REASONS = {
    403: FollowReason.NOT_ALLOWED,
    404: FollowReason.GONE,
    410: FollowReason.GONE,
    422: FollowReason.FULL,
}
_ABOUT_RIGHTS = ("insufficient_scope", "scope", "permission")


def why_refused(asker: PatientClient, answer: Answer) -> Process[Waiting, FollowReason]:
    """Find out why one person was refused. Raises LoginError where it is not about the person."""
    if answer.code in {401, 403}:
        expect_right(asker, answer)
        checked = yield from asker.send(READING, lambda: verify(asker.server))
        if not checked.ok:
            raise asker.logged_out()
    return _REASONS.get(answer.code, FollowReason.OTHER)


def expect_right(asker: PatientClient, answer: Answer) -> None:
    """Raises LoginError where the server says that this login may not do such things at all."""
    said = f"{answer.headers.get('www-authenticate', '')} {reason_of(answer)}".lower()
    if answer.code in {401, 403} and any(word in said for word in _ABOUT_RIGHTS):
        raise no_right(asker)


def no_right(asker: PatientClient) -> LoginError:
    """Say that the login may not follow: it is older than this feature, or was given fewer rights."""
    host = asker.server.host
    return LoginError(
        f"This login may not see or change whom you follow on {host}. Log in again and say yes to "
        f"everything that is asked for: migrate login {host}"
    )
