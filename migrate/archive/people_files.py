"""Read the files about people: the owner, and whom they followed, were followed by, blocked or muted."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar, overload
from zoneinfo import ZoneInfo

from msgspec import Struct

from migrate.archive.dates import FIRST_TWEET, moment
from migrate.archive.layout import Export
from migrate.archive.media import MediaIndex
from migrate.archive.problems import Problems
from migrate.archive.records import Records, Shape
from migrate.archive.wire import Id
from migrate.archive.zones import zone_named
from migrate.model import Owner

T = TypeVar("T")


class Profile(Struct, frozen=True):
    """What the owner said about themselves; avatar and header are files of the archive."""

    bio: str = ""
    website: str = ""
    location: str = ""
    avatar: str | None = None
    header: str | None = None


class Lists(Struct, frozen=True):
    """Addresses of lists: those that the owner made, is on, and follows."""

    created: tuple[str, ...] = ()
    member: tuple[str, ...] = ()
    subscribed: tuple[str, ...] = ()


class Ids(Sequence[str]):
    """Account ids in the order of the file; eight bytes each, as some accounts have millions of followers."""

    def __init__(self, ids: Iterable[int]) -> None:
        self._ids = array("Q", ids)

    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        if isinstance(index, slice):
            return Ids(self._ids[index])
        return str(self._ids[index])


class WireAccount(Struct, frozen=True, rename="camel"):
    """An item of account.js."""

    account_id: str = ""
    username: str = ""
    account_display_name: str = ""


class WireDescription(Struct, frozen=True):
    """The texts of a profile."""

    bio: str = ""
    website: str = ""
    location: str = ""


class WireProfile(Struct, frozen=True, rename="camel"):
    """An item of profile.js."""

    description: WireDescription = WireDescription()
    avatar_media_url: str = ""
    header_media_url: str = ""


class WirePerson(Struct, frozen=True, rename="camel"):
    """An item of following.js, follower.js, block.js or mute.js: an id and no handle."""

    account_id: Id


class WireList(Struct, frozen=True):
    """An item of lists-*.js; in 2018 all addresses were in one."""

    url: str = ""
    urls: list[str] = []


class WireDetails(Struct, frozen=True):
    """What is in user_details.js, the account and the profile of the classic archive."""

    id: str = ""
    screen_name: str = ""
    full_name: str = ""
    bio: str = ""
    location: str = ""


class WireNameChange(Struct, frozen=True, rename="camel"):
    """The inner half of screen-name-change.js."""

    changed_from: str = ""


class WireNameChanged(Struct, frozen=True, rename="camel"):
    """The outer half, under the same key."""

    screen_name_change: WireNameChange = WireNameChange()


class WireProtected(Struct, frozen=True, rename="camel"):
    """An item of protected-history.js, of the last six months."""

    protected_at: str = ""
    action: str = ""


class WireTimeZone(Struct, frozen=True, rename="camel"):
    """An item of account-timezone.js."""

    time_zone: str = ""


class PeopleFiles:
    """The files about people in the newest export that has them."""

    def __init__(self, exports: Sequence[Export], problems: Problems) -> None:
        self._exports = exports
        self._problems = problems

    def owners(self) -> Sequence[Owner]:
        """List the owner as each export names them."""
        exports = self._exports
        accounts = (each for export in exports for each in self._items_of(export, "account", WireAccount))
        return [
            *(Owner(each.account_id, each.username, each.account_display_name) for each in accounts),
            *(Owner(each.id, each.screen_name, each.full_name) for each in self._details()),
        ]

    def profile(self, account_id: str, media: MediaIndex) -> Profile:
        """Read what the owner told others about themselves."""
        for profile in self._items("profile", WireProfile):
            about = profile.description
            return Profile(
                about.bio,
                about.website,
                about.location,
                avatar=_picture(profile.avatar_media_url, account_id, media),
                header=_picture(profile.header_media_url, account_id, media),
            )
        return next((Profile(details.bio, "", details.location) for details in self._details()), Profile())

    def ids(self, stem: str) -> Sequence[str]:
        """List the accounts in one of the files."""
        return Ids(person.account_id for person in self._items(stem, WirePerson))

    def lists(self) -> Lists:
        """List the lists that the owner made, is on, and follows."""
        return Lists(*map(self._list_addresses, ("lists-created", "lists-member", "lists-subscribed")))

    def former_handles(self) -> Sequence[str]:
        """List the names that the account had before, in the order of the file."""
        changes = self._items("screen-name-change", WireNameChanged)
        return tuple(change.screen_name_change.changed_from for change in changes)

    def protected(self) -> bool:
        """Tell whether the owner's last word on it was to protect their tweets."""
        history = self._items("protected-history", WireProtected)
        last = max(history, key=lambda step: moment(step.protected_at) or FIRST_TWEET, default=None)
        return last is not None and last.action.lower().startswith("protect")

    def had_circle(self) -> bool:
        """Tell whether the owner had a Twitter Circle, between 2022 and 2023."""
        return any(True for _ in self._items("twitter-circle", object))

    def time_zone(self) -> ZoneInfo | None:
        """Read the time zone of the owner's settings; None where it isn't said, or isn't known."""
        named = (item.time_zone for item in self._items("account-timezone", WireTimeZone))
        return next((zone for name in named if (zone := zone_named(name))), None)

    def _details(self) -> Iterator[WireDetails]:
        for export in self._exports:
            for name in export.files.get("user_details", ()):
                yield from Records(export.container, name, (Shape(WireDetails),), self._problems)

    def _list_addresses(self, stem: str) -> tuple[str, ...]:
        items = self._items(stem, WireList)
        return tuple(url for item in items for url in (*item.urls, item.url) if url)

    def _items(self, stem: str, shape: type[T]) -> Iterator[T]:
        """Read the items of the newest export's file of that kind."""
        newest = next((export for export in self._exports if stem in export.files), None)
        return self._items_of(newest, stem, shape) if newest else iter(())

    def _items_of(self, export: Export, stem: str, shape: type[T]) -> Iterator[T]:
        """Take the items out of their wrappers, whose key is another one in every file."""
        wrapped: type[dict[str, T]] = dict[str, shape]  # type: ignore[valid-type]  # known at run time
        for name in export.files.get(stem, ()):
            for item in Records(export.container, name, (Shape(wrapped),), self._problems):
                yield from item.values()


def _picture(address: str, account_id: str, media: MediaIndex) -> str | None:
    """Find the file, `<account id>-<last part>`; a header's address lacks the ending that its file has."""
    last = address.rpartition("/")[2]
    return media.starting_with(f"{account_id}-{last}") if last else None
