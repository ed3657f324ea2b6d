"""Tweets left out and other problems, in words: for one of a kind, and for many."""

from migrate.model import ProblemKind as P
from migrate.posts.filters import DOUBTS, FILTERS

WORDS = {
    P.UNREADABLE: ("record that can't be read", "records that can't be read"),
    P.ODD_DATE: ("tweet with an impossible date", "tweets with an impossible date"),
    P.DUPLICATE: (
        "tweet that is in the archive twice (counted once)",
        "tweets that are in the archive twice (counted once)",
    ),
    P.ODD_TEXT: (
        "record with damaged letters (each is shown as �)",
        "records with damaged letters (each is shown as �)",
    ),
    P.LOST_FIELD: (
        "tweet with a link, name, picture or number that can't be read (its text is kept)",
        "tweets with a link, name, picture or number that can't be read (their texts are kept)",
    ),
    P.LOST_ID: (
        "tweet that has lost its number (it is known by its date)",
        "tweets that have lost their numbers (they are known by their dates)",
    ),
    P.COPY_NOT_READ: (
        "copy of a file that is there under its own name, too (the copy is not read)",
        "copies of files that are there under their own names, too (the copies are not read)",
    ),
    P.DAMAGED_FILE: ("part of another file that can't be read", "parts of other files that can't be read"),
    P.MISSING_FILE: (
        "file that should be in the archive and isn't",
        "files that should be in the archive and aren't",
    ),
    P.NO_TWEETS: (
        "archive without a file of tweets (tweets.js)",
        "archives without a file of tweets (tweets.js)",
    ),
    P.MISSING_TWEETS: (
        "tweet that the archive lists and doesn't have",
        "tweets that the archive lists and doesn't have",
    ),
    P.MONTH_WITHOUT_FILE: (
        "month between others that has no file: you wrote nothing then, or the file is missing",
        "months between others that have no file: you wrote nothing then, or the files are missing",
    ),
    P.MISSING_MEDIA: (
        "picture or video that the archive doesn't have (a link is posted instead)",
        "pictures and videos that the archive doesn't have (a link is posted instead)",
    ),
    P.TRUNCATED: (
        "file that breaks off in the middle (the download was cut off: download the archive again)",
        "files that break off in the middle (the download was cut off: download the archive again)",
    ),
    P.NOTE_WITHOUT_TWEET: (
        "long post whose tweet could not be found",
        "long posts whose tweets could not be found",
    ),
    P.CIRCLE_UNKNOWN: (
        "tweet from the time of Twitter Circle: it may have been for a few people only",
        "tweets from the time of Twitter Circle: they may have been for a few people only",
    ),
    P.PROTECTED: (
        "your Twitter account is protected: only your followers could read these tweets",
        "your Twitter account is protected: only your followers could read these tweets",
    ),
    P.ARTICLE_WITHOUT_TWEET: (
        "article of yours to which none of your tweets leads (it stays in the archive)",
        "articles of yours to which none of your tweets leads (they stay in the archive)",
    ),
    P.ARTICLE: (
        "article of yours (its title and a link are posted; to post its text: --articles)",
        "articles of yours (their titles and links are posted; to post their texts: --articles)",
    ),
    P.ARTICLE_LINK: (
        "link to an article on Twitter whose text the archive doesn't have",
        "links to articles on Twitter whose texts the archive doesn't have",
    ),
    P.SPACE: (
        "link to a Space on Twitter (what was said there is not in the archive)",
        "links to Spaces on Twitter (what was said there is not in the archive)",
    ),
    P.BROADCAST: (
        "link to a live broadcast (the archive doesn't have it)",
        "links to live broadcasts (the archive doesn't have them)",
    ),
    P.VOICE: (
        "voice recording that stays on Twitter (a link is posted instead)",
        "voice recordings that stay on Twitter (links are posted instead)",
    ),
    P.POLL: (
        "tweet with a poll (its answers are not imported)",
        "tweets with polls (their answers are not imported)",
    ),
    P.MOMENT: (
        "link to a Moment or an event on Twitter (the archive doesn't have it)",
        "links to Moments and events on Twitter (the archive doesn't have them)",
    ),
    P.COMMUNITY_NOTE: (
        "link to a Community Note (the archive doesn't have what others wrote there)",
        "links to Community Notes (the archive doesn't have what others wrote there)",
    ),
    P.SELF_LINK: (
        "tweet that leads to itself: on Twitter it shows something that the archive lacks, such as a poll",
        "tweets that lead to themselves: on Twitter they show what the archive lacks, such as a poll",
    ),
    P.WITHHELD: (
        "tweet that Twitter didn't show in some countries",
        "tweets that Twitter didn't show in some countries",
    ),
    P.REPLY_TO_OTHERS: ("reply to other people", "replies to other people"),
    P.IN_CONVERSATION: (
        "tweet of yours inside other people's conversations",
        "tweets of yours inside other people's conversations",
    ),
    P.RETWEET: ("retweet of other people", "retweets of other people"),
    P.OLD_EDIT: (
        "older version of an edited tweet (the last version is posted)",
        "older versions of edited tweets (the last version is posted)",
    ),
    P.COMMUNITY: ("tweet for a Twitter community", "tweets for a Twitter community"),
    P.CIRCLE: (
        "tweet for your Twitter Circle: it was private",
        "tweets for your Twitter Circle: they were private",
    ),
    P.DELETED: ("tweet that you had deleted", "tweets that you had deleted"),
    P.ONLY_OLDER: (
        "tweet that is only in an older archive: perhaps you deleted it",
        "tweets that are only in an older archive: perhaps you deleted them",
    ),
    P.SUBSCRIBERS: (
        "tweet for paying subscribers: it was private",
        "tweets for paying subscribers: they were private",
    ),
    P.FROM_FEDIVERSE: (
        "tweet that a program brought to Twitter from the fediverse",
        "tweets that a program brought to Twitter from the fediverse",
    ),
    P.BEFORE: ("tweet before the date that you gave", "tweets before the date that you gave"),
    P.AFTER: ("tweet after the date that you gave", "tweets after the date that you gave"),
    P.NOT_CHOSEN: ("tweet of a kind that you excluded", "tweets of a kind that you excluded"),
    P.SWITCHED_OFF: (
        "row that your plan file says no to, or no longer has",
        "rows that your plan file says no to, or no longer has",
    ),
    P.EMPTY: ("tweet in which nothing is left to post", "tweets in which nothing is left to post"),
    P.MEDIA_TOO_BIG: (
        "picture or video that is too big for this server (a link is posted instead)",
        "pictures and videos that are too big for this server (a link is posted instead)",
    ),
    P.MEDIA_SHRUNK: (
        "picture that is too big for this server (it is scaled down)",
        "pictures that are too big for this server (they are scaled down)",
    ),
    P.MEDIA_KIND: (
        "picture or video of a kind that this server doesn't take (a link is posted instead)",
        "pictures and videos of a kind that this server doesn't take (a link is posted instead)",
    ),
    P.LINK_UNKNOWN: (
        "t.co link whose real address the archive doesn't know",
        "t.co links whose real address the archive doesn't know",
    ),
    P.LINK_PLAIN: (
        "address that this server makes no link of (it stands there as text)",
        "addresses that this server makes no links of (they stand there as text)",
    ),
    P.SHORTENER: (
        "link that was shortened by another service and may no longer work",
        "links that were shortened by another service and may no longer work",
    ),
    P.NOTE_CUT: (
        "long post of which the archive has only the beginning",
        "long posts of which the archive has only the beginning",
    ),
    P.RETWEET_CUT: (
        "retweet of which the archive has only the beginning",
        "retweets of which the archive has only the beginning",
    ),
    **{filter_.reason: (filter_.one, filter_.many) for filter_ in FILTERS},
    **{doubt.reason: (doubt.one, doubt.many) for doubt in DOUBTS},
}

SWITCHES = {
    P.REPLY_TO_OTHERS: "--include replies",
    P.IN_CONVERSATION: "--include replies",
    P.RETWEET: "--include retweets",
    P.COMMUNITY: "--include community",
    P.CIRCLE: "--include circle",
    P.DELETED: "--include deleted",
    P.ONLY_OLDER: "--include deleted",
    P.SUBSCRIBERS: "--include subscribers",
    P.FROM_FEDIVERSE: "--include crossposted",
    **dict.fromkeys((doubt.reason for doubt in DOUBTS), "--if-unknown keep"),
}
"""The switches that bring in tweets that are left out."""
