"""The ways in which a profile names its person's account on Twitter, and those in which it names others."""

import pytest
from msgspec import structs

from migrate.people.addresses.candidate import Form
from migrate.people.addresses.hosts import HostKind
from migrate.people.evidence.backlinks import is_mirror, links_back, names_another, twitter_handles
from migrate.people.evidence.claims import Source
from migrate.people.evidence.match import Doubt, Tier
from migrate.people.evidence.tiers import judge
from migrate.people.evidence.whose import Whose
from tests.people.evidence.people import ALICE, account, said

STATED = [said(Source.PROFILE)]


@pytest.mark.parametrize(
    "words",
    [
        *("Twitter: @alice_example", "@alice_example on Twitter", "🐦 @alice_example", "𝕏: @alice_example"),
        *(
            "formerly @alice_example on the birdsite",
            "@alice_example@twitter.com",
            "ex-birdsite: @alice_example",
        ),
        *("Auf Twitter @alice_example", "sur l'oiseau : @alice_example", "En Twitter: @alice_example"),
        *(
            "Твиттер: @alice_example",
            "Twitter'da @alice_example",
            "ツイッター：@alice_example",
            "Op Twitter @alice_example",
        ),
        *("nitter.net/alice_example", "https://fxtwitter.com/alice_example", "https://x.com/alice_example"),
        *("https://twitter.com/intent/user?user_id=111", "https://x.com/i/user/111"),
    ],
)
def test_a_profile_says_which_account_it_was(words: str) -> None:
    """In words, by a sign, through another front end, by the number itself."""
    profile = account(summary=f"Gardener. {words}")

    assert links_back(profile, ALICE)
    assert judge(ALICE, STATED, HostKind.KNOWN, profile).tier is Tier.CONFIRMED


@pytest.mark.parametrize(
    ("label", "value"),
    [
        *(("🐦", "@alice_example"), ("ツイッター", "alice_example"), ("Твиттер", "@alice_example")),
        *(("Twitter (inactive)", "@alice_example (RIP)"), ("Twitter", "@someone / @alice_example")),
        *(("X", "https://x.com/alice_example"), ("Birdsite", "@alice_example")),
    ],
)
def test_a_field_says_it(label: str, value: str) -> None:
    """By its label, in any language, and with more beside it."""
    assert links_back(account(fields=((label, value),)), ALICE)


@pytest.mark.parametrize(
    "words",
    [
        *(
            "made by twitter.com/alice_example",
            "fan of twitter.com/alice_example",
            "Bot by @alice_example on Twitter",
        ),
        *(
            "follow twitter.com/alice_example",
            "example.com/twitter.com/alice_example",
            "I like @alice_example",
        ),
        *("NOT @alice_example on Twitter", "art by https://twitter.com/alice_example"),
    ],
)
def test_who_is_only_liked_is_no_link_back(words: str) -> None:
    """Nor is it another's account then: nothing is said."""
    profile = account(summary=words)

    assert not links_back(profile, ALICE)
    assert not names_another(profile, ALICE)
    assert judge(ALICE, STATED, HostKind.KNOWN, profile).tier is Tier.STATED


@pytest.mark.parametrize(
    "words", ["Twitter: @alice_of_kent", "https://x.com/alice_of_kent", "I was @alice_of_kent on Twitter"]
)
def test_an_account_that_names_another_is_somebody_elses(words: str) -> None:
    """Until the user says yes: the same name, another person."""
    profile = account(summary=words)

    assert names_another(profile, ALICE)
    found = judge(ALICE, STATED, HostKind.KNOWN, profile)
    assert (found.tier, found.doubt) == (Tier.CLAIMED, Doubt.NAMES_ANOTHER)


def test_one_of_several_names_is_enough() -> None:
    """People have a second account."""
    profile = account(fields=(("Twitter", "@alice_example"), ("Work", "https://twitter.com/firm")))

    assert twitter_handles(profile) == {"alice_example", "firm"}
    assert not names_another(profile, ALICE)


def test_a_contact_without_a_known_name_is_not_compared() -> None:
    """The number alone says nothing about names."""
    assert not names_another(account(summary="Twitter: @bob"), structs.replace(ALICE, handles=()))


@pytest.mark.parametrize("whose", [Whose.FORMER, Whose.DENIED])
def test_what_was_left_or_is_denied_is_not_sure(whose: Whose) -> None:
    """Though it links back: the account that was left does so best of all."""
    evidence = [structs.replace(said(Source.PROFILE), whose=whose)]
    found = judge(ALICE, evidence, HostKind.KNOWN, account(links=("https://twitter.com/alice_example",)))

    assert found.tier is Tier.CLAIMED
    assert found.doubt is (Doubt.FORMER if whose is Whose.FORMER else Doubt.DENIED)


def test_an_account_that_was_left_leads_on_where_it_has_moved() -> None:
    """Its server's own word."""
    evidence = [structs.replace(said(Source.PROFILE), whose=Whose.FORMER)]
    moved = account("alice@new.example", passed=("alice@mastodon.social",))

    assert judge(ALICE, evidence, HostKind.KNOWN, moved).tier is Tier.STATED


def test_a_weak_statement_is_confirmed_by_a_link_back() -> None:
    """Both sides say so."""
    back = account(summary="Twitter: @alice_example")

    assert judge(ALICE, [said(Source.PROFILE, Form.WEAK)], HostKind.KNOWN, back).tier is Tier.CONFIRMED


@pytest.mark.parametrize(
    "profile",
    [
        account("alice_example@birdsite.live"),
        account("someone@respublicae.eu"),
        account("blog.example@rss-parrot.net"),
        account(software="rss-parrot"),
        account(summary="Espejo de Twitter de Alice"),
        account(summary="非公式ミラー"),
        account(automated=True, summary="miroir du compte"),
        account(automated=True, summary="зеркало"),
    ],
)
def test_a_mirror_is_told_by_host_by_software_and_by_words(profile: object) -> None:
    """Of several languages; some words count only where the account says that it is a machine."""
    assert is_mirror(profile)  # type: ignore[arg-type]


def test_what_is_not_shown_is_not_nothing() -> None:
    """Whether it links back is not known, and the table says so."""
    hidden = account(hidden=True)
    weak = judge(ALICE, [said(Source.PROFILE, Form.WEAK)], HostKind.KNOWN, hidden)
    stated = judge(ALICE, STATED, HostKind.KNOWN, hidden)

    assert (stated.tier, stated.doubt) == (Tier.STATED, Doubt.NOT_SHOWN)
    assert (weak.tier, weak.doubt) == (Tier.CLAIMED, Doubt.NOT_SHOWN)
