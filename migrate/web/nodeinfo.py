"""NodeInfo: the software that a server runs, by its own word (https://nodeinfo.diaspora.software/protocol.html).

The only place where every server of the fediverse says so. An index names the document,
in every version of the schema that the server knows.
"""

from msgspec import Struct, field

from migrate.web.json_body import UnreadableBody, read_json

INDEX = "/.well-known/nodeinfo"
"""The path of the index on every server."""


class NodeInfoLink(Struct, frozen=True):
    """A version of the schema, and where the document is that keeps to it."""

    rel: str = ""
    href: str | None = None


class NodeInfoIndex(Struct, frozen=True):
    """The index at `/.well-known/nodeinfo`."""

    links: list[NodeInfoLink] = field(default_factory=list)


class Software(Struct, frozen=True):
    """The name and version of a server's software; empty where it doesn't say."""

    name: str = ""
    version: str = ""


class NodeInfo(Struct, frozen=True):
    """NodeInfo 2.x; in 1.0 the protocols are an object, and its keys don't matter here."""

    software: Software = Software()
    protocols: list[object] | dict[str, object] | None = None

    @property
    def federates(self) -> bool:
        """Tell whether the server speaks ActivityPub."""
        return "activitypub" in (str(protocol).lower() for protocol in self.protocols or ())


def document_in(index: bytes) -> str:
    """Choose the document of the newest schema from an index; return its address, or "" if there is none."""
    try:
        links = read_json(index, NodeInfoIndex).links
    except UnreadableBody:
        return ""
    fit = [link for link in links if link.href and "/ns/schema/" in link.rel]
    newest = max(fit, key=lambda link: link.rel, default=None)
    return newest.href or "" if newest else ""


def read_document(document: bytes) -> NodeInfo | None:
    """Read a NodeInfo document, None where it is none."""
    try:
        return read_json(document, NodeInfo)
    except UnreadableBody:
        return None
