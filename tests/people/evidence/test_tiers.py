"""From evidence to tiers: what is sure, what needs a person's eye, what is nobody's match."""

from dataclasses import dataclass
from itertools import combinations

import pytest
from msgspec import structs

from migrate.people.addresses.candidate import Form
from migrate.people.addresses.hosts import HostKind
from migrate.people.evidence.checked import Checked, Outcome
from migrate.people.evidence.claims import Evidence, Source
from migrate.people.evidence.match import Doubt, Tier
from migrate.people.evidence.tiers import judge
from tests.people.evidence.people import ALICE, NOW, account, said

BACK = ("https://twitter.com/alice_example",)


@dataclass
class Case:
    """What is known of an address."""

    sources: tuple[Source, ...]
    back: bool
    tier: str
    form: Form = Form.STRONG
    stale: bool = False


@pytest.mark.parametrize(
    "case",
    [
        Case((Source.WIKIDATA_ID,), back=False, tier="A"),
        Case((Source.PROFILE,), back=True, tier="A"),
        Case((Source.RETWEET,), back=True, tier="A"),
        Case((Source.PROFILE,), back=True, tier="A", form=Form.WEAK),
        Case((Source.PROFILE,), back=False, tier="B"),
        Case((Source.PROFILE,), back=False, tier="B", form=Form.MEDIUM),
        Case((Source.FINDER,), back=False, tier="B"),
        Case((Source.WIKIDATA_HANDLE,), back=True, tier="B"),
        Case((Source.OWN_TWEET,), back=True, tier="B"),
        Case((Source.PROFILE,), back=False, tier="C", form=Form.WEAK),
        Case((Source.PROFILE,), back=True, tier="C", stale=True),
        Case((Source.WIKIDATA_HANDLE,), back=False, tier="C"),
        Case((Source.OWN_TWEET,), back=False, tier="C"),
        Case((Source.SAME_HANDLE,), back=True, tier="C"),
        Case((Source.SAME_HANDLE,), back=False, tier="D"),
        Case((Source.SAME_NAME, Source.SAME_HANDLE), back=False, tier="D"),
        Case((Source.SAME_NAME, Source.PROFILE), back=False, tier="B"),
    ],
)
def test_the_tier_follows_who_says_so(case: Case) -> None:
    """Both sides, or Wikidata by id: A. The contact alone: B. Anybody else: C. A likeness: D."""
    evidence = [said(source, case.form, stale=case.stale) for source in case.sources]
    checked = account(links=BACK if case.back else ())

    assert judge(ALICE, evidence, HostKind.KNOWN, checked).tier == case.tier


def test_nothing_is_sure_before_the_server_was_asked() -> None:
    """The best evidence there is can name an account that is gone."""
    found = judge(ALICE, [said(Source.WIKIDATA_ID), said(Source.PROFILE)], HostKind.KNOWN, None)

    assert (found.tier, found.doubt) == (Tier.CLAIMED, Doubt.UNCHECKED)


@pytest.mark.parametrize(
    ("checked", "reason"),
    [
        (account(software="birdsitelive", links=BACK), Doubt.MIRROR),
        (account("alice_example@bird.makeup", links=BACK), Doubt.MIRROR),
        (
            account(summary="This account is a replica from Twitter. Its author can't see your replies."),
            "mirror",
        ),
        (account(automated=True, fields=(("Official", "twitter.com/alice_example"),), links=BACK), "mirror"),
        (account(name="Alice [UNOFFICIAL]", links=BACK), Doubt.MIRROR),
        (account("me@home.social"), Doubt.SELF),
        (account(suspended=True), Doubt.GONE),
        (account(memorial=True), Doubt.MEMORIAL),
        *(
            (Checked("alice@mastodon.social", outcome, NOW), reason)
            for outcome, reason in [
                (Outcome.NOT_FOUND, "webfinger-404"),
                (Outcome.GONE, "gone"),
                (Outcome.NO_ANSWER, "dead-host"),
                (Outcome.NO_FEDERATION, "no-federation"),
                (Outcome.FORBIDDEN_PLACE, "not-fediverse-host"),
                (Outcome.MOVED_TOO_OFTEN, "moved-too-often"),
            ]
        ),
    ],
)
def test_what_speaks_against_it_outweighs_all_evidence(checked: Checked, reason: str) -> None:
    """A mirror has a perfect link back; a dead account has a perfect past."""
    found = judge(ALICE, EVERYTHING, HostKind.KNOWN, checked, own={"me@home.social"})

    assert (found.tier, found.doubt) == (Tier.REJECTED, reason)


@pytest.mark.parametrize(
    ("host", "reason"), [(HostKind.MIRROR, "mirror"), (HostKind.CLOSED, "no-federation")]
)
def test_some_hosts_need_no_asking(host: HostKind, reason: str) -> None:
    """Known mirrors, and servers that don't federate."""
    assert judge(ALICE, EVERYTHING, host, None).doubt == reason


def test_a_machine_is_never_followed_unasked() -> None:
    """A bot may be the right one, and a person should see that it is a bot."""
    found = judge(ALICE, EVERYTHING, HostKind.KNOWN, account(automated=True, links=BACK))

    assert (found.tier, found.doubt) == (Tier.CLAIMED, Doubt.BOT)


@pytest.mark.parametrize("sources", [s for n in (1, 2, 3) for s in combinations(Source, n)])
def test_more_evidence_never_makes_it_less_sure(sources: tuple[Source, ...]) -> None:
    """Tiers only rise with what speaks for an address."""
    evidence = [said(source) for source in sources]
    fewer = judge(ALICE, evidence[1:] or evidence, HostKind.KNOWN, account())

    assert judge(ALICE, evidence, HostKind.KNOWN, account()).tier <= fewer.tier


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("links", ("https://twitter.com/Alice_Example",)),
        ("links", ("https://x.com/alice_example/",)),
        ("links", ("https://mobile.twitter.com/alice_example?s=20",)),
        ("links", ("https://twitter.com/alice_old",)),
        ("links", ("https://twitter.com/intent/user?screen_name=alice_example",)),
        ("summary", "Formerly twitter.com/alice_example."),
        ("fields", (("Twitter", "@alice_example"),)),
        ("fields", (("X", "alice_example"),)),
        ("fields", (("The birdsite", "x.com/alice_example"),)),
    ],
)
def test_every_way_to_link_back_counts(place: str, value: object) -> None:
    """Old and new domain, labels, names that the contact had before."""
    checked = structs.replace(account(), **{place: value})

    assert judge(ALICE, [said(Source.PROFILE)], HostKind.KNOWN, checked).tier == Tier.CONFIRMED


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("links", ("https://nottwitter.com/alice_example",)),
        ("links", ("https://twitter.com.evil.example/alice_example",)),
        ("links", ("https://evil.example/alice_example",)),
        ("fields", (("Instagram", "@alice_example"),)),
        ("summary", "I like @alice_example"),
    ],
)
def test_what_only_looks_like_a_link_back_does_not_count(place: str, value: object) -> None:
    """Another host, another name, another site's label."""
    checked = structs.replace(account(), **{place: value})

    assert judge(ALICE, [said(Source.PROFILE)], HostKind.KNOWN, checked).tier == Tier.STATED


EVERYTHING: list[Evidence] = [said(source) for source in Source]
