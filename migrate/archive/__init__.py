"""A Twitter archive, of any era and in any packing, as typed values.

opening         all of it in one pass, from whatever path is given
archive         what an archive holds, as the rest of the program sees it
summary         an archive in numbers

containers      a zip or a folder, nothing unpacked
zips            zips, whole or inside another one
torn            what is left of a zip whose end is missing
layout          which file is which; what is not named there is never opened
json_cutter     a stream cut into whole records, unparsed
records         the records decoded, and rescued where they are damaged
saved_again     files in another encoding, with an editor's commas and comments
salvage         a record without the fields that are not as they should be
problems        what is wrong with the archive, collected

wire            the shapes of a tweet in the files
kinds           what a tweet is, from all evidence
programs        the program that a tweet was written with
dates           the ways in which a moment is written
zones           the names of time zones, Twitter's and others
tweets          a wire tweet to a tweet
tweets_csv      the classic archive's table of tweets
tweet_files     every tweet of every file, once
store           tweets, packed, in order
notes           long posts to their tweets
articles        articles to the tweets that lead to them
media           pictures and videos to their files

manifest        what the archive says about itself
expected_files  what it says that it has against what was read
people_files    the owner; followed, followers, blocked, muted
owner           whose archive it is, guessed where no file says so
likes           what the owner liked, read when it is asked for
"""

from migrate.archive.archive import Archive
from migrate.archive.opening import open_archive
from migrate.archive.people_files import Lists, Profile

__all__ = ["Archive", "Lists", "Profile", "open_archive"]
