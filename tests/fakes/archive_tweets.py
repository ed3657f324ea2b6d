"""Tweets as Twitter writes them down: say the text, get the record with every index right.

Every number is a string, as in all archives since 2018. All people are made up.
"""

import itertools
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from migrate.model import TWITTER_EPOCH_MS, Owner, moment_of
from tests.fakes.archive_entities import Json, entities, escape, note_core, person, shorten
from tests.fakes.archive_media import place_media, without_video

OWNER = Owner(id="990000000000000001", handle="ada_example", name="Ada Example")

_FIELDS = (
    "edit_info",
    "retweeted",
    "source",
    "entities",
    "display_text_range",
    "favorite_count",
    "in_reply_to_status_id_str",
    "id_str",
    "in_reply_to_user_id",
    "truncated",
    "retweet_count",
    "id",
    "in_reply_to_status_id",
    "possibly_sensitive",
    "created_at",
    "favorited",
    "full_text",
    "lang",
    "in_reply_to_screen_name",
    "in_reply_to_user_id_str",
    "extended_entities",
)
"""In the order in which Twitter writes them."""

_FIRST_MOMENT = datetime(2019, 3, 1, 9, 0, 0, tzinfo=UTC)
_minutes = itertools.count()


def tweet(
    text: str,
    *,
    id: int | None = None,  # noqa: A002 -- Twitter's own word for it
    when: datetime | None = None,
    links: Iterable[str] | None = None,
    mentions: Iterable[str] | None = None,
    media: Sequence[Json] = (),
    reply_to: Json | tuple[str, int] | None = None,
    owner: Owner = OWNER,
    cut: int | None = None,
    **extra: object,
) -> Json:
    """One tweet of a modern archive, from its text as a person typed it (`&`, not `&amp;`).

    Addresses become t.co links, and addresses, handles, hashtags and cashtags get
    their entities: all of them, or only those named in `links` and `mentions`.
    `media` is appended as Twitter does; make it with `photo`, `video` and `gif`.
    `reply_to` is a tweet of one's own, or the handle and tweet id of somebody else's.
    `cut` shortens to so many code points. `extra` are fields as they stand
    (`lang="fr"`). Without `id` and `when`, tweets are a minute apart in the order
    in which they are built.
    """
    number, moment = _identity(id, when)
    short, addresses = shorten(text, salt=str(number), only=links)
    full_text = escape(short if cut is None or len(short) <= cut else short[: cut - 1] + "…")
    made: Json = {
        "edit_info": {"initial": _edit_control([number], moment, eligible=reply_to is None)},
        "retweeted": False,
        "source": '<a href="https://app.example.org" rel="nofollow">Example Web App</a>',
        "entities": entities(full_text, addresses, mentions, owner),
        "favorite_count": "0",
        "id_str": str(number),
        "truncated": False,
        "retweet_count": "0",
        "id": str(number),
        "created_at": ctime(moment),
        "favorited": False,
        "full_text": full_text,
        "lang": "en",
    }
    made |= _reply(reply_to, owner) | _media(made, media, owner)
    made["display_text_range"] = ["0", str(len(made["full_text"]))]
    if made["entities"]["urls"] or media:
        made["possibly_sensitive"] = False
    made |= extra
    return {field: made.pop(field) for field in _FIELDS if field in made} | made


def retweet(
    handle: str,
    text: str,
    *,
    original: int | None = None,
    owner: Owner = OWNER,
    **extra: Any,
) -> Json:
    """Somebody's tweet repeated: cut to 140 code points, what was cut off lost.

    The whole original stays under `retweeted_status`, which only the classic
    archive has; the writer takes it out for every later one. Without the id of the
    `original`, that is an hour older.
    """
    author = person(handle, owner)
    made = tweet(f"RT @{handle}: {text}", owner=owner, cut=140, **extra)
    number = original or int(made["id"]) - (3_600_000 << 22)
    made["retweeted_status"] = tweet(text, id=number, when=moment_of(number) or when_of(made), owner=author)
    made["edit_info"]["initial"]["isEditEligible"] = False
    return made


def edited(first: Json, *later: Json) -> tuple[Json, ...]:
    """The versions of one tweet, tied to each other; each stays a tweet of its own."""
    versions = (first, *later)
    control = _edit_control([int(one["id"]) for one in versions], when_of(first), eligible=True)
    edit = {"initialTweetId": first["id"], "editControlInitial": control}
    return (
        first | {"edit_info": {"initial": control}},
        *(one | {"edit_info": {"edit": edit}} for one in later),
    )


def long_post(text: str, *, prefix: int = 270, **extra: Any) -> tuple[Json, Json]:
    """A post over 280 characters: the tweet that holds its beginning, and the note that holds all of it."""
    made = tweet(text, cut=prefix, **extra)
    return made, note(made, text)


def note(made: Json, text: str) -> Json:
    """A note, written in the same second as the tweet. Its id is not the tweet's."""
    stamp = iso(when_of(made))
    return {
        "noteTweetId": str(int(made["id"]) - 4096),
        "updatedAt": stamp,
        "lifecycle": {"value": "1", "name": "Active", "originalName": "Active", "annotations": {}},
        "createdAt": stamp,
        "core": note_core(text, salt=f"note {made['id']}"),
    }


def snowflake(when: datetime, n: int = 0) -> int:
    """The n-th id of tweets made in that millisecond."""
    return (round(when.timestamp() * 1000) - TWITTER_EPOCH_MS) << 22 | n


def when_of(made: Json) -> datetime:
    """The second in which a tweet was made."""
    return datetime.strptime(made["created_at"], "%a %b %d %H:%M:%S %z %Y")


def ctime(when: datetime) -> str:
    """A date as tweets write it."""
    return when.strftime("%a %b %d %H:%M:%S +0000 %Y")


def iso(when: datetime) -> str:
    """A date as all other records write it."""
    return when.strftime("%Y-%m-%dT%H:%M:%S.") + f"{when.microsecond // 1000:03}Z"


def _identity(number: int | None, when: datetime | None) -> tuple[int, datetime]:
    if number is None:
        when = when or _FIRST_MOMENT + timedelta(minutes=next(_minutes))
        return snowflake(when), when
    moment = when or moment_of(number)
    if moment is None:
        raise ValueError("An id of before November 2010 says nothing of the time: give `when` as well.")
    return number, moment


def _edit_control(numbers: Sequence[int], moment: datetime, *, eligible: bool) -> Json:
    return {
        "editTweetIds": [str(number) for number in numbers],
        "editableUntil": iso(moment + timedelta(hours=1)),
        "editsRemaining": str(6 - len(numbers)),
        "isEditEligible": eligible,
    }


def _reply(reply_to: Json | tuple[str, int] | None, owner: Owner) -> Json:
    if reply_to is None:
        return {}
    handle, number = reply_to if isinstance(reply_to, tuple) else (owner.handle, int(reply_to["id"]))
    whom = person(handle, owner).id
    return {
        "in_reply_to_status_id": str(number),
        "in_reply_to_status_id_str": str(number),
        "in_reply_to_user_id": whom,
        "in_reply_to_user_id_str": whom,
        "in_reply_to_screen_name": handle,
    }


def _media(made: Json, media: Sequence[Json], owner: Owner) -> Json:
    if not media:
        return {}
    full_text, placed = place_media(made["full_text"], media, int(made["id"]), owner.handle)
    first = {"media": [without_video(placed[0])]}
    return {
        "full_text": full_text,
        "entities": made["entities"] | first,
        "extended_entities": {"media": placed},
    }
