"""The labelled profiles hold together: a label that its profile could not give would be a mistake of ours."""

import re
import unicodedata
from collections import Counter

import pytest

from tests.people.profiles.labelled import HERE, LabelledProfile, read_kinds

KINDS = read_kinds()
PROFILES = [profile for profiles in KINDS.values() for profile in profiles]
EACH = pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.screen_name)
ADDRESS = re.compile(r"[a-zA-Z0-9_](?:[\w.-]*\w)?@(?:[a-z0-9-]+\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+)", re.ASCII)


def _labels(profile: LabelledProfile) -> list[str]:
    return [*profile.own, *profile.others, *profile.former, *profile.leads]


def _plain(profile: LabelledProfile) -> str:
    """All that is written, in small letters of ordinary width and without marks that nobody sees."""
    text = unicodedata.normalize("NFKC", " ".join((*profile.texts, profile.screen_name)))
    return "".join(letter for letter in text if unicodedata.category(letter) != "Cf").lower()


@EACH
def test_a_profile_fits_into_twitter(profile: LabelledProfile) -> None:
    """Its limits: the bio has 160 characters, the name 50, the place 30, the screen name 15."""
    assert re.fullmatch(r"\w{1,15}", profile.screen_name, re.ASCII)
    assert len(profile.name) <= 50
    assert len(profile.bio) <= 160
    assert len(profile.location) <= 30
    assert len(profile.pinned) <= 280


@EACH
def test_each_label_is_an_address_whose_name_is_written_there(profile: LabelledProfile) -> None:
    """Once each, with a host as servers write it: small letters, ASCII."""
    labels = [label.lower() for label in _labels(profile)]

    assert all(ADDRESS.fullmatch(label) for label in _labels(profile))
    assert len(labels) == len(set(labels))
    assert all(label.partition("@")[0] in _plain(profile) for label in labels)
    assert set(profile.there) <= set(_labels(profile))


def test_there_are_enough_of_every_kind() -> None:
    """And no person stands here twice."""
    names = Counter(profile.screen_name.lower() for profile in PROFILES)

    assert {kind: len(profiles) for kind, profiles in KINDS.items() if len(profiles) < 10} == {}
    assert {name for name, count in names.items() if count > 1} == set()
    assert all(profile.kind == kind for kind, profiles in KINDS.items() for profile in profiles)


def test_the_page_beside_them_explains_every_kind_and_field() -> None:
    """A row for each in the README."""
    rows = set(re.findall(r"^\| `(\w+)` \|", (HERE / "README.md").read_text(encoding="utf-8"), re.MULTILINE))

    assert rows == {*KINDS, *LabelledProfile.__struct_fields__}
