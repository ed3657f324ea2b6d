"""Which posts of the account are steps that the ledger doesn't know. Pure.

Another computer has made them, or a ledger that was lost, or is older than the account.
Ours are those that this program has written; where the server doesn't tell, the words must do.
Which of them is which is said by text and warning, files, parent, date, and by the time line:
posts stand on the account in the order of the plan, so two equal tweets stay two.
"""

from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
from datetime import datetime
from enum import StrEnum
from itertools import product

from msgspec import Struct

from migrate.ledger.records import Record
from migrate.mastodon.login import APP_NAME
from migrate.mastodon.wire import Status
from migrate.model import Step, StepKey
from migrate.posts.replay.doubting import DISTINCT, Likeness, skeleton
from migrate.posts.replay.finding import forms_of, same_but_date, same_second, squeezed, texts_of

NEAR = 10
"""Steps that may lie between two posts of ours, because a server would not take them."""

FAR = 1 << 40


class Writer(StrEnum):
    """Who has written a post, as far as the server tells."""

    OURS = "ours"
    ANOTHER = "another"
    UNTOLD = "untold"
    UNSURE = "unsure"
    """The server tells a name, but not whether it is that of this program."""


class Recognised(Struct, frozen=True):
    """A post, and the step that it is."""

    key: StepKey
    status: Status
    step: Step | None = None
    """None where an earlier run was cut off at it, and its plan was another one."""


class Recognition(Struct, frozen=True):
    """What the account's posts turned out to be; oldest first.

    The `undecided` are like a step, and this program has written them, or may have; the
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
    all_names: bool = True,
    backdates: bool = False,
) -> Recognition:
    """Tell which of these posts, oldest first, are which of these steps.

    `steps` are those of which the ledger knows no post, in order, `posted` the others' ids on
    the server, and `names` are what the server calls this program; `all_names` if these are all.
    """
    shapes = [*map(_of_record, begun), *(_of_step(place, step) for place, step in enumerate(steps))]
    index, ids = _by_words(shapes), dict(posted)
    since = max((step.created_at for step in steps), default=None) if backdates else None
    written = [(status, writer_of(status, names, all_names=all_names)) for status in statuses]
    found = _told(written, index, ids, since)
    known = {one.status.id for one in found}
    rest = [(status, writer) for status, writer in written if status.id not in known]
    guessed = _guessed([status for status, writer in rest if writer is Writer.UNSURE], index, ids, since)
    like = Likeness([step.toot.text for step in steps if step.key not in ids])
    undecided = [one for one, writer in rest if one.id in guessed or _is_doubtful(one, writer, like)]
    return Recognition(tuple(found), tuple(undecided))


def writer_of(status: Status, names: frozenset[str], *, all_names: bool = True) -> Writer:
    """Read who has written a post."""
    if status.application is None or not status.application.name:
        return Writer.UNTOLD
    if status.application.name in names:
        return Writer.OURS
    return Writer.ANOTHER if all_names else Writer.UNSURE


def _told(
    written: Sequence[tuple[Status, Writer]],
    index: Mapping[str, Sequence[_Shape]],
    ids: MutableMapping[StepKey, str],
    since: datetime | None,
) -> list[Recognised]:
    """Recognise posts, and put them among the `ids` of those that are there."""
    found: list[Recognised] = []
    coming, at = _coming([status for status, _ in written], index), -1
    for (status, writer), then in zip(written, coming, strict=True):
        like = {id(shape): shape for words in texts_of(status) for shape in index.get(skeleton(words), ())}
        fitting = [
            (_has_date_of(status, shape, since), score, shape)
            for shape in like.values()
            if shape.key not in ids
            and _is_told(status, shape, writer, (at, then), since)
            and (score := _score(status, shape, ids))
        ]
        if fitting:
            *_, best = max(fitting, key=lambda one: (*one[:2], one[2].place > at, -one[2].place))
            at, ids[best.key] = max(best.place, -1), status.id
            found.append(Recognised(best.key, status, best.step))
    return found


def _guessed(
    unsure: Sequence[Status],
    index: Mapping[str, Sequence[_Shape]],
    ids: Mapping[StepKey, str],
    since: datetime | None,
) -> set[str]:
    """Find the posts that would be steps if this program had made them, where they are no chance.

    A single "Good morning" is; a row of short ones, as the plan has them, is not.
    """
    found = _told([(status, Writer.UNTOLD) for status in unsure], index, dict(ids), since)
    letters = sum(len(squeezed(one.step.toot.text)) for one in found if one.step)
    return {one.status.id for one in found} if letters >= DISTINCT else set()


def _is_doubtful(status: Status, writer: Writer, like: Likeness) -> bool:
    if writer is Writer.OURS:
        return like.is_like_ours(status)
    return writer is not Writer.ANOTHER and like.is_like_distinctly(status)


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
        for words in {skeleton(text) for text, _ in shape.forms()}:
            index.setdefault(words, []).append(shape)
    return index


def _coming(statuses: Sequence[Status], index: Mapping[str, Sequence[_Shape]]) -> list[int]:
    """Find for each post the place of the next one that can only be one step; far away where none comes."""
    coming, place = [], -FAR
    for status in reversed(statuses):
        coming.append(place)
        for words in map(skeleton, texts_of(status)):
            shapes = index.get(words, ())
            if len(words) >= DISTINCT and len(shapes) == 1:
                place = shapes[0].place
    return coming[::-1]


def _has_date_of(status: Status, shape: _Shape, since: datetime | None) -> bool:
    """Tell whether a post bears the date of the tweet: where a server keeps dates, that says it alone."""
    if since is None or status.created_at is None or shape.step is None:
        return False
    return same_second(status.created_at, shape.step.created_at)


def _is_told(
    status: Status, shape: _Shape, writer: Writer, around: tuple[int, int], since: datetime | None
) -> bool:
    """Tell whether a post that looks like a step is one, by who wrote it, its date and its neighbours.

    `around` are the places of the posts before and behind it. A short text may be that of another
    tweet, which is not in this plan. On a server that keeps dates, a post without that of its tweet
    was made after the newest tweet (`since`).
    """
    if shape.step is None:
        return writer is not Writer.ANOTHER
    if _has_date_of(status, shape, since):
        return True
    made_since = since is None or (status.created_at is not None and status.created_at > since)
    if writer in {Writer.ANOTHER, Writer.UNSURE} or not made_since:
        return False
    if len(squeezed(shape.text)) >= DISTINCT:
        return True
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
    moment = shape.step.created_at if shape.step else None
    alike = any(same_but_date(*pair, status.created_at, moment) for pair in product(texts, forms))
    fits = exact or alike or shape.links_change
    if not forms or not fits:
        return None
    count = len(status.media_attachments)
    parent = ids.get(shape.parent) if shape.parent else None
    replies = status.in_reply_to_id is not None
    if count > shape.media or (replies and shape.parent is None and shape.step is not None):
        return None
    return exact, status.in_reply_to_id == parent, count == shape.media
