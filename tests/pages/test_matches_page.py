"""The page of matches: it shows both sides, and runs nothing that strangers wrote."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from msgspec import structs

from migrate.pages.matches import make_matches_page
from migrate.pages.matchwords import REASONS, RELATIONS, SOURCES, STATES, TIERS
from migrate.people.contacts import Contact, Relation, SeenHandle
from migrate.people.decisions import Decision
from migrate.people.evidence.claims import Evidence, Source
from migrate.people.evidence.match import Doubt, Match, Tier
from tests.people.evidence.people import NOW, account

EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


def match(**more: object) -> Match:
    """A match, as usual but for what a test is about."""
    contact = Contact(
        "42",
        (SeenHandle("tom_example", NOW), SeenHandle("tom_old")),
        "Tom",
        frozenset({Relation.FOLLOWING}),
        3,
    )
    told = (Evidence(Source.PROFILE, "🐘 @tom@chaos.social", NOW, "https://twitter.com/tom_example"),)
    checked = account(
        "tom@chaos.social",
        name="Tom of Chaos",
        summary="Bread",
        url="https://chaos.social/@tom",
        fields=(("Site", "tom.example"),),
        passed=("tom@old.social",),
        last_active="2026-02-02",
    )
    made = Match(contact, "tom@chaos.social", Tier.CONFIRMED, told, checked=checked)
    return structs.replace(made, **more)


class Links(HTMLParser):
    """The tags of a page, and where its links lead."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.leads: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.leads += [value or "" for name, value in attrs if name in {"href", "src", "action"}]
        assert not [name for name, _ in attrs if name.startswith("on") or name == "style"]


def test_both_sides_stand_next_to_each_other() -> None:
    """With everything that speaks for and against it."""
    page = make_matches_page([match()])

    for words in (
        *("Tom", "@tom_example", "Earlier names: @tom_old", "on 2026-03-01", "You follow them"),
        *("In 3 of your tweets", "Tom of Chaos", "@tom@chaos.social", "Bread", "tom.example"),
        *("Moved here from @tom@old.social", "Last active on 2026-02-02", TIERS[Tier.CONFIRMED]),
        *(SOURCES[Source.PROFILE], "🐘 @tom@chaos.social"),
    ):
        assert words in page


def test_words_of_strangers_stay_words() -> None:
    """In names, texts, labels and addresses."""
    evil = match(
        contact=Contact("42", (SeenHandle(EVIL),), EVIL),
        address=f"{EVIL}@x",
        evidence=(Evidence(Source.RETWEET, EVIL, NOW, "javascript:alert(1)"),),
        checked=account(name=EVIL, summary=EVIL, url="javascript:alert(1)", fields=((EVIL, EVIL),)),
    )
    page = Links(make_matches_page([evil]))

    assert page.tags.count("script") == 1
    assert "img" not in page.tags
    assert all(lead.startswith("https://") for lead in page.leads)


def test_the_page_loads_nothing_and_runs_one_script() -> None:
    """By a policy that names the script and the style by their hashes."""
    page = make_matches_page([match()])
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)

    assert policy
    assert policy[1].startswith("default-src &#39;none&#39;; script-src &#39;sha256-")
    assert "unsafe" not in policy[1]
    assert not {"link", "img", "iframe", "video"} & set(Links(page).tags)


@pytest.mark.parametrize("reason", [reason for reason in Doubt if reason is not Doubt.NONE])
def test_every_reason_has_a_sentence(reason: Doubt) -> None:
    """No match is rejected without a word."""
    page = make_matches_page([match(doubt=reason, tier=Tier.REJECTED)])

    assert REASONS[reason] in unescape(page)


def test_there_are_words_for_everything() -> None:
    """Each tier, source, relation and decision has its sentence."""
    assert [set(words) for words in (TIERS, SOURCES, RELATIONS, STATES, REASONS)] == [
        set(Tier),
        set(Source),
        set(Relation),
        set(Decision),
        set(Doubt),
    ]


def test_a_decision_is_shown() -> None:
    """So that nobody decides twice."""
    assert "You said no" in make_matches_page([match(state=Decision.REJECTED)])


def test_a_person_without_a_name_is_shown_by_number() -> None:
    """Two thirds of the people that one follows are."""
    page = make_matches_page([match(contact=Contact("42"), checked=None)])

    assert "https://twitter.com/intent/user?user_id=42" in page
    assert "https://chaos.social/@tom" in page
