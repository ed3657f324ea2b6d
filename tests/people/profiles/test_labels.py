"""The labelled profiles hold together: a label that its profile could not give would be a mistake of ours."""

import re
import unicodedata
from collections import Counter

import pytest

from tests.people.profiles.labelled import HERE, LabelledProfile, read_kinds

KINDS = read_kinds()
OF_EACH_KIND = pytest.mark.parametrize("profiles", KINDS.values(), ids=KINDS)
ADDRESS = re.compile(r"\w(?:[\w.-]*\w)?@(?:[a-z0-9-]+\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+)", re.ASCII)


def _fits(profile: LabelledProfile) -> bool:
    """Whether Twitter would take it."""
    return (
        re.fullmatch(r"\w{1,15}", profile.screen_name, re.ASCII) is not None
        and len(profile.name) <= 50
        and len(profile.bio) <= 160
        and len(profile.location) <= 30
        and len(profile.pinned) <= 280
    )


def _labels(profile: LabelledProfile) -> list[str]:
    return [*profile.own, *profile.others, *profile.former, *profile.leads]


def _plain(profile: LabelledProfile) -> str:
    """All that is written, in small letters of ordinary width and without marks that nobody sees."""
    text = unicodedata.normalize("NFKC", " ".join((*profile.texts, profile.screen_name)))
    return "".join(letter for letter in text if unicodedata.category(letter) != "Cf").lower()


@OF_EACH_KIND
def test_every_profile_fits_into_twitter(profiles: tuple[LabelledProfile, ...]) -> None:
    """Nobody could have written what is longer."""
    assert [profile for profile in profiles if not _fits(profile)] == []


@OF_EACH_KIND
def test_a_label_is_an_address_with_a_host_as_servers_write_it(profiles: tuple[LabelledProfile, ...]) -> None:
    """Small letters, ASCII."""
    labels = [label for profile in profiles for label in _labels(profile)]

    assert [label for label in labels if not ADDRESS.fullmatch(label)] == []


@OF_EACH_KIND
def test_no_address_is_labelled_twice(profiles: tuple[LabelledProfile, ...]) -> None:
    """It is the person's own or it is not."""
    labels = [(profile.screen_name, label.lower()) for profile in profiles for label in _labels(profile)]

    assert [label for label, count in Counter(labels).items() if count > 1] == []


@OF_EACH_KIND
def test_the_name_of_each_label_is_written_in_its_profile(profiles: tuple[LabelledProfile, ...]) -> None:
    """The host may be spelled out, the name stands there."""
    names = [(profile, label.partition("@")[0].lower()) for profile in profiles for label in _labels(profile)]

    assert [name for profile, name in names if name not in _plain(profile)] == []


@OF_EACH_KIND
def test_only_labelled_accounts_say_something_of_themselves(profiles: tuple[LabelledProfile, ...]) -> None:
    """What another account says would change nothing."""
    assert [profile for profile in profiles if not set(profile.there) <= set(_labels(profile))] == []


def test_there_are_enough_of_every_kind() -> None:
    """Each in the file of its kind, and no person twice."""
    people = [(kind, profile) for kind, profiles in KINDS.items() for profile in profiles]
    names = Counter(profile.screen_name.lower() for _, profile in people)

    assert {kind for kind, profiles in KINDS.items() if len(profiles) < 10} == set()
    assert {name for name, count in names.items() if count > 1} == set()
    assert [profile for kind, profile in people if profile.kind != kind] == []


def test_the_page_beside_them_explains_every_kind_and_field() -> None:
    """A row for each in the README."""
    rows = re.findall(r"^\| `(\w+)` \|", (HERE / "README.md").read_text(encoding="utf-8"), re.MULTILINE)

    assert Counter(rows) == Counter([*KINDS, *LabelledProfile.__struct_fields__])
