"""The addresses on the fediverse that a text names.

What is taken out first is not looked at again: web addresses, then `@user@host`, then
what looks like mail. A handle that the text's end cut off is no handle: what stands
before `…` is left out, since Twitter cuts retweets there.
"""

import re
import unicodedata
from collections.abc import Iterator

from migrate.people.addresses.candidate import Candidate, Form
from migrate.people.addresses.forms import HOST, USER, from_acct, from_handle, from_mail_like, from_url

_CUT = "\x00"
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\x00\xad"))
_TRAILING = ".,;:!?)]}'\"»”’"

_WORTH_READING = re.compile(r"@(?:(?<=[\w./:-]@)|\S{1,90}@)|＠|://(?!t\.co/|(?:\w+\.)?(?:twitter|x)\.com/)")
"""Most texts name no address. This is asked of hundreds of thousands; it begins with plain signs, or it
would take as long as all the rest."""

_ACCT = re.compile(rf"(?:web\+)?acct:@?{USER}@{HOST}(?P<cut>{_CUT})?", re.IGNORECASE)
_URL = re.compile(
    rf"(?:(?:https?|web\+ap)://[^\s<>\"{_CUT}]+|(?<![\w@./-]){HOST}/[^\s<>\"{_CUT}]*@[^\s<>\"{_CUT}]*)(?P<cut>{_CUT})?",
    re.IGNORECASE,
)
_HANDLE = re.compile(
    rf"(?<![\w@/.:+-])@(?P<user>{USER})@(?P<host>{HOST})(?![\w@-]|:\d)(?P<cut>\.?{_CUT})?",
)
_MAIL_LIKE = re.compile(
    rf"(?<![\w@/.:+%=-])(?P<user>{USER})@(?P<host>{HOST})(?![\w@-]|:\S)(?P<cut>\.?{_CUT})?"
)
_ANNOUNCED = re.compile(r"🐘|masto|mstdn|fedi|\btoot|\btröt", re.IGNORECASE)
_MAIL = re.compile(
    r"[✉📧📩📨📬]|\be-?mail|\bmail\b|\bcontact|\binquir|\benquir|\bbusiness|\bbookings?\b", re.IGNORECASE
)
_NEAR = 24
"""Characters before an address in which a word about it counts."""


def addresses_in(text: str) -> tuple[Candidate, ...]:
    """Every address once, in the order of how plainly it is written."""
    if not _WORTH_READING.search(text):
        return ()
    found: dict[str, Candidate] = {}
    for candidate in _all_in(plain(text)):
        found.setdefault(candidate.address, candidate)
    return tuple(found.values())


def plain(text: str) -> str:
    """Without what makes two equal texts differ: styled letters, full-width signs, invisible characters."""
    parts = text.translate(_INVISIBLE).split("…")
    return _CUT.join(unicodedata.normalize("NFKC", part) for part in parts)


def _all_in(text: str) -> Iterator[Candidate]:
    text, accts = _take(_ACCT, text)
    text, urls = _take(_URL, text)
    text, handles = _take(_HANDLE, text)
    found = [from_acct(acct[0]) for acct in accts]
    found += [from_url(_url(match[0])) for match in urls]
    found += [from_handle(match["user"], match["host"], Form.STRONG) for match in handles]
    found += _mail_like(text)
    return (candidate for candidate in found if candidate)


def _take(form: re.Pattern[str], text: str) -> tuple[str, list[re.Match[str]]]:
    """The text without what has this form, and what had it and was not cut off."""
    whole = [match for match in form.finditer(text) if not match["cut"]]
    return form.sub(" \n ", text), whole


def _url(written: str) -> str:
    return re.sub(r"^web\+ap:", "https:", written, flags=re.IGNORECASE).rstrip(_TRAILING)


def _mail_like(text: str) -> Iterator[Candidate | None]:
    start = 0
    for match in _MAIL_LIKE.finditer(text):
        before = text[max(start, match.start() - _NEAR) : match.start()]
        start = match.end()
        if not (match["cut"] or _MAIL.search(before)):
            announced = _ANNOUNCED.search(before) is not None
            yield from_mail_like(match["user"], match["host"], announced=announced)
