"""People are followed: completely, once, by the word of their own server, and each with an outcome."""

from dataclasses import replace
from math import ceil
from pathlib import Path

import pytest

from migrate.errors import LoginError, ServerError
from migrate.ledger import FollowReason, FollowState
from migrate.mastodon import Waiting
from migrate.model import Action, Person
from migrate.people.evidence.checked import Checked, Outcome
from migrate.people.follow import Listed, NotListed
from migrate.people.sources.fediverse import Fediverse
from tests.fakes.dialects import DIALECTS
from tests.fakes.mastodon import FakeMastodon
from tests.fakes.things import FakeList
from tests.people.follow.scene import Scene, became, followed, make_people, make_person, requests


@pytest.fixture(params=DIALECTS)
def fake(request: pytest.FixtureRequest) -> FakeMastodon:
    """A server of each dialect."""
    return FakeMastodon(request.param)


def test_everybody_is_followed_once(fake: FakeMastodon, tmp_path: Path) -> None:
    """Known to the server, unknown to it, and on it; a second run asks for nothing more."""
    people = [
        *make_people(fake, 3),
        make_person(fake, "new@far.example", met=False),
        Person("bob@fake.example"),
    ]
    scene = Scene(fake, tmp_path, people)
    scene.run()
    scene.run()

    names = [person.address.removesuffix("@fake.example") for person in people]
    assert followed(fake) == dict.fromkeys(names, 1)
    assert set(scene.states().values()) == {"done"}


def test_requests_are_counted(tmp_path: Path) -> None:
    """100 people, 30 of them unknown to the server, 50 followed already: no request too many."""
    fake = FakeMastodon()
    people = make_people(fake, 100)
    for number, account in enumerate(fake.world.accounts[person.address] for person in people):
        account.met = number >= 30
        account.followed = number >= 50
    Scene(fake, tmp_path, people).run()

    assert requests(fake, "POST */follow") == 50
    assert requests(fake, "GET */relationships") == ceil(100 / 40) + ceil(50 / 40)  # before, and at the end
    assert requests(fake, "GET */lookup") == 0
    assert requests(fake, "GET /api/v2/search") == 100
    assert len(fake.requests) == 4 + 50 + 5 + 100  # four to meet the server


def test_looking_first_costs_no_second_look(tmp_path: Path) -> None:
    """Who people are is remembered from the look; only what they are to us is asked again."""
    fake = FakeMastodon()
    scene = Scene(fake, tmp_path, make_people(fake, 50, met=False))
    shown = scene.look()
    assert (len(shown.new), followed(fake)) == (50, {})

    scene.run()
    assert requests(fake, "GET */lookup") == 0
    assert requests(fake, "GET /api/v2/search") == 50
    assert requests(fake, "GET */relationships") == 6


def test_the_look_tells_everybody_apart(tmp_path: Path) -> None:
    """New, followed, asked, oneself, moved, the same account twice, not to be found."""
    fake = FakeMastodon()
    people = [
        make_person(fake, "new@far.example"),
        make_person(fake, "old@far.example", followed=True),
        make_person(fake, "asked@far.example", requested=True, accepts_after=None),
        make_person(fake, "gone@far.example", moved_to="new@far.example"),
        Person("me@fake.example"),
        Person("nobody@far.example"),
    ]
    shown = Scene(fake, tmp_path, people).look()

    assert [lookup.person.address for lookup in shown.new] == ["new@far.example"]
    others = {known.address.partition("@")[0]: (known.state, known.reason) for known in shown.others}
    assert others == {
        "old": (FollowState.ALREADY, None),
        "asked": (FollowState.ALREADY, None),
        "gone": (FollowState.LEFT_OUT, FollowReason.TWICE),
        "me": (FollowState.LEFT_OUT, FollowReason.ONESELF),
        "nobody": (FollowState.LOST, FollowReason.UNKNOWN),
    }


def test_a_stranger_of_the_same_name_is_not_followed(fake: FakeMastodon, tmp_path: Path) -> None:
    """The search finds another carol first; and where it finds no one else, she still isn't meant."""
    fake.add_account("carol@elsewhere.example")
    scene = Scene(
        fake, tmp_path, [make_person(fake, "carol@far.example", met=False), Person("carol@gone.example")]
    )
    scene.run()

    assert followed(fake) == {"carol@far.example": 1}
    lost = scene.known()["carol@gone.example"]
    assert (lost.state, lost.reason) == (FollowState.LOST, FollowReason.SOMEBODY_ELSE)


def test_the_far_server_says_who_is_meant(fake: FakeMastodon, tmp_path: Path) -> None:
    """`dave@social.far.example` is called `dave@far.example` there: WebFinger's subject counts."""
    fake.add_account("dave@elsewhere.example")
    fake.add_account("dave@far.example", met=False)
    fake.world.aliases["dave@social.far.example"] = "dave@far.example"
    Scene(fake, tmp_path, [Person("dave@social.far.example")]).run()

    assert followed(fake) == {"dave@far.example": 1}


def test_a_server_may_write_a_host_in_its_own_letters(fake: FakeMastodon, tmp_path: Path) -> None:
    """Mastodon answers with ß where the list has the ASCII form; fass.example is another host."""
    fake.add_account("carol@fass.example")
    fake.add_account("carol@faß.example")
    Scene(fake, tmp_path, [Person("carol@xn--fa-hia.example")]).run()

    assert followed(fake) == {"carol@faß.example": 1}


def test_whoever_moved_is_followed_where_they_are(fake: FakeMastodon, tmp_path: Path) -> None:
    """Two moves to the end; in a circle there is none."""
    make_person(fake, "c@far.example")
    make_person(fake, "b@far.example", moved_to="c@far.example")
    people = [
        make_person(fake, "a@far.example", moved_to="b@far.example"),
        make_person(fake, "x@far.example", moved_to="y@far.example"),
    ]
    make_person(fake, "y@far.example", moved_to="x@far.example")
    scene = Scene(fake, tmp_path, people)
    scene.run()

    assert followed(fake) == {"c@far.example": 1}
    assert scene.known()["a@far.example"].moved
    assert scene.known()["x@far.example"].reason is FollowReason.MOVED_TOO_OFTEN


def test_two_addresses_of_one_account_are_one_person(fake: FakeMastodon, tmp_path: Path) -> None:
    """In one list and in a later one: asked once, and undoing knows whose it is."""
    fake.world.dialect = replace(fake.dialect, people_import="")
    now, then = (
        make_person(fake, "now@far.example"),
        make_person(fake, "then@far.example", moved_to="now@far.example"),
    )
    older = make_person(fake, "older@far.example", moved_to="now@far.example")
    scene = Scene(fake, tmp_path, [then, now])
    scene.run()
    scene.people = [then, now, older]
    scene.run()

    assert requests(fake, "POST */follow") == 1
    assert scene.states() == {"then": "done", "now": "left_out", "older": "left_out"}


def test_a_hopeful_answer_is_checked_later(tmp_path: Path) -> None:
    """Mastodon says `following` before the other server was asked; what came of it is seen later."""
    fake = FakeMastodon()
    people = [
        make_person(fake, "quick@far.example"),
        make_person(fake, "slow@far.example", accepts_after=3600),
        make_person(fake, "no@far.example", accepts_after=3600, declines=True),
        make_person(fake, "locked@far.example", locked=True),
    ]
    scene = Scene(fake, tmp_path, people)
    scene.run()
    assert scene.states() == {"quick": "done", "slow": "pending", "no": "pending", "locked": "requested"}

    fake.clock.advance(3600)
    assert became(scene.run()) == {"slow": "done", "no": "refused"}
    assert set(followed(fake).values()) == {1}


def test_a_follow_that_is_not_seen_at_once_is_no_refusal(tmp_path: Path) -> None:
    """Takahē answers before it follows; a minute later it is seen, and nobody is asked twice."""
    fake = FakeMastodon(optimistic_follows=False)
    scene = Scene(fake, tmp_path, [make_person(fake, "late@far.example", shows_after=5)])
    scene.run()
    assert scene.states() == {"late": "pending"}

    fake.clock.advance(60)
    assert became(scene.run()) == {"late": "done"}
    assert followed(fake) == {"late@far.example": 1}


def test_each_no_is_told_apart(tmp_path: Path) -> None:
    """Refused by rule, server away, deleted in between: the run goes on, each has its reason."""
    fake = FakeMastodon()
    fake.world.dead_hosts.add("dead.example")
    people = [
        make_person(fake, "closed@far.example", refuses=True),
        make_person(fake, "away@dead.example", met=False),
        make_person(fake, "fine@far.example"),
    ]
    scene = Scene(fake, tmp_path, people)
    scene.run()

    known = {address.partition("@")[0]: (one.state, one.reason) for address, one in scene.known().items()}
    assert known == {
        "closed": (FollowState.REFUSED, FollowReason.NOT_ALLOWED),
        "away": (FollowState.LOST, FollowReason.NO_ANSWER),
        "fine": (FollowState.DONE, None),
    }


def test_nobody_who_was_blocked_is_followed(fake: FakeMastodon, tmp_path: Path) -> None:
    """A block is taken for an answer; some servers would lift it."""
    scene = Scene(fake, tmp_path, [make_person(fake, "b@far.example", blocked=True)])
    scene.run()

    assert (followed(fake), scene.states()) == ({}, {"b": "left_out"})
    assert scene.account("b@far.example").blocked


def test_whoever_was_not_found_is_looked_for_again_later(tmp_path: Path) -> None:
    """A server that is away today is back tomorrow; a run that goes on at once doesn't ask again."""
    fake = FakeMastodon()
    fake.world.dead_hosts.add("far.example")
    scene = Scene(fake, tmp_path, make_people(fake, 1, met=False))
    scene.run()
    before = requests(fake, "GET /api/v2/search")
    scene.run()
    assert requests(fake, "GET /api/v2/search") == before

    fake.world.dead_hosts.clear()
    fake.clock.advance(2 * 3600)
    scene.run()
    assert scene.states() == {"p0": "done"}


def test_a_page_that_says_not_found_is_believed_the_second_time(tmp_path: Path) -> None:
    """So says Takahē of people whom it does not know. One of them is no reason not to follow the others."""
    usual = FakeMastodon().dialect.says
    fake = FakeMastodon(says={**usual, "unknown": (404, "<h1>Not Found</h1>")})
    scene = Scene(fake, tmp_path, [Person("nobody@fake.example"), Person("bob@fake.example")])
    scene.run()

    assert followed(fake) == {"bob": 1}
    assert scene.states() == {"nobody": "lost", "bob": "done"}


def test_a_revoked_login_refuses_nobody(fake: FakeMastodon, tmp_path: Path) -> None:
    """The run stops and says what to do; afterwards it goes on."""
    scene = Scene(fake, tmp_path, make_people(fake, 3))
    code, words = fake.dialect.says["revoked token"]
    fake.faults.answer(2, code, {"error": words}, "POST /api/v1/accounts/*/follow")
    fake.faults.answer(2, code, {"error": words}, "GET */verify_credentials")
    if fake.dialect.people_import:
        fake.faults.answer(1, 404, {"error": "none"}, "POST *import*")
    with pytest.raises(LoginError, match="migrate login"):
        scene.run()
    assert "refused" not in scene.states().values()

    fake.faults.clear()
    scene.run()
    assert set(followed(fake).values()) == {1}
    assert set(scene.states().values()) == {"done"}


def test_a_login_without_the_right_is_told_so(fake: FakeMastodon, tmp_path: Path) -> None:
    """A login from before this program followed anyone: nobody is written down as refused."""
    scene = Scene(fake, tmp_path, make_people(fake, 2))
    fake.oauth.tokens[fake.token].scopes = frozenset({"read:accounts", "write:statuses"})

    with pytest.raises(LoginError, match="migrate login"):
        scene.run()


def test_no_more_follows_stops_the_run(tmp_path: Path) -> None:
    """A server with a limit of its own says the same three times in a row; nobody is given up for it."""
    fake = FakeMastodon()
    fake.world.most_follows = 2
    scene = Scene(fake, tmp_path, make_people(fake, 9))
    with pytest.raises(ServerError, match="in a row"):
        scene.run()
    assert requests(fake, "POST */follow") == 5

    fake.world.most_follows = None
    scene.run()
    assert len(followed(fake)) == 9


def test_limit_stops_and_the_next_run_goes_on(tmp_path: Path) -> None:
    """`limit` counts the new ones of this run."""
    fake = FakeMastodon()
    scene = Scene(fake, tmp_path, make_people(fake, 5))
    fake.world.accounts["p0@far.example"].followed = True
    scene.run(limit=2)
    assert list(followed(fake)) == ["p1@far.example", "p2@far.example"]

    scene.run()
    assert len(followed(fake)) == 4


def test_wishes_are_sent(fake: FakeMastodon, tmp_path: Path) -> None:
    """No boosts, notifications, languages: also where the server takes lists, which can't carry them."""
    person = Person("w@far.example", boosts=False, notify=True, languages=("en", "fr"))
    make_person(fake, "w@far.example")
    Scene(fake, tmp_path, [person]).run()

    assert fake.world.accounts["w@far.example"].wishes == {
        "reblogs": False,
        "notify": True,
        "languages": ["en", "fr"],
    }


def test_people_are_put_on_lists(fake: FakeMastodon, tmp_path: Path) -> None:
    """Those of this run and those followed before; the list is made once; a second run changes nothing."""
    addresses = ["a@far.example", "b@far.example", "c@far.example"]
    for address in addresses:
        make_person(fake, address)
    fake.world.accounts["b@far.example"].followed = True
    fake.world.accounts["c@far.example"].refuses = True
    people = [Person(address, lists=("Friends", "All")) for address in addresses]
    scene = Scene(fake, tmp_path, people)
    first = [event for event in scene.run() if isinstance(event, Listed)]
    again = [event for event in scene.run() if isinstance(event, Listed)]

    if "no lists" in fake.dialect.says:  # recorded on Takahē 0.11.0
        assert (first, again, fake.world.lists) == ([], [], {})
        return
    assert first == [Listed("Friends", 2), Listed("All", 2)]
    assert again == [Listed("Friends", 0), Listed("All", 0)]
    ids = [fake.world.accounts[address].id for address in addresses[:2]]
    assert [(one.title, one.ids) for one in fake.world.lists.values()] == [("Friends", ids), ("All", ids)]


@pytest.mark.parametrize("action", [Action.BLOCK, Action.MUTE])
def test_blocks_and_mutes(fake: FakeMastodon, action: Action, tmp_path: Path) -> None:
    """The same for other actions: whoever is so already is left alone, the rest is done."""
    done = {Action.BLOCK: "blocked", Action.MUTE: "muted"}[action]
    people = [make_person(fake, "old@far.example", **{done: True}), make_person(fake, "new@far.example")]
    scene = Scene(fake, tmp_path, people)
    scene.run(action)

    if action is Action.MUTE and not fake.dialect.mutes:  # recorded on snac 2.75: it knows no such thing
        assert scene.states(action) == {"old": "already", "new": "refused"}
        return
    assert scene.states(action) == {"old": "already", "new": "done"}
    assert all(getattr(scene.account(person.address), done) for person in people)
    assert requests(fake, f"POST */accounts/*/{action.value}") <= 1


def test_a_list_is_handed_in_where_the_server_takes_one(tmp_path: Path) -> None:
    """GoToSocial, Pleroma and Akkoma: one request, read back; whoever did not work is asked for alone."""
    for dialect, reason in (
        ("gotosocial-0.20", FollowReason.GONE),  # recorded: 404, as of an account that is not there
        ("pleroma-2.7", FollowReason.NOT_ALLOWED),
        ("akkoma-3.16", FollowReason.NOT_ALLOWED),
    ):
        fake = FakeMastodon(dialect)
        fake.world.import_takes = 10
        people = [*make_people(fake, 60), make_person(fake, "no@far.example", refuses=True)]
        scene = Scene(fake, tmp_path / dialect, people)
        scene.run()

        assert requests(fake, "POST *import") == 1
        assert requests(fake, "POST */follow") == 1
        assert set(followed(fake).values()) == {1}
        assert scene.known()["no@far.example"].reason is reason
        assert len(followed(fake)) == 60


def test_waits_are_told(tmp_path: Path) -> None:
    """A 429 makes the run wait, and costs nothing else."""
    fake = FakeMastodon()
    scene = Scene(fake, tmp_path, make_people(fake, 3))
    fake.faults.answer(2, 429, {"error": "slow"}, "POST */follow")
    events = scene.run()

    assert any(isinstance(event, Waiting) for event in events)
    assert set(followed(fake).values()) == {1}


def test_a_full_account_stops_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only where the account's own number stands at the limit (recorded on 4.5.15: `following_count`)."""
    fake = FakeMastodon()
    fake.world.most_follows = 2
    monkeypatch.setattr("migrate.people.follow.acting.follows_left", lambda _server, _own: 0)
    scene = Scene(fake, tmp_path, make_people(fake, 9))
    with pytest.raises(ServerError, match="more people"):
        scene.run()

    assert requests(fake, "POST */follow") == 3
    assert "refused" not in scene.states().values()


def test_what_stood_in_the_way_may_be_gone(tmp_path: Path) -> None:
    """A block lifted, a right given: the next run sees it, and follows."""
    fake = FakeMastodon()
    people = [
        make_person(fake, "b@far.example", blocked=True),
        make_person(fake, "r@far.example", refuses=True),
    ]
    scene = Scene(fake, tmp_path, people)
    scene.run()
    assert scene.states() == {"b": "left_out", "r": "refused"}

    scene.account("b@far.example").blocked = scene.account("r@far.example").refuses = False
    scene.run()
    assert scene.states() == {"b": "done", "r": "done"}


def test_a_language_that_the_server_does_not_know_costs_no_follow(fake: FakeMastodon, tmp_path: Path) -> None:
    """A region that is dropped, a language that is none; zh-TW stays (languages_helper.rb)."""
    people = [
        Person("a@far.example", languages=("pt-BR", "zh-tw")),
        Person("b@far.example", languages=("qq",)),
    ]
    for person in people:
        make_person(fake, person.address)
    Scene(fake, tmp_path, people).run()

    assert followed(fake) == {"a@far.example": 1, "b@far.example": 1}
    if fake.dialect.rails:
        assert fake.world.accounts["a@far.example"].wishes["languages"] == ["pt", "zh-TW"]


def test_a_follow_goes_without_languages_where_they_are_refused(tmp_path: Path) -> None:
    """A server that is older than our list of languages; the words are those recorded on 4.5.15."""
    fake = FakeMastodon()
    make_person(fake, "a@far.example")
    fake.faults.answer(1, 422, {"error": "Validation failed: Languages is invalid"}, "POST */follow")
    Scene(fake, tmp_path, [Person("a@far.example", boosts=False, languages=("tok",))]).run()

    assert fake.world.accounts["a@far.example"].wishes == {"reblogs": False}


def test_wishes_reach_people_who_are_followed_already(tmp_path: Path) -> None:
    """And undoing leaves them followed."""
    fake = FakeMastodon()
    make_person(fake, "old@far.example", followed=True)
    scene = Scene(fake, tmp_path, [Person("old@far.example", boosts=False)])
    scene.run()
    scene.run()

    assert fake.world.accounts["old@far.example"].wishes == {"reblogs": False}
    assert requests(fake, "POST */follow") == 1
    assert scene.states() == {"old": "already"}


def test_a_no_may_come_from_a_place_that_a_person_has_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The own server has an old copy without `moved`; the person's own server tells where they are."""
    fake = FakeMastodon()
    left = make_person(fake, "left@far.example", accepts_after=10, declines=True)
    make_person(fake, "here@new.example")
    asked: list[str] = []

    def check(_: Fediverse, address: str) -> Checked:
        asked.append(address)
        now = fake.clock.now()
        return Checked(address, Outcome.FOUND, now, address="here@new.example", passed=(address,))

    monkeypatch.setattr(Fediverse, "check", check)
    scene = Scene(fake, tmp_path, [left])
    scene.run()
    fake.clock.advance(3600)
    scene.run()
    fake.clock.advance(3600)
    scene.run()

    assert followed(fake) == {"left@far.example": 1, "here@new.example": 1}
    assert scene.states() == {"left": "done"}
    assert asked == ["left@far.example"]


def test_a_list_takes_the_asked_when_they_have_said_yes(tmp_path: Path) -> None:
    """GoToSocial says 404 for people who were only asked: they are told by name, and come later."""
    fake = FakeMastodon("gotosocial-0.20", people_import="")
    scene = Scene(fake, tmp_path, [replace_lists(make_person(fake, "slow@far.example", accepts_after=3600))])
    no = {"error": "Not Found: account 01M8FQ not currently followed"}
    fake.faults.answer(1, 404, no, "POST */lists/*/accounts")
    events = scene.run()
    assert [one for one in events if isinstance(one, NotListed)] == [
        NotListed("Friends", ("slow@far.example",), waits=True)
    ]

    fake.clock.advance(3600)
    scene.run()
    assert [one.ids for one in fake.world.lists.values()] == [[scene.account("slow@far.example").id]]


@pytest.mark.parametrize("shows_after", [5, 3600])
def test_what_is_not_seen_yet_is_taken_back_all_the_same(shows_after: int, tmp_path: Path) -> None:
    """Takahē follows a moment after its answer: undoing right then waits, and unfollows whatever is seen."""
    fake = FakeMastodon(optimistic_follows=False)
    scene = Scene(fake, tmp_path, [make_person(fake, "late@far.example", shows_after=shows_after)])
    scene.run()
    assert any(isinstance(event, Waiting) for event in scene.undo())

    late = scene.account("late@far.example")
    assert (late.followed, late.requested) == (False, False)
    assert requests(fake, "POST */unfollow") == 1
    assert scene.states() == {"late": "undone"}


def test_the_title_of_a_list_is_forgotten_with_the_list(tmp_path: Path) -> None:
    """A list of that title which the person makes later is their own, and stays."""
    fake = FakeMastodon()
    scene = Scene(fake, tmp_path, [replace_lists(make_person(fake, "a@far.example"))])
    scene.run()
    fake.world.lists.clear()
    scene.people = [make_person(fake, "b@far.example")]
    scene.run()
    fake.world.lists["7"] = FakeList("7", "Friends", [])
    scene.undo()

    assert list(fake.world.lists) == ["7"]


def replace_lists(person: Person) -> Person:
    """The same person, on the list of friends."""
    return Person(person.address, lists=("Friends",))
