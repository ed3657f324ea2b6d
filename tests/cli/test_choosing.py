"""What is imported can be chosen, by switches or in a file, the same for plan, preview and import."""

import csv
import re
from pathlib import Path

import pytest

from migrate.cli.choosing.rules import Rules, read_rules
from tests.cli.shell import migrate, terminal


@pytest.mark.parametrize("command", ["plan", "preview", "import"])
def test_every_command_has_the_same_switches(command: str) -> None:
    """Whatever is looked at first is imported later with the same words."""
    shown = migrate(command, "--help").out

    for name in (
        "include",
        "min-likes",
        "with-word",
        "language",
        "only-media",
        "warn",
        "rules",
        "visibility",
    ):
        assert f"--{name} " in shown


@pytest.mark.parametrize(
    ("switches", "reason"),
    [
        (["--min-likes", "1000"], "fewer likes than you asked for"),
        (["--min-retweets", "1000"], "fewer retweets than you asked for"),
        (["--with-word", "bread"], "without any of the words"),
        (["--without-word", "bread"], "with a word that you don't want"),
        (["--language", "xx"], "in another language"),
        (["--only-media"], "without a picture or video"),
    ],
)
def test_what_is_left_out_is_told(switches: list[str], reason: str, samples: Path) -> None:
    """By reason, with its number."""
    outcome = migrate("import", samples / "tricky", "--dry-run", *switches)

    assert outcome.code == 0
    assert reason in outcome.out


def test_a_warning_stands_in_the_plan(samples: Path, tmp_path: Path) -> None:
    """For the tweets with that word, and no others."""
    migrate("plan", samples / "tricky", "-o", tmp_path / "plan.csv", "--warn", "bread=Food & drink")
    with (tmp_path / "plan.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    warned = [row for row in rows if row["content_warning"] == "Food & drink"]

    assert 0 < len(warned) < len(rows)
    assert all("bread" in row["text"].lower() for row in warned)


@pytest.mark.parametrize("warning", ["bread", "=Food", "bread=", f"bread={'x' * 101}"])
def test_what_is_no_warning(warning: str, samples: Path) -> None:
    """Exit 2, one line."""
    outcome = migrate("import", samples / "tiny", "--dry-run", "--warn", warning)

    assert outcome.code == 2
    assert "Write" in outcome.line


def test_rules_from_a_file(samples: Path, tmp_path: Path) -> None:
    """The same choices, written down once."""
    rules = tmp_path / "rules.toml"
    rules.write_text('include = ["replies"]\nsince = 2018\nvisibility = "private"\n')
    by_file = migrate("import", samples / "tricky", "--dry-run", "--rules", rules)
    by_switches = migrate(
        "import", samples / "tricky", "--dry-run", "--include", "replies", "--since", "2018"
    )

    assert by_file.out == by_switches.out


def test_every_key(tmp_path: Path) -> None:
    """Each switch has its key."""
    path = tmp_path / "rules.toml"
    path.write_text(
        'include = ["replies"]\nexclude = ["threads"]\nsince = 2015\nuntil = 2019-03-24\n'
        'visibility = "public"\nfooter = ""\nmentions = "twitter"\nmin-likes = 3\nmin-retweets = 1\n'
        'with-word = ["a"]\nwithout-word = ["b"]\nlanguage = ["de"]\nonly-media = true\n'
        'warn = { spider = "Animals" }\n'
    )

    assert read_rules(path) == Rules(
        include=("replies",),
        exclude=("threads",),
        since="2015",
        until="2019-03-24",
        visibility="public",
        footer="",
        mentions="twitter",
        min_likes=3,
        min_retweets=1,
        with_word=("a",),
        without_word=("b",),
        language=("de",),
        only_media=True,
        warn={"spider": "Animals"},
    )


def test_switches_go_before_the_file() -> None:
    """Lists and warnings are put together; of the rest, what was typed counts."""
    typed = Rules(min_likes=0, with_word=("a",), warn={"x": "typed"})
    file = Rules(min_likes=5, since="2019", with_word=("b",), warn={"x": "file", "y": "file"})

    assert typed.over(file) == Rules(
        min_likes=0, since="2019", with_word=("b", "a"), warn={"x": "typed", "y": "file"}
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("min_likes = 3", "keys that are not known: min_likes. Known are: include, exclude"),
        ('min-likes = "many"', "Expected `int"),
        ('include = ["all"]', "Invalid enum value 'all'"),
        ("since = [1]", "is not a date"),
        ("min-likes", "is not a file of rules"),
    ],
)
def test_rules_that_cannot_be_read(content: str, said: str, samples: Path, tmp_path: Path) -> None:
    """Exit 2; the key that is wrong is named."""
    rules = tmp_path / "rules.toml"
    rules.write_text(content)
    outcome = migrate("import", samples / "tiny", "--dry-run", "--rules", rules)

    assert outcome.code == 2
    assert said in outcome.line


def test_rules_that_are_not_there(samples: Path, tmp_path: Path) -> None:
    """The same."""
    outcome = migrate("import", samples / "tiny", "--dry-run", "--rules", tmp_path / "rules.toml")

    assert outcome.code == 2
    assert "can't be read" in outcome.line


def test_every_choice_says_how_many_it_touched(samples: Path, tmp_path: Path) -> None:
    """None is a number, too."""
    switches = ["--since", "2001", "--min-likes", "1", "--warn", "bread=Food", "--warn", "nothing=No"]
    outcome = migrate("plan", samples / "tricky", "-o", tmp_path / "plan.csv", *switches)

    assert "0  tweets before the date that you gave" in outcome.out
    assert "tweets with fewer likes than you asked for" in outcome.out
    assert re.search(r"[1-9]\d*  posts? with the warning “Food”", outcome.out)
    assert "0  posts with the warning “No”" in outcome.out


@pytest.mark.parametrize(
    ("switches", "there"),
    [
        (["--language", "french"], "Languages: en ("),
        (["--with-word", "xyzzy"], "Commonest words: "),
        (["--since", "2031"], "Years: 2010 ("),
    ],
)
def test_choices_that_leave_nothing_say_what_there_is(
    switches: list[str], there: str, samples: Path, tmp_path: Path
) -> None:
    """A plan of nothing is seldom what was meant."""
    outcome = migrate("plan", samples / "tricky", "-o", tmp_path / "plan.csv", *switches)

    assert outcome.code == 0
    assert "nothing is left to post" in outcome.err
    assert there in outcome.err


def test_nobody_is_told_what_there_is_where_something_is_left(samples: Path, tmp_path: Path) -> None:
    """Nor where nothing was asked for."""
    outcome = migrate("plan", samples / "tricky", "-o", tmp_path / "plan.csv", "--min-likes", "1")

    assert outcome.err == ""


@pytest.mark.parametrize(("keep", "posts"), [("keep", "3"), ("leave", "0"), (None, "0")])
def test_unknown_likes_are_kept_or_left(keep: str | None, posts: str, samples: Path, tmp_path: Path) -> None:
    """A classic archive has no likes; where nobody can be asked, they are left out and told apart."""
    switches = ["--min-likes", "1", *(["--if-unknown", keep] if keep else [])]
    outcome = migrate("plan", samples / "eras" / "classic", "-o", tmp_path / "plan.csv", *switches)

    assert outcome.value("Posts that they become") == posts
    assert ("3  tweets of which the archive doesn't know the likes" in outcome.out) == (posts == "0")


@pytest.mark.parametrize(("answer", "posts"), [("y", 3), ("n", 0)])
def test_whoever_is_there_is_asked_about_what_is_unknown(
    answer: str, posts: int, samples: Path, tmp_path: Path
) -> None:
    """How many, and of what; the answer is done."""
    command = ("plan", samples / "eras" / "classic", "-o", tmp_path / "plan.csv", "--min-likes", "1")
    with terminal(*command) as screen:
        screen.read_until("Keep them?")
        screen.type(f"{answer}\n")
        screen.end()

    assert "3  tweets of which the archive doesn't know the likes" in screen.shown
    assert re.search(rf"Posts that they become +{posts}\b", screen.shown)
