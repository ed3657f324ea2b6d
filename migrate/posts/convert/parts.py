"""The texts of a tweet's toots: within the limit, numbered if wished, the footer on the last."""

from msgspec import Struct

from migrate.model import Limits
from migrate.posts.convert.length import fits, length
from migrate.posts.convert.mentions import disarm
from migrate.posts.convert.split import split

_LOCAL_ONLY = ("👁", "👁\ufe0f")
_WORD_JOINER = "\u2060"


class Room(Struct, frozen=True, gc=False):
    """What a part may hold, as the server counts it."""

    limits: Limits
    most: int

    def holds(self, text: str) -> bool:
        return fits(text, self.limits, self.most)

    def without(self, characters: int) -> "Room":
        """A smaller room; never so small that nothing would go in."""
        return Room(self.limits, max(self.most - characters, 1))


def parts(
    text: str,
    footer: str,
    more: int,
    room: Room,
    *,
    numbering: bool,
    wanted: frozenset[str] = frozenset(),
) -> list[str]:
    """One text for each toot; `more` of them at the end hold only media, and `wanted` mentions stay.

    A footer that would not even fit alone is left off.
    """
    whole = _joined(text, footer) if footer else text
    if not more and room.holds(whole):
        return [_finished(whole, room, wanted)]
    if not room.holds(footer):
        footer = ""
    texts = _parts(text, footer, more, room)
    if numbering and len(texts) > 1:
        mark = f" ({2 * len(texts)}/{2 * len(texts)})"
        texts = _parts(text, footer, more, room.without(len(mark)))
        texts = [f"{part} ({i}/{len(texts)})".strip() for i, part in enumerate(texts, 1)]
    return [_finished(part, room, wanted) for part in texts]


def _parts(text: str, footer: str, more: int, room: Room) -> list[str]:
    texts = _pieces(text, room) + [""] * more
    if footer and not room.holds(_joined(texts[-1], footer)):
        rest = _pieces(texts.pop(), room.without(length(footer, room.limits) + 2))
        texts += rest if room.holds(_joined(rest[-1], footer)) else [*rest, ""]
    if footer:
        texts[-1] = _joined(texts[-1], footer)
    return texts


def _pieces(text: str, room: Room) -> list[str]:
    return [piece.strip() for piece in split(text, room.holds) if not piece.isspace()]


def _joined(text: str, footer: str) -> str:
    return f"{text}\n\n{footer}" if text else footer


def _finished(text: str, room: Room, wanted: frozenset[str]) -> str:
    """The last look at what will be posted.

    A cut through a very long link can leave an @ where it wasn't harmful before. And
    glitch-soc keeps a post that ends with an eye from leaving the server
    (app/models/status.rb `marked_local_only?`).
    """
    if "@" in text:
        safe = disarm(text, wanted)
        text = safe if room.holds(safe) else text.replace("@", "＠")
    if text.endswith(_LOCAL_ONLY) and room.holds(text + _WORD_JOINER):
        return text + _WORD_JOINER
    return text
