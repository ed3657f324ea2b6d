"""A plan as cards: threads together, the left-out as they were typed, notes where they belong."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import msgspec

from migrate.model import (
    Kind,
    LeftOut,
    Limits,
    Link,
    Media,
    MediaKind,
    Mention,
    Owner,
    Plan,
    Policy,
    Problem,
    ProblemKind,
    Step,
    StepKey,
    Toot,
    Tweet,
    Visibility,
)
from migrate.pages.album import Absence, Place
from migrate.pages.cards import Cards, make_cards
from migrate.pages.words import ABOUT, CHANGE, KINDS, PAGE, VISIBILITIES
from migrate.posts.plan import make_plan

OWNER = Owner("1", "ada_example")
FIRST = datetime(2012, 5, 4, 18, 30, tzinfo=UTC)


def test_a_thread_stays_together_however_late_its_end_came() -> None:
    """1 and 3 are a thread, 2 came in between."""
    cards = _posted(_step(1), _step(2), _step(3, parent=1))

    assert [card.id for card in cards.posted] == ["1-0", "3-0", "2-0"]
    assert cards.posted[1].below == "1-0"


def test_a_day_without_a_time_has_none_on_its_card() -> None:
    """Classic archives before November 2010 know only the day."""
    tweets = [_tweet(1, has_time=False), _tweet(2)]
    cards = _cards(*tweets)

    assert [card.when for card in cards.posted] == ["2012-05-04", "2012-05-04T18:32"]


def test_what_is_left_out_is_shown_as_it_was_typed() -> None:
    """Handles as they were, links opened, the link to its own picture gone, escapes undone."""
    text = "@bob_example 1 &lt; 2 https://t.co/a https://t.co/b"
    tweet = _tweet(
        1,
        text=text,
        kind=Kind.REPLY,
        mentions=(Mention(0, 12, "bob_example"),),
        links=(Link(22, 36, "https://t.co/a", "https://example.org/"),),
        media=(Media("9", MediaKind.PHOTO, "https://t.co/b", alt="A boat"),),
    )
    cards = _cards(tweet)

    (card,) = cards.left_out
    assert card.text == "@bob_example 1 < 2 https://example.org/"
    assert card.reason is ProblemKind.REPLY_TO_OTHERS
    assert [shown.alt for shown in card.media] == ["A boat"]


def test_every_tweet_is_on_one_of_the_two_lists() -> None:
    """Nothing is dropped in silence."""
    tweets = [_tweet(n, kind=kind) for n, kind in enumerate(Kind, 1)] + [_tweet(9, text="")]
    cards = _cards(*tweets)

    ids = {card.id for card in [*cards.posted, *cards.left_out]}
    assert ids == {f"{tweet.id}-0" for tweet in tweets}


def test_notes_are_on_the_first_toot_of_their_tweet_once() -> None:
    """Two dead links make one note; the second part of the tweet has none."""
    dead = Problem(ProblemKind.LINK_UNKNOWN, "1", "https://t.co/a")
    steps = (_step(1), Step(StepKey(1, 1), Toot("more"), FIRST, Kind.TWEET, parent=StepKey(1)))
    cards = make_cards(Plan(OWNER, steps, (), (dead, dead)), {}.get, {})

    assert [card.notes for card in cards.posted] == [(ProblemKind.LINK_UNKNOWN,), ()]


def test_a_picture_is_where_its_place_is_or_says_why_not() -> None:
    """From the archive's file name to the address on the page."""
    files = {"a.jpg": Place("media/x.jpg"), "b.jpg": Place(absence=Absence.DAMAGED)}
    media = tuple(Media(name, MediaKind.PHOTO, "", file=name) for name in files)
    cards = _posted(Step(StepKey(1), Toot("", media), FIRST, Kind.TWEET), places=files)

    (first, second) = cards.posted[0].media
    assert (first.address, first.absence) == ("media/x.jpg", None)
    assert (second.address, second.absence) == ("", Absence.DAMAGED)


def test_nothing_of_a_toot_gets_lost_on_the_way_to_the_page() -> None:
    """Warning, language, visibility, quote, boost and own links are in the JSON."""
    toot = Toot("text", (), "spoilers", sensitive=True, language="fr", visibility=Visibility.PRIVATE, quote=7)
    (card,) = _posted(Step(StepKey(1), toot, FIRST, Kind.TWEET)).posted

    assert msgspec.to_builtins(card) == {
        "id": "1-0",
        "when": "2012-05-04T18:30",
        "kind": "tweet",
        "text": "text",
        "warning": "spoilers",
        "sensitive": True,
        "language": "fr",
        "visibility": "private",
        "quote": "7-0",
    }


def test_there_are_words_for_everything() -> None:
    """Each reason, note, kind, visibility, medium and absence has its sentence."""
    kinds = list(ProblemKind)
    about_tweets = kinds[kinds.index(ProblemKind.REPLY_TO_OTHERS) :]

    assert set(about_tweets) <= ABOUT.keys()
    assert CHANGE.keys() <= ABOUT.keys()
    assert KINDS.keys() == set(Kind)
    assert VISIBILITIES.keys() == set(Visibility)
    assert {*MediaKind, *Absence} <= PAGE.keys()


def test_left_out_with_no_tweet_does_not_stop_the_page() -> None:
    """A plan that was read from a file may know of more than the archive has."""
    gone = LeftOut(5, FIRST, Kind.TWEET, ProblemKind.NOT_CHOSEN)

    assert make_cards(Plan(OWNER, (), (gone,)), {}.get, {}).left_out == []


def _cards(*tweets: Tweet) -> Cards:
    plan = make_plan(tweets, OWNER, Limits(), Policy())
    return make_cards(plan, {tweet.id: tweet for tweet in tweets}.get, {})


def _posted(*steps: Step, places: Mapping[str, Place] | None = None) -> Cards:
    return make_cards(Plan(OWNER, steps, ()), {}.get, places or {})


def _step(number: int, parent: int | None = None) -> Step:
    below = StepKey(parent) if parent else None
    return Step(StepKey(number), Toot(f"toot {number}"), FIRST, Kind.TWEET, parent=below)


def _tweet(number: int, **values: object) -> Tweet:
    usual = {"text": f"tweet {number}", "kind": Kind.TWEET, "created_at": FIRST + timedelta(minutes=number)}
    return Tweet(id=number, **{**usual, **values})
