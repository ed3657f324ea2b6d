"""What stays of an exchange when everything is taken away that differs from day to day.

Ids become the name of the case in which they were seen first, so that "the same post as
before" can be read; accounts become their roles, the server's own name `<host>`, moments
`<time>`; of an answer's fields those stay that a client has a use for. Two servers that
do the same thing are the same text then.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tests.recordings.asking import Exchange

Case = dict[str, Any]

FIELDS = frozenset(
    name
    for line in (Path(__file__).parent / "fields.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for name in line.split()
)
_HEADERS = ("content-type", "retry-after", "deprecation")
_SHOWN = 4  # of a longer list of things so many are kept
_OF_A_SERVER = ("version", "configuration", "api_versions")
_COUNTED = {"options", "scheduled_at", "redirect_uris"}  # what has small numbers of its own
_SECRETS = frozenset({"client_id", "client_secret", "access_token"})
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*(?:Z|\+00:00)")
# a number; a ULID (gotosocial); a digest, with the moment before it or alone, or the moment alone (snac)
_ID = re.compile(r"(?<![\w.#:])(?:\d{4,}(?:\.\d{6})?|0[0-9A-HJKMNP-TV-Z]{25}|(?:\d{10})?[0-9a-f]{32})(?!\w)")
_PART = re.compile(r"/p/\d+\.\d+_(\d)$")  # a file of a status (snac)
_REPEATED = re.compile(r"(.{1,12}?)\1{29,}", re.DOTALL)
_CUT_LINK = re.compile(r'<span class="(?:invisible|ellipsis)?">(.*?)</span>')


class Plainer:
    """Makes the exchanges of one group plain; it remembers the ids that it has met."""

    def __init__(
        self, exchanges: Iterable[Exchange], names: Mapping[str, str], host: str, address: str = ""
    ) -> None:
        """`names` are those of accounts, and the roles that they play."""
        self._names, self._host, self._address = names, host, address or f"https://{host}"
        known = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
        self._in_text = re.compile(
            rf"(?<=[@/:])({known})(?!\w)|(?<=<span>)({known})(?=</span>)", re.IGNORECASE
        )
        self._ids: dict[str, str] = {}
        self._case, self._new = "", 0
        for exchange in exchanges:
            self._learn(exchange.body)

    def know(self, ids: Mapping[str, str]) -> None:
        """Ids of accounts, and their roles."""
        self._ids |= {account_id: f"<{role}>" for account_id, role in ids.items()}

    def __call__(self, exchange: Exchange, group: str) -> Case:
        self._case, self._new = exchange.name, 0
        path = self._text(exchange.path, "asked")
        body = self._value(exchange.body, "") if not isinstance(exchange.body, str) else None
        headers = {name: exchange.headers[name] for name in _HEADERS if name in exchange.headers}
        case: Case = {
            "name": f"{group}:{exchange.name}",
            "state": exchange.state,
            "asked": f"{exchange.method} {path}",
            "status": exchange.status,
            "headers": headers | self._links(exchange) | _budget(exchange, group),
        }
        return case | ({} if body is None else {"body": body})

    def _links(self, exchange: Exchange) -> dict[str, object]:
        found: dict[str, object] = {}
        for address, rel in re.findall(r'<([^>]*)>; rel="(\w+)"', exchange.headers.get("link", "")):
            query = {name: self._cursor(name, value) for name, value in parse_qsl(urlsplit(address).query)}
            found[f"link.{rel}"] = query
        if "location" in exchange.headers:
            where = urlsplit(exchange.headers["location"])
            query = {name: "<code>" if name == "code" else text for name, text in parse_qsl(where.query)}
            found["location"] = {"to": f"{where.netloc}{where.path}".replace(self._host, "<host>"), **query}
        if "www-authenticate" in exchange.headers:
            told = re.search(r'error="(\w+)"', exchange.headers["www-authenticate"])
            found["www-authenticate"] = told[1] if told else ""
        if "mastodon-async-refresh" in exchange.headers:
            found["mastodon-async-refresh"] = True
        return found

    def _cursor(self, name: str, value: str) -> str:
        """A small number stands for a follow, which nobody sees."""
        is_hidden = value.isdigit() and len(value) < 15 and name.endswith("_id") and value not in self._ids
        return "<cursor>" if is_hidden else self._text(value, f"link.{name}")

    def _learn(self, body: Any) -> None:
        if isinstance(body, list):
            for one in body:
                self._learn(one)
        elif isinstance(body, dict):
            if body.get("acct") in self._names and "id" in body:
                self._ids[body["id"]] = f"<{self._names[body['acct']]}>"
            for value in body.values():
                self._learn(value)

    def _value(self, value: Any, key: str) -> Any:
        if isinstance(value, list):
            shown = [self._value(one, key) for one in value[:_SHOWN] if not _is_more(one)]
            return shown + (
                ["…"]
                if len(value) > _SHOWN and isinstance(value[0], dict)
                else [self._value(one, key) for one in value[_SHOWN:]]
            )
        if isinstance(value, dict):
            if key in {"account", "accounts", "mentions", "unexpected_accounts"}:
                value = {name: value[name] for name in ("id", "acct") if name in value}
            if _COUNTED & value.keys():
                value = value | ({"id": "<number>"} if "id" in value else {})
            if "configuration" in value:
                value = {name: value[name] for name in _OF_A_SERVER if name in value}
            return {name: self._value(one, name) for name, one in value.items() if name in FIELDS}
        if key in _SECRETS and value:
            return f"<{key}>"
        if key == "created_at":
            return "<time>"
        return self._string(value, key) if isinstance(value, str) else value

    def _string(self, text: str, key: str) -> str:
        if text in self._names:
            return self._names[text]
        if key == "id" and (part := _PART.search(text)):
            return f"<file {part[1]}>"
        if key in {"url", "preview_url"} and re.search(r"/(media(_attachments|_proxy)?|fileserver|s)/", text):
            return "<file>"
        if key == "id" and _ID.fullmatch(text.zfill(4)) and text not in self._ids:
            self._ids[text] = self._named("")
        text = _REPEATED.sub(lambda run: f"{run[1]}×{len(run[0]) // len(run[1])}", text)
        return self._text(_CUT_LINK.sub(r"\1", text), key)

    def _text(self, text: str, key: str) -> str:
        text = _MOMENT.sub("<time>", text)
        text = text.replace(self._address, "<server>").replace(self._host, "<host>")
        text = self._in_text.sub(lambda name: self._names[name.group().lower()], text)
        if text in self._ids:
            return self._ids[text]
        return _ID.sub(lambda found: self._symbol(found.group(), key), text)

    def _symbol(self, number: str, key: str) -> str:
        if number not in self._ids:
            if len(number) < 15:
                return number
            self._ids[number] = self._named(key)
        return self._ids[number]

    def _named(self, key: str) -> str:
        """By the case in which it is met first, and its place there."""
        self._new += 1
        words = [self._case, *([key] if key else []), *([str(self._new)] if self._new > 1 else [])]
        return f"<{' '.join(words)}>"


def _is_more(one: Any) -> bool:
    return isinstance(one, dict) and set(one) == {"…"}


def _budget(exchange: Exchange, group: str) -> dict[str, object]:
    """Which limit an answer speaks of; where limits are what is asked about, also how much is left."""
    if "x-ratelimit-limit" not in exchange.headers:
        return {}
    limit = int(exchange.headers["x-ratelimit-limit"])
    if not group.startswith("limits"):
        return {"limit": limit}
    return {"limit": limit, "left": int(exchange.headers["x-ratelimit-remaining"])}
