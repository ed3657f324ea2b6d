"""The outcome of an import, counted while it goes on, and printed at its end."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from migrate.cli.planning import show_left_out
from migrate.cli.show import say, table, warn, warn_by_reason, warn_each
from migrate.model import Plan, StepKey

if TYPE_CHECKING:
    from migrate.ledger import LostFile, Record
    from migrate.posts.replay.events import (
        Detached,
        Missing,
        Refused,
        Unmarked,
        Unquoted,
        VisibilityChanged,
    )

REFUSED = "Tweet {tweet} was refused: {reason}"
LOST = "Tweet {tweet} was posted without one of its pictures or videos: {reason}"
LOST_LABEL = "Pictures or videos that posts lack"
UNCLEAR = (
    "Of some posts that were found on the account it isn't known which pictures or videos they lack, so "
    "--fix can't put them in. To have such a post whole, take it back (migrate undo --post ADDRESS) and "
    "import it anew."
)
ON_ITS_OWN = (
    "Tweet {tweet} is posted on its own: the post that it answers was not on the server at that time."
)
BELOW_ANOTHER = (
    "Tweet {tweet} is below an earlier post of its thread: the post that it answers was not on the server "
    "at that time."
)
CHANGED_VISIBILITY = (
    "{n} post is {given} now, and not {asked} as you asked. The server decided that: {url}",
    "{n} posts are {given} now, and not {asked} as you asked. The server decided that. The first is {url}",
)

UNMARKED = (
    "{n} post has sensitive pictures that this server hides only below a content warning: {url}",
    "{n} posts have sensitive pictures that this server hides only below a content warning, such as {url}",
)


class StillRefused(Struct, frozen=True, tag="still_refused", tag_field="event"):
    """An earlier run was refused this post, and this one has not tried it."""

    key: StepKey
    reason: str


class StillLacking(Struct, frozen=True, tag="still_lacking", tag_field="event"):
    """The post of this tweet went without this file in an earlier run, and is still without it."""

    tweet_id: int
    media_id: str
    reason: str


class Tally:
    """The outcome of an import so far.

    `steps` are those of the whole plan, `already` those that earlier runs settled, among them the
    `refused_before`, which are not tried again now. `lost_before` are files of posts that are there.
    """

    def __init__(
        self,
        steps: int = 0,
        already: int = 0,
        refused_before: "Sequence[Record]" = (),
        lost_before: "Iterable[LostFile]" = (),
    ) -> None:
        self.steps = steps
        self.already = already
        self.refused_before = refused_before
        self._lost_before = tuple(lost_before)
        self._posted: set[StepKey] = set()
        self.refused: list[Refused] = []
        self.lost = {(file.tweet_id, file.media_id): file.reason for file in self._lost_before}
        self.detached: dict[StepKey, Detached] = {}
        self.missing: list[Missing] = []
        self.unquoted: list[Unquoted] = []
        self.visibility_changed: list[VisibilityChanged] = []
        self.unmarked: list[Unmarked] = []

    @property
    def posted(self) -> int:
        """How many steps this run has posted."""
        return len(self._posted)

    @property
    def left(self) -> int:
        """The number of steps still to be posted."""
        return self.steps - self.already - self.posted - len(self.refused)

    def reasons(self) -> list[tuple[int, str]]:
        """List the tweets that were refused, now or before, each with its reason."""
        before = [(record.key.tweet_id, record.reason or "") for record in self.refused_before]
        return before + [(refused.key.tweet_id, refused.reason) for refused in self.refused]

    def refused_files(self) -> int:
        """Count the files that posts lack because the server would not take them."""
        from migrate.posts.replay.sending import DAMAGED

        return sum(reason != DAMAGED for reason in self.lost.values())

    def unclear_files(self) -> int:
        """Count the files that posts lack where it isn't known which they are."""
        from migrate.ledger import is_unknown_file

        return sum(is_unknown_file(media_id) for _, media_id in self.lost)

    def from_before(self) -> Iterator[StillRefused | StillLacking]:
        """Yield what earlier runs could not do, and this one has not done either."""
        for record in self.refused_before:
            yield StillRefused(record.key, record.reason or "")
        for file in self._lost_before:
            if (file.tweet_id, file.media_id) in self.lost:
                yield StillLacking(file.tweet_id, file.media_id, file.reason)

    def numbers(self) -> Mapping[str, int]:
        """Return the numbers of the summary, by their keys in JSON."""
        return {
            "posted": self.posted,
            "already": self.already - len(self.refused_before),
            "refused": len(self.refused) + len(self.refused_before),
        }

    def count(self, event: object) -> None:
        """Note an event for the summary."""
        from migrate.posts.replay.events import Begun, Posted, Refused, Vanished

        match event:
            case Begun():
                # what an earlier run left in doubt was settled before this, and is counted as of now
                self.steps, self.already = event.steps, event.already - self.posted - len(self.refused)
            case Posted():
                self._posted.add(event.key)
            case Refused():
                self.refused.append(event)
            case Vanished():
                self.already -= event.key not in self._posted
                self._posted.discard(event.key)
                self.refused.append(Refused(event.key, event.reason))
            case _:
                self._note(event)

    def _note(self, event: object) -> None:
        """Keep what was posted otherwise than it was planned."""
        from migrate.posts.replay.events import (
            Detached,
            MediaRefused,
            Missing,
            Unmarked,
            Unquoted,
            Uploaded,
            VisibilityChanged,
        )

        match event:
            case Uploaded():
                self.lost.pop((event.key.tweet_id, event.media_id), None)
            case MediaRefused():
                self.lost[event.key.tweet_id, event.media_id] = event.reason
            case Detached():
                self.detached[event.key] = event
            case Unquoted():
                self.unquoted.append(event)
            case VisibilityChanged():
                self.visibility_changed.append(event)
            case Unmarked():
                self.unmarked.append(event)
            case Missing():
                self.missing.append(event)
            case _:
                pass


def show_result(tally: Tally, plan: Plan, page: str, *, edits: bool) -> None:
    """Print the outcome, the reasons of the failures, and where to look at the posts.

    `edits` says whether this server lets programs put something into a post that is there.
    """
    numbers = tally.numbers()
    rows = [
        ("Posted now", numbers["posted"]),
        ("Posted before", numbers["already"]),
        ("Refused by the server", numbers["refused"]),
        ("Still to post", tally.left),
    ]
    table([*rows, (LOST_LABEL, len(tally.lost))] if tally.lost else rows)
    _show_refusals(tally, edits=edits)
    _show_changes(tally)
    show_left_out(plan)
    if tally.left:
        say("To post the rest, run the same command again.")
    elif not tally.posted:
        say("There was nothing left to post.")
    say("Look at it: {page}", page=page)


def plan_summary(plan: Plan, tally: Tally | None = None) -> dict[str, object]:
    """Put the outcome of a plan in numbers, for other programs.

    Only where it happened is there a number of posts that others can see than was asked.
    """
    told = tally or Tally()
    changed = len(told.visibility_changed)
    numbers: dict[str, object] = {**told.numbers(), "left_out": len(plan.left_out)}
    if changed:
        numbers["visibility_changed"] = changed
    if told.lost:
        numbers["media_refused"] = len(told.lost)
    return numbers


def _show_refusals(tally: Tally, *, edits: bool) -> None:
    from migrate.posts.replay import can_try_again

    refused = tally.reasons()
    warn_by_reason(REFUSED, refused)
    if any(can_try_again(reason) for _, reason in refused):
        warn("To try again what was refused, add --again.")
    warn_by_reason(LOST, [(tweet, reason) for (tweet, _), reason in tally.lost.items()])
    unclear = tally.unclear_files()
    known = tally.refused_files() - unclear
    if unclear:
        warn(UNCLEAR)
    if known and edits:
        warn("To put what posts lack into them, if the server takes it by now, add --fix.")
    elif known:
        warn(
            "This server doesn't let programs put anything into a post that is there. To try again, take "
            "the post back (migrate undo --post ADDRESS) and import it anew."
        )
    warn_each(
        "The post of tweet {tweet} is gone from the server: {address}",
        [{"tweet": str(gone.key.tweet_id), "address": gone.url or ""} for gone in tally.missing],
    )
    if tally.missing:
        warn("It was deleted there, by you or by the server. To post what is gone again, add --repost.")
    gone = {refused.key for refused in tally.refused}
    for detached in tally.detached.values():
        if detached.key not in gone:
            warn(BELOW_ANOTHER if detached.below else ON_ITS_OWN, tweet=str(detached.key.tweet_id))


def _show_changes(tally: Tally) -> None:
    """Print what the server took, but otherwise than it was asked: quotes, and who can see a post."""
    for linking in tally.unquoted:
        warn(
            "Tweet {tweet} was posted with a link to what it quotes: the post of that is not on the server, "
            "or can't be quoted.",
            tweet=str(linking.key.tweet_id),
        )
    if tally.unmarked:
        warn(UNMARKED, n=len(tally.unmarked), url=tally.unmarked[0].url)
    alike: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for changed in tally.visibility_changed:
        alike[changed.asked, changed.given].append(changed.url)
    for (asked, given), urls in alike.items():
        warn(CHANGED_VISIBILITY, n=len(urls), asked=asked, given=given, url=urls[0])
