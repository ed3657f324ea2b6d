"""Which posts are which steps: by who wrote them, their words, files, parents, dates and neighbours."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from migrate.ledger import Record, StepState
from migrate.mastodon.wire import Author, MediaAttachment, Status, WrittenWith
from migrate.model import Kind, Media, MediaKind, OwnLink, Step, StepKey, Toot
from migrate.posts.replay.recognising import Recognition, Writer, recognise, writer_of
from tests.posts.replay.scene import FIRST

OURS = WrittenWith("twitter-to-mastodon")
LONG = "A text that nobody writes a second time"
PICTURE = Media("1", MediaKind.PHOTO, "https://t.co/x", page="https://twitter.com/i/status/1/photo/1")


def step(number: int, text: str = "Good morning", parent: int | None = None, **more: object) -> Step:
    """A step a minute after the one before."""
    toot = Toot(text, **more)  # type: ignore[arg-type]
    above = StepKey(parent) if parent else None
    return Step(StepKey(number), toot, FIRST + timedelta(minutes=number), Kind.TWEET, parent=above)


def post(number: int, text: str = "Good morning", by: WrittenWith | None = OURS, **more: object) -> Status:
    """A post; its id is its place on the account."""
    content = f"<p>{text}</p>"
    return Status(f"id-{number}", content=content, application=by, account=Author("1"), **more)  # type: ignore[arg-type]


def pairs(recognition: Recognition) -> list[tuple[str, int]]:
    """The posts and their tweets."""
    return [(one.status.id, one.key.tweet_id) for one in recognition.found]


def recognised(statuses: Sequence[Status], steps: Sequence[Step], **more: object) -> Recognition:
    """Nothing is begun, and the ledger is empty."""
    return recognise(statuses, steps, (), {}, **more)  # type: ignore[arg-type]


def test_equal_tweets_are_told_apart_by_their_place() -> None:
    """The first was taken back, so its post is gone: what stands behind another tweet is the second."""
    steps = [step(1), step(2, LONG), step(3)]

    assert pairs(recognised([post(1), post(2)], steps)) == [("id-1", 1), ("id-2", 3)]
    assert pairs(recognised([post(1, LONG), post(2)], steps)) == [("id-1", 2), ("id-2", 3)]
    assert pairs(recognised([post(1), post(2), post(3)], steps)) == [("id-1", 1), ("id-2", 3)]


def test_a_short_text_is_a_step_only_near_its_place() -> None:
    """Good morning was said in other years, too, which this plan leaves out."""
    steps = [*(step(number, f"{LONG}, {number}") for number in range(1, 40)), step(40)]

    assert pairs(recognised([post(1)], steps)) == []
    assert [s.id for s in recognised([post(1)], steps).undecided] == ["id-1"]
    assert pairs(recognised([post(1, f"{LONG}, 35"), post(2)], steps)) == [("id-1", 35), ("id-2", 40)]
    assert pairs(recognised([post(1), post(2, f"{LONG}, 3")], [step(1), *steps[1:]])) == [
        ("id-1", 1),
        ("id-2", 3),
    ]


def test_a_short_text_is_a_step_before_a_post_near_it() -> None:
    """Only the tweets of a late year were posted, with a plan of that year."""
    steps = [*(step(number, f"{LONG}, {number}") for number in range(1, 40)), step(40), step(41, LONG)]

    assert pairs(recognised([post(1), post(2, LONG)], steps)) == [("id-1", 40), ("id-2", 41)]


def test_equal_tweets_are_told_apart_by_their_parent() -> None:
    """An answer is no tweet of its own; an answer that has lost its parent is still one."""
    steps = [step(1, LONG), step(2), step(3, parent=1)]
    answer = post(2, in_reply_to_id="id-1")

    assert pairs(recognised([post(1, LONG), answer], steps)) == [("id-1", 1), ("id-2", 3)]
    assert pairs(recognised([post(1, "Nothing of these"), answer], steps[:2])) == []
    assert pairs(recognised([post(2)], steps[2:])) == [("id-2", 3)]


def test_equal_tweets_are_told_apart_by_their_files() -> None:
    """A file that the server would not take is missing; one that was never there can't be."""
    steps = [step(1, media=(PICTURE,)), step(2)]
    files = [MediaAttachment("m")]

    assert pairs(recognised([post(1), post(2, media_attachments=files)], steps)) == [("id-1", 2), ("id-2", 1)]
    assert pairs(recognised([post(1)], steps[:1])) == [("id-1", 1)]
    assert pairs(recognised([post(1, media_attachments=files)], steps[1:])) == []


def test_equal_tweets_are_told_apart_by_their_date() -> None:
    """Where a server keeps dates, they say it alone, whoever wrote it."""
    steps = [step(1), step(2)]
    second = post(1, by=None, created_at=steps[1].created_at)

    assert pairs(recognised([second], steps, backdates=True)) == [("id-1", 2)]
    assert pairs(recognised([post(1, created_at=FIRST)], steps, backdates=True)) == []


def test_a_post_without_the_date_of_its_tweet() -> None:
    """Made since the newest tweet, it may be any step's; before that it bears the date of another tweet."""
    steps = [step(1, LONG), step(2, "Lunch"), step(3, LONG)]
    later = steps[2].created_at + timedelta(days=1)
    between = post(1, LONG, created_at=steps[1].created_at)
    since = post(2, LONG, created_at=later)

    assert pairs(recognised([between, since], steps, backdates=True)) == [("id-2", 1)]
    assert [s.id for s in recognised([between], steps, backdates=True).undecided] == ["id-1"]
    dated = post(3, LONG, created_at=steps[2].created_at)
    assert pairs(recognised([dated, since], steps, backdates=True)) == [("id-3", 3), ("id-2", 1)]


def test_a_line_with_the_date_that_only_one_of_them_has() -> None:
    """Posts that bear the date of the tweet have no such line, the others have."""
    plain, lined = step(1, LONG), step(1, f"{LONG}\n\n📅 2015-01-01")
    undated = post(1, f"{LONG}\n\n📅 2015-01-01", created_at=FIRST + timedelta(days=99))
    dated = post(1, LONG, created_at=plain.created_at)

    assert pairs(recognised([undated], [plain], backdates=True)) == [("id-1", 1)]
    assert pairs(recognised([dated], [lined])) == [("id-1", 1)]
    assert pairs(recognised([post(1, f"{LONG}\n\n📅 2016-01-01")], [plain])) == []
    assert pairs(recognised([post(1, LONG)], [lined])) == []


@pytest.mark.parametrize(
    ("text", "warning", "content", "shown"),
    [
        ("", "Spiders", "Spiders", ""),
        ("", "Spiders", ".", "Spiders"),
        ("", "Spiders", "🖼", "Spiders"),
        (LONG, "Spiders", LONG, "Spiders"),
    ],
)
def test_a_warning_as_servers_keep_it(text: str, warning: str, content: str, shown: str) -> None:
    """Mastodon makes it the text where there is none, glitch-soc adds one (both recorded: warning_only)."""
    steps = [step(1, text, media=(PICTURE,), content_warning=warning)]

    assert pairs(recognised([post(1, content, spoiler_text=shown)], steps)) == [("id-1", 1)]
    assert pairs(recognised([post(1, content, spoiler_text="Snakes")], steps)) == []


def test_an_own_link_may_lead_anywhere() -> None:
    """It led to a post whose address only the lost ledger knew; a quote may be a link, or none."""
    link = OwnLink("https://twitter.com/me/status/1", 1)
    linking = step(2, f"As I said: {link.url}", own_links=(link,))
    posts = [post(2, "As I said: https://fake.example/@me/7"), post(3, "And again: https://x.example/@me/7")]

    assert pairs(recognised(posts, [linking, step(3, "And again", quote=1)])) == [("id-2", 2)]
    assert pairs(recognised([post(3, "So true\n\nhttps://x.example/7")], [step(3, "So true", quote=1)]))
    assert pairs(recognised([post(3, "So true")], [step(3, "So true", quote=1)]))
    assert not pairs(recognised([post(1, "See https://a.example")], [step(1, "See https://b.example")]))


def test_pages_in_the_place_of_files() -> None:
    """All files were refused, and there was no text."""
    steps = [step(1, "", media=(PICTURE,))]

    assert pairs(recognised([post(1, PICTURE.page)], steps)) == [("id-1", 1)]
    assert pairs(recognised([post(1, "https://example.com")], steps)) == []


def test_what_another_program_wrote_is_not_ours() -> None:
    """Unless the token says that this is what the server calls this program."""
    by_hand = post(1, LONG, by=WrittenWith("Web"))

    assert pairs(recognised([by_hand], [step(1, LONG)])) == []
    assert pairs(recognised([by_hand], [step(1, LONG)], names=frozenset({"Web"}))) == [("id-1", 1)]
    assert writer_of(post(1, by=WrittenWith("")), frozenset({"Web"})) is Writer.UNTOLD


def test_where_the_server_does_not_tell_the_words_must() -> None:
    """Short ones only at their place: somebody says good morning by hand, too."""
    steps = [step(1, LONG), step(2, "Lunch"), step(3)]

    assert pairs(recognised([post(1, by=None)], steps)) == []
    assert pairs(
        recognised([post(1, LONG, by=None), post(2, "Lunch", by=None), post(3, by=None)], steps)
    ) == [
        ("id-1", 1),
        ("id-2", 2),
        ("id-3", 3),
    ]


def test_a_post_of_ours_that_is_only_like_a_step_is_undecided() -> None:
    """Another footer, or other names; but nothing that shares no words with what is still to be posted."""
    steps = [step(1, "The garden blooms in spring"), step(2, "Rain again")]
    other_footer = post(1, "The garden blooms in spring (2015)")

    assert [s.id for s in recognised([other_footer], steps).undecided] == ["id-1"]
    assert recognised([post(1, "Hello, I have moved here")], steps).undecided == ()
    assert recognised([post(1, "The garden blooms in spring", by=None)], steps).undecided == ()
    assert recognised([other_footer], []).undecided == ()
    assert [s.id for s in recognised([post(1, "...")], steps).undecided] == ["id-1"]


@pytest.mark.parametrize("by", [None, WrittenWith("Web")])
def test_a_post_that_may_be_ours_is_in_doubt_only_for_its_own_words(by: WrittenWith | None) -> None:
    """The user, too, writes about the garden; a tweet with another footer has all of its words."""
    steps = [
        step(1, "The garden blooms in spring, as never before"),
        step(2, "Happy birthday, everybody"),
        step(
            3, "Tulips, roses and irises bloom wonderfully behind the house of our neighbours since Saturday"
        ),
    ]

    def undecided(text: str, **more: object) -> list[str]:
        found = recognised([post(1, text, by=by)], steps, all_names=False, **more)
        return [status.id for status in found.undecided]

    assert undecided("The garden blooms in spring, as never before. From Twitter, 2015") == ["id-1"]
    assert undecided("In spring the garden of my sister blooms, too") == []
    assert undecided("Wonderfully quiet behind the house") == []
    assert undecided("Happy birthday") == []
    assert undecided("...") == []
    assert undecided("Good morning") == []


def test_equal_words_of_a_name_that_can_not_be_placed_are_a_doubt() -> None:
    """Words of three letters or of many tweets tell as much as others, where all of them are there."""
    text = "I am as old as you all are, so say us"
    steps = [step(number, text) for number in range(1, 200)]
    by_web = post(1, text, by=WrittenWith("Web"))

    assert [s.id for s in recognised([by_web], steps, all_names=False).undecided] == ["id-1"]
    assert recognised([by_web], steps, all_names=False).found == ()
    assert recognised([by_web], steps).undecided == ()
    dated = post(1, text, by=WrittenWith("Web"), created_at=steps[4].created_at)
    assert pairs(recognised([dated], steps, all_names=False, backdates=True)) == [("id-1", 5)]


def test_what_was_begun_is_known_by_what_was_sent() -> None:
    """Though today's plan has other words for it."""
    record = Record(StepKey(1), StepState.BEGUN, 1, "key", {"status": "As it was sent then"}, 0, 0)
    found = recognise([post(1, "As it was sent then")], [step(1, "As it is today")], [record], {})

    assert pairs(found) == [("id-1", 1)]
    assert found.undecided == ()
