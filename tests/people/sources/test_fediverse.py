"""From an address to the account behind it, and every way in which there is none."""

import pytest

from migrate.people.evidence.checked import Outcome
from migrate.people.sources.fediverse import Fediverse
from tests.fakes.web import Answer, FakeWeb

SOCIAL = "social.example"


def test_an_account_is_told_as_its_server_shows_it(fake: FakeWeb, fediverse: Fediverse) -> None:
    """Links, labelled lines, when somebody was last there."""
    fields = [{"name": "Twitter", "value": '<a href="https://twitter.com/alice">@alice</a>'}]
    fake.host(SOCIAL).add(
        "alice",
        note='<p>Gardens</p><p>&amp; <a href="https://alice.example">bread</a></p>',
        fields=fields,
        last_status_at="2026-02-01",
        locked=True,
    )
    checked = fediverse.check(f"alice@{SOCIAL}")

    assert (checked.outcome, checked.address) == (Outcome.FOUND, f"alice@{SOCIAL}")
    assert checked.summary == "Gardens\n& bread"
    assert checked.links == ("https://alice.example", "https://twitter.com/alice")
    assert checked.fields == (("Twitter", "@alice"),)
    assert (checked.software, checked.last_active, checked.locked) == ("mastodon", "2026-02-01", True)


@pytest.mark.parametrize("typed", ["alice@example.org", "alice@pages.example.org"])
def test_the_servers_own_word_is_the_address(fake: FakeWeb, fediverse: Fediverse, typed: str) -> None:
    """One host in eight has its pages elsewhere; both names lead to one address."""
    fake.host("example.org", pages="pages.example.org").add("alice")

    assert fediverse.check(typed).address == "alice@example.org"


_ACTOR = {"rel": "self", "type": "application/activity+json"}
PATHS = ("/.well-known/webfinger", "/api/v1/accounts/lookup", "/users/alice", "/nodeinfo/2.0")
HOSTILE = (
    b"[" * 200_000,
    b'{"links":' * 50_000,
    b'{"subject": "\xff"}',
    b'{"subject": "acct:alice@social.exa',
    b'{"subject": "acct:alice@social.example", "links": 1}',
    *({"links": [_ACTOR | {"href": href}]} for href in ("https://[", "https://xn--/", "//[::1", "\x00", "x")),
)


@pytest.mark.parametrize("content", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("path", PATHS)
def test_whatever_a_host_says_it_is_one_answer(
    path: str, content: object, fake: FakeWeb, fediverse: Fediverse
) -> None:
    """Of that host alone: the others are asked as before."""
    fake.host(SOCIAL).add("alice")
    fake.host("good.example").add("bob")
    fake.route(SOCIAL, path, Answer(content))

    assert isinstance(fediverse.check(f"alice@{SOCIAL}").outcome, Outcome)
    assert fediverse.check("bob@good.example").outcome is Outcome.FOUND


@pytest.mark.parametrize("moved_to", ["https://[", "https://xn--/", "acct:[", "//[", "@", "\x00"])
def test_a_move_to_nowhere_is_one_answer(moved_to: str, fake: FakeWeb, fediverse: Fediverse) -> None:
    """Nobody can be found there."""
    fake.host(SOCIAL, api=False).add("alice").actor = {"type": "Person", "movedTo": moved_to}

    assert fediverse.check(f"alice@{SOCIAL}").outcome is not Outcome.FOUND


def test_a_host_cannot_speak_for_another(fake: FakeWeb, fediverse: Fediverse) -> None:
    """A subject on another host counts only if that host says the same."""
    fake.host(SOCIAL)
    stolen = {"subject": f"acct:alice@{SOCIAL}", "links": []}
    fake.route("evil.example", "/.well-known/webfinger", Answer(stolen))

    assert fediverse.check("alice@evil.example").outcome is Outcome.NOT_FOUND


def test_hosts_cannot_pass_an_address_round(fake: FakeWeb, fediverse: Fediverse) -> None:
    """The host of the subject has to mean itself, as Mastodon asks of it too."""
    fake.host(SOCIAL).add("alice")
    actor = {"rel": "self", "type": "application/activity+json", "href": f"https://{SOCIAL}/users/alice"}
    for host, subject in (("one.example", "bob@two.example"), ("two.example", f"alice@{SOCIAL}")):
        fake.route(host, "/.well-known/webfinger", Answer({"subject": f"acct:{subject}", "links": [actor]}))

    assert fediverse.check("alice@one.example").outcome is Outcome.NOT_FOUND


def test_an_account_without_mastodons_api_is_read_as_an_actor(fake: FakeWeb, fediverse: Fediverse) -> None:
    """Pleroma's cousins, WordPress, Threads."""
    host = fake.host(SOCIAL, software="wordpress", api=False)
    lines = {"type": "PropertyValue", "name": "X", "value": '<a href="https://x.com/alice">x</a>'}
    host.add("alice").actor = {"type": "Service", "summary": "<p>Hi</p>", "attachment": lines}
    checked = fediverse.check(f"alice@{SOCIAL}")

    assert (checked.summary, checked.links, checked.automated) == ("Hi", ("https://x.com/alice",), True)


def test_a_server_that_hides_profiles_has_the_account_all_the_same(
    fake: FakeWeb, fediverse: Fediverse
) -> None:
    """Some show profiles to servers they know alone: the account exists, and more isn't known."""
    fake.host(SOCIAL, api=False).add("alice")
    fake.route(SOCIAL, "/users/alice", Answer({"error": "Unauthorized"}, 401))
    checked = fediverse.check(f"alice@{SOCIAL}")

    assert (checked.outcome, checked.address, checked.summary) == (Outcome.FOUND, f"alice@{SOCIAL}", "")
    assert checked.hidden


def test_a_move_is_followed(fake: FakeWeb, fediverse: Fediverse) -> None:
    """The old account can't be followed any more; the new one is the match."""
    fake.host(SOCIAL).add("alice", moved={"acct": "alice@new.example", "url": "https://new.example/@alice"})
    fake.host("new.example").add("alice")
    checked = fediverse.check(f"alice@{SOCIAL}")

    assert (checked.address, checked.passed) == ("alice@new.example", (f"alice@{SOCIAL}",))


def test_a_move_told_by_an_actor_is_followed(fake: FakeWeb, fediverse: Fediverse) -> None:
    """ActivityPub names the new account by the address of its actor."""
    fake.host(SOCIAL, api=False).add("alice").actor = {"movedTo": "https://new.example/users/al"}
    fake.host("new.example").add("al")

    assert fediverse.check(f"alice@{SOCIAL}").address == "al@new.example"


def test_moves_end(fake: FakeWeb, fediverse: Fediverse) -> None:
    """After three."""
    for n in range(5):
        fake.host(f"s{n}.example").add("alice", moved={"acct": f"alice@s{n + 1}.example"})

    assert fediverse.check("alice@s0.example").outcome is Outcome.MOVED_TOO_OFTEN


@pytest.mark.parametrize(
    ("path", "answer", "outcome"),
    [
        ("/.well-known/webfinger", Answer({}, 404), Outcome.NOT_FOUND),
        ("/.well-known/webfinger", Answer({}, 410), Outcome.GONE),
        ("/.well-known/webfinger", Answer("<h1>Hi</h1>", 200, "text/html"), Outcome.NOT_FOUND),
        ("/.well-known/webfinger", Answer({}, 500), Outcome.NO_ANSWER),
        ("/.well-known/webfinger", Answer({}, 403), Outcome.NO_ANSWER),
        ("/.well-known/webfinger", Answer({"links": []}), Outcome.NO_FEDERATION),
        (
            "/.well-known/webfinger",
            Answer(code=302, headers={"Location": "https://x.example:8080/"}),
            Outcome.FORBIDDEN_PLACE,
        ),
        ("/nodeinfo/2.0", Answer({"protocols": ["diaspora"]}), Outcome.NO_FEDERATION),
        ("/nodeinfo/2.0", Answer({"protocols": {"inbound": []}}), Outcome.NO_FEDERATION),
        ("/nodeinfo/2.0", Answer({}, 500), Outcome.FOUND),
    ],
)
def test_every_end_has_its_name(
    fake: FakeWeb, fediverse: Fediverse, path: str, answer: Answer, outcome: Outcome
) -> None:
    """Nobody there, gone, silent, not part of the fediverse."""
    fake.host(SOCIAL).add("alice")
    fake.route(SOCIAL, path, answer)
    fake.route(SOCIAL, "/.well-known/host-meta", Answer({}, 404))

    assert fediverse.check(f"alice@{SOCIAL}").outcome is outcome


def test_an_account_that_was_deleted_is_gone(fake: FakeWeb, fediverse: Fediverse) -> None:
    """Mastodon answers 410 for its actor."""
    host = fake.host(SOCIAL, api=False)
    host.add("alice")
    fake.route(SOCIAL, "/users/alice", Answer({}, 410))

    assert fediverse.check(f"alice@{SOCIAL}").outcome is Outcome.GONE


def test_a_server_says_once_what_it_is(fake: FakeWeb, fediverse: Fediverse) -> None:
    """However many accounts it is asked for."""
    for name in ("alice", "bob"):
        fake.host(SOCIAL).add(name)
        fediverse.check(f"{name}@{SOCIAL}")

    assert fake.paths(SOCIAL).count("/nodeinfo/2.0") == 1
