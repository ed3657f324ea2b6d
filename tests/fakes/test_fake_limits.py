"""How many requests a server takes, and how it says so."""

from datetime import UTC, datetime

import pytest

from tests.fakes.client import BareClient
from tests.fakes.clock import FakeClock
from tests.fakes.mastodon import FakeMastodon

HALF_PAST_TEN = datetime(2026, 3, 2, 10, 30, 0, 250_000, tzinfo=UTC)


def test_without_limits_there_are_no_headers() -> None:
    """As on a GoToSocial that has them switched off."""
    answer = BareClient(FakeMastodon()).say("one")

    assert not [name for name in answer.headers if name.startswith("x-ratelimit")]


def test_mastodon_takes_300_posts_in_three_hours() -> None:
    """A window that is aligned to the epoch; its end stands in the header, with the fraction of now."""
    fake = _mastodon()
    client = BareClient(fake)
    _posts(fake, client, 300)

    refused = client.say("one more")
    fake.clock.advance((datetime(2026, 3, 2, 12, 0, tzinfo=UTC) - fake.clock.now()).total_seconds())

    assert (refused.status_code, refused.json()) == (429, {"error": "Too many requests"})
    assert _triple(refused) == ("300", "0", "2026-03-02T12:00:00.250000Z")
    assert "retry-after" not in refused.headers
    assert client.say("one more").status_code == 200


def test_what_is_refused_or_replayed_costs_no_post() -> None:
    """Only what was stored is counted."""
    fake = _mastodon()
    client = BareClient(fake)
    client.say("one", "k")

    for _ in range(5):
        client.say("one", "k")
        client.say("")

    assert client.say("two").headers["x-ratelimit-remaining"] == "288"  # of the token's 300 in five minutes
    assert _deeds_left(fake) == 298


def test_an_edit_costs_as_much_as_a_post_and_a_boost_nothing() -> None:
    """Recorded as limits_books:7.edit and 10.boost."""
    fake = _mastodon()
    client = BareClient(fake)
    status_id = client.say("one").json()["id"]
    client.post(f"/api/v1/statuses/{status_id}/reblog")
    client.put(f"/api/v1/statuses/{status_id}", json={"status": "two"})

    assert _deeds_left(fake) == 298


def test_the_headers_show_the_fullest_window() -> None:
    """Uploads have thirty in half an hour; a post shows its own window where that is no emptier."""
    fake = _mastodon()
    client = BareClient(fake)

    uploaded = client.upload()
    posted = client.say("one")
    fake.clock.advance(400)
    later = client.say("two")

    assert _triple(uploaded) == ("30", "29", "2026-03-02T11:00:00.250000Z")
    assert _triple(posted) == ("300", "298", "2026-03-02T10:35:00.250000Z")
    assert _triple(later) == ("300", "298", "2026-03-02T12:00:00.250000Z")


def test_the_31st_upload_in_half_an_hour_is_refused() -> None:
    """Also when the others failed; asking whether one is ready is free."""
    fake = _mastodon()
    client = BareClient(fake)
    for _ in range(29):
        client.upload(b"unreadable")
    media_id = client.upload().json()["id"]

    assert client.upload().status_code == 429
    assert client.get(f"/api/v1/media/{media_id}").status_code == 200
    fake.clock.advance(1800)
    assert client.upload().status_code == 200


def test_thirty_deletes_in_half_an_hour() -> None:
    """Of posts, also of those that are not there."""
    fake = _mastodon()
    client = BareClient(fake)

    codes = [client.delete(f"/api/v1/statuses/{number}").status_code for number in range(31)]

    assert codes == [404] * 30 + [429]


def test_300_requests_in_five_minutes_for_one_token() -> None:
    """All of them count, whatever they are."""
    fake = _mastodon()
    client = BareClient(fake)

    codes = [client.get("/api/v1/accounts/1001").status_code for _ in range(301)]

    assert codes == [200] * 300 + [429]
    assert client.get("/api/v2/instance", headers={"Authorization": ""}).status_code == 200


def test_paging_has_a_window_of_its_own() -> None:
    """Any request with a cursor."""
    fake = _mastodon()
    client = BareClient(fake)

    answer = client.get("/api/v1/accounts/1001/statuses?max_id=5")
    fake.clock.advance(300)
    later = client.get("/api/v1/accounts/1001/statuses?max_id=5")

    assert _triple(answer)[1:] == ("299", "2026-03-02T10:35:00.250000Z")
    assert _triple(later)[1:] == ("298", "2026-03-02T10:45:00.250000Z")


def test_a_token_may_use_1500_requests_only_of_several() -> None:
    """Before 4.1 there was one window of 300 for the user."""
    assert {limit.count for limit in _mastodon().dialect.limits if limit.name == "authenticated_api"} == {
        1500
    }
    old = FakeMastodon("mastodon-3.5").dialect.limits
    assert {limit.count for limit in old if limit.name == "authenticated_api"} == {300}


def test_gotosocial_counts_per_address_from_the_first_request_on() -> None:
    """300 in five minutes, of all kinds."""
    fake = FakeMastodon("gotosocial-0.20", rate_limits=True, clock=FakeClock(HALF_PAST_TEN))
    client = BareClient(fake)
    fake.clock.advance(90)
    first = client.say("one")
    for number in range(299):
        client.say(str(number))

    refused = client.say("one more")

    assert _triple(first) == ("300", "299", "2026-03-02T10:36:30.000Z")
    assert (refused.status_code, refused.json()) == (429, {"error": "rate limit reached"})
    assert client.get("/nodeinfo/2.0").status_code == 200
    fake.clock.advance(300)
    assert client.say("one more").status_code == 200


@pytest.mark.parametrize("dialect", ["pleroma-2.7", "akkoma-3.16"])
def test_pleroma_takes_15_in_ten_seconds_and_says_nothing_of_it(dialect: str) -> None:
    """No headers, not even on the 429."""
    fake = FakeMastodon(dialect, rate_limits=True)
    client = BareClient(fake)
    answers = [client.say(str(number)) for number in range(16)]

    assert [answer.status_code for answer in answers] == [200] * 15 + [429]
    assert answers[-1].json() == {"error": "Throttled"}
    assert not [name for name in answers[-1].headers if name.startswith(("x-ratelimit", "retry"))]
    fake.clock.advance(10)
    assert client.say("one more").status_code == 200


def test_the_date_of_an_answer_is_the_server_s() -> None:
    """To the second, by its own clock."""
    answer = BareClient(_mastodon()).get("/api/v2/instance")

    assert answer.headers["date"] == "Mon, 02 Mar 2026 10:30:00 GMT"


def _mastodon() -> FakeMastodon:
    return FakeMastodon(rate_limits=True, clock=FakeClock(HALF_PAST_TEN))


def _posts(fake: FakeMastodon, client: BareClient, count: int) -> None:
    for number in range(count):
        assert client.say(str(number)).status_code == 200
        fake.clock.advance(2)


def _deeds_left(fake: FakeMastodon) -> int:
    fake.clock.advance(400)
    return int(BareClient(fake).say("and one").headers["x-ratelimit-remaining"]) + 1


def _triple(answer: object) -> tuple[str, str, str]:
    headers = answer.headers  # type: ignore[attr-defined]
    return (headers["x-ratelimit-limit"], headers["x-ratelimit-remaining"], headers["x-ratelimit-reset"])
