"""Statuses: posting with every refusal, reading back, editing, boosting, deleting."""

from datetime import datetime, timedelta

import httpx

from tests.fakes import shapes, texts
from tests.fakes.answers import reply
from tests.fakes.calls import Call
from tests.fakes.dates import scheduled_for
from tests.fakes.dialect import Dates
from tests.fakes.keys import KeyMemory
from tests.fakes.limits import Meter
from tests.fakes.world import FakeStatus, World

_VISIBILITIES = {"public", "unlisted", "private", "direct"}
# the regional ones of app/helpers/languages_helper.rb
_LOCALES = {"zh-CN", "zh-HK", "zh-TW", "pt-BR", "pt-PT", "en-GB"}
_NOT_ISO_639_1 = {"in", "iw"}  # withdrawn, but Twitter still writes them
_TICK = timedelta(seconds=3)  # snac httpd.c background_thread: the queues are looked at every 3 seconds


class Statuses:
    """The status endpoints of one server."""

    def __init__(self, world: World, keys: KeyMemory, meter: Meter) -> None:
        self._world = world
        self._keys = keys
        self._meter = meter

    def post(self, call: Call) -> httpx.Response:
        """POST /api/v1/statuses."""
        parent = self._parent(call)
        replayed = self._replayed(call)
        if replayed is not None:
            return replayed
        media_ids = self._media(call)
        status = self._draft(call, parent, media_ids)
        date = scheduled_for(self._world, call.text("scheduled_at"))
        if date is not None and date >= self._world.now() + timedelta(minutes=5):
            return self._schedule(call, date)
        self._refuse_mentions(call, status, dated=date is not None, parent=parent)
        self._date(status, date)
        if any(text in status.text for text in self._world.dropped_texts):
            return reply(shapes.status(self._world, status))
        self._meter.spend("statuses")
        self._world.add_status(status)
        self._keys.keep_status(call.key, status.id, self._world.now())
        if self._world.dialect.dates is Dates.DELAYED and date is not None:
            return self._schedule(call, date)
        return reply(shapes.status(self._world, status))

    def show(self, _call: Call, status_id: str) -> httpx.Response:
        """GET /api/v1/statuses/:id."""
        return reply(shapes.status(self._world, self._status(status_id)))

    def source(self, _call: Call, status_id: str) -> httpx.Response:
        """GET /api/v1/statuses/:id/source."""
        status = self._status(status_id)
        if not self._world.dialect.source:
            raise self._world.no("unknown")
        body = {"id": status.id, "text": status.text, "spoiler_text": status.spoiler_text}
        return reply(body)

    def edit(self, call: Call, status_id: str) -> httpx.Response:
        """PUT /api/v1/statuses/:id: what it doesn't name is taken away, files too.

        mastodon app/services/update_status_service.rb, gotosocial internal/processing/status/edit.go,
        pleroma lib/pleroma/web/common_api.ex make_update_data; new mentions are notified.
        """
        status, world = self._own(status_id), self._world
        files = [one for one in call.many("media_ids") if one in status.media_ids]
        draft = self._draft(call, None, files)
        draft.language = draft.language if call.text("language") else status.language
        before = status.text, status.spoiler_text, status.sensitive, status.language, status.media_ids
        after = draft.text, draft.spoiler_text, draft.sensitive, draft.language, draft.media_ids
        if before != after:
            self._meter.spend("statuses")
            status.text, status.spoiler_text, status.sensitive, status.language, status.media_ids = after
            status.mentions, status.edited_at = draft.mentions, world.now()
        elif "no change" in world.dialect.says:
            raise world.no("no change")
        return reply(shapes.status(world, status))

    def delete(self, _call: Call, status_id: str) -> httpx.Response:
        """DELETE /api/v1/statuses/:id."""
        if not self._world.dialect.deletes:
            raise self._world.no("unknown")
        status = self._own(status_id)
        self._world.remove_status(status)
        if not self._world.dialect.deleted_status_answered:
            return reply([])
        return reply(shapes.status(self._world, status) | {"text": status.text})

    def reblog(self, call: Call, status_id: str) -> httpx.Response:
        """POST /api/v1/statuses/:id/reblog: the boost that is there already, or a new one."""
        status = self._status(status_id)
        status = self._world.statuses[status.reblog_of or status.id]
        if status.id in self._world.boosts:
            return reply(shapes.status(self._world, self._world.boosts[status.id]))
        self._meter.spend("statuses")
        now = self._world.now()
        boost = FakeStatus(
            self._world.new_id(now),
            "me",
            "",
            now,
            reblog_of=status.id,
            visibility=call.text("visibility", "public"),
        )
        self._world.add_status(boost)
        return reply(shapes.status(self._world, boost))

    def _parent(self, call: Call) -> FakeStatus | None:
        parent_id = call.text("in_reply_to_id")
        if not parent_id:
            return None
        parent = self._world.statuses.get(parent_id)
        if parent is None and self._world.dialect.lost_parent_is_refused:
            raise self._world.no("no parent", id=parent_id)
        return self._world.statuses[parent.reblog_of] if parent and parent.reblog_of else parent

    def _replayed(self, call: Call) -> httpx.Response | None:
        """What a server answers to a key that it knows; None where it acts."""
        if not call.key or call.key_was_checked:
            return None
        if self._world.dialect.locks_keys and self._keys.running[call.key]:
            raise self._world.no("locked")
        status_id = self._keys.status_id(call.key, self._world.now())
        if status_id is None:
            return None
        if self._world.dialect.replay_breaks:
            return shapes.crash(call)
        return reply(shapes.status(self._world, self._status(status_id)))

    def _media(self, call: Call) -> list[str]:
        """mastodon post_status_service.rb#validate_media!, gotosocial internal/processing/status/common.go"""
        world, dialect, ids = self._world, self._world.dialect, call.many("media_ids")
        if "too many media" in dialect.says and len(ids) > dialect.media:
            raise world.no("too many media", limit=dialect.media)
        files = [world.media[one] for one in ids if one in world.media]
        free = [file for file in files if dialect.media_again or not file.attached_to]
        if dialect.unknown_media_is_refused:
            if lost := [one for one in ids if one not in world.media]:
                raise world.no("media unknown", ids=", ".join(lost))
            if taken := [file.id for file in files if file not in free]:
                raise world.no("media taken", ids=", ".join(taken))
        if dialect.video_alone and len(free) > 1 and any(file.kind in {"video", "audio"} for file in free):
            raise world.no("media mixed")
        if "media not ready" in dialect.says and any(file.polls_left or file.broken for file in free):
            raise world.no("media not ready")
        return [file.id for file in free]

    def _draft(self, call: Call, parent: FakeStatus | None, media_ids: list[str]) -> FakeStatus:
        """The status as it would be stored; refused where its text or its fields won't do."""
        world, dialect = self._world, self._world.dialect
        text, warning = call.text("status"), call.text("spoiler_text")
        if dialect.strips_text:
            text, warning = text.strip(), warning.strip()
        quoted = self._quoted(call)
        if dialect.lone_warning_is_text and warning and not text and not quoted:
            text, warning = warning, ""
        if dialect.blank_is_refused and not (text.strip() or media_ids or quoted):
            raise world.no("blank")
        if "too long" in dialect.says and texts.length(text, dialect) + len(warning) > dialect.characters:
            raise world.no("too long", limit=dialect.characters)
        visibility = call.text("visibility", "public")
        if "visibility" in dialect.says and visibility not in _VISIBILITIES:
            raise world.no("visibility")
        names = texts.mentioned(text, dialect, world.host) & world.accounts.keys()
        return FakeStatus(
            id="",
            account="me",
            text=text,
            created_at=world.now(),
            in_reply_to_id=parent.id if parent else None,
            media_ids=tuple(media_ids),
            visibility=visibility,
            language=self._language(call.text("language")),
            sensitive=call.flag("sensitive") or bool(call.text("spoiler_text").strip()),
            spoiler_text=warning,
            quoted_status_id=quoted,
            key=call.key,
            # in these tests nothing else sends keys
            application="twitter-to-mastodon" if call.key else "Web",
            mentions=tuple(sorted(names)),
        )

    def _quoted(self, call: Call) -> str | None:
        quoted = call.text("quoted_status_id") if self._world.dialect.quotes else ""
        if quoted and quoted not in self._world.statuses:
            raise self._world.no("no quoted")
        return quoted or None

    def _language(self, language: str) -> str | None:
        dialect = self._world.dialect
        if dialect.checks_language and language and not texts.is_language_tag(language):
            raise self._world.no("language", language=language)
        if dialect.language_fallback is None or language in _LOCALES:
            return language or dialect.language_fallback
        code = language.replace("_", "-").partition("-")[0]
        return code if len(code) == 2 and code not in _NOT_ISO_639_1 else dialect.language_fallback

    def _refuse_mentions(
        self, call: Call, status: FakeStatus, *, dated: bool, parent: FakeStatus | None
    ) -> None:
        world = self._world
        if world.dialect.allowed_mentions and call.gives("allowed_mentions"):
            allowed = set(call.many("allowed_mentions"))
            if unexpected := [name for name in status.mentions if world.accounts[name].id not in allowed]:
                raise shapes.unexpected_accounts(world, unexpected)
        if dated and world.dialect.dates is Dates.BACKDATED:
            if set(status.mentions) - {"me"}:
                raise world.no("backdated mention")
            if parent is not None and parent.account != "me":
                raise world.no("backdated reply")
        status.mentions = tuple(name for name in status.mentions if name != "me")

    def _date(self, status: FakeStatus, date: datetime | None) -> None:
        now = self._world.now()
        if date is not None and self._world.dialect.dates in {Dates.BACKDATED, Dates.VERBATIM}:
            status.created_at = date
            status.listed_from = now + _TICK if self._world.dialect.dates is Dates.VERBATIM else now
        status.id = self._world.new_id(status.created_at)

    def _schedule(self, call: Call, date: datetime) -> httpx.Response:
        entry = shapes.scheduled(self._world, call, date)
        self._world.scheduled.append(entry)
        return reply(entry)

    def _status(self, status_id: str) -> FakeStatus:
        status = self._world.statuses.get(status_id)
        if status is None:
            raise self._world.no("unknown")
        return status

    def _own(self, status_id: str) -> FakeStatus:
        status = self._status(status_id)
        if status.account != "me":
            raise self._world.no("unknown")
        return status
