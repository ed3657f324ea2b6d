"""The meaning of an answer for the thing that was asked. Pure.

*Done*, *refused* (definite, with a reason), *not now* (with a time), *no login*, or
*unknown*: the server may or may not have acted. Unknown is settled, never guessed.
"""

from enum import StrEnum

import msgspec

from migrate.mastodon.client import Answer
from migrate.mastodon.dialect import Dialect
from migrate.mastodon.wire import Refusal
from migrate.web.retry_after import free_again_at

BACK_OFF = 30.0
"""Seconds to leave a server alone that says "not now" without saying until when."""

LONGEST_BACK_OFF = 300.0
LATELY = 3600.0


class Verdict(StrEnum):
    """The five things that an answer can mean."""

    DONE = "done"
    REFUSED = "refused"
    NOT_NOW = "not_now"
    NO_LOGIN = "no_login"
    UNKNOWN = "unknown"


def verdict_of(answer: Answer, dialect: Dialect) -> Verdict:
    """Read from an answer what became of the request.

    Anything that a proxy may have said in the server's place is unknown: 5xx, 408,
    499, every redirect, and HTML where JSON should be. A 401 is only believed from the server.
    """
    if answer.code == 429:
        return Verdict.NOT_NOW
    if answer.ok and answer.is_json:
        return Verdict.DONE
    if not (answer.is_json or _is_signed(answer, dialect)):
        return Verdict.REFUSED if answer.code == 413 else Verdict.UNKNOWN
    if answer.code == 401:
        return Verdict.NO_LOGIN
    if 400 <= answer.code < 500 and answer.code not in {408, 425, 499}:
        return Verdict.REFUSED
    return Verdict.UNKNOWN


def retry_at(answer: Answer, now: float) -> float:
    """Return when a server that said "not now" may be asked again; Pleroma and proxies don't say.

    `Retry-After` is GoToSocial's word for "too many at once" (internal/middleware/throttling.go);
    the rate headers name the end of a window. A second is added for the clocks. An end that was lately,
    and is not over for the server, is one by a clock that differs from ours by that much at least.
    """
    moment = free_again_at(answer.headers, now)
    if moment is not None and moment > now:
        return moment + 1
    late = 0.0 if moment is None or now - moment > LATELY else now - moment
    return now + min(BACK_OFF + late, LONGEST_BACK_OFF)


def reason_of(answer: Answer) -> str:
    """Return the server's own words as one printable line, its code where it has none."""
    try:
        refusal = msgspec.json.decode(answer.body, type=Refusal)
    except msgspec.MsgspecError:
        return str(answer.code)
    words = refusal.error_description or refusal.error
    return "".join(c if c.isprintable() else " " for c in words)[:300] or str(answer.code)


def _is_signed(answer: Answer, dialect: Dialect) -> bool:
    return dialect.signature != "" and answer.headers.get("x-creator", "").startswith(dialect.signature)
