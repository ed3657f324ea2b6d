"""What the account has shown: posts that were found there, and posts that were not yet seen."""

from pathlib import Path

import pytest

from migrate.ledger import Ledger
from migrate.model import StepKey
from tests.ledger.test_ledger import FIRST, SECOND, begin


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger of two posts, the second found on the account, and a step that is not known to be there."""
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        ledger.claim("1", "someone")
        for number, key in enumerate((FIRST, SECOND, StepKey(3))):
            begin(ledger, key, at=float(number))
        ledger.finish(FIRST, "41", None, unseen=True)
        ledger.finish(SECOND, "42", None)
        ledger.shown.take_in(SECOND)
    return tmp_path / "ledger.sqlite"


def test_what_the_server_has_in_its_own_order(path: Path) -> None:
    """By its ids, whatever the clock said meanwhile."""
    with Ledger(path) as ledger:
        ledger.finish(StepKey(3), "9", None)

        assert list(ledger.shown.claimed().items()) == [("9", StepKey(3)), ("41", FIRST), ("42", SECOND)]


def test_what_was_found_is_seen_and_not_of_this_ledger(path: Path) -> None:
    """The other one is to be looked for."""
    with Ledger(path) as ledger:
        assert ledger.shown.taken_in() == {SECOND}
        assert ledger.unseen() == {"41": FIRST}
        ledger.mark_seen(["41"])
        assert ledger.unseen() == {}


def test_what_was_taken_back_and_posted_again_is_of_this_ledger(path: Path) -> None:
    """Undo may take it back like all others."""
    with Ledger(path) as ledger:
        ledger.take_back(SECOND)
        assert ledger.shown.taken_in() == set()
        begin(ledger, SECOND, at=9.0)
        ledger.finish(SECOND, "43", None)
        assert ledger.shown.taken_in() == set()


def test_a_doubt_is_written_down(path: Path) -> None:
    """The step stays begun."""
    with Ledger(path) as ledger:
        ledger.shown.doubt(StepKey(3), "it seems to be there")
        record = ledger.find(StepKey(3))

    assert record is not None
    assert (record.state.value, record.reason) == ("begun", "it seems to be there")
