"""What an edit would make better: a friend's new address, a link to a later post, a description.

It is known before any server is asked: what was sent stands in the ledger, and is compared with what
would be sent now.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from msgspec import Struct

from migrate.ledger.ledger import Ledger
from migrate.ledger.records import Record, StepState, Upload
from migrate.mastodon import Dialect, kept_language
from migrate.model import Media, Step, StepKey, Toot
from migrate.posts.replay.bodies import ALWAYS_SAID, as_plain, is_sensitive, text_of, words_in
from migrate.posts.replay.finding import squeezed, without_date

Body = Mapping[str, object]


class Redescribed(Struct, frozen=True):
    """A file, its description as it was sent (None where that isn't known), and as it would be now."""

    media_id: str
    before: str | None
    after: str


class Lacking(Struct, frozen=True):
    """Files that the archive has and a post of this step has not; `text` is what it says with them.

    `ids` are the server's for those that it has taken since, by the files' own.
    """

    step: Step
    files: tuple[Media, ...]
    text: str
    ids: Mapping[str, str] = {}


class Change(Struct, frozen=True):
    """A post on the server, what was sent for it, and what would be sent for it now.

    `described` are its files that would be described otherwise now, by the server's ids.
    """

    key: StepKey
    remote_id: str
    url: str
    before: Body
    after: Body
    described: tuple[Redescribed, ...] = ()
    lacking: Lacking | None = None

    @property
    def is_nothing(self) -> bool:
        """Whether an edit would change nothing, but for the files that are lacking."""
        return self.after == self.before and not self.described


class Fixable(Struct, frozen=True):
    """The edits in the plan's order, and what no edit can help.

    Tweets may have been cut differently, and files may be on a server that describes none anew. The
    `unclear` are the files that posts lack where it isn't known which they are.
    """

    changes: tuple[Change, ...]
    cut_differently: tuple[int, ...]
    undescribable: int = 0
    unclear: int = 0


class _Known(Struct, frozen=True):
    """What the ledger knows of files, and what the server can do with them."""

    dialect: Dialect
    ledger: Ledger
    uploads: Mapping[tuple[int, str], Upload]
    descriptions: Mapping[str, str]
    dates_count: bool

    def says_the_same(self, one: str, other: str) -> bool:
        """Tell whether two texts differ by nothing that is worth an edit: white space, or the date line."""
        if not self.dates_count:
            one, other = without_date(one), without_date(other)
        return squeezed(one) == squeezed(other)

    def was_refused(self, step: Step, media: Media) -> bool:
        upload = self.uploads.get((step.key.tweet_id, media.id))
        return upload is not None and upload.reason is not None


def fixable(steps: Iterable[Step], ledger: Ledger, dialect: Dialect, *, dates_count: bool = False) -> Fixable:
    """Find what an edit would make better, by the ledger alone.

    A line with a date is worth no edit of its own, unless `dates_count`.
    """
    known_files = _Known(dialect, ledger, ledger.uploads(), ledger.descriptions.all(), dates_count)
    posted = {record.key: record for record in ledger.in_state(StepState.DONE)}
    parts = Counter(key.tweet_id for key in posted)
    found: list[Change] = []
    cut_differently: list[int] = []
    undescribable = unclear = 0
    for tweet_id, group in groupby(steps, key=lambda step: step.key.tweet_id):
        toots = list(group)
        known = [(step, posted[step.key]) for step in toots if step.key in posted]
        changes = [change for step, record in known if (change := _change(step, record, known_files))]
        if len(known) == len(toots) == parts[tweet_id]:
            found += changes
        elif changes:
            cut_differently.append(tweet_id)
        unclear += sum(_unclear(step, record, known_files) for step, record in known)
        if not dialect.edits_descriptions:
            files = (file for step, record in known for file in _redescribed(step, record, known_files))
            undescribable += sum(file.before is not None for file in files)
    return Fixable(tuple(found), tuple(cut_differently), undescribable, unclear)


def _change(step: Step, record: Record, known: _Known) -> Change | None:
    """Compare what was sent with what would be sent now; None where all would stay as it is.

    White space alone is worth no edit, and no edit may ping anyone: `allowed_mentions` is no
    parameter of it (docs.joinmastodon.org/methods/statuses/#edit).
    """
    toot, before = step.toot, record.body
    if toot.boost or toot.pings:
        return None
    attached = before.get("media_ids")
    has_all = isinstance(attached, list) and len(attached) == len(toot.media)
    # of a post that was taken in as it stands, nobody knows which of its files was refused
    refused = [media for media in toot.media if known.was_refused(step, media)] or (
        () if has_all else toot.media
    )
    text = text_of(
        toot,
        known.ledger,
        known.dialect,
        with_media=bool(before.get("media_ids")),
        quoted="quoted_status_id" in before,
        refused=refused,
    )
    said = words_in(before, "status")
    after = {
        **before,
        "status": said if known.says_the_same(text, said) else text,
        "spoiler_text": as_plain(toot.content_warning, known.dialect),
        "sensitive": is_sensitive(toot),
        "language": _language(toot, before, known.dialect),
    }
    after = {
        name: value for name, value in after.items() if value or name in ALWAYS_SAID | {"allowed_mentions"}
    }
    described = tuple(_redescribed(step, record, known)) if known.dialect.edits_descriptions else ()
    hidden = known.dialect.warnings_hide and bool(before.get("spoiler_text"))
    lacking = _lacking(step, record, known)
    if after == {"sensitive": hidden, **before} and not described and not lacking:
        return None
    return Change(record.key, record.remote_id or "", record.url or "", before, after, described, lacking)


def _lacking(step: Step, record: Record, known: _Known) -> Lacking | None:
    """Find the files that a post is without; None where it has all, or where it isn't known which."""
    files = record.body.get("media_ids")
    attached = files if isinstance(files, list) else []
    uploads = {media.id: known.uploads.get((step.key.tweet_id, media.id)) for media in step.toot.media}
    absent = [
        media
        for media in step.toot.media
        if not ((upload := uploads[media.id]) and upload.remote_id and upload.remote_id in attached)
    ]
    if not absent or len(absent) + len(attached) != len(step.toot.media):
        return None
    quoted = "quoted_status_id" in record.body
    text = text_of(step.toot, known.ledger, known.dialect, with_media=True, quoted=quoted)
    return Lacking(step, tuple(absent), text)


def _unclear(step: Step, record: Record, known: _Known) -> int:
    """Count the files that a post is without where it isn't known which they are."""
    files = record.body.get("media_ids")
    count = len(step.toot.media) - (len(files) if isinstance(files, list) else 0)
    return 0 if step.toot.boost or count <= 0 or _lacking(step, record, known) else count


def _language(toot: Toot, before: Body, dialect: Dialect) -> object:
    """Give the language to be sent now; it is that of before, where the server keeps both alike."""
    sent, wanted = before.get("language"), kept_language(toot.language, dialect.languages)
    alike = sent and kept_language(str(sent), dialect.languages) == wanted
    return sent if alike or not wanted else wanted


def _redescribed(step: Step, record: Record, known: _Known) -> Iterator[Redescribed]:
    """Find the post's files that would be described otherwise now; no description is taken away."""
    files = record.body.get("media_ids")
    attached = files if isinstance(files, list) else []
    for media in step.toot.media:
        upload = known.uploads.get((step.key.tweet_id, media.id))
        media_id = upload.remote_id if upload else None
        if media.alt and media_id and media_id in attached:
            before = known.descriptions.get(media_id)
            if before != media.alt:
                yield Redescribed(media_id, before, media.alt)
