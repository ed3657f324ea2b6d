"""Statuses: posting, reading back, editing, deleting."""

from datetime import datetime, timedelta

import httpx

from tests.fakes import drafts, media, shapes
from tests.fakes.answers import reply
from tests.fakes.calls import Call
from tests.fakes.dates import scheduled_for
from tests.fakes.dialect import Dates
from tests.fakes.keys import KeyMemory
from tests.fakes.limits import Meter
from tests.fakes.things import FakeStatus
from tests.fakes.wording import crash
from tests.fakes.world import World

_TICK = timedelta(seconds=3)  # snac httpd.c background_thread: the queues are looked at every 3 seconds


class Statuses:
    """The status endpoints of one server."""

    def __init__(self, world: World, keys: KeyMemory, meter: Meter) -> None:
        self._world = world
        self._keys = keys
        self._meter = meter

    def post(self, call: Call) -> httpx.Response:
        """POST /api/v1/statuses."""
        around = drafts.around(self._world, call)
        replayed = self._replayed(call)
        if replayed is not None:
            return replayed
        files = drafts.media(self._world, call)
        status = drafts.draft(self._world, call, around, files)
        date = scheduled_for(self._world, call.text("scheduled_at"))
        if date is not None and date >= self._world.now() + timedelta(minutes=5):
            return self._schedule(call, date)
        dated = date is not None and self._world.dialect.dates is Dates.BACKDATED
        drafts.refuse_mentions(self._world, call, status, dated=dated, parent=around.parent)
        self._date(status, date)
        if any(text in status.text for text in self._world.dropped_texts):
            return reply(shapes.status(self._world, status, call.by))
        self._meter.spend("statuses", call.by)
        self._world.add_status(status)
        self._keys.keep_status(call.by, call.key, status.id, self._world.now())
        if self._world.dialect.dates is Dates.DELAYED and date is not None:
            return self._schedule(call, date)
        return reply(shapes.status(self._world, status, call.by))

    def show(self, call: Call, status_id: str) -> httpx.Response:
        """GET /api/v1/statuses/:id."""
        return reply(shapes.status(self._world, self.seen(call.by, status_id), call.by))

    def several(self, call: Call) -> httpx.Response:
        """GET /api/v1/statuses: those of the ids that can be seen, newest first."""
        wanted = [self._world.statuses.get(one) for one in call.many("id")]
        seen = [one for one in wanted if one is not None and self._world.sees(call.by, one)]
        seen.sort(key=lambda one: one.id, reverse=True)
        return reply([shapes.status(self._world, one, call.by) for one in seen])

    def context(self, call: Call, status_id: str) -> httpx.Response:
        """GET /api/v1/statuses/:id/context."""
        status, statuses = self.seen(call.by, status_id), self._world.statuses
        above: list[FakeStatus] = []
        parent = statuses.get(status.in_reply_to_id or "")
        while parent is not None:
            above.insert(0, parent)
            parent = statuses.get(parent.in_reply_to_id or "")
        below = {status.id}
        for one in statuses.values():
            below |= {one.id} if one.in_reply_to_id in below else set()
        under = [statuses[one] for one in sorted(below - {status.id})]
        shown = {"ancestors": above, "descendants": under}
        return reply(
            {name: [shapes.status(self._world, one, call.by) for one in ones] for name, ones in shown.items()}
        )

    def source(self, call: Call, status_id: str) -> httpx.Response:
        """GET /api/v1/statuses/:id/source."""
        status = self.seen(call.by, status_id)
        if self._world.dialect.own_source_only and status.account != call.by:
            raise self._world.no("unseen")
        if not self._world.dialect.source:
            raise self._world.no("unknown")
        body = {"id": status.id, "text": status.text, "spoiler_text": status.spoiler_text}
        return reply(body)

    def edit(self, call: Call, status_id: str) -> httpx.Response:
        """PUT /api/v1/statuses/:id: what it doesn't name is taken away, files too.

        mastodon app/services/update_status_service.rb, gotosocial internal/processing/status/edit.go,
        pleroma lib/pleroma/web/common_api.ex make_update_data; new mentions are notified.
        """
        status, world = self._own(call, status_id), self._world
        around = drafts.Around(quoted=world.statuses.get(status.quoted_status_id or ""))
        edited = drafts.draft(world, call, around, drafts.media(world, call, of=status))
        described = media.described(world, call, edited.media_ids)
        if world.dialect.edits_keep_language and not call.text("language"):
            edited.language = status.language
        if described or _content(edited) != _content(status):
            self._meter.spend("statuses", call.by)
            _take_over(status, edited)
            status.edited_at = world.now()
            for media_id in status.media_ids:
                world.attach(media_id, status.id)
        elif "no change" in world.dialect.says:
            raise world.no("no change")
        return reply(shapes.status(world, status, call.by))

    def delete(self, call: Call, status_id: str) -> httpx.Response:
        """DELETE /api/v1/statuses/:id: the source comes back, to be written anew."""
        if not self._world.dialect.deletes:
            raise self._world.no("unknown")
        status = self._own(call, status_id)
        body = shapes.deleted(self._world, status, call.by)
        with_media = self._world.dialect.deletes_media and call.flag("delete_media")
        self._world.remove_status(status, with_media=with_media)
        return reply(body if self._world.dialect.deleted_status_answered else [])

    def seen(self, by: str, status_id: str) -> FakeStatus:
        """A status that the account may see."""
        status = self._world.statuses.get(status_id)
        if status is None or not self._world.sees(by, status):
            raise self._world.no("unseen")
        return status

    def _replayed(self, call: Call) -> httpx.Response | None:
        """What a server answers to a key that it knows; None where it acts."""
        if not call.key or call.key_was_checked:
            return None
        if self._world.dialect.locks_keys and self._keys.running[call.by, call.key]:
            raise crash(as_json=call.wants_json)
        status_id = self._keys.status_id(call.by, call.key, self._world.now())
        if status_id is None:
            return None
        if status_id not in self._world.statuses:
            raise self._world.no("unknown")
        if self._world.dialect.replay_breaks:
            raise crash(as_json=call.wants_json)
        return reply(shapes.status(self._world, self._world.statuses[status_id], call.by))

    def _date(self, status: FakeStatus, date: datetime | None) -> None:
        now = self._world.now()
        if date is not None and self._world.dialect.dates in {Dates.BACKDATED, Dates.VERBATIM}:
            status.created_at = date
            status.listed_from = now + _TICK if self._world.dialect.dates is Dates.VERBATIM else now
        status.id = self._world.new_id(status.created_at)

    def _schedule(self, call: Call, date: datetime) -> httpx.Response:
        entry = shapes.scheduled(self._world, call, date)
        self._world.scheduled.append(entry)
        self._world.ever_scheduled += 1
        self._keys.keep_status(call.by, call.key, f"scheduled {entry['id']}", self._world.now())
        return reply(entry)

    def _own(self, call: Call, status_id: str) -> FakeStatus:
        status = self._world.statuses.get(status_id)
        if status is None or status.account != call.by:
            raise self._world.no("unknown")
        return status


def _content(status: FakeStatus) -> tuple[object, ...]:
    return (
        *(status.text, status.spoiler_text, status.sensitive, status.language, status.media_ids),
        status.poll,
    )


def _take_over(status: FakeStatus, edited: FakeStatus) -> None:
    """What an edit can change."""
    status.text, status.spoiler_text, status.sensitive = edited.text, edited.spoiler_text, edited.sensitive
    status.language, status.media_ids, status.poll = edited.language, edited.media_ids, edited.poll
    status.mentions, status.mentions_author = edited.mentions, edited.mentions_author
