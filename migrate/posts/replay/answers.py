"""What an answer holds, and what a no is about: the post, the account, the server. Pure."""

from enum import StrEnum

from migrate.errors import ServerError
from migrate.mastodon.client import Answer, decode
from migrate.mastodon.dialect import Dialect
from migrate.mastodon.verdict import Verdict, verdict_of
from migrate.mastodon.wire import ScheduledStatus, Status

DELETED_SINCE = "it was posted, and deleted there since: by hand, or by the server's clean-up of old posts"
SCHEDULED = "its date is yet to come, and the server has put it on its schedule for then: delete it there"


class About(StrEnum):
    """The thing that a no is about."""

    POST = "post"
    """This post, file or edit: another may pass."""
    ACCOUNT = "account"
    """The account, or what its login may do: the same would be said to all."""
    SERVER = "server"
    """The server or what stands in front of it, now and to all; or to what is as large."""
    UNKNOWN = "unknown"


def about(answer: Answer, dialect: Dialect) -> About:
    """Read what a no is about, by its code and by who says it; sentences are only shown."""
    match verdict_of(answer, dialect):
        case Verdict.NO_LOGIN:
            return About.ACCOUNT
        case Verdict.NOT_NOW:
            return About.SERVER
        case Verdict.REFUSED if answer.code == 413:
            # it speaks of a request's bytes (RFC 9110, 15.5.14), and a post has few: nginx for one
            # (ngx_http_core_module, client_max_body_size), in JSON where its error page is
            return About.SERVER
        case Verdict.REFUSED:
            return About.ACCOUNT if answer.code == 403 else About.POST
        case Verdict.UNKNOWN if answer.code >= 400:
            return About.SERVER
        case _:
            return About.UNKNOWN


def read_status(answer: Answer) -> Status | None:
    """Read the post in an answer; None where a proxy passed on half of it, or where it is no post yet."""
    try:
        status = decode(answer, Status)
    except ServerError:
        return None
    return status if status.created_at else None


def is_scheduled(answer: Answer) -> bool:
    """Tell whether the server will post this later, and has not posted it."""
    try:
        decode(answer, ScheduledStatus)
    except ServerError:
        return False
    return True
