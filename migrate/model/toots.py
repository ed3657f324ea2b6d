"""Toots, the steps that post them, and the plan of all steps."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from migrate.model.policy import Policy
from migrate.model.problems import Problem, ProblemKind
from migrate.model.tweets import Kind, Media, Owner
from migrate.model.visibility import Visibility


class OwnLink(Struct, frozen=True, gc=False):
    """A link in a toot to a tweet of the owner's; it becomes the new toot's address when that is known."""

    url: str
    tweet_id: int


class Toot(Struct, frozen=True, omit_defaults=True, gc=False):
    """One post as the server will get it, but for what only the server can give (media and parent ids).

    `quote` is the id of the owner's tweet to quote natively, on servers that can;
    `boost` the id of the owner's tweet to boost, and then nothing else counts; `pings`
    says that people are mentioned on purpose.
    """

    text: str
    media: tuple[Media, ...] = ()
    content_warning: str = ""
    sensitive: bool = False
    language: str | None = None
    visibility: Visibility = Visibility.UNLISTED
    quote: int | None = None
    boost: int | None = None
    own_links: tuple[OwnLink, ...] = ()
    pings: bool = False


class StepKey(Struct, frozen=True, order=True, gc=False):
    """The key by which a step is the same in every run and every export: the tweet and its part."""

    tweet_id: int
    part: int = 0


class Step(Struct, frozen=True, omit_defaults=True, gc=False):
    """One thing to do: post this toot, below that one.

    `has_time` is False where only the day is known on which the tweet was written.
    """

    key: StepKey
    toot: Toot
    created_at: datetime
    kind: Kind
    parent: StepKey | None = None
    has_time: bool = True


class LeftOut(Struct, frozen=True, array_like=True, gc=False):
    """A tweet that will not be posted, and why; `has_time` as in a step."""

    tweet_id: int
    created_at: datetime
    kind: Kind
    reason: ProblemKind
    has_time: bool = True


class Plan(Struct, frozen=True):
    """Everything that will be done, in order, and everything that won't, by the choices of `policy`."""

    owner: Owner
    steps: Sequence[Step]
    left_out: Sequence[LeftOut]
    problems: tuple[Problem, ...] = ()
    policy: Policy = Policy()


def unpacked(plan: Plan) -> Plan:
    """Unpack a plan, for looking at it many times: faster, and several times as large in memory."""
    return replace(plan, steps=list(plan.steps), left_out=list(plan.left_out))
