"""Replies, and whom a text mentions."""

from typing import Any

from tests.recordings.asking import STATUSES, Asker, one_after_another

_MARKUP = (
    "Hi @{other} & <b>you</b> #OneTag #123 #zwei_Tags #日本\n"
    "https://example.com/a/very/long/path/that/will/be/cut?with=query#and "
    "http://example.com plain.example/path (https://en.wikipedia.org/wiki/A_(b)) \"q\" 'a'\n\n\n"
    "second paragraph: x@example.org $CASH :blobcat:"
)
_EDGES = (
    *("x@{0}", "/@{0}", "=@{0}", "(@{0})", ".@{0}", "“@{0}”", "@{0}.", "@{0}_", "@{0}-x", "@{0}.x"),
    *("@{0}@nowhere.example", "_@{0}", "#@{0}", "@@{0}", "https://example.com/@{0}", "example.com/@{0}"),
    *("日本@{0}", "é@{0}", "\u200b@{0}", "@\u200b{0}", "@{0}'s", "@{0}@{1}:443", "*@{0}*", "-@{0}", "~@{0}"),
    *("&@{0}", "+@{0}", "\uff20{0}"),
)
_NO_HASHTAGS = "#-x #x-y a#b ##c #1 #1a #a_ #_ /#x https://example.com/#tag #a·b #ａ"
_SCRIPTS = (
    "https://münchen.example/straße https://example.com/日本 https://例え.テスト/ gopher://old.example/ "
    "magnet:?xt=urn:btih:abc xmpp:a@b.example"
)


def parents(ask: Asker) -> None:
    """What can be answered."""
    ask.do(f"POST /api/v1/accounts/{ask.id('other')}/unfollow")
    first = ask.make(status="The first of a thread")
    gone = ask.make(status="to be deleted")
    child = ask.make(status="its child", in_reply_to_id=gone["id"])
    ask.do(f"DELETE /api/v1/statuses/{gone['id']}")
    theirs = ask.make("other", status="By another")
    secret = ask.make("other", status="For followers only", visibility="private")
    rows: tuple[tuple[str, str, str, object], ...] = (
        ("own", "a reply to oneself", "second", first["id"]),
        ("unknown", "a reply to a post that never was", "reply", "999"),
        ("not_a_number", "in_reply_to_id is no number", "reply", "abc"),
        ("empty", "in_reply_to_id is empty", "reply to nothing", ""),
        ("null", "in_reply_to_id is null", "reply to null", None),
        ("deleted", "a reply to a post that was deleted", "reply", gone["id"]),
        ("anothers", "a reply to another's post, without a mention", "no mention", theirs["id"]),
        ("anothers_private", "a reply to a private post that I can't see", "reply", secret["id"]),
    )
    for name, state, text, parent in rows:
        ask.ask(name, state, STATUSES, json={"status": text, "in_reply_to_id": parent})
    ask.ask(
        "child_of_deleted",
        "a reply whose parent was deleted, a second later",
        f"GET /api/v1/statuses/{child['id']}",
    )
    boost = ask.do(f"POST /api/v1/statuses/{theirs['id']}/reblog").json()
    ask.ask(
        "boost",
        "a reply to my boost: it goes to what was boosted",
        STATUSES,
        json={"status": "to a boost", "in_reply_to_id": boost["id"]},
    )
    ask.do(f"POST /api/v1/statuses/{theirs['id']}/unreblog")


def blocked(ask: Asker) -> None:
    """A post of one who blocks me."""
    theirs = ask.make("blocker", status="By one who blocks me")
    ask.do(f"POST /api/v1/accounts/{ask.id('me')}/block", by="blocker")
    body = {"status": "reply", "in_reply_to_id": theirs["id"]}
    ask.ask("blocked_by_author", "a reply to one who blocks me", STATUSES, json=body)
    ask.ask("blocked_by_author.show", "a post of one who blocks me", f"GET /api/v1/statuses/{theirs['id']}")
    ask.do(f"POST /api/v1/accounts/{ask.id('me')}/unblock", by="blocker")


def mentions(ask: Asker) -> None:
    """Whom a text reaches, and `allowed_mentions`."""
    other, hi = ask.names["other"], f"Hi @{ask.names['other']}"
    rows: tuple[tuple[str, str, dict[str, Any]], ...] = (
        ("mention.local", "a mention of somebody of this server", {"status": f"{hi}!"}),
        ("mention.unknown", "a mention of nobody", {"status": "Hi @nobody_here and @nobody@far.example"}),
        ("mention.me", "a mention of myself", {"status": f"Me: @{ask.names['me']}"}),
        (
            "mention.twice",
            "the same mention twice, in two writings",
            {"status": f"@{other} @{other.upper()}@{ask.host}"},
        ),
        ("allowed.none", "allowed_mentions is an empty list", {"status": hi, "allowed_mentions": []}),
        (
            "allowed.them",
            "allowed_mentions names them",
            {"status": hi, "allowed_mentions": [ask.id("other")]},
        ),
        (
            "allowed.others",
            "allowed_mentions names somebody else",
            {"status": hi, "allowed_mentions": [ask.id("me")]},
        ),
        (
            "allowed.unneeded",
            "allowed_mentions without any mention",
            {"status": "Hi", "allowed_mentions": []},
        ),
    )
    one_after_another(rows, ask, STATUSES)
    form = {"status": hi, "allowed_mentions[]": ""}
    ask.ask("allowed.form", "allowed_mentions[]= in a form", STATUSES, data=form)


def edges(ask: Asker) -> None:
    """Signs around a name, a hashtag, a link."""
    other = ask.names["other"]
    markup = _MARKUP.format(other=other)
    ask.ask("html.all", "mentions, hashtags, links, markup", STATUSES, json={"status": markup})
    for number, edge in enumerate(_EDGES, 1):
        text = edge.format(other, ask.host)
        body = {"status": text, "visibility": "unlisted"}
        ask.ask(
            f"mention.edge.{number}",
            f"does {edge.format('them', 'here')!r} mention them?",
            STATUSES,
            json=body,
        )
    ask.ask("html.edge", "what is no hashtag", STATUSES, json={"status": _NO_HASHTAGS})
    ask.ask("html.idn", "links in other scripts", STATUSES, json={"status": _SCRIPTS})
