"""A Twitter archive, of any era and in any packing, as typed values.

source    zip or folder: one door, nothing unpacked
layout    which file is which; what is not named there is never opened
records   cuts a stream into records
files     decodes them, and rescues what can be
wire      the shapes of a tweet in the files
tweets    a wire tweet to a tweet
store     tweets, packed, in order
notes     long posts to their tweets
media     pictures and videos to their files
people    oneself, followed, followers, blocked, muted
likes     what one liked, read when it is asked for
claims    what the manifest says against what was read
opening   all of it in one pass
"""

from migrate.archive.archive import Archive
from migrate.archive.opening import open_archive
from migrate.archive.people import Lists, Profile

__all__ = ["Archive", "Lists", "Profile", "open_archive"]
