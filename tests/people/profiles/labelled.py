"""The made-up profiles of this folder, each with what is right about it. README.md explains the fields."""

from pathlib import Path

import msgspec

HERE = Path(__file__).parent


class LabelledProfile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A person on Twitter as a profile file tells of them, and whose the addresses in it are."""

    kind: str
    lang: str
    name: str
    screen_name: str
    bio: str = ""
    location: str = ""
    links: tuple[str, ...] = ()
    pinned: str = ""
    tweets: tuple[str, ...] = ()
    there: dict[str, str] = {}
    own: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """All that is written on Twitter by this person or to them, as it stands."""
        return (self.name, self.bio, self.location, *self.links, self.pinned, *self.tweets)


def read_kind(kind: str) -> tuple[LabelledProfile, ...]:
    """Read the profiles of one kind, in the order of their file."""
    lines = (HERE / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(msgspec.json.decode(line, type=LabelledProfile) for line in lines)


def read_kinds() -> dict[str, tuple[LabelledProfile, ...]]:
    """Read all profiles, by kind."""
    return {path.stem: read_kind(path.stem) for path in sorted(HERE.glob("*.jsonl"))}
