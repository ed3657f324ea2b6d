"""Looking for a step among the account's own posts.

It is recognised by parent, media, quote, content warning, date and text, as the server keeps them and
not as they were sent, among those that the ledger has not claimed: two equal tweets stay two, because the
first post is claimed. A post that is whole goes before one that has lost its parent or files.

It is looked for down to a post that this ledger had made before, as the server lists them: when it was
posted is told by its place among the others, and by no clock.
"""

import html
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import partial

from migrate.ledger.ledger import Ledger
from migrate.ledger.records import Record
from migrate.mastodon.api import PAGING, READING, get_home, get_source, get_statuses
from migrate.mastodon.client import Answer, decode
from migrate.mastodon.patient import PatientClient
from migrate.mastodon.wire import Quote, Status, StatusSource
from migrate.model import Visibility
from migrate.posts.replay.bodies import as_shown, date_in
from migrate.posts.replay.events import Doing

FOR_FEW = frozenset({Visibility.PRIVATE, Visibility.DIRECT})

QUOTE_INLINE = re.compile(r'<p class="quote-inline">(?:(?!</?p\b).)*</p>', re.DOTALL)
"""What Mastodon puts before the text of a quote (app/lib/text_formatter.rb, since 4.5)."""
FILLERS = (".", "🖼", "📹", "🎵")
"""What glitch-soc writes where there is a warning and no text."""

_DATE_LINE = re.compile(r"(?:\A|\n)\s*(?:📅\s*)?(\d{4}-\d\d-\d\d)\s*\Z")
"""The usual footer, as it is and as it was at first."""

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def find_status(
    asker: PatientClient, ledger: Ledger, account_id: str, record: Record
) -> Doing[Status | None]:
    """Find the post that this step became; None if the server has none such now."""
    server = asker.server
    own = partial(get_statuses, server, account_id)
    found = yield from _find_among(asker, ledger, own, record)
    for_few = record.body.get("visibility") in FOR_FEW
    if found is None and for_few and not server.dialect.lists_private:
        home = partial(get_home, server)
        found = yield from _find_among(asker, ledger, home, record, account_id=account_id)
    return found


def _find_among(
    asker: PatientClient,
    ledger: Ledger,
    get_page: Callable[[str | None], Answer],
    record: Record,
    *,
    account_id: str | None = None,
) -> Doing[Status | None]:
    """Look page by page, newest first; only at this account's posts where those of others stand between."""
    dialect = asker.server.dialect
    dated = date_in(record.body)
    max_id = ulid_after(dated) if dated and dialect.ids_are_dates else None
    seen: set[str] = set()
    changed: Status | None = None
    while True:
        page = decode(
            (yield from asker.send(PAGING, partial(get_page, max_id), shape=list[Status])), list[Status]
        )
        for status in (one for one in page if account_id is None or is_by(one, account_id)):
            if is_from_before(status, record, ledger):
                return changed
            if (yield from _is_it(asker, ledger, status, record)):
                if is_whole(status, record.body):
                    return status
                changed = changed or status
        # snac before 2.84 answers with the same page for ever (mastoapi.c)
        if all(status.id in seen for status in page):
            return changed
        seen.update(status.id for status in page)
        max_id = page[-1].id


def is_by(status: Status, account_id: str) -> bool:
    """Tell whether this account has written a post."""
    return status.account is not None and status.account.id == account_id


def _is_it(asker: PatientClient, ledger: Ledger, status: Status, record: Record) -> Doing[bool]:
    if not looks_like(status, record.body) or ledger.has_claimed(status.id):
        return False
    sent = _forms_in(record.body, status.spoiler_text)
    if not sent.isdisjoint(map(squeezed, texts_of(status))):
        return True
    return (yield from _has_source(asker, status, sent))


def _forms_in(body: Mapping[str, object], shown: str) -> set[str]:
    """Collect the texts as which a server may keep what was sent, where this is the warning that it shows."""
    forms = forms_of(str(body.get("status", "")), str(body.get("spoiler_text", "")))
    return {squeezed(text) for text, warning in forms if warning.strip() == shown.strip()}


def _has_source(asker: PatientClient, status: Status, sent: set[str]) -> Doing[bool]:
    if not asker.server.dialect.has_source:
        return False
    answer = yield from asker.send(READING, partial(get_source, asker.server, status.id), shape=StatusSource)
    return answer.ok and squeezed(decode(answer, StatusSource).text) in sent


def texts_of(status: Status) -> Iterator[str]:
    """Yield the texts that the status itself has; Takahē's `text` is HTML (activities/models/post.py)."""
    if status.text is not None:
        yield status.text
    yield plain_text(status.content or "")


def forms_of(text: str, warning: str) -> Iterator[tuple[str, str]]:
    """Yield the texts and warnings as which a server may keep them, first as they were sent.

    A warning without a text becomes the text (mastodon app/services/post_status_service.rb,
    preprocess_attributes!; recorded on 4.5.15), and gets one on glitch-soc (the same file there).
    GoToSocial gives a warning as it is shown, and not as it was sent (tried on 0.20.0).
    """
    yield text, warning
    if "\\" in warning:
        yield text, as_shown(warning)
    if warning.strip() and not text.strip():
        yield warning, ""
        yield from ((filler, warning) for filler in FILLERS)


def is_from_before(status: Status, record: Record, ledger: Ledger) -> bool:
    """Tell whether a post is known to be older than the one that a step became."""
    if dated := date_in(record.body):
        return status.created_at is not None and status.created_at < dated - timedelta(seconds=1)
    return ledger.shown.made_before(status.id, record.first_sent)


def looks_like(status: Status, body: Mapping[str, object]) -> bool:
    """Tell whether parent, content warning, media, quote and date can be those that were sent.

    A parent that was deleted is no longer named, and files that a server has lost are left out
    (mastodon before 4.3 app/services/post_status_service.rb, pleroma attachments_from_ids).
    """
    dated = date_in(body)
    return (
        status.in_reply_to_id in {None, body.get("in_reply_to_id")}
        and bool(_forms_in(body, status.spoiler_text))
        and len(status.media_attachments) <= _media_in(body)
        and _quotes_alike(status, body.get("quoted_status_id"))
        and (dated is None or (status.created_at is not None and same_second(status.created_at, dated)))
    )


def _quotes_alike(status: Status, sent: object) -> bool:
    """Tell whether a post quotes what was sent; what has been deleted since may have been it."""
    if not status.quote or sent is None:
        return not status.quote and sent is None
    quoted = status.quote.quoted_status if isinstance(status.quote, Quote) else None
    return quoted is None or quoted.id == sent


def is_whole(status: Status, body: Mapping[str, object]) -> bool:
    """Tell whether the server has kept the parent and all files."""
    same_parent = status.in_reply_to_id == body.get("in_reply_to_id")
    return same_parent and len(status.media_attachments) == _media_in(body)


def _media_in(body: Mapping[str, object]) -> int:
    media = body.get("media_ids")
    return len(media) if isinstance(media, list) else 0


def same_second(one: datetime, other: datetime) -> bool:
    """Tell whether two times are the same but for what a server rounds."""
    return abs((one - other).total_seconds()) <= 1


def plain_text(content: str) -> str:
    """Read the text of a post from its HTML, for servers that give no source."""
    own = QUOTE_INLINE.sub("", content)
    return html.unescape(re.sub(r"<[^<>]*>", "", re.sub(r"<br ?/?>|</p>", "\n", own)))


def squeezed(text: str) -> str:
    """Remove the white space of a text: servers strip it, and HTML loses it."""
    return re.sub(r"\s+", "", text)


def without_date(text: str) -> str:
    """Take away the last line where it is nothing but a date, as the usual footer is."""
    return _DATE_LINE.sub("", text)


def same_but_date(text: str, form: str, made: datetime | None, moment: datetime | None) -> bool:
    """Tell whether a post's text is one form of a tweet's, but for the line with the date.

    Two clocks may have written it: the days are next to each other. The post may have the line alone,
    or lack it, where it bears the `moment` of the tweet itself (`made` is when the server says it was).
    """
    found, wanted = _day_in(text), _day_in(form)
    if moment is not None:
        wanted = wanted or moment.date()
        found = found or (made.date() if made and same_second(made, moment) else None)
    if not found or not wanted or abs(found - wanted) > timedelta(days=1):
        return False
    return squeezed(without_date(text)) == squeezed(without_date(form))


def _day_in(text: str) -> date | None:
    """Read the day in a date line; None where there is no such line, or no such day."""
    found = _DATE_LINE.search(text)
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


def ulid_after(moment: datetime) -> str:
    """Make the first id that a post of the next millisecond could have (https://github.com/ulid/spec)."""
    milliseconds = int(moment.astimezone(UTC).timestamp() * 1000) + 1
    digits = [CROCKFORD[milliseconds >> shift & 31] for shift in range(45, -1, -5)]
    return "".join(digits) + "0" * 16
