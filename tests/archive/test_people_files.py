"""Oneself, and the accounts that one followed, was followed by, blocked or muted."""

from pathlib import Path

import pytest

from migrate.archive import Profile
from migrate.model import Owner
from tests.archive.conftest import Read
from tests.fakes.archive import ERA_NAMES, OWNER, tweet, write_archive

MODERN = [era for era in ERA_NAMES if era not in {"csv", "classic"}]


@pytest.mark.parametrize("era", MODERN)
def test_people_of_every_modern_era(tmp_path: Path, read: Read, era: str) -> None:
    """Ids, and no handles: the archive has none."""
    others = {
        "block": [{"accountId": "5"}],
        "mute": [{"accountId": "6", "userLink": "https://twitter.com/intent/user?user_id=6"}],
        "lists-created": [{"url": "https://twitter.com/ada_example/lists/bread"}],
        "lists-member": [
            {"urls": ["https://twitter.com/bob_example/lists/a", "https://twitter.com//lists/b"]}
        ],
    }

    archive = read(
        write_archive(
            tmp_path / "a", [tweet("x")], era=era, following=["12", "34"], followers=["56"], others=others
        )
    )

    assert (list(archive.following), list(archive.followers)) == (["12", "34"], ["56"])
    assert (list(archive.blocks), list(archive.mutes)) == (["5"], ["6"])
    assert archive.lists.created == ("https://twitter.com/ada_example/lists/bread",)
    assert len(archive.lists.member) == 2
    assert archive.owner == OWNER
    assert archive.problems == ()


def test_ids_can_be_cut_and_searched(tmp_path: Path, read: Read) -> None:
    """They are packed, and still a sequence."""
    following = read(write_archive(tmp_path / "a", [tweet("x")], following=["12", "34", "56"])).following

    assert (following[1], list(following[1:]), "56" in following, len(following)) == (
        "34",
        ["34", "56"],
        True,
        3,
    )


def test_former_handles(tmp_path: Path, read: Read) -> None:
    """The key is nested twice; in 2018 the date was a number."""
    changes = [
        {"accountId": OWNER.id, "screenNameChange": {"changedAt": at, "changedFrom": was, "changedTo": "x"}}
        for at, was in [("1530000000000", "ada_first"), ("2021-01-01T00:00:00.000Z", "ada_second")]
    ]

    archive = read(write_archive(tmp_path / "a", [tweet("x")], others={"screen-name-change": changes}))

    assert list(archive.former_handles) == ["ada_first", "ada_second"]


def test_profile_with_its_pictures(tmp_path: Path, read: Read) -> None:
    """The header's address has no ending, and its file has one."""
    described = {
        "description": {"bio": "Bakes & reads", "website": "https://t.co/x", "location": "Here"},
        "avatarMediaUrl": "https://pbs.twimg.com/profile_images/1/face.jpg",
        "headerMediaUrl": f"https://pbs.twimg.com/profile_banners/{OWNER.id}/1600000000",
    }
    names = [f"profile_media/{OWNER.id}-face.jpg", f"profile_media/{OWNER.id}-1600000000.jpg"]
    media = {name: name.encode() for name in names}

    archive = read(write_archive(tmp_path / "a", [tweet("x")], others={"profile": [described]}, media=media))

    avatar, header = (f"data/{name}" for name in names)
    assert archive.profile == Profile("Bakes & reads", "https://t.co/x", "Here", avatar, header)
    with archive.open_file(avatar) as stream:
        assert stream.read() == names[0].encode()


def test_a_classic_archive_knows_its_owner(tmp_path: Path, read: Read) -> None:
    """From a file of its own, or from any tweet."""
    folder = write_archive(tmp_path / "a", [tweet("x")], era="classic", packing="folder")

    assert read(folder).owner == OWNER
    assert read(folder).profile.location == "Nowhere"
    month = next((folder / "data" / "js" / "tweets").iterdir())
    assert read(month).owner == Owner(OWNER.id, OWNER.handle, OWNER.name)
