"""A request, read as the servers read it: form, JSON or multipart, `name[]` and `name` alike."""

import json
import re
from urllib.parse import parse_qsl

import httpx

Values = dict[str, list[object]]


class Upload:
    """A file of a multipart body. Its bytes are looked at and not kept."""

    __slots__ = ("content", "mime", "name")

    def __init__(self, name: str, mime: str, content: bytes) -> None:
        self.name = name
        self.mime = mime
        self.content = content


class Call:
    """One request to the API."""

    __slots__ = ("files", "form", "headers", "key_was_checked", "method", "params", "path", "query")

    def __init__(self, request: httpx.Request, *, key_was_checked: bool = False) -> None:
        self.key_was_checked = key_was_checked  # when the request began, and it is carried out only now
        raw, _, self.query = request.url.raw_path.decode("ascii").partition("?")
        self.path = raw
        self.method = request.method
        # httpx looks headers up by a walk over all of them, and a simulation asks often
        self.headers = {name.decode().lower(): value.decode() for name, value in request.headers.raw}
        self.params = _pairs(self.query)
        self.form: Values = {}
        self.files: dict[str, Upload] = {}
        if request.method != "GET":
            self._read(request)

    @property
    def line(self) -> str:
        """What rate limits look at."""
        return f"{self.method} {self.path}?{self.query}" if self.query else f"{self.method} {self.path}"

    @property
    def token(self) -> str:
        """The bearer token, or nothing."""
        scheme, _, token = self.headers.get("authorization", "").partition(" ")
        return token if scheme.lower() == "bearer" else ""

    @property
    def key(self) -> str:
        return self.headers.get("idempotency-key", "")

    def text(self, name: str, default: str = "") -> str:
        """The last value of a field, or of the query's."""
        values = self.form.get(name) or self.params.get(name)
        return default if not values or values[-1] is None else str(values[-1])

    def flag(self, name: str) -> bool:
        return self.text(name).lower() in {"true", "1", "on"}

    def many(self, name: str) -> list[str]:
        return [str(value) for value in self.form.get(name) or self.params.get(name) or []]

    def things(self, name: str) -> list[dict[str, object]]:
        return [value for value in self.form.get(name, []) if isinstance(value, dict)]

    def gives(self, name: str) -> bool:
        return name in self.form

    def _read(self, request: httpx.Request) -> None:
        kind = self.headers.get("content-type", "")
        body = request.read()
        if kind.startswith("application/json"):
            self.form = {
                name: value if isinstance(value, list) else [value]
                for name, value in json.loads(body).items()
            }
        elif kind.startswith("application/x-www-form-urlencoded"):
            self.form = _pairs(body.decode())
        elif kind.startswith("multipart/form-data"):
            self._read_parts(body, kind)

    def _read_parts(self, body: bytes, kind: str) -> None:
        boundary = b"--" + _parameter(kind, "boundary").encode()
        for part in body.split(boundary)[1:-1]:
            head, _, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
            fields = {
                name.lower(): value
                for name, _, value in (line.partition(": ") for line in head.decode().split("\r\n"))
            }
            where = fields["content-disposition"]
            content = content.removesuffix(b"\r\n")
            if "filename=" in where:
                mime = fields.get("content-type", "application/octet-stream")
                self.files[_parameter(where, "name")] = Upload(_parameter(where, "filename"), mime, content)
            else:
                self.form.setdefault(_parameter(where, "name").removesuffix("[]"), []).append(
                    content.decode()
                )


def _pairs(query: str) -> Values:
    values: Values = {}
    if query:
        for name, value in parse_qsl(query, keep_blank_values=True):
            values.setdefault(name.removesuffix("[]"), []).append(value)
    return values


def _parameter(header: str, name: str) -> str:
    found = re.search(rf'[;\s]{name}="?([^";]*)', header)
    return found.group(1) if found else ""
