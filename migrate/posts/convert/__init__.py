"""From one tweet to the toots that say the same. Pure: no file, no network, no clock.

text      what was written: entities, t.co, HTML escapes
mentions  people are named, and nobody is pinged
links     links to one's own tweets, shorteners, room around a link
media     what can be attached, and to which part
split     a text that is too long, cut where a reader would pause
saying    whether a tweet says a word
length    how long a text is in the eyes of the server
toot      all of it together
"""

from migrate.posts.convert.length import length
from migrate.posts.convert.saying import says
from migrate.posts.convert.toot import DEFAULT_FOOTER, Conversion, convert

__all__ = ["DEFAULT_FOOTER", "Conversion", "convert", "length", "says"]
