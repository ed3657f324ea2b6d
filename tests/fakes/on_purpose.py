"""Where a fake differs from its recording on purpose, and why. Whatever else differs fails the contract."""

from dataclasses import dataclass
from fnmatch import fnmatchcase

_UNASKED = "the program never asks it; the fake has no such endpoint"
_CHANCE = "how many of several at once get through is chance, and was another number on each server"
_PLAIN = "the fake's HTML has paragraphs and links alone; the program reads the text out of either"
_KIND = "whether JSON says its charset is nothing to the program"
_NO_HEAD = "the program asks no HEAD, and no method that an endpoint has not"
_NOT_LIKE = (
    "taken for alike by status and words; what the version itself says elsewhere in its recording stands"
)


@dataclass(frozen=True, slots=True)
class Purpose:
    """`case` and `dialect` are patterns (`fnmatch`); what may differ begins with `part`."""

    case: str
    reason: str
    dialect: str = "*"
    part: str = ""

    def covers(self, dialect: str, case: str, difference: str) -> bool:
        return (
            fnmatchcase(dialect, self.dialect)
            and fnmatchcase(case, self.case)
            and difference.startswith(self.part)
        )


ON_PURPOSE = (
    Purpose("acting:*favourite*", _UNASKED),
    Purpose("acting:*bookmark*", _UNASKED),
    Purpose("acting:*pin*", _UNASKED),
    Purpose("acting:reblogged_by", _UNASKED),
    Purpose("acting:mute_conversation", _UNASKED),
    Purpose("acting:translate", _UNASKED, part="headers.limit"),
    Purpose("quotes:list", _UNASKED),
    Purpose("quotes:interaction_policy", _UNASKED),
    Purpose("reading:history", _UNASKED),
    Purpose("reading:edit.history", _UNASKED),
    Purpose("reading:tag_timeline", _UNASKED),
    Purpose("reading:search.tag", "the fake finds people and addresses, no hashtags", part="body.hashtags"),
    Purpose("lists:of_account", _UNASKED),
    Purpose("lists:accounts.page", "by the age of accounts, and the fake's `me` is its oldest"),
    Purpose(
        "lists:accounts*", "people of a list in another order, which nobody promises", "mastodon-4.6", "body"
    ),
    Purpose("at_once:same_key.*", _CHANCE, "mastodon-4.[345]", "body."),
    Purpose("at_once:same_media.*", _CHANCE),
    Purpose("at_once:delete.*", _CHANCE),
    Purpose(
        "oauth:nobody.search",
        "that server's people had not agreed to be found",
        "mastodon-4.[34]",
        "body.accounts",
    ),
    Purpose("instance:webfinger", "what is said of intents (FEP-3b86) is nothing to us", part="body.links"),
    Purpose(
        "limits_posts:*",
        "that recorder's account had private as its default",
        "mastodon-4.6",
        "body.",
    ),
    Purpose("statuses:spaces", "the program posts no blanks", "takahe-0.11"),
    Purpose("statuses:trimmed", _PLAIN, "takahe-0.11", "body."),
    Purpose("statuses:short_link_counts_23", _PLAIN, "takahe-0.11", "body."),
    Purpose("statuses:visibility.direct_mention", _PLAIN, "takahe-0.11", "body."),
    Purpose("statuses:language.empty", _PLAIN, "takahe-0.11", "body."),
    Purpose("statuses:poll.past", "the fake looks at no poll's end there", "takahe-0.11", "body.poll"),
    Purpose("statuses:poll.no_end", "the fake looks at no poll's end there", "takahe-0.11"),
    Purpose("*", _KIND, "gotosocial-0.20", "headers.content-type 'application/j"),
    Purpose("*", _PLAIN, "gotosocial-0.20", "body.content "),
    Purpose("*", "tags are nothing to the program", "gotosocial-0.20", "body.tags "),
    Purpose("people:*", "a sentence, which is only shown", "gotosocial-0.20", "body.error 'Not Found"),
    Purpose("people:show.by_nobody", "a sentence, which is only shown", "gotosocial-0.20", "body.error"),
    Purpose("people:*.self", "the program does that to nobody who is the user", "gotosocial-0.20"),
    Purpose("people:*.empty", "the program asks for nobody without a name", "gotosocial-0.20"),
    Purpose("people:search.no_q", "the program asks for nobody without a name", "gotosocial-0.20"),
    Purpose("people:search.url", "recorded over http, asked for https", "gotosocial-0.20"),
    Purpose("limits_apps:*", "of an app the program keeps its id and secret", "gotosocial-0.20", "body."),
    Purpose("instance:head*", _NO_HEAD, "gotosocial-0.20"),
    Purpose("instance:wrong_method", _NO_HEAD, "gotosocial-0.20"),
    Purpose("instance:webfinger*", "the program asks this of other servers", "gotosocial-0.20"),
    Purpose("instance:nodeinfo.*", "the program reads 2.0", "gotosocial-0.20"),
    Purpose("instance:broken_json", "the program sends no broken JSON", "gotosocial-0.20", "body.error"),
    Purpose("statuses:sensitive.text", "the program sends true and false", "gotosocial-0.20"),
    Purpose("statuses:language.*", "the fake has no list of all languages", "gotosocial-0.20", "body.error"),
    Purpose("statuses:language.xx", "the fake has no list of all languages", "gotosocial-0.20"),
    Purpose(
        "statuses:scheduled.*",
        "what of a later post was asked",
        "gotosocial-0.20",
        "body.params",
    ),
    Purpose("statuses:scheduled.list", "the program pages through no later posts", "gotosocial-0.20"),
    Purpose(
        "instance:v*",
        "text/plain is what the program sends",
        "gotosocial-0.20",
        "body.configuration.statuses.supported",
    ),
    Purpose("*", "an empty text is left out of a boost", "gotosocial-0.20", "body.text '' is more"),
    Purpose("replies:mention.edge.*", "the recorder takes that for no name", "gotosocial-0.20", "body.text"),
    Purpose("attaching:four", "it names the first of them alone", "gotosocial-0.20", "body.error"),
    Purpose("*", "a sound has no picture there", "gotosocial-0.20", "body.media_attachments[1].preview_url"),
    Purpose("*", _PLAIN, "snac-2.75", "body.content "),
    Purpose("*", "the fake's addresses have the id where snac has the moment", "snac-2.75", "body.url "),
    Purpose("instance:rules", "snac has no rules, nor a place for them", "snac-2.75"),
    Purpose("instance:nodeinfo.2_0", "its document is at /nodeinfo_2_0, as its index says", "snac-2.75"),
    Purpose("instance:unknown_path.post", "the program asks nothing unknown", "snac-2.75"),
    Purpose("statuses:scheduled.*", "the program schedules nothing there", "snac-2.75", "body."),
    Purpose("statuses:poll*", "the answer has no poll there, and nobody reads it", "snac-2.75", "body.poll "),
    Purpose(
        "quotes:with_poll", "the answer has no poll there, and nobody reads it", "snac-2.75", "body.poll "
    ),
    Purpose("quotes:with_media", "neither is a description", "snac-2.75", "body.media_attachments"),
    Purpose("*", _KIND, "snac-2.75", "headers.content-type"),
    Purpose("standing:moved.verify", "that account had set a language before", "glitch-4.7", "body.source"),
    Purpose("standing:moved.statuses_seen", _NOT_LIKE, "glitch-4.7"),
    Purpose(
        "replies:html.edge", _NOT_LIKE + "; texts.jsonl has no hashtag of ##c there", "mastodon-4.6", "body."
    ),
    Purpose(
        "replies:html.edge", _NOT_LIKE + "; texts.jsonl has no hashtag of ##c there", "glitch-4.7", "body."
    ),
    Purpose("reading:edit.media.keep_two", _NOT_LIKE, "mastodon-4.6", "body.media_attachments"),
    Purpose("reading:edit.media.keep_two", _NOT_LIKE, "glitch-4.7", "body.media_attachments"),
    Purpose("media:v2.description_10001", _NOT_LIKE, "mastodon-4.6", "body.error"),
    Purpose("media:v2.description_10001", _NOT_LIKE, "glitch-4.7", "body.error"),
)
WITHOUT_LIMITS = {
    "gotosocial-0.20": "recorded with its limit turned off (GTS_ADVANCED_RATE_LIMIT_REQUESTS=0)",
}
UNRECORDED = {
    "mastodon-3.5": "read in the source of v3.5.0",
    "mastodon-4.2": "read in the source of v4.2.0",
    "pleroma-2.7": "read in the source of v2.7.0",
    "akkoma-3.16": "read in the source of v3.16.0",
    "snac-2.94": "read in the source of 2.94",
    "friendica-2024": "read in the source of 2024.09",
}
UNMENDED = {
    # recorded, and the fake is not yet mended after it
    "gotosocial-0.20": {"media", "reading"},
    "snac-2.75": {
        *("at_once", "replies", "attaching", "reading", "acting", "media", "people", "lists"),
        *("limits_apps", "limits_uploads", "limits_deletions"),
    },
    "takahe-0.11": {
        *(
            "instance",
            "at_once",
            "replies",
            "acting",
            "media",
            "people",
            "lists",
            "reading",
            "oauth",
            "standing",
        ),
        *(
            "limits_apps",
            "limits_deletions",
            "limits_requests",
            "limits_pages",
            "limits_posts",
            "limits_follows",
        ),
        *("limits_books", "attaching"),
    },
}


def unexplained(dialect: str, case: str, differences: list[str]) -> list[str]:
    """The differences that no row of the table gives a reason for."""
    return [
        difference
        for difference in differences
        if not any(one.covers(dialect, case, difference) for one in ON_PURPOSE)
    ]
