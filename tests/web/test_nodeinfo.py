"""What a server says that it runs: one reader, for both doors."""

import json

import pytest

from migrate.web.fetching import Web
from migrate.web.host_software import ask_nodeinfo
from migrate.web.nodeinfo import document_in, read_document
from tests.fakes.web import Answer, FakeWeb

SCHEMA = "http://nodeinfo.diaspora.software/ns/schema/"


def index(*links: tuple[str, str | None]) -> bytes:
    """An index that names these documents."""
    return json.dumps({"links": [{"rel": rel, "href": href} for rel, href in links]}).encode()


@pytest.mark.parametrize(
    ("links", "chosen"),
    [
        ([(f"{SCHEMA}2.0", "/a"), (f"{SCHEMA}2.1", "/b"), (f"{SCHEMA}1.0", "/c")], "/b"),
        ([("https://www.w3.org/ns/activitystreams#Application", "/actor"), (f"{SCHEMA}2.0", "/a")], "/a"),
        ([(f"{SCHEMA}2.0", None)], ""),
        ([], ""),
    ],
)
def test_the_newest_schema_is_chosen(links: list[tuple[str, str | None]], chosen: str) -> None:
    """Whatever else stands in the index."""
    assert document_in(index(*links)) == chosen


@pytest.mark.parametrize("nonsense", [b"", b"<html>", b"[]", b'{"links": 5}'])
def test_nonsense_names_no_document(nonsense: bytes) -> None:
    """A page, another shape."""
    assert document_in(nonsense) == ""


@pytest.mark.parametrize(
    ("protocols", "federates"),
    [
        (["activitypub"], True),
        (["ActivityPub", "diaspora"], True),
        ({"inbound": ["activitypub"]}, False),
        (["ostatus"], False),
        ([5], False),
        (None, False),
    ],
)
def test_protocols_are_read_in_every_form(protocols: object, federates: bool) -> None:
    """A list, an object in 1.0, nothing."""
    node = read_document(json.dumps({"software": {"name": "x"}, "protocols": protocols}).encode())

    assert node is not None
    assert (node.software.name, node.federates) == ("x", federates)


def test_a_host_is_asked(web: Web, fake: FakeWeb) -> None:
    """The index, then the document."""
    fake.host("social.example", software="pleroma")
    node = ask_nodeinfo(web, "social.example")

    assert node is not None
    assert (node.software.name, node.software.version) == ("pleroma", "1")


def test_an_index_cannot_send_into_the_house(web: Web, fake: FakeWeb) -> None:
    """The document's address is checked as every other one."""
    answer = Answer(index((f"{SCHEMA}2.0", "http://localhost/nodeinfo")))
    fake.route("social.example", "/.well-known/nodeinfo", answer)

    assert ask_nodeinfo(web, "social.example") is None
