"""The contacts of an archive, and the owner of each handle.

A number is for life and a handle is not: people rename, and others take the name that
is free. So a handle belongs to the number that was seen with it last.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from migrate.people.contacts import Contact, Relation, SeenHandle, XProfile

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_NOTHING = frozenset[Relation]()
_LONG = timedelta(days=5 * 365)


class Book:
    """All contacts that were added. Read it when all are in."""

    def __init__(self, owner_id: str, owner_handles: Iterable[str]) -> None:
        self._owner_id = owner_id
        self._owner_handles = {handle.casefold() for handle in owner_handles}
        self._relations: dict[str, frozenset[Relation]] = {}
        self._seen: dict[str, dict[str, tuple[str, datetime]]] = {}
        self._names: dict[str, str] = {}
        self._times: Counter[str] = Counter()
        self._combinations: dict[frozenset[Relation], frozenset[Relation]] = {}
        self._contacts: dict[str, Contact] | None = None
        self._by_handle: dict[str, str] = {}

    def relate(self, x_id: str | None, relation: Relation, handle: str = "") -> None:
        """Note how a contact is related to the owner."""
        key = self._key(x_id, handle)
        known = self._relations.get(key, _NOTHING)
        if key and relation not in known:
            both = known | {relation}
            self._relations[key] = self._combinations.setdefault(both, both)

    def meet(self, x_id: str | None, handle: str, when: datetime | None, name: str = "") -> None:
        """Note that an account had this handle then."""
        key = self._key(x_id, handle)
        if not (key and handle):
            return
        lower = handle.casefold()
        seen = self._seen.setdefault(key, {})
        if lower not in seen or seen[lower][1] <= (when or _NEVER):
            seen[lower] = handle, when or _NEVER
            if name:
                self._names[key] = name

    def count(self, x_id: str | None, handle: str) -> None:
        """Note that a tweet names a contact."""
        if key := self._key(x_id, handle):
            self._times[key] += 1

    def learn(self, profile: XProfile) -> None:
        """Note what a profile says about its own account."""
        self._contacts = None
        self.meet(profile.x_id, profile.handle, profile.at, profile.name)
        for relation in profile.relations:
            self.relate(profile.x_id, relation, profile.handle)

    def find(self, x_id: str | None, handle: str) -> Contact | None:
        """Find the contact with this id; where no id is given, the one who was seen with the handle last."""
        contacts = self._all()
        if x_id:
            return contacts.get(x_id)
        return contacts.get(self._by_handle.get(handle.casefold(), ""))

    def by_key(self, key: str) -> Contact | None:
        """Find the contact with this id, or `@handle`."""
        return self.find(None, key[1:]) if key.startswith("@") else self.find(key, "")

    def __iter__(self) -> Iterator[Contact]:
        return iter(self._all().values())

    def __len__(self) -> int:
        return len(self._all())

    def _key(self, x_id: str | None, handle: str) -> str:
        """Make the key of an account; empty for the owner, and where neither id nor handle is given."""
        if x_id:
            return "" if x_id == self._owner_id else x_id
        lower = handle.casefold()
        return f"@{lower}" if lower and lower not in self._owner_handles else ""

    def _all(self) -> dict[str, Contact]:
        if self._contacts is None:
            self._by_handle = self._settle_handles()
            keys = dict.fromkeys((*self._relations, *self._seen))
            made = (self._contact(key) for key in keys if self._is_own_entry(key))
            self._contacts = {contact.key: contact for contact in made}
        return self._contacts

    def _settle_handles(self) -> dict[str, str]:
        """Decide whose each handle is now: a number before no number, then who was seen with it last."""
        settled: dict[str, str] = {}
        order = sorted(self._seen, key=lambda key: not key.startswith("@"))
        for key in order:
            for lower, (_, when) in self._seen[key].items():
                rival = settled.get(lower)
                if rival is None or rival.startswith("@") or self._seen[rival][lower][1] <= when:
                    settled[lower] = key
        return settled

    def _is_own_entry(self, key: str) -> bool:
        """Tell whether an entry is a contact of its own, and not the handle of one whose number is known."""
        return not key.startswith("@") or self._by_handle.get(key[1:], key) == key

    def _contact(self, key: str) -> Contact:
        seen = self._seen.get(key, {})
        own = [one for lower, one in seen.items() if self._by_handle[lower] == key]
        newest_first = sorted(own, key=lambda one: one[1], reverse=True)
        handles = tuple(SeenHandle(name, None if when == _NEVER else when) for name, when in newest_first)
        by_number = not key.startswith("@")
        also = [f"@{one.name.casefold()}" for one in handles] if by_number else []
        relations = _NOTHING.union(*(self._relations.get(one, _NOTHING) for one in (key, *also)))
        return Contact(
            key if by_number else "",
            handles if by_number else handles or (SeenHandle(key[1:]),),
            self._names.get(key, ""),
            self._combinations.setdefault(relations, relations),
            sum(self._times[one] for one in (key, *also)),
        )


def is_stale(contact: Contact, handle: str, at: datetime | None) -> bool:
    """Tell whether the archive saw a handle so long ago that another person may have it now."""
    seen = next((one for one in contact.handles if one.name.casefold() == handle.casefold()), None)
    if seen is None or seen.last_seen is None or at is None:
        return False
    return at - seen.last_seen > _LONG
