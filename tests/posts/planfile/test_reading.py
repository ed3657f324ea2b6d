"""A plan that went through people's hands and spreadsheets is read as it is meant, or named with its row."""

import csv
import io
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from migrate.errors import UsageError
from migrate.model import (
    Kind,
    LeftOut,
    Limits,
    Media,
    MediaKind,
    MentionRule,
    Owner,
    OwnLink,
    Plan,
    ProblemKind,
    Step,
    StepKey,
    Toot,
    Visibility,
)
from migrate.posts.planfile import read_plan, write_plan

ME = Owner("1", "me_example")
NOON = datetime(2020, 5, 1, 12, 0, tzinfo=UTC)
FIRST = 1256123456789012345
CAT = Media("1", MediaKind.PHOTO, "https://t.co/m", file="data/tweets_media/1-cat.jpg", alt="My cat")
DOG = Media("2", MediaKind.PHOTO, "https://t.co/m", file="data/tweets_media/1-dog.jpg")
Rows = list[dict[str, str]]


def step(
    number: int, text: str = "some words", part: int = 0, below: StepKey | None = None, **toot: object
) -> Step:
    moment = NOON + timedelta(hours=number, milliseconds=part)
    return Step(StepKey(FIRST + number, part), Toot(text, **toot), moment, Kind.TWEET, below)


def plan_of(*steps: Step, left_out: tuple[LeftOut, ...] = ()) -> Plan:
    return Plan(ME, steps, left_out)


THREAD = plan_of(
    step(1, "first\n\nhas “quotes”, commas; and 🎉", media=(CAT, DOG)),
    step(1, "second part", 1, StepKey(FIRST + 1)),
    step(2, "Grüße aus Köln", 0, StepKey(FIRST + 1, 1), content_warning="food", language="de"),
    step(3, "=1+1"),
    step(4, "see https://twitter.com/me_example/status/1256123456789012346", own_links=(
        OwnLink("https://twitter.com/me_example/status/1256123456789012346", FIRST + 1),
    )),
    step(5, "", boost=FIRST + 3),
)  # fmt: skip


def through(
    folder: Path,
    change: Callable[[Rows], Rows] = lambda rows: rows,
    plan: Plan = THREAD,
    base: Plan | None = None,
    limits: Limits = Limits(),  # noqa: B008, a frozen value
    save: Callable[[Rows], bytes] | None = None,
) -> Plan:
    """Write the plan, change its rows as a person does, save them as a spreadsheet does, read it."""
    path = folder / "plan.csv"
    write_plan(plan, path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    path.write_bytes((save or saved())(change(rows)))
    return read_plan(path, base or plan, limits)


def saved(encoding: str = "utf-8", errors: str = "strict", **how: object) -> Callable[[Rows], bytes]:
    """How some spreadsheet saves a table."""

    def save(rows: Rows) -> bytes:
        file = io.StringIO(newline="")
        columns = list(rows[0])
        table = csv.DictWriter(file, columns, **how)  # type: ignore[arg-type]
        table.writeheader()
        table.writerows(rows)
        return file.getvalue().encode(encoding, errors)

    return save


def cells(number: int, **new: str) -> Callable[[Rows], Rows]:
    """Type into a row, counted from 0."""

    def change(rows: Rows) -> Rows:
        return [row | new if i == number else row for i, row in enumerate(rows)]

    return change


@pytest.mark.parametrize(
    "save",
    [
        saved(),
        saved("utf-8-sig"),
        saved("utf-16"),
        saved("utf-16-le"),
        saved("utf-16-be"),
        saved("utf-8-sig", delimiter=";"),
        saved("utf-16", delimiter="\t"),
        saved(quoting=csv.QUOTE_ALL),
        saved(lineterminator="\n"),
        saved(lineterminator="\r"),
        saved("cp1252", "replace", delimiter=";"),
        lambda rows: b"sep=;\r\n" + saved(delimiter=";")(rows),
        lambda rows: saved()(rows) + b"\r\n,,,,\r\n\r\n",
        lambda rows: saved()(rows).replace(b"\n\n", b"\r\n\r\n"),
    ],
    ids=[
        *("utf-8", "mark", "utf-16", "le", "be", "semicolon", "tab", "quoted", "unix", "old-mac", "windows"),
        *("sep", "empty-lines", "returns"),
    ],
)  # fmt: skip
def test_however_it_was_saved(save: Callable[[Rows], bytes], tmp_path: Path) -> None:
    """Nothing was edited, so the plan is the same, letter for letter."""
    assert through(tmp_path, save=save) == THREAD


@pytest.mark.parametrize(
    "change",
    [
        lambda rows: rows[::-1],
        lambda rows: [dict(reversed(row.items())) for row in rows],
        lambda rows: [{"my notes": "!", **row, "": ""} for row in rows],
        lambda rows: [row | {"date": "01/05/20"} for row in rows],
        lambda rows: [row | {"post": row["post"].replace("yes", "WAHR")} for row in rows],
        lambda rows: [row | {"toot": f"'{row['toot'].upper()} "} for row in rows],
        lambda rows: [row | {"text": f"'{row['text']}"} for row in rows],
        lambda rows: [row | {"text": row["text"].removeprefix("'")} for row in rows],
        lambda rows: [{name.upper(): cell for name, cell in row.items()} for row in rows],
    ],
    ids=[
        "sorted",
        "columns",
        "more-columns",
        "dates",
        "truths",
        "words",
        "apostrophe",
        "no-apostrophe",
        "header",
    ],
)
def test_whatever_a_spreadsheet_did_to_the_rows(change: Callable[[Rows], Rows], tmp_path: Path) -> None:
    """None of this means anything."""
    assert through(tmp_path, change) == THREAD


def test_what_people_change(tmp_path: Path) -> None:
    """Words, warning, visibility, sensitivity, language and alt texts are taken from the file."""
    new = {
        "text": "other words",
        "content_warning": "long",
        "sensitive": "oui",
        "visibility": "Private",
        "language": "fr",
        "alt_text_2": "My dog",
    }
    changed = through(tmp_path, cells(0, **new)).steps

    assert changed[0].toot == Toot(
        "other words", (CAT, replace(DOG, alt="My dog")), "long", True, "fr", Visibility.PRIVATE
    )
    assert changed[1:] == THREAD.steps[1:]


def test_rows_that_say_no(tmp_path: Path) -> None:
    """They are left out, and what hung below hangs below the nearest that is left."""
    plan = through(tmp_path, lambda rows: cells(0, post="no")(cells(1, post="Nein")(rows)))

    assert [(s.key.tweet_id - FIRST, s.parent) for s in plan.steps[:2]] == [(2, None), (3, None)]
    assert plan.left_out == (
        LeftOut(FIRST + 1, THREAD.steps[0].created_at, Kind.TWEET, ProblemKind.SWITCHED_OFF),
    )


def test_rows_that_are_gone(tmp_path: Path) -> None:
    """They are left out as well; a part that is gone of a tweet that stays is told."""
    plan = through(tmp_path, lambda rows: [rows[0], *rows[3:]])

    assert plan.steps[0] == THREAD.steps[0]
    assert [left.tweet_id - FIRST for left in plan.left_out] == [2]
    assert [(p.kind, p.detail) for p in plan.problems] == [(ProblemKind.SWITCHED_OFF, f"t{FIRST + 1}-1")]


def test_a_boost_of_what_is_not_posted(tmp_path: Path) -> None:
    """It is left out with it, and links to it stay what they were."""
    plan = through(tmp_path, lambda rows: [row for row in rows if row["toot"] != f"t{FIRST + 3}-0"])

    assert [left.tweet_id - FIRST for left in plan.left_out] == [3, 5]


def test_a_link_to_what_is_not_posted(tmp_path: Path) -> None:
    """It goes on leading to the tweet."""
    plan = through(tmp_path, lambda rows: rows[2:])

    assert plan.steps[-2].toot.own_links == ()


def test_rows_that_were_left_out_and_are_switched_on(tmp_path: Path) -> None:
    """All their toots come from the archive; a reason is kept where the row still says no."""
    reply, other = step(6, "a reply"), step(7, "another")
    long = [step(8, "one"), step(8, "two", 1, StepKey(FIRST + 8))]
    base = plan_of(*THREAD.steps, reply, other, *long)
    left_out = tuple(
        LeftOut(s.key.tweet_id, s.created_at, s.kind, ProblemKind.REPLY_TO_OTHERS)
        for s in (reply, other, long[0])
    )
    written = plan_of(*THREAD.steps, left_out=left_out)

    def change(rows: Rows) -> Rows:
        return cells(8, post="yes")(cells(6, post="yes", visibility="public")(rows))

    plan = through(tmp_path, change, written, base)

    assert plan.steps[6].toot == replace(reply.toot, visibility=Visibility.PUBLIC)
    assert plan.steps[7:] == (*long,)
    assert plan.left_out == (left_out[1],)


def test_a_quote_without_words_is_something_to_post(tmp_path: Path) -> None:
    """Mastodon takes it (recorded on 4.5.15: own.without_text)."""
    plan = plan_of(step(1), step(2, "", quote=FIRST + 1))

    assert through(tmp_path, plan=plan) == plan


def test_a_warning_and_a_text_are_counted_apart(tmp_path: Path) -> None:
    """The text begins with a link, which is one behind a warning too; in a warning it is none."""
    link = f"https://example.com/{'p' * 480}"
    plan = plan_of(step(1, f"{link} about moths"))

    read = through(tmp_path, cells(0, content_warning="Link"), plan)
    with pytest.raises(UsageError, match="515 characters"):
        through(tmp_path, cells(0, content_warning=link, text="about moths now"), plan)

    assert read.steps[0].toot == Toot(f"{link} about moths", content_warning="Link")


def test_a_warning_above_nothing_but_pictures(tmp_path: Path) -> None:
    """It is the text on a server that makes it one, and the pictures are hidden."""
    plan = plan_of(step(1, "", media=(CAT,)))
    warn = cells(0, content_warning="Cats")
    left_out = (LeftOut(FIRST + 1, NOON, Kind.TWEET, ProblemKind.REPLY_TO_OTHERS),)

    there = through(tmp_path, warn, plan, limits=Limits(lone_warning_is_text=False))
    switched_on = through(
        tmp_path, cells(0, post="yes", content_warning="Cats"), plan_of(left_out=left_out), plan
    )

    assert through(tmp_path, warn, plan).steps[0].toot == Toot("Cats", (CAT,), sensitive=True)
    assert there.steps[0].toot == Toot("", (CAT,), content_warning="Cats")
    assert switched_on.steps[0].toot == Toot("Cats", (CAT,), sensitive=True)


@pytest.mark.parametrize(
    ("rule", "text"), [(MentionRule.MASTODON, "me@example.org"), (MentionRule.ANYWHERE, "me＠example.org")]
)
def test_new_words_are_read_as_the_server_will(rule: MentionRule, text: str, tmp_path: Path) -> None:
    """An @ that is no mention there stays."""
    plan = through(tmp_path, cells(1, text="me@example.org"), limits=Limits(mentions=rule))

    assert plan.steps[1].toot.text == text


@pytest.mark.parametrize("name", ["@bob", "hi @bob", "see @bob@social.example", "(@bob)"])
def test_new_words_ping_nobody(name: str, tmp_path: Path) -> None:
    """Who is named in a spreadsheet is not called."""
    plan = through(tmp_path, cells(1, text=name))

    assert "@bob" not in plan.steps[1].toot.text.replace("/@bob", "")


@pytest.mark.parametrize(
    ("row", "new", "said"),
    [
        (0, {"toot": "1.25612E+18"}, 'Row 2: the first column must hold a word such as "t123-0"'),
        (1, {"toot": "t99-0"}, "Row 3: this archive has no such tweet"),
        (1, {"toot": f"t{FIRST + 1}-0"}, "Row 3: this row is there twice (see row 2)"),
        (1, {"post": "perhaps"}, 'Row 3: "post" must be yes or no'),
        (1, {"text": "word " * 101 + "end"}, "Row 3: the text has 508 characters, and this server takes 500"),
        (
            1,
            {"text": "w" * 488, "quotes": f"t{FIRST + 4}-0"},
            "Row 3: the text has 488 characters, and 475 leave room for a link to the post that it quotes",
        ),
        (2, {"text": "x" * 497}, "Row 4: the text has 501 characters"),
        (0, {"alt_text_1": "x" * 1501}, "Row 2: an alt text has 1501 characters"),
        (0, {"media_1": "elsewhere.jpg"}, 'Row 2: "media_1" names no file of this tweet'),
        (0, {"visibility": "friends"}, 'Row 2: "visibility" must be one of public, unlisted'),
        (0, {"sensitive": "?"}, 'Row 2: "sensitive" must be yes or no'),
        (0, {"language": "Klingon"}, 'Row 2: "language" must be a short code'),
        (3, {"text": " "}, "Row 5: nothing is left to post"),
        (5, {"text": "words"}, "Row 7: this row boosts another post"),
        (5, {"boosts": "t5-0"}, 'Row 7: "boosts" names no post of this archive'),
    ],
)  # fmt: skip
def test_rows_that_cannot_be_carried_out(row: int, new: dict[str, str], said: str, tmp_path: Path) -> None:
    """Each is named as the spreadsheet counts it, with what is wrong."""
    with pytest.raises(UsageError) as error:
        through(tmp_path, cells(row, **new))

    assert said in str(error.value)
    assert str(error.value).startswith("Nothing was posted, because plan.csv can't be used as it is. ")


def test_many_rows_are_counted(tmp_path: Path) -> None:
    """Ten are named, for a message has to be readable."""
    plan = plan_of(*(step(number) for number in range(15)))
    with pytest.raises(UsageError, match=r"Row 11: .* And 5 more rows\."):
        through(tmp_path, lambda rows: [row | {"post": ""} for row in rows], plan)


def test_letters_that_the_encoding_lost(tmp_path: Path) -> None:
    """Words that nobody edited are found again; edited words that lost their emoji are named."""
    windows = saved("cp1252", "replace")
    edited = through(tmp_path, cells(2, text="Grüße aus Bonn"), save=windows)
    assert edited.steps[2].toot.text == "Grüße aus Bonn"
    assert edited.steps[0] == THREAD.steps[0]

    with pytest.raises(UsageError, match="Row 2: letters or emoji were lost when the file was saved"):
        through(tmp_path, cells(0, text="edited 🎉"), save=windows)


def test_an_old_mac_is_not_taken_for_windows(tmp_path: Path) -> None:
    """`Gr\u00fc\u00dfe` would be `GrŸ§e`: nobody is to read that."""
    with pytest.raises(UsageError, match="Row 4: letters or emoji were lost"):
        through(tmp_path, save=saved("mac_roman", "replace"))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is not a plan"),
        (b"name,address\r\nx,y\r\n", "is not a plan"),
        (b"PK\x03\x04...", "is a spreadsheet"),
        (b"toot,post,text\r\n", "has lost columns: boosts, content_warning, language"),
    ],
)
def test_files_that_are_no_plan(content: bytes, said: str, tmp_path: Path) -> None:
    """One sentence, and what to do."""
    path = tmp_path / "plan.csv"
    path.write_bytes(content)

    with pytest.raises(UsageError, match=said):
        read_plan(path, THREAD, Limits())


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """The same."""
    with pytest.raises(UsageError, match="can't be read"):
        read_plan(tmp_path / "plan.csv", THREAD, Limits())


def test_a_quotation_mark_that_is_never_closed(tmp_path: Path) -> None:
    """It would swallow the rows after it, and they would be left out."""

    def save(rows: Rows) -> bytes:
        return saved()(rows).replace(b"second part", b'"second part')

    with pytest.raises(UsageError, match="can't be read after row 2"):
        through(tmp_path, save=save)


def test_texts_that_lost_their_quotation_marks(tmp_path: Path) -> None:
    """A row with more cells than the header has is named."""

    def save(rows: Rows) -> bytes:
        return saved()(rows).replace(b"second part", b"second" + b", part" * 9)

    with pytest.raises(UsageError, match="Row 3: there are more cells than the first row has"):
        through(tmp_path, save=save)


def test_a_plan_of_another_archive(tmp_path: Path) -> None:
    """One line."""
    with pytest.raises(UsageError, match="is not a plan of this archive, which is of @me_example"):
        through(tmp_path, base=plan_of(step(-5)))


def test_a_server_with_other_limits(tmp_path: Path) -> None:
    """The file's parts are what is posted, if they fit."""
    whole = replace(THREAD.steps[0], toot=replace(THREAD.steps[0].toot, text="all of it"))
    base = plan_of(whole, *THREAD.steps[2:])
    base = replace(base, steps=(base.steps[0], replace(base.steps[1], parent=whole.key), *base.steps[2:]))

    assert through(tmp_path, base=base, limits=Limits(characters=5000)) == THREAD


texts = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30).map(str.strip) | st.sampled_from(
    ["=1", "''=1", "'", "1/2", "true", 'a "b"; c, d', "two\n\nlines", "don't ask me?", "🎉 what??", "@me"]
)
keepers = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])


@settings(deadline=None, max_examples=150)
@given(
    st.lists(st.tuples(texts, texts), min_size=1, max_size=5),
    keepers,
    st.sampled_from(",;\t"),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
    st.sampled_from(["\r\n", "\n"]),
    st.randoms(use_true_random=False),
)
def test_there_and_back(
    contents: list[tuple[str, str]], encoding: str, delimiter: str, quoting: int, end: str, random: object
) -> None:
    """Whatever the words, and however a spreadsheet saves, sorts and moves them, the plan is the same."""
    plan = plan_of(
        *(step(i, f"{i}: {text}", content_warning=warning) for i, (text, warning) in enumerate(contents)),
        *(step(20 + i, text, media=(CAT,)) for i, (text, _) in enumerate(contents)),
    )

    def shuffled(rows: Rows) -> Rows:
        columns = list(rows[0])
        random.shuffle(columns)  # type: ignore[attr-defined]
        random.shuffle(rows)  # type: ignore[attr-defined]
        return [{name: row[name] for name in columns} for row in rows]

    save = saved(encoding, delimiter=delimiter, quoting=quoting, lineterminator=end)
    with TemporaryDirectory() as folder:
        assert through(Path(folder), shuffled, plan, save=save) == plan


@settings(deadline=None, max_examples=150)
@given(st.binary(max_size=200), st.integers(0, 400), st.booleans())
def test_whatever_bytes(noise: bytes, place: int, alone: bool) -> None:
    """A plan, or one sentence, and never anything else."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "plan.csv"
        write_plan(THREAD, path)
        whole = path.read_bytes()
        path.write_bytes(noise if alone else whole[:place] + noise + whole[place + len(noise) :])
        with suppress(UsageError):
            read_plan(path, THREAD, Limits())
