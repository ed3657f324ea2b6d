"""From an archive to its contacts, and to the addresses on the fediverse that its texts name.

No server is asked. Direct messages and address books are not opened.
"""

import re
from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct, structs

from migrate.archive.archive import Archive
from migrate.model import Tweet
from migrate.people.addresses.text import addresses_in
from migrate.people.contacts import Relation
from migrate.people.evidence.attribution import claims_of_tweet, is_near, leads_of_like
from migrate.people.evidence.claims import Claim, Lead, Source
from migrate.people.evidence.whose import Whose
from migrate.people.find.book import Book

_LIST = re.compile(r"https?://(?:www\.)?(?:twitter|x)\.com/(\w{1,15})/lists/")


class Gathered(Struct, frozen=True):
    """The contacts and addresses that an archive alone tells.

    `own` are the addresses of its owner, `unreadable_likes` counts the damaged places among the likes.
    """

    book: Book
    claims: tuple[Claim, ...]
    leads: tuple[Lead, ...]
    own: frozenset[str]
    unreadable_likes: int = 0


def gather(archive: Archive) -> Gathered:
    """Read the contacts of an archive, and the addresses that its texts name, in one pass."""
    book = Book(archive.owner.id, (archive.owner.handle, *archive.former_handles))
    _add_lists(book, archive)
    found: list[Claim | Lead] = []
    for tweet in archive.tweets:
        _add_people(book, tweet)
        found += claims_of_tweet(tweet, archive.owner.handle)
    for like in archive.likes:
        found += leads_of_like(like.text, like.address)
    handles = (archive.owner.handle, *archive.former_handles)
    own = frozenset(one.address for text in _own_texts(archive) for one in addresses_in(text))
    own = own.union(one.candidate.address for one in found if _is_owners(one, handles))
    return Gathered(book, *_sort(found, book, own), own, archive.likes.unreadable)


def _add_lists(book: Book, archive: Archive) -> None:
    for relation, ids in (
        (Relation.FOLLOWING, archive.following),
        (Relation.FOLLOWER, archive.followers),
        (Relation.BLOCKED, archive.blocks),
        (Relation.MUTED, archive.mutes),
    ):
        for x_id in ids:
            book.relate(x_id, relation)
    for url in (*archive.lists.member, *archive.lists.subscribed):
        if owner := _LIST.match(url):
            book.meet(None, owner[1], None)
            book.relate(None, Relation.LIST_OWNER, owner[1])


def _add_people(book: Book, tweet: Tweet) -> None:
    when: datetime = tweet.created_at
    named: dict[str, str | None] = {}
    for mention in (*(tweet.note.mentions if tweet.note else ()), *tweet.mentions):
        book.meet(mention.user_id, mention.handle, when, mention.name)
        book.relate(mention.user_id, Relation.MENTIONED, mention.handle)
        named[mention.handle] = mention.user_id
    if tweet.reply_to_user:
        handle = tweet.reply_to_handle or ""
        book.meet(tweet.reply_to_user, handle, when)
        book.relate(tweet.reply_to_user, Relation.REPLIED_TO)
        named[handle] = tweet.reply_to_user
    if tweet.retweet:
        book.meet(tweet.retweet.user_id, tweet.retweet.handle, when)
        book.relate(tweet.retweet.user_id, Relation.MENTIONED, tweet.retweet.handle)
    for handle, x_id in named.items():
        book.count(x_id, handle)


def _is_owners(one: Claim | Lead, handles: Iterable[str]) -> bool:
    """Tell whether a tweet of the owner has an address with the owner's name."""
    is_by_owner = isinstance(one, Lead) and one.evidence.source is Source.OWN_TWEET
    return is_by_owner and any(is_near(one.candidate.address, handle) for handle in handles)


def _is_said_of_owner(one: Claim | Lead) -> bool:
    """Tell whether the owner says "find me at" it: that is nobody's lead, whatever its name."""
    return (
        isinstance(one, Lead) and one.evidence.source is Source.OWN_TWEET and one.evidence.whose is Whose.OWN
    )


def _own_texts(archive: Archive) -> tuple[str, ...]:
    return archive.profile.bio, archive.profile.website, archive.profile.location


def _sort(
    found: Iterable[Claim | Lead], book: Book, own: frozenset[str]
) -> tuple[tuple[Claim, ...], tuple[Lead, ...]]:
    """Separate claims about contacts from leads, and leave out the owner's own addresses."""
    claims, leads = [], []
    for one in found:
        contact = book.by_key(one.key) if isinstance(one, Claim) else None
        if one.candidate.address in own or _is_said_of_owner(one):
            continue
        if isinstance(one, Claim) and contact:
            claims.append(structs.replace(one, key=contact.key))
        else:
            leads.append(one if isinstance(one, Lead) else Lead(one.candidate, one.evidence))
    return tuple(claims), tuple(leads)
