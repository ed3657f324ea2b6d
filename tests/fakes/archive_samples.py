"""Writes everything in `sample_archives` again: `python -m tests.fakes.archive_samples`.

Pictures and videos are kept as they lie there; everything else is made from the
cases in `archive_tricky` and from what is said here.
"""

import csv
from pathlib import Path

from tests.fakes.archive import ERA_NAMES, write_archive
from tests.fakes.archive_entities import Json, user_id
from tests.fakes.archive_media import photo
from tests.fakes.archive_tricky import OLD_HANDLE, ROBIN, at, say, tricky
from tests.fakes.archive_tweets import tweet

SAMPLES = Path(__file__).parents[2] / "sample_archives"


def write_tiny(where: Path) -> Path:
    """Five tweets: a picture, a thread of two, a link, a mention."""
    learned = tweet("Two things I learned today.", when=at("2019-05-04 18:30:00.250"))
    window = photo("SampleWindow001", width=480, height=320)
    tweets = [
        tweet("Hello! This is my first tweet.", when=at("2019-05-01 09:00:00.100")),
        tweet("Pancakes with @tom_example https://example.org/how", when=at("2019-05-03 07:45:00.200")),
        learned,
        tweet("One: bees sleep. Two: so should I.", when=at("2019-05-04 18:31:00.300"), reply_to=learned),
        tweet("My window", when=at("2019-05-05 20:15:00.400"), media=[window]),
    ]
    people = [user_id(handle) for handle in ("tom_example", "lea_example", "noor_example")]
    return write_archive(where, tweets[::-1], packing="folder", following=people, followers=people[:2])


def write_tricky(where: Path) -> Path:
    """Every odd case. In the file the tweets are not in order of time, as in any real archive."""
    tweets, notes = tricky()
    newest_first = tweets[::-1]
    in_runs = newest_first[::2] + newest_first[1::2]
    people = [user_id(f"{name}_example") for name in ("tom", "lea", "noor", "kim", "sam")]
    return write_archive(
        where,
        in_runs,
        packing="folder",
        account=ROBIN,
        notes=notes,
        following=people,
        followers=people[1:4],
        others=_around(in_runs) | _private(),
    )


def write_era(where: Path, era: str) -> Path:
    """The same four tweets, as archives of that time kept them: a link, a thread, a reply."""
    robots = tweet("Robots & rain: a thread.", when=at("2012-05-02 11:00:00.250"))
    tweets = [
        tweet("Read this: https://example.org/how #reading", when=at("2012-05-01 10:00:00.125")),
        robots,
        tweet("The rain won.", when=at("2012-05-02 11:01:00.500"), reply_to=robots),
        tweet("@tom_example Good morning!", when=at("2012-06-03 07:30:00.750"), reply_to=("tom_example", 1)),
    ]
    return write_archive(where, tweets, packing="folder", era=era, following=[user_id("tom_example")])


def _around(tweets: list[Json]) -> dict[str, list[Json]]:
    """What else is in an archive and may be asked for."""
    return {
        "profile": [_profile()],
        "screen-name-change": [_rename()],
        "tweet-headers": [_header(one) for one in tweets],
        "community-tweet": [_community()],
        "deleted-tweets": [
            say("2024-04-28 23:10:00.020", "I take this back", deleted_at="Sun Apr 28 23:12:00 +0000 2024"),
        ],
        "block": _people("spam_example"),
        "mute": _people("loud_example"),
        "lists-created": [{"url": f"https://twitter.com/{ROBIN.handle}/lists/gardeners"}],
        "like": [
            _like(1104000000000000001, "A made-up tweet that Robin liked"),
            _like(1650000000000000001, "Bees? Ask @sam_example@garden.example, who knows everything"),
        ],
    }


def _profile() -> Json:
    place = "https://pbs.twimg.com"
    about = {
        "bio": f"Gardens, bread, the sea. Made up from head to toe. Formerly @{OLD_HANDLE} 🌻",
        "website": "https://robin.example.org",
        "location": "By the harbour",
    }
    return {
        "description": about,
        "avatarMediaUrl": f"{place}/profile_images/990000000000000043/SampleAvatar.png",
        "headerMediaUrl": f"{place}/profile_banners/{ROBIN.id}/1556700000",
    }


def _rename() -> Json:
    change = {"changedAt": "2014-03-05T08:00:00.000Z", "changedFrom": OLD_HANDLE, "changedTo": ROBIN.handle}
    return {"accountId": ROBIN.id, "screenNameChange": change}


def _header(one: Json) -> Json:
    return {"tweet_id": one["id"], "user_id": ROBIN.id, "created_at": one["created_at"]}


def _community() -> Json:
    number = "1500000000000000001"
    within = {"scopes": {"followers": False}, "community_id": number, "community_id_str": number}
    made = say("2022-04-10 10:00:00.010", "Seedlings to give away, who wants some?", **within)
    del made["edit_info"]
    return made


def _like(number: int, text: str) -> Json:
    address = f"https://twitter.com/i/web/status/{number}"
    return {"tweetId": str(number), "fullText": text, "expandedUrl": address}


def _people(*handles: str) -> list[Json]:
    link = "https://twitter.com/intent/user?user_id="
    return [{"accountId": user_id(handle), "userLink": link + user_id(handle)} for handle in handles]


def _private() -> dict[str, list[Json]]:
    """What must never be opened. It says so itself, should it ever be shown."""
    message = {
        "recipientId": user_id("lea_example"),
        "reactions": [],
        "urls": [],
        "text": "FAKE PRIVATE MESSAGE: nobody may ever read this",
        "mediaUrls": [],
        "senderId": ROBIN.id,
        "id": "1123456789012345678",
        "createdAt": "2019-05-01T10:00:00.000Z",
    }
    talk = {
        "conversationId": f"{ROBIN.id}-{user_id('lea_example')}",
        "messages": [{"messageCreate": message}],
    }
    contact = {"id": "1", "emails": ["FAKE-CONTACT@example.org"], "phoneNumbers": []}
    advert = {"adsUserData": {"adEngagements": {"engagements": [{"note": "FAKE ADVERTISING RECORD"}]}}}
    return {"direct-messages": [talk], "contact": [contact], "ad-engagements": [advert]}


def write_profiles(path: Path) -> None:
    """What the people whom Robin follows say of themselves on Twitter, as somebody may have saved it."""
    bios = {
        "tom_example": ("Tom", "Bread, boats, garden. \N{ELEPHANT} @tom@garden.example"),
        "lea_example": ("Lea", "Gone sailing. I am now @lea@old.example"),
        "noor_example": ("Noor", "I read. A copy of this is at https://birds.example/@noor_example"),
        "kim_example": ("Kim", "On Mastodon: kim@quiet.example"),
        "sam_example": ("Sam", "Bees"),
    }
    rows = [(user_id(handle), handle, *said) for handle, said in bios.items()]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("id", "username", "name", "description"), *rows])


if __name__ == "__main__":
    write_tiny(SAMPLES / "tiny")
    write_tricky(SAMPLES / "tricky")
    for name in ERA_NAMES:
        write_era(SAMPLES / "eras" / name, name)
    write_profiles(SAMPLES / "tricky_profiles.csv")
