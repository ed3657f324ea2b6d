"""How each budget is spent, and the first refusal of each. Only ever asked of a server on loopback."""

from collections.abc import Callable
from typing import Any

from tests.recordings.asking import STATUSES, Asker, later

_FORM = {"client_name": "probe", "redirect_uris": "urn:ietf:wg:oauth:2.0:oob", "scopes": "read"}
_VERIFY = "GET /api/v1/accounts/verify_credentials"


def registrations(ask: Asker) -> None:
    """5 in 10 minutes from one address."""
    ask.patient = False
    for n in range(1, 8):
        state = f"registration {n} of 5 in 10 minutes from one address"
        _maybe(ask, n, {1, 5, 6, 7}, f"apps.{n}", state, "POST /api/v1/apps", by=None, data=_FORM)
    ask.ask("apps.instance", "the same address asks for something else", "GET /api/v2/instance", by=None)


def requests(ask: Asker) -> None:
    """300 in 5 minutes with one token."""
    ask.patient = False
    token, other = ask.owned().token("me"), ask.owned().token("me")
    line, shown = "GET /api/v1/preferences", {1, 2, 299, 300, 301, 302}
    for n in range(1, 303):
        _maybe(
            ask, n, shown, f"token.{n}", f"request {n} of 300 in 5 minutes with one token", line, token=token
        )
    ask.ask("token.post", "a post with the same token", STATUSES, token=token, json={"status": "no"})
    files = {"file": ask.file("a.png")}
    ask.ask("token.media", "an upload with the same token", "POST /api/v2/media", token=token, files=files)
    form = {"token": "x"}
    ask.ask("token.oauth", "not under /api: revoking", "POST /oauth/revoke", token=token, data=form)
    ask.ask("token.other_token", "another token of the same account", line, token=other)
    ask.ask("token.verify", "verify_credentials with the spent token", _VERIFY, token=token)


def pages(ask: Asker) -> None:
    """300 with a cursor in 15 minutes by one account, whatever its token."""
    ask.patient = False
    tokens = ask.owned().token("me"), ask.owned().token("me")
    path = f"GET /api/v1/accounts/{ask.id('me')}/statuses?limit=1"
    for n in range(1, 303):
        state, shown = f"page {n} of 300 in 15 minutes, two tokens in turn", {1, 2, 299, 300, 301, 302}
        _maybe(ask, n, shown, f"pages.{n}", state, f"{path}&max_id=1", token=tokens[n % 2])
    ask.ask("pages.first_page", "a page without a cursor", path, token=tokens[1])


def uploads(ask: Asker) -> None:
    """30 in 30 minutes."""
    ask.patient = False
    files = {"file": ask.file("a.png")}
    for n in range(1, 33):
        state, shown = f"upload {n} of 30 in 30 minutes", {1, 2, 29, 30, 31, 32}
        _maybe(ask, n, shown, f"media.{n}", state, "POST /api/v2/media", files=files)
    ask.ask("media.v1", "the other endpoint", "POST /api/v1/media", files=files)
    ask.ask("media.show", "asking for a file", "GET /api/v1/media/999")


def deletions(ask: Asker) -> None:
    """30 in 30 minutes."""
    posts = [ask.make(status=f"to be deleted {n}")["id"] for n in range(33)]
    ask.patient = False
    for n, one in enumerate(posts[:32], 1):
        state, shown = f"deletion {n} of 30 in 30 minutes", {1, 2, 29, 30, 31, 32}
        _maybe(ask, n, shown, f"delete.{n}", state, f"DELETE /api/v1/statuses/{one}")
    line = f"POST /api/v1/statuses/{posts[32]}/unreblog"
    ask.ask("delete.unreblog", "unreblog counts as a deletion", line)
    ask.ask("delete.show", "what was not deleted", f"GET /api/v1/statuses/{posts[32]}")


def posts(ask: Asker) -> None:
    """300 in 3 hours by one account; four tokens, because each may ask 300 times in 5 minutes."""
    ask.patient = False
    tokens = [ask.owned().token("me") for _ in range(4)]
    last = ""
    for n in range(1, 303):
        state, shown = f"post {n} of 300 in 3 hours", {1, 2, 298, 299, 300, 301, 302}
        body = {"status": f"post number {n}"}
        answer = _maybe(ask, n, shown, f"posts.{n}", state, STATUSES, token=tokens[n // 200], json=body)
        last = answer.json().get("id", last)
    late = {"status": "later", "scheduled_at": later(ask.now, hours=5)}
    one = f"/api/v1/statuses/{last}"
    rows: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
        ("edit", "an edit", f"PUT {one}", {"json": {"status": "edited"}}),
        ("reblog", "a boost", f"POST {one}/reblog", {}),
        ("scheduled", "a post for later", STATUSES, {"json": late}),
        ("invalid", "a post that would be refused", STATUSES, {"json": {"status": "x" * 501}}),
        ("follow", "a follow", f"POST /api/v1/accounts/{ask.id('other')}/follow", {}),
        ("delete", "one is deleted", f"DELETE {one}", {}),
        ("after_delete", "is there room for another now?", STATUSES, {"json": {"status": "room?"}}),
    )
    for name, state, line, sent in rows:
        ask.ask(f"posts.{name}", state, line, token=tokens[2], **sent)


def follows(ask: Asker) -> None:
    """400 new ones in a day by one account, unfollowing in between; then what a follow costs that is none."""
    ask.patient = False
    tokens = [ask.owned().token("me") for _ in range(6)]
    do, other = f"POST /api/v1/accounts/{ask.id('quoter')}/{{}}".format, ask.id("other")
    ask.do(f"POST /api/v1/accounts/{other}/follow", token=tokens[0])
    ask.do(do("unfollow"), token=tokens[0])
    asked = 2  # one token may ask 300 times in 5 minutes
    for n in range(2, 403):
        state, shown = f"new follow {n} of 400 in a day", {2, 399, 400, 401, 402}
        answer = _maybe(ask, n, shown, f"follows.{n}", state, do("follow"), token=tokens[asked // 200])
        asked += 1
        if answer.status_code == 200 and n < 402:
            ask.do(do("unfollow"), token=tokens[asked // 200])
            asked += 1
    ask.ask("follows.post", "a post", STATUSES, token=tokens[5], json={"status": "still fine"})
    _without_any_left(ask, other)


def _without_any_left(ask: Asker, other: str) -> None:
    token, follow = ask.owned().token("me"), "POST /api/v1/accounts/{}/follow".format
    rows: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
        ("20.follow_again", "somebody who is followed already", follow(other), {"reblogs": False}),
        ("21.follow_locked", "somebody new", follow(ask.id("locked")), {}),
        ("22.follow_self", "oneself", follow(ask.id("me")), {}),
        ("24.unfollow", "unfollowing", f"POST /api/v1/accounts/{other}/unfollow", {}),
    )
    for name, state, line, body in rows:
        if name == "24.unfollow":
            ask.do("GET /api/v1/preferences", token=token)
        ask.ask(name, f"no follows are left; {state}", line, token=token, **({"json": body} if body else {}))


def books(ask: Asker) -> None:
    """What costs how much of the posts, by an account that has fewer left than its token has requests."""
    for n in range(40):
        ask.make(status=f"books {n}")
    ask.patient = False
    token = ask.owned().token("me")
    ask_about, key = _books(ask, token), {"Idempotency-Key": "books"}
    one = ask_about("1.post", "a post", STATUSES, {"status": "books a"}, headers=key)["id"]
    put, boost = f"PUT /api/v1/statuses/{one}", f"POST /api/v1/statuses/{one}/reblog"
    late = {"status": "later", "scheduled_at": later(ask.now, hours=5)}
    mention = {"status": f"@{ask.names['other']} books", "allowed_mentions": []}
    ask_about("2.too_long", "a post that is refused", STATUSES, {"status": "x" * 501})
    ask_about("3.blank", "a post that is refused", STATUSES, {"status": ""})
    ask_about(
        "4.no_parent", "a post that is refused with 404", STATUSES, {"status": "x", "in_reply_to_id": "999"}
    )
    ask_about("5.mention", "a post that allowed_mentions refuses", STATUSES, mention)
    ask_about("6.key_again", "the first one's key again", STATUSES, {"status": "x"}, headers=key)
    ask_about("7.edit", "an edit", put, {"status": "books b"})
    ask_about("8.edit_same", "an edit that changes nothing", put, {"status": "books b"})
    ask_about("9.edit_refused", "an edit that is refused", put, {"status": "x" * 501})
    ask_about("10.boost", "a boost", boost, {})
    ask_about("11.boost_again", "again", boost, {})
    ask_about("12.scheduled", "a post for later", STATUSES, late)
    ask_about("13.delete", "the first one is deleted", f"DELETE /api/v1/statuses/{one}", {})
    ask_about("14.post", "another post", STATUSES, {"status": "books c"})


def _books(ask: Asker, token: str) -> Callable[..., dict[str, Any]]:
    def ask_about(name: str, state: str, line: str, body: dict[str, Any], **more: Any) -> dict[str, Any]:
        sent = {"json": body} if body else {}
        answered: dict[str, Any] = ask.ask(name, state, line, token=token, **sent, **more).json()
        return answered

    return ask_about


def _maybe(ask: Asker, n: int, shown: set[int], name: str, state: str, line: str, **sent: Any) -> Any:
    """The n-th of many, kept when it is one of those that say something."""
    return ask.ask(name, state, line, **sent) if n in shown else ask.do(line, **sent)
