"""What is sent for a step: the toot, and what only this server can give, the ids of parents and files."""

import re
from collections.abc import Mapping
from datetime import datetime

from migrate.ledger import Ledger
from migrate.mastodon import Server
from migrate.model import Step, StepKey, Toot, tweet_address
from migrate.posts.replay.uploads import Uploads


class Bodies:
    """Makes the body of each post."""

    def __init__(
        self, server: Server, ledger: Ledger, uploads: Uploads, parents: Mapping[StepKey, StepKey]
    ) -> None:
        self._ledger = ledger
        self._server = server
        self._uploads = uploads
        self._parents = parents
        self._gone: set[StepKey] = set()

    def make(self, step: Step) -> dict[str, object]:
        """What is sent. Nothing that is empty: null breaks Pleroma (git.pleroma.social issue 2918)."""
        toot = step.toot
        media_ids, parent = self._uploads.ids(step), self.parent(step)
        quoted = self._ledger.posted(StepKey(toot.quote)) if toot.quote else None
        body: dict[str, object] = {
            "status": text_of(toot, self._ledger, with_media=bool(media_ids), quoted=quoted is not None),
            "visibility": toot.visibility.value,
            "media_ids": media_ids,
            "sensitive": toot.sensitive,
            "spoiler_text": toot.content_warning,
            "language": toot.language,
            "in_reply_to_id": parent and parent[1],
            "quoted_status_id": quoted and quoted[0],
            "scheduled_at": self._date(step),
        }
        body = {name: value for name, value in body.items() if value or name == "status"}
        # app/services/process_mentions_service.rb: an empty list means that nobody may be mentioned
        guarded = self._server.dialect.checks_mentions and not toot.pings
        return {**body, "allowed_mentions": []} if guarded else body

    def parent(self, step: Step) -> tuple[StepKey, str] | None:
        """The nearest ancestor that the server has, and its id there."""
        key = step.parent
        while key is not None:
            posted = None if key in self._gone else self._ledger.posted(key)
            if posted:
                return key, posted[0]
            key = self._parents.get(key)
        return None

    def detach(self, key: StepKey) -> None:
        """This toot is gone from the server: nothing can reply to it any more."""
        self._gone.add(key)

    def _date(self, step: Step) -> str | None:
        return step.created_at.isoformat(timespec="milliseconds") if self._server.dialect.backdates else None


def text_of(toot: Toot, ledger: Ledger, *, with_media: bool, quoted: bool) -> str:
    """The text, with the addresses that one's own tweets have by now; `quoted` is what needs no link."""
    text = toot.text
    for link in toot.own_links:
        if address := _address(link.tweet_id, ledger):
            text = _with_address(text, link.url, address)
    if toot.quote and not quoted:
        address = _address(toot.quote, ledger) or tweet_address("", toot.quote)
        text = f"{text}\n\n{address}".strip()
    if not text and not with_media:
        return "\n".join(media.page for media in toot.media)
    return text


def _address(tweet_id: int, ledger: Ledger) -> str:
    """Where the toot is that this tweet has become; empty where it hasn't."""
    posted = ledger.posted(StepKey(tweet_id))
    return posted[1] if posted else ""


def _with_address(text: str, old: str, new: str) -> str:
    """Put one's own new address in the place of the old, but not inside a longer one that begins alike."""
    return re.sub(re.escape(old) + r"(?!\d)", lambda _: new, text)


def date_in(body: Mapping[str, object]) -> datetime | None:
    """The date that a post was to bear, where it was backdated."""
    said = body.get("scheduled_at")
    return datetime.fromisoformat(str(said)) if said else None
