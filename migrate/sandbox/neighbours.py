"""The people of the sample archive, on servers of their own that all answer at the sandbox's port.

Each server is known by its `Host` header, and answers what a server is asked before a person
is followed: WebFinger (RFC 7033), NodeInfo, and Mastodon's lookup of an account. One of
them copies tweets and has no people, and from another one a person has moved away.
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
    """An app that answers for the neighbours' servers, and lets everything else through to the sandbox."""

    def __init__(self, app: "ASGIApp", neighbours: Iterable[Neighbour]) -> None:
        self._app = app
        self._people = {(neighbour.host, neighbour.name): neighbour for neighbour in neighbours}
        self._hosts = {host for host, _ in self._people}

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        from starlette.requests import Request
        from starlette.responses import JSONResponse

        request = Request(scope) if scope["type"] == "http" else None
        if request is None or request.url.hostname not in self._hosts:
            await self._app(scope, receive, send)
            return
        content = self._answer(request, str(request.url.hostname))
        response = JSONResponse(content or {"error": "Not found"}, 200 if content else 404)
        await response(scope, receive, send)

    def _answer(self, request: "Request", host: str) -> dict[str, object] | None:
        asked = request.query_params
        match request.url.path:
            case "/.well-known/webfinger":
                name = asked.get("resource", "").removeprefix("acct:").partition("@")[0]
                return _webfinger(host, name) if (host, name) in self._people else None
            case "/.well-known/nodeinfo":
                rel = "http://nodeinfo.diaspora.software/ns/schema/2.0"
                return {"links": [{"rel": rel, "href": f"https://{host}/nodeinfo/2.0"}]}
            case "/nodeinfo/2.0":
                copies = any(person.copies_tweets for person in self._people.values() if person.host == host)
                software = {"name": "birdsitelive" if copies else "mastodon", "version": "1"}
                return {"version": "2.0", "software": software, "protocols": ["activitypub"]}
            case "/api/v1/accounts/lookup":
                neighbour = self._people.get((host, asked.get("acct", "")))
                return _account(neighbour) if neighbour else None
        return None


def _webfinger(host: str, name: str) -> dict[str, object]:
    actor = {"rel": "self", "type": "application/activity+json", "href": f"https://{host}/users/{name}"}
    return {"subject": f"acct:{name}@{host}", "links": [actor]}


def _account(neighbour: Neighbour) -> dict[str, object]:
    """Describe the account as Mastodon does (https://docs.joinmastodon.org/entities/Account/)."""
    address = f"https://twitter.com/{neighbour.twitter}"
    link = f'<a href="{address}" rel="me">{address}</a>'
    label = "Official" if neighbour.copies_tweets else "Twitter"
    account: dict[str, object] = {
        "acct": neighbour.name,
        "url": f"https://{neighbour.host}/@{neighbour.name}",
        "display_name": neighbour.title,
        "note": f"<p>{escape(neighbour.bio)}</p>",
        "fields": [{"name": label, "value": link}] if neighbour.twitter else [],
        "bot": neighbour.copies_tweets,
        "last_status_at": "2026-03-01",
    }
    return account | ({"moved": {"acct": neighbour.moved_to}} if neighbour.moved_to else {})
