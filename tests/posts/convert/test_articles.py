"""An article of the owner's is a title and a link, or with --articles its whole text."""

from datetime import UTC, datetime

from migrate.model import Article, Kind, Limits, Link, Owner, Policy, Tweet
from migrate.model import ProblemKind as P
from migrate.posts.convert import Conversion, convert

ME = Owner("1", "me_example")
ADDRESS = "http://x.com/i/article/1890000000000000000"
STORY = "Flour, water & salt. " * 60


def converted(article: Article, text: str = "", *, whole: bool = False) -> Conversion:
    """What becomes of a tweet with this text and a link to the article."""
    links = (Link(len(text), len(text) + 14, "https://t.co/1", ADDRESS),)
    moment = datetime(2025, 3, 5, tzinfo=UTC)
    tweet = Tweet(100, moment, f"{text}https://t.co/1", Kind.TWEET, links=links, article=article)
    return convert(tweet, ME, Limits(), Policy(articles=whole))


def test_its_title_stands_before_the_link() -> None:
    """A link to a page behind a login says nothing by itself. That there is a text is told."""
    conversion = converted(Article("How to bake", STORY), "New: ")

    assert [toot.text for toot in conversion.toots] == [f"New: How to bake\n{ADDRESS}"]
    assert [problem.kind for problem in conversion.problems] == [P.ARTICLE]


def test_a_title_that_is_there_already_is_not_said_twice() -> None:
    """People write it themselves."""
    (toot,) = converted(Article("How to bake", STORY), "How to bake ").toots

    assert toot.text == f"How to bake {ADDRESS}"


def test_the_whole_text_is_a_thread() -> None:
    """In the place of the link, as any other long text; nothing is left to tell."""
    conversion = converted(Article("How to bake", STORY), "New: ", whole=True)
    texts = [toot.text for toot in conversion.toots]

    assert len(texts) > 1
    assert " ".join(texts) == f"New: How to bake\n\n{STORY.strip()}"
    assert conversion.problems == ()


def test_nobody_is_called_by_an_article() -> None:
    """Its text passes the same last look as all others."""
    (toot,) = converted(Article("Thanks", "to @bob_example."), whole=True).toots

    assert toot.text == "Thanks\n\nto bob_example."


def test_without_a_text_the_link_stays() -> None:
    """There is nothing else to post, also with the switch; and that is told."""
    conversion = converted(Article("How to bake", ""), whole=True)

    assert [toot.text for toot in conversion.toots] == [f"How to bake\n{ADDRESS}"]
    assert [problem.kind for problem in conversion.problems] == [P.ARTICLE_LINK]
