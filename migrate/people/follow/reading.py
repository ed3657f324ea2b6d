"""Reads that may be repeated, and what they hold."""

from collections.abc import Callable
from typing import TypeVar

from migrate.errors import ServerError
from migrate.mastodon import Answer, PatientClient, Process, Waiting, WaitReason, decode
from migrate.mastodon.api import READING
from migrate.people.follow.refusals import expect_right, no_right

T = TypeVar("T")

_PAUSES = (2, 10)
"""Seconds, after an answer of which a proxy has passed on half."""


def read(
    asker: PatientClient, request: Callable[[], Answer], shape: type[T], *, far: bool = False
) -> Process[Waiting, T | Answer]:
    """Ask until there is an answer, and decode it; return the answer itself where it is a no.

    `far` reads need another server. If that one can't be reached, this one answers with a 5xx
    every time (mastodon app/controllers/concerns/api/error_handling.rb), so the second 5xx is
    the answer.
    """
    for pause in _PAUSES:
        answer = yield from _ask(asker, request, far=far)
        if not answer.ok:
            return answer
        try:
            return decode(answer, shape)
        except ServerError:
            yield from asker.pause(pause, WaitReason.SERVER)
    answer = yield from _ask(asker, request, far=far)
    return decode(answer, shape) if answer.ok else answer


def _ask(asker: PatientClient, request: Callable[[], Answer], *, far: bool) -> Process[Waiting, Answer]:
    enough = _is_about_another_server if far else _is_not_found
    answer = yield from asker.send(READING, request, enough=enough)
    if answer.code in {401, 403}:
        expect_right(asker, answer)
        raise no_right(asker)
    return answer


def _is_about_another_server(answer: Answer) -> bool:
    return _is_not_found(answer) or (answer.is_json and answer.code >= 500)


def _is_not_found(answer: Answer) -> bool:
    """Takahē says it in HTML (api/views/accounts.py, lookup)."""
    return answer.code == 404
