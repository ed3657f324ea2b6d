"""All groups of questions, in the order in which they are asked."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.recordings.asking import Asker
from tests.recordings.catalogue import (
    acting,
    at_once,
    attaching,
    french,
    front,
    instance,
    limits,
    lists,
    media,
    oauth,
    people,
    profile,
    quotes,
    reading,
    replies,
    standing,
    statuses,
    tags,
)

Questions = Callable[[Asker], None]


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that are asked one after the other, of accounts that nobody else uses meanwhile.

    `heroes` are the roles that do most of it; `owned` is only asked where the server's
    owner helps, `loopback` only where nobody else is on the server,
    `asks_french` by an account whose language is French.
    """

    name: str
    questions: tuple[Questions, ...]
    owned: tuple[Questions, ...] = ()
    heroes: tuple[str, ...] = ("me",)
    loopback: bool = False
    asks_french: bool = False


GROUPS = (
    Group("instance", (instance.instance, instance.nonsense)),
    Group("oauth", (), (oauth.oauth,)),
    Group("standing", (), (standing.standing,), heroes=("moderated",)),
    Group("statuses", (statuses.texts, statuses.fields, statuses.keys, statuses.dates, statuses.polls)),
    Group("at_once", (at_once.at_once,)),
    Group("replies", (replies.parents, replies.blocked, replies.mentions, replies.edges)),
    Group("quotes", (quotes.own, quotes.anothers, quotes.of_deleted)),
    Group("attaching", (attaching.taking, attaching.mixed), (attaching.unready,)),
    Group("reading", (reading.reading,), heroes=("editor",)),
    Group("acting", (acting.acting,)),
    Group("media", (media.good, media.odd, media.fields, media.afterwards), heroes=("uploader", "editor")),
    Group("people", (people.follows, people.relationships, people.undone, people.found)),
    Group("lists", (lists.lists,), (lists.full,), heroes=("lister",)),
    Group("tags", (tags.tags, tags.featured)),
    Group("profile", (profile.profile,), heroes=("moderated",)),
    Group("front", (), (front.fronts,)),
    Group("french", (french.refusals,), asks_french=True),
    Group("limits_apps", (), (limits.registrations,), loopback=True),
    Group("limits_requests", (), (limits.requests,), loopback=True),
    Group("limits_pages", (), (limits.pages,), loopback=True),
    Group("limits_uploads", (), (limits.uploads,), loopback=True),
    Group("limits_deletions", (), (limits.deletions,), loopback=True),
    Group("limits_posts", (), (limits.posts,), loopback=True),
    Group("limits_follows", (), (limits.follows,), loopback=True),
    Group("limits_books", (), (limits.books,), loopback=True),
)
ROLES = ("me", "other", "locked", "blocker", "quoter", "lister", "editor", "uploader", "login", "moderated")
