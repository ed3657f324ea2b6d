"""Make the preview: one HTML document that loads nothing from the network and runs only its own script.

Words of the archive are in it in two ways: escaped by Jinja, and as JSON in elements
that no browser runs, from which the script takes them as text.
"""

from collections.abc import Iterator
from secrets import token_hex

import msgspec
from markupsafe import Markup, escape
from msgspec import Struct

from migrate.model import Owner
from migrate.pages import words
from migrate.pages.cards import Cards
from migrate.pages.document import TEMPLATES, own_files, policy
from migrate.pages.years import Year

MARK = '<meta name="generator" content="twitter-to-mastodon preview">'
"""Marks a page as ours, so that it may be written over."""

UNFINISHED = f"<!doctype html>{MARK}<p>{escape(words.PAGE['unfinished'])}</p>"
"""Stands in the page's place while pictures are copied."""

_FILES = "'self' file: data:"
"""'self' is enough for Chromium; to other browsers each file on disk is an origin of its own."""

_JSON_ESCAPES = {sign.encode(): f"\\u{ord(sign):04x}".encode() for sign in "<>&\u2028\u2029"}


class Page(Struct, frozen=True):
    """The content of the page.

    `avatar` is an address, empty where there is none; `zone` names the clock of its dates,
    and `server` that for which it was made, None for Mastodon's usual limits.
    """

    owner: Owner
    avatar: str
    cards: Cards
    years: tuple[Year, ...]
    backdates: bool
    zone: str = "UTC"
    server: str | None = None


def make_page(page: Page) -> Iterator[bytes]:
    """Make the document in pieces.

    The two lists, which are nearly all of it, are put into their places past the template
    engine, which would copy them several times.
    """
    script, style = own_files("cards.js", "feed.js", "page.js"), own_files("base.css", "page.css")
    posted, left_out = token_hex(), token_hex()
    document = TEMPLATES.get_template("page.html").render(
        mark=Markup(MARK),  # noqa: S704 - our own words
        policy=policy(style, script, f"img-src {_FILES}", f"media-src {_FILES}"),
        script=script,
        style=style,
        language=words.LANGUAGE,
        say=lambda name, **values: words.PAGE[name].format(**values),
        page=page,
        script_words=_markup(_script_words()),
        script_owner=_markup({"name": page.owner.name, "handle": page.owner.handle, "avatar": page.avatar}),
        posted=posted,
        left_out=left_out,
    )
    before, _, rest = document.partition(posted)
    between, _, after = rest.partition(left_out)
    yield before.encode()
    yield _json(page.cards.posted)
    yield between.encode()
    yield _json(page.cards.left_out)
    yield after.encode()


def _json(value: object) -> bytes:
    """Write JSON that means nothing to an HTML parser, wherever it stands."""
    encoded = msgspec.json.encode(value)
    for sign, written in _JSON_ESCAPES.items():
        encoded = encoded.replace(sign, written)
    return encoded


def _markup(value: object) -> Markup:
    return Markup(_json(value).decode())  # noqa: S704 - nothing in it can end the element or begin another


def _script_words() -> dict[str, object]:
    return {
        "page": words.PAGE,
        "kinds": words.KINDS,
        "visibilities": words.VISIBILITIES,
        "about": words.ABOUT,
        "change": words.CHANGE,
    }
