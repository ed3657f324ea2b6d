"""A status as it would be stored, from what is asked for; refused where its text or its fields won't do."""

from dataclasses import dataclass

from tests.fakes import polls, texts
from tests.fakes.calls import Call
from tests.fakes.dialect import FakeDialect
from tests.fakes.languages import language
from tests.fakes.media import is_worked_on
from tests.fakes.shapes import unexpected_accounts
from tests.fakes.things import FakeMedia, FakeStatus
from tests.fakes.world import World

_VISIBILITIES = {"public", "unlisted", "private", "direct"}
_POLICIES = {"", "public", "followers", "nobody"}


@dataclass(frozen=True, slots=True)
class Around:
    """What was looked up before: the post that is answered, the one that is quoted."""

    parent: FakeStatus | None = None
    quoted: FakeStatus | None = None


def draft(world: World, call: Call, around: Around, media_ids: tuple[str, ...]) -> FakeStatus:
    """The status without its id and its date."""
    dialect = world.dialect
    text, warning = _texts(world, call, has_more=bool(media_ids or around.quoted))
    if (
        dialect.quotes
        and "quote policy" in dialect.says
        and call.text("quote_approval_policy") not in _POLICIES
    ):
        raise world.no("quote policy")
    names = texts.mentioned(text, dialect, world.host) & world.accounts.keys()
    parent = around.parent
    return FakeStatus(
        id="",
        account=call.by,
        text=text,
        created_at=world.now(),
        in_reply_to_id=parent.id if parent else None,
        in_reply_to_account=parent.account if parent else None,
        media_ids=media_ids,
        visibility=_visibility(world, call, around.quoted),
        language=language(world, call.text("language"), call.by),
        sensitive=_is_sensitive(dialect, call),
        spoiler_text=warning,
        quoted_status_id=around.quoted.id if around.quoted else None,
        quote_policy=call.text("quote_approval_policy") or "public",
        poll=polls.options(world, call),
        key=call.key,
        # in these tests nothing else sends keys
        application="twitter-to-mastodon" if call.key else "Web",
        mentions=tuple(sorted(names - {call.by})),
        mentions_author=call.by in names,
    )


def around(world: World, call: Call) -> Around:
    """The post that is answered and the one that is quoted; refused where either can't be."""
    return Around(_parent(world, call), _quoted(world, call))


def media(world: World, call: Call, *, of: FakeStatus | None = None) -> tuple[str, ...]:
    """The files to attach, each once: free ones, or those of the status that is edited.

    mastodon post_status_service.rb#validate_media!, gotosocial internal/processing/status/common.go
    """
    dialect, ids = world.dialect, list(dict.fromkeys(call.many("media_ids")))
    room = 0 if call.thing("poll") and dialect.rails and not dialect.polls_beside_media else dialect.media
    if "too many media" in dialect.says and len(ids) > room:
        raise world.no("too many media", limit=dialect.media)
    files = [world.media[one] for one in ids if one in world.media and world.media[one].owner == call.by]
    free = [file for file in files if _is_free(world, file, of)]
    if dialect.unknown_media_is_refused:
        _refuse_lost(world, ids, files, free)
    if dialect.video_alone and len(free) > 1 and any(file.kind in {"video", "audio"} for file in free):
        raise world.no("media mixed")
    if "media not ready" in dialect.says and any(file.broken or is_worked_on(world, file) for file in free):
        raise world.no("media not ready")
    return tuple(file.id for file in free)


def refuse_mentions(
    world: World, call: Call, status: FakeStatus, *, dated: bool, parent: FakeStatus | None
) -> None:
    """Mentions that were not expected (`allowed_mentions`), or that a date in the past forbids."""
    if world.dialect.allowed_mentions and call.gives("allowed_mentions"):
        allowed = set(call.many("allowed_mentions"))
        if unexpected := [name for name in status.mentions if world.accounts[name].id not in allowed]:
            raise unexpected_accounts(world, unexpected)
    if dated:
        if status.mentions:
            raise world.no("backdated mention")
        if parent is not None and parent.account != call.by:
            raise world.no("backdated reply")


def _texts(world: World, call: Call, *, has_more: bool) -> tuple[str, str]:
    dialect = world.dialect
    text, warning = call.text("status"), call.text("spoiler_text")
    if dialect.strips_text:
        text, warning = text.strip(), warning.strip()
    if dialect.stands_in and warning and not text:
        text = dialect.stands_in[1] if call.many("media_ids") else dialect.stands_in[0]
    if dialect.lone_warning_is_text and warning and not text and not call.text("quoted_status_id"):
        text, warning = warning, ""
    told = text or warning if dialect.blanks_are_text else text.strip()
    if dialect.blank_is_refused and not (told or has_more):
        raise world.no("blank")
    if "too long" in dialect.says and _length(dialect, text, warning) > dialect.characters:
        raise world.no("too long", limit=dialect.characters)
    return text, warning


def _is_sensitive(dialect: FakeDialect, call: Call) -> bool:
    warns = dialect.warning_is_sensitive and bool(call.text("spoiler_text").strip())
    return warns or (call.flag("sensitive") and not dialect.only_warning_is_sensitive)


def _length(dialect: FakeDialect, text: str, warning: str) -> int:
    return texts.length(text, dialect) + (len(warning) if dialect.counts_warning else 0)


def _visibility(world: World, call: Call, quoted: FakeStatus | None) -> str:
    """Public becomes unlisted for limited accounts, a quote of a private post private."""
    visibility = call.text("visibility", world.dialect.default_visibility)
    if "visibility" in world.dialect.says:
        visibility = "private" if visibility == "limited" and world.dialect.rails else visibility
        if visibility not in _VISIBILITIES:
            raise world.no("visibility")
    if visibility == "public" and world.accounts[call.by].standing == "silenced":
        visibility = "unlisted"
    if quoted is not None and quoted.visibility == "private" and visibility != "direct":
        visibility = "private"
    return visibility


def _parent(world: World, call: Call) -> FakeStatus | None:
    parent_id = call.text("in_reply_to_id")
    if not parent_id:
        return None
    parent = world.statuses.get(parent_id)
    parent = world.statuses[parent.reblog_of] if parent and parent.reblog_of else parent
    if world.dialect.unseen_parent_is_refused and parent is not None and not world.sees(call.by, parent):
        parent = None
    if parent is None and world.dialect.lost_parent_is_refused:
        raise world.no("no parent", id=parent_id)
    return parent


def _quoted(world: World, call: Call) -> FakeStatus | None:
    quoted_id = call.text("quoted_status_id") if world.dialect.quotes else ""
    if not quoted_id:
        return None
    quoted = world.statuses.get(quoted_id)
    quoted = world.statuses[quoted.reblog_of] if quoted and quoted.reblog_of else quoted
    if quoted is None or not _may_quote(world, call.by, quoted):
        raise world.no("no quoted")
    return quoted


def _may_quote(world: World, by: str, status: FakeStatus) -> bool:
    """mastodon app/policies/status_policy.rb#quote?: never a direct one; one's own always."""
    if status.visibility == "direct" or not world.sees(by, status):
        return False
    follows = world.view(by, world.accounts[status.account]).followed
    return (
        status.account == by
        or status.quote_policy == "public"
        or (status.quote_policy == "followers" and follows)
    )


def _is_free(world: World, file: FakeMedia, of: FakeStatus | None) -> bool:
    return world.dialect.media_again or not file.attached_to or (of is not None and file.attached_to == of.id)


def _refuse_lost(world: World, ids: list[str], files: list[FakeMedia], free: list[FakeMedia]) -> None:
    found = {file.id for file in files}
    if lost := [one for one in ids if one not in found]:
        shown = [one if one.isdigit() else "0" for one in lost] if world.dialect.rails else lost
        raise world.no("media unknown", ids=", ".join(shown))
    if taken := [file.id for file in files if file not in free]:
        raise world.no("media taken", ids=", ".join(taken))
