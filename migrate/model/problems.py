"""Problems, and the reasons why tweets are left out."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from migrate.model.tweets import Origin


class ProblemKind(StrEnum):
    """A problem, or the reason why a tweet is left out; each has its words in `cli/problem_words.py`."""

    # the archive
    UNREADABLE = "unreadable"
    ODD_DATE = "odd_date"
    DUPLICATE = "duplicate"
    ODD_TEXT = "odd_text"
    LOST_FIELD = "lost_field"
    LOST_ID = "lost_id"
    MISSING_FILE = "missing_file"
    COPY_NOT_READ = "copy_not_read"
    DAMAGED_FILE = "damaged_file"
    NO_TWEETS = "no_tweets"
    MISSING_TWEETS = "missing_tweets"
    MONTH_WITHOUT_FILE = "month_without_file"
    MISSING_MEDIA = "missing_media"
    TRUNCATED = "truncated"
    NOTE_WITHOUT_TWEET = "note_without_tweet"
    CIRCLE_UNKNOWN = "circle_unknown"
    PROTECTED = "protected"
    ARTICLE_WITHOUT_TWEET = "article_without_tweet"
    # what a tweet shows elsewhere
    ARTICLE = "article"
    ARTICLE_LINK = "article_link"
    SPACE = "space"
    BROADCAST = "broadcast"
    VOICE = "voice"
    POLL = "poll"
    MOMENT = "moment"
    COMMUNITY_NOTE = "community_note"
    SELF_LINK = "self_link"
    WITHHELD = "withheld"
    # left out of the plan
    REPLY_TO_OTHERS = "reply_to_others"
    IN_CONVERSATION = "in_conversation"
    RETWEET = "retweet"
    OLD_EDIT = "old_edit"
    COMMUNITY = "community"
    CIRCLE = "circle"
    DELETED = "deleted"
    ONLY_OLDER = "only_older"
    SUBSCRIBERS = "subscribers"
    FROM_FEDIVERSE = "from_fediverse"
    BEFORE = "before"
    AFTER = "after"
    EMPTY = "empty"
    NOT_CHOSEN = "not_chosen"
    SWITCHED_OFF = "switched_off"
    FEW_LIKES = "few_likes"
    FEW_RETWEETS = "few_retweets"
    WITHOUT_WORD = "without_word"
    WITH_WORD = "with_word"
    OTHER_LANGUAGE = "other_language"
    WITHOUT_MEDIA = "without_media"
    LIKES_UNKNOWN = "likes_unknown"
    RETWEETS_UNKNOWN = "retweets_unknown"
    LANGUAGE_UNKNOWN = "language_unknown"
    UNWANTED_SOURCE = "unwanted_source"
    # conversion
    MEDIA_TOO_BIG = "media_too_big"
    MEDIA_SHRUNK = "media_shrunk"
    MEDIA_KIND = "media_kind"
    LINK_UNKNOWN = "link_unknown"
    LINK_PLAIN = "link_plain"
    SHORTENER = "shortener"
    NOTE_CUT = "note_cut"
    RETWEET_CUT = "retweet_cut"


class Place(Struct, frozen=True, gc=False):
    """A record's file, its number there, of how many, and when it was written where that shows."""

    file: str
    number: int
    of: int
    written: datetime | None = None


class Problem(Struct, frozen=True, gc=False):
    """Something that is not as it should be: what, where, and the detail that a person can use.

    `origin` tells which tweets it is about, so that nobody is stopped by those they did not ask for.
    """

    kind: ProblemKind
    where: str
    detail: str = ""
    origin: Origin = Origin.TWEETS
    place: Place | None = None
