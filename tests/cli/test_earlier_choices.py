"""The choices about how posts look are kept with the record, and used again; what is said counts."""

import json
from pathlib import Path

import pytest

from migrate.cli.home import ledger_of
from migrate.ledger import Ledger
from tests.cli.shell import Outcome, migrate
from tests.cli.test_fix import imported, matches
from tests.fakes.mastodon import FakeMastodon

__all__ = ["imported", "matches"]

AS_BEFORE = "As in the last import: "
ANOTHER = "Another choice than in the last import: "


def run(samples: Path, *switches: object) -> Outcome:
    return migrate("import", samples / "tiny", "--yes", *switches)


def with_footer(mine: FakeMastodon, footer: str) -> int:
    """How many posts have it: four of five can, for a thread has it once."""
    return sum(status.text.endswith(footer) for status in mine.statuses)


def test_without_switches_it_goes_on_as_it_began(mine: FakeMastodon, samples: Path) -> None:
    """The footer, the names, the warnings and who sees it; told before anything is asked."""
    chosen = ("--footer", "On Twitter", "--visibility", "private", "--warn", "pancakes=Food")
    run(samples, "--limit", 1, *chosen)
    outcome = run(samples)

    told = "As in the last import: --visibility private --footer 'On Twitter' --warn pancakes=Food."
    assert told in outcome.out
    assert "--rules FILE" in outcome.out
    assert len(mine.statuses) == 5
    assert with_footer(mine, "On Twitter") == 4
    assert {status.visibility for status in mine.statuses} == {"private"}
    assert told in run(samples, "--json").err


def test_the_usual_choices_are_not_mentioned(mine: FakeMastodon, samples: Path) -> None:
    """Nothing was chosen, and nothing is told."""
    run(samples, "--limit", 1)
    assert AS_BEFORE not in run(samples).out


def test_what_is_said_counts(mine: FakeMastodon, samples: Path) -> None:
    """For that choice alone; and what it means for the posts that are there is said."""
    run(samples, "--limit", 1, "--footer", "On Twitter", "--mentions", "twitter")
    outcome = run(samples, "--footer", "Long ago")

    assert f"{ANOTHER}--footer 'Long ago'. 1 post stays as it is" in outcome.err
    assert "--fix" in outcome.err
    assert f"{AS_BEFORE}--mentions twitter." in outcome.out
    assert (with_footer(mine, "On Twitter"), with_footer(mine, "Long ago")) == (1, 3)
    assert "--footer 'Long ago'" in run(samples).out


def test_who_sees_a_post_can_not_be_edited(mine: FakeMastodon, samples: Path) -> None:
    """So nobody is sent to --fix for that."""
    run(samples, "--limit", 1)
    outcome = run(samples, "--visibility", "private")

    assert "can't be changed any more" in outcome.err
    assert "--fix" not in outcome.err


def test_a_file_of_rules_replaces_all(mine: FakeMastodon, samples: Path, tmp_path: Path) -> None:
    """Also an empty one: the usual is back."""
    run(samples, "--limit", 1, "--footer", "On Twitter", "--mentions", "twitter")
    rules = tmp_path / "rules.toml"
    rules.write_text("")
    outcome = run(samples, "--rules", rules)

    assert AS_BEFORE not in outcome.out
    assert with_footer(mine, "On Twitter") == 1
    assert AS_BEFORE not in run(samples).out


def test_which_tweets_is_asked_anew(mine: FakeMastodon, samples: Path) -> None:
    """Yesterday's only-media is not today's."""
    run(samples, "--only-media")
    assert len(mine.statuses) == 1
    run(samples)
    assert len(mine.statuses) == 5


def test_an_edit_takes_nothing_back(imported: FakeMastodon, matches: Path, samples: Path) -> None:
    """People who were named by their new address stay so, in an edit and in an import without switches."""
    command = ("import", samples / "tricky", "--yes")
    assert migrate(*command, "--fix", "--known", matches).value("Edited now") != "0"
    outcome = migrate(*command, "--fix")

    assert f"{AS_BEFORE}--known (of 1 person)." in outcome.out
    assert "There is nothing to edit" in outcome.out
    assert AS_BEFORE in migrate(*command).out


def test_a_plan_is_followed_again(mine: FakeMastodon, samples: Path, tmp_path: Path) -> None:
    """What was switched off stays off; where the file is gone, nothing is posted that it had left out."""
    plan = tmp_path / "my plan.csv"
    migrate("plan", samples / "tiny", "-o", plan, "--server", mine.address)
    lines = plan.read_text(encoding="utf-8-sig").replace(",yes,", ",no,", 1)
    plan.write_text(lines, encoding="utf-8")
    run(samples, "--plan", plan, "--limit", 1)
    outcome = run(samples)
    assert f"--plan '{plan}'" in outcome.out
    assert len(mine.statuses) == 4

    plan.unlink()
    outcome = run(samples)
    assert outcome.code == 2
    assert "--plan FILE" in outcome.line
    assert run(samples, "--visibility", "unlisted").code == 0
    assert len(mine.statuses) == 5


def test_a_no_and_a_rehearsal_choose_nothing(mine: FakeMastodon, samples: Path) -> None:
    """What was only looked at is not used later."""
    run(samples, "--limit", 1)
    migrate("import", samples / "tiny", "--dry-run", "--footer", "On Twitter")
    assert AS_BEFORE not in run(samples).out


def test_after_an_undo_all_is_new(mine: FakeMastodon, samples: Path) -> None:
    """Nothing is there that new posts could be unlike."""
    run(samples, "--footer", "On Twitter")
    migrate("undo", "--yes")
    assert AS_BEFORE not in run(samples).out


def test_choices_of_a_newer_version(mine: FakeMastodon, samples: Path) -> None:
    """One that isn't known here is passed over."""
    run(samples, "--limit", 1, "--footer", "On Twitter")
    with Ledger(ledger_of(mine.address, "1001")) as ledger:
        ledger.keep_choices({**ledger.choices(), "sparkle": True})
    assert f"{AS_BEFORE}--footer 'On Twitter'." in run(samples).out


def test_a_record_of_an_earlier_version_says_nothing(mine: FakeMastodon, samples: Path) -> None:
    """Nobody knows what was chosen then: nothing is compared with it."""
    run(samples, "--limit", 1, "--footer", "On Twitter")
    with Ledger(ledger_of(mine.address, "1001")) as ledger:
        ledger.keep_choices({})
    outcome = run(samples, "--footer", "Long ago")
    assert ANOTHER not in outcome.err


def test_the_choices_go_with_the_record(
    mine: FakeMastodon, samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On another computer, too."""
    run(samples, "--limit", 1, "--footer", "On Twitter")
    file = tmp_path / "record.sqlite"
    assert migrate("record", "export", file).code == 0
    monkeypatch.setenv("MIGRATE_HOME", str(tmp_path / "there"))
    migrate("record", "import", file)
    lines = migrate("import", samples / "tiny", "--yes", "--json").out.splitlines()

    assert json.loads(lines[-1])["posted"] == 4
    assert with_footer(mine, "On Twitter") == 4


def test_descriptions_and_switches_without_a_value_are_used_again(
    mine: FakeMastodon, samples: Path, tmp_path: Path
) -> None:
    """Named as they are typed; the file of descriptions is not needed any more."""
    texts = tmp_path / "texts.json"
    texts.write_text(json.dumps({"One.jpg": "A cat"}))
    run(samples, "--limit", 1, "--descriptions", texts, "--articles")
    texts.unlink()

    assert f"{AS_BEFORE}--articles --descriptions (of 1 file)." in run(samples).out
