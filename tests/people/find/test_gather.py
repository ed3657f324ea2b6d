"""Contacts from an archive: everybody once, by number, under the newest name."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from migrate.archive import open_archive
from migrate.people.contacts import Relation
from migrate.people.evidence.claims import Claim, Source
from migrate.people.find.book import Book
from migrate.people.find.gather import Gathered, gather
from tests.fakes.archive import retweet, tweet, user_id, write_archive
from tests.fakes.archive_entities import Json

EARLY, LATE = datetime(2015, 5, 1, tzinfo=UTC), datetime(2021, 5, 1, tzinfo=UTC)
TOM, LEA, NOOR = map(user_id, ("tom_example", "lea_example", "noor_example"))


def gathered(folder: Path, *tweets: Json, **people: object) -> Gathered:
    """What an archive of these tweets has to say."""
    where = write_archive(folder / "archive", list(tweets), packing="folder", **people)  # type: ignore[arg-type]
    with open_archive(where) as archive:
        return gather(archive)


def test_contacts_are_everybody_of_the_lists_and_of_the_tweets(tmp_path: Path) -> None:
    """Followed people whom no tweet names stay numbers; the owner is nobody's contact."""
    mine = tweet("One")
    book = gathered(
        tmp_path,
        mine,
        tweet("Two", reply_to=mine),
        tweet("Hello @lea_example and @lea_example, @ada_example", when=LATE),
        tweet("@noor_example yes", reply_to=("noor_example", 7), when=EARLY),
        following=[TOM, LEA],
        followers=[LEA],
    ).book

    lea = book.by_key(LEA)
    assert lea
    assert {contact.key for contact in book} == {TOM, LEA, NOOR}
    assert lea.relations == {Relation.FOLLOWING, Relation.FOLLOWER, Relation.MENTIONED}
    assert (lea.handle, lea.times, lea.handles[0].last_seen) == ("lea_example", 1, LATE)


def test_the_private_files_of_an_archive_have_no_say(samples: Path) -> None:
    """Whom one wrote to in private, and one's address book, are not looked at."""
    with open_archive(samples / "tricky") as archive:
        found = gather(archive)

    assert not [one for one in (*found.claims, *found.leads) if "FAKE" in one.evidence.text]


@pytest.mark.parametrize("turn", [1, -1])
def test_a_handle_belongs_to_who_had_it_last(turn: int) -> None:
    """Old names stay with a person unless somebody else took them, in whatever order that is told."""
    book = Book("1", ["me"])
    for x_id, handle, when in [("7", "nova", EARLY), ("7", "nova_again", LATE), ("8", "Nova", LATE)][::turn]:
        book.meet(x_id, handle, when)

    first, second = book.by_key("7"), book.by_key("8")
    assert first
    assert second
    assert [one.name for one in first.handles] == ["nova_again"]
    assert book.find(None, "NOVA") == second


def test_a_name_without_a_number_joins_the_number_that_has_it() -> None:
    """List owners and mentions of vanished people are known by handle alone."""
    book = Book("1", ["me"])
    book.relate(None, Relation.LIST_OWNER, "Lea")
    book.meet("9", "lea", EARLY)
    book.relate(None, Relation.LIST_OWNER, "ghost")

    assert {one.key: set(one.relations) for one in book} == {
        "9": {Relation.LIST_OWNER},
        "@ghost": {Relation.LIST_OWNER},
    }


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("@lea_example moved: @lea_example@chaos.social", Source.OWN_TWEET),
        ("@lea_example https://chaos.social/@lea_example", Source.OWN_TWEET),
    ],
)
def test_tweets_tell_where_people_are(tmp_path: Path, text: str, source: Source) -> None:
    """With the tweet as evidence: text, date and address."""
    (claim,) = gathered(tmp_path, tweet(text, when=LATE), following=[LEA]).claims

    assert (claim.key, claim.candidate.address) == (LEA, "lea_example@chaos.social")
    assert (claim.evidence.source, claim.evidence.date) == (source, LATE)


def test_a_retweet_of_a_goodbye_tells_where_its_author_is(tmp_path: Path) -> None:
    """The classic way in which people told in 2022."""
    goodbye = retweet("noor_example", "I am now on Mastodon: @reads@chaos.social")
    (claim,) = gathered(tmp_path, goodbye, following=[NOOR]).claims

    assert (claim.key, claim.candidate.address) == (NOOR, "reads@chaos.social")


def test_a_liked_tweet_is_a_lead(tmp_path: Path) -> None:
    """Nobody knows who wrote it, so that an address in it is nobody's for sure."""
    like = {"tweetId": "5", "fullText": "Find me at @lea_example@chaos.social"}
    found = gathered(tmp_path, tweet("Hello @lea_example"), following=[LEA], others={"like": [like]})

    (lead,) = found.leads
    assert found.claims == ()
    assert (lead.candidate.address, lead.evidence.source) == ("lea_example@chaos.social", Source.LIKE)
    assert lead.evidence.url == "https://twitter.com/i/web/status/5"


def test_ones_own_address_is_not_a_find(tmp_path: Path) -> None:
    """People tweet their own address most of all; it stands in their profile."""
    profile = [{"description": {"bio": "🐘 @ada@chaos.social", "website": "", "location": ""}}]
    found = gathered(tmp_path, tweet("I am now @ada@chaos.social"), others={"profile": profile})

    assert (found.claims, found.leads, found.own) == ((), (), {"ada@chaos.social"})


def test_every_claim_is_about_a_contact(tmp_path: Path) -> None:
    """So that whoever reads them finds the person."""
    found = gathered(tmp_path, tweet("@lea_example is @lea_example@chaos.social"))

    assert all(isinstance(one, Claim) and found.book.by_key(one.key) for one in found.claims)


@pytest.mark.parametrize(
    "text",
    [
        "Find me at @other@chaos.social",
        "@tom_example I'm on @other@chaos.social",
        "Ich bin jetzt @other@chaos.social",
    ],
)
def test_where_the_owner_says_to_be_is_nobodys_lead(tmp_path: Path, text: str) -> None:
    """By the words of the owner, whatever the name."""
    assert gathered(tmp_path, tweet(text)).leads == ()


def test_an_address_with_the_owners_name_is_the_owners(tmp_path: Path) -> None:
    """So it is nobody's match either."""
    found = gathered(tmp_path, tweet("Mastodon: @ada_example@mas.to"))

    assert (found.leads, found.own) == ((), {"ada_example@mas.to"})


def test_a_lead_says_who_wrote_it_to_whom(tmp_path: Path) -> None:
    """One address to one person is a hint, which a person looks at."""
    one, two = (
        gathered(tmp_path / name, tweet(text)).leads
        for name, text in [
            ("one", "@tom_example welcome to Mastodon! (@tomato@mas.to)"),
            ("two", "@tom_example have you seen @bo@mas.to and @cy@mas.to?"),
        ]
    )

    assert [(lead.candidate.address, lead.by, lead.to) for lead in one] == [
        ("tomato@mas.to", "ada_example", "tom_example")
    ]
    assert {(lead.by, lead.to) for lead in two} == {("ada_example", "")}
