"""The queries themselves, run against a small graph that is built as Wikidata's is."""

import pytest

from migrate.people.sources.wikidata import WHOLE, query_by_handle, query_by_id

rdflib = pytest.importorskip("rdflib", reason="rdflib runs the queries; install it to test them")

GRAPH = """
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> .
@prefix p: <http://www.wikidata.org/prop/> .
@prefix ps: <http://www.wikidata.org/prop/statement/> .
@prefix pq: <http://www.wikidata.org/prop/qualifier/> .
@prefix wikibase: <http://wikiba.se/ontology#> .

# the id as a qualifier of the handle
wd:Q1 p:P4033 [ ps:P4033 "one@s.example" ; wikibase:rank wikibase:NormalRank ] ;
      p:P2002 [ ps:P2002 "One" ; wikibase:rank wikibase:NormalRank ; pq:P6552 "111" ] .
# the id by itself
wd:Q2 p:P4033 [ ps:P4033 "two@s.example" ; wikibase:rank wikibase:PreferredRank ] ;
      p:P2002 [ ps:P2002 "Two" ; wikibase:rank wikibase:NormalRank ] ;
      wdt:P2002 "Two" ; wdt:P6552 "222" .
# an address that is over, and one that is wrong
wd:Q3 p:P4033 [ ps:P4033 "over@s.example" ; wikibase:rank wikibase:NormalRank ; pq:P582 "2024" ] ,
              [ ps:P4033 "wrong@s.example" ; wikibase:rank wikibase:DeprecatedRank ] ;
      p:P2002 [ ps:P2002 "Three" ; wikibase:rank wikibase:NormalRank ; pq:P6552 "333" ] .
# a former handle, and a wrong one
wd:Q4 p:P4033 [ ps:P4033 "four@s.example" ; wikibase:rank wikibase:NormalRank ] ;
      p:P2002 [ ps:P2002 "four_old" ; wikibase:rank wikibase:NormalRank ; pq:P582 "2020" ] ,
              [ ps:P2002 "four_wrong" ; wikibase:rank wikibase:DeprecatedRank ] .
# no account on X, and no address
wd:Q5 p:P4033 [ ps:P4033 "five@s.example" ; wikibase:rank wikibase:NormalRank ] .
wd:Q6 p:P2002 [ ps:P2002 "Six" ; wikibase:rank wikibase:NormalRank ; pq:P6552 "666" ] .
# an id, and no handle
wd:Q8 p:P4033 [ ps:P4033 "eight@s.example" ; wikibase:rank wikibase:NormalRank ] ;
      wdt:P6552 "888" .
"""


def run(query: str) -> set[tuple[str, str, str, bool]]:
    """Address, handle, id, and whether the handle is a former one, of every row."""
    rows = rdflib.Graph().parse(data=GRAPH, format="turtle").query(query)
    found = [{str(name): str(value) for name, value in row.asdict().items()} for row in rows]
    return {(r["fedi"], r.get("xUser", ""), r.get("xId", ""), "xEnd" in r) for r in found}


def test_the_whole_list_has_everybody_with_both_accounts() -> None:
    """Neither ended nor deprecated addresses; former handles are marked."""
    assert run(WHOLE) == {
        ("one@s.example", "One", "111", False),
        ("two@s.example", "Two", "222", False),
        ("four@s.example", "four_old", "", True),
        ("eight@s.example", "", "888", False),
    }


def test_ids_are_found_wherever_they_stand() -> None:
    """As a qualifier or by themselves; the query by id leaves out the same rows."""
    assert run(query_by_id(["111", "222", "333", "666", "777"])) == {
        ("one@s.example", "One", "111", False),
        ("two@s.example", "Two", "222", False),
    }


def test_handles_are_found_in_their_own_spelling_and_in_small_letters() -> None:
    """What was written down decides; a former handle is marked, a wrong one is not found."""
    assert run(query_by_handle(["One", "TWO", "Three", "FOUR_OLD", "four_wrong", "nobody"])) == {
        ("one@s.example", "One", "111", False),
        ("four@s.example", "four_old", "", True),
    }
