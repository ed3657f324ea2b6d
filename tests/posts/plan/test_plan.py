"""What is posted, in which order and below what; and what isn't, with its reason."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from migrate.model import (
    Kind,
    Limits,
    Link,
    Media,
    MediaKind,
    Origin,
    Owner,
    Plan,
    Policy,
    ProblemKind,
    Retweet,
    StepKey,
    Tweet,
)
from migrate.posts.plan import make_plan

ME = Owner("1", "me_example")
LIMITS = Limits()
NOON = datetime(2020, 5, 1, 12, 0, tzinfo=UTC)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
CAT = Media("1", MediaKind.PHOTO, "https://t.co/m", file="cat.jpg")
EVERYTHING = Policy(include=frozenset(Kind))


def tweet(number: int, text: str = "words", **told: object) -> Tweet:
    """A tweet of one's own; with `reply_to` a self-reply."""
    kind = Kind.SELF_REPLY if "reply_to" in told else Kind.TWEET
    known = {"likes": 0, "retweets": 0, "language": "en"}
    return Tweet(**{"id": number, "created_at": NOON, "text": text, "kind": kind} | known | told)


def reply(number: int, to: int = 7, **told: object) -> Tweet:
    return tweet(number, kind=Kind.REPLY, reply_to=to, reply_to_handle="bob_example", **told)


def retweet(number: int, of: Retweet = Retweet("bob_example")) -> Tweet:  # noqa: B008, a frozen value
    return tweet(number, "RT @bob_example: words", kind=Kind.RETWEET, retweet=of)


def plan_of(*tweets: Tweet, policy: Policy = Policy(), limits: Limits = LIMITS) -> Plan:  # noqa: B008
    return make_plan(tweets, ME, limits, policy)


def parents(plan: Plan) -> dict[int, int | None]:
    """What each tweet's first toot stands below."""
    return {
        step.key.tweet_id: step.parent and step.parent.tweet_id for step in plan.steps if step.key.part == 0
    }


def reasons(plan: Plan) -> dict[int, ProblemKind]:
    return {left.tweet_id: left.reason for left in plan.left_out}


def test_own_tweets_and_threads_by_default():
    """One's own tweets and threads are posted; replies and retweets are left out, with their reason."""
    plan = plan_of(tweet(10), tweet(11, reply_to=10), reply(12), retweet(13))

    assert parents(plan) == {10: None, 11: 10}
    assert reasons(plan) == {12: ProblemKind.REPLY_TO_OTHERS, 13: ProblemKind.RETWEET}


def test_replies_and_retweets_when_asked_for():
    """What is asked for is posted."""
    plan = plan_of(tweet(10), reply(12), retweet(13), policy=EVERYTHING)

    assert parents(plan) == {10: None, 12: None, 13: None}
    assert plan.left_out == ()


@pytest.mark.parametrize("kind", [Kind.TWEET, Kind.SELF_REPLY])
def test_kinds_that_were_not_chosen(kind: Kind):
    """Without one's own tweets, or without threads, they are left out as not chosen."""
    policy = Policy(include=frozenset({Kind.TWEET, Kind.SELF_REPLY}) - {kind})

    assert list(reasons(plan_of(tweet(10), tweet(11, reply_to=10), policy=policy)).values()) == [
        ProblemKind.NOT_CHOSEN
    ]


def test_self_replies_in_conversations():
    """A self-reply whose chain leads up to a reply to others is a part of that conversation."""
    conversation = [reply(10), tweet(11, reply_to=10), tweet(12, reply_to=11)]

    assert reasons(plan_of(*conversation)) == {
        10: ProblemKind.REPLY_TO_OTHERS,
        11: ProblemKind.IN_CONVERSATION,
        12: ProblemKind.IN_CONVERSATION,
    }
    assert parents(plan_of(*conversation, policy=EVERYTHING)) == {10: None, 11: 10, 12: 11}


def test_a_parent_that_the_archive_lacks():
    """A self-reply to a tweet that is gone is posted on its own, and its thread below it."""
    assert parents(plan_of(tweet(11, reply_to=3), tweet(12, reply_to=11))) == {11: None, 12: 11}


@pytest.mark.parametrize(
    "gone",
    [
        {"text": ""},
        {"origin": Origin.CIRCLE},
        {"created_at": NOON - DAY},
    ],
    ids=["empty", "circle", "before"],
)
def test_a_parent_that_is_left_out_hands_its_place_on(gone: dict[str, object]):
    """Replies to a tweet that isn't posted hang below the nearest one above that is."""
    plan = plan_of(
        tweet(10),
        tweet(11, reply_to=10, **gone),
        tweet(12, reply_to=11, **gone),
        tweet(13, reply_to=12),
        policy=Policy(since=NOON.date()),
    )

    assert parents(plan) == {10: None, 13: 10}


def test_branches():
    """A tweet can have several replies."""
    plan = plan_of(tweet(10), tweet(11, reply_to=10), tweet(12, reply_to=10), tweet(13, reply_to=11))

    assert parents(plan) == {10: None, 11: 10, 12: 10, 13: 11}


def test_replies_hang_below_the_last_part():
    """A long tweet's parts follow each other, and the reply follows them."""
    plan = plan_of(tweet(10, "word " * 30), tweet(11, reply_to=10), limits=Limits(characters=60))

    assert [(step.key, step.parent) for step in plan.steps] == [
        (StepKey(10, 0), None),
        (StepKey(10, 1), StepKey(10, 0)),
        (StepKey(10, 2), StepKey(10, 1)),
        (StepKey(11, 0), StepKey(10, 2)),
    ]


def test_a_very_long_thread():
    """Ten thousand replies, each to the one before."""
    thread = [tweet(10_000), *(tweet(number, reply_to=number - 1) for number in range(10_001, 20_000))]
    plan = plan_of(*thread)

    assert len(plan.steps) == 10_000
    assert plan.steps[-1].parent == StepKey(19_998)


def test_only_the_last_edit_is_posted():
    """Older versions are left out, and what answered them answers the last."""
    plan = plan_of(
        tweet(10, edited_into=12),
        tweet(11, reply_to=10, text="written before the last edit"),
        tweet(12, text="words, corrected", created_at=NOON + DAY),
        tweet(13, reply_to=12),
    )

    assert parents(plan) == {12: None, 11: 12, 13: 12}
    assert [step.key.tweet_id for step in plan.steps] == [12, 11, 13]
    assert reasons(plan) == {10: ProblemKind.OLD_EDIT}
    assert plan.steps[0].created_at == NOON


def test_the_last_edit_that_the_archive_has():
    """Where the last version is missing, the last one that is there is posted."""
    plan = plan_of(tweet(10, edited_into=12), tweet(11, "corrected", edited_into=12))

    assert reasons(plan) == {10: ProblemKind.OLD_EDIT}
    assert [step.toot.text for step in plan.steps] == ["corrected"]


def test_a_link_to_an_older_version():
    """It leads to the toot of the version that is posted."""
    link = Link(0, 14, "https://t.co/q", "https://twitter.com/me_example/status/10")
    plan = plan_of(tweet(10, edited_into=11), tweet(11), tweet(12, "https://t.co/q and more", links=(link,)))

    assert [own.tweet_id for own in plan.steps[-1].toot.own_links] == [11]


def test_since_and_until():
    """`since` is the first day that counts, `until` the last."""
    midnight = NOON.replace(hour=0)
    plan = plan_of(
        tweet(10, created_at=midnight - timedelta(seconds=1)),
        tweet(11, created_at=midnight),
        tweet(12, created_at=midnight + DAY - timedelta(seconds=1)),
        tweet(13, created_at=midnight + DAY),
        policy=Policy(since=NOON.date(), until=NOON.date()),
    )

    assert list(parents(plan)) == [11, 12]
    assert reasons(plan) == {10: ProblemKind.BEFORE, 13: ProblemKind.AFTER}


@pytest.mark.parametrize("origin", [Origin.COMMUNITY, Origin.CIRCLE, Origin.DELETED])
def test_private_and_deleted_tweets_stay_out(origin: Origin):
    """What was for few, or was taken back, is posted only when asked for."""
    few = tweet(10, origin=origin)

    assert reasons(plan_of(few)) == {10: ProblemKind(origin.value)}
    assert plan_of(few, policy=Policy(origins=frozenset(Origin))).left_out == ()


@pytest.mark.parametrize(
    ("policy", "kept", "reason"),
    [
        (Policy(filters={"min-likes": 5}), {"likes": 5}, ProblemKind.FEW_LIKES),
        (Policy(filters={"min-retweets": 1}), {"retweets": 2}, ProblemKind.FEW_RETWEETS),
        (Policy(filters={"only-media": True}), {"media": (CAT,)}, ProblemKind.WITHOUT_MEDIA),
        (Policy(filters={"language": ("fr",)}), {"language": "fr"}, ProblemKind.OTHER_LANGUAGE),
        (Policy(filters={"with-word": ("cat", "#dog")}), {"text": "My CAT."}, ProblemKind.WITHOUT_WORD),
        (Policy(filters={"without-word": ("words",)}), {"text": "sword"}, ProblemKind.WITH_WORD),
    ],
    ids=["likes", "retweets", "media", "language", "with", "without"],
)
def test_choosing(policy: Policy, kept: dict[str, object], reason: ProblemKind):
    """What was not asked for is left out, with the reason."""
    plan = plan_of(tweet(10), tweet(11, **kept), policy=policy)

    assert [step.key.tweet_id for step in plan.steps] == [11]
    assert reasons(plan) == {10: reason}


def test_a_content_warning_for_words():
    """It stands on every toot of the tweet, once, and fits in with the text."""
    policy = Policy(warnings=(("spider", "Animals"), ("snake", "Animals"), ("war", "Politics")))
    long = tweet(10, "A spider met a snake. " + "And then some. " * 9)
    plan = plan_of(long, tweet(11, "warm"), policy=policy, limits=Limits(characters=60))
    warnings = [step.toot.content_warning for step in plan.steps]

    assert set(warnings[:-1]) == {"Animals"}
    assert warnings[-1] == ""
    assert all(len(step.toot.text + step.toot.content_warning) <= 60 for step in plan.steps)


def test_a_tweet_that_says_nothing():
    """A tweet without words and media is left out as empty."""
    assert reasons(plan_of(tweet(10, ""))) == {10: ProblemKind.EMPTY}


def test_dates_never_stand_still():
    """Tweets and parts of one millisecond get dates that ascend; a real gap is left alone."""
    long = tweet(11, "words and words. " * 60)
    plan = plan_of(tweet(10), long, tweet(12), tweet(13, created_at=NOON + DAY))
    dates = [step.created_at for step in plan.steps]

    assert dates == sorted(set(dates))
    assert dates[-2] - NOON < timedelta(milliseconds=10)
    assert dates[-1] == NOON + DAY


def test_problems_of_conversion_are_passed_on():
    """What could not be converted whole is in the plan."""
    plan = plan_of(tweet(10, "https://t.co/lost"))

    assert [(problem.kind, problem.where) for problem in plan.problems] == [(ProblemKind.LINK_UNKNOWN, "10")]


def test_a_retweet_of_oneself_is_a_boost_if_the_tweet_is_posted():
    """The same retweet is a boost or a line, as its original is a toot or not."""
    mine = retweet(12, Retweet("me_example", "1", 10))

    def boosts(*tweets: Tweet) -> list[int | None]:
        return [step.toot.boost for step in plan_of(*tweets, policy=EVERYTHING).steps]

    assert boosts(tweet(10), mine) == [None, 10]
    assert boosts(mine) == [None]


def test_no_footer_inside_a_thread_of_one_day():
    """The date stands once a day in a thread, not on each of its toots."""
    plan = plan_of(
        tweet(10),
        tweet(11, reply_to=10),
        tweet(12, reply_to=11, created_at=NOON + DAY),
        tweet(13, reply_to=3),
        policy=Policy(footer="📅 {date}"),
    )

    assert ["📅" in step.toot.text for step in plan.steps] == [True, False, True, True]


BOSTON, TOKYO = ZoneInfo("America/New_York"), ZoneInfo("Asia/Tokyo")
NEW_YEAR = datetime(2020, 1, 1, 3, 30, tzinfo=UTC)
"""Half past ten in the evening in Boston; past noon in Tokyo."""


def days(*tweets: Tweet, **policy: object) -> list[str]:
    """The dates that stand below the posts; nothing, where there is none."""
    plan = plan_of(*tweets, policy=Policy(footer="{date}", **policy))
    return [step.toot.text.partition("\n\n")[2] for step in plan.steps]


def test_days_are_those_of_the_author():
    """The date below a post is that of the author's clock, and so are the days that are asked for."""
    evening = tweet(10, created_at=NEW_YEAR)

    assert days(evening, zone=BOSTON) == ["2019-12-31"]
    assert days(evening, zone=TOKYO) == ["2020-01-01"]
    assert days(evening, zone=BOSTON, until=date(2019, 12, 31)) == ["2019-12-31"]
    assert days(evening, zone=TOKYO, until=date(2019, 12, 31)) == []
    assert days(evening, zone=BOSTON, since=date(2020, 1, 1)) == []


def test_a_day_without_a_time_is_that_day_everywhere():
    """Classic archives know only the day of early tweets: no clock makes another of it."""
    early = tweet(10, created_at=NEW_YEAR.replace(hour=0, minute=0), has_time=False)

    assert days(early, zone=BOSTON, since=date(2020, 1, 1)) == ["2020-01-01"]
    assert days(early, zone=TOKYO, until=date(2020, 1, 1)) == ["2020-01-01"]


def test_a_thread_over_midnight():
    """One evening in Boston is two days in London: a day is said where it begins for the author."""
    thread = [tweet(10, created_at=NEW_YEAR - 4 * HOUR), tweet(11, reply_to=10, created_at=NEW_YEAR)]

    assert days(*thread, zone=BOSTON) == ["2019-12-31", ""]
    assert days(*thread, zone=UTC) == ["2019-12-31", "2020-01-01"]


@st.composite
def histories(draw: st.DrawFn) -> list[Tweet]:
    """A few years in small: tweets of all kinds, answering each other or what is gone."""
    tweets: list[Tweet] = []
    for number in range(100, 100 + draw(st.integers(0, 25))):
        above = draw(st.sampled_from([None, *range(99, number)]))
        others = draw(st.sampled_from([Kind.REPLY, Kind.RETWEET, Kind.TWEET]))
        text = draw(st.sampled_from(["", "short", "long " * 40]))
        edited = draw(st.sampled_from([None, None, None, number + 1, number + 2]))
        day = NOON + draw(st.integers(0, 3)) * DAY
        told = {"kind": others} if above is None else {"reply_to": above}
        tweets.append(tweet(number, text, created_at=day, edited_into=edited, **told))
    return tweets


@settings(deadline=None, max_examples=150)
@given(histories(), st.sets(st.sampled_from(list(Kind))), st.sampled_from([None, NOON.date() + DAY]))
def test_nothing_is_lost_and_order_holds(tweets: list[Tweet], kinds: set[Kind], since: date | None):
    """Each tweet is posted or left out, once; each step stands below an earlier one."""
    policy = Policy(include=frozenset(kinds), since=since)
    plan = plan_of(*tweets, policy=policy, limits=Limits(characters=60))
    posted = {step.key.tweet_id for step in plan.steps}
    left = [out.tweet_id for out in plan.left_out]
    places = {step.key: place for place, step in enumerate(plan.steps)}

    assert sorted([*posted, *left]) == [tweet.id for tweet in tweets]
    assert len(places) == len(plan.steps)
    for step in plan.steps:
        assert step.parent is None or places[step.parent] < places[step.key]
        assert step.key.part == 0 or step.parent == StepKey(step.key.tweet_id, step.key.part - 1)
    assert plan == plan_of(*tweets, policy=policy, limits=Limits(characters=60))
