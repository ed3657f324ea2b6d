"""The meaning of an answer for the thing that was asked. Pure.

*Done*, *refused* (definite, with a reason), *not now* (with a time), *no login*, or
*unknown*: the server may or may not have acted. Unknown is settled, never guessed.
"""

from enum import StrEnum

from migrate.mastodon.client import Answer
from migrate.mastodon.clock import date_of
from migrate.mastodon.dialect import Dialect
from migrate.mastodon.wire import Refusal
from migrate.web.json_body import UnreadableBody, holds_json, read_json
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


def verdict_of(answer: Answer, dialect: Dialect, shape: type[object] = object) -> Verdict:
    """Read from an answer what became of the request; a yes can be read as `shape`, of any if none is given.

    Anything that a proxy may have said in the server's place is unknown: 5xx, 408, 499, every
    redirect, HTML where JSON should be, and half of a yes. A 401 is only believed from the server.
    """
    if answer.code == 429:
        return Verdict.NOT_NOW
    if answer.ok and answer.is_json:
        return Verdict.DONE if holds_json(answer.body, shape) else Verdict.UNKNOWN
    if not (answer.is_json or _is_signed(answer, dialect)):
        return Verdict.REFUSED if answer.code == 413 else Verdict.UNKNOWN
    if answer.code == 401:
        return Verdict.NO_LOGIN
    if 400 <= answer.code < 500 and answer.code not in {408, 425, 499}:
        return Verdict.REFUSED
    return Verdict.UNKNOWN


def pause_asked(answer: Answer, now: float) -> float:
    """Tell for how many seconds a server that said "not now" wants to be left alone.

    `Retry-After` is GoToSocial's word for "too many at once" (internal/middleware/throttling.go);
    the rate headers name the end of a window, by the clock that the answer's `Date` shows. A second is
    added for the clocks. An end that was lately, and is not over for the server, is one by a clock that
    differs from ours by that much at least. Pleroma and proxies don't say.
    """
    theirs = date_of(answer.headers)
    here = now if theirs is None else theirs
    moment = free_again_at(answer.headers, here)
    if moment is not None and moment > here:
        return moment + 1 - here
    late = 0.0 if moment is None or here - moment > LATELY else here - moment
    return min(BACK_OFF + late, LONGEST_BACK_OFF)


def reason_of(answer: Answer) -> str:
    """Return the server's own words as one printable line, its code where it has none."""
    try:
        refusal = read_json(answer.body, Refusal)
    except UnreadableBody:
        return str(answer.code)
    words = refusal.error_description or refusal.error
    return "".join(c if c.isprintable() else " " for c in words)[:300] or str(answer.code)


def _is_signed(answer: Answer, dialect: Dialect) -> bool:
    return dialect.signature != "" and answer.headers.get("x-creator", "").startswith(dialect.signature)
