"""What is in `sample_archives/tricky`: every odd case of a real archive, by a person who is made up.

A new case is a few lines here; `archive_samples` then writes the folder again.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from migrate.model import Owner
from tests.fakes.archive_entities import Json
from tests.fakes.archive_media import gif, photo, video
from tests.fakes.archive_tweets import edited, long_post, retweet, tweet

ROBIN = Owner(id="990000000000000042", handle="robin_example", name="Robin Example 🌻")
OLD_HANDLE = "robin_before"

BREAD = "A short thread about learning to bake bread. 1/6"
HARBOUR = "The harbour this evening"

BED = """How I built a raised bed in one afternoon, for everyone who asked.

First, the place. Six hours of sun, level ground, and so close to the kitchen that you go there in slippers. \
Mine is next to the rain barrel, which saves a lot of carrying.

Second, the boards. Larch lasts ten years without paint. I used four boards, two of them cut in half, \
and eight long screws for each corner.

Third, what goes in: twigs at the bottom, then leaves, then half-rotten compost, and good soil on top. \
It sinks by a hand's breadth in the first year, so fill it to the brim & don't worry.

The plan with all sizes is at https://example.org/bed and the idea is @lea_example's. \
Questions? Ask away. I answer in the evening, when the slugs are out. #garden"""

SOUP = """A short note on soup, because it is November: onions first, slowly, for longer than you think. \
Then everything that is left in the house. Salt late. Pepper later. A spoon of vinegar at the very end, \
which is the whole secret, and which nobody believes until they have tried it. Thank you for reading!"""

LIBRARY = """The library in our street is open on Sundays again, from ten to four, and they have kept the \
chairs by the window & the good lamp. Opening hours: https://example.org/library"""


def tricky() -> tuple[list[Json], list[Json]]:
    """All tweets in order of time, and the notes."""
    tweets = [*_early(), *_scripts(), *_signs(), *_pictures(), *_conversations(), *_threads()]
    for one in tweets:
        one["favorite_count"] = str(int(one["id"]) % 7)
    by_text = {one["full_text"].split(" https://t.co/")[0]: one["id"] for one in tweets}
    tweets += _quotes_and_repeats(bread=by_text[BREAD], harbour=by_text[HARBOUR])
    newest, notes = _newest()
    return tweets + newest, notes


def say(when: str, text: str, **extra: Any) -> Json:
    """A tweet of Robin's."""
    return tweet(text, when=at(when), owner=ROBIN, **extra)


def at(text: str) -> datetime:
    """A moment in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _early() -> Iterator[Json]:
    """Before ids held a time, and before everything was escaped."""
    yield say("2010-10-12 18:04:31", "Setting up my example account. Is this thing on?", id=27_123_456_789)
    raw = "Fish & chips at the harbour, nobody escaped the ampersand"
    yield say("2011-06-04 12:30:08.417", raw, full_text=raw, display_text_range=["0", str(len(raw))])
    yield say("2013-02-11 06:58:12.230", "Good morning")
    yield say("2013-02-12 07:01:44.015", "Good morning")
    first = say("2014-03-03 20:15:09.700", "My new handle will be easier to spell.")
    yield first
    second = say("2014-03-03 20:21:33.090", f"@{OLD_HANDLE} as promised: it is shorter, too", reply_to=first)
    second["entities"]["user_mentions"][0] |= {"id_str": ROBIN.id, "id": ROBIN.id}
    yield second | {"in_reply_to_screen_name": OLD_HANDLE}


def _scripts() -> Iterator[Json]:
    """Languages, writing directions, signs of several code points."""
    french = "Déjà l’été\N{NARROW NO-BREAK SPACE}! On mange des crêpes, « c’est délicieux ». #goûter 🥞"
    yield say("2015-07-02 10:15:07.123", french, lang="fr")
    sea = "今日は海へ行きました。波の音がとても静かでした。#写真 https://example.com/umi"
    yield say("2015-08-11 03:22:51.640", sea, lang="ja")
    morning = "صباح الخير يا @lea_example! كيف حالك اليوم؟ https://example.org/sabah"
    yield say("2015-09-21 08:01:00.002", morning, lang="ar")
    yield say("2015-09-22 08:04:10.502", "שלום לכולם, היום קראתי ספר טוב: 3 פרקים (ועוד אחד)", lang="iw")
    yield say("2015-10-01 05:40:33.911", "आज का दिन बहुत अच्छा है। नमस्ते दोस्तों 🙏🏽", lang="hi")
    yield say("2015-10-02 11:12:13.444", "오늘은 비가 와서 집에서 책을 읽었어요 ☔", lang="ko")
    yield say("2015-10-03 01:00:59.318", "สวัสดีตอนเช้า วันนี้อากาศดีมาก", lang="th")
    yield say("2015-10-04 00:10:20.205", "Selamat pagi, kopi dulu ya ☕", lang="in")
    emoji = "Family outing 👨‍👩‍👧‍👦 with flags 🇪🇺🏳️‍🌈🏴‍☠️, thumbs 👍🏿👍🏼, keycaps 1️⃣2️⃣ and é e\u0301"
    yield say("2016-01-17 15:45:01.777", emoji)
    yield say("2016-01-18 09:09:09.909", "¯\\_(ツ)_/¯", lang="und")


def _signs() -> Iterator[Json]:
    """Characters that mean something to a web page, a server, a spreadsheet or a shell."""
    yield say("2016-02-02 17:30:12.001", 'if (a < b && b > c) return "R&D"; // and &amp; stays &amp;')
    formula = say("2016-02-03 17:31:12.001", "=1+1 is what a spreadsheet would like to know")
    point = {"type": "Point", "coordinates": ["12.5", "41.5"]}
    yield formula | {"coordinates": point, "geo": point | {"coordinates": ["41.5", "12.5"]}}
    lunch = "Lunch with @lea_example and @tom_example today.\n\nThank you.@noor_example brought cake!"
    yield say("2016-03-08 13:13:13.131", lunch)
    unlinked = "Is @gone_example still here? Read medium.com/@lea_example or write to robin@mail.example.org"
    yield say("2016-03-09 14:14:14.141", unlinked, mentions=())
    yield say("2016-04-23 10:00:01.360", "Stickers at the #Bücherfest: $EXMPL is up 2%, #2nd place")
    moving = "A good read via @tom_example: https://example.org/on-moving?house=new&page=2 (long)"
    yield say("2016-05-01 19:20:21.222", moving)
    yield say("2016-05-02 07:07:07.070", "https://example.com/only-a-link", lang="zxx")
    short = "From the days of short links: https://bit.ly/made-up-for-a-sample and https://t.co/MadeUpLink"
    yield say("2016-05-03 21:15:16.171", short)


def _pictures() -> Iterator[Json]:
    """Media of each kind, there and not there."""
    yield say("2017-06-10 20:01:02.300", HARBOUR, media=[photo("SampleHarbour01")])
    poster = photo("SamplePoster002", width=480, height=480, ending="png")
    yield say("2017-06-11 09:30:00.411", "A poster I drew", media=[poster])
    names = ("SampleSpring003", "SampleSummer004", "SampleAutumn005", "SampleWinter006")
    seasons = [photo(name, width=480, height=320) for name in names]
    yield say("2017-12-01 16:40:50.508", "One tree, four seasons, with @lea_example", media=seasons)
    # Keys on Twitter's picture server may begin with a hyphen.
    moon = photo("-SampleMoon_07", width=480, height=320)
    yield say("2018-01-06 08:08:08.618", "", media=[moon], lang="qme")
    waves = video({256: "SampleWavesLow", 832: "SampleWavesHigh"}, millis=2000)
    yield say("2018-02-14 12:00:00.712", "Waves, with sound", media=[waves])
    yield say("2018-02-15 12:30:45.813", "Round and round", media=[gif("SampleSpin08")])
    yield say("2018-03-01 18:00:30.914", "This picture got lost somewhere", media=[photo("SampleMissing09")])
    scar = say(
        "2018-03-15 18:30:30.915", "The stitches are out. Not for everyone.", media=[photo("SampleScar010")]
    )
    yield scar | {"possibly_sensitive": True}


def _conversations() -> Iterator[Json]:
    """Replies to others, and a thread of one's own among them."""
    yes = "@tom_example Yes! Same time on Friday?"
    yield say("2018-05-04 09:00:10.101", yes, reply_to=("tom_example", 992337000000000001))
    count_me_in = "@lea_example @tom_example @noor_example count me in"
    yield say("2018-05-04 09:05:10.101", count_me_in, reply_to=("lea_example", 992337000000000002))
    goodbye = "@vanished_one I never got to say goodbye"
    gone = say("2018-05-05 22:10:00.404", goodbye, reply_to=("vanished_one", 992337000000000003))
    del gone["in_reply_to_screen_name"]
    gone["entities"]["user_mentions"][0] |= {"name": "", "id_str": "-1", "id": "-1"}
    yield gone
    shade = "@lea_example In my garden they do well in half shade"
    inside = say("2018-06-01 17:00:00.501", shade, reply_to=("lea_example", 1002585000000000001))
    yield inside
    yield say("2018-06-01 17:02:40.502", "@lea_example ...and they like coffee grounds", reply_to=inside)
    deleted = (ROBIN.handle, 1009376000000000001)
    yield say("2018-06-20 10:10:10.110", "The beginning of this thread I deleted long ago", reply_to=deleted)


def _threads() -> Iterator[Json]:
    """A long one with a branch, and one posted within a second."""
    rest = [
        "Weigh everything. A cup is not a measure, it is an opinion. 2/6",
        "Water, 70 g for each 100 g of flour. It will stick. That is fine. 3/6",
        "Wait. Then wait some more. The fridge does the work overnight. 4/6",
        "Hot oven, lid on for 25 minutes, lid off for 20. 5/6",
        "Let it cool before you cut it. Nobody ever does. 6/6",
    ]
    thread = [say("2018-11-03 08:00:00.120", BREAD)]
    for n, text in enumerate(rest, 1):
        thread.append(say(f"2018-11-03 08:0{n}:30.120", text, reply_to=thread[-1]))
    yield from thread
    yield say("2018-11-04 19:00:00.333", "PS to 3/6: rye wants more water than that", reply_to=thread[2])
    joys = [say("2019-01-01 00:00:01.000", "Three small joys, all at once:")]
    for n, text in enumerate(["fresh sheets", "the first page of a book", "the second cup of tea"], 1):
        joys.append(say(f"2019-01-01 00:00:01.{n}00", text, reply_to=joys[-1]))
    yield from joys


def _quotes_and_repeats(*, bread: str, harbour: str) -> Iterator[Json]:
    """Other tweets inside tweets: one's own and others'."""
    again = f"Still true, three loaves later https://twitter.com/{ROBIN.handle}/status/{bread}"
    yield say("2019-03-09 11:11:11.111", again)
    renamed = f"From before I changed my name: https://twitter.com/{OLD_HANDLE}/status/{harbour}"
    yield say("2019-03-10 11:11:11.111", renamed)
    others = "Everyone should read this https://twitter.com/lea_example/status/1104000000000000001?s=20"
    yield say("2019-03-11 12:12:12.121", others)
    yield retweet("noor_example", LIBRARY, when=at("2019-04-01 07:30:00.815"), owner=ROBIN)
    evening = at("2019-04-02 07:30:00.816")
    yield retweet(ROBIN.handle, HARBOUR, original=int(harbour), when=evening, owner=ROBIN)


def _newest() -> tuple[list[Json], list[Json]]:
    """Edits and long posts; the tweets and their notes."""
    first, last = edited(
        say("2023-03-20 07:45:00.901", "My fist tulip of the year 🌷"),
        say("2023-03-20 07:46:30.902", "My first tulip of the year 🌷"),
    )
    below = say("2023-03-20 07:46:01.903", "It is a red one.", reply_to=first)
    bed, bed_note = long_post(BED, when=at("2023-06-18 18:00:00.701"), owner=ROBIN)
    soup, soup_note = long_post(SOUP, when=at("2023-11-12 17:30:00.702"), owner=ROBIN)
    farewell = say("2024-05-01 09:00:00.000", "I am moving to the fediverse. See you there, @lea_example? 🐘")
    farewell |= {"favorite_count": "12", "retweet_count": "3"}
    return [first, below, last, bed, soup, farewell], [bed_note, soup_note]
