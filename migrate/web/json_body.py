"""The body of an answer as JSON: read as a shape, or told to be none, whatever a host puts into it."""

from typing import TypeVar

import msgspec

T = TypeVar("T")


class UnreadableBody(Exception):  # noqa: N818 - what was received, not a mistake
    """The body is cut off, no UTF-8, nested without end, or of another shape."""


def read_json(body: bytes, shape: type[T]) -> T:
    """Read a body as JSON of a shape. Raises UnreadableBody."""
    try:
        return msgspec.json.decode(body, type=shape, strict=False)
    except (msgspec.MsgspecError, ValueError, RecursionError) as e:
        raise UnreadableBody(str(e)) from e


def holds_json(body: bytes, shape: type[object] = object) -> bool:
    """Tell whether a body can be read as JSON of a shape; of any, where none is given."""
    try:
        read_json(body, shape)
    except UnreadableBody:
        return False
    return True
