"""Join the texts of articles to the tweets that are a link to them.

Twitter documents no shape for `article.js`. What it gives to programs has a title, and the text
as paragraphs (blocks, as Draft.js calls them) or in one piece
(github.com/afar1/fieldtheory-cli/pull/119); names are written in either of two ways.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct, field, structs

from migrate.archive.layout import ARTICLE_FILES, Export
from migrate.archive.problems import Problems
from migrate.archive.records import Records, Shape
from migrate.archive.store import TweetStore
from migrate.model import Article, ProblemKind, Tweet, article_id


class WrappedArticle(Struct, frozen=True):
    """An item of article.js, or of twitter-article.js."""

    article: dict[str, Any] = {}
    former: dict[str, Any] = field(name="twitterArticle", default={})


def join_articles(exports: Sequence[Export], tweets: TweetStore, problems: Problems) -> None:
    """Give each article to the tweets that lead to it, and tell of those to which none does."""
    articles: dict[str, Article] = {}
    for record in _records(exports, problems):
        number = str(_first(record, "id", "articleId", "article_id", "rest_id"))
        articles.setdefault(number, _article_of(record))
    if not articles:
        return
    joined: set[str] = set()
    for tweet in list(tweets):
        for number in _led_to(tweet):
            if (article := articles.get(number)) and (article.title or article.text):
                tweets.put(structs.replace(tweet, article=article))
                joined.add(number)
    for number, article in articles.items():
        if number not in joined:
            problems.add(ProblemKind.ARTICLE_WITHOUT_TWEET, number, article.title[:60])


def _records(exports: Iterable[Export], problems: Problems) -> Iterable[Mapping[str, Any]]:
    shapes = (Shape(WrappedArticle),)
    for export in exports:
        for stem in ARTICLE_FILES:
            for name in export.files.get(stem, ()):
                for record in Records(export.container, name, shapes, problems):
                    yield record.article or record.former


def _led_to(tweet: Tweet) -> Iterable[str]:
    addresses = (link.target for link in (tweet.note or tweet).links if link.target)
    return filter(None, map(article_id, addresses))


def _article_of(record: Mapping[str, Any]) -> Article:
    title, whole = _first(record, "title"), _first(record, "plainText", "plain_text", "text")
    content = _first(record, "contentState", "content_state")
    text = whole if isinstance(whole, str) else _in_paragraphs(content)
    return Article(title.strip() if isinstance(title, str) else "", text.strip())


def _in_paragraphs(content: object) -> str:
    blocks = content.get("blocks") if isinstance(content, dict) else None
    texts = [block.get("text") for block in blocks or () if isinstance(block, dict)]
    return "\n\n".join(text.strip() for text in texts if isinstance(text, str) and text.strip())


def _first(record: Mapping[str, Any], *names: str) -> Any:
    return next((value for name in names if (value := record.get(name))), None)
