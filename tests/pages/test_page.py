"""The document itself, without a browser: nothing in it can be mistaken for markup or run."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from types import ModuleType

import msgspec
import pytest

from migrate.model import Kind, Owner
from migrate.pages import matchwords, words
from migrate.pages.cards import Card, Cards
from migrate.pages.document import TEMPLATES
from migrate.pages.page import Page, make_page
from migrate.pages.years import Year

BAD = "</script><!--<script>&amp;\u2028\u2029"


def test_words_of_the_archive_stand_in_json_that_cannot_end_its_element() -> None:
    """No sign of HTML, and no line separator, in any of the JSON."""
    page = _page(Card("1-0", "2012-05-04", Kind.TWEET, BAD))
    blocks = re.findall(r'<script type="application/json" id="[\w-]+">(.*?)</script>', page, re.DOTALL)

    assert msgspec.json.decode(blocks[2])[0]["text"] == BAD
    assert not any(sign in block for block in blocks for sign in "<>&\u2028\u2029")


def test_names_are_escaped() -> None:
    """In the title, the heading and the description of the chart."""
    page = _page()

    assert "<title>Preview of @&lt;/script&gt;" in page
    assert "</script><!--" not in page


def test_the_policy_allows_the_network_nothing() -> None:
    """Files of this disk and the one script by its hash; no host, no other inline code."""
    policy = unescape(re.findall(r'Content-Security-Policy" content="(.*?)"', _page())[0])

    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert not re.search(r"https?:|unsafe|\*", policy)


def test_bars_are_drawn_with_what_they_mean() -> None:
    """A year is a button with its numbers in words."""
    page = _page()

    assert 'aria-label="2012: 3 to be posted, 1 left out"' in page
    assert '<rect class="posted" width="10" height="60.0" y="40.0"/>' in page


def _page(*cards: Card) -> str:
    owner = Owner("1", handle=BAD, name=BAD)
    years = (Year(2012, 3, 1, 60.0, 20.0),)
    return b"".join(make_page(Page(owner, "", Cards(cards, ()), years, backdates=False))).decode()


@pytest.mark.parametrize("template", sorted(TEMPLATES.list_templates(["html"])))
def test_every_page_says_which_language_it_is_in(template: str) -> None:
    """The words', which may be another one some day."""
    assert TEMPLATES.loader
    source, *_ = TEMPLATES.loader.get_source(TEMPLATES, template)

    assert '<html lang="{{ language }}">' in source


@pytest.mark.parametrize("module", [words, matchwords], ids=lambda module: module.__name__)
def test_people_read_post_and_never_toot(module: ModuleType) -> None:
    """Mastodon itself has said "post" since 2022."""
    assert not [text for text in _texts(_tables(module)) if "toot" in text.lower()]


def _tables(module: ModuleType) -> list[object]:
    return [value for name, value in vars(module).items() if name.isupper()]


def _texts(value: object) -> Iterator[str]:
    """Every text in the tables of words."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | tuple | list):
        for inner in value.values() if isinstance(value, Mapping) else value:
            yield from _texts(inner)
