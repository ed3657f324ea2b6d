"""What is sent for a step: the post, and the ids that only this server can give.

They are those of the post that it replies to, of the one that it quotes, and of its files.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from migrate.ledger.ledger import Ledger
from migrate.ledger.records import Record, StepState
from migrate.mastodon.dialect import Dialect
from migrate.mastodon.languages import kept_language
from migrate.model import Limits, Media, Step, StepKey, Toot, Visibility, tweet_address
from migrate.posts.convert import length

PLACEHOLDER = "🖼"
"""What stands for a file that the server won't take where the text has no room for its address."""

_ESCAPED = re.compile(r"(https?://\S+)|\\|&(?=#?\w+;)")
_ESCAPE = re.compile(r"\\(\\|&)")


ALWAYS_SAID = frozenset({"status", "sensitive"})
"""What is sent though it be empty: else the user's own settings decide, as for `sensitive` on Mastodon."""


class Parents:
    """The posts that the steps of a plan reply to."""

    def __init__(self, ledger: Ledger, steps: Iterable[Step]) -> None:
        self._ledger = ledger
        self._parents = {step.key: step.parent for step in steps if step.parent}
        self._replies: dict[StepKey, list[StepKey]] = {}
        for key, parent in self._parents.items():
            self._replies.setdefault(parent, []).append(key)
        self._gone: set[StepKey] = set()

    def of(self, step: Step) -> tuple[StepKey, str] | None:
        """Find the nearest ancestor that the server has, and its id there."""
        key = step.parent
        while key is not None:
            posted = None if key in self._gone else self._ledger.posted(key)
            if posted:
                return key, posted[0]
            key = self._parents.get(key)
        return None

    def are_without(self, step: Step) -> bool:
        """Tell whether the post that a step replies to was to be there, and is not: refused, or gone."""
        if step.parent is None or step.parent in self._gone:
            return step.parent is not None
        record = self._ledger.find(step.parent)
        return record is not None and record.state is not StepState.DONE

    def replies_there(self, step: Step) -> list[Record]:
        """List the replies to a step that the server had before it: they are not below it."""
        replies = map(self._ledger.find, self._replies.get(step.key, ()))
        return [record for record in replies if record and record.state is StepState.DONE]

    def lose(self, key: StepKey) -> None:
        """Note that this post is gone from the server: nothing can reply to it any more."""
        self._gone.add(key)


class Quotes:
    """The posts that the steps of a plan quote, as far as the server lets them be quoted."""

    def __init__(self, ledger: Ledger, dialect: Dialect) -> None:
        self._ledger = ledger
        self._dialect = dialect
        self._unquotable: set[int] = set()

    def of(self, step: Step) -> str | None:
        """Find the server's id of the post to quote; None where there is none, or only a link can lead to it.

        A direct post can't be quoted (mastodon app/policies/status_policy.rb, `quote?`).
        """
        tweet_id = step.toot.quote
        if tweet_id is None or tweet_id in self._unquotable or not self._dialect.limits.quotes:
            return None
        record = self._ledger.find(StepKey(tweet_id))
        if record is None or record.state is not StepState.DONE:
            return None
        return None if record.body.get("visibility") == Visibility.DIRECT else record.remote_id

    def are_without(self, step: Step) -> bool:
        """Tell whether what a step quotes was to be quoted, and can't be: refused, gone or not for it."""
        tweet_id = step.toot.quote
        if tweet_id is None or not self._dialect.limits.quotes:
            return False
        record = self._ledger.find(StepKey(tweet_id))
        refused = record is not None and record.state is not StepState.DONE
        return refused or tweet_id in self._unquotable

    def give_up(self, step: Step) -> None:
        """Note that the server won't let the post that this step quotes be quoted: a link leads to it."""
        if step.toot.quote is not None:
            self._unquotable.add(step.toot.quote)


def request_body(
    step: Step,
    dialect: Dialect,
    ledger: Ledger,
    *,
    media_ids: list[str],
    parent_id: str | None,
    quoted_id: str | None,
    refused: Sequence[Media] = (),
    speaks: bool = True,
) -> dict[str, object]:
    """Make what is sent. Nothing in it is empty: null breaks Pleroma (git.pleroma.social issue 2918).

    What the user's own settings would fill in is always said. `refused` are the files that the
    server won't take; `speaks` is false where it won't take the language. A warning hides files by
    itself on Mastodon, and on GoToSocial not (tried on 0.20.0).
    """
    toot = step.toot
    with_media, quoted = bool(media_ids), quoted_id is not None
    body: dict[str, object] = {
        "status": text_of(toot, ledger, dialect, with_media=with_media, quoted=quoted, refused=refused),
        "content_type": "text/plain" if dialect.takes_plain_text else None,
        "visibility": toot.visibility.value,
        "media_ids": media_ids,
        "sensitive": is_sensitive(toot),
        "spoiler_text": as_plain(toot.content_warning, dialect),
        "language": kept_language(toot.language, dialect.languages) if speaks else None,
        "in_reply_to_id": parent_id,
        "quoted_status_id": quoted_id,
        "scheduled_at": step.created_at.isoformat(timespec="milliseconds") if dialect.backdates else None,
    }
    body = {name: value for name, value in body.items() if value or name in ALWAYS_SAID}
    # app/services/process_mentions_service.rb: an empty list means that nobody may be mentioned
    guarded = dialect.checks_mentions and not toot.pings
    return {**body, "allowed_mentions": []} if guarded else body


def is_sensitive(toot: Toot) -> bool:
    """Tell whether the files of a toot are hidden."""
    return toot.sensitive or bool(toot.content_warning)


def text_of(
    toot: Toot,
    ledger: Ledger,
    dialect: Dialect,
    *,
    with_media: bool,
    quoted: bool,
    refused: Sequence[Media] = (),
) -> str:
    """Write the text, with the addresses that the user's own tweets have by now.

    A toot that quotes another natively (`quoted`) needs no link to it. Files that are `refused` are
    linked to, as those are that the archive lacks.
    """
    text = toot.text
    for link in toot.own_links:
        if address := _address(link.tweet_id, ledger):
            text = _with_address(text, link.url, address)
    if toot.quote and not quoted:
        address = _address(toot.quote, ledger) or tweet_address("", toot.quote)
        text = f"{text}\n\n{address}".strip()
    if not text and not with_media:
        text = "\n".join(media.page for media in toot.media)
    return as_plain(_with_pages(text, refused, dialect.limits), dialect)


def as_plain(text: str, dialect: Dialect) -> str:
    """Write a plain text so that the server shows it as it is, where it takes some signs for more.

    GoToSocial drops a backslash before a sign and reads `&amp;` as `&` (internal/text/plain.go), but
    leaves addresses alone. Where there is no room, the text goes as it is.
    """
    if not dialect.reads_escapes:
        return text
    escaped = _ESCAPED.sub(lambda found: found[1] or f"\\{found[0]}", text)
    return escaped if len(escaped) <= dialect.limits.characters else text


def as_shown(text: str) -> str:
    """Read what `as_plain` has written as the server shows it."""
    return _ESCAPE.sub(r"\1", text)


def date_in(body: Mapping[str, object]) -> datetime | None:
    """Read the date that a post was to bear, where it was backdated."""
    date = body.get("scheduled_at")
    return datetime.fromisoformat(str(date)) if date else None


def words_in(body: Mapping[str, object], name: str) -> str:
    """Read a text that was sent; empty where there was none."""
    return str(body.get(name) or "")


def _address(tweet_id: int, ledger: Ledger) -> str:
    """Find the post that this tweet has become; empty where there is none."""
    posted = ledger.posted(StepKey(tweet_id))
    return posted[1] if posted else ""


def _with_pages(text: str, refused: Sequence[Media], limits: Limits) -> str:
    """Add the pages of files that the server won't take, or a sign where there is no room for one."""
    for page in dict.fromkeys(media.page for media in refused if media.page not in text):
        longer = (f"{text}\n{end}".strip() for end in (page, PLACEHOLDER))
        text = next((one for one in longer if length(one, limits) <= limits.characters), text)
    return text


def _with_address(text: str, old: str, new: str) -> str:
    """Replace an address by a new one, but not inside a longer one that begins alike."""
    return re.sub(re.escape(old) + r"(?!\d)", lambda _: new, text)
