"""The outcome of an import, printed at its end."""

from collections import defaultdict

from migrate.cli.importing.tally import Tally
from migrate.cli.planning import show_left_out
from migrate.cli.show import say, table, warn, warn_by_reason, warn_each
from migrate.model import Plan

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
