"""People are followed, blocked or muted: list + server + ledger -> events.

events     what happens, as values
reading    reads that may be repeated, and what a no means
resolving  an address becomes an account, by the word of its own server
deciding   what is to be done for whom; pure
looking    who people are, and how the account is related to them
acting     one person, once
importing  a whole list at once, where the server takes one
checking   what became of requests that had to wait
listing    people onto lists
worker     the loop over all of it
undoing    what this program did is taken back, and nothing else
"""

from migrate.people.follow.deciding import FollowPlan, foretell_follows
from migrate.people.follow.events import Became, FollowBegun, FollowEvent, Listed, LookedUp, NotListed
from migrate.people.follow.undoing import UndoableFollows, undo_follows, undoable_follows
from migrate.people.follow.worker import FollowWorker

__all__ = [
    "Became",
    "FollowBegun",
    "FollowEvent",
    "FollowPlan",
    "FollowWorker",
    "Listed",
    "LookedUp",
    "NotListed",
    "UndoableFollows",
    "foretell_follows",
    "undo_follows",
    "undoable_follows",
]
