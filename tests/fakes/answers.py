"""Making answers: JSON the way the servers send it, HTML the way proxies do."""

import httpx
import msgspec

_JSON = "application/json; charset=utf-8"


def reply(body: object, status: int = 200, headers: dict[str, str] | None = None) -> httpx.Response:
    """JSON; made by msgspec because a simulation asks for a hundred thousand of them."""
    return httpx.Response(
        status, content=msgspec.json.encode(body), headers={"Content-Type": _JSON} | (headers or {})
    )


def page(status: int, body: object, headers: dict[str, str] | None = None) -> httpx.Response:
    """What someone on the way answers: HTML from a str, JSON from anything else."""
    if isinstance(body, str):
        return httpx.Response(status, html=body, headers=headers)
    return reply(body, status, headers)
