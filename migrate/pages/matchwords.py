"""Every sentence of the page of matches, in one place, whole, so that it can be translated."""

from migrate.people.contacts import Relation
from migrate.people.decisions import Decision
from migrate.people.evidence.claims import Source
from migrate.people.evidence.match import Doubt, Tier

WHOSE = "The Twitter contacts of @{handle} on the fediverse"
PAGE = {
    "title": "Your Twitter contacts on the fediverse",
    "what": "First the person on Twitter, then the account that may be theirs. Is it the same person?",
    "how": "Open matches.csv in a spreadsheet, write yes or no into the column state, save it, and run the "
    "same command again. Nobody is followed by looking at this page.",
    "filters": "Search and filter",
    "tiers": "How sure it is",
    "search": "Search names and addresses",
    "who": "Who they are to you",
    "everybody": "Everybody",
    "on_twitter": "On Twitter",
    "on_fediverse": "On the fediverse",
    "number": "Number {number}",
    "nothing": "Nothing here matches.",
}

SEEN = "Last seen with this name on {date}"
EARLIER = "Earlier names: {names}"
NAMED = "In {n} of your tweets"
ACTIVE = "Last active on {date}"
LOCKED = "Has to say yes before anybody can follow"
LINKS = "Links to {link}"
MOVED = "Moved here from @{address}"

RELATIONS = {
    Relation.FOLLOWING: "You follow them",
    Relation.FOLLOWER: "They follow you",
    Relation.BLOCKED: "You blocked them",
    Relation.MUTED: "You muted them",
    Relation.LIST_OWNER: "They own a list",
    Relation.REPLIED_TO: "You answered them",
    Relation.MENTIONED: "You mentioned them",
}
TIERS = {
    Tier.CONFIRMED: "Confirmed: both sides say so, or Wikidata by number",
    Tier.STATED: "Stated: they say so on Twitter",
    Tier.CLAIMED: "Claimed: please look",
    Tier.SIMILAR: "Similar: please look twice",
    Tier.REJECTED: "Rejected",
}
REASONS = {
    Doubt.NONE: "",
    Doubt.MIRROR: "This account only copies tweets. The person is not there.",
    Doubt.NO_FEDERATION: "Nobody can follow accounts on this server from outside.",
    Doubt.DEAD_HOST: "This server did not answer. It may be back another day.",
    Doubt.NOT_FOUND: "This account does not exist.",
    Doubt.GONE: "This account was deleted or suspended.",
    Doubt.FORBIDDEN_PLACE: "This is not a server on the fediverse.",
    Doubt.MOVED_TOO_OFTEN: "This account has moved too often to follow the trail.",
    Doubt.MEMORIAL: "This account remembers somebody who has died.",
    Doubt.SELF: "This is your own account.",
    Doubt.BOT: "This account says that a machine writes it.",
    Doubt.UNCHECKED: "Its server was not asked yet. Run the command again with --verify.",
    Doubt.SHARED: "Several people name this account. It may be their employer's or their club's.",
    Doubt.NOT_SHOWN: "Its server shows nothing to strangers: whether the profile links back is not known.",
    Doubt.NAMES_ANOTHER: "This account names another Twitter account as its own. It may be somebody else's.",
    Doubt.FORMER: "The person writes that they have left this account.",
    Doubt.DENIED: "The person writes that this account is not theirs.",
    Doubt.STALE_HANDLE: "The Twitter name was seen long ago. Somebody else may have it now.",
}
SOURCES = {
    Source.PROFILE: "Their profile on Twitter says",
    Source.RETWEET: "A tweet of theirs says",
    Source.FINDER: "Another finder's file says",
    Source.WIKIDATA_ID: "Wikidata says so, by their Twitter number",
    Source.WIKIDATA_HANDLE: "Wikidata says so, by their Twitter name",
    Source.OWN_TWEET: "A tweet of yours says",
    Source.LIKE: "A tweet that you liked says",
    Source.SAME_HANDLE: "It has the same name",
    Source.SAME_NAME: "It has the same display name",
}
STATES = {Decision.OPEN: "", Decision.ACCEPTED: "You said yes", Decision.REJECTED: "You said no"}
