"""Wikidata: the X accounts of public figures, and their addresses on the fediverse.

The whole list is asked for at once, in one request that is the same for everybody: it
says nothing about the user's contacts. Only where Wikidata can't give it, the ids of the
contacts are sent, a few hundred at a time, and the handles of those without an id.

P4033 is the address, P2002 the X handle, and P6552 the X id, which stands as a qualifier
of the handle or by itself. People and organisations are in the main graph, which is the one
that this endpoint has since the split of May 2025
(https://www.wikidata.org/wiki/Wikidata:SPARQL_query_service/WDQS_graph_split). The rules for
clients are on https://www.mediawiki.org/wiki/Wikidata_Query_Service/User_Manual#Query_limits , and
https://www.mediawiki.org/wiki/Wikimedia_APIs/Access_policy wants a contact in the name of the client.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct, field

from migrate.errors import ServerError
from migrate.web.fetching import Fetched, Patience, Unreachable, Web
from migrate.web.json_body import UnreadableBody, read_json
from migrate.web.public_hosts import ForbiddenPlace

ENDPOINT = "https://query.wikidata.org/sparql"
BATCH = 300
"""Ids or handles in a request: some eight kilobytes."""

_PATIENCE = Patience(seconds=75, size=256 << 20, hops=0, tries=3)
"""A query may take 60 seconds there."""

_FORBIDDEN = 403

_PREFIXES = """\
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX p: <http://www.wikidata.org/prop/>
PREFIX ps: <http://www.wikidata.org/prop/statement/>
PREFIX pq: <http://www.wikidata.org/prop/qualifier/>
PREFIX wikibase: <http://wikiba.se/ontology#>
"""
_ADDRESS = """\
  ?item p:P4033 ?m .
  ?m ps:P4033 ?fedi ; wikibase:rank ?fediRank .
  FILTER(?fediRank != wikibase:DeprecatedRank)
  FILTER NOT EXISTS { ?m pq:P582 ?fediEnd }
"""
_ACCOUNT = """\
  ?item p:P2002 ?x .
  ?x ps:P2002 ?xUser ; wikibase:rank ?xRank .
  FILTER(?xRank != wikibase:DeprecatedRank)
  OPTIONAL { ?x pq:P6552 ?inner }
  OPTIONAL { ?item wdt:P6552 ?outer }
  BIND(COALESCE(?inner, ?outer) AS ?xId)
  OPTIONAL { ?x pq:P582 ?xEnd }
"""
WHOLE = f"""{_PREFIXES}\
SELECT DISTINCT ?item ?xUser ?xId ?xEnd ?fedi WHERE {{
{_ADDRESS}\
  {{
{_ACCOUNT}\
  }} UNION {{
    ?item wdt:P6552 ?xId .
    FILTER NOT EXISTS {{ ?item p:P2002 ?named }}
  }}
}}
"""
_HANDLE = re.compile(r"\w{1,15}", re.ASCII)


class WikidataRow(Struct, frozen=True):
    """An X account and an address of the same item; `ended` says that the handle is a former one."""

    item: str
    address: str
    x_handle: str = ""
    x_id: str = ""
    ended: bool = False


def query_by_id(ids: Sequence[str]) -> str:
    """Write the query for a few ids, which are texts on Wikidata."""
    values = " ".join(f'"{one}"' for one in ids if one.isdecimal())
    return f"""{_PREFIXES}\
SELECT DISTINCT ?item ?xUser ?xId ?fedi WHERE {{
  VALUES ?xId {{ {values} }}
  {{ ?x pq:P6552 ?xId . ?item p:P2002 ?x . ?x ps:P2002 ?xUser . }}
  UNION
  {{ ?item wdt:P6552 ?xId . OPTIONAL {{ ?item wdt:P2002 ?xUser }} }}
{_ADDRESS}\
}}
"""


def query_by_handle(handles: Sequence[str]) -> str:
    """Write the query for a few handles, which Wikidata has as its editors spelled them."""
    fit = [handle for handle in handles if _HANDLE.fullmatch(handle)]
    values = " ".join(f'"{one}"' for one in dict.fromkeys(form for h in fit for form in (h, h.lower())))
    return f"""{_PREFIXES}\
SELECT DISTINCT ?item ?xUser ?xId ?xEnd ?fedi WHERE {{
  VALUES ?xUser {{ {values} }}
{_ACCOUNT}{_ADDRESS}\
}}
"""


def read_whole(web: Web, contact: str = "") -> list[WikidataRow]:
    """Read the whole list at once; `contact` is whom Wikidata may write to. Raises ServerError."""
    return _rows(_ask(web, WHOLE, contact))


def read_by_id(web: Web, ids: Sequence[str], contact: str = "") -> Iterator[list[WikidataRow]]:
    """Read the rows for these ids, a batch at a time, one after the other. Raises ServerError."""
    return _read_batches(web, query_by_id, ids, contact)


def read_by_handle(web: Web, handles: Sequence[str], contact: str = "") -> Iterator[list[WikidataRow]]:
    """Read the rows for these handles. Raises ServerError."""
    return _read_batches(web, query_by_handle, handles, contact)


class _Value(Struct, frozen=True):
    value: str = ""


class _Results(Struct, frozen=True):
    bindings: list[dict[str, _Value]] = field(default_factory=list)


class _Answer(Struct, frozen=True):
    """An answer to a query (https://www.w3.org/TR/sparql11-results-json/)."""

    results: _Results = _Results()


def _read_batches(
    web: Web, query: Callable[[Sequence[str]], str], keys: Sequence[str], contact: str
) -> Iterator[list[WikidataRow]]:
    for start in range(0, len(keys), BATCH):
        yield _rows(_ask(web, query(keys[start : start + BATCH]), contact))


def _ask(web: Web, query: str, contact: str) -> Fetched:
    try:
        page = web.fetch(
            ENDPOINT,
            accept="application/sparql-results+json",
            form={"query": query},
            contact=contact,
            patience=_PATIENCE,
        )
    except (Unreachable, ForbiddenPlace) as e:
        raise ServerError(
            "Wikidata could not be reached, or took too long. Try again in an hour, or ask it by the ids of "
            "your contacts: --wikidata-ids."
        ) from e
    if page.code == _FORBIDDEN and not contact:
        raise ServerError(
            "Wikidata refused (code 403): it wants to know whom it may write to. Put a mail address or a "
            "page of yours into MIGRATE_CONTACT, which only Wikidata sees, and try again."
        )
    if page.code != 200:  # noqa: PLR2004
        raise ServerError(
            f"Wikidata refused (code {page.code}). Try again in an hour, or ask it by the ids of your "
            "contacts: --wikidata-ids."
        )
    return page


def _rows(page: Fetched) -> list[WikidataRow]:
    """Read the rows; a refusal can be a 200 with plain text (github.com/RDFLib/sparqlwrapper/issues/250)."""
    try:
        answer = read_json(page.body, _Answer)
    except UnreadableBody as e:
        raise ServerError(
            "Wikidata did not answer the question. It may have blocked this program for a while: "
            "try again tomorrow."
        ) from e
    return [_row(one) for one in answer.results.bindings]


def _row(binding: dict[str, _Value]) -> WikidataRow:
    told = {name: value.value.strip() for name, value in binding.items()}
    return WikidataRow(
        told.get("item", ""),
        told.get("fedi", "").removeprefix("@"),
        told.get("xUser", "").removeprefix("@"),
        told.get("xId", ""),
        ended="xEnd" in told,
    )
