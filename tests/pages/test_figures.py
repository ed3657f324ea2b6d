"""What an archive looks like in numbers."""

from datetime import UTC, datetime, timedelta, timezone

from migrate.model import Kind, Media, MediaKind, Note, Owner, Tag, Tweet
from migrate.pages.figures import Figures, make_figures

OWNER = Owner("1", "ada_example")
MONDAY = datetime(2012, 5, 7, 23, 30, tzinfo=UTC)


def test_years_count_kinds_and_leave_no_year_out() -> None:
    """2012 and 2014 have tweets; 2013 is there with nothing."""
    later = MONDAY.replace(year=2014)
    years = _figures(_tweet(1), _tweet(2, kind=Kind.RETWEET), _tweet(3, created_at=later)).years

    assert list(years.index) == [2012, 2013, 2014]
    assert years["tweet"].tolist() == [1, 0, 1]
    assert years["retweet"].tolist() == [1, 0, 0]
    assert years.to_numpy().sum() == 3


def test_hours_and_weekdays_are_those_of_the_clock_on_the_wall() -> None:
    """Monday 23:30 in UTC is Tuesday 1:30 two hours further east."""
    east = timezone(timedelta(hours=2))
    figures = make_figures([_tweet(1)], OWNER, east)

    assert figures.hours["tweets"].idxmax() == 1
    assert figures.weekdays["tweets"].tolist() == [0, 1, 0, 0, 0, 0, 0]


def test_a_day_without_a_time_has_no_hour() -> None:
    """It counts for its year and for nothing else."""
    figures = _figures(_tweet(1, has_time=False))

    assert figures.hours["tweets"].sum() == figures.weekdays["tweets"].sum() == 0
    assert figures.years["tweet"].tolist() == [1]


def test_hashtags_are_one_in_any_spelling_and_once_a_tweet() -> None:
    """#Garden is #garden; the usual spelling is shown; cashtags and retweets don't count."""
    twice = _tweet(1, tags=(Tag(0, 7, "#Garden"), Tag(8, 15, "#Garden"), Tag(16, 20, "$EXM")))
    long = _tweet(2, note=Note("#garden", tags=(Tag(0, 7, "#garden"),)))
    again = _tweet(3, tags=(Tag(0, 7, "#Garden"),))
    repeated = _tweet(4, kind=Kind.RETWEET, tags=(Tag(0, 5, "#news"),))
    hashtags = _figures(twice, long, again, repeated).hashtags

    assert hashtags["tweets"].to_dict() == {"#Garden": 3}


def test_people_are_those_one_replied_to_whatever_their_name_was() -> None:
    """The id decides; oneself is not among them."""
    to_bob = _tweet(1, kind=Kind.REPLY, reply_to_user="7", reply_to_handle="bob")
    renamed = _tweet(2, kind=Kind.REPLY, reply_to_user="7", reply_to_handle="bobby")
    again = _tweet(3, kind=Kind.REPLY, reply_to_user="7", reply_to_handle="bobby")
    to_self = _tweet(4, kind=Kind.SELF_REPLY, reply_to_user="1", reply_to_handle="ada_example")
    people = _figures(to_bob, renamed, again, to_self).people

    assert people["tweets"].to_dict() == {"@bobby": 3}


def test_media_are_counted_there_and_missing() -> None:
    """What the archive has, and what it lacks."""
    there = Media("1", MediaKind.PHOTO, "", file="a.jpg")
    missing = Media("2", MediaKind.PHOTO, "")
    media = _figures(_tweet(1, media=(there, missing, missing))).media

    assert media.loc["photo"].to_dict() == {"there": 1, "missing": 2}


def test_an_archive_without_tweets_has_empty_tables() -> None:
    """Nothing to draw is nothing to trip over."""
    figures = _figures()

    assert figures.years.empty
    assert figures.hashtags.empty
    assert set(figures.tables()) == {"years", "hours", "weekdays", "hashtags", "people", "media"}


def _figures(*tweets: Tweet) -> Figures:
    return make_figures(tweets, OWNER)


def _tweet(number: int, **values: object) -> Tweet:
    usual = {"text": "text", "kind": Kind.TWEET, "created_at": MONDAY}
    return Tweet(id=number, **{**usual, **values})
