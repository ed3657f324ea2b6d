"""What the answer to a post holds: the post, a place on the server's schedule, or neither."""

from migrate.errors import ServerError
from migrate.mastodon import Answer, decode
from migrate.mastodon.wire import ScheduledStatus, Status

DELETED_SINCE = "it was posted, and deleted there since: by hand, or by the server's clean-up of old posts"
SCHEDULED = "its date is yet to come, and the server has put it on its schedule for then: delete it there"


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
