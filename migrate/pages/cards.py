"""Turn a plan into the cards of the page: the toots as they will be posted, and what is left out. Pure.

The toots come from the plan's own steps, so the page can't show anything else than
what is sent.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, tzinfo
from enum import StrEnum

from msgspec import Struct

from migrate.model import (
    Kind,
    Media,
    MediaKind,
    Plan,
    ProblemKind,
    Step,
    StepKey,
    Tweet,
    Visibility,
    minute_of,
    on_calendar,
)
from migrate.posts.convert import as_typed


class Absence(StrEnum):
    """The reason why a picture or video is not on the page."""

    DAMAGED = "damaged"
    TOO_BIG = "too_big"
    UNKNOWN_KIND = "unknown_kind"


class Place(Struct, frozen=True, gc=False):
    """The place where the page finds a file, or the reason why it doesn't."""

    address: str = ""
    absence: Absence | None = None


_NOTHING = Place()


class ShownMedia(Struct, frozen=True, omit_defaults=True, gc=False):
    """A picture or video: where the page finds it, or why it doesn't."""

    kind: MediaKind
    address: str = ""
    absence: Absence | None = None
    alt: str = ""
    width: int | None = None
    height: int | None = None


class Card(Struct, frozen=True, omit_defaults=True, gc=False):
    """A toot, or a tweet that is left out (then it has a `reason`).

    `id`, `below`, `quote` and `boost` are the ids of cards, words to a browser, whose
    numbers end at 2^53. `own_links` leads from addresses in the text to cards. `when`
    is by the author's clock, and without a time where the archive knows only the day.
    """

    id: str
    when: str
    kind: Kind
    text: str
    below: str | None = None
    warning: str = ""
    sensitive: bool = False
    language: str | None = None
    visibility: Visibility | None = None
    media: tuple[ShownMedia, ...] = ()
    own_links: dict[str, str] = {}
    quote: str | None = None
    boost: str | None = None
    notes: tuple[ProblemKind, ...] = ()
    reason: ProblemKind | None = None


class Cards(Struct, frozen=True):
    """Both lists of the page."""

    posted: Sequence[Card]
    left_out: Sequence[Card]


def make_cards(plan: Plan, find: Callable[[int], Tweet | None], places: Mapping[str, Place]) -> Cards:
    """Make the cards; `find` gives the plan's tweets by their ids, `places` say where the media files are."""
    notes = _notes(plan)
    zone = plan.policy.zone
    posted = [_toot_card(step, zone, places, notes) for step in _threads_together(plan.steps)]
    left_out = ((find(left.tweet_id), left.reason) for left in plan.left_out)
    return Cards(posted, [_left_out_card(tweet, reason, plan) for tweet, reason in left_out if tweet])


def _toot_card(
    step: Step,
    zone: tzinfo,
    places: Mapping[str, Place],
    notes: Mapping[str, tuple[ProblemKind, ...]],
) -> Card:
    toot, tweet_id = step.toot, step.key.tweet_id
    return Card(
        id=_card_id(step.key),
        when=_when(step.created_at, zone, has_time=step.has_time),
        kind=step.kind,
        text=toot.text,
        below=_card_id(step.parent) if step.parent else None,
        warning=toot.content_warning,
        sensitive=toot.sensitive,
        language=toot.language,
        visibility=toot.visibility,
        media=tuple([_shown(media, places) for media in toot.media]),
        own_links={link.url: _card_id(StepKey(link.tweet_id)) for link in toot.own_links},
        quote=_card_id(StepKey(toot.quote)) if toot.quote else None,
        boost=_card_id(StepKey(toot.boost)) if toot.boost else None,
        notes=notes.get(str(tweet_id), ()) if step.key.part == 0 else (),
    )


def _left_out_card(tweet: Tweet, reason: ProblemKind, plan: Plan) -> Card:
    """Show the tweet as it was typed, handles and all: it goes nowhere."""
    return Card(
        id=_card_id(StepKey(tweet.id)),
        when=_when(tweet.created_at, plan.policy.zone, has_time=tweet.has_time),
        kind=tweet.kind,
        text=as_typed(tweet, plan.owner),
        language=tweet.language,
        media=tuple([ShownMedia(media.kind, alt=media.alt) for media in tweet.media]),
        reason=reason,
    )


def _when(moment: datetime, zone: tzinfo, *, has_time: bool) -> str:
    written = minute_of(on_calendar(moment, zone, has_time=has_time))
    return written if has_time else written[:10]


def _shown(media: Media, places: Mapping[str, Place]) -> ShownMedia:
    place = places.get(media.file or "", _NOTHING)
    return ShownMedia(media.kind, place.address, place.absence, media.alt, media.width, media.height)


def _threads_together(steps: Sequence[Step]) -> list[Step]:
    """Keep the plan's order, but a thread together, also if its end came years later."""
    first: dict[StepKey, int] = {}
    for place, step in enumerate(steps):
        first[step.key] = first.get(step.parent, place) if step.parent else place
    return sorted(steps, key=lambda step: first[step.key])


def _notes(plan: Plan) -> dict[str, tuple[ProblemKind, ...]]:
    """Collect what there is to know about each tweet, by its id as a word."""
    notes: dict[str, tuple[ProblemKind, ...]] = {}
    for problem in plan.problems:
        earlier = notes.get(problem.where, ())
        if problem.kind not in earlier:
            notes[problem.where] = (*earlier, problem.kind)
    return notes


def _card_id(key: StepKey) -> str:
    return f"{key.tweet_id}-{key.part}"
