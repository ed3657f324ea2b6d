"""What there is to choose from, and how many tweets were liked how often."""

from datetime import UTC, datetime

from migrate.model import Kind, Policy, Tweet
from migrate.posts.plan.contents import contents_of, liked

NOON = datetime(2020, 5, 1, 12, 0, tzinfo=UTC)
TWEETS = [
    Tweet(1, NOON.replace(year=2012), "Bread &amp; butter, https://t.co/bread", Kind.TWEET, likes=0),
    Tweet(2, NOON, "BREAD again @bread", Kind.TWEET, language="en", likes=7),
    Tweet(3, NOON, "Brot und Butter", Kind.SELF_REPLY, language="de", reply_to=2, likes=1),
    Tweet(4, NOON, "@bob butter", Kind.REPLY, language="en", likes=99),
    Tweet(5, NOON, "unknown", Kind.TWEET),
]


def test_years_languages_and_words() -> None:
    """Of what is posted, whatever the dates and filters; links and names are no words."""
    there = contents_of(TWEETS, Policy(filters={"language": ("fr",)}))

    assert there.years == {2012: 1, 2020: 3}
    assert there.languages == (("en", 1), ("de", 1))
    assert there.words == (("bread", 2), ("butter", 2), ("again", 1), ("unknown", 1))


def test_likes() -> None:
    """A thread goes by its best tweet, what is not known is not counted, and no number is said twice."""
    assert [(left.least, left.tweets) for left in liked(TWEETS, Policy())] == [(1, 2)]
