"""The readers keep what they have reached on the labelled profiles."""

import pytest

from tests.people.profiles.labelled import LabelledProfile, read_kinds
from tests.people.profiles.score import is_held_back, total

RECALL = 0.975
"""The share of the people's own addresses that are found, at least."""

PRECISION = 0.965
"""The share of what is called sure that is right, at least."""

EVERYBODY = tuple(profile for profiles in read_kinds().values() for profile in profiles)
HALVES = {
    "looked at": tuple(profile for profile in EVERYBODY if not is_held_back(profile)),
    "held back": tuple(profile for profile in EVERYBODY if is_held_back(profile)),
}


@pytest.mark.parametrize("profiles", HALVES.values(), ids=HALVES)
def test_nearly_all_is_found_and_what_is_sure_is_right(profiles: tuple[LabelledProfile, ...]) -> None:
    """In the half that was looked at while the readers were written, and in the other."""
    reached = total(profiles)

    assert reached.recall >= RECALL
    assert reached.precision >= PRECISION


def test_nobody_right_is_rejected() -> None:
    """A hint that comes too short is looked at; a rejected one is not."""
    assert total(EVERYBODY).rejected == 0
