"""`migrate preview`: see it first. A page is written, and nothing of anyone's is written over."""

from pathlib import Path

import pytest

from migrate.archive import open_archive
from migrate.errors import ExitCode
from migrate.model import Limits, Policy
from migrate.pages.preview import write_folder
from migrate.posts.plan import make_plan
from tests.cli.shell import migrate


def test_it_writes_a_folder_and_says_what_to_open(samples: Path, tmp_path: Path) -> None:
    """The page, and beside it the pictures and the avatar."""
    outcome = migrate("preview", samples / "tiny", "-o", tmp_path / "out")

    assert outcome.code == ExitCode.DONE
    assert str(tmp_path / "out" / "index.html") in outcome.out
    assert (tmp_path / "out" / "index.html").is_file()
    assert len(list((tmp_path / "out" / "media").iterdir())) == 1


def test_single_is_one_file(samples: Path, tmp_path: Path) -> None:
    """Pictures are in the page; a name without an ending gets one that browsers know."""
    outcome = migrate("preview", samples / "tiny", "--single", "-o", tmp_path / "out")

    assert outcome.code == ExitCode.DONE
    assert [path.name for path in tmp_path.iterdir() if path.name != "home"] == ["out.html"]
    assert "data:image/jpeg;base64," in (tmp_path / "out.html").read_text()


def test_a_second_preview_takes_the_place_of_the_first(samples: Path, tmp_path: Path) -> None:
    """Other switches, same folder."""
    out = tmp_path / "out"
    migrate("preview", samples / "tricky", "-o", out)
    before = (out / "index.html").read_text()
    outcome = migrate("preview", samples / "tricky", "-o", out, "--include", "replies")

    assert outcome.code == ExitCode.DONE
    assert (out / "index.html").read_text() != before


@pytest.mark.parametrize("switches", [[], ["--single"]])
def test_what_is_not_a_preview_is_not_written_over(
    samples: Path, tmp_path: Path, switches: list[str]
) -> None:
    """A folder with somebody's things in it, a page of somebody's: refused, and left as it was."""
    theirs = tmp_path / "theirs.html" if switches else tmp_path / "theirs" / "index.html"
    theirs.parent.mkdir(exist_ok=True)
    theirs.write_text("<title>My own page</title>")
    outcome = migrate("preview", samples / "tiny", "-o", theirs if switches else theirs.parent, *switches)

    assert outcome.code == ExitCode.USAGE
    assert "-o" in outcome.err
    assert theirs.read_text() == "<title>My own page</title>"


def test_a_preview_that_was_stopped_is_finished_by_the_same_command(samples: Path, tmp_path: Path) -> None:
    """The folder with some of its pictures is known again; until then its page says what to do."""
    out = tmp_path / "out"
    with open_archive(samples / "tricky") as archive:
        plan = make_plan(archive.tweets, archive.owner, Limits(), Policy())
        next(write_folder(plan, archive, out, backdates=False))
    assert "not finished" in (out / "index.html").read_text()

    assert migrate("preview", samples / "tricky", "-o", out).code == ExitCode.DONE
    assert '<script type="application/json" id="posted">' in (out / "index.html").read_text()


def test_a_place_that_cannot_be_written_to_is_one_line(samples: Path, tmp_path: Path) -> None:
    """No traceback: what happened, and what to do."""
    (tmp_path / "file").write_text("")
    outcome = migrate("preview", samples / "tiny", "-o", tmp_path / "file" / "out")

    assert outcome.code == ExitCode.OTHER
    assert "can't be written" in outcome.line
