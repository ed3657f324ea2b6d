"""`migrate import --fix`: which posts would be better now, a question, then the edits."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from migrate.cli.choosing.earlier import keep_for_later
from migrate.cli.choosing.options import ImportOptions
from migrate.cli.importing.result import LOST_LABEL, UNCLEAR
from migrate.cli.planning import opener_for, plan_for
from migrate.cli.run import Run
from migrate.cli.session import Session
from migrate.cli.show import MORE, SHOWN, say, table, warn
from migrate.cli.times import time_needed
from migrate.errors import UsageError

if TYPE_CHECKING:
    from migrate.archive import Archive
    from migrate.ledger import Ledger
    from migrate.posts.replay import Change

BEFORE, WIDTH = 20, 70
"""The characters that are shown before the first that differs, and in all."""


class FixRun(Run):
    """One round of edits, and its progress."""

    asking = ("Edit {n} post on @{handle} now?", "Edit {n} posts on @{handle} now?")
    unchanged = "Nothing was edited (--dry-run)."
    declined = "Nothing was edited. When you are ready, run the same command again."

    def __init__(
        self,
        session: Session,
        ledger: "Ledger",
        archive: "Archive",
        options: ImportOptions,
        limit: int | None,
    ) -> None:
        from migrate.posts.replay import fixable

        ledger.expect_owner(archive.owner.id, archive.owner.handle)
        plan = plan_for(archive, session.server.dialect.limits, options)
        without_footer = options.said.footer == ""
        found = fixable(plan.steps, ledger, session.server.dialect, dates_count=without_footer)
        super().__init__(session, len(found.changes[:limit]))
        self._ledger = ledger
        self._cut_differently = len(found.cut_differently)
        self._archive = archive
        self._options = options
        self._lacking = sum(len(change.lacking.files) for change in found.changes if change.lacking)
        self._undescribable = found.undescribable
        self._unclear = found.unclear
        self._todo = found.changes[:limit]
        self._events: list[object] = []

    def show(self) -> None:
        """Print how many posts and which, and what an edit means for those who see it."""
        say("On @{handle}", handle=self.session.handle)
        rows: list[tuple[str, object]] = [("Posts that would be better now", self.total)]
        if self._cut_differently:
            rows.append(("Left alone: today they would be divided differently", self._cut_differently))
        if self._undescribable:
            rows.append(("Descriptions that this server doesn't let anyone change", self._undescribable))
        if self._lacking:
            rows.append((LOST_LABEL, self._lacking))
        table([*rows, *time_needed(self.seconds_left())] if self._todo else rows)
        for change in self._todo[:SHOWN]:
            _show_change(change)
        if self.total > SHOWN:
            say(MORE, n=self.total - SHOWN)
        self._show_terms()

    def _show_terms(self) -> None:
        """Print what an edit means, or that there is none to make; and what no edit can help."""
        if self._unclear:
            say(UNCLEAR)
        if self._todo:
            say("They are compared with what this command asks for: use the same switches as for the import.")
            say("The server marks them as edited. It notifies only people who have boosted or quoted them.")
        elif self._unclear:
            say("There is nothing that --fix can edit.")
        else:
            say("There is nothing to edit: all posts are as they would be posted today.")

    def do(self) -> Iterator[object]:
        """Edit them."""
        from migrate.posts.replay import fix

        keep_for_later(self._options, self._ledger)
        open_media = opener_for(self._archive, self.session.server.dialect.limits, self._options)
        return fix(self._todo, self.session.server, self._ledger, open_media=open_media)

    def count(self, event: object) -> None:
        """Keep what became of each post."""
        from migrate.posts.replay import Altered, Fixed, Gone, Unfixed

        if isinstance(event, Fixed | Gone | Altered | Unfixed):
            self._events.append(event)
            self.done += 1
            self.refused += isinstance(event, Unfixed)

    def seconds_left(self) -> float:
        """Foretell how long the rest takes by the server's limits."""
        from migrate.posts.replay import fix_time

        left = self._todo[self.done :]
        files = sum(len(change.lacking.files) for change in left if change.lacking)
        return fix_time(len(left), self.session.server, files)

    def tell(self) -> None:
        """Print how many were edited, and which were not and why."""
        if not self._events:
            return
        numbers = self.summary()
        table(
            [
                ("Edited now", numbers["fixed"]),
                ("Not there any more", numbers["gone"]),
                ("Changed by you, and left so", numbers["altered"]),
                ("Refused by the server", numbers["refused"]),
                ("Still to edit", numbers["left"]),
            ]
        )
        for event in self._events:
            _tell_of(event)

    def summary(self) -> dict[str, object]:
        """Count what became of the posts."""
        from migrate.posts.replay import Altered, Fixed, Gone, Unfixed

        kinds = {"fixed": Fixed, "gone": Gone, "altered": Altered, "refused": Unfixed}
        counts = {name: sum(isinstance(e, kind) for e in self._events) for name, kind in kinds.items()}
        return {**counts, "left": self.total - self.done}


def expect_fixable(session: Session) -> None:
    """Raise UsageError where the server knows no edits, or nothing was posted there."""
    if not session.server.dialect.edits:
        raise UsageError(
            f"{session.server.host} is not known to let people edit their posts, so --fix can't be used "
            "there. Nothing was changed."
        )
    if not session.has_ledger:
        raise UsageError(
            f"Nothing was imported to @{session.handle} from this computer, so there is nothing to edit. "
            "To import: the same command without --fix."
        )


def _show_change(change: "Change") -> None:
    say("{address}", address=change.url)
    if change.before != change.after:
        _show_words(str(change.before.get("status", "")), str(change.after.get("status", "")))
    if change.lacking:
        what = ("  a picture or video that it lacks", "  {n} pictures or videos that it lacks")
        say(what, n=len(change.lacking.files))
    for file in change.described:
        say("  a description:  {text}", text=file.after[:WIDTH])


def _show_words(before: str, after: str) -> None:
    """Print the text where it changes, before and after."""
    if before == after:
        say("  Its text stays; its content warning, its sensitive mark or its language changes.")
        return
    differing = (place for place, pair in enumerate(zip(before, after, strict=False)) if len({*pair}) > 1)
    start = max(next(differing, min(len(before), len(after))) - BEFORE, 0)
    say("  it says:      {text}", text=before[start : start + WIDTH])
    say("  it will say:  {text}", text=after[start : start + WIDTH])


def _tell_of(event: object) -> None:
    """Print why a post was not edited."""
    from migrate.posts.replay import Altered, Gone, Unfixed

    match event:
        case Gone():
            warn("{address} is gone from the server: it was deleted there.", address=event.url)
        case Altered():
            warn("{address} was changed by hand since; it stays as it is.", address=event.url)
        case Unfixed():
            tweet = str(event.key.tweet_id)
            warn("The post of tweet {tweet} was not edited: {reason}", tweet=tweet, reason=event.reason)
        case _:
            pass
