"""The addresses on the fediverse that a text names.

A text is prose: something in it is an address only where it is plainly written as one, or
where the words before it say so. What is taken out first is not looked at again: web addresses,
then `@user@host`, then what looks like mail. A handle that the text's end cut off is no
handle: what stands before `…` is left out, since Twitter cuts retweets there.
"""

import re
from collections.abc import Iterator

from msgspec import structs

from migrate.people.addresses.candidate import Candidate, Form
from migrate.people.addresses.forms import read_address
from migrate.people.addresses.grammar import CUT, HOST, NAME, unstyled

_TRAILING = ".,;:!?)]}'\"»”’"

_WORTH_READING = re.compile(r"@(?:(?<=[\w./:-]@)|\S{1,90}@)|＠|://(?!t\.co/|(?:\w+\.)?(?:twitter|x)\.com/)")
"""Most texts name no address. This is asked of hundreds of thousands; it begins with plain signs, or it
would take as long as all the rest."""

_ACCT = re.compile(rf"(?P<whole>(?:web\+)?acct:@?{NAME}@{HOST})(?P<cut>{CUT})?", re.IGNORECASE)
_URL = re.compile(
    rf"(?P<whole>(?:https?|web\+ap)://[^\s<>\"{CUT}]+"
    rf"|(?<![\w@./-]){HOST}/[^\s<>\"{CUT}]*@[^\s<>\"{CUT}]*)(?P<cut>{CUT})?",
    re.IGNORECASE,
)
_HANDLE = re.compile(rf"(?<![\w@/.:+-])(?P<whole>@{NAME}@{HOST})(?![\w@-]|:\d)(?P<cut>\.?{CUT})?")
_MAIL_LIKE = re.compile(
    rf"(?<![\w@/.:+%=-])(?P<whole>(?!-)(?P<name>{NAME})@{HOST})(?![\w@-]|:\S)(?P<cut>\.?{CUT})?"
)
_ANNOUNCED = re.compile(r"🐘|masto|mstdn|fedi|\btoot|\btröt", re.IGNORECASE)
_MAIL = re.compile(
    r"[✉📧📩📨📬]|\be-?mail|\bmail\b|\bcontact|\binquir|\benquir|\bbusiness|\bbookings?\b", re.IGNORECASE
)
_ROLES = re.compile(
    r"admin|bookings?|business|contact|editor|git|hello|help|hi|info|jobs|mail|media|news|newsletter|no-?reply"
    r"|office|podcast|postmaster|press|pr|sales|studio|submissions|support|team|tips|webmaster",
    re.IGNORECASE,
)
"""The names before the @ of a firm's mail addresses."""

_NEAR = 24
"""Characters before an address in which a word about it counts."""


def addresses_in(text: str) -> tuple[Candidate, ...]:
    """Read every address once, in the order of how plainly it is written."""
    if not _WORTH_READING.search(text):
        return ()
    found: dict[str, Candidate] = {}
    for candidate in _all_in(unstyled(text)):
        found.setdefault(candidate.address, candidate)
    return tuple(found.values())


def _all_in(text: str) -> Iterator[Candidate]:
    written: list[str] = []
    for form in (_ACCT, _URL, _HANDLE):
        text, words = _take(form, text)
        written += words
    for word in written:
        found = read_address(word.rstrip(_TRAILING))
        if isinstance(found, Candidate) and found.form is not Form.DOUBTFUL:
            yield found
    yield from _mail_like(text)


def _take(form: re.Pattern[str], text: str) -> tuple[str, list[str]]:
    """Take out what has this form: the text without it, and what was not cut off."""
    whole = [match["whole"] for match in form.finditer(text) if not match["cut"]]
    return form.sub(" \n ", text), whole


def _mail_like(text: str) -> Iterator[Candidate]:
    start = 0
    for match in _MAIL_LIKE.finditer(text):
        before = text[max(start, match.start() - _NEAR) : match.start()]
        start = match.end()
        if match["cut"] or _MAIL.search(before) or _ROLES.fullmatch(match["name"]):
            continue
        found = read_address(match["whole"])
        if isinstance(found, Candidate) and found.form is not Form.DOUBTFUL:
            yield found
        elif isinstance(found, Candidate) and _ANNOUNCED.search(before):
            yield structs.replace(found, form=Form.MEDIUM)
