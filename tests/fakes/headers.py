"""What Rails and doorkeeper say beside an answer, as Mastodon sets them up."""

import httpx

from tests.fakes.answers import reply
from tests.fakes.dialect import FakeDialect
from tests.fakes.limits import Window

BEARER = 'Bearer realm="Doorkeeper", error="{}", error_description="{}"'.format


def of_a_refusal(dialect: FakeDialect, answer: httpx.Response) -> httpx.Response:
    """Why a token won't do (doorkeeper lib/doorkeeper/rails/helpers.rb)."""
    if dialect.rails and "json" in answer.headers["Content-Type"]:
        sentence = answer.json()["error"]
        if sentence in {dialect.says["no token"][1], dialect.says["revoked token"][1]}:
            answer.headers["WWW-Authenticate"] = BEARER("invalid_token", sentence)
        if dialect.names_missing_scope and sentence == dialect.says["scope"][1]:
            answer.headers["WWW-Authenticate"] = BEARER("insufficient_scope", sentence)
    return answer


def of_too_many(dialect: FakeDialect, answer: httpx.Response, window: Window) -> httpx.Response:
    """Requests are counted before Rails, in rack_attack.rb; deeds inside of it."""
    if dialect.rails and not window.limit.counts_deeds:
        answer.headers["Content-Type"] = "application/json"
    return answer


def bad_request() -> httpx.Response:
    """A body that is no JSON (action_dispatch public_exceptions.rb)."""
    body = {"status": 400, "error": "Bad Request"}
    return reply(body, 400, {"Content-Type": "application/json; charset=UTF-8"})
