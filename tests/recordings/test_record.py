"""The recorder, on a fake of loopback: what it writes, what it leaves, and where it won't work."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.mastodon import FakeMastodon
from tests.fakes.serve import serve
from tests.recordings import kept, leftovers, record
from tests.recordings.catalogue.groups import GROUPS
from tests.recordings.leftovers import Journal
from tests.recordings.record import NotAllowedError, Recorder

SMALL = tuple(group for group in GROUPS if group.name in {"statuses", "lists", "quotes", "limits_apps"})


class Scene:
    """A fake on a port, seven accounts on it, and a recorder with them."""

    def __init__(self, fake: FakeMastodon, address: str, where: Path) -> None:
        self.fake, self.address, self.where = fake, address, where
        fake.world.rules.clear()
        names = ["me", *(f"test{n}" for n in range(6))]
        for name in names[1:]:
            fake.add_account(name)
        self.tokens = [fake.token, *(fake.add_token(name) for name in names[1:])]

    def recorder(self) -> Recorder:
        wait = self.fake.clock.sleep
        accounts = [leftovers.account_of(self.address, token, wait) for token in self.tokens]
        return Recorder(self.address, accounts, Journal(self.where / "made"), wait=wait)


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    fake = FakeMastodon("mastodon-4.5", rate_limits=True)
    with serve(fake) as address:
        yield Scene(fake, address, tmp_path)


def test_it_writes_what_the_server_answers(scene: Scene) -> None:
    """In the format of the recordings: a fake of 4.5 answers as 4.5 was recorded."""
    cases = scene.recorder().record([group for group in SMALL if group.name == "statuses"])
    base = kept.load(kept.BASE)

    assert len(cases) > 80
    assert [case["name"] for case in cases if case != base.case(case["name"])] == []


def test_it_leaves_the_accounts_as_they_were(scene: Scene) -> None:
    """No post, list, later post or follow stays, however long the server makes it wait."""
    scene.recorder().record(SMALL)

    world = scene.fake.world
    assert (scene.fake.statuses, world.lists, world.scheduled) == ([], {}, [])
    assert not any(account.followed or account.blocked for account in world.accounts.values())
    assert not (scene.where / "made").exists()


def test_it_refuses_an_account_that_somebody_uses(scene: Scene) -> None:
    """A post that it did not make; nothing was asked and nothing deleted."""
    scene.fake.post_as("test3", "My holidays")

    with pytest.raises(NotAllowedError, match="test3"):
        scene.recorder().record(SMALL)
    assert [status.text for status in scene.fake.statuses] == ["My holidays"]


def test_what_a_crash_left_is_its_own(scene: Scene) -> None:
    """The journal names it, so it is deleted, and the next run begins."""
    recorder = scene.recorder()
    left = scene.fake.post_as("me", "left over")
    recorder.journal.append(("me", left.id))

    scene.recorder().record(SMALL[:1])

    assert scene.fake.statuses == []


@pytest.mark.parametrize(
    ("address", "asked"),
    [("http://127.0.0.1:3000", True), ("https://localhost", True), ("https://mastodon.example", False)],
)
def test_limits_are_only_asked_on_loopback(address: str, asked: bool) -> None:
    """Elsewhere they would be spent for somebody."""
    limits = [group for group in GROUPS if group.name.startswith("limits")]

    assert [bool(record._questions(group, address)) for group in limits] == [asked] * len(limits)


def test_a_difference_is_written_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next release is a diff to read."""
    monkeypatch.setattr(kept, "HERE", tmp_path)
    like = [{"name": f"a:{n}", "status": 200, "headers": {}, "body": {"id": str(n)}} for n in range(3)]
    kept.save(tmp_path / "one.jsonl", "one", like)
    kept.save(tmp_path / "two.jsonl", "two", [*like[:2], like[2] | {"status": 404}], like="one")

    two = kept.load("two")

    assert (set(two.cases), two.alike) == ({"a:2"}, {"a:0", "a:1"})
    assert [two.case(f"a:{n}") for n in range(2)] == like[:2]


def test_what_is_known_is_left_out_and_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """State and question as another recording has them, and what most statuses have."""
    status = kept.USUAL | {"visibility": "public", "content": "<p>a</p>", "sensitive": True}
    case = {"name": "a:1", "state": "s", "asked": "GET /", "status": 200, "headers": {}, "body": [status, {}]}
    monkeypatch.setattr(kept, "HERE", tmp_path)
    kept.save(tmp_path / "asked.jsonl", "asked", [case])
    kept.save(tmp_path / "short.jsonl", "short", [case], asked_as="asked")

    line = json.loads((tmp_path / "short.jsonl").read_text().splitlines()[1])

    assert line["body"][0] == {"visibility": "public", "content": "<p>a</p>", "sensitive": True}
    assert kept.load("short").case("a:1") == {
        name: case[name] for name in ("name", "status", "headers", "body")
    }


def test_too_few_accounts(scene: Scene) -> None:
    """Seven have their parts."""
    with pytest.raises(NotAllowedError, match="7 tokens"):
        record.main(scene.address, {"RECORD_TOKENS": " ".join(scene.tokens[:3])}, scene.fake.clock.sleep)


def test_all_of_it(scene: Scene) -> None:
    """With a French account and more tokens: all but for what the server's owner alone can do."""
    scene.fake.upgrade("mastodon-4.6")
    scene.fake.add_account("amelie")
    environment = {
        "RECORD_TOKENS": " ".join(scene.tokens),
        "RECORD_FRENCH": scene.fake.add_token("amelie"),
        "RECORD_MORE_TOKENS": " ".join(scene.fake.add_token("me") for _ in range(16)),
    }

    written = record.main(scene.address, environment, scene.fake.clock.sleep, scene.where)

    head, *lines = [json.loads(line) for line in written.read_text().splitlines()]
    cases = {case["name"]: case for case in lines}
    asked = {name.partition(":")[0] for name in [*cases, *head["alike"]]}
    assert {group.name for group in GROUPS} - asked == {"front", "oauth", "standing"}
    assert (cases["french:blank"]["status"], cases["statuses:key.again"]["status"]) == (422, 500)
    assert scene.fake.statuses == []
