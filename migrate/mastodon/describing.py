"""A server's words about itself: its instance document, and NodeInfo, which is read without the token."""

from collections.abc import Callable
from functools import partial
from urllib.parse import urlsplit

import stamina

from migrate.errors import ServerError
from migrate.mastodon.client import Answer, Client, NoAnswer, NotSent, decode
from migrate.mastodon.wire import Instance
from migrate.web.nodeinfo import INDEX, Software, document_in, read_document

# it would tell every new attempt to logging, which shows it to the user
stamina.instrumentation.set_on_retry_hooks(())

NOT_MASTODON = (
    "{address} does not answer like a Mastodon-compatible server. Check the address: it is the part after "
    "the second @ of your handle, for example mastodon.social."
)


def read_instance(client: Client) -> Instance:
    """Read /api/v2/instance, or what older servers have in its place. Raises ServerError."""
    answer = _get(client, "/api/v2/instance")
    if not (answer.ok and answer.is_json):
        answer = _get(client, "/api/v1/instance")
    return decode(expect_ok(answer, client.address), Instance)


def read_software(client: Client) -> Software:
    """Read the software of the server; empty where it doesn't say, or sends to another host for it."""
    index = _get(client, INDEX, with_token=False)
    path = client.path_here(link) if index.ok and (link := document_in(index.body)) else None
    document = _get(client, path, with_token=False) if path else None
    node = read_document(document.body) if document and document.ok else None
    return node.software if node else Software()


def try_again(address: str, send: Callable[[], Answer]) -> Answer:
    """Send a read again while the network or the server stumbles. Raises ServerError."""
    try:
        for attempt in stamina.retry_context(on=_Stumbled, attempts=4, wait_initial=0.5, wait_max=5):
            with attempt:
                return _once(send)
    except _Stumbled as e:
        if e.answer is not None:
            return e.answer
        raise ServerError(
            f"{urlsplit(address).netloc} could not be reached. Check the address and your connection, "
            "then run the same command again. Nothing is lost."
        ) from e
    raise AssertionError("stamina returns or raises")


def expect_ok(answer: Answer, address: str) -> Answer:
    """Return an answer that is a success. Raises ServerError for any other."""
    if "location" in answer.headers:
        raise ServerError(
            f"{address} sends its visitors on to {answer.headers['location'][:200]}. "
            "Use that address instead."
        )
    if answer.code >= 500:
        raise ServerError(
            f"{address} is in trouble right now (it answered {answer.code}). "
            "Try again later with the same command. Nothing is lost."
        )
    if not answer.ok or not answer.is_json:
        raise ServerError(NOT_MASTODON.format(address=address))
    return answer


class _Stumbled(Exception):  # noqa: N818 - what happened, not a mistake
    def __init__(self, answer: Answer | None) -> None:
        super().__init__(answer.code if answer else "no answer")
        self.answer = answer


def _get(client: Client, path: str, *, with_token: bool = True) -> Answer:
    return try_again(client.address, partial(client.send, "GET", path, with_token=with_token))


def _once(send: Callable[[], Answer]) -> Answer:
    try:
        answer = send()
    except (NotSent, NoAnswer) as e:
        raise _Stumbled(None) from e
    if answer.code >= 500:
        raise _Stumbled(answer)
    return answer
