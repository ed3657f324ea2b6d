"""Twitter archives made on demand: of any era, any packing, any size, all of it made up.

`write_archive` packs the tweets that a test has built with `tweet`, `retweet`,
`long_post`...; `make_archive` invents any number of them from a seed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from random import Random

from migrate.model import Owner
from tests.fakes.archive_entities import Json, user_id
from tests.fakes.archive_eras import ERAS, Contents, files
from tests.fakes.archive_grailbird import classic_files, csv_files
from tests.fakes.archive_invention import NOTES_SINCE, invent, invent_like
from tests.fakes.archive_life import PROFILES, ProfileName, in_file_order, outlines
from tests.fakes.archive_media import gif, media_names, photo, video
from tests.fakes.archive_packing import Member, Packing, pack
from tests.fakes.archive_tweets import OWNER, edited, long_post, note, retweet, snowflake, tweet, when_of

__all__ = [
    "ERA_NAMES",
    "OWNER",
    "PROFILES",
    "edited",
    "gif",
    "long_post",
    "make_archive",
    "media_names",
    "note",
    "photo",
    "retweet",
    "snowflake",
    "tweet",
    "user_id",
    "video",
    "when_of",
    "write_archive",
]

ERA_NAMES = ("csv", "classic", *ERAS)


def write_archive(
    where: Path,
    tweets: Sequence[Json],
    *,
    packing: Packing = "zip",
    era: str = "2022",
    parts: int = 1,
    account: Owner = OWNER,
    notes: Sequence[Json] = (),
    following: Iterable[str] = (),
    followers: Iterable[str] = (),
    others: Mapping[str, Sequence[Json]] | None = None,
    media: Mapping[str, bytes] | None = None,
) -> Path:
    """An archive with these tweets, in this order; the path to give to a reader.

    `where` is the zip or folder to be made. `era` is one of `ERA_NAMES`.
    `following` and `followers` are ids. `others` are the items of any further file,
    by its stem and without their wrapper: `{"deleted-tweets": [tweet(...)]}`.
    `media` maps a name in the tweets' media folder to its bytes (see `media_names`);
    a name with a slash is a path below `data/`.
    """
    records = _own_records(account) | {"following": _people(following), "follower": _people(followers)}
    if notes:
        records["note-tweet"] = list(notes)
    records |= {stem: list(items) for stem, items in (others or {}).items()}
    contents = Contents(account, tweets, len(tweets), parts, records, (media or {}).items())
    return pack(where, _members(contents, era), packing)


def make_archive(
    where: Path,
    *,
    tweets: int,
    seed: int = 1,
    packing: Packing = "zip",
    era: str = "2022",
    parts: int = 1,
    likes: int = 0,
    media: bool = False,
    profile: ProfileName = "mixed",
) -> Path:
    """An archive of so many invented tweets of 2009 to 2024, and so many likes.

    The same arguments make the same bytes.
    Tweets name pictures and videos in any case; with `media` there are files as
    well, too small to be real ones.
    """
    habits = PROFILES[profile]
    rng = Random(seed)
    order = in_file_order(outlines(tweets, habits, rng), rng)
    make = partial(invent, habits=habits, seed=seed)
    people = [str(10**18 + rng.randrange(10**12)) for _ in range(200)]
    records = _own_records(OWNER) | {"following": _people(people), "follower": _people(people[::3])}
    late = (make(one)[1] for one in order if one.when > NOTES_SINCE)
    records["note-tweet"] = [one for one in late if one]
    if likes:
        records["like"] = [invent_like(number, seed) for number in range(likes)]
    stream = (make(one)[0] for one in order)
    placeholders = _placeholders(make(one)[0] for one in order) if media else ()
    contents = Contents(OWNER, stream, tweets, parts, records, placeholders)
    return pack(where, _members(contents, era), packing)


def _members(contents: Contents, era: str) -> Iterator[Member]:
    if era == "classic":
        return classic_files(contents)
    if era == "csv":
        return csv_files(contents)
    return files(contents, ERAS[era])


def _placeholders(tweets: Iterable[Json]) -> Iterator[tuple[str, bytes]]:
    """A few bytes for each picture and video, beginning as such files do."""
    for one in tweets:
        for name in media_names(one):
            beginning = b"\xff\xd8\xff\xe0" if name.endswith("jpg") else b"\0\0\0\x18ftypmp42"
            yield name, beginning + name.encode()


def _own_records(account: Owner) -> dict[str, list[Json]]:
    who = {
        "email": f"{account.handle}@example.org",
        "createdVia": "web",
        "username": account.handle,
        "accountId": account.id,
        "createdAt": "2009-02-03T04:05:06.000Z",
        "accountDisplayName": account.name,
    }
    about = {"bio": "Made up from head to toe.", "website": "https://ada.example.org", "location": "Nowhere"}
    avatar = "https://pbs.twimg.com/profile_images/1/avatar.png"
    return {"account": [who], "profile": [{"description": about, "avatarMediaUrl": avatar}]}


def _people(ids: Iterable[str]) -> list[Json]:
    return [{"accountId": one, "userLink": f"https://twitter.com/intent/user?user_id={one}"} for one in ids]
