"""Finding people, following them, what stands between two accounts."""

from typing import Any

from tests.recordings.asking import Asker

_DO = "POST /api/v1/accounts/{}/{}".format


def follows(ask: Asker) -> None:
    """Following, in every way."""
    other, me, locked = ask.id("other"), ask.id("me"), ask.id("locked")
    ask.do(_DO(other, "unfollow"))
    ask.do(_DO(locked, "unfollow"))
    ask.do("PATCH /api/v1/accounts/update_credentials", by="locked", json={"locked": True})
    ask.do(_DO(me, "block"), by="blocker")
    ask.ask("relationships.none", "nothing between us", f"GET /api/v1/accounts/relationships?id[]={other}")
    rows: tuple[tuple[str, str, dict[str, Any]], ...] = (
        ("follow", "somebody of this server", {}),
        ("follow.again", "again, without boosts", {"reblogs": False}),
        ("follow.notify", "again, with notify", {"notify": True}),
        ("follow.languages", "again, with languages", {"languages": ["de", "en"]}),
        ("follow.languages_bad", "a language that is none", {"languages": ["xx-nothing"]}),
        ("follow.plain_again", "again, without any field", {}),
    )
    for name, state, body in rows:
        ask.ask(name, state, _DO(other, "follow"), **({"json": body} if body else {}))
    ask.ask("follow.self", "myself", _DO(me, "follow"))
    ask.ask("follow.locked", "a locked account", _DO(locked, "follow"))
    ask.ask("follow.locked_again", "again", _DO(locked, "follow"))
    ask.ask("follow.blocked_by", "one who blocks me", _DO(ask.id("blocker"), "follow"))
    ask.ask("follow.unknown", "nobody", _DO("999", "follow"))
    ask.do(_DO(ask.id("lister"), "block"))
    ask.ask("follow.blocking", "one whom I block", _DO(ask.id("lister"), "follow"))
    ask.ask("unblock", "taken back", _DO(ask.id("lister"), "unblock"))


def relationships(ask: Asker) -> None:
    """After those follows."""
    other, lister = ask.id("other"), ask.id("lister")
    everyone = [ask.id(role) for role in ("other", "locked", "blocker", "me", "lister")]
    rows = (
        ("many", "five, one of them oneself, one unknown", [f"id[]={one}" for one in [*everyone, "999"]]),
        (
            "order",
            "the same id twice, and a word",
            [f"id[]={lister}", f"id[]={other}", f"id[]={other}", "id[]=abc"],
        ),
        ("single", "id= instead of id[]=", [f"id={other}"]),
        ("empty", "no id", []),
        ("with_suspended", "with_suspended=true", ["with_suspended=true", f"id[]={other}"]),
    )
    for name, state, query in rows:
        path = "/api/v1/accounts/relationships" + ("?" + "&".join(query) if query else "")
        ask.ask(f"relationships.{name}", state, f"GET {path}")
    following = f"GET /api/v1/accounts/{ask.id('me')}/following?limit="
    ask.ask("following", "whom I follow", f"{following}1")
    ask.ask("following.all", "limit=80", f"{following}80")
    ask.ask("following.max_id", "the page after the end", f"{following}1&max_id=1")


def undone(ask: Asker) -> None:
    """Unfollowing, muting, blocking."""
    other, me = ask.id("other"), ask.id("me")
    ask.ask("unfollow", "somebody", _DO(other, "unfollow"))
    ask.ask("unfollow.again", "again", _DO(other, "unfollow"))
    ask.ask("unfollow.unknown", "nobody", _DO("999", "unfollow"))
    ask.ask("mute", "somebody", _DO(other, "mute"))
    wish = {"duration": 3600, "notifications": False}
    ask.ask("mute.duration", "for an hour, with notifications", _DO(other, "mute"), json=wish)
    ask.ask("unmute", "taken back", _DO(other, "unmute"))
    ask.ask("mute.self", "myself", _DO(me, "mute"))
    ask.ask("block", "somebody", _DO(other, "block"))
    ask.ask("block.again", "again", _DO(other, "block"))
    ask.ask("block.self", "myself", _DO(me, "block"))
    ask.ask("unblock.again", "taken back", _DO(other, "unblock"))
    for role in ("locked", "blocker"):
        ask.do("PATCH /api/v1/accounts/update_credentials", by=role, json={"locked": False})
    ask.do(_DO(me, "unblock"), by="blocker")


def found(ask: Asker) -> None:
    """Looking somebody up, and searching."""
    other, name, host = ask.id("other"), ask.names["other"], ask.host
    lookup, search = "GET /api/v1/accounts/lookup", "GET /api/v2/search?type=accounts&q="
    rows: tuple[tuple[str, str, str, str | None], ...] = (
        ("show", "somebody", f"GET /api/v1/accounts/{other}", "me"),
        ("show.by_nobody", "without a token", f"GET /api/v1/accounts/{other}", None),
        ("show.unknown", "nobody", "GET /api/v1/accounts/999", "me"),
        ("lookup", "a name", f"{lookup}?acct={name}", "me"),
        ("lookup.at", "@name@host, in capitals", f"{lookup}?acct=@{name.upper()}@{host}", "me"),
        ("lookup.unknown", "nobody", f"{lookup}?acct=nobody_here", "me"),
        ("lookup.elsewhere", "one whom the server never met", f"{lookup}?acct=anna@far.example", "me"),
        ("lookup.empty", "no name", lookup, "me"),
        ("search", "a name", f"{search}@{name}@{host}&limit=5&resolve=true", "me"),
        (
            "search.elsewhere",
            "a host that does not answer, resolve=true",
            f"{search}@anna@far.example&limit=5&resolve=true",
            "me",
        ),
        (
            "search.elsewhere.quiet",
            "the same with resolve=false",
            f"{search}@anna@far.example&limit=5&resolve=false",
            "me",
        ),
        ("search.empty", "no query", f"{search}", "me"),
        ("search.no_q", "q is missing", "GET /api/v2/search?type=accounts", "me"),
        ("search.url", "the address of a profile", f"{search}https://{host}/@{name}&resolve=true", "me"),
    )
    for case, state, line, by in rows:
        ask.ask(case, state, line, by=by)
