"""Where a fake differs from its recording on purpose, and why. Whatever else differs fails the contract."""

from tests.fakes.on_purpose_others import OTHERS_ON_PURPOSE
from tests.fakes.purpose import Purpose

_UNASKED = "the program never asks it; the fake has no such endpoint"
_CHANCE = "how many of several at once get through is chance, and was another number on each server"
_NOT_LIKE = (
    "taken for alike by status and words; what the version itself says elsewhere in its recording stands"
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
    Purpose("tags:*", _UNASKED),
    Purpose("profile:*", _UNASKED),
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
    *OTHERS_ON_PURPOSE,
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


def unexplained(dialect: str, case: str, differences: list[str]) -> list[str]:
    """The differences that no row of the table gives a reason for."""
    return [
        difference
        for difference in differences
        if not any(one.covers(dialect, case, difference) for one in ON_PURPOSE)
    ]
