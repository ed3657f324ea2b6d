"""People on the fediverse, and the actions for them."""

from enum import StrEnum

from msgspec import Struct


class Action(StrEnum):
    """The action for the people of a list."""

    FOLLOW = "follow"
    BLOCK = "block"
    MUTE = "mute"


class Person(Struct, frozen=True):
    """A person on the fediverse, as a list names them, with what the list wants for them.

    `address` is `name@host` in small letters, the host in its ASCII form. `relation` and
    `tier` are there where the list comes from looking for the user's Twitter contacts;
    `accepted` says that the user has said yes to this one.
    """

    address: str
    line: int = 0
    boosts: bool = True
    notify: bool = False
    languages: tuple[str, ...] = ()
    hide_notifications: bool = True
    lists: tuple[str, ...] = ()
    relation: frozenset[str] = frozenset()
    tier: str = ""
    accepted: bool = False

    @property
    def is_plain(self) -> bool:
        """Tell whether nothing but the address matters: what every kind of import can carry."""
        return self.boosts and not self.notify and not self.languages and self.hide_notifications
