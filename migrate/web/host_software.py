"""What a host runs that nobody vouches for: it is asked for its NodeInfo."""

from migrate.web.fetching import OK, Unreachable, Web
from migrate.web.nodeinfo import INDEX, NodeInfo, document_in, read_document
from migrate.web.public_hosts import ForbiddenPlace


def ask_nodeinfo(web: Web, host: str) -> NodeInfo | None:
    """Ask a host what it runs; None where it doesn't say."""
    try:
        index = web.fetch(f"https://{host}{INDEX}")
        address = document_in(index.body) if index.code == OK else ""
        document = web.fetch(address) if address else None
    except (Unreachable, ForbiddenPlace):
        return None
    return read_document(document.body) if document and document.code == OK else None
