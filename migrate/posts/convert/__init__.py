"""From one tweet to the toots that say the same. Pure: no file, no network, no clock.

toot      all of it together
media     which pictures and videos can be attached, and to which part
text      what was written, whom a reply answers, what a retweet repeats
entities  links are opened and people named, and kept apart from what is around them
links     what stands behind a link, written so that whoever clicks arrives
tags      a hashtag is one where Twitter linked it, and no other word becomes one
warnings  content warnings that people wrote by hand, and what a warning needs
pings     nobody is pinged but those whom the user asked for
thread    a text that is too long, cut where a reader would pause
recognised  the links, mentions and hashtags that Mastodon finds in a text
tlds      the top-level domains that it knows
length    how long a text is in the eyes of the server
"""

from migrate.posts.convert.length import length, length_with, quote_room
from migrate.posts.convert.media import can_shrink, without_media
from migrate.posts.convert.pings import disarm
from migrate.posts.convert.text import as_typed
from migrate.posts.convert.toot import DEFAULT_FOOTER, Conversion, convert
from migrate.posts.convert.warnings import warned

__all__ = [
    "DEFAULT_FOOTER",
    "Conversion",
    "as_typed",
    "can_shrink",
    "convert",
    "disarm",
    "length",
    "length_with",
    "quote_room",
    "warned",
    "without_media",
]
