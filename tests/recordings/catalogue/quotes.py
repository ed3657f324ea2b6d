"""Quotes: one's own, another's, of what can't be quoted."""

from tests.recordings.asking import STATUSES, Asker


def own(ask: Asker) -> None:
    """My own posts."""
    mine = ask.make(status="Mine, public")
    private = ask.make(status="Mine, private", visibility="private")
    rows: tuple[tuple[str, str, dict[str, str]], ...] = (
        ("own", "quoting my own public post", {"quoted_status_id": mine["id"]}),
        ("own.without_text", "quoting without a text", {"status": "", "quoted_status_id": mine["id"]}),
        ("own_private", "quoting my private post in public", {"quoted_status_id": private["id"]}),
        (
            "own_private.private",
            "quoting my private post in private",
            {"quoted_status_id": private["id"], "visibility": "private"},
        ),
        ("unknown", "quoting what never was", {"quoted_status_id": "999"}),
    )
    for name, state, fields in rows:
        ask.ask(name, state, STATUSES, json={"status": "quote", **fields})
    _shapes_of_quotes(ask, mine["id"])


def anothers(ask: Asker) -> None:
    """Who may quote, and what somebody else then may."""
    for policy in ("public", "followers", "nobody"):
        body = {"status": f"may be quoted by {policy}", "quote_approval_policy": policy}
        theirs = ask.ask(
            f"policy.{policy}", f"a post that {policy} may quote", STATUSES, by="quoter", json=body
        )
        if theirs.status_code == 200:
            quote = {"status": "quote", "quoted_status_id": theirs.json()["id"]}
            state = f"quoting another's post that {policy} may quote"
            ask.ask(f"anothers.{policy}", state, STATUSES, json=quote)
    body = {"status": "policy", "quote_approval_policy": "friends"}
    ask.ask("policy.bad", "a policy that is none", STATUSES, json=body)
    body = {"status": "policy", "visibility": "private", "quote_approval_policy": "public"}
    ask.ask("policy.private", "a private post that public may quote", STATUSES, json=body)
    secret = ask.make("quoter", status="private", visibility="private")
    body = {"status": "quote", "quoted_status_id": secret["id"]}
    ask.ask("anothers_private", "quoting a private post that I can't see", STATUSES, json=body)


def of_deleted(ask: Asker) -> None:
    """What becomes of a quote."""
    gone = ask.make(status="quoted and then deleted")
    quote = ask.make(status="quotes what will be deleted", quoted_status_id=gone["id"])
    ask.do(f"DELETE /api/v1/statuses/{gone['id']}")
    ask.wait(2)
    ask.ask(
        "of_deleted",
        "a quote of what was deleted, 2 seconds later",
        f"GET /api/v1/statuses/{quote['id']}",
    )


def _shapes_of_quotes(ask: Asker, mine: str) -> None:
    boost = ask.do(f"POST /api/v1/statuses/{mine}/reblog").json()
    body = {"status": "quote of a boost", "quoted_status_id": boost["id"]}
    ask.ask("boost", "quoting my boost", STATUSES, json=body)
    media = ask.upload("quoter")
    body = {"status": "quote", "quoted_status_id": mine, "media_ids": [media]}
    ask.ask("with_media", "a quote with a file", STATUSES, json=body, by="quoter")
    poll = {"options": ["a", "b"], "expires_in": 3600}
    body = {"status": "quote", "quoted_status_id": mine, "poll": poll}
    ask.ask("with_poll", "a quote with a poll", STATUSES, json=body)
    ask.ask("list", "who quotes it", f"GET /api/v1/statuses/{mine}/quotes")
    path = f"PUT /api/v1/statuses/{mine}/interaction_policy"
    ask.ask("interaction_policy", "changing who may quote", path, json={"quote_approval_policy": "nobody"})
