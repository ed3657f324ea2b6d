"""What `scheduled_at` does on each server."""

from datetime import UTC, datetime, timedelta

import httpx
import pytest

from tests.fakes.client import BareClient
from tests.fakes.mastodon import FakeMastodon

LONG_AGO = "2011-05-06T07:08:09.123Z"
GOTOSOCIAL = "gotosocial-0.20"


@pytest.mark.parametrize("dialect", ["mastodon-3.5", "mastodon-4.5", "mastodon-4.6", "pleroma-2.7"])
def test_a_past_date_is_posted_now(dialect: str) -> None:
    """Publicly, and dated now."""
    fake = FakeMastodon(dialect)

    assert BareClient(fake).say("one", scheduled_at=LONG_AGO).status_code == 200
    assert fake.statuses[0].created_at == fake.clock.now()


def test_gotosocial_backdates_to_the_millisecond() -> None:
    """The answer is a Status of that date; its id is made of it."""
    fake = FakeMastodon(GOTOSOCIAL)
    client = BareClient(fake)

    new, old = client.say("new"), client.say("old", scheduled_at=LONG_AGO)

    assert old.json()["created_at"] == LONG_AGO
    assert old.json()["id"] < new.json()["id"]
    assert [status["id"] for status in client.mine()] == [new.json()["id"], old.json()["id"]]


def test_gotosocial_orders_one_millisecond_at_random() -> None:
    """The rest of a ULID is chance."""
    client = BareClient(FakeMastodon(GOTOSOCIAL))

    ids = [client.say(str(number), scheduled_at=LONG_AGO).json()["id"] for number in range(20)]

    assert ids != sorted(ids)
    assert {one[:10] for one in ids} == {ids[0][:10]}


def test_gotosocial_refuses_to_backdate_what_would_bother_others() -> None:
    """Mentions of others, replies to others; a reply to oneself is fine."""
    fake = FakeMastodon(GOTOSOCIAL)
    client = BareClient(fake)
    bobs = fake.post_as("bob", "hello")
    mine = client.say("@me", scheduled_at=LONG_AGO)

    assert client.say("hi @bob", scheduled_at=LONG_AGO).status_code == 403
    assert client.say("hi", scheduled_at=LONG_AGO, in_reply_to_id=bobs.id).status_code == 403
    assert client.say("hi", scheduled_at=LONG_AGO, in_reply_to_id=mine.json()["id"]).status_code == 200


@pytest.mark.parametrize(
    ("date", "code"),
    [("1970-01-01T00:00:00Z", 406), ("yesterday", 400)],
)
def test_gotosocial_refuses_dates_that_it_cannot_hold(date: str, code: int) -> None:
    """And those that it cannot read."""
    assert BareClient(FakeMastodon(GOTOSOCIAL)).say("one", scheduled_at=date).status_code == code


def test_gotosocial_with_backdating_switched_off() -> None:
    """A 403, and a file that was to go with it can be used again."""
    fake = FakeMastodon(GOTOSOCIAL)
    fake.world.backdating_allowed = False
    client = BareClient(fake)
    media_id = client.upload().json()["id"]

    assert client.say("one", scheduled_at=LONG_AGO, media_ids=[media_id]).status_code == 403
    assert client.say("one", media_ids=[media_id]).status_code == 200


@pytest.mark.parametrize("dialect", ["mastodon-4.5", GOTOSOCIAL])
def test_less_than_five_minutes_ahead_is_refused(dialect: str) -> None:
    """A clock that is a little fast is enough for that."""
    fake = FakeMastodon(dialect)

    answer = _ahead(fake, minutes=1)

    assert answer.status_code == 422
    assert fake.statuses == []


def test_pleroma_posts_the_near_future_at_once() -> None:
    """Not far enough to be scheduled."""
    fake = FakeMastodon("pleroma-2.7")

    assert _ahead(fake, minutes=1).status_code == 200
    assert len(fake.statuses) == 1


@pytest.mark.parametrize("dialect", ["mastodon-4.5", GOTOSOCIAL, "pleroma-2.7"])
def test_the_far_future_is_scheduled(dialect: str) -> None:
    """The answer is no Status."""
    fake = FakeMastodon(dialect)

    answer = _ahead(fake, minutes=6)

    assert "content" not in answer.json()
    assert (fake.statuses, len(fake.world.scheduled)) == ([], 1)


def test_snac_dates_as_it_is_told_and_lists_it_a_moment_later() -> None:
    """By arrival, dates without milliseconds; there by its id at once."""
    fake = FakeMastodon("snac-2.94")
    client = BareClient(fake)
    new, old = client.say("new"), client.say("old", scheduled_at="2011-05-06T07:08:09Z")

    before = client.mine()
    fake.clock.advance(3)

    assert [status["id"] for status in before] == [new.json()["id"]]
    assert client.get(f"/api/v1/statuses/{old.json()['id']}").status_code == 200
    assert [status["text"] for status in client.mine()] == ["old", "new"]
    assert old.json()["created_at"] == "2011-05-06T07:08:09.000Z"


def test_friendica_answers_with_a_schedule_and_posts_now() -> None:
    """A worker sends it as soon as it can, dated then."""
    fake = FakeMastodon("friendica-2024")

    answer = BareClient(fake).say("one", scheduled_at=LONG_AGO)

    assert "content" not in answer.json()
    assert fake.statuses[0].created_at == fake.clock.now()


def test_dates_with_an_offset_are_understood() -> None:
    """RFC 3339, kept in UTC."""
    fake = FakeMastodon(GOTOSOCIAL)
    BareClient(fake).say("one", scheduled_at="2011-05-06T09:08:09+02:00")

    assert fake.statuses[0].created_at == datetime(2011, 5, 6, 7, 8, 9, tzinfo=UTC)


def _ahead(fake: FakeMastodon, *, minutes: float) -> httpx.Response:
    moment = fake.clock.now() + timedelta(minutes=minutes)
    return BareClient(fake).say("one", scheduled_at=moment.isoformat())
