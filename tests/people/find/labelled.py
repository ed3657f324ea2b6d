"""Three hundred made-up people, each with the truth about them: where they are, or that they are nowhere.

Each kind is one situation or one trap that finders have fallen into. A kind builds what
the archive, the profiles, Wikidata and the servers say about one person.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from migrate.people.contacts import XProfile
from migrate.people.sources.wikidata import WikidataRow
from tests.fakes.archive import retweet, tweet, user_id
from tests.fakes.archive_entities import Json
from tests.fakes.web import Answer, FakeWeb

OF_EACH = 7
LATE, LONG_AGO = datetime(2025, 6, 1, tzinfo=UTC), datetime(2012, 6, 1, tzinfo=UTC)
READ_AT = datetime(2026, 2, 1, tzinfo=UTC)
FIRST = ("amara", "bruno", "chidi", "dilara", "emre", "farah", "goran")
LAST = ("oak", "reed", "stone", "vale", "wren", "brook", "ash")


@dataclass
class Person:
    """Somebody on Twitter. `handle` and `x_id` are made up of a number, so that no two are alike."""

    kind: str
    number: int

    @property
    def user(self) -> str:
        first, last = FIRST[self.number % 7], LAST[self.number // 7 % 7]
        return f"{first}{last}{self.number}"

    @property
    def handle(self) -> str:
        return f"{self.user}x"[:15]

    @property
    def x_id(self) -> str:
        return user_id(self.handle)

    @property
    def back(self) -> list[dict[str, str]]:
        """A field that links back to Twitter."""
        link = f'<a href="https://twitter.com/{self.handle}" rel="me">here</a>'
        return [{"name": "Elsewhere", "value": link}]


@dataclass
class Labelled:
    """All of them: what is said, and the truth by X id. None: nowhere, or not to be known."""

    web: FakeWeb
    tweets: list[Json] = field(default_factory=list)
    profiles: list[XProfile] = field(default_factory=list)
    finders: list[XProfile] = field(default_factory=list)
    wikidata: list[WikidataRow] = field(default_factory=list)
    following: list[str] = field(default_factory=list)
    truth: dict[str, str | None] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)

    def say(self, text: str, since: datetime = LATE) -> None:
        """A tweet of the owner, a minute after the last."""
        self.tweets.append(tweet(text, when=self._next(since)))

    def repeat(self, person: Person, text: str) -> None:
        """A retweet."""
        self.tweets.append(retweet(person.handle, text, when=self._next(LATE)))

    def mention(self, person: Person, since: datetime = LATE, text: str = "hello") -> None:
        self.say(f"@{person.handle} {text}", since)

    def _next(self, since: datetime) -> datetime:
        return since + timedelta(minutes=len(self.tweets))

    def bio(self, person: Person, *texts: str, x_id: str | None = None, handle: str | None = None) -> None:
        x_id = person.x_id if x_id is None else x_id
        self.profiles.append(XProfile(x_id, handle or person.handle, person.user, texts, READ_AT))

    def account(self, address: str, **account: object) -> str:
        user, _, host = address.partition("@")
        self.web.host(host).add(user, **account)
        return address


Kind = Callable[[Labelled, Person], str | None]


def build(web: FakeWeb) -> Labelled:
    """Everybody."""
    made = Labelled(web)
    for place, kind in enumerate((*RIGHT, *TRAPS)):
        for n in range(OF_EACH):
            person = Person(kind.__name__, place * OF_EACH + n)
            made.kinds[person.x_id] = person.kind
            made.following.append(person.x_id)
            made.truth[person.x_id] = kind(made, person)
    return made


# who is there


def bio_with_a_handle(made: Labelled, one: Person) -> str | None:
    made.bio(one, f"Gardens. 🐘 @{one.user}@big.social!")
    return made.account(f"{one.user}@big.social")


def bio_with_a_link(made: Labelled, one: Person) -> str | None:
    made.bio(one, "Bread", f"https://big.social/@{one.user}")
    return made.account(f"{one.user}@big.social")


def bio_announced_as_mastodon(made: Labelled, one: Person) -> str | None:
    made.bio(one, f"Mastodon: {one.user}@small.example / she")
    return made.account(f"{one.user}@small.example")


def bio_in_styled_letters(made: Labelled, one: Person) -> str | None:
    styled = "".join(chr(0x1D41A + ord(c) - 97) if c.isalpha() else c for c in one.user)
    made.bio(one, f"＠{styled}@small.example")
    return made.account(f"{one.user}@small.example")


def both_sides(made: Labelled, one: Person) -> str | None:
    made.bio(one, f"@{one.number}reads@books.example")
    return made.account(f"{one.number}reads@books.example", fields=one.back)


def pages_on_another_host(made: Labelled, one: Person) -> str | None:
    made.web.host("split.example", pages="web.split.example").add(one.user)
    made.bio(one, f"https://web.split.example/@{one.user}")
    return f"{one.user}@split.example"


def moved_on(made: Labelled, one: Person) -> str | None:
    made.bio(one, f"@{one.user}@old.social")
    made.account(f"{one.user}@old.social", moved={"acct": f"{one.user}@new.social"})
    return made.account(f"{one.user}@new.social")


def wikidata_by_number(made: Labelled, one: Person) -> str | None:
    address = f"press{one.number}@news.example"
    made.wikidata.append(WikidataRow("http://www.wikidata.org/entity/Q1", address, "another_name", one.x_id))
    return made.account(address)


def wikidata_by_name(made: Labelled, one: Person) -> str | None:
    made.mention(one)
    address = f"official{one.number}@news.example"
    made.wikidata.append(WikidataRow("http://www.wikidata.org/entity/Q2", address, one.handle.upper()))
    return made.account(address, fields=one.back)


def goodbye_that_was_retweeted(made: Labelled, one: Person) -> str | None:
    address = f"bye{one.number}@big.social"
    made.repeat(one, f"That was it. Find me on @{address}")
    return made.account(address)


def named_in_a_tweet_of_ones_own(made: Labelled, one: Person) -> str | None:
    made.mention(one, text=f"is now @{one.handle}@big.social")
    return made.account(f"{one.handle}@big.social", note=f"I was twitter.com/{one.handle}")


def renamed_on_twitter(made: Labelled, one: Person) -> str | None:
    made.mention(one, LONG_AGO)
    made.bio(one, f"@{one.user}@big.social", handle=f"new{one.number}")
    return made.account(f"{one.user}@big.social")


def seen_from_home(made: Labelled, one: Person) -> str | None:
    made.bio(one, f"https://home.social/@{one.user}@far.example")
    made.account(f"{one.user}@home.social")
    return made.account(f"{one.user}@far.example")


def dots_and_letters(made: Labelled, one: Person) -> str | None:
    made.bio(one, f"@{one.user}.reads@մաս{one.number}.հայ")
    host = f"մաս{one.number}.հայ".encode("idna").decode()
    return made.account(f"{one.user}.reads@{host}")


def own_address_beside_the_employers(made: Labelled, one: Person) -> str | None:
    made.bio(one, f"@{one.user}@big.social, editor at @paper{one.number}@news.example")
    made.account(f"paper{one.number}@news.example")
    return made.account(f"{one.user}@big.social")


def one_server_that_does_not_federate(made: Labelled, one: Person) -> str | None:
    made.bio(one, f"counter.social/@{one.user} and mas.to/@{one.user}")
    return made.account(f"{one.user}@mas.to")


def found_by_another_finder(made: Labelled, one: Person) -> str | None:
    made.finders.append(XProfile(one.x_id, one.handle, "", (f"@{one.user}@small.example",), READ_AT))
    return made.account(f"{one.user}@small.example")


def site_that_is_its_own_account(made: Labelled, one: Person) -> str | None:
    host = f"www.{one.user}.example"
    made.bio(one, f"@{host}@{host}")
    return made.account(f"{host}@{host}")


def server_without_mastodons_api(made: Labelled, one: Person) -> str | None:
    made.web.host("blog.example", api=False, software="wordpress").add(one.user)
    made.bio(one, f"https://blog.example/@{one.user}")
    return f"{one.user}@blog.example"


def bridged(made: Labelled, one: Person) -> str | None:
    made.web.host("bsky.brid.gy", api=False, software="bridgy-fed").add(f"{one.user}.bsky.social")
    made.bio(one, f"@{one.user}.bsky.social@bsky.brid.gy")
    return f"{one.user}.bsky.social@bsky.brid.gy"


def host_with_a_denied_name_inside(made: Labelled, one: Person) -> str | None:
    host = ("dampfkraft.com", "neurodifferent.me")[one.number % 2]
    made.bio(one, f"@{one.user}@{host}")
    return made.account(f"{one.user}@{host}")


def same_name_with_a_profile_that_says_so(made: Labelled, one: Person) -> str | None:
    made.bio(one, f"toots at https://big.social/@{one.user}/1098765432", x_id="")
    made.mention(one)
    return made.account(f"{one.user}@big.social", fields=one.back)


# traps


def mail(made: Labelled, one: Person) -> str | None:
    made.bio(one, f"{one.user}@gmail.com", f"contact: {one.user}@firm.example", f"✉ {one.user}@big.social")
    made.account(f"{one.user}@gmail.com")
    made.account(f"{one.user}@firm.example")
    made.account(f"{one.user}@big.social")
    return None


def other_sites(made: Labelled, one: Person) -> str | None:
    for host in ("medium.com", "substack.com", "www.youtube.com", "unsplash.com"):
        made.bio(one, f"https://{host}/@{one.user}")
        made.account(f"{one.user}@{host}")
    return None


def mirror_by_name(made: Labelled, one: Person) -> str | None:
    made.bio(one, f"@{one.user}@bird.makeup")
    made.account(f"{one.user}@bird.makeup", bot=True, fields=[{"name": "Official", **one.back[0]}])
    return None


def mirror_by_software(made: Labelled, one: Person) -> str | None:
    made.web.host("nest.example", software="birdsitelive").add(one.user, fields=one.back)
    made.bio(one, f"@{one.user}@nest.example")
    return None


def mirror_by_its_words(made: Labelled, one: Person) -> str | None:
    made.bio(one, f"@{one.user}@quiet.example")
    words = "This account is a replica from Twitter. Its author can't see your replies."
    made.account(f"{one.user}@quiet.example", note=f"<p>{words}</p>", fields=one.back)
    return None


def mirror_by_its_official_link(made: Labelled, one: Person) -> str | None:
    made.bio(one, f"@{one.user}@quiet.example")
    official = [{"name": "Official", "value": one.back[0]["value"]}]
    made.account(f"{one.user}@quiet.example", bot=True, fields=official)
    return None


def stranger_of_the_same_name(made: Labelled, one: Person) -> str | None:
    made.mention(one)
    made.say(f"Nice words by @{one.handle}@big.social today")
    made.account(f"{one.handle}@big.social")
    return None


def fan_with_a_link_to_them(made: Labelled, one: Person) -> str | None:
    made.mention(one)
    made.say(f"Nice words by @{one.handle}@fans.example today")
    made.account(f"{one.handle}@fans.example", fields=one.back)
    return None


def server_that_is_gone(made: Labelled, one: Person) -> str | None:
    made.bio(one, f"@{one.user}@dead{one.number}.example")
    made.web.route(f"dead{one.number}.example", "/.well-known/webfinger", Answer({}, 502))
    return None


def account_that_is_gone(made: Labelled, one: Person) -> str | None:
    made.bio(one, f"@{one.user}@big.social")
    return None


def account_that_is_suspended(made: Labelled, one: Person) -> str | None:
    made.bio(one, f"@{one.user}@big.social")
    made.account(f"{one.user}@big.social", suspended=True)
    return None


def server_of_another_kind(made: Labelled, one: Person) -> str | None:
    made.web.host("plain.example", protocols=("diaspora",)).add(one.user)
    made.bio(one, f"@{one.user}@plain.example")
    return None


def handle_that_was_cut(made: Labelled, one: Person) -> str | None:
    made.repeat(one, f"find me @{one.handle}@mastodon.so…")
    made.account(f"{one.handle}@mastodon.so")
    return None


def friend_of_the_author(made: Labelled, one: Person) -> str | None:
    made.repeat(one, f"My friend @pal{one.number}@big.social is worth a follow")
    made.account(f"pal{one.number}@big.social")
    return None


def employer_alone(made: Labelled, one: Person) -> str | None:
    made.bio(one, f"Reporter for @paper{one.number}b@news.example. Opinions mine")
    made.account(f"paper{one.number}b@news.example")
    return None


def spouse_alone(made: Labelled, one: Person) -> str | None:
    made.bio(one, f"Tea. Married to @spouse{one.number}@big.social")
    made.account(f"spouse{one.number}@big.social")
    return None


def account_of_a_whole_team(made: Labelled, one: Person) -> str | None:
    made.bio(one, "Words, mostly. @desk@news.example")
    made.account("desk@news.example")
    return None


def name_with_another_number(made: Labelled, one: Person) -> str | None:
    made.mention(one)
    address = f"famous{one.number}@news.example"
    made.wikidata.append(WikidataRow("http://www.wikidata.org/entity/Q3", address, one.handle, "17"))
    made.bio(one, f"@{address}", x_id="18")
    made.account(address, fields=one.back)
    return None


def name_of_long_ago(made: Labelled, one: Person) -> str | None:
    made.mention(one, LONG_AGO)
    address = f"heir{one.number}@big.social"
    made.bio(one, f"@{address}", x_id="")
    made.wikidata.append(WikidataRow("http://www.wikidata.org/entity/Q4", address, one.handle))
    made.account(address, fields=one.back)
    return None


def name_that_somebody_took(made: Labelled, one: Person) -> str | None:
    made.mention(one, LONG_AGO)
    made.mention(one, text="who are you?")
    new_number = {"id_str": f"77{one.number}", "id": f"77{one.number}"}
    made.tweets[-1]["entities"]["user_mentions"][0] |= new_number
    address = f"taker{one.number}@big.social"
    made.bio(one, f"@{address}", x_id="")
    made.account(address, fields=one.back)
    made.truth[f"77{one.number}"] = address
    return None


def name_that_wikidata_calls_former(made: Labelled, one: Person) -> str | None:
    made.mention(one)
    address = f"former{one.number}@news.example"
    made.wikidata.append(WikidataRow("http://www.wikidata.org/entity/Q5", address, one.handle, ended=True))
    made.account(address, fields=one.back)
    return None


def host_that_speaks_for_another(made: Labelled, one: Person) -> str | None:
    made.bio(one, f"@{one.user}@liar{one.number}.example")
    subject = {"subject": f"acct:victim{one.number}@big.social", "links": []}
    made.web.route(f"liar{one.number}.example", "/.well-known/webfinger", Answer(subject))
    return None


def question_to_somebody_about_somebody(made: Labelled, one: Person) -> str | None:
    made.mention(one, text=f"have you seen @pal{one.number}c@big.social?")
    made.account(f"pal{one.number}c@big.social", fields=one.back)
    return None


def machine(made: Labelled, one: Person) -> str | None:
    made.bio(one, f"@{one.user}@big.social")
    made.account(f"{one.user}@big.social", bot=True)
    return None


def memorial(made: Labelled, one: Person) -> str | None:
    made.bio(one, f"@{one.user}@big.social")
    made.account(f"{one.user}@big.social", memorial=True)
    return None


RIGHT: tuple[Kind, ...] = (
    bio_with_a_handle,
    bio_with_a_link,
    bio_announced_as_mastodon,
    bio_in_styled_letters,
    both_sides,
    pages_on_another_host,
    moved_on,
    wikidata_by_number,
    wikidata_by_name,
    goodbye_that_was_retweeted,
    named_in_a_tweet_of_ones_own,
    renamed_on_twitter,
    seen_from_home,
    dots_and_letters,
    own_address_beside_the_employers,
    one_server_that_does_not_federate,
    found_by_another_finder,
    site_that_is_its_own_account,
    server_without_mastodons_api,
    bridged,
    host_with_a_denied_name_inside,
    same_name_with_a_profile_that_says_so,
)
TRAPS: tuple[Kind, ...] = (
    mail,
    other_sites,
    mirror_by_name,
    mirror_by_software,
    mirror_by_its_words,
    mirror_by_its_official_link,
    stranger_of_the_same_name,
    fan_with_a_link_to_them,
    server_that_is_gone,
    account_that_is_gone,
    account_that_is_suspended,
    server_of_another_kind,
    handle_that_was_cut,
    friend_of_the_author,
    employer_alone,
    spouse_alone,
    account_of_a_whole_team,
    name_with_another_number,
    name_of_long_ago,
    name_that_somebody_took,
    name_that_wikidata_calls_former,
    host_that_speaks_for_another,
    question_to_somebody_about_somebody,
    machine,
    memorial,
)
