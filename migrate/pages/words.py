"""Every sentence of the preview page, in one place, whole, so that it can be translated.

PAGE has sentences with {named} places. ABOUT says why a tweet is left out, or what the
user should know about it; CHANGE says which switch brings it along all the same.
"""

from migrate.model import Kind, Visibility
from migrate.model import ProblemKind as P
from migrate.posts.filters import DOUBTS, FILTERS

LANGUAGE = "en"

PAGE = {
    "title": "Preview of @{handle}",
    "title_unknown": "Preview of your posts",
    "you": "You",
    "nothing_posted": "Preview. Nothing has been posted.",
    "made_for": "Made for {server}: by its limits, and by what it can do.",
    "made_for_any": "Made by Mastodon's usual limits. Your server's may be others.",
    "dates_kept": "Each post will keep its old date. Times are by the clock of {zone}.",
    "dates_lost": "The posts will have the date of the import. The dates here are your tweets', by the clock "
    "of {zone}.",
    "unfinished": "This preview is not finished. Run the same command again.",
    "to_list": "Skip to the list",
    "no_script": "This page needs JavaScript to show your posts. It loads nothing from the network.",
    "years": "Years. Choose one to go there.",
    "year_bar": "{year}: {posted} to be posted, {left_out} left out",
    "lists": "What to look at",
    "posted": "Will be posted",
    "left_out": "Left out",
    "filters": "Search and filter",
    "search": "Search",
    "search_hint": "Search your words",
    "year": "Year",
    "every_year": "All years",
    "kind": "Kind",
    "every_kind": "All kinds",
    "with_media": "With pictures or videos",
    "with_warning": "With a warning",
    "with_notes": "With a note for you",
    "reason": "Reason",
    "every_reason": "All reasons",
    "option": "{name} ({count})",
    "found": "{count} of {total}",
    "found_all": "All {total}",
    "nothing_found": "Nothing here matches.",
    "nothing_at_all": "There is nothing here.",
    "clear": "Show everything",
    "keys": "Keys in the list: J or Page Down, next. K or Page Up, before. Esc, back to search.",
    "on_twitter": "{date}, on Twitter",
    "below": "Answers: {text}",
    "boosts": "Boosts your own post",
    "quotes": "Quotes your own post",
    "elsewhere": "Your post of {date}",
    "own_link": "Will lead to your own post",
    "sensitive": "Sensitive pictures or videos",
    "no_alt": "Picture without a description",
    "no_alt_video": "Video without a description",
    "photo": "Picture",
    "video": "Video",
    "animated_gif": "Moving picture",
    "not_shown": "{kind}: not shown here",
    "damaged": "{kind}: the file in the archive is damaged",
    "too_big": "{kind}: too big for a page in one file. A preview without --single shows it.",
    "unknown_kind": "{kind}: this page can't show files of this kind",
}

KINDS = {
    Kind.TWEET: "Tweets",
    Kind.SELF_REPLY: "Threads",
    Kind.REPLY: "Replies to others",
    Kind.RETWEET: "Retweets",
}

VISIBILITIES = {
    Visibility.PUBLIC: "Public",
    Visibility.UNLISTED: "Unlisted",
    Visibility.PRIVATE: "Followers",
    Visibility.DIRECT: "Only you",
}

ABOUT = {
    P.REPLY_TO_OTHERS: "A reply to somebody else.",
    P.IN_CONVERSATION: "Part of a conversation with others.",
    P.RETWEET: "A retweet.",
    P.OLD_EDIT: "You edited this tweet later. The last version is posted.",
    P.COMMUNITY: "Written for a Twitter community.",
    P.CIRCLE: "Written for your Twitter Circle, so it was private.",
    P.DELETED: "You had deleted this tweet.",
    P.ONLY_OLDER: "Only in an older archive. Perhaps you deleted it.",
    P.SUBSCRIBERS: "Written for paying subscribers, so it was private.",
    P.FROM_FEDIVERSE: "A program brought this to Twitter from the fediverse, where it may still be.",
    P.BEFORE: "From before the date that you gave.",
    P.AFTER: "From after the date that you gave.",
    P.EMPTY: "Nothing would be left to post.",
    P.NOT_CHOSEN: "You chose not to import this.",
    P.SWITCHED_OFF: "Your plan file says no to this, or no longer has its row.",
    P.MISSING_MEDIA: "The archive lacks a picture or video. A link to it is posted.",
    P.MEDIA_TOO_BIG: "A picture or video is too big for the server. A link to it is posted.",
    P.MEDIA_SHRUNK: "A picture is too big for the server. It is scaled down.",
    P.MEDIA_KIND: "The server does not take a picture or video of this kind. A link to it is posted.",
    P.LINK_UNKNOWN: "The archive does not know where a t.co link leads. It may stop working.",
    P.LINK_PLAIN: "The server makes no link of an address in it. It stands there as text.",
    P.SHORTENER: "A link was shortened by another service. It may no longer work.",
    P.ARTICLE: "An article of yours. Its title and a link are posted. To post its text: --articles",
    P.ARTICLE_LINK: "It leads to an article on Twitter, whose text the archive does not have.",
    P.SPACE: "It leads to a Space on Twitter. What was said there is not in the archive.",
    P.BROADCAST: "It leads to a live broadcast, which the archive does not have.",
    P.VOICE: "A voice recording stays on Twitter. A link to it is posted.",
    P.POLL: "It had a poll. The answers are not imported.",
    P.MOMENT: "It leads to a Moment or an event on Twitter, which the archive does not have.",
    P.COMMUNITY_NOTE: "It leads to a Community Note. The archive does not have what others wrote there.",
    P.SELF_LINK: "It leads to itself. On Twitter it shows what the archive lacks, such as a poll.",
    P.WITHHELD: "Twitter did not show this in some countries.",
    P.NOTE_CUT: "The archive has only the beginning of this long post.",
    P.RETWEET_CUT: "The archive has only the beginning of this retweet.",
    **{filter_.reason: filter_.about for filter_ in FILTERS},
    **{doubt.reason: doubt.about for doubt in DOUBTS},
}

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MEDIA = {"photo": "Pictures", "video": "Videos", "animated_gif": "Moving pictures"}

CHARTS = {
    "title": "The tweets of @{handle} in numbers",
    "title_unknown": "Your tweets in numbers",
    "years": "Tweets a year",
    "weekdays": "On which day of the week",
    "hours": "At which time of the day, by your clock",
    "hashtags": "Your hashtags",
    "people": "Whom you replied to most",
    "media": "Pictures and videos",
    "there": "In the archive",
    "missing": "Missing",
}

CHANGE = {
    P.REPLY_TO_OTHERS: "To import replies: --include replies",
    P.IN_CONVERSATION: "To import replies: --include replies",
    P.RETWEET: "To import retweets: --include retweets",
    P.COMMUNITY: "To import these: --include community",
    P.CIRCLE: "To import these: --include circle",
    P.DELETED: "To import these: --include deleted",
    P.ONLY_OLDER: "To import these: --include deleted",
    P.SUBSCRIBERS: "To import these: --include subscribers",
    P.FROM_FEDIVERSE: "To import these: --include crossposted",
    **dict.fromkeys((doubt.reason for doubt in DOUBTS), "To import these: --if-unknown keep"),
}
