"""`migrate import --fix` and `--known`: friends' new addresses, also in toots that are there already."""

import csv
from pathlib import Path

import pytest

from tests.cli.shell import migrate, terminal
from tests.fakes.mastodon import FakeMastodon, SystemClock
from tests.fakes.serve import serve

COLUMNS = "x_id,x_handle,x_name,relation,fediverse_acct,tier,evidence,evidence_url,checked_at,state"
PUT = "PUT /api/v1/statuses/*"


@pytest.fixture
def matches(tmp_path: Path, samples: Path) -> Path:
    """Lea is known for certain, Tom is a guess."""
    path = tmp_path / "matches.csv"
    lea, tom = (x_id_of(handle, samples) for handle in ("lea_example", "tom_example"))
    rows = [f"'{lea},lea_example,Lea,,lea@social.example,A,,,,open"]
    rows += [f"'{tom},tom_example,Tom,,tom@guess.example,C,,,,open"]
    path.write_text("\n".join([COLUMNS, *rows, ""]))
    return path


def x_id_of(handle: str, samples: Path) -> str:
    """The number of a person who is mentioned in the sample."""
    text = (samples / "tricky/data/tweets.js").read_text()
    return text.partition(f'"screen_name" : "{handle}"')[2].partition('"id" : "')[2].partition('"')[0]


@pytest.fixture
def imported(mine: FakeMastodon, samples: Path) -> FakeMastodon:
    """An import of the sample, from the time before anybody was known."""
    assert migrate("import", samples / "tricky", "--yes").code == 0
    mine.requests.clear()
    return mine


def test_people_are_named_by_their_address(matches: Path, samples: Path, tmp_path: Path) -> None:
    """Those who are sure, linked and not pinged; the others by their plain name."""
    migrate("plan", samples / "tricky", "-o", tmp_path / "plan.csv", "--known", matches)
    written = (tmp_path / "plan.csv").read_text(encoding="utf-8-sig")

    assert "https://social.example/@lea" in written
    assert "guess.example" not in written


def test_fix_edits_what_a_new_address_makes_better(
    imported: FakeMastodon, matches: Path, samples: Path
) -> None:
    """How many and which, then the edits; the second time there is nothing to do."""
    command = ("import", samples / "tricky", "--fix", "--known", matches, "--yes")
    outcome = migrate(*command)
    edited = [status for status in imported.statuses if status.edited_at]

    assert outcome.code == 0
    assert outcome.value("Posts that would be better now") == outcome.value("Edited now") == str(len(edited))
    assert "it will say:  " in outcome.out
    assert edited
    assert all("https://social.example/@lea" in status.text for status in edited)
    assert all(status.mentions == () for status in imported.statuses)
    assert "There is nothing to edit" in migrate(*command).out
    assert sum(method == "PUT" for method, _ in imported.requests) == len(edited)


def test_fix_brings_new_descriptions(imported: FakeMastodon, samples: Path, tmp_path: Path) -> None:
    """From the plan file: what nobody described before 2019 is described today, in an edit of its own."""
    plan = tmp_path / "plan.csv"
    migrate("plan", samples / "tricky", "-o", plan, "--server", imported.address)
    with plan.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    (row, *_) = (row for row in rows if row["post"] == "yes" and row["media_1"])
    row["alt_text_1"] = "A cat asleep on a keyboard"
    with plan.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(row))
        table.writeheader()
        table.writerows(rows)
    command = ("import", samples / "tricky", "--fix", "--plan", plan, "--yes")
    outcome = migrate(*command)

    assert outcome.code == 0, outcome.err
    assert outcome.value("Edited now") == "1"
    assert "a description:  A cat asleep on a keyboard" in outcome.out
    assert "people who have boosted or quoted them" in outcome.out
    (edited,) = (status for status in imported.statuses if status.edited_at)
    assert imported.media[edited.media_ids[0]].description == "A cat asleep on a keyboard"
    assert "There is nothing to edit" in migrate(*command).out


def test_fix_asks_before_it_edits(imported: FakeMastodon, matches: Path, samples: Path) -> None:
    """No is no."""
    with terminal("import", samples / "tricky", "--fix", "--known", matches) as screen:
        shown = screen.read_until("[y/N]: ")
        screen.type("n\n")

        assert screen.end() == 0
    assert "Edit " in shown
    assert "Nothing was edited." in screen.shown
    assert not any(status.edited_at for status in imported.statuses)


def test_fix_can_be_looked_at_first(imported: FakeMastodon, matches: Path, samples: Path) -> None:
    """--dry-run, in words and as JSON, edits nothing."""
    command = ("import", samples / "tricky", "--fix", "--known", matches, "--dry-run")

    assert "Nothing was edited (--dry-run)." in migrate(*command).out
    assert migrate(*command, "--json").out.startswith('{"event":"summary","fixed":0')
    assert all(method == "GET" for method, _ in imported.requests)


def test_fix_tells_what_it_could_not_edit(imported: FakeMastodon, matches: Path, samples: Path) -> None:
    """Exit 7 where the server refused, with its reason."""
    imported.faults.answer(1, 422, {"error": "no pancakes"}, PUT)
    outcome = migrate("import", samples / "tricky", "--fix", "--known", matches, "--yes")

    assert outcome.code == 7
    assert outcome.value("Refused by the server") == "1"
    assert "no pancakes" in outcome.err


def test_fix_on_a_server_without_edits(samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Said at once; nothing is sent but questions."""
    fake = FakeMastodon("snac-2.94", clock=SystemClock())
    with serve(fake) as address:
        monkeypatch.setenv("MIGRATE_SERVER", address)
        monkeypatch.setenv("MIGRATE_TOKEN", fake.token)
        outcome = migrate("import", samples / "tiny", "--fix", "--yes")

    assert outcome.code == 2
    assert "Nothing was changed" in outcome.line


def test_fix_before_any_import(mine: FakeMastodon, samples: Path) -> None:
    """There is nothing to edit, and no ledger is made for it."""
    outcome = migrate("import", samples / "tiny", "--fix", "--yes")

    assert outcome.code == 2
    assert "without --fix" in outcome.line


def test_pings_are_sent_to_the_known_only(mine: FakeMastodon, matches: Path, samples: Path) -> None:
    """With a warning that says how many; a mention of nobody else, and no bare name."""
    mine.add_account("lea@social.example")
    outcome = migrate("import", samples / "tricky", "--known", matches, "--ping", "--yes")
    pinged = {name for status in mine.statuses for name in status.mentions}

    assert outcome.code == 0
    assert "of these posts will notify the people whom they name" in outcome.err
    assert pinged == {"lea@social.example"}


@pytest.mark.parametrize(
    ("switches", "sentence"),
    [
        (["--ping"], "--ping needs --known"),
        (["--known", "MATCHES", "--ping", "--visibility", "direct"], "don't go together"),
        (["--known", "MATCHES", "--ping", "--fix"], "an edit notifies nobody"),
        (["--known", "nowhere.csv"], "There is no file nowhere.csv"),
    ],
)
def test_what_can_not_be(switches: list[str], sentence: str, matches: Path, samples: Path) -> None:
    """One line, exit 2."""
    words = [str(matches) if word == "MATCHES" else word for word in switches]
    outcome = migrate("import", samples / "tiny", "--dry-run", *words)

    assert outcome.code == 2
    assert sentence in outcome.line


def test_dated_toots_ping_nobody(matches: Path, samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """GoToSocial: statuses mentioning others can't be backfilled (internal/processing/status/create.go)."""
    fake = FakeMastodon("gotosocial-0.20", clock=SystemClock())
    with serve(fake) as address:
        monkeypatch.setenv("MIGRATE_SERVER", address)
        monkeypatch.setenv("MIGRATE_TOKEN", fake.token)
        outcome = migrate("import", samples / "tricky", "--known", matches, "--ping", "--yes")

    assert outcome.code == 2
    assert "Leave --ping away" in outcome.line
    assert fake.statuses == []
