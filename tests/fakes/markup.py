"""The HTML that Mastodon makes of a text (app/lib/text_formatter.rb)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from tests.fakes import entities
from tests.fakes.dialect import FakeDialect
from tests.fakes.entities import Entity

_PREFIX = re.compile(r"https?://(?:www\.)?|xmpp:")
_SHOWN = 30  # so many characters of a link


@dataclass(frozen=True, slots=True)
class Place:
    """The server, as its links need it: its address, and the names that it knows with theirs."""

    address: str
    people: Mapping[str, str]

    @property
    def host(self) -> str:
        return self.address.partition("://")[2]


def as_html(text: str, dialect: FakeDialect, place: Place) -> str:
    """Paragraphs and line breaks, with links, mentions and hashtags."""
    parts, end = [], 0
    for one in entities.found(text, dialect):
        parts += [_escaped(text[end : one.start]), _linked(one, place)]
        end = one.end
    html = "".join([*parts, _escaped(text[end:])]).strip()
    paragraphs = [paragraph.replace("\n", "<br />") for paragraph in re.split(r"\n{2,}", html) if paragraph]
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def link(url: str) -> str:
    """The protocol and the end of a long address are there, but not shown."""
    matched = _PREFIX.match(url)
    prefix = matched.group() if matched else ""
    shown, rest = url[len(prefix) :][:_SHOWN], url[len(prefix) :][_SHOWN:]
    return (
        f'<a href="{_escaped(url)}" target="_blank" rel="nofollow noopener" translate="no">'
        f'<span class="invisible">{_escaped(prefix)}</span>'
        f'<span class="{"ellipsis" if rest else ""}">{_escaped(shown)}</span>'
        f'<span class="invisible">{_escaped(rest)}</span></a>'
    )


def hashtags(text: str, dialect: FakeDialect) -> list[str]:
    """Under which a status is found, in lower case, once each (app/services/process_hashtags_service.rb)."""
    return list(dict.fromkeys(one.value.lower() for one in entities.hashtags(text, dialect)))


def _linked(one: Entity, place: Place) -> str:
    if one.kind == "link":
        return link(one.value)
    if one.kind == "hashtag":
        address = f"{place.address}/tags/{quote(one.value)}"
        return (
            f'<a href="{address}" class="mention hashtag" rel="tag">#<span>{_escaped(one.value)}</span></a>'
        )
    name, _, host = one.value.partition("@")
    key = name.lower() if host.lower() in {"", place.host} else one.value.lower()
    if key not in place.people:
        return f"@{_escaped(one.value)}"
    known = key.partition("@")[0]
    return (
        f'<span class="h-card" translate="no"><a href="{place.people[key]}" class="u-url mention">'
        f"@<span>{known}</span></a></span>"
    )


def _escaped(text: str) -> str:
    return escape(text, quote=True).replace("&#x27;", "&#39;")
