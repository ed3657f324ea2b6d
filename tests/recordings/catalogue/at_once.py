"""Requests that come at the same moment, each over its own connection.

Which of them a server takes first is chance: their answers are kept by status, what worked first.
"""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx

from tests.recordings.asking import STATUSES, Asker


def at_once(ask: Asker) -> None:
    """One key, one file, one boost, one deletion, one follow for several."""
    stamp = f"{ask.now.timestamp():.0f}"
    key = {"Idempotency-Key": f"at once {stamp}"}
    body = {"status": "at once"}
    _together(ask, "same_key", "a new Idempotency-Key", 5, STATUSES, json=body, headers=key)
    body = {"status": "at once without"}
    _together(ask, "no_key", "no key", 3, STATUSES, json=body)
    body = {"status": "at once with a file", "media_ids": [ask.upload()]}
    _together(ask, "same_media", "one file for all, no key", 3, STATUSES, json=body)
    mine = f"/api/v1/statuses/{ask.make(status='to be boosted')['id']}"
    _together(ask, "boost", "a post of one's own", 3, f"POST {mine}/reblog")
    _together(ask, "delete", "a post of one's own", 3, f"DELETE {mine}")
    other = f"POST /api/v1/accounts/{ask.id('other')}"
    ask.do(f"{other}/unfollow")
    _together(ask, "follow", "somebody who was not followed", 3, f"{other}/follow")


def _together(ask: Asker, name: str, state: str, count: int, line: str, **sent: Any) -> None:
    def one(_number: int) -> httpx.Response:
        with httpx.Client(base_url=ask.address, timeout=60) as http:
            headers = {"Authorization": f"Bearer {ask.tokens['me']}", "Accept": "application/json", **more}
            return http.request(method, path, headers=headers, **sent)

    method, _, path = line.partition(" ")
    more = sent.pop("headers", {})
    with ask.watch.together(count), ThreadPoolExecutor(count) as pool:
        answers = sorted(pool.map(one, range(count)), key=lambda answer: answer.status_code)
    for number, answer in enumerate(answers, 1):
        ask.learn("me", method, path, answer)
        ask.keep(f"{name}.{number}", f"{state}; one of {count} at once", method, path, answer)
