"""A server's words about itself: its instance document, and NodeInfo, which is read without the token.

What can't be read is not known, and nothing is put in its place. A server that asks for a pause
gets it, also at the very start; one that stumbles is asked again.
"""

from collections.abc import Callable
from functools import partial
from math import ceil
from urllib.parse import urlsplit

import stamina

from migrate.errors import ServerError
from migrate.mastodon.client import Answer, Client, NoAnswer, NotSent, decode
from migrate.mastodon.families import software_of
from migrate.mastodon.verdict import pause_asked
from migrate.mastodon.wire import Instance
from migrate.web.json_body import holds_json, read_json
from migrate.web.nodeinfo import INDEX, Software, document_in, read_document

# it would tell every new attempt to logging, which shows it to the user
stamina.instrumentation.set_on_retry_hooks(())

Pause = Callable[[float], object]
"""A way to let so many seconds pass, and to tell the user why, where that takes long."""

IsWhole = Callable[[bytes], bool]
"""Tells whether a body says what was asked for, and is no half of it."""

TOO_MANY = 429
_PAUSES = (2, 5, 10, 20, 40, 80, 160, 300, 300)
"""The shortest seconds between tries while a server asks for pauses: a quarter of an hour in all."""

_LONGEST_PAUSE = 3600.0
_PAUSE_FOR_NODEINFO = 60.0
"""The longest pause in seconds. The instance document mostly says as much as NodeInfo."""

NOT_MASTODON = (
    "{address} does not answer like a Mastodon-compatible server. Check the address: it is the part after "
    "the second @ of your handle, for example mastodon.social."
)


class Questions:
    """What a server is asked before anything is known of it. Raises ServerError where no answer comes.

    Without a way to `pause`, a server that asks for one is left alone.
    """

    def __init__(self, client: Client, pause: Pause | None) -> None:
        self.client = client
        self._pause = pause

    def read_instance(self) -> tuple[Instance, Answer]:
        """Read /api/v2/instance, or what older servers have in its place; return the answer as well."""
        answer = self.get("/api/v2/instance", _has_version)
        if answer.code != TOO_MANY and not (answer.ok and answer.is_json and _has_version(answer.body)):
            answer = self.get("/api/v1/instance", _has_version)
        return decode(expect_ok(answer, self.client), Instance), answer

    def read_software(self) -> Software | None:
        """Read NodeInfo; None where the server doesn't say, or sends to another host for it."""
        try:
            document = self._read_nodeinfo()
        except ServerError:
            return None
        node = read_document(document.body) if document and document.ok else None
        return node.software if node and node.software.name else None

    def get(self, path: str, is_whole: IsWhole) -> Answer:
        """Read something of the server."""
        return self.ask(partial(self.client.send, "GET", path), is_whole)

    def ask(
        self, send: Callable[[], Answer], is_whole: IsWhole, *, longest_pause: float = _LONGEST_PAUSE
    ) -> Answer:
        """Send something that may be repeated until the server has an answer, whole and without trouble.

        A pause that is longer than the longest is not made, and the answer that asks for it returned.
        """
        for shortest in _PAUSES:
            answer = self._ask_stumbling(send, is_whole)
            if answer.code != TOO_MANY:
                break
            seconds = max(pause_asked(answer, self.client.clock.now()), shortest)
            if self._pause is None or seconds > longest_pause:
                break
            self._pause(seconds)
        return answer

    def _read_nodeinfo(self) -> Answer | None:
        index = self._get_public(INDEX, _names_document)
        path = self.client.path_here(link) if index.ok and (link := document_in(index.body)) else None
        return self._get_public(path, _names_software) if path else None

    def _get_public(self, path: str, is_whole: IsWhole) -> Answer:
        send = partial(self.client.send, "GET", path, with_token=False)
        return self.ask(send, is_whole, longest_pause=_PAUSE_FOR_NODEINFO)

    def _ask_stumbling(self, send: Callable[[], Answer], is_whole: IsWhole) -> Answer:
        """Send it again while the network or the server stumbles."""
        try:
            for attempt in stamina.retry_context(on=_Stumbled, attempts=4, wait_initial=0.5, wait_max=5):
                with attempt:
                    return _once(send, is_whole)
        except _Stumbled as e:
            if e.answer is not None:
                return e.answer
            raise ServerError(
                f"{urlsplit(self.client.address).netloc} could not be reached. Check the address and your "
                "connection, then run the same command again. Nothing is lost."
            ) from e
        raise AssertionError("stamina returns or raises")


def describe(client: Client, pause: Pause | None) -> tuple[Software, Instance]:
    """Ask a server what software it runs, and for its instance document.

    Raises ServerError where neither NodeInfo nor the server's other words tell the software: taken for
    another one, it would be sent what it does not understand.
    """
    questions = Questions(client, pause)
    instance, answer = questions.read_instance()
    software = questions.read_software() or software_of(instance, answer.headers)
    if software is None:
        raise ServerError(
            f"{client.address} does not say what software it runs, and old posts would get the wrong date "
            "if that was guessed. Nothing was sent. Try again in an hour with the same command; if it stays "
            "so, ask the people who run the server whether something keeps /.well-known/nodeinfo from being "
            "read."
        )
    return software, instance


def expect_ok(answer: Answer, client: Client) -> Answer:
    """Return an answer that is a success. Raises ServerError for any other."""
    address = client.address
    if "location" in answer.headers:
        raise ServerError(
            f"{address} sends its visitors on to {answer.headers['location'][:200]}. "
            "Use that address instead."
        )
    if answer.code == TOO_MANY:
        minutes = max(ceil(pause_asked(answer, client.clock.now()) / 60), 1)
        raise ServerError(
            f"{address} has had too many requests from this account or internet address, and asks for a "
            f"pause. Run the same command again in {minutes} minutes or later. Nothing is lost."
        )
    if answer.code >= 500:
        raise ServerError(
            f"{address} is in trouble right now (it answered {answer.code}). "
            "Try again later with the same command. Nothing is lost."
        )
    if answer.code == 403:
        raise ServerError(
            f"{address} refuses every request from here (it answered 403). Its firewall, or the people who "
            "run it, may have blocked your internet address or this program: try another connection, or "
            "ask them."
        )
    if not answer.ok or not answer.is_json:
        raise ServerError(NOT_MASTODON.format(address=address))
    return answer


class _Stumbled(Exception):  # noqa: N818 - what happened, not a mistake
    def __init__(self, answer: Answer | None) -> None:
        super().__init__(answer.code if answer else "no answer")
        self.answer = answer


def _once(send: Callable[[], Answer], is_whole: IsWhole) -> Answer:
    try:
        answer = send()
    except (NotSent, NoAnswer) as e:
        raise _Stumbled(None) from e
    if answer.code >= 500 or (answer.ok and answer.is_json and not is_whole(answer.body)):
        raise _Stumbled(answer)
    return answer


def _has_version(body: bytes) -> bool:
    """Tell an instance document from half of one, and from `{}`."""
    return holds_json(body, Instance) and read_json(body, Instance).version != ""


def _names_document(index: bytes) -> bool:
    return document_in(index) != ""


def _names_software(document: bytes) -> bool:
    node = read_document(document)
    return node is not None and node.software.name != ""
