"""`migrate check`: what is said of an archive."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.cli.shell import migrate
from tests.fakes.archive import tweet, write_archive

TINY = {
    "account": {"id": "990000000000000001", "handle": "ada_example", "name": "Ada Example"},
    "tweets": 5,
    "claimed": 5,
    "replies": 0,
    "retweets": 0,
    "self_replies": 1,
    "threads": 1,
    "media": 1,
    "media_missing": 0,
    "first": "2019-05-01T09:00:00.100000Z",
    "last": "2019-05-05T20:15:00.400000Z",
    "community": 0,
    "circle": 0,
    "deleted": 0,
    "older": 0,
    "subscribers": 0,
    "crossposted": 0,
    "following": 3,
    "followers": 2,
    "protected": False,
    "sources": [{"name": "Example Web App", "tweets": 5}],
    "problems": [],
}
TRICKY = {
    "account": {"id": "990000000000000042", "handle": "robin_example", "name": "Robin Example 🌻"},
    "tweets": 60,
    "claimed": 60,
    "replies": 4,
    "retweets": 2,
    "self_replies": 13,
    "threads": 6,
    "media": 11,
    "media_missing": 1,
    "first": "2010-10-12T18:04:31Z",
    "last": "2024-05-01T09:00:00Z",
    "community": 1,
    "circle": 0,
    "deleted": 1,
    "older": 0,
    "subscribers": 0,
    "crossposted": 0,
    "following": 5,
    "followers": 3,
    "protected": False,
    "sources": [{"name": "Example Web App", "tweets": 60}],
    "problems": [{"kind": "missing_media", "count": 1}],
}


@pytest.mark.parametrize(("sample", "facts"), [("tiny", TINY), ("tricky", TRICKY)])
@pytest.mark.parametrize("packing", ["folder", "zip"])
def test_json_has_the_facts(
    sample: str, facts: dict[str, object], packing: str, samples: Path, tmp_path: Path
) -> None:
    """One object, the same for the folder and for its zip."""
    archive = samples / sample
    if packing == "zip":
        archive = Path(shutil.make_archive(str(tmp_path / "twitter"), "zip", archive))
    outcome = migrate("check", "--json", archive)

    assert outcome.code == 0
    assert json.loads(outcome.out) == facts
    assert outcome.err == ""


def test_text_compares_like_with_like(samples: Path) -> None:
    """Deleted tweets and a community's have files of their own, and don't count among the tweets."""
    outcome = migrate("check", samples / "tricky")

    assert outcome.value("Years") == "2010 - 2024"
    assert outcome.value("Tweets") == "60 of 60"
    assert outcome.value("Tweets that you had deleted") == "1"
    assert outcome.value("Pictures and videos that are missing") == "1"


def test_a_file_alone_does_not_say_how_many_there_should_be(samples: Path, tmp_path: Path) -> None:
    """Then the number of those that are there stands alone."""
    bare = shutil.copy(samples / "tiny/data/tweets.js", tmp_path)

    assert migrate("check", bare).value("Tweets") == "5"


def test_deleted_replies_are_no_replies(tmp_path: Path) -> None:
    """Only their own number counts them."""
    gone = tweet("@tom_example never mind", reply_to=("tom_example", 992337000000000001))
    archive = write_archive(tmp_path / "archive.zip", [tweet("Hello")], others={"deleted-tweets": [gone]})
    facts = json.loads(migrate("check", "--json", archive).out)

    assert (facts["tweets"], facts["replies"], facts["deleted"]) == (1, 0, 1)


def test_missing_tweets_stop_unless_one_says_so(samples: Path, tmp_path: Path) -> None:
    """Nothing is lost in silence: fewer tweets than the archive claims is exit 5, until --lenient."""
    torn = shutil.copytree(samples / "tiny", tmp_path / "torn")
    manifest = torn / "data/manifest.js"
    manifest.write_text(manifest.read_text().replace('"count" : "5"', '"count" : "7"'))
    outcome = migrate("check", torn)

    assert outcome.code == 5
    assert outcome.value("Tweets") == "5 of 7"
    assert "tweets.js: 5 of 7" in outcome.err
    assert "--lenient" in outcome.err
    assert migrate("check", torn, "--lenient").code == 0


def test_names_from_an_archive_cannot_move_the_cursor(samples: Path, tmp_path: Path) -> None:
    """Control characters, and signs that turn the direction of writing, are taken out."""
    evil = shutil.copytree(samples / "tiny", tmp_path / "evil")
    account = evil / "data/account.js"
    account.write_text(account.read_text().replace("Ada Example", "Ada\\u001b[2J\\u202e Example"))

    assert "Archive of @ada_example (Ada[2J Example)" in migrate("check", evil).out


def test_charts_are_drawn(samples: Path) -> None:
    """Bars of the years by kind, with a legend; they count what the table counts."""
    outcome = migrate("check", samples / "tricky")
    years = re.findall(r"^  20\d\d [█▓▒░▏]* (\d+)$", outcome.out, re.MULTILINE)

    assert outcome.value("Tweets").startswith(f"{sum(map(int, years))} of ")
    assert "  █ Tweets  ▓ Threads  ▒ Replies to others  ░ Retweets" in outcome.out


def test_page_and_tables(samples: Path, tmp_path: Path) -> None:
    """Written where one says, also beside --json."""
    page, folder = tmp_path / "numbers.html", tmp_path / "numbers"
    outcome = migrate("check", samples / "tricky", "--json", "--html", page, "--csv", folder)

    assert json.loads(outcome.out) == TRICKY
    assert "robin_example" in page.read_text()
    assert (folder / "years.csv").read_text().startswith("years,tweet,")


def test_a_page_that_cannot_be_written(samples: Path, tmp_path: Path) -> None:
    """One line, exit 2."""
    outcome = migrate("check", samples / "tiny", "--html", tmp_path / "nowhere" / "page.html")

    assert outcome.code == 2
    assert "Choose another place" in outcome.line


def test_a_lost_tweet_is_named_by_its_place_and_day(tmp_path: Path) -> None:
    """No path inside a record is shown, which helps nobody."""
    made = tweet("two", created_at="Sat May 04 12:00:00 +0000 2019")
    del made["full_text"]
    path = write_archive(tmp_path / "a.zip", [tweet("one"), made, tweet("three")])

    outcome = migrate("check", path)

    assert outcome.code == 5
    assert "tweets.js: 2 of 3, written on 4 May 2019, can't be used: it has no text." in outcome.err
    assert "$" not in outcome.err


@pytest.mark.parametrize("command", ["check", "plan"])
def test_a_file_that_nobody_asked_for_stops_nothing(tmp_path: Path, command: str) -> None:
    """Deleted tweets that can't be read are told, and stop the one who wants them."""
    gone = tweet("gone")
    del gone["full_text"]
    path = write_archive(tmp_path / "a.zip", [tweet("one")], others={"deleted-tweets": [gone]})
    where = ("--output", tmp_path / "plan.csv") if command == "plan" else ()

    outcome = migrate(command, path, *where)

    assert outcome.code == 0
    assert "1  record that can't be read" in outcome.out
    if command == "plan":
        assert migrate(command, path, *where, "--include", "deleted").code == 5


def test_an_archive_without_tweets_says_what_is_missing(tmp_path: Path) -> None:
    """And how many there should be; people can be looked for in it."""
    folder = write_archive(tmp_path / "a", [tweet("one"), tweet("two")], packing="folder")
    (folder / "data" / "tweets.js").unlink()

    outcome = migrate("check", folder)

    assert outcome.code == 5
    assert "no file of tweets in this archive (tweets.js). It says that it has 2 tweets." in outcome.err
    assert "`migrate find` works without tweets" in outcome.err


def test_likes_to_choose_by(samples: Path) -> None:
    """How much would be left with more likes, and how long that takes."""
    outcome = migrate("check", samples / "tricky")

    assert outcome.value("at least 5 likes") == "14 posts, a few minutes"


def test_an_archive_without_likes_has_none_to_choose_by(samples: Path) -> None:
    """What is not known is not shown as nothing."""
    assert "--min-likes" not in migrate("check", samples / "eras" / "classic").out


def test_the_programs_are_named_with_their_tweets(tmp_path: Path) -> None:
    """The most used first, as the switch takes them; a name can't do anything to the terminal."""
    made = [tweet("at a café", source="<a href='https://a.example'>Four &amp; Square</a>") for _ in range(3)]
    made += [tweet("hello", source="web"), tweet("odd", source="<a>{n}\x1b[2J</a>"), tweet("?", source="")]
    path = write_archive(tmp_path / "a.zip", made)

    outcome = migrate("check", path)

    assert outcome.value("Four & Square") == "3"
    assert outcome.value("{n}[2J") == "1"
    assert "--without-source NAME" in outcome.out
    assert json.loads(migrate("check", "--json", path).out)["sources"][0] == {
        "name": "Four & Square",
        "tweets": 3,
    }


@pytest.mark.parametrize("command", ["check", "plan"])
def test_what_a_tweet_shows_elsewhere_has_its_words(tmp_path: Path, command: str) -> None:
    """For the whole archive here, there for the tweets that are imported."""
    made = [tweet("https://x.com/i/spaces/1abc"), tweet("http://x.com/i/article/5")]
    made.append(tweet("@bob_example https://x.com/i/spaces/2abc", reply_to=("bob_example", 7)))
    others = {"article": [{"id": "5", "title": "Bread", "text": "!"}]}
    path = write_archive(tmp_path / "a.zip", made, others=others)
    where = ("--output", tmp_path / "plan.csv") if command == "plan" else ()

    outcome = migrate(command, path, *where)

    assert f"{'2  links to Spaces' if command == 'check' else '1  link to a Space'} on Twitter" in outcome.out
    assert "1  article of yours (its title and a link are posted" in outcome.out
