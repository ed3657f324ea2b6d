"""Which posts of the account are steps that the ledger doesn't know. Pure.

Another computer has made them, or a ledger that was lost, or is older than the account.
Ours are those that this program has written; where the server doesn't tell, the words must do.
Which of them is which is said by text and warning, files, parent, date, and by the time line:
posts stand on the account in the order of the plan, so two equal tweets stay two.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import product, starmap

from msgspec import Struct

from migrate.ledger.records import Record
from migrate.mastodon.login import APP_NAME
from migrate.mastodon.wire import Status
from migrate.model import Step, StepKey
from migrate.posts.replay.finding import (
    forms_of,
    same_but_date,
    same_second,
    squeezed,
    texts_of,
    without_date,
)

DISTINCT = 20
"""Letters of a text that nobody writes by chance a second time."""

NEAR = 10
"""Steps that may lie between two posts of ours, because a server would not take them."""

COMMON = 100
"""Steps from which on a word says nothing about any of them."""

FAR = 1 << 40
_LINK = re.compile(r"https?://\S+")
_WORD = re.compile(r"[^\W_]{4,}")


class Writer(StrEnum):
    """Who has written a post, as far as the server tells."""

    OURS = "ours"
    ANOTHER = "another"
    UNTOLD = "untold"


class Recognised(Struct, frozen=True):
    """A post, and the step that it is."""

    key: StepKey
    status: Status
    step: Step | None = None
    """None where an earlier run was cut off at it, and its plan was another one."""


class Recognition(Struct, frozen=True):
    """What the account's posts turned out to be; oldest first.

    The `undecided` were written by this program and are like a step, but not the same; the
    `missing` are posts that the ledger has, and the server has no longer.
    """

    found: tuple[Recognised, ...] = ()
    undecided: tuple[Status, ...] = ()
    missing: tuple[Record, ...] = ()


class _Shape(Struct, frozen=True):
    """What is known beforehand of the post that a step becomes."""

    place: int
    key: StepKey
    text: str
    warning: str
    media: int
    step: Step | None
    parent: StepKey | None
    links_change: bool
    pages: str = ""
    """The text, and what stands in the place of its files where they were refused."""

    def forms(self) -> Iterator[tuple[str, str]]:
        yield from forms_of(self.text, self.warning)
        if self.pages:
            yield self.pages, self.warning


def recognise(
    statuses: Sequence[Status],
    steps: Sequence[Step],
    begun: Iterable[Record],
    posted: Mapping[StepKey, str],
    *,
    names: frozenset[str] = frozenset({APP_NAME}),
    backdates: bool = False,
) -> Recognition:
    """Tell which of these posts, oldest first, are which of these steps.

    `steps` are those of which the ledger knows no post, in order, `posted` the others' ids on
    the server, and `names` are what the server calls this program.
    """
    shapes = [*map(_of_record, begun), *(_of_step(place, step) for place, step in enumerate(steps))]
    index, ids, at = _by_words(shapes), dict(posted), -1
    coming = _coming(statuses, index)
    found: list[Recognised] = []
    unknown: list[Status] = []
    for status, then in zip(statuses, coming, strict=True):
        writer = writer_of(status, names)
        like = {id(shape): shape for words in texts_of(status) for shape in index.get(_skeleton(words), ())}
        fitting = [
            (score, shape)
            for shape in like.values()
            if shape.key not in ids
            and _is_told(status, shape, writer, (at, then), backdates=backdates)
            and (score := _score(status, shape, ids))
        ]
        if fitting:
            _, best = max(fitting, key=lambda pair: (pair[0], pair[1].place > at, -pair[1].place))
            at, ids[best.key] = max(best.place, -1), status.id
            found.append(Recognised(best.key, status, best.step))
        elif writer is Writer.OURS:
            unknown.append(status)
    left = [step.toot.text for step in steps if step.key not in ids]
    return Recognition(tuple(found), tuple(_alike(unknown, left)))


def writer_of(status: Status, names: frozenset[str]) -> Writer:
    """Read who has written a post."""
    if status.application is None or not status.application.name:
        return Writer.UNTOLD
    return Writer.OURS if status.application.name in names else Writer.ANOTHER


def _of_step(place: int, step: Step) -> _Shape:
    toot = step.toot
    changes = bool(toot.own_links or toot.quote)
    all_pages = [media.page for media in toot.media]
    pages = "".join([toot.text, *dict.fromkeys(all_pages)] if toot.text else all_pages)
    count = len(toot.media)
    return _Shape(place, step.key, toot.text, toot.content_warning, count, step, step.parent, changes, pages)


def _of_record(record: Record) -> _Shape:
    body, media = record.body, record.body.get("media_ids")
    text, warning = str(body.get("status", "")), str(body.get("spoiler_text", ""))
    count = len(media) if isinstance(media, list) else 0
    return _Shape(-1, record.key, text, warning, count, None, None, links_change=False)


def _by_words(shapes: Iterable[_Shape]) -> dict[str, list[_Shape]]:
    index: dict[str, list[_Shape]] = {}
    for shape in shapes:
        for words in {_skeleton(text) for text, _ in shape.forms()}:
            index.setdefault(words, []).append(shape)
    return index


def _coming(statuses: Sequence[Status], index: Mapping[str, Sequence[_Shape]]) -> list[int]:
    """Find for each post the place of the next one that can only be one step; far away where none comes."""
    coming, place = [], -FAR
    for status in reversed(statuses):
        coming.append(place)
        for words in map(_skeleton, texts_of(status)):
            shapes = index.get(words, ())
            if len(words) >= DISTINCT and len(shapes) == 1:
                place = shapes[0].place
    return coming[::-1]


def _skeleton(text: str) -> str:
    """Leave of a text what no link and no time zone changes.

    An own link leads to a post whose address nobody knew before.
    """
    return squeezed(_LINK.sub("", without_date(text)))


def _is_told(
    status: Status, shape: _Shape, writer: Writer, around: tuple[int, int], *, backdates: bool
) -> bool:
    """Tell whether a post that looks like a step is one, by who wrote it, its date and its neighbours.

    `around` are the places of the posts before and behind it. A short text may be that of another
    tweet, which is not in this plan.
    """
    if shape.step is None:
        return writer is not Writer.ANOTHER
    if backdates:
        return status.created_at is not None and same_second(status.created_at, shape.step.created_at)
    if writer is Writer.ANOTHER or len(squeezed(shape.text)) >= DISTINCT:
        return writer is not Writer.ANOTHER
    if writer is Writer.UNTOLD:
        return shape.place == around[0] + 1
    return any(abs(shape.place - place) <= NEAR for place in around)


def _score(status: Status, shape: _Shape, ids: Mapping[StepKey, str]) -> tuple[bool, bool, bool] | None:
    """Weigh how well a post fits a step; None where it can't be it.

    Files may be fewer, because the server would not take them; a parent may be another, or gone.
    """
    warning = status.spoiler_text.strip()
    texts = list(texts_of(status))
    words = set(map(squeezed, texts))
    forms = [text for text, shown in shape.forms() if shown.strip() == warning]
    exact = any(squeezed(text) in words for text in forms)
    fits = exact or shape.links_change or any(starmap(same_but_date, product(texts, forms)))
    if not forms or not fits:
        return None
    count = len(status.media_attachments)
    parent = ids.get(shape.parent) if shape.parent else None
    replies = status.in_reply_to_id is not None
    if count > shape.media or (replies and shape.parent is None and shape.step is not None):
        return None
    return exact, status.in_reply_to_id == parent, count == shape.media


def _alike(unknown: Sequence[Status], texts: Sequence[str]) -> Iterator[Status]:
    """Yield the posts that share half of their rarer words with a step, or have too few to tell."""
    if not unknown or not texts:
        return
    spread: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        for word in _words(text):
            spread.setdefault(word, []).append(place)
    for status in unknown:
        telling = [
            word for word in _words("\n".join(texts_of(status))) if len(spread.get(word, ())) <= COMMON
        ]
        shared = Counter(place for word in telling for place in spread.get(word, ()))
        if not telling or (shared and max(shared.values()) * 2 >= len(telling)):
            yield status


def _words(text: str) -> set[str]:
    return set(_WORD.findall(_LINK.sub("", text).lower()))
