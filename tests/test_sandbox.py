"""The embedded server and its neighbours: the people of the sample are found, and can be followed."""

import csv
from pathlib import Path

import httpx
import pytest

from migrate.archive import open_archive
from migrate.cli.find.command import look_for_people
from migrate.cli.find.options import FindOptions
from migrate.people.evidence.match import Match
from migrate.sandbox import open_sandbox
from migrate.web.fetching import Web
from tests.conftest import SAMPLES
from tests.fakes.archive_samples import write_profiles

PROFILES = SAMPLES / "tricky_profiles.csv"


@pytest.fixture
def found(tmp_path: Path) -> dict[str, Match]:
    """What `migrate find` makes of the sample, by the names on Twitter."""
    asked = FindOptions(profiles=(PROFILES,), verify=True, yes=True)
    with open_sandbox() as sandbox, open_archive(SAMPLES / "tricky") as archive:
        seen = look_for_people(archive, asked, tmp_path, set(), open_web=lambda: Web(local_port=sandbox.port))
    return {match.contact.handle: match for match in seen.matches}


def test_each_neighbour_shows_something_else(found: dict[str, Match]) -> None:
    """One is sure, one has moved, one only says so, one is a mirror, and one has merely the same name."""
    assert {handle: (match.tier, match.address) for handle, match in found.items()} == {
        "tom_example": ("A", "tom@garden.example"),
        "lea_example": ("A", "lea@harbour.example"),
        "kim_example": ("B", "kim@quiet.example"),
        "noor_example": ("R", "noor_example@birds.example"),
        "sam_example": ("D", "sam_example@garden.example"),
    }
    assert found["noor_example"].doubt == "mirror"


def test_only_who_is_sure_is_on_the_list_to_follow(found: dict[str, Match], tmp_path: Path) -> None:
    """And the server has all of them, so that they can be followed there."""
    with (tmp_path / "following_accounts.csv").open(encoding="utf-8") as file:
        addresses = [row["Account address"] for row in csv.DictReader(file)]
    with open_sandbox() as sandbox:
        headers = {"Authorization": f"Bearer {sandbox.token}"}
        known = [
            httpx.get(
                f"{sandbox.address}/api/v1/accounts/lookup", params={"acct": one}, headers=headers
            ).json()["acct"]
            for one in addresses
        ]

    assert set(known) == {match.address for match in found.values() if match.tier in {"A", "B"}}


def test_the_file_of_profiles_is_the_one_that_is_made(tmp_path: Path) -> None:
    """Like the archives beside it."""
    write_profiles(tmp_path / "profiles.csv")

    assert (tmp_path / "profiles.csv").read_bytes() == PROFILES.read_bytes()
