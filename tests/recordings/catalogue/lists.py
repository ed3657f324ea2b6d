"""Lists of people: "lister" makes them."""

from typing import Any

from tests.recordings.asking import Asker

_BY = "lister"


def lists(ask: Asker) -> None:
    """Making some, putting people on one, taking it away."""
    ask.do(f"POST /api/v1/accounts/{ask.id('other')}/follow", by=_BY)
    ask.do(f"POST /api/v1/accounts/{ask.id('quoter')}/unfollow", by=_BY)
    one, same = _made(ask)
    ask.ask("all", "all lists", "GET /api/v1/lists", by=_BY)
    ask.ask("show", "one list", f"GET /api/v1/lists/{one}", by=_BY)
    ask.ask("show.anothers", "another's list", f"GET /api/v1/lists/{one}", by="other")
    _added(ask, one)
    _taken_off(ask, one)
    ask.ask("update", "another title", f"PUT /api/v1/lists/{one}", by=_BY, json={"title": "Renamed"})
    ask.ask("delete", "a list", f"DELETE /api/v1/lists/{one}", by=_BY)
    ask.ask("delete.again", "again", f"DELETE /api/v1/lists/{one}", by=_BY)
    ask.do(f"DELETE /api/v1/lists/{same}", by=_BY)
    ask.do("PATCH /api/v1/accounts/update_credentials", by="locked", json={"locked": False})


def full(ask: Asker) -> None:
    """Fifty are there."""
    ask.owned().fill_lists(_BY, 50)
    ask.ask("create.51", "50 are there", "POST /api/v1/lists", by=_BY, json={"title": "One more"})
    ask.owned().fill_lists(_BY, 0)


def _made(ask: Asker) -> tuple[str, str]:
    rows: tuple[tuple[str, str, dict[str, Any]], ...] = (
        ("create", "a new list", {"title": "Friends"}),
        ("create.again", "the same title again", {"title": "Friends"}),
        ("create.empty", "an empty title", {"title": ""}),
        ("create.no_title", "no title", {}),
        ("create.256", "a title of 256 characters", {"title": "t" * 256}),
        ("create.257", "a title of 257 characters", {"title": "t" * 257}),
        (
            "create.all_fields",
            "exclusive, replies_policy",
            {"title": "All", "exclusive": True, "replies_policy": "none"},
        ),
        ("create.bad_policy", "a replies_policy that is none", {"title": "Bad", "replies_policy": "some"}),
    )
    made = [
        ask.ask(name, state, "POST /api/v1/lists", by=_BY, json=body).json() for name, state, body in rows
    ]
    return made[0]["id"], made[1]["id"]


def _added(ask: Asker, one: str) -> None:
    other, quoter, login = (ask.id(role) for role in ("other", "quoter", "login"))
    ask.do("PATCH /api/v1/accounts/update_credentials", by="locked", json={"locked": True})
    ask.do(f"POST /api/v1/accounts/{ask.id('locked')}/follow", by=_BY)
    ask.do(f"POST /api/v1/accounts/{login}/follow", by=_BY)
    rows = (
        ("add", "one whom I follow", [other]),
        ("add.again", "the same again", [other]),
        ("add.not_followed", "one whom I do not follow", [quoter]),
        ("add.unknown", "nobody", ["999"]),
        ("add.none", "an empty list", []),
        ("add.self", "myself", [ask.id(_BY)]),
        ("add.requested", "one whom I have asked to follow", [ask.id("locked")]),
        ("add.mixed", "one of two can't be added: is the other?", [login, quoter]),
    )
    for name, state, ids in rows:
        line = f"POST /api/v1/lists/{one}/accounts"
        ask.ask(name, state, line, by=_BY, json={"account_ids": ids})


def _taken_off(ask: Asker, one: str) -> None:
    other, where = ask.id("other"), f"/api/v1/lists/{one}/accounts"
    ask.ask("accounts", "who is on it, limit=0", f"GET {where}?limit=0", by=_BY)
    ask.ask("accounts.page", "who is on it, limit=1", f"GET {where}?limit=1", by=_BY)
    ask.ask("of_account", "on which lists somebody is", f"GET /api/v1/accounts/{other}/lists", by=_BY)
    query = {"account_ids[]": other}
    ask.ask("remove", "one who is on it", f"DELETE {where}", by=_BY, params=query)
    ask.ask("remove.again", "one who is not on it", f"DELETE {where}", by=_BY, params=query)
    ask.do(f"POST {where}", by=_BY, json={"account_ids": [other]})
    ask.do(f"POST /api/v1/accounts/{other}/unfollow", by=_BY)
    state = "who is on it after I no longer follow them"
    ask.ask("accounts.unfollowed", state, f"GET {where}?limit=0", by=_BY)
