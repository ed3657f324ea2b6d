"""Twitter's three ways of printing JSON: ` : ` between key and value, `[ ]` and `{ }` for empty ones."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec

_AFTER_KEY = re.compile(rb'(?<!\\)": ')
_EMPTY_LIST = re.compile(rb"\[\](?=,?$)", re.MULTILINE)
_EMPTY_OBJECT = re.compile(rb"\{\}(?=,?$)", re.MULTILINE)
_SPECIAL = re.compile(r"[^ -~]|[/<>{}]")


def pretty(value: object) -> bytes:
    """Since summer 2021: every element on a line of its own.

    Inside a JSON string a quotation mark has a backslash before it, and there is
    no raw line break: none of the three patterns touches a text.
    """
    printed = msgspec.json.format(msgspec.json.encode(value), indent=2)
    return _EMPTY_OBJECT.sub(b"{ }", _EMPTY_LIST.sub(b"[ ]", _AFTER_KEY.sub(b'" : ', printed)))


def pretty_list(items: Iterable[Any]) -> Iterator[bytes]:
    """`pretty` for a list that is never in memory as a whole."""
    return _joined(items, lambda item: pretty([item])[2:-2], opening=b"[\n", between=b",\n", closing=b"\n]")


def inline(value: object, margin: str = "", scalar: Callable[[Any], str] | None = None) -> str:
    """Until spring 2021: lists go on in the line they begin in."""
    scalar = scalar or _raw
    inner = margin + "  "
    if isinstance(value, dict):
        fields = (f"{inner}{scalar(key)} : {inline(item, inner, scalar)}" for key, item in value.items())
        return "{\n" + ",\n".join(fields) + f"\n{margin}}}" if value else "{ }"
    if isinstance(value, list):
        return (
            "[ "
            + "".join(", ".join(inline(item, margin, scalar) for item in value) + " " * bool(value))
            + "]"
        )
    return scalar(value)


def inline_list(items: Iterable[Any]) -> Iterator[bytes]:
    """`inline` for a list that is never in memory as a whole."""
    return _joined(items, lambda item: inline(item).encode(), opening=b"[ ", between=b", ", closing=b" ]")


def ascii_inline(value: object) -> str:
    """The classic archive: `inline`, ASCII only, with tags and braces escaped as well."""
    return inline(value, scalar=_ascii)


def _raw(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _ascii(value: object) -> str:
    printed = json.dumps(value, ensure_ascii=False)
    return _SPECIAL.sub(_escaped, printed) if isinstance(value, str) else printed


def _escaped(found: re.Match[str]) -> str:
    if found[0] == "/":
        return r"\/"
    units = found[0].encode("utf-16-be").hex().upper()
    return "".join(rf"\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def _joined(
    items: Iterable[Any],
    write: Callable[[Any], bytes],
    *,
    opening: bytes,
    between: bytes,
    closing: bytes,
) -> Iterator[bytes]:
    before = opening
    for item in items:
        yield before + write(item)
        before = between
    yield closing if before == between else b"[ ]"
