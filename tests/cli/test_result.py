"""What came of an import, counted: also what is found out about posts of earlier runs."""

from migrate.cli.importing.tally import Tally
from migrate.model import StepKey
from migrate.posts.replay import Begun, Posted, Vanished


def test_what_vanished_is_taken_off_the_run_that_posted_it() -> None:
    """Its own posts, and at the end also one of an earlier run, for the first look was refused."""
    tally = Tally(steps=5, already=2)
    for event in (
        Begun(steps=5, already=2),
        Posted(StepKey(3), None),
        Posted(StepKey(4), None),
        Vanished(StepKey(1), "dropped"),
        Vanished(StepKey(4), "dropped"),
    ):
        tally.count(event)

    assert tally.numbers() == {"posted": 1, "already": 1, "refused": 2}
    assert tally.left == 1


def test_what_vanished_before_the_run_began_is_counted_once() -> None:
    """The server's first answer of a run is about the posts of the run before."""
    tally = Tally(steps=5, already=2)
    for event in (Vanished(StepKey(1), "dropped"), Posted(StepKey(3), None), Begun(steps=5, already=3)):
        tally.count(event)

    assert tally.numbers() == {"posted": 1, "already": 1, "refused": 1}
    assert tally.left == 2
