"""The people of the sample archive, on servers of their own that all answer at the sandbox's port.

Each server is known by its `Host` header, and speaks what a server is asked before somebody
is followed: WebFinger (RFC 7033), NodeInfo, and Mastodon's lookup of an account. One of
them copies tweets and has no people, and from one somebody has moved away.
"""

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import ASGIApp, Receive, Scope, Send


class Neighbour(Struct, frozen=True):
    """An account on another server. `twitter` is the handle that its profile names."""

    name: str
    host: str
    title: str
    bio: str
    twitter: str = ""
    moved_to: str = ""
    copies_tweets: bool = False


NEIGHBOURS = (
    Neighbour("tom", "garden.example", "Tom 🥖", "Bread, boats and a garden.", twitter="tom_example"),
    Neighbour("lea", "old.example", "Lea", "I have moved.", moved_to="lea@harbour.example"),
    Neighbour("lea", "harbour.example", "Lea ⚓", "By the sea, as ever.", twitter="lea_example"),
    Neighbour("kim", "quiet.example", "Kim", "Few words."),
    Neighbour("sam_example", "garden.example", "Sam", "Another Sam, who has never been on Twitter."),
    Neighbour(
        "noor_example",
        "birds.example",
        "Noor",
        "This account is a replica from Twitter. Its author can't see your replies.",
        twitter="noor_example",
        copies_tweets=True,
    ),
)


class Neighbourhood:
    """Answers for the neighbours' servers, and lets everything else through to the sandbox."""

    def __init__(self, app: "ASGIApp", neighbours: Iterable[Neighbour]) -> None:
        self._app = app
        self._people = {(one.host, one.name): one for one in neighbours}
        self._hosts = {host for host, _ in self._people}

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        from starlette.requests import Request
        from starlette.responses import JSONResponse

        request = Request(scope) if scope["type"] == "http" else None
        if request is None or request.url.hostname not in self._hosts:
            await self._app(scope, receive, send)
            return
        found = self._answer(request, str(request.url.hostname))
        answer = JSONResponse(found or {"error": "Not found"}, 200 if found else 404)
        await answer(scope, receive, send)

    def _answer(self, request: "Request", host: str) -> dict[str, object] | None:
        asked = request.query_params
        match request.url.path:
            case "/.well-known/webfinger":
                name = asked.get("resource", "").removeprefix("acct:").partition("@")[0]
                return _finger(host, name) if (host, name) in self._people else None
            case "/.well-known/nodeinfo":
                rel = "http://nodeinfo.diaspora.software/ns/schema/2.0"
                return {"links": [{"rel": rel, "href": f"https://{host}/nodeinfo/2.0"}]}
            case "/nodeinfo/2.0":
                copies = any(one.copies_tweets for one in self._people.values() if one.host == host)
                software = {"name": "birdsitelive" if copies else "mastodon", "version": "1"}
                return {"version": "2.0", "software": software, "protocols": ["activitypub"]}
            case "/api/v1/accounts/lookup":
                neighbour = self._people.get((host, asked.get("acct", "")))
                return _account(neighbour) if neighbour else None
        return None


def _finger(host: str, name: str) -> dict[str, object]:
    actor = {"rel": "self", "type": "application/activity+json", "href": f"https://{host}/users/{name}"}
    return {"subject": f"acct:{name}@{host}", "links": [actor]}


def _account(one: Neighbour) -> dict[str, object]:
    """https://docs.joinmastodon.org/entities/Account/ ."""
    address = f"https://twitter.com/{one.twitter}"
    link = f'<a href="{address}" rel="me">{address}</a>'
    label = "Official" if one.copies_tweets else "Twitter"
    account: dict[str, object] = {
        "acct": one.name,
        "url": f"https://{one.host}/@{one.name}",
        "display_name": one.title,
        "note": f"<p>{escape(one.bio)}</p>",
        "fields": [{"name": label, "value": link}] if one.twitter else [],
        "bot": one.copies_tweets,
        "last_status_at": "2026-03-01",
    }
    return account | ({"moved": {"acct": one.moved_to}} if one.moved_to else {})
