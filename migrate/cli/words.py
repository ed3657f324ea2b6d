"""The sentences for what is left out and what is not as it should be, by kind."""

from migrate.model import ProblemKind as P

WORDS = {
    P.UNREADABLE: "records that can't be read",
    P.ODD_DATE: "tweets with an impossible date",
    P.DUPLICATE: "tweets that are in the archive twice (counted once)",
    P.ODD_TEXT: "records with damaged letters (a sign stands in their place)",
    P.DAMAGED_FILE: "places in other files that can't be read",
    P.MISSING_FILE: "files that the archive should have and doesn't",
    P.MISSING_TWEETS: "tweets that the archive says it has and doesn't",
    P.MISSING_MEDIA: "pictures and videos that the archive doesn't have (a link is posted instead)",
    P.TRUNCATED: "files that end in the middle (the download was cut off: download the archive again)",
    P.NOTE_WITHOUT_TWEET: "long posts whose tweet could not be found",
    P.CIRCLE_UNKNOWN: "tweets from the time of Twitter Circle: they may have been for a few people only",
    P.PROTECTED: "your Twitter account is protected: only your followers could read these tweets",
    P.REPLY_TO_OTHERS: "replies to other people",
    P.IN_CONVERSATION: "your own tweets inside other people's conversations",
    P.RETWEET: "retweets of other people",
    P.OLD_EDIT: "older versions of edited tweets (the last version is posted)",
    P.COMMUNITY: "tweets for a Twitter community",
    P.CIRCLE: "tweets for your Twitter Circle: they were private",
    P.DELETED: "tweets that you had deleted",
    P.BEFORE: "tweets before the date that you gave",
    P.AFTER: "tweets after the date that you gave",
    P.NOT_CHOSEN: "tweets of a kind that you excluded",
    P.SWITCHED_OFF: "rows that your plan file says no to, or no longer has",
    P.FEW_LIKES: "tweets with fewer likes than you asked for",
    P.FEW_RETWEETS: "tweets with fewer retweets than you asked for",
    P.WITHOUT_WORD: "tweets without any of the words that you asked for",
    P.WITH_WORD: "tweets with a word that you don't want",
    P.OTHER_LANGUAGE: "tweets in another language",
    P.WITHOUT_MEDIA: "tweets without a picture or video",
    P.EMPTY: "tweets in which nothing is left to post",
    P.MEDIA_TOO_BIG: "pictures and videos that are too big for this server (a link is posted instead)",
    P.MEDIA_KIND: "pictures and videos of a kind that this server doesn't take (a link is posted instead)",
    P.LINK_UNKNOWN: "t.co links whose real address the archive doesn't know",
    P.SHORTENER: "links that were shortened by another service and may no longer work",
    P.NOTE_CUT: "long posts of which the archive has only the beginning",
    P.RETWEET_CUT: "retweets of which the archive has only the beginning",
}

SWITCHES = {
    P.REPLY_TO_OTHERS: "--include replies",
    P.IN_CONVERSATION: "--include replies",
    P.RETWEET: "--include retweets",
    P.COMMUNITY: "--include community",
    P.CIRCLE: "--include circle",
    P.DELETED: "--include deleted",
}
"""How to bring in what is left out."""
