"""The plan is carried out: plan + server + ledger -> events.

events         what happens, as values
moves          what may go now; the same pure rules foretell the end
uploads        pictures and videos, ahead of their posts
sending        one file, sent until it is known what became of it
shrinking      too large pictures, scaled down as they are sent
bodies         what is sent for a step, and which posts it replies to and quotes
finding        a step among the own posts of the account
account_posts  those that a run has to know of, and those that are gone
recognising    which of them are steps that the ledger does not know
doubting       which others are too much like a step to post it
looking_back   the account is asked for them before the first post
taking_in      what was recognised is written into the ledger
answers        what an answer holds, and what a no is about
blame          a no that is not the post's own: whose it is, and the sentence that stops the run
recovery       an answer that is no clear yes: a doubt is settled, a no is mended
posting        one step, exactly once
trying_again   which refused posts and files are sent again
marking        files are marked as sensitive by an edit, where a post doesn't do it
boosting       one boost, exactly once
checking       whether the server kept what it took
undoing        taking it back
changes        what an edit would make better today
fixing         the edits
restoring      files that a post lacks, put into it
worker         the loop over all of it
"""

from migrate.mastodon import Waiting, WaitReason
from migrate.posts.replay.changes import Change, Fixable, fixable
from migrate.posts.replay.events import (
    Altered,
    Begun,
    Detached,
    Event,
    Fixed,
    Gone,
    MediaRefused,
    Missing,
    Posted,
    Refused,
    TakenBack,
    TakenIn,
    Unfixed,
    Unmarked,
    Unmoved,
    Unquoted,
    Uploaded,
    Vanished,
    VisibilityChanged,
)
from migrate.posts.replay.fixing import fix, fix_time
from migrate.posts.replay.looking_back import Differences
from migrate.posts.replay.moves import foretell
from migrate.posts.replay.shrinking import shrinking
from migrate.posts.replay.trying_again import (
    can_try_again,
    forget_refusals,
    refusals_to_forget,
    steps_to_try,
)
from migrate.posts.replay.undoing import undo, undo_time, undoable
from migrate.posts.replay.worker import look, remaining_time, replay, unsettled, up_to

__all__ = [
    "Altered",
    "Begun",
    "Change",
    "Detached",
    "Differences",
    "Event",
    "Fixable",
    "Fixed",
    "Gone",
    "MediaRefused",
    "Missing",
    "Posted",
    "Refused",
    "TakenBack",
    "TakenIn",
    "Unfixed",
    "Unmarked",
    "Unmoved",
    "Unquoted",
    "Uploaded",
    "Vanished",
    "VisibilityChanged",
    "WaitReason",
    "Waiting",
    "can_try_again",
    "fix",
    "fix_time",
    "fixable",
    "foretell",
    "forget_refusals",
    "look",
    "refusals_to_forget",
    "remaining_time",
    "replay",
    "shrinking",
    "steps_to_try",
    "undo",
    "undo_time",
    "undoable",
    "unsettled",
    "up_to",
]
