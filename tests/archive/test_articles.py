"""The owner's articles find the tweets that lead to them."""

from pathlib import Path

import pytest

from migrate.model import Article, ProblemKind
from tests.archive.conftest import Read
from tests.fakes.archive import tweet, write_archive

NUMBER = "1890000000000000000"
LINKED = [{"text": "First paragraph"}, {"text": " "}, {"type": "atomic"}, {"text": "Second one"}]


@pytest.mark.parametrize("stem", ["article", "twitter-article"])
@pytest.mark.parametrize(
    "record",
    [
        {"id": NUMBER, "contentState": {"blocks": LINKED}},
        {"rest_id": int(NUMBER), "content_state": {"blocks": LINKED}},
        {"articleId": NUMBER, "plainText": "First paragraph\n\nSecond one"},
    ],
)
@pytest.mark.parametrize(
    "address", ["http://x.com/i/article/{}", "https://twitter.com/ada_example/article/{}"]
)
def test_an_article_goes_to_its_tweet(
    tmp_path: Path, read: Read, stem: str, record: dict[str, object], address: str
) -> None:
    """By its number in the link, whichever way its parts are named; its paragraphs stay apart."""
    made = [tweet("no article"), tweet(address.format(NUMBER))]
    others = {stem: [{"title": "My long article", **record}]}

    archive = read(write_archive(tmp_path / "a.zip", made, others=others))

    assert [one.article for one in archive.tweets] == [
        None,
        Article("My long article", "First paragraph\n\nSecond one"),
    ]
    assert archive.problems == ()


def test_an_article_that_no_tweet_leads_to_is_told(tmp_path: Path, read: Read) -> None:
    """It may be a draft, so it isn't posted; and nothing of it goes to another tweet."""
    others = {"article": [{"id": NUMBER, "title": "A draft"}]}

    archive = read(write_archive(tmp_path / "a.zip", [tweet("http://x.com/i/article/5")], others=others))

    assert [one.article for one in archive.tweets] == [None]
    assert [(p.kind, p.detail) for p in archive.problems] == [(ProblemKind.ARTICLE_WITHOUT_TWEET, "A draft")]


@pytest.mark.parametrize("odd", [{}, {"id": None, "title": 7, "contentState": {"blocks": "?"}}, {"id": [1]}])
def test_an_odd_article_costs_no_tweet(tmp_path: Path, read: Read, odd: dict[str, object]) -> None:
    """The shape of the file is not documented."""
    made = [tweet("http://x.com/i/article/5")]
    archive = read(write_archive(tmp_path / "a.zip", made, others={"article": [odd]}))

    assert len(archive.tweets) == 1
