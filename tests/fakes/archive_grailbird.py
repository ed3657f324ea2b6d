"""The classic archive of 2012 to 2019: a file a month, numbers as numbers, times only since ids hold them.

It knows no languages, likes, edits or videos; a retweet holds the whole original.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby

from migrate.model import FIRST_SNOWFLAKE, Owner
from tests.fakes.archive_entities import Json, person
from tests.fakes.archive_eras import Contents
from tests.fakes.archive_json import ascii_inline
from tests.fakes.archive_packing import Member
from tests.fakes.archive_tweets import when_of


def classic_files(contents: Contents) -> Iterator[Member]:
    """Everything that was in a classic archive, but for the pages to look at it."""
    tweets = sorted(contents.tweets, key=_id, reverse=True)
    months = [(month, list(group)) for month, group in groupby(tweets, key=_month)]
    for n, (month, group) in enumerate(months):
        opening = f"Grailbird.data.tweets_{month} = \n{' ' if n else ''}"
        items = [classic(tweet, contents.account) for tweet in group]
        yield f"data/js/tweets/{month}.js", [opening.encode(), ascii_inline(items).encode()]
    index = [_index(month, group) for month, group in months]
    yield "data/js/tweet_index.js", _variable("tweet_index", index)
    yield "data/js/user_details.js", _variable("user_details", _details(contents.account))
    yield "data/js/payload_details.js", _variable("payload_details", _payload(len(tweets)))
    yield from csv_files(contents._replace(tweets=tweets))
    yield "index.html", [b"<!doctype html>\n<title>Your archive</title>\n<p>Made up.</p>\n"]
    yield "README.txt", [b"This archive was made up.\n"]


def csv_files(contents: Contents) -> Iterator[Member]:
    """The one file of it that many people kept."""
    tweets = sorted(contents.tweets, key=_id, reverse=True)
    yield "tweets.csv", [_csv(_row(classic(tweet, contents.account)) for tweet in tweets).encode()]


def classic(tweet: Json, owner: Owner) -> Json:
    """A tweet as it was written down then."""
    made = {
        "source": tweet["source"],
        "entities": _entities(tweet),
        "geo": tweet.get("geo", {}),
        "id_str": tweet["id_str"],
        "text": tweet["full_text"],
        "id": _id(tweet),
        "created_at": _created_at(tweet),
        "user": _user(owner),
    }
    if "retweeted_status" in tweet:
        handle = tweet["entities"]["user_mentions"][0]["screen_name"]
        made["retweeted_status"] = classic(tweet["retweeted_status"], person(handle, owner))
    for field in ("in_reply_to_status_id", "in_reply_to_user_id"):
        if field in tweet:
            made |= {field: int(tweet[field]), f"{field}_str": tweet[field]}
    if "in_reply_to_screen_name" in tweet:
        made["in_reply_to_screen_name"] = tweet["in_reply_to_screen_name"]
    return made


def _entities(tweet: Json) -> Json:
    found = tweet["entities"]
    media = tweet.get("extended_entities", {}).get("media", ())
    return {
        "user_mentions": [_numbers(one) for one in found["user_mentions"]],
        "media": [_media(one) for one in media],
        "hashtags": [_numbers(one) for one in found["hashtags"]],
        "urls": [_numbers(one) for one in found["urls"]],
    }


def _numbers(entity: Json) -> Json:
    made = entity | {"indices": [int(place) for place in entity["indices"]]}
    return made | {"id": int(entity["id"])} if "id" in entity else made


def _media(item: Json) -> Json:
    unknown = {"type", "video_info", "additional_media_info"}
    made = {key: value for key, value in _numbers(item).items() if key not in unknown}
    sizes = [size | {"w": int(size["w"]), "h": int(size["h"])} for size in item["sizes"].values()]
    return made | {"sizes": sizes, "media_alt": ""}


def _created_at(tweet: Json) -> str:
    moment = when_of(tweet)
    if _id(tweet) < FIRST_SNOWFLAKE:
        moment = datetime.combine(moment.date(), datetime.min.time(), tzinfo=moment.tzinfo)
    return f"{moment:%Y-%m-%d %H:%M:%S} +0000"


def _user(owner: Owner) -> Json:
    return {
        "name": owner.name,
        "screen_name": owner.handle,
        "protected": False,
        "id_str": owner.id,
        "profile_image_url_https": "https://pbs.twimg.com/profile_images/1/avatar.png",
        "id": int(owner.id),
        "verified": False,
    }


def _id(tweet: Json) -> int:
    return int(tweet["id_str"])


def _month(tweet: Json) -> str:
    return f"{when_of(tweet):%Y_%m}"


def _variable(name: str, value: object) -> list[bytes]:
    return [f"var {name} =  {ascii_inline(value)}".encode()]


def _index(month: str, group: list[Json]) -> Json:
    return {
        "file_name": f"data/js/tweets/{month}.js",
        "year": int(month[:4]),
        "var_name": f"tweets_{month}",
        "tweet_count": len(group),
        "month": int(month[5:]),
    }


def _details(owner: Owner) -> Json:
    return {
        "screen_name": owner.handle,
        "location": "Nowhere",
        "full_name": owner.name,
        "bio": "Made up from head to toe.",
        "id": owner.id,
        "created_at": "2009-02-03 04:05:06 +0000",
    }


def _payload(count: int) -> Json:
    return {"tweets": count, "created_at": "2018-05-06 12:00:00 +0000", "lang": "en"}


_COLUMNS = (
    "tweet_id",
    "in_reply_to_status_id",
    "in_reply_to_user_id",
    "timestamp",
    "source",
    "text",
    "retweeted_status_id",
    "retweeted_status_user_id",
    "retweeted_status_timestamp",
    "expanded_urls",
)


def _row(tweet: Json) -> list[str]:
    original = tweet.get("retweeted_status", {})
    links = [one["expanded_url"] for one in (*tweet["entities"]["urls"], *tweet["entities"]["media"])]
    return [
        tweet["id_str"],
        tweet.get("in_reply_to_status_id_str", ""),
        tweet.get("in_reply_to_user_id_str", ""),
        tweet["created_at"],
        tweet["source"],
        tweet["text"],
        original.get("id_str", ""),
        original.get("user", {}).get("id_str", ""),
        original.get("created_at", ""),
        ",".join(links),
    ]


def _csv(rows: Iterable[list[str]]) -> str:
    target = io.StringIO()
    writer = csv.writer(target, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows(rows)
    return target.getvalue()
